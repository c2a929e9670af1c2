/**
 * Which records have words that name a row of the form: in their own row, around them where a label is broken over lines, or
 * above them.
 */
import type { CellSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { writtenLength } from './frame';
import type { LabelKind, LabelMatcher } from './labels';
import type { Item, Record } from './records';

export interface Anchor {
  /** Index into the rows of the form. */
  readonly row: number;
  readonly kind: LabelKind;
  /** The cells that spell the label. */
  readonly cells: readonly CellSyntax[];
}

export interface AnchoredRecord {
  readonly record: Record;
  readonly anchor: Anchor | undefined;
  /**
   * What stands directly above a record without words of its own: a label, which may be another record's, or the last of other
   * words. Undefined: nothing.
   */
  readonly above: { readonly row: number; readonly words?: undefined } | { readonly row?: undefined; readonly words: CellSyntax } | undefined;
  /** Of the first of several records without words between them; undefined for the others. */
  readonly run: Run | undefined;
}

/** Records with nothing between them, below words. */
export interface Run {
  /** The rows whose labels stand above it, in the order of the text. */
  readonly labels: readonly number[];
  readonly length: number;
}

/** A label has no more pieces; `三、本年度办理结果` one character a line has nine. */
const MAX_PIECES = 9;

/** The records of `items` in order, with the words that may name them. */
export function anchored(items: readonly Item[], matcher: LabelMatcher): AnchoredRecord[] {
  const records: AnchoredRecord[] = [];
  let before: CellSyntax[] = [];
  let alternate: boolean | undefined;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment') {
      before.push(item.cell);
      continue;
    }
    const own = item.own.at(-1);
    const anchor = (own && ownAnchor(items, i, own, before, matcher)) ?? (item.open && isBesideGroup(item, matcher) ? brokenAnchor(items, i, undefined, before, matcher) : undefined);
    if (anchor || item.own.length > 0 || before.length === 0) {
      records.push({ record: item, anchor, above: anchor && item.own.length === 0 ? { row: anchor.row } : undefined, run: undefined });
    } else {
      const run = unlabelledRun(items, i);
      const words = labelsIn(before, item.open, matcher);
      const anchors = anchorsOfRun(words, before, run, matcher) ?? (isBelowItsLabel(words, run, matcher) && (alternate ??= doAlternate(items, matcher)) ? words.labels.slice(-1) : undefined);
      const nearest = anchors?.[0] ?? (words.below ? undefined : words.labels.at(-1));
      const above = nearest ? { row: nearest.row } : words.below ? { words: before.at(-1)! } : undefined;
      const whole = { labels: words.labels.map(({ row }) => row), length: run.length };
      run.forEach((record, k) => records.push({ record, anchor: anchors?.[k], above: k === 0 ? above : undefined, run: k === 0 ? whole : undefined }));
      i += run.length - 1;
    }
    before = [];
  }
  return records;
}

/** Whether no words of its own stand before its values, but for a piece of the group's label, which goes on over many lines. */
function isBesideGroup({ own }: Record, matcher: LabelMatcher): boolean {
  return own.every(({ text }) => matcher.isHeaderPiece(text) && matchKey(text).length > 0);
}

/** The name that the own words of the record at `index` spell: alone, with the pieces of a broken label around them, or by likeness. */
function ownAnchor(items: readonly Item[], index: number, own: CellSyntax, before: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const key = matchKey(own.text);
  const row = matcher.exactKey(key);
  if (row !== undefined) return { row, kind: 'exact', cells: [own] };
  if (key === '') return undefined;
  const broken = matcher.isPiece(matcher.pieceKey(own.text)) ? brokenAnchor(items, index, own, before, matcher) : undefined;
  const apart = broken ? undefined : behindOrdinal(items, index, own, before, matcher);
  if (apart) return apart;
  const likely = broken ? undefined : matcher.match(own.text);
  return likely ? { ...likely, cells: [own] } : broken;
}

/**
 * The label whose pieces stand around the record at `index`, or past those of a group label beside it: its letters from top to
 * bottom, or two lines.
 */
function brokenAnchor(items: readonly Item[], index: number, own: CellSyntax | undefined, before: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const head = before.slice(-MAX_PIECES);
  const after = cellsAfter(items, index, () => true, matcher);
  const anchor = speltBy(head, own, after, matcher);
  const counts = ({ text }: CellSyntax): boolean => !matcher.isHeaderPiece(text);
  if (anchor || (head.every(counts) && after.every(counts))) return anchor;
  return speltBy(head.filter(counts), own, cellsAfter(items, index, counts, matcher), matcher);
}

/** A label has no more pieces below its numbers, which stand in the middle of its lines or beside the first. */
const MOST_BELOW = 4;

/** `2.`, alone or before a piece of the label that it does not begin with. */
const ORDINAL = /^(\d{1,2})[.、]\s*/;

/** The label whose number stands in the line of its values, which is set lower or higher than its first words. */
function behindOrdinal(items: readonly Item[], index: number, own: CellSyntax, before: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const text = matcher.withoutGroup(own.text) || own.text;
  const ordinal = ORDINAL.exec(text);
  if (!ordinal) return undefined;
  const counts = (cell: CellSyntax): boolean => !matcher.isHeaderPiece(cell.text);
  return speltBy(before.slice(-MAX_PIECES).filter(counts), own, cellsAfter(items, index, counts, matcher), matcher, { ordinal: ordinal[1]!, rest: text.slice(ordinal[0].length) });
}

/** The words between the record at `index` and the next, as many as may be its label’s, without labels of groups and headers, as far as `counts` says. */
function cellsAfter(items: readonly Item[], index: number, counts: (cell: CellSyntax) => boolean, matcher: LabelMatcher): CellSyntax[] {
  const after: CellSyntax[] = [];
  for (let i = index + 1; i < items.length && after.length < MOST_BELOW; i++) {
    const next = items[i]!;
    if (next.kind === 'record') break;
    if (!matcher.isHeader(next.cell.text) && counts(next.cell)) after.push(next.cell);
  }
  return after;
}

/**
 * The label that the last cells of `before`, `own` and the first ones of `after` spell. Without words of the record's own it must begin
 * before its numbers and end after them, so that it can be no other record's. `apart`: the label's number, in `own`, and what stands behind it there.
 */
function speltBy(before: readonly CellSyntax[], own: CellSyntax | undefined, after: readonly CellSyntax[], matcher: LabelMatcher, apart?: { readonly ordinal: string; readonly rest: string }): Anchor | undefined {
  const middle = own ? [own] : [];
  for (let k = own ? 0 : 1, head = own ? matcher.pieceKey(apart?.rest ?? own.text) : ''; k <= before.length; k++) {
    if (k > 0) head = matcher.pieceKey(before.at(-k)!.text) + head;
    if (!matcher.isPiece(head)) return undefined;
    for (let m = 0, key = head; m <= after.length; m++) {
      if (m > 0) key += matcher.pieceKey(after[m - 1]!.text);
      if (!own && (head === '' || key === head)) continue;
      const row = matcher.exactKey((apart?.ordinal ?? '') + key);
      if (row !== undefined) return { row, kind: 'exact', cells: [...before.slice(before.length - k), ...middle, ...after.slice(0, m)] };
    }
  }
  return undefined;
}

/** The records without words of their own from `index` on, up to the next words. */
function unlabelledRun(items: readonly Item[], index: number): Record[] {
  const run: Record[] = [];
  for (let i = index; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment' || item.own.length > 0) break;
    run.push(item);
  }
  return run;
}

interface Labels {
  readonly labels: readonly Anchor[];
  /** Whether there are words that are neither label nor header, and whether any words stand below the last label. */
  readonly leftover: boolean;
  readonly below: boolean;
}

/** The labels that `words` spell, in order. In open layouts headers come in pieces, and in any order. */
function labelsIn(words: readonly CellSyntax[], open: boolean, matcher: LabelMatcher): Labels {
  const labels: Anchor[] = [];
  let leftover = false;
  let below = false;
  for (let i = 0; i < words.length; ) {
    const { row, count } = longestJoin(words, i, matcher);
    if (row !== undefined) {
      labels.push({ row, kind: 'exact', cells: words.slice(i, i + count) });
      below = false;
    } else {
      leftover ||= count === 0 && !(open && matcher.isHeaderPiece(words[i]!.text));
      below = leftover || labels.length > 0;
    }
    i += Math.max(count, 1);
  }
  return { labels, leftover, below };
}

/**
 * The labels that `words` spell, in order, those behind the name of a group or less than exact among them, and where the titles of columns
 * stand. Where two ways differ, those with more.
 */
export function labelsAmong(words: readonly CellSyntax[], matcher: LabelMatcher): readonly (Anchor | 'title')[] {
  const spelt = (own: readonly CellSyntax[]): (Anchor | 'title')[] => {
    const labels: (Anchor | 'title')[] = [];
    for (let i = 0; i < own.length; ) {
      const { row, count } = longestJoin(own, i, matcher);
      const cells = own.slice(i, i + count);
      if (row !== undefined) labels.push({ row, kind: 'exact', cells });
      else if (matcher.isTitleKey(cells.map(({ text }) => matchKey(text)).join(''))) labels.push('title');
      else if (count === 0) labels.push(...likelyLabel(own[i]!, matcher));
      i += Math.max(count, 1);
    }
    return labels;
  };
  const all = spelt(words);
  const without = spelt(words.filter(({ text }) => !matcher.isHeaderPiece(text)));
  return without.length > all.length ? without : all;
}

function likelyLabel(cell: CellSyntax, matcher: LabelMatcher): Anchor[] {
  if (matcher.isHeaderPiece(cell.text)) return [];
  const likely = [cell.text, matcher.withoutGroup(cell.text)].map((words) => matcher.match(words)).find((match) => match && match.kind !== 'part');
  return likely ? [{ ...likely, cells: [cell] }] : [];
}

/**
 * The labels above a run of records without words: one, which is the first record's, or as many labels as records, of rows that
 * follow each other, the last of them directly above. Otherwise nobody can say which label is whose. In layouts with row ends,
 * words that are neither label nor header are pieces of labels, and again nobody can say.
 */
function anchorsOfRun({ labels, leftover, below }: Labels, words: readonly CellSyntax[], run: readonly Record[], matcher: LabelMatcher): readonly Anchor[] | undefined {
  const { open } = run[0]!;
  if (labels.length === 0 && run.length === 1) {
    const last = words.at(-1)!;
    const likely = matcher.match(last.text);
    return likely && (open || words.length === 1) ? [{ ...likely, cells: [last] }] : undefined;
  }
  if (below || (!open && leftover)) return undefined;
  if (open && labels.length === 1) return labels;
  if (labels.length !== run.length) return undefined;
  return labels.every(({ row }, k) => k === 0 || row === labels[k - 1]!.row + 1) ? labels : undefined;
}

/**
 * Whether several labels stand above one record, the last of them directly, and it has no more values than that row: the rows of the
 * others may have lost their blank cells.
 */
function isBelowItsLabel({ labels, leftover, below }: Labels, [record, ...others]: readonly Record[], matcher: LabelMatcher): boolean {
  return labels.length > 1 && others.length === 0 && record!.open && !below && !leftover && record!.values.length <= matcher.columns[labels.at(-1)!.row]!;
}

/** How many rows must show it. */
const FEWEST_ROWS = 3;

/**
 * Whether all numbers stand directly below a label, row by row, and somewhere below one alone: then no label is that of numbers further
 * down. In a torn table there are numbers that stand below each other, or below nothing, or more of them than a row has.
 */
function doAlternate(items: readonly Item[], matcher: LabelMatcher): boolean {
  const above: number[] = [];
  let before: CellSyntax[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment') {
      before.push(item.cell);
      continue;
    }
    const { labels, below } = labelsIn(before, true, matcher);
    if (!item.open || item.own.length > 0 || labels.length === 0 || below || items[i + 1]?.kind === 'record') return false;
    if (writtenLength(item.values) > matcher.columns[labels.at(-1)!.row]!) return false;
    above.push(labels.length);
    before = [];
  }
  return above.length >= FEWEST_ROWS && above.includes(1);
}

/** How many words from `start` on, joined, name `row`, else how many are a header; 0 if none do. */
function longestJoin(words: readonly CellSyntax[], start: number, matcher: LabelMatcher): { readonly row: number | undefined; readonly count: number } {
  let row: number | undefined;
  let named = 0;
  let header = 0;
  for (let i = start, key = ''; i < Math.min(words.length, start + MAX_PIECES); i++) {
    key += matcher.pieceKey(words[i]!.text);
    if (!matcher.isBeginning(key)) break;
    const own = matcher.exactKey(key);
    if (own !== undefined) {
      row = own;
      named = i - start + 1;
    } else if (matcher.isHeaderKey(key)) header = i - start + 1;
  }
  return { row, count: row === undefined ? header : named };
}
