/**
 * Which record is which row of the form: labels in order are the backbone, order and number give the rest.
 *
 * Between two labels, records without a name are told by their place only if there are exactly as many of them as rows and no
 * words say otherwise; else they are not told at all.
 */
import { matchKey } from '../../text/fold';
import type { Anchor } from './anchor';
import { type AnchoredRecord, anchored, type Run } from './anchors';
import { writtenLength } from './frame';
import { LABEL_WEIGHT, type LabelMatcher } from './labels';
import { areTornApart, pairedRows, piecesOf, standsBehind } from './pairs';
import { type Item, standsApart } from './item';

export interface Placement extends AnchoredRecord {
  /** The row of the form, by label or by place; undefined: not told. */
  readonly row: number | undefined;
  /** The row is told by an anchor that another record already has. */
  readonly repeats: number | undefined;
}

export interface Placed {
  readonly placements: readonly Placement[];
  /** Most labels have not their numbers below them. */
  readonly tornApart: boolean;
}

/** The records of `items` in order, each with the row it is; undefined where labels stand before numbers and behind them, and nobody can say whose these are. */
export function placeRecords(items: readonly Item[], matcher: LabelMatcher): Placed | undefined {
  const records = anchored(items, matcher);
  const pieces = piecesOf(items, records, matcher);
  const paired = pairedRows(pieces, matcher);
  if (paired) return { placements: paired.map((own, row) => ({ ...own, row, repeats: undefined })), tornApart: false };
  if (standsBehind(pieces, matcher)) return undefined;
  const strongest = strongestAnchors(records);
  const chain = longestInOrder(records.map(({ anchor }, index) => (strongest.has(index) ? anchor : undefined)));
  const taken = firstOfEach(records, [...chain, ...strongest]);
  const placements = records.map(({ record, anchor, above, run }, index): Placement => {
    // Out of order, a label is believed only in the row of its numbers.
    const kept = taken.has(index) && (chain.has(index) || (anchor!.kind === 'exact' && !standsApart(record)));
    const repeats = anchor && !taken.has(index) && anchor.kind === 'exact' ? anchor.row : undefined;
    return { record, anchor, above, run, row: kept ? anchor!.row : undefined, repeats };
  });
  const gaps = gapsBetween(placements, [...chain].sort((a, b) => a - b), matcher.columns);
  for (const gap of withoutShifted(gaps, placements, matcher)) if (isTold(placements, gap, matcher)) gap.unnamed.forEach((index, k) => (placements[index] = { ...placements[index]!, row: gap.free[k] }));
  return { placements, tornApart: areTornApart(pieces, matcher) };
}

/** What stands between two anchors: records that no label names, and rows that no label has. */
interface Gap {
  readonly unnamed: readonly number[];
  readonly free: readonly number[];
  /** The anchor that ends it; undefined at the end. */
  readonly anchor: number | undefined;
  /** Records may be hidden: the one before it has too many values, those of others among them. Then no place tells anything. */
  readonly hidden: boolean;
}

function gapsBetween(placements: readonly Placement[], chain: readonly number[], columns: readonly number[]): Gap[] {
  const bound = new Set(placements.map(({ row }) => row));
  let from = 0;
  let firstRow = 0;
  let hidden = false;
  return [...chain, undefined].map((anchor) => {
    const to = anchor ?? placements.length;
    const endRow = anchor === undefined ? columns.length : placements[anchor]!.row!;
    const unnamed: number[] = [];
    for (let i = from; i < to; i++) if (placements[i]!.row === undefined && placements[i]!.repeats === undefined) unnamed.push(i);
    const free: number[] = [];
    for (let row = firstRow; row < endRow; row++) if (!bound.has(row)) free.push(row);
    const gap = { unnamed, free, anchor, hidden };
    from = to + 1;
    firstRow = endRow + 1;
    hidden = anchor !== undefined && placements[anchor]!.record.open && writtenLength(placements[anchor]!.record.values) > columns[endRow]!;
    return gap;
  });
}

/**
 * Labels that stand apart from their numbers may stand behind them: then there are numbers before such labels that no row is
 * left for, and behind them a row without numbers. These labels name nothing; their records are told by place, if at all.
 */
function withoutShifted(gaps: readonly Gap[], placements: Placement[], matcher: LabelMatcher): Gap[] {
  const kept: Gap[] = [];
  for (let i = 0; i < gaps.length; i++) {
    const end = shiftFrom(gaps, i, placements, matcher);
    if (end === undefined) kept.push(gaps[i]!);
    else {
      kept.push(mergedGap(gaps.slice(i, end + 1), placements));
      for (const { anchor } of gaps.slice(i, end)) placements[anchor!] = { ...placements[anchor!]!, row: undefined };
      i = end;
    }
  }
  return kept;
}

/** Where a shift that begins with the gap `from` ends: the first gap with rows left over, if only labels that stand apart lie between. */
function shiftFrom(gaps: readonly Gap[], from: number, placements: readonly Placement[], matcher: LabelMatcher): number | undefined {
  const { unnamed, free, hidden } = gaps[from]!;
  const isLabelless = (index: number): boolean => standsApart(placements[index]!.record) && !isLabelled(placements[index]!.above, matcher);
  const belongs = (index: number): boolean => isLabelless(index) || free.includes(placements[index]!.above?.row ?? -1);
  if (!hidden && (unnamed.length <= free.length || !unnamed.some(isLabelless) || !unnamed.every(belongs))) return undefined;
  for (let i = from; i + 1 < gaps.length; i++) {
    if (!standsApart(placements[gaps[i]!.anchor!]!.record)) return undefined;
    const next = gaps[i + 1]!;
    if (next.unnamed.length > next.free.length) return undefined;
    if (next.unnamed.length < next.free.length) return i + 1;
  }
  return undefined;
}

/** Whether what stands above a record may be its label; a page's number is none, nor are words of the head or a piece of another label. */
function isLabelled(above: AnchoredRecord['above'], matcher: LabelMatcher): boolean {
  if (above?.words === undefined) return above !== undefined;
  const { text } = above.words;
  return !/\d/.test(text) && !matcher.isHeaderPiece(text) && !matcher.isPiece(matchKey(text));
}

function mergedGap(gaps: readonly Gap[], placements: readonly Placement[]): Gap {
  const inner = gaps.slice(0, -1).map(({ anchor }) => anchor!);
  return {
    unnamed: gaps.flatMap(({ unnamed }, i) => [...unnamed, ...inner.slice(i, i + 1)]),
    free: gaps.flatMap(({ free }, i) => [...free, ...inner.slice(i, i + 1).map((anchor) => placements[anchor]!.row!)]),
    anchor: gaps.at(-1)!.anchor,
    // A label on one line stands above its numbers as a rule: then nothing is certain.
    hidden: gaps[0]!.hidden || inner.some((anchor) => placements[anchor]!.anchor!.cells.length === 1),
  };
}

/** Least likeness of a record's words to the label of the row that its place gives it. */
const LIKE = 0.4;

/** Whether the records of a gap are told by place: exactly as many as its rows, and no words say otherwise. */
function isTold(placements: readonly Placement[], { unnamed, free, hidden }: Gap, matcher: LabelMatcher): boolean {
  if (hidden || unnamed.length !== free.length) return false;
  let shifted = true;
  return unnamed.every((index, k) => {
    const { record, above, run } = placements[index]!;
    if (!record.open && run && isRunOf(run, free.slice(k))) return true;
    const words = record.own.at(-1)?.text ?? (record.open ? above?.words?.text : undefined);
    // Below the label of the row before, if the numbers of that row stand above it, and so on.
    shifted = above === undefined || (shifted && k > 0 && above.row === free[k - 1]);
    if (words !== undefined) return matcher.isLikeNoOther(words, free[k]!, LIKE);
    return above?.row === undefined || above.row === free[k] || shifted;
  });
}

/**
 * Whether the labels above a run of records without words are theirs: in a torn table all labels that take several lines stand
 * before the numbers, those of rows further down among them.
 */
function isRunOf({ labels, length }: Run, free: readonly number[]): boolean {
  const own = free.slice(0, length);
  return labels.some((row) => own.includes(row)) && labels.every((row, i) => (own.includes(row) || row > own.at(-1)!) && (i === 0 || row > labels[i - 1]!));
}

/** Indices of the records that may keep their anchor, in order: none names the same row more surely. */
function strongestAnchors(records: readonly AnchoredRecord[]): Set<number> {
  const weights: number[] = [];
  for (const { anchor } of records) if (anchor) weights[anchor.row] = Math.max(weights[anchor.row] ?? 0, LABEL_WEIGHT[anchor.kind]);
  return new Set(records.flatMap(({ anchor }, index) => (anchor && LABEL_WEIGHT[anchor.kind] === weights[anchor.row] ? [index] : [])));
}

/** One record a row: the first in `candidates`. Those of the chain come before all others, so that a stray label takes no row from it. */
function firstOfEach(records: readonly AnchoredRecord[], candidates: readonly number[]): Set<number> {
  const byRow = new Map<number, number>();
  for (const index of candidates) if (!byRow.has(records[index]!.anchor!.row)) byRow.set(records[index]!.anchor!.row, index);
  return new Set(byRow.values());
}

/** The heaviest chain of anchors whose rows increase, the first among equals: the backbone of the table. Linear in records × rows. */
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
