/**
 * Where the values of a row begin and end, if blank cells stand at its ends.
 *
 * A row that is written from its first column to its last shows it by itself. The others are like these: as many cells after
 * the label or after the start of the line, and as many behind the values or in the whole line. What that leaves open is not told.
 */
import type { CellSyntax, LayoutId } from '../syntax/types';
import type { Record } from './records';

/** What all rows of one layout that show their ends agree about; undefined where they differ. */
interface Frame {
  /** Blanks between the label and the first value. */
  readonly lead: number | undefined;
  /** Index of the first value among the cells of its row. */
  readonly offset: number | undefined;
  /** Blanks behind the last value. */
  readonly tail: number | undefined;
  /** Cells in the whole row. */
  readonly cells: number | undefined;
  /** All rows of the table have as many cells: a grid, in which a column is a column in every row. */
  readonly grid: boolean;
}

export type Frames = ReadonlyMap<LayoutId, Frame>;

export const NO_FRAMES: Frames = new Map();

/** `columns`: how many values the row of the form has. */
export interface SizedRecord {
  readonly record: Record;
  readonly columns: number;
}

export function framesOf(rows: readonly SizedRecord[]): Frames {
  const shown = new Map<LayoutId, { readonly full: Frame[]; readonly blank: Frame[] }>();
  const grids = gridsIn(rows);
  for (const { record, columns } of rows) {
    const { values, place, layout } = record;
    const [first, end] = writtenIn(values);
    if (first < 0 || end - first !== columns) continue;
    let own = shown.get(layout);
    if (!own) shown.set(layout, (own = { full: [], blank: [] }));
    const frame = { lead: first, offset: place && place.offset + first, tail: values.length - end, cells: place?.cells, grid: grids.has(layout) };
    (hasBlank(values.slice(first, end)) ? own.blank : own.full).push(frame);
  }
  // A row with blanks in it may have one too many; the others are believed before it.
  return new Map([...shown].map(([layout, { full, blank }]) => [layout, commonFrame(full.length > 0 ? full : blank)]));
}

/** So many rows may be alike by chance. */
const MIN_GRID = 6;

function gridsIn(rows: readonly SizedRecord[]): ReadonlySet<LayoutId> {
  const cells = new Map<LayoutId, (number | undefined)[]>();
  for (const { record } of rows) {
    const own = cells.get(record.layout);
    if (own) own.push(record.place?.cells);
    else cells.set(record.layout, [record.place?.cells]);
  }
  return new Set([...cells].flatMap(([layout, counts]) => (counts.length >= MIN_GRID && counts[0] !== undefined && counts.every((count) => count === counts[0]) ? [layout] : [])));
}

const hasBlank = (values: readonly CellSyntax[]): boolean => values.some(({ text }) => text === '');

function commonFrame(frames: readonly Frame[]): Frame {
  return { lead: common(frames, 'lead'), offset: common(frames, 'offset'), tail: common(frames, 'tail'), cells: common(frames, 'cells'), grid: frames[0]!.grid };
}

function common(frames: readonly Frame[], field: Exclude<keyof Frame, 'grid'>): number | undefined {
  const own = frames[0]![field];
  return frames.every((frame) => frame[field] === own) ? own : undefined;
}

/** The first value that is written, and the end of the last; -1 where all are blank. */
function writtenIn(values: readonly CellSyntax[]): readonly [number, number] {
  return [values.findIndex(({ text }) => text !== ''), values.findLastIndex(({ text }) => text !== '') + 1];
}

/**
 * The values of `record` as a row of `columns`, blank ones included; where it can't be told which cells are its row's, what is
 * written in it, which then is another number of values.
 */
export function valuesOf({ record, columns }: SizedRecord, frames: Frames): readonly CellSyntax[] {
  const { values, place, layout } = record;
  const [first, end] = writtenIn(values);
  const written = first < 0 ? [] : values.slice(first, end);
  if (written.length > columns || (written.length === columns && (values.length === columns || !hasBlank(written)))) return written;
  if (values.length < columns) return first < 0 ? values : written;
  const frame = frames.get(layout);
  const exact = values.length === columns;
  if (!frame) return exact || first < 0 ? values : written;
  const { lead, offset, tail, cells, grid } = frame;
  const byPlace = place && offset !== undefined ? offset - place.offset : undefined;
  const starts = new Set(grid && byPlace !== undefined ? [byPlace] : [lead, byPlace]);
  const fitting = [...starts].filter((start): start is number => {
    if (start === undefined || start < 0 || start + columns > values.length) return false;
    const within = first < 0 || (start <= first && end <= start + columns);
    const ends = tail === undefined && cells === undefined ? exact : values.length - start - columns === tail || (place !== undefined && place.cells === cells);
    return within && ends;
  });
  if (fitting.length === 1) return values.slice(fitting[0], fitting[0]! + columns);
  return written.length === columns ? values : written;
}
