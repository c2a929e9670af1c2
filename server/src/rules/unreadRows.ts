/** Rows whose labels the text has, and no numbers that are theirs for certain: blank in the document, or torn from their labels on the way. */
import type { RowSpec } from '../editions';
import { labelsAmong } from '../model/anchors';
import { matcherOf } from '../model/labels';
import { remembered } from '../model/remembered';
import type { BoundTable } from '../model/types';
import { rowsOf } from '../syntax/rows';
import type { Span } from '../text/span';

/** Of the rows that `table` lacks, those whose labels are written, whole or in pieces, and where: inserting such a row would double it. */
export const unreadRows = remembered((table: BoundTable): ReadonlyMap<RowSpec, Span> => {
  const labels = new Map<RowSpec, Span>();
  const lacking = new Set(table.missing.flatMap(({ rows }) => rows));
  if (lacking.size === 0) return labels;
  const words = rowsOf(table.section).flatMap(({ cells }) => cells.filter(({ quantity }) => quantity.kind === 'text'));
  for (const label of labelsAmong(words, matcherOf(table.spec))) {
    const row = label === 'title' ? undefined : table.spec.rows[label.row]!;
    if (label !== 'title' && row && lacking.has(row) && !labels.has(row)) labels.set(row, label.cells[0]!.span);
  }
  return labels;
});
