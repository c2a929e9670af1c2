/** Rows that the text has, and no numbers that are theirs for certain: blank in the document, torn from their labels on the way, or garbled by OCR. */
import type { RowSpec } from '../editions';
import type { Anchor } from '../model/binding/anchor';
import { labelsAmong } from '../model/binding/spelling';
import { matcherOf } from '../model/binding/labels';
import { remembered } from '../model/remembered';
import { keyOfSection } from '../model/binding/sectionKey';
import type { BoundTable } from '../model/types';
import { rowsOf } from '../syntax/rows';
import { holdsNearly } from '../text/distance';
import { matchKey } from '../text/fold';
import { lineEnd } from '../text/lines';
import { type Span, span } from '../text/span';

export interface UnreadRow {
  readonly row: RowSpec;
  /** Its label, or the line that it seems to begin in. */
  readonly span: Span;
  /** Whether its label is certain, and nothing that may be a number stands behind it. */
  readonly blank: boolean;
}

/** Of the rows that `table` lacks, those whose labels are written: whole, in pieces, or nearly. Inserting such a row would double it. */
export const unreadRows = remembered((table: BoundTable): ReadonlyMap<RowSpec, UnreadRow> => {
  const unread = new Map<RowSpec, UnreadRow>();
  const lacking = new Set(table.missing.flatMap(({ rows }) => rows));
  if (lacking.size === 0) return unread;
  for (const { row, kind, cells } of labelsOf(table, lacking)) {
    if (!unread.has(row)) unread.set(row, { row, span: cells[0]!.span, blank: (kind === 'exact' || kind === 'tail') && standsAlone(table, cells.at(-1)!.span) });
  }
  for (const { rows, within } of table.missing) {
    const key = within.end - within.start > LONGEST_GAP ? '' : matchKey(table.section.text.slice(within.start, within.end));
    for (const row of rows) if (!unread.has(row) && (isNearly(key, row) || isBegun(keyOfSection(table.section), row))) unread.set(row, { row, span: firstLine(table, within), blank: false });
  }
  return unread;
});

/** The label of a row as it is written: in pieces it has several cells. */
type WrittenLabel = Pick<Anchor, 'kind' | 'cells'> & { readonly row: RowSpec };

/** The labels of `rows` that are written in the text of the table, in order. */
export function labelsOf({ section, spec }: BoundTable, rows: ReadonlySet<RowSpec>): WrittenLabel[] {
  const words = rowsOf(section).flatMap(({ cells }) => cells.filter(({ quantity }) => quantity.kind === 'text'));
  return labelsAmong(words, matcherOf(spec)).flatMap((label) => {
    const row = label === 'title' ? undefined : spec.rows[label.row]!;
    return label !== 'title' && row && rows.has(row) ? [{ row, kind: label.kind, cells: label.cells }] : [];
  });
}

/** Whether nothing that may be a number stands behind a label on its line. */
function standsAlone({ section: { text } }: BoundTable, label: Span): boolean {
  return matchKey(text.slice(label.end, lineEnd(text, label.end))) === '';
}

/** More words are no gap between two rows. */
const LONGEST_GAP = 3000;

/** The first line in `within` that holds anything. */
function firstLine({ section: { text } }: BoundTable, within: Span): Span {
  const lead = /^[\s|｜│]*/.exec(text.slice(within.start, within.end))![0].length;
  const start = within.start + lead;
  return span(start, start + text.slice(start, Math.min(within.end, lineEnd(text, start))).trimEnd().length);
}

/** Of a label so many characters, a fourth, may be misread. */
const isNearly = (words: string, { title }: RowSpec): boolean => holdsNearly(words, matchKey(title), Math.floor(matchKey(title).length / 4));

/** As much of a label as stands on its first line, and what is too short to be only that. */
const LABEL_START = 10;
const SHORTEST_START = 6;

/** Whether a label begins somewhere in `words`: a number may run into it, or its group's label. */
function isBegun(words: string, { title }: RowSpec): boolean {
  const start = matchKey(title).slice(0, LABEL_START);
  return start.length >= SHORTEST_START && words.includes(start);
}
