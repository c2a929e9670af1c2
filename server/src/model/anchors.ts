/**
 * Which record is which row of the form: labels give anchors, order and number give the rest.
 *
 * A record whose words name a row is an anchor. Between two anchors that are in order, records without a name are told by
 * their place only if there are exactly as many of them as rows; otherwise they are not told at all.
 */
import type { CellSyntax } from '../syntax/types';
import { LABEL_WEIGHT, type LabelKind, type LabelMatcher } from './labels';
import type { Fragment, Item, Record } from './records';

export interface Anchor {
  /** Index into the rows of the form. */
  readonly row: number;
  readonly kind: LabelKind;
  /** The cells that spell the label. */
  readonly cells: readonly CellSyntax[];
  /** The label stands in the record's own row, or directly before it and complete. */
  readonly own: boolean;
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
    const kept = taken.has(index) && (chain.has(index) || (anchor!.kind === 'exact' && anchor!.own));
    const repeated = anchor && !taken.has(index) && anchor.kind === 'exact' && anchor.own ? anchor.row : undefined;
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

function anchored(items: readonly Item[], matcher: LabelMatcher): { record: Record; anchor: Anchor | undefined }[] {
  const records: { record: Record; anchor: Anchor | undefined }[] = [];
  let before: Fragment[] = [];
  items.forEach((item, index) => {
    if (item.kind === 'fragment') {
      before.push(item);
      return;
    }
    const after: Fragment[] = [];
    for (let i = index + 1; i < items.length && after.length < 2; i++) {
      const next = items[i]!;
      if (next.kind === 'record') break;
      after.push(next);
    }
    records.push({ record: item, anchor: anchorOf(item, before.slice(-MAX_PIECES), item.open ? after : [], matcher) });
    before = [];
  });
  return records;
}

/** The best name that the words around a record spell: its own, or those before it, with pieces joined. */
function anchorOf(record: Record, before: readonly Fragment[], after: readonly Fragment[], matcher: LabelMatcher): Anchor | undefined {
  const own = record.own.slice(-1);
  let best: Anchor | undefined;
  const settled = (): boolean => best?.kind === 'exact';
  const consider = (cells: readonly CellSyntax[], likeness: boolean, isOwn: boolean): void => {
    if (cells.length === 0) return;
    const text = cells.map((cell) => cell.text).join('');
    const exact = matcher.exact(text);
    const match = exact !== undefined ? { row: exact, kind: 'exact' as const } : likeness ? matcher.match(text) : undefined;
    if (match && (!best || LABEL_WEIGHT[match.kind] > LABEL_WEIGHT[best.kind])) best = { ...match, cells, own: isOwn };
  };
  consider(own, true, true);
  if (settled()) return best;
  const pieces = before.map(({ cell }) => cell);
  // A label that goes on after its numbers, or that was broken over the lines before them.
  for (let k = own.length === 0 ? 1 : 0; k <= pieces.length; k++) {
    const head = k === 0 ? [] : pieces.slice(-k);
    consider([...head, ...own], k === 1 && own.length === 0, true);
    for (let m = 1; m <= after.length; m++) consider([...head, ...own, ...after.slice(0, m).map(({ cell }) => cell)], false, true);
    if (settled()) return best;
  }
  return best;
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
