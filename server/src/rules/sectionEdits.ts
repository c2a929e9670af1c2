/** Texts of whole sections to insert, in the manner of the report they go into. */
import { editionToWrite, type TableId, tableSpec } from '../editions';
import { type CellText, renderTable, WRITABLE_LAYOUTS, type WritableLayout } from '../model/writing/render';
import type { ReportModel } from '../model/types';
import { writtenLayout } from '../model/writing/writtenLayout';
import type { SectionId } from '../syntax/sections';
import { lineEnd, lineEndOf } from '../text/lines';
import { firstSections, headingSpan, officialHeading } from './sectionWords';

/** What the form asks for in the sections without a table, as a frame to write in; nothing is claimed. */
export const FRAMES: Readonly<{ [id in Exclude<SectionId, TableId>]: readonly string[] }> = {
  overview: ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
  problemsAndImprovements: ['（一）存在的主要问题', '（二）改进情况'],
  otherMatters: ['信息处理费收取情况：'],
};

/**
 * Stands in every cell that is to be filled in. A number would be a claim; nothing at all would be lost where white space at
 * the end of lines is trimmed, and a row of nothing but blanks would be an empty line.
 */
export const TO_BE_FILLED_IN = '/';

/** How a report is laid out, where something is inserted into it. */
export interface Manner {
  readonly eol: string;
  readonly blankBeforeHeading: boolean;
  readonly blankAfterHeading: boolean;
  readonly layout: WritableLayout;
}

export function mannerOf(report: ReportModel, text: string): Manner {
  const headings = firstSections(report).map(headingSpan);
  const most = (votes: readonly boolean[]): boolean => votes.length === 0 || votes.filter(Boolean).length * 2 > votes.length;
  return {
    eol: lineEndOf(text),
    blankBeforeHeading: most(headings.filter(({ start }) => start > 0).map(({ start }) => /\n[^\S\n]*\n[^\S\n]*$/.test(window(text, start - REACH, start)))),
    blankAfterHeading: most(headings.map(({ end }) => /^[^\S\n]*\n[^\S\n]*\n/.test(window(text, lineEnd(text, end), lineEnd(text, end) + REACH)))),
    layout: layoutOf(report),
  };
}

/** How far from a heading a blank line is looked for. */
const REACH = 80;

function window(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from), to).replace(/\r\n?/g, '\n');
}

/** The layout of most of the report's tables; tabs for those that are only read, and for `flow`, which can't hold blanks. */
function layoutOf({ tables }: ReportModel): WritableLayout {
  if (tables.length === 0) return 'pipe';
  const counts = new Map<string, number>();
  for (const { table } of tables) {
    const layout = writtenLayout(table) ?? table.layout;
    counts.set(layout, (counts.get(layout) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
  return WRITABLE_LAYOUTS.find((own) => own === most && own !== 'flow') ?? 'tab';
}

/** Heading and body of each section, one after another, without a line end after the last. */
export function emptySections(ids: readonly SectionId[], report: ReportModel, manner: Manner): string {
  const { eol, blankBeforeHeading, blankAfterHeading } = manner;
  return ids.map((id) => officialHeading(id) + eol + (blankAfterHeading ? eol : '') + bodyOf(id, report, manner)).join(eol + (blankBeforeHeading ? eol : ''));
}

/** What a section consists of before it is filled in, without a line end after the last line; cells hold what `cell` says. */
export function bodyOf(id: SectionId, report: Pick<ReportModel, 'edition'>, { eol, layout }: Pick<Manner, 'eol' | 'layout'>, cell: CellText = () => TO_BE_FILLED_IN): string {
  if (!isTableSection(id)) return FRAMES[id].join(eol);
  return renderTable(tableSpec(id, editionToWrite(report.edition.id)), layout, cell, eol).replace(/(?<![\r\n])[\r\n]+$/, '');
}

export function isTableSection(id: SectionId): id is TableId {
  return !(id in FRAMES);
}
