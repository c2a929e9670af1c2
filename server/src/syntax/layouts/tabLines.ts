/**
 * Cells on lines of their own, and the tab between two cells of a row on a line of its own too, or at an end of a line: what browsers
 * make of a table whose cells hold paragraphs or line breaks, when it is copied or asked for as text. Nothing tells where a row ends.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { type Span, span } from '../../text/span';
import { PAGE_MARK } from './flow';
import { cellAt, emptyAt, type LayoutReader, type Line } from './layout';

export const tabLines: LayoutReader = {
  family: 'tab',
  // More than the share of lines that speaks for another layout.
  sniff: (lines) => (isCutAtTabs(shapesOf(lines)) ? 1.1 : 0),
  read: (lines) => cellsOf(marksOf(lines)).map((cell): RowSyntax => ({ span: cell.span, layout: 'flow', cells: [cell], open: true })),
};

/** Where `lines` hold a table of this layout: from its first cell to its last, lines without tabs among them. */
export function tabStretch(lines: readonly Line[]): Span | undefined {
  const shapes = shapesOf(lines);
  if (!isCutAtTabs(shapes)) return undefined;
  const first = shapes.findIndex(({ tabs }) => tabs > 0);
  const last = shapes.findLastIndex(({ tabs }) => tabs > 0);
  const from = shapes[first]!.opens === 'tab' ? Math.max(0, first - 1) : first;
  const to = shapes[last]!.endsInTab ? Math.min(shapes.length - 1, last + 1) : last;
  return span(shapes[from]!.line.start, shapes[to]!.line.end);
}

/** What tells the layout of a line that is not blank. */
interface Shape {
  readonly line: Line;
  readonly tabs: number;
  readonly opens: 'tab' | 'number' | 'words';
  readonly endsInTab: boolean;
}

function shapesOf(lines: readonly Line[]): Shape[] {
  return lines.flatMap((line): Shape[] => {
    const pieces = line.text.split('\t').map((piece) => piece.trim());
    const tabs = pieces.length - 1;
    const first = pieces[0]!;
    if (tabs === 0 && first === '') return [];
    return [{ line, tabs, opens: first === '' ? 'tab' : NUMBER.test(first) ? 'number' : 'words', endsInTab: tabs > 0 && pieces.at(-1) === '' }];
  });
}

const NUMBER = /^-?[\d０-９][\d０-９.,]*$/;

const isTabLine = ({ tabs, opens, endsInTab }: Shape): boolean => tabs === 1 && opens === 'tab' && endsInTab;

/**
 * Whether a tab line stands between lines without a tab; or a line ends in a tab and the next one begins with a tab or a number, and
 * both together have no more tabs than one line has: a row that is broken at a blank cell.
 */
function isCutAtTabs(shapes: readonly Shape[]): boolean {
  const most = shapes.reduce((max, { tabs }) => Math.max(max, tabs), 0);
  return shapes.some((shape, i) => {
    const before = shapes[i - 1];
    if (!before) return false;
    if (before.tabs === 0 && isTabLine(shape)) return cellBelow(shapes, i)?.tabs === 0;
    return before.endsInTab && !isTabLine(before) && shape.opens !== 'words' && before.tabs + shape.tabs <= most;
  });
}

/** The first line below the one at `index` that is more than a tab. */
function cellBelow(shapes: readonly Shape[], index: number): Shape | undefined {
  let below = index + 1;
  while (below < shapes.length && isTabLine(shapes[below]!)) below++;
  return shapes[below];
}

/** A cell, or the tab between two. */
interface Mark {
  /** Undefined: a tab. */
  readonly cell: CellSyntax | undefined;
  readonly at: number;
  /** Lines from the mark before it to this one. */
  readonly below: number;
}

function marksOf(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = [];
  let below = 0;
  const add = (cell: CellSyntax | undefined, at: number): void => {
    marks.push({ cell, at, below });
    below = 0;
  };
  for (const line of lines) {
    if (PAGE_MARK.test(line.text.trim())) continue;
    let from = 0;
    for (const piece of line.text.split('\t')) {
      if (from > 0) add(undefined, line.start + from - 1);
      const cell = cellAt(line, from, from + piece.length);
      if (cell.text !== '') add(cell, cell.span.start);
      from += piece.length + 1;
    }
    below++;
  }
  return marks;
}

/** The cells in order. Between two tabs stands a blank one; so it does between a tab and a cell that belong to different rows. */
function cellsOf(marks: readonly Mark[]): CellSyntax[] {
  const cells: CellSyntax[] = [];
  const isBehindTab = (i: number): boolean => i > 0 && !marks[i - 1]!.cell;
  // Where no line begins with a tab, a blank cell and the tab behind it are one line break. Elsewhere no row begins with a number.
  const areBreaks = !marks.some(({ cell, below }) => !cell && below > 0);
  const usual = areBreaks ? 0 : marks.reduce((most, { cell, below }, i) => (cell?.quantity.kind === 'number' && isBehindTab(i) ? Math.max(most, below) : most), 0);
  const above = median(marks.flatMap(({ cell, below }, i) => (!cell && i > 0 && !isBehindTab(i) ? [below] : [])));
  marks.forEach(({ cell, at, below }, i) => {
    if (isBehindTab(i)) {
      const isBlank = !cell || below > usual || isLabelBehindValues(cell, cells.at(-1));
      for (let count = !isBlank ? 0 : cell && areBreaks ? Math.max(1, below) : 1; count > 0; count--) cells.push(emptyAt(marks[i - 1]!.at + 1));
    } else if (!cell && i > 0 && below > above + 1) cells.push(emptyAt(at)); // the first of its row
    if (cell) cells.push(cell);
  });
  const last = marks.at(-1);
  if (last && !last.cell) cells.push(emptyAt(last.at + 1));
  return cells;
}

/** Of numbers; 0 of none. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Words of so many characters behind the values of a row are the label of the next one. */
const SHORTEST_LABEL = 4;

const isLabelBehindValues = ({ quantity, text }: CellSyntax, last: CellSyntax | undefined): boolean => quantity.kind === 'text' && text.length >= SHORTEST_LABEL && last !== undefined && last.quantity.kind !== 'text';
