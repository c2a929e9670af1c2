/** Header cells that only the form of another edition has, in a table whose rows are those of its own. */
import { EDITIONS, type EditionId, tableSpec } from '../../editions';
import { rowsOf } from '../../syntax/rows';
import type { RowSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import type { Span } from '../../text/span';
import { wordRows, wordsOf } from './headerWords';
import { matcherOf } from './labels';
import { remembered } from '../remembered';
import { keyOfSection } from './sectionKey';
import type { BoundTable } from '../types';

export interface ForeignHead {
  readonly edition: EditionId;
  readonly text: string;
  readonly span: Span;
}

/** In the order of the columns, which texts out of a PDF may print in another. Computed once for a table. */
export const foreignHeads = remembered(({ spec, section, span: own, unreadable }: BoundTable): readonly ForeignHead[] => {
  if (unreadable) return [];
  return EDITIONS.filter(({ id, marks }) => id !== spec.edition && marks.test(keyOfSection(section))).flatMap(({ id, marks }) => {
    const other = tableSpec(spec.id, id);
    const isForeign = (head: string): boolean => marks.test(head) && matcherOf(other).isHeader(head) && !matcherOf(spec).isHeader(head);
    const columnOf = ({ text }: ForeignHead): number => other.columns.findIndex(({ title }) => matchKey(title) === matchKey(text));
    const words = rowsOf(section).flatMap((row) => (row.span.start < own.end && isWords(row) ? wordsOf(row, ({ text }) => text) : []));
    return wordRows(words, other)
      .flatMap(({ words: heads, rows }) => heads.filter(isForeign).map((text): ForeignHead => ({ edition: id, text, span: placeOf(text, rows) })))
      .sort((a, b) => columnOf(a) - columnOf(b));
  });
});

const isWords = ({ cells, layout }: RowSyntax): boolean => layout !== 'flattened' && cells.every(({ quantity, text }) => quantity.kind === 'text' || text === '');

/** The cell that holds `text`; the first of its pieces where it is broken. */
function placeOf(text: string, rows: readonly RowSyntax[]): Span {
  const cells = rows.flatMap((row) => row.cells);
  return (cells.find((cell) => cell.text === text) ?? cells.find((cell) => cell.text !== '' && text.startsWith(cell.text)) ?? cells[0]!).span;
}
