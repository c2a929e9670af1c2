/** `extract`: every cell with its row and column, and reasons where there is none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CLEAN, ogiReport, replaced, schema } from '../support/commandLine';
import { noSeeds, SEEDS } from '../support/seeds';

type Table = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

interface Report {
  readonly file: string;
  readonly line: number;
  readonly title: string | null;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly edition: string;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } } }[];
  readonly tables: { readonly proactiveDisclosure: Table; readonly requests: Table; readonly reviewAndLitigation: Table };
  readonly text?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly unreadable: readonly { readonly table: string; readonly reason: string }[];
}

const valid = schema('extract');

async function extracted(input: string, ...args: string[]): Promise<Report[]> {
  return recordsOf((await ogiReport(['extract', ...args, '-'], { input })).out);
}

/** The records in `out`, each of which must be as the schema says. */
function recordsOf(out: string): Report[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const record: unknown = JSON.parse(line);
      assert.ok(valid(record), JSON.stringify(valid.errors, null, 1));
      return record as Report;
    });
}

const numbers = (table: Table): (number | null)[] => Object.values(table).flatMap((row) => Object.values(row));

describe('a report', () => {
  test('who, when, sections, and all 200 numbers', async () => {
    const [record, ...more] = await extracted(`\n\n${CLEAN}`);
    assert.equal(more.length, 0);
    assert.equal(record!.line, 2);
    assert.equal(record!.title, '云溪县科技和工业信息化局2024年政府信息公开工作年度报告');
    assert.deepEqual([record!.agency, record!.fiscalYear, record!.edition], ['云溪县科技和工业信息化局', 2024, '2021']);
    assert.deepEqual(record!.sections.map(({ id }) => id), ['overview', 'proactiveDisclosure', 'requests', 'reviewAndLitigation', 'problemsAndImprovements', 'otherMatters']);
    const lines = `\n\n${CLEAN}`.split('\n');
    for (const { title, range } of record!.sections) {
      assert.ok(lines[range.start.line]!.endsWith(title));
      assert.notEqual(lines[range.end.line]!.trim(), '');
    }
    const { proactiveDisclosure, requests, reviewAndLitigation } = record!.tables;
    assert.deepEqual([proactiveDisclosure, requests, reviewAndLitigation].map((table) => numbers(table).length), [10, 175, 15]);
    assert.deepEqual(proactiveDisclosure['normativeDocuments'], { issued: 2, repealed: 1, inForce: 6 });
    assert.deepEqual(requests['received'], { naturalPerson: 17, business: 5, research: 1, socialOrganization: 0, legalService: 2, otherOrganization: 0, total: 25 });
    assert.equal(requests['unavailable.notHeld']!['naturalPerson'], 3);
    assert.deepEqual(reviewAndLitigation['reconsideration'], { upheld: 2, corrected: 0, otherResult: 1, pending: 0, total: 3 });
    assert.deepEqual(reviewAndLitigation['litigationAfterReconsideration'], { upheld: 0, corrected: 0, otherResult: 0, pending: 1, total: 1 });
    assert.deepEqual(record!.unreadable, []);
    assert.equal('text' in record!, false);
  });

  test('blanks are null, words are null with the words beside them', async () => {
    const text = replaced(replaced(CLEAN, '2.重复申请 | 1 |', '2.重复申请 | ⻅附件 |'), '行政许可 | 14 |', '行政许可 | / |');
    const [record] = await extracted(text);
    assert.equal(record!.tables.requests['notProcessed.repeated']!['naturalPerson'], null);
    assert.equal(record!.tables.requests['notProcessed.repeated']!['total'], 1);
    assert.equal(record!.tables.proactiveDisclosure['licensing']!['decisions'], null);
    assert.deepEqual(record!.text, { requests: { 'notProcessed.repeated': { naturalPerson: '⻅附件' } } });
  });

  test('a row with a value too many is refused, named, and nothing else is lost', async () => {
    const [record] = await extracted(replaced(CLEAN, '2.重复申请 | 1 |', '2.重复申请 | 1 | 5 |'));
    assert.equal('notProcessed.repeated' in record!.tables.requests, false);
    assert.equal(numbers(record!.tables.requests).length, 175 - 7);
    assert.deepEqual(record!.unreadable, [{ table: 'requests', reason: '2.重复申请：有 8 个值，应为 7 个' }]);
    const [english] = await extracted(replaced(CLEAN, '2.重复申请 | 1 |', '2.重复申请 | 1 | 5 |'), '--lang', 'en');
    assert.match(english!.unreadable[0]!.reason, /8 values where there should be 7/);
  });

  test('a row that the form does not have, and one that stands twice, are told', async () => {
    const again = '2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n';
    const [record] = await extracted(replaced(CLEAN, again, `${again}${again}9.另行安排的其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n`));
    assert.deepEqual(record!.unreadable.map(({ table }) => table), ['requests', 'requests']);
    assert.match(record!.unreadable[0]!.reason, /重复的一行/);
    assert.match(record!.unreadable[1]!.reason, /不是本表的行/);
    assert.equal(numbers(record!.tables.requests).length, 175);
  });

  test('a table that is not there is empty', async () => {
    const [before, after] = CLEAN.split('第二十条第（一）项');
    const [record] = await extracted(`${before!}\n${after!.slice(after!.indexOf('三、收到'))}`);
    assert.deepEqual(record!.tables.proactiveDisclosure, {});
  });
});

describe('documents', () => {
  test('several reports are several lines', async () => {
    const records = await extracted(`${CLEAN}\n${CLEAN.replaceAll('2024', '2023')}`);
    assert.deepEqual(records.map(({ fiscalYear, line }) => [fiscalYear, line]), [
      [2024, 0],
      [2023, CLEAN.split('\n').length],
    ]);
  });

  test('a text without any report gives no line, and says so', async () => {
    const { code, out, err } = await ogiReport(['extract', '-'], { input: '今天天气很好。\n' });
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /没有年度报告/);
  });

  test('a report of before 2019 is recognised, and has no tables of the form', async () => {
    const [record] = await extracted('云溪县2015年政府信息公开工作年度报告\n\n一、概述\n\n全年主动公开政府信息 812 条。\n\n二、主动公开政府信息情况\n\n（略）\n');
    assert.deepEqual([record!.fiscalYear, record!.edition, numbers(record!.tables.requests)], [2015, 'pre2019', []]);
  });

  test('a file that can not be read ends with 2 and leaves the others', async () => {
    const { code, out, err } = await ogiReport(['extract', 'nowhere.txt', '-'], { input: CLEAN });
    assert.equal(code, 2);
    assert.equal(recordsOf(out).length, 1);
    assert.match(err, /^nowhere\.txt: /);
  });
});

describe('the real reports', () => {
  const seed = async (number: string): Promise<Report> => (await extracted(SEEDS.find(({ name }) => name === number)!.text))[0]!;
  const counts = ({ tables }: Report): number[] => Object.values(tables).map((table) => numbers(table).length);

  for (const number of ['000', '002', '004']) {
    test(`${number}: 10 + 175 + 15 numbers, all 0`, { skip: noSeeds }, async () => {
      const record = await seed(number);
      assert.deepEqual(counts(record), [10, 175, 15]);
      assert.ok(Object.values(record.tables).flatMap(numbers).every((value) => value === 0));
      assert.deepEqual(record.unreadable, []);
    });
  }

  test('003: 22, then 140 of 161, and none of 15; the rows that are refused are named', { skip: noSeeds }, async () => {
    const record = await seed('003');
    assert.equal(record.edition, '2019');
    assert.deepEqual(counts(record), [22, 140, 0]);
    assert.deepEqual(record.unreadable, [
      { table: 'requests', reason: '（六）其他处理：有 8 个值，应为 7 个' },
      { table: 'requests', reason: '（七）总计：有 8 个值，应为 7 个' },
      { table: 'requests', reason: '四、结转下年度继续办理：有 8 个值，应为 7 个' },
      { table: 'reviewAndLitigation', reason: '有 16 个值，应为 15 个' },
    ]);
  });
});
