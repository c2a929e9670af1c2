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
  /** The one of `lead` and `offset` that all rows with so many cells allow; undefined where both are possible, or none is. */
  readonly by: 'lead' | 'offset' | undefined;
}

export type Frames = ReadonlyMap<LayoutId, Frame>;

export const NO_FRAMES: Frames = new Map();

/** `columns`: how many values the row of the form has. */
export interface SizedRecord {
  readonly record: Record;
  readonly columns: number;
}

export function framesOf(rows: readonly SizedRecord[]): Frames {
  const shown = new Map<LayoutId, { readonly full: Ends[]; readonly blank: Ends[]; readonly all: SizedRecord[] }>();
  for (const row of rows) {
    const { values, place, layout } = row.record;
    let own = shown.get(layout);
    if (!own) shown.set(layout, (own = { full: [], blank: [], all: [] }));
    own.all.push(row);
    const [first, end] = writtenIn(values);
    // Words may be the label of another row, beside that of its group.
    if (first < 0 || end - first !== row.columns || values.slice(first, end).some(({ quantity }) => quantity.kind === 'text')) continue;
    const ends = { lead: first, offset: place && place.offset + first, tail: values.length - end, cells: place?.cells };
    (hasBlank(values.slice(first, end)) ? own.blank : own.full).push(ends);
  }
  // A row with blanks in it may have one too many; the others are believed before it.
  return new Map(
    [...shown].flatMap(([layout, { full, blank, all }]) => {
      const frame = full.length + blank.length > 0 ? commonFrame(full.length > 0 ? full : blank, all) : labelFrame(all);
      return frame ? [[layout, frame] as const] : [];
    }),
  );
}

/**
 * Where no row is written to its ends, but all have as many cells: no value stands in a column that has labels. If their first or
 * their last is blank in all of them, a column may be lost, and nobody can tell which.
 */
function labelFrame(rows: readonly SizedRecord[]): Frame | undefined {
  const places = rows.flatMap(({ record: { place } }) => place ?? []);
  const { cells } = places[0] ?? {};
  if (places.length < rows.length || !places.every((place) => place.cells === cells)) return undefined;
  const offset = Math.max(...places.map((place) => place.offset));
  const ends = rows.map(({ record, columns }) => [record.values[offset - record.place!.offset], record.values[offset - record.place!.offset + columns - 1]]);
  const isLost = [0, 1].some((end) => ends.every((own) => (own[end]?.text ?? '') === ''));
  return { lead: undefined, offset: isLost ? undefined : offset, tail: undefined, cells, by: 'offset' };
}

type Ends = Omit<Frame, 'by'>;

const hasBlank = (values: readonly CellSyntax[]): boolean => values.some(({ text }) => text === '');

function commonFrame(shown: readonly Ends[], rows: readonly SizedRecord[]): Frame {
  const ends = { lead: common(shown, 'lead'), offset: common(shown, 'offset'), tail: common(shown, 'tail'), cells: common(shown, 'cells') };
  const alike = rows.filter(({ record: { place } }) => place !== undefined && place.cells === ends.cells);
  const possible = (['lead', 'offset'] as const).filter((by) => alike.every((row) => isWithin(row, startBy(row, ends, by))));
  return { ...ends, by: alike.length > 0 && possible.length === 1 ? possible[0] : undefined };
}

function common(frames: readonly Ends[], field: keyof Ends): number | undefined {
  const own = frames[0]![field];
  return frames.every((frame) => frame[field] === own) ? own : undefined;
}

/** Where the values of a row begin, counted from its label or from the start of the line. */
function startBy({ record: { place } }: SizedRecord, { lead, offset }: Ends, by: 'lead' | 'offset'): number | undefined {
  if (by === 'lead') return lead;
  return place && offset !== undefined ? offset - place.offset : undefined;
}

/** Whether the values from `start` on are as many as the row has, and all that is written is among them. */
function isWithin({ record: { values }, columns }: SizedRecord, start: number | undefined): boolean {
  if (start === undefined || start < 0 || start + columns > values.length) return false;
  const [first, end] = writtenIn(values);
  return first < 0 || (start <= first && end <= start + columns);
}

/** The first value that is written, and the end of the last; -1 where all are blank. */
function writtenIn(values: readonly CellSyntax[]): readonly [number, number] {
  return [values.findIndex(({ text }) => text !== ''), values.findLastIndex(({ text }) => text !== '') + 1];
}

/**
 * The values of `record` as a row of `columns`, blank ones included; where it can't be told which cells are its row's, what is
 * written in it, which then is another number of values.
 */
export function valuesOf(row: SizedRecord, frames: Frames): readonly CellSyntax[] {
  const { record: { values, place, layout }, columns } = row;
  const [first, end] = writtenIn(values);
  const written = first < 0 ? [] : values.slice(first, end);
  if (written.length > columns || (written.length === columns && (values.length === columns || !hasBlank(written)))) return written;
  if (values.length < columns) return first < 0 ? values : written;
  const frame = frames.get(layout);
  const exact = values.length === columns;
  if (!frame) return exact || first < 0 ? values : written;
  const { tail, cells, by } = frame;
  const alike = place !== undefined && place.cells === cells;
  const starts = new Set((alike && by ? [by] : (['lead', 'offset'] as const)).map((own) => startBy(row, frame, own)));
  const fitting = [...starts].filter((start): start is number => {
    if (start === undefined || !isWithin(row, start)) return false;
    return tail === undefined && cells === undefined ? exact : values.length - start - columns === tail || alike;
  });
  if (fitting.length === 1) return values.slice(fitting[0], fitting[0]! + columns);
  return written.length === columns ? values : written;
}
