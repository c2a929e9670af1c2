/**
 * 表二 and 表三, a row of the form below the other: every value gets its row and column, or the row says why it can't.
 *
 * Nothing is guessed. A row with too many or too few values keeps no cells; a table most of whose rows are so is
 * unreadable as a whole and gives one finding instead of many.
 */
import { EDITIONS, type Equation, type RowSpec, type TableSpec } from '../../editions';
import { isNumber } from '../../syntax/layouts/layout';
import { rowsOf } from '../../syntax/rows';
import type { CellSyntax, SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { span } from '../../text/span';
import { boundTable, cellsOf, spanOf, unreadTable } from './boundTable';
import { holdsAlong } from './deduce';
import { type Frames, framesOf, NO_FRAMES, valuesOf } from './frame';
import { type LabelMatcher, matcherOf } from './labels';
import { rowsWithoutNumbers } from './numberedRows';
import { type Placed, type Placement, placeRecords } from './places';
import { type Item, itemsOf } from './records';
import { remembered } from '../remembered';
import { keyOfSection } from './sectionKey';
import type { BoundLabel, BoundRow, BoundTable, UnknownRow, UnreadableReason } from '../types';

export function bindRows(section: SectionSyntax, spec: TableSpec): BoundTable | undefined {
  const matcher = matcherOf(spec);
  const arities = new Set(spec.rows.map(({ columns }) => columns.length));
  const arity = arities.size === 1 ? spec.rows[0]!.columns.length : 0;
  const items = withoutOtherTables(itemsOf(rowsWithoutNumbers(section), matcher, arity), spec);
  const placed = placeRecords(items, matcher);
  if (!placed) return unreadTable(section, spec, 'places', spanOf(items.flatMap((item) => (item.kind === 'record' ? item.values : []))));
  const doubted = doubtedRuns(placed, spec);
  const placements = placed.placements.map((placement, i) => (doubted.has(i) || isDoubtful(placement, spec) ? { ...placement, row: undefined } : placement));
  if (!placements.some(({ row, anchor }) => row !== undefined && anchor)) return labelsOnly(section, spec, items, matcher);
  const first = placements.findIndex(({ row }) => row !== undefined);
  const last = placements.findLastIndex(({ row }) => row !== undefined);
  const frames = framesOf(placements.flatMap(({ record, row }) => (row === undefined ? [] : [{ record, columns: spec.rows[row]!.columns.length }])));
  const rows: BoundRow[] = [];
  const unknown: UnknownRow[] = [];
  placements.forEach((placement, index) => {
    const rowSpec = placement.row === undefined ? undefined : spec.rows[placement.row]!;
    if (rowSpec) rows.push(withoutSpanned(boundRow(placement, rowSpec, frames, restsBelow(placements[index + 1], rowSpec, matcher)), section));
    else if (isBlankGroup(placement, matcher) || isRestOf(placements[index - 1], placement, spec, matcher)) return;
    else if (index > first && index < last ? isRowLike(placement, spec) : isNamedRow(placement, spec)) {
      unknown.push({ label: labelOf(placement) ?? labelAbove(placement, matcher), span: spanOf([...placement.record.own, ...placement.record.values]), repeats: placement.repeats === undefined ? undefined : spec.rows[placement.repeats], instead: [] });
    }
  });
  return boundTable(section, spec, rows, unknown, unreadableReason(rows) ?? (placed.tornApart && isMostlyLost(rows, spec) ? 'places' : undefined));
}

/** Whether less than half of the rows are read: of the others, which have their labels here and their numbers there, nobody shall be told that they are missing. */
function isMostlyLost(rows: readonly BoundRow[], spec: TableSpec): boolean {
  return rows.filter(({ cells }) => cells.length > 0).length * 2 < spec.rows.length;
}

/** The labels are there but no values stand with them: digits glued to the labels, or an empty table. */
function labelsOnly(section: SectionSyntax, spec: TableSpec, items: readonly Item[], matcher: LabelMatcher): BoundTable | undefined {
  const key = keyOfSection(section);
  const { rows, heads } = titlesOf(spec);
  // A sentence may name half of the rows, with their numbers; it has no words of the head.
  if (rows.filter((title) => key.includes(title)).length < rows.length / 2 || heads.filter((title) => key.includes(title)).length < FEWEST_HEADS) return undefined;
  const spans = items.flatMap((item) => (item.kind === 'fragment' && (matcher.match(item.cell.text) || matcher.isHeader(item.cell.text)) ? [item.cell.span] : []));
  const whole = spans.length > 0 ? span(spans[0]!.start, spans.at(-1)!.end) : (section.heading?.span ?? span(0, Math.min(section.text.length, 1)));
  // Labels have numbers of their own.
  const rest = rows.reduce((words, title) => words.replaceAll(title, LABEL), key);
  return unreadTable(section, spec, GLUED.test(rest) && !items.some(isApart) ? 'glued' : /\d/.test(rest) ? 'places' : 'blank', whole);
}

/** Whether numbers stand in cells of their own, so that they run into nothing. */
const isApart = (item: Item): boolean => item.kind === 'record' && item.values.some(isNumber);

/** So many words of the head show that it is a table. */
const FEWEST_HEADS = 2;
/** In place of a label; no key holds it. */
const LABEL = '|';
const GLUED = /\|\d/;

/** The keys of the labels, the longest first, and those of the words of the head. */
const titlesOf = remembered(({ rows, skeleton }: TableSpec) => ({
  rows: rows.map(({ title }) => matchKey(title)).sort((a, b) => b.length - a.length),
  heads: [...new Set(skeleton.flatMap(({ cells, row }) => (row === undefined ? cells.map(matchKey) : [])))],
}));

/** What the columns of 表四 are called, and no row of another table. */
const REMEDIES = /^(?:结果维持|结果纠正|尚未审结)/;

/** The matchers of the other tables whose labels end a table, in all editions. */
const othersOf = remembered(({ id }: TableSpec): readonly LabelMatcher[] =>
  EDITIONS.flatMap(({ tables }) => tables)
    .filter((other) => other.id !== id && other.id !== 'reviewAndLitigation')
    .map(matcherOf),
);

/** Items of a table whose heading is lost stand in the slice of another; they end this one. */
function withoutOtherTables(items: readonly Item[], spec: TableSpec): readonly Item[] {
  const own = matcherOf(spec);
  const others = othersOf(spec);
  let from = 0;
  let started = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const words = item.kind === 'fragment' ? item.cell.text : item.own.at(-1)?.text;
    if (words === undefined) continue;
    const key = matchKey(words);
    if (own.exactKey(key) !== undefined) started = true;
    else if (started && REMEDIES.test(key)) return items.slice(from, i);
    else if (others.some((other) => other.exactKey(key) !== undefined) && !own.isHeaderKey(key)) {
      if (started) return items.slice(from, i);
      from = i + 1;
    }
  }
  return items.slice(from);
}

/**
 * A row that only its place tells, in a layout where rows have their labels, may have lost more than its label: a cut label
 * `4` looks like a value. Its own equation must vouch for it.
 */
function isDoubtful({ record, anchor, row }: Placement, spec: TableSpec): boolean {
  if (row === undefined || anchor || record.own.length > 0) return false;
  const { columns } = spec.rows[row]!;
  // Where no layout shows the ends of a row, a blank before its values may be none of it; it is none where they are all there.
  if (record.open && (record.values[0]?.text !== '' || record.values.filter(({ text }) => text !== '').length === columns.length)) return false;
  const values = valuesOf({ record, columns: columns.length }, NO_FRAMES);
  const equation = spec.equations.find(({ along }) => along === 'row');
  return !equation || (values.length === columns.length && !isWholeRow(values, spec, equation));
}

/**
 * Placements in runs of numbers that may not stand row by row: a page read in columns, or block by block, has the numbers of several rows
 * one column below the other. Most rows of a run that say something must add up, and more of them than if it is read in columns.
 */
function doubtedRuns({ placements, tornApart }: Placed, spec: TableSpec): ReadonlySet<number> {
  const doubted = new Set<number>();
  const equation = spec.equations.find(({ along }) => along === 'row');
  if (tornApart && equation) {
    // Where labels and numbers are torn apart, one row that does not add up shows that others may do so by chance.
    const apart = placements.flatMap(({ record, row }, i) => (row !== undefined && record.open && record.own.length === 0 ? [i] : []));
    if (apart.some((i) => !isWholeRow(placements[i]!.record.values, spec, equation))) return new Set(apart);
  }
  placements.forEach(({ run, record }, first) => {
    if (!record.open || !run || run.length < 2 || run.length > spec.rows.length) return;
    const rows = placements.slice(first, first + run.length).map((placement) => placement.record.values);
    const columns = transposed(rows.flat(), rows.length);
    if (rows.every((values, i) => values.every(({ text }, k) => text === columns[i]![k]?.text))) return;
    const doubt = (): void => rows.forEach((_, i) => doubted.add(first + i));
    if (!equation) return doubt();
    const said = rows.filter((values) => values.some(({ quantity }) => quantity.kind !== 'number' || quantity.value !== 0));
    const sums = (own: readonly (readonly CellSyntax[])[]): number => own.filter((values) => isWholeRow(values, spec, equation)).length;
    if (sums(said) * 2 < said.length || sums(rows) <= sums(columns)) doubt();
  });
  return doubted;
}

/** `values`, which stand column by column, as `count` rows. */
function transposed(values: readonly CellSyntax[], count: number): CellSyntax[][] {
  return Array.from({ length: count }, (_, row) => values.filter((__, i) => i % count === row));
}

/** Whether `values` are as many as a row has columns, and add up; a blank counts as 0. */
function isWholeRow(values: readonly CellSyntax[], { columns }: TableSpec, equation: Equation): boolean {
  const numbers = values.map(({ quantity }) => (quantity.kind === 'number' ? quantity.value : 0));
  return values.length === columns.length && holdsAlong(equation, columns.map(({ id }) => id), numbers);
}

/**
 * Whether a row that lacks numbers goes on below, beside the rest of its label or of its group's: what a page has at one height may stand
 * on two lines, and in which order its numbers do nobody can say. The row tells of it.
 */
function isRestOf(before: Placement | undefined, { record: { open, own, values } }: Placement, spec: TableSpec, matcher: LabelMatcher): boolean {
  const words = own.at(-1)?.text;
  if (before?.row === undefined || !open || words === undefined) return false;
  const isPiece = matchKey(words) !== '' && (matcher.isHeaderPiece(words) || matcher.isPiece(matcher.pieceKey(words)));
  const numbers = [...before.record.values, ...values].filter(({ text }) => text !== '');
  return isPiece && numbers.length === spec.rows[before.row]!.columns.length;
}

/** Between rows of the form, anything with the values of a row is a row; outside, it must look like one. */
function isRowLike({ record, repeats }: Placement, spec: TableSpec): boolean {
  const arities = spec.rows.map(({ columns }) => columns.length);
  return repeats !== undefined || (!record.open && (record.own.length > 0 || record.values.length > 1)) || arities.includes(record.values.length);
}

/** The name of a group with marks for nothing behind it. */
function isBlankGroup({ record: { own, values } }: Placement, matcher: LabelMatcher): boolean {
  return values.every(({ quantity }) => quantity.kind === 'blank') && matcher.isHeader(own.at(-1)?.text ?? '');
}

function isNamedRow(placement: Placement, spec: TableSpec): boolean {
  return placement.repeats !== undefined || (!placement.record.open && isRowLike(placement, spec) && placement.record.values.length >= spec.rows[0]!.columns.length);
}

/** How many numbers stand below a row, beside the rest of its label: where it has all of its own, these are the ends of numbers that narrow columns broke. */
function restsBelow(below: Placement | undefined, { title }: RowSpec, matcher: LabelMatcher): number {
  const words = below?.row === undefined && below?.record.open ? below.record.own.at(-1)?.text : undefined;
  if (words === undefined) return 0;
  const key = matcher.pieceKey(words.replace(NUMBERS_GLUED, ''));
  return key !== '' && matchKey(title).includes(key) ? below!.record.values.length + numbersBehind({ text: words, kind: 'part' }, true) : 0;
}

/** `rests`: how many numbers below it may be the ends of its own. */
function boundRow(placement: Placement, spec: RowSpec, frames: Frames, rests: number): BoundRow {
  const { record } = placement;
  const expected = spec.columns.length;
  const read = valuesOf({ record, columns: expected }, frames);
  const all = isBehindOrdinal(read[0], placement, spec) ? read.slice(1) : read;
  const values = record.broken && all.at(-1)?.text === '' ? all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1) : all;
  const label = labelOf(placement);
  const found = values.length + (values.length === expected ? (label ? numbersBehind(label, record.open || isInPieces(placement)) : 0) + (record.open ? rests : 0) : 0);
  return {
    spec,
    label,
    cells: found === expected ? cellsOf(spec, values) : [],
    found,
    expected,
    valuesSpan: spanOf(values.length > 0 ? values : record.values),
    values,
    layout: record.layout,
  };
}

/** Whether the row's number ran into its first value, set at the same height on the page: `5.0` behind `属于三类内部事务信息`. */
function isBehindOrdinal(first: CellSyntax | undefined, { anchor }: Placement, { title }: RowSpec): boolean {
  const ordinal = /^\d\./.exec(title)?.[0];
  return ordinal !== undefined && first?.text.startsWith(ordinal) === true && anchor !== undefined && !/^\d/.test(anchor.cells[0]!.text);
}

const NUMBERS_BEHIND = /\s\d[\d\s.,]*(?:件|条|项|宗|起|个|次|万?元)?$/;
const NUMBERS_GLUED = /(?<=\p{Script=Han})\d[\d\s.,]*$/u;

/** Whether a label stands on several lines of its cell, which are joined without a blank: what was wrapped below it may be a value. */
const isInPieces = (placement: Placement): boolean => (namingAnchor(placement)?.cells ?? placement.record.own).at(-1)?.pieces !== undefined;

/** The anchor of a placement, if its words name the row: those of another row say nothing of this one. */
const namingAnchor = ({ anchor, row, repeats }: Placement): Placement['anchor'] => (anchor?.row === (row ?? repeats) ? anchor : undefined);

/** How many numbers stand in the cell of a label behind its words, which are values that nothing told from it; where they may be `glued` also without a blank between. */
function numbersBehind({ text, kind }: Pick<BoundLabel, 'text' | 'kind'>, glued: boolean): number {
  if (kind === 'exact') return 0;
  const numbers = NUMBERS_BEHIND.exec(text) ?? (glued ? NUMBERS_GLUED.exec(text) : null);
  return numbers?.[0].match(/\d+/g)?.length ?? 0;
}

/** A cell that spans columns is converted, now and then, to as many cells of the same content: its value is one. */
function withoutSpanned(row: BoundRow, section: SectionSyntax): BoundRow {
  const { spec, values, found, expected } = row;
  if (found <= expected || !values.slice(expected).every(({ text }) => text === values[expected - 1]!.text) || !repeatsSpans(section)) return row;
  const own = values.slice(0, expected);
  return { ...row, cells: cellsOf(spec, own), found: expected, valuesSpan: spanOf(own), values: own };
}

/** Whether a row has the same words in cells beside each other. */
const repeatsSpans = remembered((section: SectionSyntax): boolean =>
  rowsOf(section).some(({ open, cells }) => !open && cells.some(({ text, quantity }, i) => quantity.kind === 'text' && text === cells[i + 1]?.text)),
);

function labelOf(placement: Placement): BoundLabel | undefined {
  const anchor = namingAnchor(placement);
  if (anchor) {
    const { cells, kind } = anchor;
    const [first, last] = [cells[0]!, cells.at(-1)!];
    if (first === last) return { span: first.span, text: first.text, kind, whole: kind !== 'part' };
    return { span: span(first.span.start, last.span.end), text: cells.map(({ text }) => text).join(''), kind, whole: false };
  }
  const own = placement.record.own.at(-1);
  return own ? { span: own.span, text: own.text, kind: 'place', whole: !placement.record.open } : undefined;
}

/** The words directly above numbers that stand on lines of their own: what a person takes for their label, though the form has no such row. */
function labelAbove({ record, above }: Placement, matcher: LabelMatcher): BoundLabel | undefined {
  const words = record.open ? above?.words : undefined;
  return words && !matcher.isHeaderPiece(words.text) && !/\d/.test(words.text) ? { span: words.span, text: words.text, kind: 'place', whole: false } : undefined;
}

/** Half the rows, and at least four, with a wrong number of values: the cells can't be told apart. */
function unreadableReason(rows: readonly BoundRow[]): UnreadableReason | undefined {
  const odd = rows.filter(({ found, expected, layout }) => found !== expected && layout !== 'flattened').length;
  return odd >= 4 && odd * 2 >= rows.length ? 'counts' : undefined;
}
