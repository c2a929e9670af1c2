/** A row a line with tabs between the cells: ragged, as a table pasted as text, or with a tab for every column of a span. */
import { gridOf, printedRows, type TableLayout } from './form';

export const tsv: TableLayout = {
  id: 'tabs, ragged',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => printedRows(form).map(({ cells }) => `${cells.map(({ text }) => text).join('\t')}\n`).join(''),
};

export const tsvGrid: TableLayout = {
  id: 'tabs, cells of spans blank',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => gridOf(form).map(({ cells }) => `${cells.map((cell) => cell?.text ?? '').join('\t')}\n`).join(''),
};
