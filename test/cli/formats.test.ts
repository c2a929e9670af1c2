/** The formats that other programs read: held against their own definitions, by readers that are not ours, with hostile content. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import type { Log, Result } from 'sarif';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { csvHead, csvRow } from '../../server/src/cli/formats/csv';
import { githubFormat } from '../../server/src/cli/formats/github';
import { Voice } from '../../server/src/cli/voice';
import { RULES } from '../../server/src/rules';
import { CLEAN, folderWith, ogiReport, type Outcome, replaced, schema, UNBALANCED } from '../support/commandLine';

const GBK = Buffer.from([0xd5, 0xfe, 0xb8, 0xae]);
/** What a report may quote to its reader's harm. */
const HOSTILE = '[点击](https://example.com){0}%0A::error::<b>&"\u0001\ufffe';
const QUOTING = replaced(CLEAN, '2.重复申请 | 1 |', `2.重复申请 | ${HOSTILE} |`);
const FOLDER = { 'a.ogi': UNBALANCED, '二/b 月.ogi': replaced(UNBALANCED, '行文起草', '⾏⽂起草'), 'c.ogi': CLEAN, 'd.ogi': GBK, 'e.ogi': QUOTING };
const FILES = Object.keys(FOLDER);

const run = (format: string, args: readonly string[], files: Parameters<typeof folderWith>[0] = FOLDER): Promise<Outcome> => ogiReport(['check', '--format', format, ...args], { cwd: folderWith(files) });

/** What `json` tells of the same folder, which the other formats must agree with. */
async function told(args: readonly string[], files?: Parameters<typeof folderWith>[0]): Promise<{ file: string; rule: string; severity: string; message: string; line: number; column: number }[]> {
  const { files: all } = JSON.parse((await run('json', args, files)).out) as { files: { file: string; diagnostics: { rule: string; severity: string; message: string; range: { start: { line: number; character: number } } }[] }[] };
  return all.flatMap(({ file, diagnostics }) => diagnostics.map(({ rule, severity, message, range }) => ({ file, rule, severity, message, line: range.start.line + 1, column: range.start.character + 1 })));
}

describe('ndjson', () => {
  const { definitions } = JSON.parse(readFileSync(join(__dirname, '../../docs/schema/check.schema.json'), 'utf8')) as { definitions: object };
  const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({ definitions, $ref: '#/definitions/file' });

  test('a line a file, each as the schema says, all of them together what json tells', async () => {
    const { code, out, err } = await run('ndjson', FILES);
    const records = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { file: string; error?: string });
    for (const record of records) assert.ok(valid(record), JSON.stringify(valid.errors));
    const { files } = JSON.parse((await run('json', FILES)).out) as { files: object[] };
    assert.deepEqual(records, files);
    assert.equal(code, 2);
    assert.match(records.find(({ file }) => file === 'd.ogi')!.error!, /UTF-8/);
    assert.match(err, /^d\.ogi: /);
  });

  test('holds no file against another one', async () => {
    const last = replaced(CLEAN, '| 2 | 1 | 6 |', '| 2 | 1 | 5 |').replaceAll('2024', '2023');
    const files = { 'now.ogi': CLEAN, 'last.ogi': last };
    assert.match((await run('json', Object.keys(files), files)).out, /workspace\//);
    assert.doesNotMatch((await run('ndjson', Object.keys(files), files)).out, /workspace\//);
  });
});

describe('sarif', () => {
  // The official schema is of draft 04, and uses nothing that a later draft means differently.
  const official = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const valid = ajv.compile(Object.fromEntries(Object.entries(official).filter(([key]) => key !== '$schema' && key !== 'id')));

  async function logOf(args: readonly string[], files?: Parameters<typeof folderWith>[0]): Promise<Log['runs'][number]> {
    const log = JSON.parse((await run('sarif', args, files)).out) as Log;
    assert.ok(valid(log), JSON.stringify(valid.errors, null, 1));
    assert.equal(log.runs.length, 1);
    return log.runs[0]!;
  }

  const uriOf = ({ locations }: Pick<Result, 'locations'>): string => locations![0]!.physicalLocation!.artifactLocation!.uri!;

  test('the schema does refuse', () => {
    assert.equal(valid({ version: '2.1.0', runs: [{ results: [] }] }), false);
    assert.equal(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', informationUri: '不 是 URI' } } }] }), false);
  });

  test('is as the official schema says, and tells what json tells', async () => {
    const { results, tool, columnKind, invocations } = await logOf(FILES);
    const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    const expected = await told(FILES);
    assert.ok(expected.length >= 4);
    assert.deepEqual(
      results!.map(({ ruleId, level, locations }) => [decodeURI(uriOf({ locations: locations! })), ruleId, level, locations![0]!.physicalLocation!.region!.startLine, locations![0]!.physicalLocation!.region!.startColumn]),
      expected.map(({ file, rule, severity, line, column }) => [file, rule, LEVELS[severity], line, column]),
    );
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.deepEqual(tool.driver.rules!.map(({ id }) => id), RULES.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of results!) assert.equal(tool.driver.rules![ruleIndex!]!.id, ruleId);
    assert.equal(invocations![0]!.executionSuccessful, false);
    assert.deepEqual(invocations![0]!.toolExecutionNotifications!.map((notification) => uriOf(notification)), ['d.ogi']);
  });

  test('relative paths stay relative, escaped; absolute ones are file URIs', async () => {
    const cwd = folderWith({ '二/b 月#1.ogi': UNBALANCED });
    const relative = await ogiReport(['check', '--format', 'sarif', '二/b 月#1.ogi'], { cwd });
    assert.match(relative.out, /"uri":"%E4%BA%8C\/b%20%E6%9C%88%231\.ogi"/);
    const absolute = await ogiReport(['check', '--format', 'sarif', join(cwd, '二', 'b 月#1.ogi')], { cwd });
    assert.match(absolute.out, /"uri":"file:\/\/\/.*\/%E4%BA%8C\/b%20%E6%9C%88%231\.ogi"/);
  });

  test('a report can put no link and no placeholder before the reader', async () => {
    const { results } = await logOf(['e.ogi']);
    const texts = results!.map(({ message }) => message.text!);
    assert.ok(texts.some((text) => text.includes('点击')), 'the words are quoted');
    for (const text of texts) assert.doesNotMatch(text, /(?<!\\)\]\(|(?<!\{)\{0\}(?!\})/);
  });

  test('nothing found, and no files', async () => {
    assert.deepEqual((await logOf(['c.ogi'])).results, []);
    assert.deepEqual((await logOf(['.'], {})).results, []);
  });

  test('what is left for a reason is suppressed, with the reason; fixes and related places are there', async () => {
    const [finding] = (await logOf(['a.ogi'])).results!;
    const fingerprint = Object.values(finding!.partialFingerprints!)[0]!;
    const settings = JSON.stringify({ ignores: [{ file: 'a.ogi', rule: finding!.ruleId, fingerprint, reason: '已核实' }] });
    const { results } = await logOf(['a.ogi', '二/b 月.ogi'], { ...FOLDER, '.ogireport.json': settings });
    assert.deepEqual(results!.filter(({ suppressions }) => suppressions).map((result) => [uriOf(result), result.suppressions![0]!.justification]), [['a.ogi', '已核实']]);
    assert.deepEqual(results!.find(({ ruleId }) => ruleId === 'glyph/radical')!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text, '行文');
    assert.ok(results!.some(({ relatedLocations }) => relatedLocations));
  });
});

describe('github', () => {
  const COMMAND = /^::(error|warning|notice) ([^:]*)::(.*)$/;
  const unescaped = (text: string): string => text.replace(/%(25|0D|0A|3A|2C)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

  test('a command a finding, and a summary for the log', async () => {
    const { code, out } = await run('github', FILES);
    const lines = out.trimEnd().split('\n');
    const expected = await told(FILES);
    assert.equal(code, 2);
    assert.match(lines.pop()!, /^检查了 4 个文件.*1 个文件出错$/);
    const commands = lines.map((line) => {
      const [, name, properties, message] = COMMAND.exec(line) ?? assert.fail(`no command: ${line}`);
      return { name, message: unescaped(message!), ...Object.fromEntries(properties!.split(',').map((property) => property.split('=').map(unescaped))) } as Record<string, string>;
    });
    const failed = commands.filter(({ title }) => title === undefined);
    assert.deepEqual(failed.map(({ name, file }) => [name, file]), [['error', 'd.ogi']]);
    assert.deepEqual(
      commands.filter(({ title }) => title !== undefined).map(({ file, line, title, message }) => [file, Number(line), title, message]),
      expected.map(({ file, rule, message, line }) => [file, line, rule, message]),
    );
    const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
    assert.deepEqual(commands.filter(({ title }) => title !== undefined).map(({ name }) => name), expected.map(({ severity }) => LEVELS[severity]));
  });

  test('an annotation over several lines has no columns, which GitHub would refuse', () => {
    const [diagnostic] = analyse(UNBALANCED, DEFAULT_SETTINGS).diagnostics;
    const annotation = (endLine: number): string =>
      githubFormat({ voice: new Voice('zh-CN', false), failing: [] }).file({
        path: 'a.ogi',
        reports: [],
        diagnostics: [{ ...diagnostic!, message: '100%' }],
        omitted: 0,
        ignored: [],
        fingerprintOf: () => '',
        rangeOf: () => ({ start: { line: 1, character: 2 }, end: { line: endLine, character: 4 } }),
      });
    assert.equal(annotation(1), `::error file=a.ogi,line=2,endLine=2,col=3,endColumn=5,title=${diagnostic!.rule}::100%25\n`);
    assert.equal(annotation(2), `::error file=a.ogi,line=2,endLine=3,title=${diagnostic!.rule}::100%25\n`);
  });

  test('a file can not give commands by its name', { skip: process.platform === 'win32' && 'names that Windows does not allow' }, async () => {
    const { out } = await run('github', ['.'], { 'x,title=y::z\n::error::w.ogi': UNBALANCED });
    const [line] = out.split('\n');
    assert.match(line!, /^::error file=x%2Ctitle=y%3A%3Az%0A%3A%3Aerror%3A%3Aw\.ogi,line=/);
  });
});

describe('junit', () => {
  interface Suite {
    readonly attributes: Readonly<Record<string, string>>;
    readonly cases: { readonly name: string; readonly classname: string; failures: string[]; errors: string[] }[];
    output: string;
  }

  /** The suites in a document that must be well-formed XML 1.0. */
  function suitesIn(xml: string): Suite[] {
    const suites: Suite[] = [];
    const open: SaxesTagPlain[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => assert.fail(error));
    parser.on('opentag', (tag) => {
      open.push(tag);
      const attributes = tag.attributes as Record<string, string>;
      if (tag.name === 'testsuite') suites.push({ attributes, cases: [], output: '' });
      else if (tag.name === 'testcase') suites.at(-1)!.cases.push({ name: attributes['name']!, classname: attributes['classname']!, failures: [], errors: [] });
      else if (tag.name === 'failure') suites.at(-1)!.cases.at(-1)!.failures.push(attributes['message']!);
      else if (tag.name === 'error') suites.at(-1)!.cases.at(-1)!.errors.push(attributes['message']!);
    });
    parser.on('text', (text) => {
      if (open.at(-1)?.name === 'system-out') suites.at(-1)!.output += text;
    });
    parser.on('closetag', () => open.pop());
    parser.write(xml).close();
    return suites;
  }

  test('a suite a file; what fails the run fails, everything else is output', async () => {
    const { code, out } = await run('junit', FILES);
    const suites = suitesIn(out);
    const expected = await told(FILES);
    assert.equal(code, 2);
    assert.deepEqual(suites.map(({ attributes }) => attributes['name']), FILES);
    for (const { attributes, cases, output } of suites) {
      const own = expected.filter(({ file }) => file === attributes['name']);
      const errors = own.filter(({ severity }) => severity === 'error');
      assert.equal(Number(attributes['tests']), cases.length);
      assert.equal(Number(attributes['failures']), errors.length);
      assert.deepEqual(cases.flatMap(({ failures }) => failures), errors.map(({ message }) => message.replaceAll('\ufffe', '')));
      assert.equal(output.trim().split('\n').filter(Boolean).length, own.length - errors.length);
      assert.ok(cases.length > 0, 'a suite without cases is no success');
    }
    const [unread] = suites.filter(({ attributes }) => attributes['errors'] === '1');
    assert.equal(unread!.attributes['name'], 'd.ogi');
    assert.match(unread!.cases[0]!.errors[0]!, /UTF-8/);
  });

  test('--fail-on decides what fails', async () => {
    const failures = async (level: string): Promise<number> => suitesIn((await run('junit', ['--fail-on', level, '--rule', 'glyph/radical=warning', '二/b 月.ogi'])).out)[0]!.cases.flatMap((own) => own.failures).length;
    assert.deepEqual([await failures('never'), await failures('error'), await failures('warning')], [0, 1, 2]);
  });

  test('no files', async () => assert.deepEqual(suitesIn((await run('junit', ['.'], {})).out), []));
});

describe('csv', () => {
  const parseCsv = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
  const valid = schema('extract');
  const rows = async (text: string, name = 'a.ogi'): Promise<{ row: Record<string, string>; raw: string; json: { tables: Record<string, Record<string, Record<string, number | null>>> } }> => {
    const cwd = folderWith({ [name]: text });
    const raw = (await ogiReport(['extract', '--format', 'csv', '--', name], { cwd })).out;
    const [row, ...more] = parseCsv(raw);
    assert.equal(more.length, 0);
    const json = JSON.parse((await ogiReport(['extract', '--', name], { cwd })).out) as Awaited<ReturnType<typeof rows>>['json'];
    assert.ok(valid(json));
    return { row: row!, raw, json };
  };

  for (const edition of ['2019', '2021']) {
    test(`every cell that json tells is in its column: ${edition}`, async () => {
      const text = readFileSync(join(__dirname, `../fixtures/known/${edition}.tab.ogi`), 'utf8');
      const { row, raw, json } = await rows(text);
      const cells = Object.entries(json.tables).flatMap(([table, own]) => Object.entries(own).flatMap(([id, columns]) => Object.entries(columns).map(([column, value]) => [`${table}.${id}.${column}`, value] as const)));
      assert.equal(cells.length, edition === '2019' ? 198 : 200);
      for (const [name, value] of cells) assert.equal(row[name], String(value ?? ''), name);
      const told = new Set<string>(cells.map(([name]) => name));
      for (const [name, value] of Object.entries(row)) if (name.includes('.') && !told.has(name)) assert.equal(value, '', name);
      assert.ok(raw.startsWith('\ufeff') && raw.endsWith('\r\n'));
      assert.equal(raw.replaceAll('\r\n', '').includes('\n'), false);
    });
  }

  test('words are not lost, and stand in no column of numbers; so do reasons', async () => {
    const text = replaced(replaced(CLEAN, '2.重复申请 | 1 |', '2.重复申请 | 见"附件",2 |'), '行政许可 | 14 |', '行政许可 | 14 | 15 |');
    const { row } = await rows(text);
    assert.equal(row['requests.notProcessed.repeated.naturalPerson'], '');
    assert.equal(row['text'], 'requests.notProcessed.repeated.naturalPerson=见"附件",2');
    assert.match(row['unreadable']!, /^proactiveDisclosure: .*应为 1 个/);
    assert.equal(row['proactiveDisclosure.licensing.decisions'], '');
  });

  test('no text begins a formula, in whatever width and behind whatever blanks; numbers stay numbers', async () => {
    assert.equal((await rows(CLEAN, '-2+3.ogi')).row['file'], "'-2+3.ogi");
    const begins = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＠SUM(A1)'];
    for (const title of begins) {
      const row = csvRow({ file: 'a.ogi', line: 0, title, agency: null, fiscalYear: 2024, edition: '2021', sections: [], tables: { proactiveDisclosure: { licensing: { decisions: -5 } }, requests: {}, reviewAndLitigation: {} }, unreadable: [] });
      const [fields] = parseCsv(csvHead() + row);
      assert.equal(fields!['title'], `'${title}`);
      assert.equal(fields!['proactiveDisclosure.licensing.decisions'], '-5');
    }
  });
});
