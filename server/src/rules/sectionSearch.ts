/** Where a section is that has no recognised heading: a heading in other words, or a table without one. */
import type { ReportModel, ReportTable } from '../model/types';
import { mayHoldHeading } from '../syntax/headingStart';
import { type SectionId, sectionOrdinal, sectionTitle } from '../syntax/sections';
import { LineCursor, lineEnd, lineStart } from '../text/lines';
import { fold, matchKey } from '../text/fold';
import { readOrdinal } from '../text/ordinals';
import { type Span, span } from '../text/span';

/** What a heading in other words still says; the rows of table 三 that begin with an ordinal say none of it. */
const GIST: Readonly<{ [id in SectionId]: RegExp }> = {
  overview: /总体|整体|概述|综述|概况|基本情况|(?:工作|公开)(?:开展|落实|推进|完成)?情况/,
  proactiveDisclosure: /主动公开/,
  requests: /申请.*情况|依申请公开/,
  reviewAndLitigation: /复议|诉讼/,
  problemsAndImprovements: /问题|不足|改进|整改/,
  otherMatters: /其他|其它|报告.*事项/,
};
const HEADING = /^\s*(?:第?([一二三四五六])(?:部分)?(?:\s*[、.,:;]|\s))\s*((?:20\d\d\s?年度?)?[^\s|\d][^|\d。;]{1,30})$/;

/** A whole title behind a character that is no ordinal. */
const BROKEN = /^\s*(?![一二三四五六七八九十])\p{L}\s?[、.,]\s*(\p{L}\S{1,30})\s*$/u;

/** A line of `text` in `within` that has the ordinal of `id` and speaks of it, but not in a form's title; without its padding. */
export function unreadHeading(id: SectionId, text: string, within: Span): Span | undefined {
  for (const cursor = new LineCursor(text, within.start); cursor.next() && cursor.start < within.end; ) {
    const { start, end } = cursor;
    if (!mayHoldHeading(text, start, end)) continue;
    const line = fold(text.slice(start, end));
    const [, ordinal, words = ''] = HEADING.exec(line) ?? [];
    const title = matchKey(sectionTitle(id));
    // The title itself in a table of contents is no other wording of it.
    const isReworded = ordinal && readOrdinal(ordinal) === sectionOrdinal(id) && GIST[id].test(words) && matchKey(words) !== title;
    if (isReworded || matchKey(BROKEN.exec(line)?.[1] ?? '') === title) {
      return span(start + line.length - line.trimStart().length, start + line.trimEnd().length);
    }
  }
  return undefined;
}

export interface LostHeading {
  /** Where the heading is to be inserted: the start of a line. */
  readonly at: number;
  /** The first line of the table. */
  readonly shown: Span;
  /**
   * Whether a heading may be inserted there: where the head of the table stands, or its first row, but not inside a row; and not where no
   * number of the table is read, since it may be the rest of another table, which a heading would cut in two.
   */
  readonly sure: boolean;
}

/** The place above the table of `id`, where the report has that table but no heading for it. */
export function lostHeading(id: SectionId, report: ReportModel, text: string): LostHeading | undefined {
  const placed = report.tables.find((table) => table.id === id);
  if (!placed || placed.table.unreadable || placed.table.rows.length === 0) return undefined;
  const { table, start } = placed;
  // A table that begins on the line of another heading has no line of its own to stand before.
  const { heading, text: slice } = table.section;
  if (heading && table.span.start < lineEnd(slice, heading.span.end)) return undefined;
  const head = new Set(matchKey(table.spec.skeleton.flatMap(({ cells, row }) => (row === undefined ? cells : [])).join('')));
  const top = lineStart(text, start + table.span.start);
  let [at, shown] = [top, top];
  // Up over the header of the table, however its words are cut: lines of nothing but its characters, and lines without any.
  while (at > start) {
    const previous = lineStart(text, text.startsWith('\r\n', at - 2) ? at - 2 : at - 1);
    const line = text.slice(previous, at);
    const key = matchKey(line.replace(/<[^<>]*>?/g, ''));
    if (![...key].every((character) => head.has(character))) break;
    at = previous;
    if (line.trim() !== '') shown = at;
  }
  const first = text.slice(shown, lineEnd(text, shown));
  // Before a row in the middle of another table there is no place for a heading, whatever words stand in it.
  const isInside = ({ start: from, table: { span: other } }: ReportTable): boolean => from + other.start < shown && shown < from + other.end;
  if (first.trim() === '' || report.tables.some((other) => other !== placed && isInside(other))) return undefined;
  const opens = shown < top || (id !== 'reviewAndLitigation' && table.rows[0]!.spec === table.spec.rows[0]);
  const sure = opens && table.rows.some(({ cells }) => cells.length > 0) && !/^\s*<\/?t[dh]\b/i.test(first);
  return { at: shown, shown: span(shown + first.length - first.trimStart().length, shown + first.trimEnd().length), sure };
}
