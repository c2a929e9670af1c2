/**
 * Cells on lines of their own, and what separates two cells of a row on a line of its own too, or at an end of a line: what browsers
 * make of a table whose cells hold paragraphs or line breaks, when it is copied or asked for as text (a tab), and converters to
 * Markdown (a bar). Nothing tells where a row ends.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { foldedUnit } from '../../text/fold';
import { byText } from '../../text/recent';
import { type Span, span } from '../../text/span';
import { PAGE_MARK } from './flow';
import { emptyAt, isBar, isTab, type LayoutReader, type Line, type Separator, splitCells } from './layout';

interface Kind {
  readonly family: 'tab' | 'pipe';
  readonly isSeparator: Separator;
  /** Whether a separator stands between cells only. Bars also frame rows: a broken row looks like any other, and bars behind all cells are another layout (`pipeCell.ts`). */
  readonly isBetweenOnly: boolean;
  readonly shapeOf: (line: string) => Shape | typeof NO_SHAPE;
}

const TABS: Kind = { family: 'tab', isSeparator: isTab, isBetweenOnly: true, shapeOf: shapesBetween(isTab) };
const BARS: Kind = { family: 'pipe', isSeparator: isBar, isBetweenOnly: false, shapeOf: shapesBetween(isBar) };

const readerOf = (kind: Kind): LayoutReader => ({
  family: kind.family,
  // More than the share of lines that speaks for another layout.
  sniff: (lines) => (shapesIfCut(lines, kind) && (kind.isBetweenOnly || !areAllBehind(marksOf(lines, kind))) ? 1.1 : 0),
  read: (lines) => cellsOf(marksOf(lines, kind)).map((cell): RowSyntax => ({ span: cell.span, layout: 'flow', cells: [cell], open: true })),
});

export const tabLines = readerOf(TABS);
export const barLines = readerOf(BARS);

/** Where `lines` hold a table of this layout: from its first cell to its last, lines without separators among them. */
export interface Stretch {
  readonly family: Kind['family'];
  readonly span: Span;
}

export function separatorStretch(lines: readonly Line[]): Stretch | undefined {
  for (const kind of [TABS, BARS]) {
    const shaped = shapesIfCut(lines, kind);
    if (!shaped) continue;
    const { written, shapes } = shaped;
    const first = shapes.findIndex(({ count }) => count > 0);
    const last = shapes.findLastIndex(({ count }) => count > 0);
    const from = shapes[first]!.opens === 'separator' ? Math.max(0, first - 1) : first;
    const to = shapes[last]!.endsSo ? Math.min(shapes.length - 1, last + 1) : last;
    return { family: kind.family, span: span(written[from]!.start, written[to]!.end) };
  }
  return undefined;
}

/** Lines that are not blank, each with its shape; undefined if they are not of this layout. */
function shapesIfCut(lines: readonly Line[], kind: Kind): { readonly written: readonly Line[]; readonly shapes: readonly Shape[] } | undefined {
  if (!lines.some(({ text }) => mayCut(text, kind))) return undefined;
  const written: Line[] = [];
  const shapes: Shape[] = [];
  for (const line of lines) {
    const shape = kind.shapeOf(line.text);
    if (shape === NO_SHAPE) continue;
    written.push(line);
    shapes.push(shape);
  }
  return isCut(shapes, kind) ? { written, shapes } : undefined;
}

/** Whether a line ends in a separator, and where these frame rows too, is nothing else. Cuts no cells: every table is asked. */
function mayCut(text: string, { isSeparator, isBetweenOnly }: Kind): boolean {
  let at = text.length - 1;
  const skipBlanks = (): void => {
    while (at >= 0 && !isSeparator(text.charCodeAt(at)) && foldedUnit(text.charCodeAt(at)) === 0x20) at--;
  };
  skipBlanks();
  if (at < 0 || !isSeparator(text.charCodeAt(at))) return false;
  at--;
  skipBlanks();
  return isBetweenOnly || at < 0;
}

/** Marks of the page, and the rule below the head of a Markdown table. */
const isBetweenRows = (text: string): boolean => PAGE_MARK.test(text.trim()) || /^(?=.*--)[\s|:-]+$/.test(text);

/** What tells the layout of a line that is not blank. */
interface Shape {
  /** Separators on it. */
  readonly count: number;
  readonly opens: 'separator' | 'number' | 'words';
  readonly endsSo: boolean;
}

/** Of a line that is blank or between rows. */
const NO_SHAPE = 'none';

function shapesBetween(isSeparator: Separator): Kind['shapeOf'] {
  return byText(2048, 160, (text) => {
    const cells = splitCells({ start: 0, end: text.length, text }, isSeparator);
    const [first, count] = [cells[0]!, cells.length - 1];
    if ((count === 0 && first.text === '') || isBetweenRows(text)) return NO_SHAPE;
    return { count, opens: first.text === '' ? 'separator' : first.quantity.kind === 'number' ? 'number' : 'words', endsSo: count > 0 && cells.at(-1)!.text === '' };
  });
}

/** A separator alone on its line. */
const isAlone = ({ count, opens, endsSo }: Shape): boolean => count === 1 && opens === 'separator' && endsSo;

/**
 * Whether separators stand alone between lines without any, and more of them than lines hold cells and separators; or a line ends in
 * one and the next begins with one or with a number, and both together have no more than one line has: a row that is broken at a blank
 * cell.
 */
function isCut(shapes: readonly Shape[], { isBetweenOnly }: Kind): boolean {
  const most = shapes.reduce((max, { count }) => Math.max(max, count), 0);
  let [between, beside] = [0, 0];
  for (const [i, shape] of shapes.entries()) {
    const before = shapes[i - 1];
    if (shape.count > 0 && !isAlone(shape)) beside++;
    if (!before) continue;
    if (before.count === 0 && isAlone(shape) && cellBelow(shapes, i)?.count === 0) between++;
    if (isBetweenOnly && before.endsSo && !isAlone(before) && shape.opens !== 'words' && before.count + shape.count <= most) return true;
  }
  return between > beside;
}

/** The first line below the one at `index` that is more than a separator. */
function cellBelow(shapes: readonly Shape[], index: number): Shape | undefined {
  let below = index + 1;
  while (below < shapes.length && isAlone(shapes[below]!)) below++;
  return shapes[below];
}

/** A cell, or the separator between two. */
interface Mark {
  /** Undefined: a separator. */
  readonly cell: CellSyntax | undefined;
  /** Of a separator, behind it. */
  readonly at: number;
  /** Lines from the mark before it to this one. */
  readonly below: number;
}

function marksOf(lines: readonly Line[], { isSeparator }: Kind): Mark[] {
  const marks: Mark[] = [];
  let below = 0;
  const add = (cell: CellSyntax | undefined, at: number): void => {
    marks.push({ cell, at, below });
    below = 0;
  };
  for (const line of lines) {
    if (isBetweenRows(line.text)) continue;
    splitCells(line, isSeparator).forEach((cell, i) => {
      if (i > 0) add(undefined, cell.span.start);
      if (cell.text !== '') add(cell, cell.span.start);
    });
    below++;
  }
  return marks;
}

/** Whether a separator stands behind the values of every row. */
function areAllBehind(marks: readonly Mark[]): boolean {
  if (marks.at(-1)?.cell) return false;
  return marks.every(({ cell }, i) => cell?.quantity.kind !== 'number' || marks[i + 1]?.cell?.quantity.kind !== 'text');
}

/** The cells in order. Between two separators stands a blank one; so it does between one and a cell that belong to different rows. */
function cellsOf(marks: readonly Mark[]): CellSyntax[] {
  const cells: CellSyntax[] = [];
  const isBehindSeparator = (i: number): boolean => i > 0 && !marks[i - 1]!.cell;
  // Where no line begins with a separator, a blank cell and the one behind it are one line break. Elsewhere no row begins with a number.
  const areBreaks = !marks.some(({ cell, below }) => !cell && below > 0);
  const usual = areBreaks ? 0 : marks.reduce((most, { cell, below }, i) => (cell?.quantity.kind === 'number' && isBehindSeparator(i) ? Math.max(most, below) : most), 0);
  const above = median(marks.flatMap(({ cell, below }, i) => (!cell && i > 0 && !isBehindSeparator(i) ? [below] : [])));
  marks.forEach(({ cell, at, below }, i) => {
    if (isBehindSeparator(i)) {
      const isBlank = !cell || below > usual || isLabelBehindValues(cell, cells.at(-1));
      for (let count = !isBlank ? 0 : cell && areBreaks ? Math.max(1, below) : 1; count > 0; count--) cells.push(emptyAt(marks[i - 1]!.at));
    } else if (!cell && i > 0 && below > above + 1) cells.push(emptyAt(at - 1)); // the first of its row
    if (cell) cells.push(cell);
  });
  const last = marks.at(-1);
  if (last && !last.cell) cells.push(emptyAt(last.at));
  return cells;
}

/** Of numbers; 0 of none. */
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Words of so many characters behind the values of a row are the label of the next one. */
const SHORTEST_LABEL = 4;

const isLabelBehindValues = ({ quantity, text }: CellSyntax, last: CellSyntax | undefined): boolean => quantity.kind === 'text' && text.length >= SHORTEST_LABEL && last !== undefined && last.quantity.kind !== 'text';
