/**
 * Blank cells in text that is set in columns, as PDF tools do. Where the numbers of full rows stand below each other, or below
 * the words of a head that has more columns, those of a row with fewer numbers show which columns they are in. What stands in no
 * column for certain is left as it is.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { emptyAt, type Line } from './layout';
import { METRICS, type Metric } from './metrics';

export interface PlacedRow {
  readonly row: RowSyntax;
  readonly line: Line;
  /** Index of the first of the values that end the row. */
  readonly firstValue: number;
}

/** First and last column that something takes, the end excluded. */
type Extent = readonly [number, number];

/** Fewer may stand below each other by chance. */
const MIN_COLUMNS = 3;
/** So many rows must have all columns where nothing else shows them. */
const MIN_FULL = 2;
/** A head with columns is looked for on pages with so many words and numbers at most. */
const MAX_PLACED = 600;

/** The rows of one page, with blank cells where columns are left out. */
export function withBlanks(page: readonly PlacedRow[]): RowSyntax[] {
  const set = page.filter(isSet);
  const width = widthOf(set);
  const full = set.filter((placed) => count(placed) === width);
  // Where whole columns are blank, no row shows them, but the head does.
  const heads = page.filter((placed) => count(placed) === 0 && placed.row.cells.length >= MIN_COLUMNS);
  const headed = heads.length > 0 && page.reduce((sum, { row }) => sum + row.cells.length, 0) <= MAX_PLACED ? waysOf((metric) => extentsBelowHead(heads, set, metric)) : [];
  const byFullRows = width >= MIN_COLUMNS && headed.every(({ extents }) => extents.length <= width);
  const ways = byFullRows ? waysOfFullRows(full, width) : headed;
  if (ways.length === 0) return page.map(({ row }) => row);
  const columns = ways[0]!.extents.length;
  const isShort = (placed: PlacedRow, i: number): boolean =>
    count(placed) > 0 && !(byFullRows && count(placed) >= width) && isSet(placed) && !endsInNumber(placed) && !goesOn(placed, page[i + 1], columns) && !goesOn(page[i - 1], placed, columns);
  const short = new Set(page.filter(isShort));
  const found = bestOf(ways.map(({ metric, extents }) => new Map([...short].map((placed) => [placed, columnsOf(placed, metric, extents)?.join(' ')] as const))));
  return page.map((placed) => {
    const [first, ...others] = found.map((own) => own.get(placed));
    return first === undefined || others.some((own) => own !== first) ? placed.row : spread(placed, first.split(' ').map(Number), columns);
  });
}

/** The columns of each row, as one of the metrics has it; undefined where its values stand in none. */
type Placing = ReadonlyMap<PlacedRow, string | undefined>;

/** So many rows must stand in columns under one metric for those to be left out under which not half as many do. */
const MIN_TOLD = 4;

/** The placings that may be right: under the metric that the text was set with values stand in columns, under another few do, by chance. */
function bestOf(placings: readonly Placing[]): Placing[] {
  const told = placings.map((own) => [...own.values()].filter((columns) => columns !== undefined).length);
  const most = Math.max(...told);
  return placings.filter((_, i) => most < MIN_TOLD || told[i]! * 2 > most);
}

interface Way {
  readonly metric: Metric;
  readonly extents: readonly Extent[];
}

/** The columns as `extentsFor` finds them, under each of the metrics that tell them apart. */
function waysOf(extentsFor: (metric: Metric, index: number) => readonly Extent[]): Way[] {
  return METRICS.flatMap((metric, i) => {
    const extents = extentsFor(metric, i);
    return extents.length >= MIN_COLUMNS && areApart(extents) ? [{ metric, extents: widened(extents) }] : [];
  });
}

/**
 * The columns that full rows make, under the metrics that the text may have been set with: those under which the numbers of a
 * column stand as closely below each other as under any. None if not even these keep the columns apart.
 */
function waysOfFullRows(full: readonly PlacedRow[], width: number): Way[] {
  const widest = new Array<number>(width).fill(0);
  for (const { row, firstValue } of full) row.cells.slice(firstValue).forEach(({ text }, column) => (widest[column] = Math.max(widest[column]!, text.length)));
  const extents = METRICS.map((metric) => extentsOf(full, width, metric));
  const slack = extents.map((own) => own.reduce((sum, [start, end], column) => sum + end - start - widest[column]!, 0));
  const most = 2 * Math.min(...slack) + width;
  const isLikely = (index: number): boolean => slack[index]! <= most;
  const ways = waysOf((_, i) => (isLikely(i) ? extents[i]! : []));
  return ways.length === METRICS.filter((_, i) => isLikely(i)).length ? ways : [];
}

/** Whether `next`, numbers alone, is the rest of a row that was broken over two lines. */
function goesOn(placed: PlacedRow | undefined, next: PlacedRow | undefined, width: number): boolean {
  return placed !== undefined && next !== undefined && next.firstValue === 0 && count(placed) > 0 && count(next) > 0 && count(placed) + count(next) <= width;
}

const count = ({ row, firstValue }: PlacedRow): number => row.cells.length - firstValue;

/** A number that a label runs into, which is longer than its column is wide (`3.危及“三安全一稳定”0`): the row lacks it, and has no blank cell. */
const GLUED_VALUE = /(?<=[^\s\w.,+-])\d[\d.,]*$/;

const endsInNumber = ({ row, firstValue }: PlacedRow): boolean => GLUED_VALUE.test(row.cells[firstValue - 1]?.text ?? '');

/** Whether two spaces or more stand before every value. */
function isSet({ row: { cells }, line, firstValue }: PlacedRow): boolean {
  return cells.slice(firstValue).every(({ span: { start } }, i) => {
    const before = cells[firstValue + i - 1];
    return before === undefined || start - before.span.end >= 2 || line.start > before.span.end;
  });
}

/** The greatest number of values that some rows have; 0 if none do. */
function widthOf(rows: readonly PlacedRow[]): number {
  const counts = new Map<number, number>();
  for (const placed of rows) counts.set(count(placed), (counts.get(count(placed)) ?? 0) + 1);
  return Math.max(0, ...[...counts].flatMap(([values, times]) => (times >= MIN_FULL ? [values] : [])));
}

function extentsOf(full: readonly PlacedRow[], width: number, metric: Metric): Extent[] {
  const extents = Array.from({ length: width }, (): [number, number] => [Infinity, -Infinity]);
  for (const { row, line, firstValue } of full) {
    const at = metric(line.text);
    row.cells.slice(firstValue).forEach((cell, column) => {
      const extent = extents[column]!;
      extent[0] = Math.min(extent[0], at[cell.span.start - line.start]!);
      extent[1] = Math.max(extent[1], at[cell.span.end - line.start]!);
    });
  }
  return extents;
}

const areApart = (extents: readonly Extent[]): boolean => extents.every(([start], i) => i === 0 || extents[i - 1]![1] < start);

/** Of the space between two columns so much belongs to each: a number in the middle of a cell may stand beside those above it. */
const MARGIN = 1 / 4;

function widened(extents: readonly Extent[]): Extent[] {
  const space = Math.min(...extents.slice(1).map(([start], i) => start - extents[i]![1]));
  const margin = Math.floor(space * MARGIN);
  return extents.map(([start, end]) => [start - margin, end + margin]);
}

/**
 * The columns that values and the words of a head make together, where no row is full; none if two cells of a line are in one,
 * or there is one without a word.
 */
function extentsBelowHead(heads: readonly PlacedRow[], set: readonly PlacedRow[], metric: Metric): Extent[] {
  const extentsIn = ({ row, line }: PlacedRow): Extent[] => {
    const at = metric(line.text);
    return row.cells.map(({ span: { start, end } }): Extent => [at[start - line.start]!, at[end - line.start]!]);
  };
  const valued = set.filter((placed) => count(placed) > 0).map((placed) => ({ firstValue: placed.firstValue, extents: extentsIn(placed) }));
  // Words of a head stand to the right of all labels, several beside each other; a single one is a title of several columns.
  const labels = Math.max(0, ...valued.flatMap(({ firstValue, extents }) => extents.slice(0, firstValue).map(([, end]) => end)));
  const values = valued.map(({ firstValue, extents }) => extents.slice(firstValue));
  const words = heads.map((head) => extentsIn(head).filter(([start]) => start >= labels)).filter((own) => own.length >= MIN_COLUMNS);
  const all = [...values, ...words];
  const reachesOverTwo = overTwoOf(all);
  const narrow = all.map((own) => own.filter((extent) => !reachesOverTwo(extent)));
  const columns: [number, number][] = [];
  for (const [start, end] of narrow.flat().sort((a, b) => a[0] - b[0])) {
    const last = columns.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else columns.push([start, end]);
  }
  const crowded = narrow.some((own) => columns.some((column) => own.filter((extent) => overlap(extent, column)).length > 1));
  const headless = columns.some((column) => !words.some((own) => own.some((extent) => overlap(extent, column))));
  return crowded || headless ? [] : columns;
}

/** Tells of an extent whether it overlaps two of a line; those of each of `lines` are in order and apart. */
function overTwoOf(lines: readonly (readonly Extent[])[]): (extent: Extent) => boolean {
  // It overlaps both sides of a gap if it begins before the gap and ends behind it.
  const gaps = lines.flatMap((own) => own.slice(1).map(([to], i): Extent => [own[i]![1], to])).sort((a, b) => a[0] - b[0]);
  const nearestEnd: number[] = [];
  for (let i = gaps.length - 1, end = Infinity; i >= 0; i--) nearestEnd[i] = end = Math.min(end, gaps[i]![1]);
  return ([start, end]) => {
    let low = 0;
    let high = gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (gaps[middle]![0] > start) high = middle;
      else low = middle + 1;
    }
    return low < gaps.length && nearestEnd[low]! < end;
  };
}

const overlap = ([start, end]: Extent, [from, to]: Extent): boolean => start < to && from < end;

/** The column that each value stands in; undefined if one stands in none or in two. */
function columnsOf({ row, line, firstValue }: PlacedRow, metric: Metric, extents: readonly Extent[]): number[] | undefined {
  const at = metric(line.text);
  const columns: number[] = [];
  for (const { span: { start, end } } of row.cells.slice(firstValue)) {
    const over = extents.flatMap((extent, column) => (overlap(extent, [at[start - line.start]!, at[end - line.start]!]) ? [column] : []));
    if (over.length !== 1 || columns.includes(over[0]!)) return undefined;
    columns.push(over[0]!);
  }
  return columns;
}

function spread({ row, firstValue }: PlacedRow, columns: readonly number[], width: number): RowSyntax {
  const values: CellSyntax[] = [];
  for (let column = 0, next = 0; column < width; column++) {
    if (columns[next] === column) values.push(row.cells[firstValue + next++]!);
    else values.push(emptyAt(values.at(-1)?.span.end ?? row.cells[firstValue]!.span.start));
  }
  return { ...row, cells: [...row.cells.slice(0, firstValue), ...values] };
}
