/** `.ogireport.json`: what is read, what is refused, and that the schema says the same. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { ConfigError, readConfig } from '../../server/src/analysis/config';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { RULES } from '../../server/src/rules';
import { schema } from '../support/commandLine';

const valid = schema('ogireport');
const IGNORE = { file: '2024/水利局.txt', rule: 'table/balance', fingerprint: '0123456789abcdef', reason: '已与财政部门核实' };

describe('is read', () => {
  const contents: readonly (readonly [string, object, object])[] = [
    ['nothing', {}, { rules: {}, ignores: [] }],
    ['a schema, which settles nothing', { $schema: './ogireport.schema.json' }, { rules: {}, ignores: [] }],
    ['an edition', { edition: '2019' }, { edition: '2019', rules: {}, ignores: [] }],
    ['levels of rules', { rules: { 'glyph/padding': 'off', 'table/balance': 'warning' } }, { rules: { 'glyph/padding': 'off', 'table/balance': 'warning' }, ignores: [] }],
    ['what is left, with the reason', { ignores: [IGNORE] }, { rules: {}, ignores: [IGNORE] }],
  ];
  for (const [what, content, expected] of contents) {
    test(what, () => {
      assert.deepEqual(readConfig(JSON.stringify(content)), expected);
      assert.ok(valid(content), JSON.stringify(valid.errors));
    });
  }

  test('with a byte order mark', () => assert.equal(readConfig('\ufeff{ "edition": "2021" }').edition, '2021'));
  test('with every rule there is', () => {
    const rules = Object.fromEntries(RULES.map(({ id }) => [id, 'hint']));
    assert.deepEqual(readConfig(JSON.stringify({ rules })).rules, rules);
    assert.ok(valid({ rules }));
  });
});

describe('is refused as a whole, by the name of what is not understood', () => {
  const contents: readonly (readonly [string, unknown, RegExp])[] = [
    ['no object', [], /object|对象/],
    ['an unknown setting', { colour: 1 }, /colour/],
    ['an unknown edition', { edition: '1999' }, /edition.*1999/],
    ['an edition that is a number', { edition: 2021 }, /edition.*2021/],
    ['rules that are no object', { rules: [] }, /rules/],
    ['an unknown level', { rules: { 'glyph/radical': 'loud' } }, /glyph\/radical.*loud/],
    ['ignores that are no array', { ignores: {} }, /ignores/],
    ['one of them that is no object', { ignores: [IGNORE, 'table/balance'] }, /ignores\[1\]/],
    ['no reason', { ignores: [{ ...IGNORE, reason: undefined }] }, /ignores\[0\]\.reason/],
    ['a blank reason', { ignores: [IGNORE, { ...IGNORE, reason: ' \n' }] }, /ignores\[1\]\.reason/],
    ['no fingerprint', { ignores: [{ ...IGNORE, fingerprint: 7 }] }, /ignores\[0\]\.fingerprint/],
    ['an unknown property', { ignores: [{ ...IGNORE, until: '2030' }] }, /ignores\[0\].*until/],
  ];
  for (const [what, content, words] of contents) {
    test(what, () => {
      assert.throws(() => readConfig(JSON.stringify(content)), (error) => error instanceof ConfigError && words.test(error.words.zh) && words.test(error.words.en));
      assert.equal(valid(JSON.parse(JSON.stringify(content))), false);
    });
  }

  // The schema can't know them: rules come and go with versions.
  test('an unknown rule', () => assert.throws(() => readConfig('{ "rules": { "table/nothing": "off" } }'), /table\/nothing/));
  test('no JSON', () => assert.throws(() => readConfig('{ "rules": '), ConfigError));
});

test('a report whose folder’s settings are not understood is not checked: nothing is said of it', () => {
  const wrong = '听取意\u2fb1见\n';
  const refusal = { file: 'file:///.ogireport.json', why: { zh: '不是 JSON', en: 'it is no JSON' } };
  assert.notDeepEqual(analyse(wrong, DEFAULT_SETTINGS).diagnostics, []);
  assert.deepEqual(analyse(wrong, { ...DEFAULT_SETTINGS, refusal }).diagnostics, []);
});
