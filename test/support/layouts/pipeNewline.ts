/** A web table saved as text: a line break inside every cell, bars for the columns that a cell spans. */
import { printedRows, type TableLayout } from './form';

export const pipeNewline: TableLayout = {
  id: 'pipes, a line break in each cell',
  cells: 'written',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => `${cells.map(({ text, across }) => `| \n ${text}  ${'|'.repeat(across - 1)}`).join('')}|\n`)
      .join(''),
};
