/**
 * Which records have words that name a row of the form: in their own row, around them where a label is broken over lines, or
 * above them.
 */
import type { CellSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import type { Anchor } from './anchor';
import type { Item, Record } from './item';
import type { LabelMatcher } from './labels';
import { anchorsOfRun, doAlternate, isBelowItsLabel, unlabelledRun } from './labelsAbove';
import { brokenAnchor, ownAnchor } from './ownLabel';
import { labelsIn } from './spelling';

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
