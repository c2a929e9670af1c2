/**
 * Where the values of a row begin and end, if blank cells stand at its ends.
 *
 * A row that is written from its first column to its last shows it by itself. The others are like these: as many cells after
 * the label or after the start of the line, and as many behind the values or in the whole line. What that leaves open is not told.
 */
import type { CellSyntax, LayoutId } from '../../syntax/types';
import type { Record } from './item';

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
  /** In layouts that don't say where rows end: how many cells stand behind the last value of some row, or from its first on. */
  readonly tails: ReadonlySet<number>;
  readonly lengths: ReadonlySet<number>;
  /** The one of `lead` and `offset` that all rows with so many cells allow; undefined where both are possible, or none is. */
  readonly by: 'lead' | 'offset' | undefined;
}

/** By layout; by layout and number of cells in the row, where such rows show their ends. */
export type Frames = ReadonlyMap<string, Frame>;

export const NO_FRAMES: Frames = new Map();

/** `columns`: how many values the row of the form has. */
export interface SizedRecord {
  readonly record: Record;
  readonly columns: number;
}

export function framesOf(rows: readonly SizedRecord[]): Frames {
  const byLayout = new Map<string, Shown>();
  const bySize = new Map<string, Shown>();
  for (const row of rows) {
    const { place, layout } = row.record;
    const ends = endsOf(row);
    note(byLayout, layout, row, ends);
    if (place) note(bySize, sizedKey(layout, place.cells), row, ends);
  }
  // A row with blanks in it may have one too many; the others are believed before it.
  const frameOf = ({ full, blank, all }: Shown): Frame | undefined => (full.length + blank.length > 0 ? commonFrame(full.length > 0 ? full : blank, all) : labelFrame(all));
  // Rows of the form's blocks have other cells beside their labels, and so other padding. Of those with blanks in them several must agree.
  const sized = [...bySize].filter(([, { layout, full, blank }]) => full.length > 0 || (blank.length > 0 && leadOf(byLayout.get(layout)!) === blank[0]!.lead));
  const frames = new Map<string, Frame>();
  for (const [key, shown] of [...byLayout, ...sized]) {
    const frame = frameOf(shown);
    if (frame) frames.set(key, frame);
  }
  return frames;
}

/** The blanks between label and first value, if so many rows as are needed agree. */
function leadOf({ full, blank }: Shown): number | undefined {
  return full.length + blank.length >= FEWEST_AGREEING ? common([...full, ...blank], 'lead') : undefined;
}

const FEWEST_AGREEING = 3;

function note(shown: Map<string, Shown>, key: string, row: SizedRecord, ends: Ends | undefined): void {
  let own = shown.get(key);
  if (!own) shown.set(key, (own = { layout: row.record.layout, full: [], blank: [], all: [] }));
  own.all.push(row);
  if (ends) (ends.hasBlank ? own.blank : own.full).push(ends);
}

const sizedKey = (layout: LayoutId, cells: number): string => `${layout} ${cells}`;

interface Shown {
  readonly layout: LayoutId;
  /** Of rows that are written from their first column to their last, without and with blanks between. */
  readonly full: Ends[];
  readonly blank: Ends[];
  readonly all: SizedRecord[];
}

/** What a row shows that is written from its first column to its last; undefined of any other. */
function endsOf({ record: { values, place }, columns }: SizedRecord): Ends | undefined {
  const [first, end] = writtenIn(values);
  const written = values.slice(Math.max(first, 0), end);
  // Words may be the label of another row, beside that of its group.
  if (first < 0 || written.length !== columns || written.some(({ quantity }) => quantity.kind === 'text')) return undefined;
  return { lead: first, offset: place && place.offset + first, tail: values.length - end, cells: place?.cells, length: values.length - first, hasBlank: hasBlank(written) };
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
  return { lead: undefined, offset: isEndBlank(ends) ? undefined : offset, tail: undefined, cells, by: 'offset', tails: new Set(), lengths: new Set() };
}

/** Whether the first or the last value of every row is blank: then a column may be lost, and nobody can tell which. */
function isEndBlank(rows: readonly (readonly (CellSyntax | undefined)[])[]): boolean {
  return [0, -1].some((end) => rows.every((row) => (row.at(end)?.text ?? '') === ''));
}

interface Ends extends Pick<Frame, 'lead' | 'offset' | 'tail' | 'cells'> {
  /** Cells from the first value on. */
  readonly length: number;
  /** Between the first value and the last. */
  readonly hasBlank: boolean;
}

const hasBlank = (values: readonly CellSyntax[]): boolean => values.some(({ text }) => text === '');

function commonFrame(shown: readonly Ends[], rows: readonly SizedRecord[]): Frame {
  const ends = { lead: common(shown, 'lead'), offset: common(shown, 'offset'), tail: common(shown, 'tail'), cells: common(shown, 'cells') };
  const alike = rows.filter(({ record: { place } }) => place !== undefined && place.cells === ends.cells);
  const possible = (['lead', 'offset'] as const).filter((by) => alike.every((row) => isWithin(row, startBy(row, ends, by))));
  const open = shown.filter(({ cells }) => cells === undefined);
  const [tails, lengths] = (['tail', 'length'] as const).map((field) => new Set(open.map((own) => own[field]))) as [Set<number>, Set<number>];
  return { ...ends, by: alike.length > 0 && possible.length === 1 ? possible[0] : undefined, tails, lengths };
}

function common(frames: readonly Ends[], field: 'lead' | 'offset' | 'tail' | 'cells'): number | undefined {
  const own = frames[0]![field];
  return frames.every((frame) => frame[field] === own) ? own : undefined;
}

/** Where the values of a row begin, counted from its label or from the start of the line. */
function startBy({ record: { place } }: SizedRecord, { lead, offset }: Pick<Frame, 'lead' | 'offset'>, by: 'lead' | 'offset'): number | undefined {
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

/** How many values are written, with the blanks between them. */
export function writtenLength(values: readonly CellSyntax[]): number {
  const [first, end] = writtenIn(values);
  return first < 0 ? 0 : end - first;
}

/**
 * The values of `record` as a row of `columns`, blank ones included; where it can't be told which cells are its row's, what is
 * written in it, which then is another number of values.
 */
export function valuesOf(row: SizedRecord, frames: Frames): readonly CellSyntax[] {
  const { record: { values, place, layout, open, whole }, columns } = row;
  const [first, end] = writtenIn(values);
  const written = first < 0 ? [] : values.slice(first, end);
  // A blank cell in one line of text is none of the row's, but shows where numbers stand below those of rows with more columns.
  const filled = open && whole && written.length > columns ? written.filter(({ text }) => text !== '') : [];
  if (filled.length === columns) return filled;
  if (written.length > columns || (written.length === columns && (values.length === columns || !hasBlank(written)))) return written;
  if (values.length < columns) return first < 0 ? values : written;
  const frame = (place && frames.get(sizedKey(layout, place.cells))) ?? frames.get(layout);
  const exact = values.length === columns;
  if (exact && first < 0) return values;
  // Which of the blanks are padding makes no difference.
  if (layout === 'pipe-cell' && first < 0) return values.slice(0, columns);
  if (!frame) return exact || first < 0 ? values : written;
  const { tail, cells, by, tails, lengths } = frame;
  const alike = place !== undefined && place.cells === cells;
  const starts = new Set((alike && by ? [by] : (['lead', 'offset'] as const)).map((own) => startBy(row, frame, own)));
  const fitting = [...starts].filter((start): start is number => {
    if (start === undefined || !isWithin(row, start)) return false;
    if (place === undefined && (tails.has(values.length - start - columns) || lengths.has(values.length - start))) return true;
    return tail === undefined && cells === undefined ? exact : values.length - start - columns === tail || alike;
  });
  if (fitting.length === 1) {
    const own = values.slice(fitting[0], fitting[0]! + columns);
    // Where some rows are padded and others are not, a blank behind the last value is its row's last cell or padding.
    return layout === 'pipe-cell' && first >= 0 && tails.size > 1 && own.at(-1)!.text === '' ? written : own;
  }
  return written.length === columns ? values : written;
}
