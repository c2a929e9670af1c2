/** A cell a line, each with a bar behind it; rows are padded by bars alone, and a blank cell is lost among them. */
import { printedRows, type TableLayout } from './form';

export const barPerCell: TableLayout = {
  id: 'a cell a line with a bar behind it',
  cells: 'written',
  rowsBy: 'number',
  render: (form, random) =>
    printedRows(form)
      .map(({ cells, data }) => {
        const written = cells.filter(({ text }) => text !== '').map(({ text }) => (random.oneIn(40) ? `${text}\n|\n` : `${text} |\n`));
        const blank = cells.length - written.length;
        const padding = blank + (data ? 0 : 2);
        return written.join('') + (padding > 0 ? `${'|'.repeat(padding)}\n` : '');
      })
      .join(''),
};

/** The same, but a blank cell keeps its line and its bar; what a cell spans beyond its column is padded at the end of its row. */
export const barPerBlank: TableLayout = {
  id: 'a cell a line with a bar behind it, blank ones too',
  cells: 'all',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => {
        const padding = cells.reduce((sum, { across }) => sum + across - 1, 0);
        return cells.map(({ text }) => `${text} |\n`.trimStart()).join('') + (padding > 0 ? `${'|'.repeat(padding)}\n` : '');
      })
      .join(''),
};

/** Its bar on a line of its own behind every cell, a blank one too; rows that are shorter for what their cells span are padded with bars. */
export const barOnNextLine: TableLayout = {
  id: 'a cell a line, its bar on the next',
  cells: 'all',
  rowsBy: 'number',
  render: (form, random) => {
    const padded = random.oneIn(2);
    return printedRows(form)
      .map(({ cells }) => {
        const padding = padded ? cells.reduce((sum, { across }) => sum + across - 1, 0) : 0;
        return cells.map(({ text }) => `${text}\n|\n`.trimStart()).join('') + (padding > 0 ? `${'|'.repeat(padding)}\n` : '');
      })
      .join('');
  },
};

/** A bar before every row too. */
export const barBeforeRows: TableLayout = {
  id: 'a cell a line with a bar behind it, and one before its row',
  cells: 'all',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => {
        const padding = cells.reduce((sum, { across }) => sum + across - 1, 0);
        return `|\n${cells.map(({ text }) => `${text} |\n`.trimStart()).join('')}${padding > 0 ? `${'|'.repeat(padding)}\n` : ''}`;
      })
      .join(''),
};
