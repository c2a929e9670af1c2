/** Rows and columns that are lost, there twice, or in each other's places together with their labels. */
import type { TableId } from '../../../server/src/editions';
import type { DataRow, Form, HeadRow } from '../../support/layouts/form';
import type { Random } from '../../support/random';
import type { Fault } from '../fault';
import { specOf } from '../report';

const TABLES: readonly TableId[] = ['proactiveDisclosure', 'requests', 'requests', 'requests'];
const ROW_RULES = ['table/missing-row', 'table/unknown-row', 'table/column-count', 'table/unreadable', 'table/row-order', 'table/glued-digits'];

type Row = HeadRow | DataRow;

/** `rows` with something done to those at `one` and `two`, which are rows of data. */
type Change = (rows: readonly Row[], one: number, two: number) => readonly Row[];

const CHANGES: Readonly<Record<string, Change>> = {
  'a row dropped': (rows, one) => rows.toSpliced(one, 1),
  'a row doubled': (rows, one) => rows.toSpliced(one, 0, rows[one]!),
  'two rows with their labels exchanged': (rows, one, two) => rows.with(one, rows[two]!).with(two, rows[one]!),
  'a row with its label moved': (rows, one, two) => rows.toSpliced(one, 1).toSpliced(two, 0, rows[one]!),
};

export const rowFaults: readonly Fault[] = Object.entries(CHANGES).map(([mechanism, change]) => ({
  family: 'a row',
  mechanism,
  inject(report, random, layout) {
    const moves = mechanism.includes('exchanged') || mechanism.includes('moved');
    // Where labels stand apart from their numbers, those that change places are just other numbers.
    if (moves && (layout.rowsBy === 'order' || layout.cells === 'deduced')) return undefined;
    const table = random.pick(TABLES);
    const { rows } = specOf(report.edition, table);
    const [one, two] = places(rows.length, random);
    const titles = (moves ? [one, two] : [one]).map((i) => rows[i]!.title.replace(/（区分.*|、行政机关.*|政府信息公开申请数量$/, '').slice(0, 10));
    return {
      report,
      changes: { [table]: (form: Form) => changed(form, change, one, two) },
      expected: { kind: 'words', rules: ROW_RULES, words: titles.map((title) => title.replace(/^[一二四]、|^\d\.|^（.）/, '')) },
    };
  },
}));

function places(rows: number, random: Random): [number, number] {
  const one = random.below(rows);
  const two = random.oneIn(2) ? (one + 1) % rows : (one + 1 + random.below(rows - 1)) % rows;
  return [one, two];
}

/** The `one`th and `two`th row of data; labels of groups go with the rows that they stand before. */
function changed(form: Form, change: Change, one: number, two: number): Form {
  const data = form.rows.flatMap((row, i) => (row.kind === 'data' ? [i] : []));
  return { ...form, rows: change(form.rows, data[one]!, data[two]!) };
}

export const columnFaults: readonly Fault[] = [
  {
    family: 'a column',
    mechanism: 'a column dropped',
    inject(report, random, layout) {
      if (layout.id.includes('Markdown tables under headings')) return undefined;
      const column = random.below(7);
      return {
        report,
        changes: { requests: (form) => ({ ...form, valueColumns: 6, rows: form.rows.map((row) => (row.kind === 'data' ? { ...row, values: row.values.toSpliced(column, 1) } : row)) }) },
        expected: { kind: 'words', rules: ['table/column-count', 'table/unreadable', 'table/missing'], words: [] },
      };
    },
  },
  {
    family: 'a column',
    mechanism: 'two columns with their headers exchanged',
    inject(report, random, layout) {
      if (layout.cells !== 'all' || layout.rowsBy !== 'separators' || layout.id.includes('Markdown tables under headings')) return undefined;
      const [one, two] = [1 + random.below(5), 1 + random.below(5)];
      const { columns } = specOf(report.edition, 'requests');
      if (one === two) return undefined;
      return {
        report,
        changes: { requests: (form) => ({ ...form, rows: form.rows.map((row) => exchangedColumns(row, one, two)) }) },
        expected: { kind: 'words', rules: ['table/header-label', 'table/column-order', 'table/unreadable'], words: [columns[one]!.title, columns[two]!.title] },
      };
    },
  },
];

/** Of the header only the row with the five kinds of organisations changes. */
function exchangedColumns(row: Row, one: number, two: number): Row {
  if (row.kind === 'data') return { ...row, values: row.values.with(one, row.values[two]).with(two, row.values[one]) };
  return row.cells.length === 5 ? { ...row, cells: row.cells.with(one - 1, row.cells[two - 1]!).with(two - 1, row.cells[one - 1]!) } : row;
}
