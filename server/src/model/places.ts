/**
 * Which record is which row of the form: labels in order are the backbone, order and number give the rest.
 *
 * Between two labels, records without a name are told by their place only if there are exactly as many of them as rows and no
 * words say otherwise; else they are not told at all.
 */
import { type Anchor, type AnchoredRecord, anchored } from './anchors';
import { LABEL_WEIGHT, type LabelMatcher } from './labels';
import type { Item, Record } from './records';

export interface Placement extends AnchoredRecord {
  /** The row of the form, by label or by place; undefined: not told. */
  readonly row: number | undefined;
  /** The row is told by an anchor that another record already has. */
  readonly repeats: number | undefined;
}

/** The records of `items` in order, each with the row it is. `rows`: how many rows the form has. */
export function placeRecords(items: readonly Item[], matcher: LabelMatcher, rows: number): Placement[] {
  const records = anchored(items, matcher);
  const taken = uniqueAnchors(records);
  const chain = longestInOrder(records.map(({ anchor }, index) => (taken.has(index) ? anchor : undefined)));
  const placements = records.map((own, index): Placement => {
    const { record, anchor } = own;
    // Out of order, a label is believed only in the row of its numbers.
    const kept = taken.has(index) && (chain.has(index) || (anchor!.kind === 'exact' && !isApart(record)));
    const repeats = anchor && !taken.has(index) && anchor.kind === 'exact' ? anchor.row : undefined;
    return { ...own, row: kept ? anchor!.row : undefined, repeats };
  });
  const gaps = gapsBetween(placements, [...chain].sort((a, b) => a - b), rows);
  for (const gap of withoutShifted(gaps, placements)) fillGap(placements, gap, matcher);
  return placements;
}

/** What stands between two anchors: records that no label names, and rows that no label has. */
interface Gap {
  readonly unnamed: readonly number[];
  readonly free: readonly number[];
  /** The anchor that ends it; undefined at the end. */
  readonly anchor: number | undefined;
}

function gapsBetween(placements: readonly Placement[], chain: readonly number[], rows: number): Gap[] {
  const bound = new Set(placements.map(({ row }) => row));
  let from = 0;
  let firstRow = 0;
  return [...chain, undefined].map((anchor) => {
    const to = anchor ?? placements.length;
    const endRow = anchor === undefined ? rows : placements[anchor]!.row!;
    const unnamed: number[] = [];
    for (let i = from; i < to; i++) if (placements[i]!.row === undefined && placements[i]!.repeats === undefined) unnamed.push(i);
    const free: number[] = [];
    for (let row = firstRow; row < endRow; row++) if (!bound.has(row)) free.push(row);
    from = to + 1;
    firstRow = endRow + 1;
    return { unnamed, free, anchor };
  });
}

/**
 * A label that stands apart from its numbers may stand behind them. If it leaves a record over on one side and a row on the
 * other, it is not known whose it is: its record is told by place, as the others of both gaps.
 */
function withoutShifted(gaps: readonly Gap[], placements: Placement[]): Gap[] {
  const kept: Gap[] = [];
  for (const gap of gaps) {
    const before = kept.at(-1);
    const anchor = before?.anchor;
    const isShifted = anchor !== undefined && isApart(placements[anchor]!.record) && surplus(before!) * surplus(gap) < 0;
    if (!isShifted) kept.push(gap);
    else {
      const free = [...before!.free, placements[anchor]!.row!, ...gap.free];
      placements[anchor] = { ...placements[anchor]!, row: undefined };
      kept[kept.length - 1] = { unnamed: [...before!.unnamed, anchor, ...gap.unnamed], free, anchor: gap.anchor };
    }
  }
  return kept;
}

const surplus = ({ unnamed, free }: Gap): number => unnamed.length - free.length;
const isApart = (record: Record): boolean => record.open && record.own.length === 0;

/** Tells the records of a gap by place if they are exactly as many as its rows. */
function fillGap(placements: Placement[], { unnamed, free }: Gap, matcher: LabelMatcher): void {
  if (unnamed.length === 0 || unnamed.length !== free.length) return;
  const plausible = unnamed.every((index, k) => {
    const { record, above } = placements[index]!;
    const words = record.own.at(-1)?.text;
    if (words !== undefined) return matcher.likeness(words, free[k]!) >= 0.4;
    // The label above names the row, or the one before it, whose numbers stand above the label.
    const shifted = k > 0 && above === free[k - 1] && placements[unnamed[k - 1]!]!.above === undefined;
    return above === undefined || above === free[k] || shifted;
  });
  if (plausible) unnamed.forEach((index, k) => (placements[index] = { ...placements[index]!, row: free[k] }));
}

/** Indices of the records that keep their anchor: the strongest of those that name the same row, the first among equals. */
function uniqueAnchors(records: readonly AnchoredRecord[]): Set<number> {
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
