/** `check`: what is printed, in both formats, and the exit code. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLEAN, folderWith, ogiReport, RADICALS, replaced, schema, UNBALANCED } from '../support/commandLine';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly file: string;
    readonly error?: string;
    readonly omitted?: number;
    readonly reports: readonly Record<string, unknown>[];
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly range: { readonly start: Position; readonly end: Position };
      readonly fixes: readonly { readonly safety: string; readonly edits: readonly { readonly newText: string }[] }[];
    }[];
  }[];
}

const valid = schema('check');

/** The output of `check --format json`, which must be as the schema says. */
function parsed(out: string): Output {
  const json: unknown = JSON.parse(out);
  assert.ok(valid(json), JSON.stringify(valid.errors, null, 1));
  return json as Output;
}

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

describe('text', () => {
  test('a line a finding, columns from 1, then a summary', async () => {
    const cwd = folderWith({ '一.ogi': RADICALS, '二.ogi': UNBALANCED });
    const { code, out } = await ogiReport(['check', '一.ogi', '二.ogi'], { cwd });
    const lines = out.split('\n');
    assert.equal(code, 1);
    assert.match(lines[0]!, new RegExp(`^一\\.ogi:${lineOf(RADICALS, '⾏⽂')}:\\d+ \\w+ .+ \\[glyph/radical\\]$`));
    assert.equal(lines[1], '');
    assert.match(lines[2]!, new RegExp(`^二\\.ogi:${lineOf(UNBALANCED, '（七）总计')}:9 error .+ \\[table/[a-z-]+\\]$`));
    assert.match(lines.at(-2)!, /^检查了 2 个文件、2 份报告：错误 1，.*其中 1 个可用 ogi-report fix 安全修复$/);
    assert.equal(lines.at(-1), '');
  });

  test('nothing to complain about', async () => {
    const outcome = await ogiReport(['check', 'a.ogi'], { cwd: folderWith({ 'a.ogi': CLEAN }) });
    assert.deepEqual(outcome, { code: 0, out: '检查了 1 个文件、1 份报告：没有发现问题\n', err: '' });
  });

  test('no colour without a terminal', async () => {
    const { out } = await ogiReport(['check', '-'], { input: UNBALANCED });
    assert.ok(!out.includes('\u001b'));
  });

  test('a report can not drive the terminal', async () => {
    const { out } = await ogiReport(['check', '-'], { input: replaced(CLEAN, '2.重复申请 | 1', '2.重复申请 | \u001b[31m见附件') });
    assert.ok(!out.includes('\u001b'));
  });
});

describe('json', () => {
  test('is as the schema says, zero-based, in UTF-16 units', async () => {
    // 𠮷 takes two units, and stands before the radicals on their line.
    const text = replaced(RADICALS, '（三）政府信息管理', '（三）𠮷政府信息管理');
    const cwd = folderWith({ 'a.ogi': text });
    const { code, out } = await ogiReport(['check', '--format', 'json', 'a.ogi'], { cwd });
    const { version, files } = parsed(out);
    assert.equal(version, 1);
    assert.equal(code, 0);
    assert.equal(files[0]!.file, 'a.ogi');
    assert.deepEqual(files[0]!.reports, [{ title: CLEAN.split('\n')[0], agency: '云溪县科技和工业信息化局', fiscalYear: 2024, edition: '2021' }]);
    const [finding] = files[0]!.diagnostics;
    const line = text.split('\n')[finding!.range.start.line]!;
    assert.equal(finding!.rule, 'glyph/radical');
    assert.equal(line.slice(finding!.range.start.character, finding!.range.end.character), '⾏⽂');
    assert.equal(finding!.fixes[0]!.safety, 'safe');
  });

  test('several reports in one file, and files that can not be read', async () => {
    const cwd = folderWith({ 'two.ogi': `${CLEAN}\n${CLEAN.replaceAll('2024', '2023')}`, 'gbk.ogi': Buffer.from([0xd5, 0xfe, 0xb8, 0xae]) });
    const { code, out, err } = await ogiReport(['check', '--format=json', '.'], { cwd });
    const { files } = parsed(out);
    assert.equal(code, 2);
    assert.deepEqual(files.map(({ file, error, reports }) => [file, error !== undefined, reports.map(({ fiscalYear }) => fiscalYear)]), [
      ['gbk.ogi', true, []],
      ['two.ogi', false, [2024, 2023]],
    ]);
    assert.match(err, /^gbk\.ogi: 不是 UTF-8/);
  });

  test('no files at all', async () => {
    assert.deepEqual(parsed((await ogiReport(['check', '--format', 'json', '.'], { cwd: folderWith({}) })).out), { version: 1, files: [] });
  });
});

describe('--fail-on', () => {
  const cwd = folderWith({ 'clean.ogi': CLEAN, 'warning.ogi': RADICALS, 'error.ogi': UNBALANCED });
  const exit = async (file: string, ...args: string[]): Promise<number | null> => (await ogiReport(['check', '--rule', 'glyph/radical=warning', ...args, file], { cwd })).code;

  test('error by default', async () => {
    assert.deepEqual([await exit('clean.ogi'), await exit('warning.ogi'), await exit('error.ogi')], [0, 0, 1]);
  });
  test('warning takes errors in', async () => {
    assert.deepEqual([await exit('clean.ogi', '--fail-on', 'warning'), await exit('warning.ogi', '--fail-on', 'warning'), await exit('error.ogi', '--fail-on', 'warning')], [0, 1, 1]);
  });
  test('never', async () => {
    assert.equal(await exit('error.ogi', '--fail-on', 'never'), 0);
  });
  test('a file that can not be read counts more than any finding', async () => {
    assert.equal((await ogiReport(['check', '--fail-on', 'never', 'error.ogi', 'nowhere.ogi'], { cwd })).code, 2);
  });
});

describe('options', () => {
  test('--rule sets the level of a rule, off switches it off', async () => {
    const levels = async (level: string): Promise<string[]> =>
      parsed((await ogiReport(['check', '--format', 'json', '--rule', `glyph/radical=${level}`, '-'], { input: RADICALS })).out).files[0]!.diagnostics.map(({ severity }) => severity);
    assert.deepEqual(await levels('error'), ['error']);
    assert.deepEqual(await levels('off'), []);
  });

  test('--max-problems limits what is listed, says so, and changes no exit code', async () => {
    const text = replaced(UNBALANCED, '全年通过县政府', '全年通过县政⼴');
    const { files } = parsed((await ogiReport(['check', '--format', 'json', '--max-problems', '1', '-'], { input: text })).out);
    assert.equal(files[0]!.diagnostics.length, 1);
    assert.equal(files[0]!.omitted, 1);
    const { code, out } = await ogiReport(['check', '--max-problems', '1', '-'], { input: text });
    assert.equal(code, 1);
    assert.match(out, /还有 1 个问题未列出/);
  });

  test('--edition names the form to check against', async () => {
    const { files } = parsed((await ogiReport(['check', '--format', 'json', '--edition', '2019', '-'], { input: CLEAN })).out);
    assert.equal(files[0]!.reports[0]!['edition'], '2019');
  });
});
