/** The label of a record by the words in its own row, and by the pieces around it where the label is broken over lines. */
import type { CellSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { type Anchor, MAX_PIECES } from './anchor';
import type { Item } from './item';
import type { LabelMatcher } from './labels';

/** The name that the own words of the record at `index` spell: alone, with the pieces of a broken label around them, or by likeness. */
export function ownAnchor(items: readonly Item[], index: number, own: CellSyntax, before: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
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
export function brokenAnchor(items: readonly Item[], index: number, own: CellSyntax | undefined, before: readonly CellSyntax[], matcher: LabelMatcher): Anchor | undefined {
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
