/**
 * Rows whose numbers stand before their label as often as behind it: a page that is read from top to bottom has them in any order,
 * for labels on one line and on several stand at other heights beside their numbers.
 *
 * If every row of the form has one label and all its numbers, and rows do not run into each other, there is one way only to pair
 * neighbours off; it must give the rows in the order of the form. Nothing is guessed: if a label or a number is left over, nothing is paired.
 */
import { isNumber } from '../../syntax/layouts/layout';
import type { CellSyntax } from '../../syntax/types';
import type { Anchor } from './anchor';
import type { AnchoredRecord, Run } from './anchors';
import { labelsAmong } from './spelling';
import { writtenLength } from './frame';
import type { LabelMatcher } from './labels';
import { type Item, type Record, standsApart } from './item';

/** A label without numbers, numbers without a label, or both together, and what stands between rows; `other`: numbers in a line with words that name no row. */
export type Piece =
  | { readonly kind: 'label'; readonly label: Anchor }
  | { readonly kind: 'record'; readonly record: Record }
  | { readonly kind: 'row'; readonly label: Anchor; readonly record: Record }
  | { readonly kind: 'other' | 'title' };

export interface Pair extends AnchoredRecord {
  readonly anchor: Anchor;
}

/** The rows of the form in order, each with its label and its record; undefined if the text does not show them. */
export function pairedRows(pieces: readonly Piece[], matcher: LabelMatcher): Pair[] | undefined {
  const pairs = pairsOf(pieces, matcher);
  return pairs?.length === matcher.columns.length && pairs.every(({ anchor }, row) => anchor.row === row) ? pairs : undefined;
}

/**
 * Whether somewhere there are more numbers than labels above them, and further down as many more labels than numbers below them,
 * with nothing but rows in the order of the form between: then labels stand behind their numbers, and nobody can say of others whose they are.
 */
export function standsBehind(pieces: readonly Piece[], matcher: LabelMatcher): boolean {
  const blocks = blocksOf(pieces);
  const surpluses = blocks.map((block) => surplusOf(block, matcher));
  return blocks.some((block, start) => {
    const surplus = surpluses[start]!;
    if (surplus <= 0) return false;
    let end = start + 1;
    while (surpluses[end] === 0) end++;
    const last = blocks[end];
    if (!last || surpluses[end] !== -surplus) return false;
    const rows = [block.after, ...blocks.slice(start + 1, end).flatMap(({ labels }) => labels.map(({ row }) => row)), last.labels[0]!.row];
    return rows.every((row, i) => i === 0 || row > rows[i - 1]!);
  });
}

/** Whether labels and numbers are torn apart: most labels, if there are enough of them, have not as many rows of numbers below them as they are themselves. */
export function areTornApart(pieces: readonly Piece[], matcher: LabelMatcher): boolean {
  const rows = pieces.filter(({ kind }) => kind === 'row').length;
  const blocks = blocksOf(pieces);
  const labels = (own: readonly Block[]): number => own.reduce((sum, block) => sum + block.labels.length, 0);
  const all = rows + labels(blocks);
  return all * 2 > matcher.columns.length && (rows + labels(blocks.filter((block) => surplusOf(block, matcher) === 0))) * 2 < all;
}

/** How many rows of numbers are left over. */
function surplusOf({ labels, records }: Block, { columns }: LabelMatcher): number {
  const widest = Math.max(...columns);
  return records.reduce((sum, { values }) => sum + rowsIn(values, widest), 0) - labels.length;
}

/**
 * How many rows of so many columns `values` may be. With blank cells, numbers of several rows below each other are fewer than their columns;
 * blanks at the ends of one row may be padding.
 */
function rowsIn(values: readonly CellSyntax[], columns: number): number {
  return values.length < 2 * columns && writtenLength(values) <= columns ? 1 : Math.ceil(values.length / columns);
}

/** Labels that follow each other, and the records that follow on them; what else there is ends one. */
interface Block {
  readonly labels: Anchor[];
  readonly records: Record[];
  /** The last row that is named before its records; −1: none. */
  after: number;
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let after = -1;
  for (const piece of pieces) {
    if (piece.kind === 'label' || piece.kind === 'row') after = piece.label.row;
    if (piece.kind !== 'label' && piece.kind !== 'record') open = undefined;
    else {
      if (!open || (piece.kind === 'label' && open.records.length > 0)) blocks.push((open = { labels: [], records: [], after }));
      if (piece.kind === 'label') open.labels.push(piece.label);
      else open.records.push(piece.record);
      open.after = after;
    }
  }
  return blocks;
}

/** Labels and records in the order of the text; none where no numbers stand apart from their labels. */
export function piecesOf(items: readonly Item[], records: readonly AnchoredRecord[], matcher: LabelMatcher): Piece[] {
  if (!records.some(({ record }) => standsApart(record))) return [];
  const anchors = new Map(records.map(({ record, anchor }) => [record, anchor]));
  const claimed = new Set(records.flatMap(({ record, anchor }) => (anchor && isAround(record, anchor) ? anchor.cells : [])));
  const pieces: Piece[] = [];
  let words: CellSyntax[] = [];
  const endWords = (): void => {
    for (const label of labelsAmong(words, matcher)) pieces.push(label === 'title' ? { kind: 'title' } : { kind: 'label', label });
    words = [];
  };
  for (const item of items) {
    if (item.kind === 'fragment') {
      if (!claimed.has(item.cell)) words.push(item.cell);
      continue;
    }
    // A piece of a group's label may read like a mark for nothing: 无.
    if (item.own.length === 0 && !item.values.some(isNumber) && item.values.some(({ text }) => text !== '')) continue;
    endWords();
    const label = anchors.get(item);
    if (label && isAround(item, label)) pieces.push({ kind: 'row', label, record: item });
    else pieces.push(item.own.length > 0 || !item.open ? { kind: 'other' } : { kind: 'record', record: item });
  }
  endWords();
  return pieces;
}

/** Whether the label stands in the line of the numbers, or begins before and ends behind them. */
function isAround({ own, values }: Record, { cells }: Anchor): boolean {
  return own.length > 0 || (cells[0]!.span.start < values[0]!.span.start && cells.at(-1)!.span.start > values[0]!.span.start);
}

/**
 * Neighbours paired off from the first on; undefined if one is left over. A record between two labels may hold the numbers of both, and
 * labels that follow each other may have their records below them, which then are a run.
 */
function pairsOf(pieces: readonly Piece[], { columns }: LabelMatcher): Pair[] | undefined {
  const pairs: Pair[] = [];
  const pair = (anchor: Anchor, record: Record, run?: Run): void => void pairs.push({ record, anchor, above: undefined, run });
  let labels: readonly Anchor[] = [];
  let record: Record | undefined;
  let inRun = false;
  for (const piece of pieces) {
    if (piece.kind === 'record') {
      if (record) return undefined;
      ({ record } = piece);
      let run = !inRun && labels.length > 1 ? { labels: labels.map(({ row }) => row), length: labels.length } : undefined;
      for (let label = labels[0]; label && record; label = labels[0]) {
        const { values }: Record = record;
        const own = columns[label.row]!;
        if (values.length < own) return undefined;
        pair(label, { ...record, values: values.slice(0, own) }, run);
        run = undefined;
        labels = labels.slice(1);
        record = values.length === own ? undefined : { ...record, values: values.slice(own) };
      }
      inRun = labels.length > 0;
    } else if (piece.kind === 'label') {
      // More labels than the form has rows are those of no table; a text may have them by the hundred thousand.
      if (inRun || labels.length >= columns.length || (record && record.values.length !== columns[piece.label.row])) return undefined;
      if (record) pair(piece.label, record);
      else labels = [...labels, piece.label];
      record = undefined;
    } else {
      if (labels.length > 0 || record || piece.kind === 'other') return undefined;
      if (piece.kind === 'row') pair(piece.label, piece.record);
    }
  }
  return labels.length > 0 || record ? undefined : pairs;
}
