/** Settings from files, below those of the call: `--config`, and `.ogireport.json` beside the reports. What is wrong in them is said by name. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { CLEAN, folderWith, ogiReport, RADICALS, UNBALANCED } from '../support/commandLine';

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

describe('settings beside the reports', () => {
  const off = '{ "rules": { "glyph/radical": "off" } }';
  const error = '{ "rules": { "glyph/radical": "error" } }';
  /** The files with findings, and the exit code. */
  const found = async (cwd: string, ...args: string[]): Promise<{ files: string[]; code: number | null; err: string }> => {
    const { code, out, err } = await ogiReport(['check', '--format', 'json', ...args], { cwd });
    const { files } = JSON.parse(out) as { files: { file: string; error?: string; diagnostics: object[] }[] };
    return { files: files.filter(({ diagnostics }) => diagnostics.length > 0).map(({ file }) => file), code, err };
  };

  test('the nearest file above a report holds, for each report its own', async () => {
    const cwd = folderWith({ '.ogireport.json': off, 'a.ogi': RADICALS, 'x/y/b.ogi': RADICALS, 'z/.ogireport.json': error, 'z/w/c.ogi': RADICALS });
    assert.deepEqual(await found(cwd, '.'), { files: [join('z', 'w', 'c.ogi')], code: 1, err: '' });
    assert.deepEqual(await found(join(cwd, 'x'), 'y/b.ogi'), { files: [], code: 0, err: '' });
  });

  test('options of the call, and --config, win', async () => {
    const cwd = folderWith({ '.ogireport.json': off, 'a.ogi': RADICALS, 'other.json': error });
    assert.equal((await found(cwd, '--rule', 'glyph/radical=error', 'a.ogi')).code, 1);
    assert.equal((await found(cwd, '--config', 'other.json', 'a.ogi')).code, 1);
  });

  test('standard input has those of its name, or of the current folder', async () => {
    const cwd = folderWith({ '.ogireport.json': off, 'z/.ogireport.json': error });
    const code = async (...args: string[]): Promise<number | null> => (await ogiReport(['check', ...args], { cwd, input: RADICALS })).code;
    assert.deepEqual([await code('-'), await code('--stdin-filename', 'z/c.ogi')], [0, 1]);
  });

  test('that are not understood leave their reports unchecked, by name, and no others', async () => {
    const cwd = folderWith({ 'bad/.ogireport.json': '{ "colour": 1 }', 'bad/a.ogi': UNBALANCED, 'b.ogi': UNBALANCED });
    const { files, code, err } = await found(cwd, '.');
    assert.deepEqual([files, code], [['b.ogi'], 2]);
    assert.match(err, /^bad\/a\.ogi: 未处理，因为设置有误（.*bad\/\.ogireport\.json）：没有设置项“colour”/);
    const fixed = await ogiReport(['fix', 'bad/a.ogi'], { cwd });
    assert.equal(fixed.code, 2);
    assert.equal((await ogiReport(['extract', 'bad/a.ogi'], { cwd })).code, 2);
  });

  test('that are a pipe are not waited for', { skip: process.platform === 'win32' && 'pipes of POSIX' }, async () => {
    const cwd = folderWith({ 'bad/a.ogi': UNBALANCED, 'b.ogi': UNBALANCED });
    execFileSync('mkfifo', [join(cwd, 'bad/.ogireport.json')]);
    const { files, code, err } = await found(cwd, '.');
    assert.deepEqual([files, code], [['b.ogi'], 2]);
    assert.match(err, /^bad\/a\.ogi: 未处理，因为设置有误（.*\.ogireport\.json）：不是普通文件/);
  });

  test('choose the edition of what is extracted', async () => {
    const cwd = folderWith({ '.ogireport.json': '{ "edition": "2019" }', 'a.ogi': CLEAN });
    assert.match((await ogiReport(['extract', 'a.ogi'], { cwd })).out, /"edition":"2019"/);
  });
});

describe('findings that are left for a reason', () => {
  /** A folder whose settings leave every finding of `x/a.ogi`. */
  async function folderLeaving(content: string): Promise<string> {
    const cwd = folderWith({ 'x/a.ogi': content });
    const { files } = JSON.parse((await ogiReport(['check', '--format', 'json', 'x/a.ogi'], { cwd })).out) as { files: { diagnostics: { rule: string; fingerprint: string }[] }[] };
    const ignores = files[0]!.diagnostics.map(({ rule, fingerprint }) => ({ file: 'x/a.ogi', rule, fingerprint, reason: '已核实' }));
    assert.ok(ignores.length > 0);
    return folderWith({ 'x/a.ogi': content, 'b.ogi': content, '.ogireport.json': JSON.stringify({ ignores }) });
  }

  test('fail no run, are counted, and are told of other files', async () => {
    const cwd = await folderLeaving(UNBALANCED);
    const { code, out, err } = await ogiReport(['check', 'x/a.ogi'], { cwd });
    assert.deepEqual([code, out, err], [0, '检查了 1 个文件、1 份报告：没有发现问题；另有 1 个已注明理由，不再提示\n', '']);
    assert.match((await ogiReport(['check', '--format', 'json', 'x/a.ogi'], { cwd })).out, /"ignored":1/);
    assert.equal((await ogiReport(['check', 'b.ogi'], { cwd })).code, 1);
  });

  test('are not fixed either', async () => {
    const cwd = await folderLeaving(RADICALS);
    assert.equal((await ogiReport(['fix', '--dry-run', 'x/a.ogi'], { cwd })).out, '');
    await ogiReport(['fix', 'x/a.ogi', 'b.ogi'], { cwd });
    assert.deepEqual([readFileSync(join(cwd, 'x/a.ogi'), 'utf8'), readFileSync(join(cwd, 'b.ogi'), 'utf8')], [RADICALS, CLEAN]);
  });

  test('and were mended are told, so that nothing is left that nobody knows of', async () => {
    const settings = readFileSync(join(await folderLeaving(UNBALANCED), '.ogireport.json'));
    const cwd = folderWith({ '.ogireport.json': settings, 'x/a.ogi': CLEAN });
    const { code, err } = await ogiReport(['check', 'x/a.ogi'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /^x\/a\.ogi: 设置中的 ignores 有一项（table\/[a-z-]+ [0-9a-f]{16}）没有对应的问题/);
    assert.equal((await ogiReport(['check', '--rule', 'table/result-total=off', '--rule', 'table/row-total=off', '--rule', 'table/balance=off', 'x/a.ogi'], { cwd })).err, '');
  });
});
