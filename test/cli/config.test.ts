/** `--config`: settings from a file, below those of the call; what is wrong in it is said with its name. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLEAN, folderWith, ogiReport, RADICALS } from '../support/commandLine';

const run = (config: string, ...argv: string[]): ReturnType<typeof ogiReport> =>
  ogiReport(argv, { cwd: folderWith({ 'a.ogi': RADICALS, 'clean.ogi': CLEAN, 'ogi.json': config }) });

describe('settings from a file', () => {
  test('set levels for checking and for fixing', async () => {
    const config = '{ "rules": { "glyph/radical": "off" } }';
    assert.equal((await run(config, 'check', '--config', 'ogi.json', '--fail-on', 'warning', 'a.ogi')).code, 0);
    const fixed = await run(config, 'fix', '--dry-run', '--config', 'ogi.json', 'a.ogi');
    assert.doesNotMatch(fixed.out, /行文/);
  });

  test('give way to options of the call', async () => {
    const { code, out } = await run('{ "rules": { "glyph/radical": "off" } }', 'check', '--config', 'ogi.json', '--rule', 'glyph/radical=error', 'a.ogi');
    assert.equal(code, 1);
    assert.match(out, /glyph\/radical/);
  });

  test('choose the edition', async () => {
    const { out } = await run('{ "edition": "2019" }', 'check', '--config', 'ogi.json', '--format', 'json', '--fail-on', 'never', 'clean.ogi');
    assert.match(out, /"edition":\s*"2019"/);
  });

  for (const [what, config, words] of [
    ['no JSON', '{', /ogi\.json.*JSON/],
    ['no object', '[]', /ogi\.json/],
    ['an unknown setting', '{ "colour": 1 }', /ogi\.json.*colour/],
    ['an unknown rule', '{ "rules": { "table/nothing": "off" } }', /ogi\.json.*table\/nothing/],
    ['an unknown level', '{ "rules": { "glyph/radical": "loud" } }', /ogi\.json.*glyph\/radical.*loud/],
    ['an unknown edition', '{ "edition": 1999 }', /ogi\.json.*1999/],
  ] as const) {
    test(`with ${what} are refused by name`, async () => {
      const { code, err } = await run(config, 'check', '--config', 'ogi.json', 'a.ogi');
      assert.equal(code, 2);
      assert.match(err, words);
    });
  }

  test('that are not there are refused by name', async () => {
    const { code, err } = await run('{}', 'check', '--config', 'none.json', 'a.ogi');
    assert.equal(code, 2);
    assert.match(err, /none\.json/);
  });
});
