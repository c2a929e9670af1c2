/** Where a cell is reckoned with: the totals that it is an addend of, and the other sides of an equation without a total. */
import type { Analysis } from '../analysis/analyse';
import type { Span } from '../text/span';
import { cellAt } from './cellAt';
import { placesOf } from './definitions';
import { relationsOf } from './equations';

/** In the order of the text; `itself`: with the cell that is asked about. */
export function references(analysis: Analysis, offset: number, itself: boolean): Span[] {
  const place = cellAt(analysis, offset);
  if (!place) return [];
  const { table, start, cell } = place;
  const found = relationsOf(table, cell).flatMap(({ total, others }) => (total === cell ? [] : total ? [total] : others.filter((other) => other !== cell)));
  return placesOf(itself ? [cell, ...found] : found, start);
}
