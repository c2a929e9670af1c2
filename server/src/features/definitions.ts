/** What a total is made of: its addends. */
import type { Analysis } from '../analysis/analyse';
import type { BoundCell } from '../model/types';
import { shift, type Span } from '../text/span';
import { cellAt } from './cellAt';
import { relationsOf } from './equations';

export interface Definitions {
  /** The total that was asked about. */
  readonly origin: Span;
  /** In the order of the text. */
  readonly targets: readonly Span[];
}

/** Undefined where `offset` is in no total. */
export function definitions(analysis: Analysis, offset: number): Definitions | undefined {
  const place = cellAt(analysis, offset);
  if (!place) return undefined;
  const { table, start, cell } = place;
  const addends = relationsOf(table, cell).flatMap(({ total, others }) => (total === cell ? others : []));
  return addends.length === 0 ? undefined : { origin: shift(cell.syntax.span, start), targets: placesOf(addends, start) };
}

/** Each once, in the order of the text and of the document. */
export function placesOf(cells: readonly BoundCell[], start: number): Span[] {
  return [...new Set(cells)].map(({ syntax }) => shift(syntax.span, start)).sort((a, b) => a.start - b.start);
}
