/** In which of the layouts that are written a table stands: bars alone do not tell. */
import { rowsOf } from '../../syntax/rows';
import type { RowSyntax } from '../../syntax/types';
import { lines } from '../../text/lines';
import { span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { isRule } from './cellText';
import { remembered } from '../remembered';
import { type Grid, WRITABLE_LAYOUTS, type WritableLayout } from './render';
import { tableText } from './tableText';
import type { BoundTable } from '../types';

/** The layout that a table would be written in to stand as it does; undefined: it is one that is only read, or several. */
export const writtenLayout = remembered((table: BoundTable): WritableLayout | undefined => {
  const { text } = table.section;
  const [layout, ...others] = new Set(valueRows(table).map((row) => row.layout));
  if (others.length > 0) return undefined;
  if (layout !== 'pipe') return WRITABLE_LAYOUTS.find((own) => own === layout);
  // Where the head of a table that can't be read begins is not known.
  const reach = table.unreadable ? span(0, text.length) : tableText(table).span;
  if (BOX.test(text.slice(reach.start, reach.end))) return undefined;
  const rows = [...lines(text.slice(0, reach.end), reach.start)].map(([start, end]) => text.slice(start, end)).filter((line) => line.search(BAR) >= 0 && !BEGUN.test(line));
  if (rows.some(isRule)) return 'github';
  return standInColumns(rows) ? 'aligned' : 'pipe';
});

const BOX = /[\u2500-\u257f]/;
const BAR = /[|｜]/g;
/** A row of which nothing is typed yet but its first bar and some words. */
const BEGUN = /^\s*[|｜][^|｜]*$/;

/** Whether the bars of lines that begin and end with one stand below each other. */
function standInColumns(rows: readonly string[]): boolean {
  const bars: number[] = [];
  return rows.length > 1 && rows.every((row) => /^[|｜].*[|｜]$/.test(row.trim()) && barsOf(row).every((at, i) => at === (bars[i] ??= at)));
}

/** The columns of display that the bars of a line stand in. */
function barsOf(line: string): number[] {
  let width = 0;
  let from = 0;
  return [...line.matchAll(BAR)].map(({ index }) => {
    width += displayWidth(line.slice(from, index));
    from = index;
    return width;
  });
}

/** The columns that the rows of `table` stand in; undefined where none of them holds a value. */
export function gridIn(table: BoundTable): Grid | undefined {
  const rows = valueRows(table);
  const [row] = rows;
  if (!row) return undefined;
  const { text } = table.section;
  const hasBar = (from: number, to: number): boolean => text.slice(from, to).search(BAR) >= 0;
  const values = new Set(table.rows.flatMap((own) => own.values));
  const bars = barsOf(text.slice(row.span.start, row.span.end));
  return {
    labels: row.cells.findIndex((cell) => values.has(cell)),
    // Between two bars stand the cell and two spaces.
    widths: bars.slice(1).map((bar, i) => bar - bars[i]! - '|  '.length),
    bars: { start: rows.every(({ span, cells }) => hasBar(span.start, cells[0]!.span.start)), end: rows.every(({ span, cells }) => hasBar(cells.at(-1)!.span.end, span.end)) },
  };
}

/** How many cells stand before the first value in every row of `table`; undefined where rows differ. */
export function labelCellsIn(table: BoundTable): number | undefined {
  const values = new Set(table.rows.flatMap((own) => own.values));
  const [labels, ...others] = new Set(valueRows(table).map(({ cells }) => cells.findIndex((cell) => values.has(cell))));
  return others.length === 0 ? labels : undefined;
}

/** The rows of the text that hold values of `table`. */
function valueRows(table: BoundTable): RowSyntax[] {
  const values = new Set(table.rows.flatMap((row) => row.values));
  return rowsOf(table.section).filter(({ cells }) => cells.some((cell) => values.has(cell)));
}
