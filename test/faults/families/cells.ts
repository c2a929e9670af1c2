/** One number that is not what it should be, by each way in which numbers go wrong on their way into a table. */
import type { RowSpec } from '../../../server/src/editions';
import type { Random } from '../../support/random';
import { key } from '../../support/tables';
import type { Fault } from '../fault';
import { type Report, specOf, withCells } from '../report';

const TABLES = ['requests', 'reviewAndLitigation'] as const;

/** A cell with its row, and where it is among the rows and columns of its table. */
interface Place {
  readonly report: Report;
  readonly rows: readonly RowSpec[];
  readonly row: number;
  readonly column: number;
}

/** What a mechanism makes of a number; undefined where it makes nothing of it. */
type Mechanism = (text: string, place: Place, random: Random) => string | undefined;

const MECHANISMS: Readonly<Record<string, Mechanism>> = {
  'one more': (text) => String(Number(text) + 1),
  'one less': (text) => (Number(text) > 0 ? String(Number(text) - 1) : undefined),
  'a digit dropped': (text, _, random) => (text.length > 1 ? without(text, random.below(text.length)) : undefined),
  'a digit doubled': (text, _, random) => (text === '0' ? undefined : doubled(text, random.below(text.length))),
  'digits transposed': (text, _, random) => (text.length > 1 ? transposed(text, random.below(text.length - 1)) : undefined),
  'a digit mistaken': (text, _, random) => mistaken(text, random.below(text.length), random),
  'the value of the next column': (_, { report, rows, row, column }) => at(report, rows[row]!, column + 1),
  'the value of the column before': (_, { report, rows, row, column }) => at(report, rows[row]!, column - 1),
  'the value of the row below': (_, { report, rows, row, column }) => at(report, rows[row + 1], column),
  'the value of the row above': (_, { report, rows, row, column }) => at(report, rows[row - 1], column),
  'a zero for a number': (text) => (text === '0' ? undefined : '0'),
};

export const cellFaults: readonly Fault[] = Object.entries(MECHANISMS).map(([mechanism, change]) => ({
  family: 'a cell',
  mechanism,
  inject(report, random) {
    for (let attempt = 0; attempt < 30; attempt++) {
      const table = random.oneIn(5) ? TABLES[1] : TABLES[0];
      const { rows } = specOf(report.edition, table);
      const row = random.below(rows.length);
      const column = random.below(rows[row]!.columns.length);
      const name = key(rows[row]!.id, rows[row]!.columns[column]!.id);
      const text = report.cells.get(name)!;
      // Zeros are most of a table; what is written is more often wrong.
      if (text === '0' && !random.oneIn(6)) continue;
      const wrong = change(text, { report, rows, row, column }, random);
      if (wrong !== undefined && wrong !== text && !/^0\d/.test(wrong)) return { report: withCells(report, new Map([[name, wrong]])), expected: { kind: 'cells', table, cells: [name] } };
    }
    return undefined;
  },
}));

const at = ({ cells }: Report, row: RowSpec | undefined, column: number): string | undefined => (row?.columns[column] ? cells.get(key(row.id, row.columns[column].id)) : undefined);

const without = (text: string, i: number): string => text.slice(0, i) + text.slice(i + 1);
const doubled = (text: string, i: number): string => text.slice(0, i + 1) + text.slice(i);
const transposed = (text: string, i: number): string => text.slice(0, i) + text[i + 1]! + text[i]! + text.slice(i + 2);

function mistaken(text: string, i: number, random: Random): string {
  return text.slice(0, i) + String((Number(text[i]) + 1 + random.below(8)) % 10) + text.slice(i + 1);
}
