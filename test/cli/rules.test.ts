/** `rules`: what is checked, as a list, as data, and one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES } from '../../server/src/rules';
import { ogiReport } from '../support/commandLine';

test('text: a line for each rule, in the language of the call', async () => {
  for (const [lang, language] of [['zh', 'zh'], ['en', 'en']] as const) {
    const { code, out } = await ogiReport(['rules', '--lang', lang]);
    const lines = out.trimEnd().split('\n');
    assert.equal(code, 0);
    assert.equal(lines.length, RULES.length);
    RULES.forEach(({ id, severity, docs }, i) => assert.deepEqual(lines[i]!.split(/ {2,}/), [id, severity, docs.title[language]]));
  }
});

test('json', async () => {
  const { version, rules } = JSON.parse((await ogiReport(['rules', '--format', 'json', '--lang', 'en'])).out) as { version: number; rules: object[] };
  assert.equal(version, 1);
  assert.deepEqual(rules, RULES.map(({ id, severity, since, docs }) => ({ id, severity, since, title: docs.title.en, what: docs.what.en })));
});

test('with ids: their pages', async () => {
  const { out } = await ogiReport(['rules', 'table/balance', 'glyph/radical']);
  assert.match(out, /^# table\/balance$/m);
  assert.match(out, /^# glyph\/radical$/m);
});
