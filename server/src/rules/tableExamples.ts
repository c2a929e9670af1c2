/** Tables for the examples in the rules' docs: the form's own rows in the pipe layout, with the numbers an example needs. */
import { type EditionId, type TableId, tableSpec } from '../editions';
import { renderRow, renderTable } from '../model/writing/render';
import { writeOrdinal } from '../text/ordinals';
import { sectionOrdinal, sectionTitle } from '../syntax/sections';

/** The texts of a row's data cells, by row id: `{ received: '17 | 5 | 1 | 0 | 2 | 0 | 25' }`. */
type Values = Readonly<Record<string, string>>;

const cut = (values: string): string[] => values.split('|').map((value) => value.trim());

function heading(id: TableId): string {
  return `${writeOrdinal(sectionOrdinal(id))}、${sectionTitle(id)}\n\n`;
}

/** The heading and only the rows that `values` names. */
export function someRows(id: TableId, values: Values, edition: EditionId = '2021'): string {
  const { rows } = tableSpec(id, edition);
  return heading(id) + rows.flatMap((row) => (row.id in values ? [renderRow({ ...row, columns: row.columns.slice(0, 1) }, 'pipe', () => values[row.id]!, '\n')] : [])).join('');
}

/** The heading and the whole table; cells that `values` does not name are 0. */
export function wholeTable(id: TableId, values: Values = {}, edition: EditionId = '2021'): string {
  return heading(id) + renderTable(tableSpec(id, edition), 'pipe', (row, column) => (row.id in values ? cut(values[row.id]!)[row.columns.indexOf(column)]! : '0'), '\n');
}
