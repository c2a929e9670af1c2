/** The cells that belong together at a place: a total with its addends, an addend with the totals it is in. */
import type { Analysis } from '../analysis/analyse';
import type { BoundCell } from '../model/types';
import { shift, type Span } from '../text/span';
import { cellAt, spansOf } from './cellAt';
import { relationsOf } from './equations';

export interface DocumentHighlight {
  readonly span: Span;
  /** What the others add up to: it is made of them, they are only looked at. */
  readonly kind: 'total' | 'addend';
}

/** In the order of the text; the cell at `offset` is one of them. None where it belongs to no equation. */
export function documentHighlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const place = cellAt(analysis, offset);
  if (!place) return [];
  const { table, start, cell } = place;
  const kinds = new Map<BoundCell, DocumentHighlight['kind']>();
  for (const { total, others } of relationsOf(table, cell)) {
    // Of the other addends of its totals an addend is told nothing: that would be half the table.
    for (const other of total && total !== cell ? [cell] : others) if (!kinds.has(other)) kinds.set(other, 'addend');
    if (total) kinds.set(total, 'total');
  }
  const highlights = [...kinds].flatMap(([own, kind]) => spansOf(own.syntax).map((span) => ({ span: shift(span, start), kind })));
  return highlights.filter(({ span }) => span.end > span.start).sort((a, b) => a.span.start - b.span.start);
}
