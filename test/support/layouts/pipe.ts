/** A row a line with bars between the cells: behind every cell, before and behind, and with bars that pad short rows. */
import { type Form, gridOf, type PrintedRow, printedRows, type TableLayout } from './form';

const texts = ({ cells }: PrintedRow): string[] => cells.map(({ text }) => text);
const lines = (form: Form, line: (row: PrintedRow) => string): string => printedRows(form).map((row) => `${line(row)}\n`).join('');

const trailing = (cells: readonly string[]): string => `${cells.join(' | ')} |`;

export const pipeTrailing: TableLayout = {
  id: 'pipes, a bar behind each cell',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => lines(form, (row) => trailing(texts(row))),
};

export const pipeLeading: TableLayout = {
  id: 'pipes, bars at both ends',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => lines(form, (row) => `| ${texts(row).join(' | ')} |`),
};

/** Every row ends in as many bars as the widest row has more cells, whatever the spans. */
export const pipePadded: TableLayout = {
  id: 'pipes, short rows padded with bars',
  cells: 'all',
  rowsBy: 'separators',
  render(form) {
    // A value that is lost takes its bar with it.
    const lengths = printedRows(form, '').map(({ cells }) => cells.length);
    return printedRows(form).map((row, i) => `${trailing(texts(row))} ${'|'.repeat(Math.max(...lengths) - lengths[i]!)}`.trimEnd() + '\n').join('');
  },
};

/** Every row has all columns: cells that go on from their left or from above are blank. */
export const pipeGrid: TableLayout = {
  id: 'pipes, cells of spans blank',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => gridOf(form).map(({ cells }) => `| ${cells.map((cell) => cell?.text ?? '').join(' | ')} |\n`).join(''),
};

/** Bars between cells alone: a bar at an end of a line is behind or before a blank cell. */
export const pipeBetween: TableLayout = {
  id: 'pipes between cells only',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => lines(form, (row) => texts(row).join(' | ')),
};

/** The same with all columns in every row. */
export const pipeGridBetween: TableLayout = {
  id: 'pipes between cells only, cells of spans blank',
  cells: 'all',
  rowsBy: 'separators',
  render: (form) => gridOf(form).map(({ cells }) => `${cells.map((cell) => cell?.text ?? '').join(' | ')}\n`).join(''),
};
