/** The true values of a report, written down row by row. */
import { type EditionId, EDITIONS, type TableId } from '../../server/src/editions';

/** By column, by row, by table; null is a blank cell. */
export type Values = Readonly<Partial<Record<TableId, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>>;

/** What is not 0: `{ granted: '17 4 0 1 1 0 23' }`, a value for each column, `-` where the cell is blank. */
export type Rows = Readonly<Record<string, string>>;

/** All values of a report of `edition`; of a text that breaks off, those down to the row `last`. */
export function valuesOf(edition: EditionId, rows: Rows, last?: string): Values {
  const values: Partial<Record<TableId, Record<string, Record<string, number | null>>>> = {};
  for (const table of EDITIONS.find(({ id }) => id === edition)!.tables) {
    const own: Record<string, Record<string, number | null>> = (values[table.id] = {});
    for (const row of table.rows) {
      const written = rows[row.id]?.split(' ').map((value) => (value === '-' ? null : Number(value)));
      own[row.id] = Object.fromEntries(row.columns.map(({ id }, i) => [id, written ? written[i]! : 0]));
      if (row.id === last) return values;
    }
  }
  return values;
}
