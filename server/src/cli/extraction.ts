/**
 * A report as data: the record that `extract` prints, with the ids of the editions.
 *
 * A number is what the cell says; a blank is null; a cell that holds something else is null with its text kept beside it.
 * A row that can't be read with certainty is absent, and the reason is told: nothing is guessed.
 */
import type { Analysis } from '../analysis/analyse';
import type { TableId } from '../editions';
import type { BoundRow, BoundTable, PlacedReport, UnknownRow, UnreadableReason } from '../model/types';
import type { SectionId } from '../syntax/sections';
import { type Span, span, type Text } from '../text/span';
import { reportJson, type ReportJson } from './formats/json';
import type { Range, RangeOf } from './positions';

type Cells<Value> = Record<string, Record<string, Value>>;

export interface Extraction extends ReportJson {
  readonly file: string;
  /** Where the report begins. */
  readonly line: number;
  readonly sections: readonly { readonly id: SectionId; readonly title: string; readonly range: Range }[];
  readonly tables: Readonly<Record<TableId, Cells<number | null>>>;
  /** Only where there are cells with words. */
  readonly text?: Readonly<Partial<Record<TableId, Cells<string>>>>;
  /** Tables whose glued digits were split by the form's own equations; absent where there are none. */
  readonly deduced?: Readonly<Partial<Record<TableId, true>>>;
  readonly unreadable: readonly { readonly table: TableId; readonly reason: string }[];
}

/** Every record has all three tables, so that programs need not ask whether they are there. */
const NO_TABLES: Extraction['tables'] = { proactiveDisclosure: {}, requests: {}, reviewAndLitigation: {} };

/** One record for each report of a document. A text without title, heading and table is none. */
export function extractions(file: string, { text, reports }: Analysis, rangeOf: RangeOf, words: (text: Text) => string): Extraction[] {
  return reports
    .filter(({ model }) => model.title || model.sections.length > 0 || model.tables.length > 0)
    .map((report) => extraction(file, text, report, rangeOf, words));
}

function extraction(file: string, text: string, report: PlacedReport, rangeOf: RangeOf, words: (text: Text) => string): Extraction {
  const { start, model } = report;
  const texts = model.tables.flatMap(({ id, table }) => Object.entries({ [id]: textsOf(table) }).filter(([, cells]) => Object.keys(cells).length > 0));
  const deduced = model.tables.filter(({ table }) => table.deduced);
  return {
    file,
    line: rangeOf(withoutBlanks(text, span(start, start + model.length))).start.line,
    ...reportJson(report),
    sections: model.sections.map(({ id, start: at, syntax }) => {
      const { titleSpan, span: heading } = syntax.heading!;
      const section = span(start + at + heading.start, start + at + syntax.text.length);
      return { id, title: syntax.text.slice(titleSpan.start, titleSpan.end), range: rangeOf(withoutBlanks(text, section)) };
    }),
    tables: { ...NO_TABLES, ...Object.fromEntries(model.tables.map(({ id, table }) => [id, numbersOf(table)])) },
    ...(texts.length > 0 && { text: Object.fromEntries(texts) }),
    ...(deduced.length > 0 && { deduced: Object.fromEntries(deduced.map(({ id }) => [id, true])) }),
    unreadable: model.tables.flatMap(({ id, table }) => reasonsOf(table).map((reason) => ({ table: id, reason: words(reason) }))),
  };
}

/** Rows whose cells are all told; none where the table can't be relied on. */
const readable = (table: BoundTable): readonly BoundRow[] => (table.unreadable ? [] : table.rows.filter(({ cells }) => cells.length > 0));

function numbersOf(table: BoundTable): Cells<number | null> {
  return Object.fromEntries(readable(table).map(({ spec, cells }) => [spec.id, Object.fromEntries(cells.map(({ column, value }) => [column.id, value]))]));
}

/** What stands in cells that are neither numbers nor blank. */
function textsOf(table: BoundTable): Cells<string> {
  const rows = readable(table).map(({ spec, cells }) => {
    const worded = cells.filter(({ syntax }) => syntax.quantity.kind === 'text');
    return [spec.id, Object.fromEntries(worded.map(({ column, syntax }) => [column.id, table.section.text.slice(syntax.span.start, syntax.span.end)]))] as const;
  });
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0));
}

const UNREADABLE: Readonly<Record<UnreadableReason, Text>> = {
  glued: { zh: '数字与文字连在一起，无法确定各单元格', en: 'numbers are glued to the labels, so the cells cannot be told' },
  counts: { zh: '多数行的数字个数与表头不符，无法确定各单元格', en: 'most rows do not have as many values as the header has columns' },
  places: { zh: '找不到与各行对应的数字', en: 'no values were found that belong to the rows' },
  blank: { zh: '表中一个数也没有', en: 'the table holds no number' },
  garbled: { zh: '文字是乱码，数字不可信', en: 'the text is garbled, and its numbers can’t be believed' },
};

function reasonsOf(table: BoundTable): Text[] {
  if (table.unreadable) return [UNREADABLE[table.unreadable]];
  return [...table.rows.filter(({ cells }) => cells.length === 0).map(refusal), ...table.unknown.map(strangeness)];
}

function refusal({ spec, found, expected }: BoundRow): Text {
  // 表四 is one line of all three rows: a wrong number of values in it belongs to none of them.
  const whole = expected > spec.columns.length;
  return {
    zh: `${whole ? '' : `${spec.title}：`}有 ${found} 个值，应为 ${expected} 个`,
    en: `${whole ? '' : `${spec.title}: `}${found} values where there should be ${expected}`,
  };
}

function strangeness({ label, repeats }: UnknownRow): Text {
  if (repeats) return { zh: `${repeats.title}：重复的一行`, en: `${repeats.title}: a second row of that name` };
  if (label) return { zh: `${label.text}：不是本表的行`, en: `${label.text}: not a row of this table` };
  return { zh: '没有行名的一行数字', en: 'a row of values without a label' };
}

/** `own` without the white space at its ends. */
function withoutBlanks(text: string, own: Span): Span {
  const content = text.slice(own.start, own.end);
  const start = own.start + content.length - content.trimStart().length;
  return span(start, Math.max(start, own.start + content.trimEnd().length));
}
