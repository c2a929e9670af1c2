/**
 * Tables set in order: columns that stand below each other, no padding. Layout, words and numbers stay; a table that would be
 * read otherwise is left as it is.
 */
import type { Analysis } from '../analysis/analyse';
import { readsAlike } from '../analysis/reading';
import { alignTable } from '../model/align';
import { lineEnd, lineStart } from '../text/lines';
import { type Edit, shift, type Span } from '../text/span';
import { type PlacedTable, placedTables } from './convertLayout';

/** The edits that set the tables of a document in order, or the lines of them that touch one of `ranges`; in the order of the text. */
export function formatting(analysis: Analysis, ranges?: readonly Span[]): Edit[] {
  const { text } = analysis;
  const within = ranges?.map(({ start, end }): Span => ({ start: lineStart(text, start), end: lineEnd(text, end) }));
  const touched = ({ span }: Edit): boolean => !within || within.some(({ start, end }) => span.start >= start && span.end <= end);
  const byTable = placedTables(analysis).map((placed) => inOrder(placed).filter(touched)).filter((edits) => edits.length > 0);
  const all = byTable.flat().sort((a, b) => a.span.start - b.span.start);
  if (all.length === 0 || readsAlike(analysis, all)) return all;
  // One of them would be read otherwise; the others need not wait for it.
  return byTable.filter((edits) => readsAlike(analysis, edits)).flat().sort((a, b) => a.span.start - b.span.start);
}

/** The edits of one table, with offsets of the document. */
function inOrder({ table, start }: PlacedTable): Edit[] {
  return alignTable(table).map((edit) => ({ span: shift(edit.span, start), newText: edit.newText }));
}
