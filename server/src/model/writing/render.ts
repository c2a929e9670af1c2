/**
 * How tables are written, one description a layout: the tables of the form, for inserting what is missing and for tests that
 * read it back, and the rows of a table that stands in a text, for writing it in another layout.
 */
import type { ColumnSpec, RowSpec, SkeletonRow, TableSpec } from '../../editions';
import type { LayoutId } from '../../syntax/types';
import { displayWidth, padded } from '../../text/width';

/** What to print in a data cell. */
export type CellText = (row: RowSpec, column: ColumnSpec) => string;

/** A row as it is written. */
export interface WrittenRow {
  /** The labels before the values, or all the cells of a row of words. */
  readonly words: readonly string[];
  readonly values: readonly string[];
  /** The columns that the words begin in, 0 being that of the first value. Absent: labels end before the values. */
  readonly columns?: readonly number[];
}

/** The columns of a table whose cells stand below each other. */
export interface Grid {
  /** How many there are before the first value. */
  readonly labels: number;
  /** In columns of display. */
  readonly widths: readonly number[];
  /** Which ends of its rows have a bar; absent: as `pipe` is written. */
  readonly bars?: { readonly start: boolean; readonly end: boolean };
}

interface Style {
  row(row: WrittenRow, eol: string, grid: Grid): string;
  /** The first row of a table, with what follows it, where it is written in a way of its own. */
  head?(row: WrittenRow, eol: string, grid: Grid): string;
}

/**
 * The layouts that tables are written in; the others are only read. Bars have three: rows as long as their cells, GitHub's
 * tables, and columns aligned for the eye. Aligned columns keep their bars: with spaces alone a blank cell would be lost.
 */
export const WRITABLE_LAYOUTS = ['pipe', 'tab', 'cell-per-line', 'flow', 'github', 'aligned'] as const;
export type WritableLayout = (typeof WRITABLE_LAYOUTS)[number];

const STYLES: Readonly<{ [id in WritableLayout]: Style }> = {
  // A blank first cell needs its own bar: a single one at the start only frames the row.
  pipe: { row: (row, eol, { bars = { start: cellsOf(row)[0] === '', end: true } }) => `${bars.start ? '| ' : ''}${cellsOf(row).join(' | ')}${bars.end ? ' |' : ''}${eol}` },
  // A cell that stands alone needs its tab: without one the line is no row.
  tab: { row: (row, eol) => cellsOf(row).join('\t') + (cellsOf(row).length === 1 ? '\t' : '') + eol },
  'cell-per-line': { row: (row, eol) => cellsOf(row).map((cell) => `\t${cell}${eol}`).join('') + eol },
  flow: { row: ({ words, values }, eol) => [...words.slice(0, -1).map((label) => label + eol), [...words.slice(-1), ...values].join(' ') + eol].join('') },
  github: {
    row: (row, eol, grid) => framed(inColumns(row, grid), eol),
    // As many cells as the longest row has: those that the head does not have are not shown.
    head: (row, eol, grid) => framed(grid.widths.map((_, i) => inColumns(row, grid)[i] ?? ''), eol) + framed(grid.widths.map(() => '---'), eol),
  },
  aligned: { row: (row, eol, grid) => framed(inColumns(row, grid).map((cell, i) => padded(cell, grid.widths[i] ?? 0)), eol) },
};

const cellsOf = ({ words, values }: WrittenRow): readonly string[] => [...words, ...values];

const framed = (cells: readonly string[], eol: string): string => `| ${cells.join(' | ')} |${eol}`;

/** The cells of `row` in the columns of `grid`, up to its last. Words of which nothing is known stand where labels do. */
function inColumns({ words, values, columns }: WrittenRow, { labels }: Grid): string[] {
  const first = values.length > 0 ? -words.length : -Math.min(labels, 1);
  const cells: string[] = [];
  words.forEach((word, i) => (cells[labels + (columns?.[i] ?? first + i)] = word));
  values.forEach((value, i) => (cells[labels + i] = value));
  return Array.from(cells, (cell) => cell ?? '');
}

/** The columns that `rows` need. */
export function gridOf(rows: readonly WrittenRow[]): Grid {
  let labels = 0;
  for (const { words, values, columns } of rows) labels = Math.max(labels, -(columns?.[0] ?? 0), values.length > 0 ? words.length : 0);
  const widths: number[] = [];
  for (const row of rows) inColumns(row, { labels, widths }).forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell))));
  return { labels, widths };
}

/** The style of `layout`; what nobody writes by hand (grids, HTML) is written with tabs. */
function styleOf(layout: LayoutId | WritableLayout): Style {
  return STYLES[WRITABLE_LAYOUTS.find((own) => own === layout) ?? 'tab'];
}

/** A table of `rows`. Every line ends in `eol`; rows of a cell a line end in a blank one. */
export function writeRows(rows: readonly WrittenRow[], layout: LayoutId | WritableLayout, eol: string, grid: Grid = gridOf(rows)): string {
  const { row: write, head = write } = styleOf(layout);
  return rows.map((row, i) => (i === 0 ? head : write)(row, eol, grid)).join('');
}

/** The whole table of the form with header and captions. */
export function renderTable(spec: TableSpec, layout: LayoutId | WritableLayout, cell: CellText, eol: string): string {
  return writeRows(spec.skeleton.map((row) => skeletonRow(spec, row, cell)), layout, eol);
}

/** One data row with its label, and `before` it the labels of its group if it shall bring them; in the columns of `grid`. */
export function renderRow(spec: RowSpec, layout: LayoutId | WritableLayout, cell: CellText, eol: string, before: readonly string[] = [], grid?: Grid): string {
  const row = { words: [...before, spec.title], values: spec.columns.map((column) => cell(spec, column)) };
  const own = gridOf([row]);
  return styleOf(layout).row(row, eol, grid ? { ...grid, labels: Math.max(own.labels, grid.labels) } : own);
}

/** A row of words of the form, which is not the first of its table, in the columns of `grid`. */
export function renderHead({ cells, columns }: SkeletonRow, layout: LayoutId | WritableLayout, eol: string, grid?: Grid): string {
  const row = headRow(cells, columns);
  return styleOf(layout).row(row, eol, grid ?? gridOf([row]));
}

const headRow = (cells: readonly string[], columns: readonly number[] | undefined): WrittenRow => ({ words: cells, values: [], columns: columns ?? cells.map((_, i) => i - 1) });

function skeletonRow(spec: TableSpec, { cells, columns, row: id }: SkeletonRow, cell: CellText): WrittenRow {
  if (id === undefined) return headRow(cells, columns);
  const first = spec.rows.findIndex((row) => row.id === id);
  // 表四 is printed as one row: its three rows stand beside each other.
  const rows = cells.length === 0 ? spec.rows : spec.rows.slice(first, first + 1);
  return { words: cells, values: rows.flatMap((row) => row.columns.map((column) => cell(row, column))) };
}
