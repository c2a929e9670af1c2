/** A cell a line, each with a bar behind it; rows are padded by bars alone, and a blank cell is lost among them. */
import { printedRows, type TableLayout } from './form';

type Cells = ReturnType<typeof printedRows>[number]['cells'];

/** A line of `count` bars; nothing for none. */
const bars = (count: number): string => (count > 0 ? `${'|'.repeat(count)}\n` : '');

/** How many columns the cells of a row take beyond their own. */
const spanned = (cells: Cells): number => cells.reduce((sum, { across }) => sum + across - 1, 0);

const barBehindEach = (cells: Cells): string => cells.map(({ text }) => `${text} |\n`.trimStart()).join('');

export const barPerCell: TableLayout = {
  id: 'a cell a line with a bar behind it',
  cells: 'written',
  rowsBy: 'number',
  render: (form, random) =>
    printedRows(form)
      .map(({ cells, data }) => {
        const written = cells.filter(({ text }) => text !== '').map(({ text }) => (random.oneIn(40) ? `${text}\n|\n` : `${text} |\n`));
        const blank = cells.length - written.length;
        return written.join('') + bars(blank + (data ? 0 : 2));
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
      .map(({ cells }) => barBehindEach(cells) + bars(spanned(cells)))
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
      .map(({ cells }) => cells.map(({ text }) => `${text}\n|\n`.trimStart()).join('') + bars(padded ? spanned(cells) : 0))
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
      .map(({ cells }) => `|\n${barBehindEach(cells)}${bars(spanned(cells))}`)
      .join(''),
};
