/** A whole table on one line with nothing between its cells, or a space now and then; what is blank is gone. */
import { printedRows, type TableLayout } from './form';

export const flattened: TableLayout = {
  id: 'one line, digits glued',
  cells: 'deduced',
  rowsBy: 'number',
  render: (form, random) =>
    `${printedRows(form)
      .map(({ cells }) => cells.map(({ text }) => text + (random.oneIn(40) ? ' ' : '')).join(''))
      .join('')}\n`,
};

/** A row a line, as of a page whose rows are asked for as text. */
export const flattenedRows: TableLayout = {
  id: 'a row a line, digits glued',
  cells: 'deduced',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => `${cells.map(({ text }) => text).join('')}\n`)
      .join(''),
};
