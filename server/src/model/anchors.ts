/**
 * Which record is which row of the form: labels give anchors, order and number give the rest.
 *
 * A record whose words name a row is an anchor. Between two anchors that are in order, records without a name are told by
 * their place only if there are exactly as many of them as rows; otherwise they are not told at all.
 */
import type { CellSyntax } from '../syntax/types';
import { LABEL_WEIGHT, type LabelKind, type LabelMatcher } from './labels';
import type { Item, Record } from './records';

export interface Anchor {
  /** Index into the rows of the form. */
  readonly row: number;
  readonly kind: LabelKind;
  /** The cells that spell the label. */
  readonly cells: readonly CellSyntax[];
}

export interface Placement {
  readonly record: Record;
  readonly anchor: Anchor | undefined;
  /** The row of the form, by label or by place; undefined: not told. */
  readonly row: number | undefined;
  /** The row is told by an anchor that another record already has. */
  readonly repeats: number | undefined;
}

const MAX_PIECES = 6;

/** The records of `items` in order, each with the row it is. `rows`: how many rows the form has. */
export function placeRecords(items: readonly Item[], matcher: LabelMatcher, rows: number): Placement[] {
  const records = anchored(items, matcher);
  const taken = uniqueAnchors(records);
  const chain = longestInOrder(records.map(({ anchor }, index) => (taken.has(index) ? anchor : undefined)));
  const placements = records.map(({ record, anchor }, index): Placement => {
    const kept = taken.has(index) && (chain.has(index) || anchor!.kind === 'exact');
    const repeated = anchor && !taken.has(index) && anchor.kind === 'exact' ? anchor.row : undefined;
    return { record, anchor, row: kept ? anchor!.row : undefined, repeats: repeated };
  });
  const bound = new Set(placements.map(({ row }) => row));
  let previous = -1;
  let previousRow = -1;
  for (const index of [...chain].sort((a, b) => a - b).concat(placements.length)) {
    const row = index < placements.length ? placements[index]!.row! : rows;
    fillGap(placements, previous + 1, index, previousRow + 1, row, bound, matcher);
    previous = index;
    previousRow = row;
  }
  return placements;
}

/** Tells the records `[from, to)` by place if they are exactly the rows `[firstRow, endRow)` that no label names. */
function fillGap(placements: Placement[], from: number, to: number, firstRow: number, endRow: number, bound: ReadonlySet<number | undefined>, matcher: LabelMatcher): void {
  const free: number[] = [];
  for (let row = firstRow; row < endRow; row++) if (!bound.has(row)) free.push(row);
  const unnamed: number[] = [];
  for (let i = from; i < to; i++) if (placements[i]!.row === undefined && placements[i]!.repeats === undefined) unnamed.push(i);
  if (unnamed.length === 0 || unnamed.length !== free.length) return;
  const plausible = unnamed.every((index, k) => {
    const words = placements[index]!.record.own.at(-1)?.text;
    return words === undefined || matcher.likeness(words, free[k]!) >= 0.4;
  });
  if (plausible) unnamed.forEach((index, k) => (placements[index] = { ...placements[index]!, row: free[k] }));
}

interface AnchoredRecord {
  readonly record: Record;
  readonly anchor: Anchor | undefined;
}

function anchored(items: readonly Item[], matcher: LabelMatcher): AnchoredRecord[] {
  const records: AnchoredRecord[] = [];
  let before: CellSyntax[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment') {
      before.push(item.cell);
      continue;
    }
    const after = item.open || item.own.length > 0 ? cellsAfter(items, i, matcher) : [];
    const anchor = item.own.length > 0 ? ownAnchor(item, before.slice(-MAX_PIECES), after, matcher) : aroundAnchor(before, after, matcher);
    if (anchor || item.own.length > 0 || before.length === 0) {
      records.push({ record: item, anchor });
    } else {
      const run = unlabelledRun(items, i);
      const labels = labelsAbove(before, run[0]!, run.length, matcher);
      run.forEach((record, k) => records.push({ record, anchor: labels?.[k] }));
      i += run.length - 1;
    }
    before = [];
  }
  return records;
}

/** The words between the record at `index` and the next, at most two, without labels of groups and headers. */
function cellsAfter(items: readonly Item[], index: number, matcher: LabelMatcher): CellSyntax[] {
  const after: CellSyntax[] = [];
  for (let i = index + 1; i < items.length && after.length < 2; i++) {
    const next = items[i]!;
    if (next.kind === 'record') break;
    if (!matcher.isHeader(next.cell.text)) after.push(next.cell);
  }
  return after;
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

/** The name that a record's own words spell, alone or with the pieces of a broken label around them. */
function ownAnchor(record: Record, before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const own = record.own.slice(-1);
  const likely = matcher.match(own[0]!.text);
  if (likely?.kind === 'exact') return { ...likely, cells: own };
  for (let k = 0; k <= before.length; k++) {
    const head = [...before.slice(before.length - k), ...own];
    for (let m = 0; m <= after.length; m++) {
      const exact = exactAnchor([...head, ...after.slice(0, m)], matcher);
      if (exact) return exact;
    }
  }
  return likely && { ...likely, cells: own };
}

/** A label that begins before its numbers and ends after them: it needs both sides, so it can be no other record's. */
function aroundAnchor(before: readonly CellSyntax[], after: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  for (let k = 1; k <= Math.min(before.length, MAX_PIECES); k++) {
    for (let m = 1; m <= after.length; m++) {
      const exact = exactAnchor([...before.slice(-k), ...after.slice(0, m)], matcher);
      if (exact) return exact;
    }
  }
  return undefined;
}

function exactAnchor(cells: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
  const row = matcher.exact(cells.map(({ text }) => text).join(''));
  return row === undefined ? undefined : { row, kind: 'exact', cells };
}

/**
 * The labels that stand above a run of `count` records without words: as many labels as records, of rows that follow each
 * other. Otherwise nobody can say which label is whose. In layouts with row ends, words that are neither label nor header
 * are pieces of labels, and again nobody can say.
 */
function labelsAbove(words: readonly CellSyntax[], first: Record, count: number, matcher: LabelMatcher): Anchor[] | undefined {
  const labels: Anchor[] = [];
  let leftover = 0;
  for (let i = 0; i < words.length; ) {
    const named = longestJoin(words, i, (text) => matcher.exact(text) !== undefined);
    const header = named > 0 ? 0 : longestJoin(words, i, (text) => matcher.isHeader(text));
    if (named > 0) labels.push(exactAnchor(words.slice(i, i + named), matcher)!);
    else if (header === 0) leftover++;
    i += Math.max(named, header, 1);
  }
  if (labels.length === 0 && count === 1) {
    const last = words.at(-1)!;
    const likely = matcher.match(last.text);
    return likely && (first.open || words.length === 1) ? [{ ...likely, cells: [last] }] : undefined;
  }
  if (labels.length !== count || (!first.open && leftover > 0)) return undefined;
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

/** Indices of the records that keep their anchor: the strongest of those that name the same row, the first among equals. */
function uniqueAnchors(records: readonly { anchor: Anchor | undefined }[]): Set<number> {
  const byRow = new Map<number, number>();
  records.forEach(({ anchor }, index) => {
    if (!anchor) return;
    const rival = byRow.get(anchor.row);
    if (rival === undefined || LABEL_WEIGHT[anchor.kind] > LABEL_WEIGHT[records[rival]!.anchor!.kind]) byRow.set(anchor.row, index);
  });
  return new Set(byRow.values());
}

/** The heaviest chain of anchors whose rows increase: the backbone of the table. Linear in records × rows. */
function longestInOrder(anchors: readonly (Anchor | undefined)[]): Set<number> {
  interface Chain {
    readonly weight: number;
    readonly index: number;
    readonly before: Chain | undefined;
  }
  const bestEndingAt: (Chain | undefined)[] = [];
  anchors.forEach((anchor, index) => {
    if (!anchor) return;
    let before: Chain | undefined;
    for (let row = 0; row < anchor.row; row++) {
      const chain = bestEndingAt[row];
      if (chain && (!before || chain.weight > before.weight)) before = chain;
    }
    const chain = { weight: (before?.weight ?? 0) + LABEL_WEIGHT[anchor.kind], index, before };
    const rival = bestEndingAt[anchor.row];
    if (!rival || chain.weight > rival.weight) bestEndingAt[anchor.row] = chain;
  });
  let best: Chain | undefined;
  for (const chain of bestEndingAt) if (chain && (!best || chain.weight > best.weight)) best = chain;
  const members = new Set<number>();
  for (let chain = best; chain; chain = chain.before) members.add(chain.index);
  return members;
}
