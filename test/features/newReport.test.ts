import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { newReport } from '../../server/src/features/newReport';
import { type ReportSummary, summariesOf } from '../../server/src/model/report/summary';
import { SECTION_IDS } from '../../server/src/syntax/sections';
import { reportText } from '../support/reports';

const AGENCY = '云溪县水利局';

/** What the workspace knows of these reports, a file each. */
function known(...texts: readonly string[]): ReportSummary[] {
  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return texts.flatMap((text, i) => summariesOf(analyse(text, DEFAULT_SETTINGS).reports, `file:///${i}.txt`, () => nowhere));
}

/** The report of a year with so many carried over, by applicant; the table adds up. */
function carrying(year: number, numbers: Readonly<Record<string, string>>, edition: '2019' | '2021' = '2021'): string {
  return reportText({ year, edition, agency: AGENCY, cell: (row, column) => (row.id === 'received' || row.id === 'carriedOut' ? (numbers[column.id] ?? '0') : '0') });
}

const made = (year: number, others: readonly ReportSummary[] = []): string => newReport({ agency: AGENCY, year, others })!.text;
const rowOf = (text: string, id: string): (string | undefined)[] => analyse(text, DEFAULT_SETTINGS).reports[0]!.model.tables.find((own) => own.id === 'requests')!.table.row(id)!.cells.map(({ syntax }) => syntax.text);

describe('a new report', () => {
  for (const [year, edition, numbers] of [[2019, '2019', 22 + 161 + 15], [2020, '2019', 22 + 161 + 15], [2021, '2021', 10 + 175 + 15], [2025, '2021', 10 + 175 + 15]] as const) {
    test(`of ${year}: title, six sections and the tables of the form of ${edition}, and nothing wrong but the blanks`, () => {
      const { reports, diagnostics } = analyse(made(year), DEFAULT_SETTINGS);
      const { title, agency, fiscalYear, sections, tables, edition: own } = reports[0]!.model;
      assert.deepEqual([reports.length, title?.text, agency, fiscalYear, own.id], [1, `${AGENCY}${year}年政府信息公开工作年度报告`, AGENCY, { year, source: 'title' }, edition]);
      assert.deepEqual(sections.map(({ id }) => id), [...SECTION_IDS]);
      const cells = tables.flatMap(({ table }) => table.rows.flatMap((row) => row.cells));
      assert.deepEqual([cells.length, new Set(cells.map(({ syntax }) => syntax.text))], [numbers, new Set(['/'])]);
      assert.ok(tables.every(({ table }) => table.spec.edition === edition));
      assert.deepEqual([...new Set(diagnostics.map(({ rule, severity }) => `${rule} ${severity}`))], ['table/blank-cell warning']);
    });
  }

  test('of a year without a national form there is none', () => assert.equal(newReport({ agency: AGENCY, year: 2018, others: [] }), undefined));
});

describe('requests carried over', () => {
  test('are last year’s, column by column, over the change of the form too', () => {
    const last = carrying(2020, { naturalPerson: '2', business: '1', total: '3' }, '2019');
    const text = made(2021, known(last));
    assert.deepEqual(rowOf(text, 'carriedIn'), ['2', '1', '0', '0', '0', '0', '3']);
    assert.ok(rowOf(text, 'received').every((cell) => cell === '/'));
    assert.equal(newReport({ agency: AGENCY, year: 2021, others: known(last) })!.from?.file, 'file:///0.txt');
  });

  test('leave a report of which only blanks are told', () => {
    const { diagnostics } = analyse(made(2024, known(carrying(2023, { naturalPerson: '2', total: '2' }))), DEFAULT_SETTINGS);
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === 'error'), []);
  });

  test('are blanks where there is no report of last year, or its number is called wrong by its own table', () => {
    const blank = Array(7).fill('/') as string[];
    assert.deepEqual(rowOf(made(2024), 'carriedIn'), blank);
    assert.deepEqual(rowOf(made(2024, known(carrying(2022, { naturalPerson: '2', total: '2' }))), 'carriedIn'), blank);
    const wrong = carrying(2023, { naturalPerson: '2', total: '2' }).replace('四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |', '四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 3 |');
    assert.equal(rowOf(made(2024, known(wrong)), 'carriedIn').at(-1), '/');
  });

  test('are blanks in the columns that several files of last year contradict each other in', () => {
    const others = known(carrying(2023, { naturalPerson: '2', total: '2' }), carrying(2023, { naturalPerson: '2', business: '1', total: '3' }));
    assert.deepEqual(rowOf(made(2024, others), 'carriedIn'), ['2', '/', '0', '0', '0', '0', '/']);
  });
});
