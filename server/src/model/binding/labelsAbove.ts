/** Whose the labels are that stand above records without words of their own. */
import type { CellSyntax } from '../../syntax/types';
import type { Anchor } from './anchor';
import { writtenLength } from './frame';
import type { Item, Record } from './item';
import type { LabelMatcher } from './labels';
import { type Labels, labelsIn } from './spelling';

/** The records without words of their own from `index` on, up to the next words. */
export function unlabelledRun(items: readonly Item[], index: number): Record[] {
  const run: Record[] = [];
  for (let i = index; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'fragment' || item.own.length > 0) break;
    run.push(item);
  }
  return run;
}

/**
 * The labels above a run of records without words: one, which is the first record's, or as many labels as records, of rows that
 * follow each other, the last of them directly above. Otherwise nobody can say which label is whose. In layouts with row ends,
 * words that are neither label nor header are pieces of labels, and again nobody can say.
 */
export function anchorsOfRun({ labels, leftover, below }: Labels, words: readonly CellSyntax[], run: readonly Record[], matcher: LabelMatcher): readonly Anchor[] | undefined {
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
export function isBelowItsLabel({ labels, leftover, below }: Labels, [record, ...others]: readonly Record[], matcher: LabelMatcher): boolean {
  return labels.length > 1 && others.length === 0 && record!.open && !below && !leftover && record!.values.length <= matcher.columns[labels.at(-1)!.row]!;
}

/** How many rows must show it. */
const FEWEST_ROWS = 3;

/**
 * Whether all numbers stand directly below a label, row by row, and somewhere below one alone: then no label is that of numbers further
 * down. In a torn table there are numbers that stand below each other, or below nothing, or more of them than a row has.
 */
export function doAlternate(items: readonly Item[], matcher: LabelMatcher): boolean {
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
