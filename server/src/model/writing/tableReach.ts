/** Where a bound table begins and ends in its slice, header and frame included. */
import type { RowSyntax } from '../../syntax/types';
import { lineEnd, lineStart, nextLineEnd, previousLine } from '../../text/lines';
import { type Span, span } from '../../text/span';
import { contentOf, rawOf } from './cellText';
import { wordRows, wordsOf } from '../binding/headerWords';
import { matcherOf } from '../binding/labels';
import type { BoundTable } from '../types';

const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]/;

/** At most so many lines of flowing text are a header. */
const LONGEST_HEADER = 60;

/** The rows of the table with its header: [first, end) of `rows`, of which `holds` knows those with labels and values. */
export function reach(table: BoundTable, rows: readonly RowSyntax[], holds: (row: RowSyntax) => boolean): [number, number] {
  const { section, spec } = table;
  const matcher = matcherOf(spec);
  const beside = (a: RowSyntax, b: RowSyntax): boolean => !BLANK_LINE.test(section.text.slice(a.span.end, b.span.start));
  const named = ({ cells }: RowSyntax): boolean => cells.some(({ text }) => matcher.isHeader(text));
  let first = rows.findIndex(holds);
  for (;;) {
    const above = rows[first - 1];
    const next = above && isSeparated(above) ? (isWords(above) && (beside(above, rows[first]!) || named(above)) ? first - 1 : first) : headerStart(table, rows, first);
    if (next === first) break;
    first = next;
  }
  let end = rows.findLastIndex(holds) + 1;
  while (end < rows.length && isSeparated(rows[end]!) && isWords(rows[end]!) && beside(rows[end - 1]!, rows[end]!)) end++;
  return [first, end];
}

/** Whether a layout shows by itself what is a table. */
export const isSeparated = ({ layout }: RowSyntax): boolean => layout !== 'flow' && layout !== 'flattened';
const isWords = ({ cells }: RowSyntax): boolean => cells.every(({ quantity }) => quantity.kind !== 'number');

/** The first of the lines directly before `end` that together spell nothing but headers. */
function headerStart({ section, spec }: BoundTable, rows: readonly RowSyntax[], end: number): number {
  let first = end;
  while (first > 0 && end - first < LONGEST_HEADER && rows[first - 1]!.layout === 'flow' && isWords(rows[first - 1]!)) first--;
  for (; first < end; first++) {
    const words = rows.slice(first, end).flatMap((row) => wordsOf(row, (cell) => rawOf(section.text, cell)));
    if (wordRows(words, spec).every(({ known }) => known)) return first;
  }
  return end;
}

/** The lines of `rows`, with those around them that hold nothing but rules or tags if the layout has such; not the heading. */
export function regionOf({ section: { text, heading } }: BoundTable, rows: readonly RowSyntax[]): Span {
  const from = heading?.span.end ?? 0;
  const html = rows.some(({ layout }) => layout === 'html');
  let start = Math.max(from, lineStart(text, rows[0]!.span.start));
  let end = lineEnd(text, rows.at(-1)!.span.end);
  if (!rows.some(isSeparated)) return span(start, end);
  while (start > from) {
    const above = previousLine(text, start);
    if (above < from || !isFrame(text.slice(above, start), html)) break;
    start = above;
  }
  while (end < text.length) {
    const below = nextLineEnd(text, end);
    if (!isFrame(text.slice(end, below), html)) break;
    end = below;
  }
  return span(start, end);
}

const isFrame = (line: string, html: boolean): boolean => line.trim() !== '' && contentOf(line, html) === '';
