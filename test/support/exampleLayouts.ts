/**
 * The examples of rules, whose tables stand between bars, in other layouts that show their cells. Marks move with the text, so
 * that an example is tested as it reads in each of them.
 */
import { displayWidth } from './layouts/canvas';

type Cells = readonly string[];

export interface ExampleLayout {
  readonly id: string;
  /** A table; ends in a line end. */
  render(rows: readonly Cells[]): string;
}

const lines = (rows: readonly Cells[], line: (cells: Cells) => string): string => rows.map((cells) => `${line(cells)}\n`).join('');

export const EXAMPLE_LAYOUTS: readonly ExampleLayout[] = [
  { id: 'tabs', render: (rows) => lines(rows, (cells) => cells.join('\t')) },
  { id: 'bars at both ends', render: (rows) => lines(rows, (cells) => `| ${cells.join(' | ')} |`) },
  { id: 'GitHub', render: ([first, ...rows]) => `${lines([first!], (cells) => `| ${cells.join(' | ')} |`)}|${'---|'.repeat(first!.length)}\n${lines(rows, (cells) => `| ${cells.join(' | ')} |`)}` },
  { id: 'HTML', render: (rows) => `<table>\n${lines(rows, (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)}</table>\n` },
  { id: 'grid', render: grid },
  { id: 'columns', render: columns },
  { id: 'a line break in each cell', render: (rows) => lines(rows, (cells) => `${cells.map((cell) => `| \n ${cell}  `).join('')}|`) },
  { id: 'a bar behind each cell, a cell a line', render: (rows) => lines(rows, (cells) => cells.map((cell) => `${cell} |`).join('\n')) },
  { id: 'a paragraph a cell', render: (rows) => `${rows.flat().join('\n\n')}\n` },
  { id: 'flowing text', render: (rows) => lines(rows, (cells) => cells.join(' ')) },
  { id: 'a cell a line', render: (rows) => lines(rows, (cells) => cells.map((cell) => `\t${cell}\n`).join('')) },
];

/** How wide a cell is without its marks. */
const widthOf = (cell: string): number => displayWidth(cell.replace(/[⟦⟧]/g, ''));
const fill = (cell: string, width: number): string => cell + ' '.repeat(width - widthOf(cell));

function widths(rows: readonly Cells[]): number[] {
  const count = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: count }, (_, i) => Math.max(2, ...rows.map((cells) => widthOf(cells[i] ?? ''))));
}

/** Rules of dashes between rows that are filled up with blank cells. */
function grid(rows: readonly Cells[]): string {
  const own = widths(rows);
  const rule = `+${own.map((width) => '-'.repeat(width + 2)).join('+')}+\n`;
  return rule + rows.map((cells) => `| ${own.map((width, i) => fill(cells[i] ?? '', width)).join(' | ')} |\n${rule}`).join('');
}

/** Columns that spaces keep apart. */
function columns(rows: readonly Cells[]): string {
  const own = widths(rows);
  return lines(rows, (cells) => cells.map((cell, i) => (i === cells.length - 1 ? cell : fill(cell, own[i]! + 3))).join(''));
}

/** `14 |`, `⟦行政许可⟧ | 15 |`: a row with a bar behind each cell. */
const ROW = /^[^\n]*\|[ \t]*$/;

/** `source` with its tables in `layout`; undefined where it has none. */
export function inLayout(source: string, { render }: ExampleLayout): string | undefined {
  const parts: string[] = [];
  let rows: Cells[] = [];
  const flush = (): void => {
    if (rows.length > 0) parts.push(render(rows));
    rows = [];
  };
  let tables = 0;
  for (const line of source.split('\n')) {
    if (ROW.test(line)) {
      rows.push(line.replace(/\|[ \t]*$/, '').split('|').map((cell) => cell.trim()));
      tables++;
    } else {
      flush();
      parts.push(`${line}\n`);
    }
  }
  flush();
  return tables === 0 ? undefined : parts.join('').slice(0, -1);
}

const NO_ROWS = ['a line break in each cell', 'a bar behind each cell, a cell a line', 'a paragraph a cell'];
const SPACED = ['columns', 'flowing text'];

interface Unseen {
  readonly layouts: readonly string[];
  readonly why: string;
}

/** Layouts in which what a rule reports is not to be seen. A right example is never reported, in whatever layout. */
const UNSEEN: Readonly<Record<string, Unseen>> = {
  'table/unknown-row': { layouts: NO_ROWS, why: 'where a row ends is told by the labels of the form alone' },
  'table/row-order': { layouts: NO_ROWS, why: 'labels stand apart from their numbers, and order tells which are whose' },
  'table/column-order': { layouts: [...NO_ROWS, ...SPACED], why: 'words of a header are no cells' },
  'table/header-label': { layouts: [...NO_ROWS, ...SPACED], why: 'words of a header are no cells' },
  'table/column-count': { layouts: [...NO_ROWS, ...SPACED, 'grid'], why: 'a blank cell leaves nothing, or a row is filled up with blanks' },
  'table/not-a-number': { layouts: [...NO_ROWS, 'flowing text'], why: 'words between numbers are no cell' },
  'table/padding-bars': { layouts: ['GitHub', 'grid', ...NO_ROWS], why: 'blank cells are part of the layout' },
  'glyph/padding': { layouts: ['HTML', ...SPACED], why: 'blanks at the end of a cell are part of the layout' },
  'glyph/width': { layouts: ['HTML'], why: 'an ordinal is looked for at the start of a line or cell of plain text' },
};

/** Why the bad example of a rule is not reported in a layout; false where it is. */
export function unseen(rule: string, layout: string): string | false {
  const own = UNSEEN[rule];
  return own?.layouts.includes(layout) ? own.why : false;
}
