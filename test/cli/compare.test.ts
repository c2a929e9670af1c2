/** `check`: the files of a call are held against each other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLEAN, folderWith, ogiReport, replaced, schema } from '../support/commandLine';

/** Documents in force go on to this year's; requests don't. */
const LAST_YEAR = replaced(CLEAN, '| 2 | 1 | 6 |', '| 2 | 1 | 5 |').replaceAll('2024', '2023');
/** Section 五 of the next year is its own. */
const NOW = CLEAN.replace(/(五、存在的主要问题及改进情况\n)[^]*?(?=六、)/, '$1\n存在的主要问题：公开栏更新慢。改进情况：纳入月度检查。\n\n');
const carriedOver = /^四、结转下年度继续办理\S* \| (\d+) \|/m;
const carriedIn = /^二、上年结转\S* \| (\d+) \|/m;

interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly range: { readonly start: { readonly line: number } }; readonly message: string }[];
}

async function findings(args: readonly string[], cwd: string, input?: string): Promise<Record<string, readonly Finding[]>> {
  const { out } = await ogiReport(['check', '--format', 'json', '--fail-on', 'never', ...args], { cwd, ...(input === undefined ? {} : { input }) });
  const valid = schema('check');
  const json = JSON.parse(out) as { files: { file: string; diagnostics: readonly Finding[] }[] };
  assert.ok(valid(json), JSON.stringify(valid.errors, null, 1));
  return Object.fromEntries(json.files.map(({ file, diagnostics }) => [file, diagnostics.filter(({ rule }) => rule.startsWith('workspace/'))]));
}

describe('the files of a call', () => {
  test('the fixture does carry over another number than it was given', () => {
    assert.notEqual(carriedOver.exec(CLEAN)![1], carriedIn.exec(CLEAN)![1]);
  });

  test('are compared in any order and from any folder, and the other file is named', async () => {
    const cwd = folderWith({ 'x/今年.txt': NOW, '去年.ogi': LAST_YEAR });
    for (const args of [['.'], ['x/今年.txt', '去年.ogi'], ['去年.ogi', 'x/*.txt']]) {
      const found = await findings(args, cwd);
      assert.deepEqual(found['去年.ogi'], []);
      const [finding, ...others] = found['x/今年.txt']!;
      assert.equal(others.length, 0);
      assert.equal(finding!.rule, 'workspace/carried-over');
      assert.match(finding!.message, /（去年\.ogi）/);
      const [related] = finding!.related!;
      assert.equal(related!.file, '去年.ogi');
      assert.match(LAST_YEAR.split('\n')[related!.range.start.line]!, carriedOver);
    }
  });

  test('alone there is nothing to compare', async () => {
    const cwd = folderWith({ 'now.txt': NOW, 'last.txt': LAST_YEAR });
    assert.deepEqual(await findings(['now.txt'], cwd), { 'now.txt': [] });
    assert.deepEqual(await findings(['-'], cwd, NOW), { '-': [] });
  });

  test('standard input is one of them, though it can be read only once', async () => {
    const found = await findings(['-', 'last.txt'], folderWith({ 'last.txt': LAST_YEAR }), NOW);
    assert.deepEqual(found['-']!.map(({ rule }) => rule), ['workspace/carried-over']);
  });

  test('a file that can not be read costs its own comparison only', async () => {
    const cwd = folderWith({ 'now.txt': NOW, 'last.txt': LAST_YEAR, 'gbk.ogi': Buffer.from([0xd5, 0xfe, 0xb8, 0xae]) });
    assert.deepEqual((await findings(['.'], cwd))['now.txt']!.map(({ rule }) => rule), ['workspace/carried-over']);
  });

  test('as text, the place in the other file stands below the finding', async () => {
    const cwd = folderWith({ 'now.txt': NOW, 'last.txt': LAST_YEAR });
    const lines = (await ogiReport(['check', 'now.txt', 'last.txt'], { cwd })).out.split('\n');
    const at = lines.findIndex((line) => line.endsWith('[workspace/carried-over]'));
    assert.ok(at >= 0, lines.join('\n'));
    const line = LAST_YEAR.split('\n').findIndex((own) => carriedOver.test(own)) + 1;
    assert.ok(lines[at + 1]!.startsWith(`  last.txt:${line}:1 2023 年度的`), lines[at + 1]);
  });

  test('a rule can be switched off, and on', async () => {
    const cwd = folderWith({ 'now.txt': NOW, 'last.txt': LAST_YEAR });
    assert.deepEqual((await findings(['--rule', 'workspace/carried-over=off', '.'], cwd))['now.txt'], []);
    const unit = replaced(NOW, CLEAN.split('\n')[0]!, '云溪县人民政府2024年政府信息公开工作年度报告');
    const units = folderWith({ 'gov.txt': unit, 'a.txt': NOW, 'b.txt': NOW.replaceAll('云溪县科技和工业信息化局', '云溪县水利局') });
    assert.deepEqual((await findings(['.'], units))['gov.txt'], []);
    const rules = (await findings(['--rule', 'workspace/sum-of-units=error', '.'], units))['gov.txt']!.map(({ rule }) => rule);
    assert.ok(rules.length > 0 && rules.every((rule) => rule === 'workspace/sum-of-units'));
  });

  test('a copy of a file is no news', async () => {
    assert.deepEqual(await findings(['.'], folderWith({ 'a.txt': NOW, 'a 副本.txt': NOW })), { 'a.txt': [], 'a 副本.txt': [] });
  });
});
