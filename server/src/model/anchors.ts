/**
 * Which records have words that name a row of the form: in their own row, around them where a label is broken over lines, or
 * above them.
 */
import type { CellSyntax } from '../syntax/types';
import { matchKey } from '../text/fold';
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
  readonly above: { readonly row: number; readonly words?: undefined } | { readonly row?: undefined; readonly words: string } | undefined;
  /** Of the first of several records without words between them; undefined for the others. */
  readonly run?: Run;
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
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment') {
      before.push(item.cell);
      continue;
    }
    const after = item.open || item.own.length > 0 ? cellsAfter(items, i, () => true, matcher) : [];
    const anchor = anchorOf(item, before, after, matcher) ?? anchorPastGroup(items, i, before, after, matcher) ?? likelyAnchor(item, matcher);
    if (anchor || item.own.length > 0 || before.length === 0) {
      records.push({ record: item, anchor, above: anchor && item.own.length === 0 ? { row: anchor.row } : undefined });
    } else {
      const run = unlabelledRun(items, i);
      const words = labelsIn(before, item.open, matcher);
      const anchors = anchorsOfRun(words, before, run, matcher);
      const nearest = anchors?.[0] ?? (words.below ? undefined : words.labels.at(-1));
      const above = nearest ? { row: nearest.row } : words.below ? { words: before.at(-1)!.text } : undefined;
      const whole = { labels: words.labels.map(({ row }) => row), length: run.length };
      run.forEach((record, k) => records.push(k === 0 ? { record, anchor: anchors?.[k], above, run: whole } : { record, anchor: anchors?.[k], above: undefined }));
      i += run.length - 1;
    }
    before = [];
  }
  return records;
}

/** The words between the record at `index` and the next, at most two, without labels of groups and headers, as far as `counts` says. */
function cellsAfter(items: readonly Item[], index: number, counts: (cell: CellSyntax) => boolean, matcher: LabelMatcher): CellSyntax[] {
  const after: CellSyntax[] = [];
  for (let i = index + 1; i < items.length && after.length < 2; i++) {
    const next = items[i]!;
    if (next.kind === 'record') break;
    if (!matcher.isHeader(next.cell.text) && counts(next.cell)) after.push(next.cell);
  }
  return after;
}

/** The label around a record, beside whose pieces stand those of a group label: its letters from top to bottom, or two lines. */
function anchorPastGroup(items: readonly Item[], index: number, before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const counts = ({ text }: CellSyntax): boolean => !matcher.isHeaderPiece(text);
  if ([...before.slice(-MAX_PIECES), ...after].every(counts)) return undefined;
  return anchorOf(items[index] as Record, before.slice(-MAX_PIECES).filter(counts), after.length > 0 ? cellsAfter(items, index, counts, matcher) : after, matcher);
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

function anchorOf(record: Record, before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  return record.own.length > 0 ? ownAnchor(record, before.slice(-MAX_PIECES), after, matcher) : aroundAnchor(before, after, matcher);
}

/** The name that a record's own words spell by likeness. */
function likelyAnchor(record: Record, matcher: LabelMatcher): Anchor | undefined {
  const cells = record.own.slice(-1);
  const likely = cells.length > 0 && says(cells) ? matcher.match(cells[0]!.text) : undefined;
  return likely && { ...likely, cells };
}

/** The name that a record's own words spell, alone or with the pieces of a broken label around them. */
function ownAnchor(record: Record, before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const own = record.own.slice(-1);
  const named = exactAnchor(own, matcher);
  if (named || !says(own)) return named;
  for (let k = 0; k <= before.length; k++) {
    const head = [...before.slice(before.length - k), ...own];
    for (let m = 0; m <= after.length; m++) {
      const exact = exactAnchor([...head, ...after.slice(0, m)], matcher);
      if (exact) return exact;
    }
  }
  return undefined;
}

/** A label that begins before its numbers and ends after them: it needs both sides, so it can be no other record's. */
function aroundAnchor(before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  for (let k = 1; k <= Math.min(before.length, MAX_PIECES); k++) {
    for (let m = 1; m <= after.length; m++) {
      if (!says(before.slice(-k)) || !says(after.slice(0, m))) continue;
      const exact = exactAnchor([...before.slice(-k), ...after.slice(0, m)], matcher);
      if (exact) return exact;
    }
  }
  return undefined;
}

/** Whether cells hold more than punctuation. */
const says = (cells: readonly CellSyntax[]): boolean => matchKey(cells.map(({ text }) => text).join('')) !== '';

function exactAnchor(cells: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const row = matcher.exact(cells.map(({ text }) => text).join(''));
  return row === undefined ? undefined : { row, kind: 'exact', cells };
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
    const named = longestJoin(words, i, (text) => matcher.exact(text) !== undefined);
    const header = named > 0 ? 0 : longestJoin(words, i, (text) => matcher.isHeader(text));
    if (named > 0) {
      labels.push(exactAnchor(words.slice(i, i + named), matcher)!);
      below = false;
    } else {
      leftover ||= header === 0 && !(open && matcher.isHeaderPiece(words[i]!.text));
      below = leftover || labels.length > 0;
    }
    i += Math.max(named, header, 1);
  }
  return { labels, leftover, below };
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

/** How many words from `start` on, joined, fit; 0 if none do. */
function longestJoin(words: readonly CellSyntax[], start: number, fits: (text: string) => boolean): number {
  let text = '';
  let longest = 0;
  for (let i = start; i < Math.min(words.length, start + MAX_PIECES); i++) {
    text += words[i]!.text;
    if (fits(text)) longest = i - start + 1;
  }
  return longest;
}
