/**
 * A table of a web page, copied out of a browser or asked for as text (`innerText`): cells that hold paragraphs have lines of their own,
 * and so has the tab between them; a line break in a blank cell breaks the row. What comes before a tab and behind it, how rows end and
 * what a blank cell leaves is as Chromium and Firefox write it.
 */
import { printedRows, type TableLayout } from './form';

interface Manner {
  readonly separator?: string;
  /** Between a cell that is not blank and the tab behind it. */
  readonly beforeTab: string;
  readonly afterTab: string;
  /** Behind the last cell of a row, if it is not blank, and behind the row. */
  readonly afterCell: string;
  readonly afterRow: string;
  /** What stands for a blank cell. */
  readonly blank: string;
}

const copied = (id: string, { separator = '\t', beforeTab, afterTab, afterCell, afterRow, blank }: Manner): TableLayout => ({
  id,
  cells: 'all',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => {
        const written = cells.map(({ text }) => (text === '' ? blank : text));
        return `${written.map((text, i) => text + (i === written.length - 1 ? (text === '' ? '' : afterCell) : `${text === '' ? '' : beforeTab}${separator}${afterTab}`)).join('')}${afterRow}`;
      })
      .join(''),
});

export const pageText = copied('text of a web page, a paragraph a cell', { beforeTab: '\n\n', afterTab: '\n\n', afterCell: '\n\n', afterRow: '\n\n\n', blank: '' });
export const pageBlocks = copied('text of a web page, a block a cell', { beforeTab: '\n', afterTab: '\n', afterCell: '\n', afterRow: '\n\n', blank: '\u00a0' });
export const firefoxCopy = copied('copied from Firefox, a paragraph a cell', { beforeTab: '\n', afterTab: '\n\n', afterCell: '\n\n', afterRow: '', blank: '\u00a0' });
export const pageBreaks = copied('text of a web page, line breaks in blank cells', { beforeTab: '', afterTab: '', afterCell: '', afterRow: '\n', blank: '\n' });

/** As Python's `html2text` makes Markdown of it. */
export const barsOnLines = copied('bars on lines of their own, a paragraph a cell', { separator: '| ', beforeTab: '\n\n', afterTab: '\n\n', afterCell: '', afterRow: '  \n  \n', blank: '\u00a0' });

/** Chromium copies the tab behind such a cell as a line break too. */
export const chromiumBreaks: TableLayout = {
  id: 'copied from Chromium, line breaks in blank cells',
  cells: 'all',
  rowsBy: 'number',
  render: (form) =>
    printedRows(form)
      .map(({ cells }) => cells.map(({ text }, i) => (text === '' ? '\n' : `${text}${i === cells.length - 1 ? '\n' : '\t'}`)).join(''))
      .join(''),
};
