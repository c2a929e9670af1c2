/**
 * A report as data: the record that `extract` prints, with the ids of the editions.
 *
 * A number is what the cell says; a blank is null; a cell that holds something else is null with its text kept beside it.
 * A row that can't be read with certainty is absent, and the reason is told: nothing is guessed.
 */
import type { Analysis } from '../analysis/analyse';
import type { TableId } from '../editions';
import type { BoundRow, BoundTable, PlacedReport, ReportTable, UnreadableReason } from '../model/types';
import type { SectionId } from '../syntax/headings';
import { type Span, span, type Text } from '../text/span';
import { reportJson } from './formats/json';
import type { Range, RangeOf } from './positions';

type Cells<Value> = Record<string, Record<string, Value>>;

export interface Extraction {
  readonly file: string;
  /** Where the report begins. */
  readonly line: number;
  readonly title: string | null;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly edition: string;
  readonly sections: readonly { readonly id: SectionId; readonly title: string; readonly range: Range }[];
  readonly tables: Readonly<Record<TableId, Cells<number | null>>>;
  /** Only where there are cells with words. */
  readonly text?: Readonly<Partial<Record<TableId, Cells<string>>>>;
  readonly unreadable: readonly { readonly table: TableId; readonly reason: string }[];
}

const TABLE_IDS: readonly TableId[] = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'];

/** One record for each report of a document. A text without title, heading and table is none. */
export function extractions(file: string, { text, reports }: Analysis, rangeOf: RangeOf, words: (text: Text) => string): Extraction[] {
  return reports
    .filter(({ model }) => model.title || model.sections.length > 0 || model.tables.length > 0)
    .map((report) => extraction(file, text, report, rangeOf, words));
}

function extraction(file: string, text: string, report: PlacedReport, rangeOf: RangeOf, words: (text: Text) => string): Extraction {
  const { start, model } = report;
  const tableOf = (id: TableId): ReportTable | undefined => model.tables.find((table) => table.id === id);
  const tables = TABLE_IDS.map((id) => [id, numbersOf(tableOf(id)?.table)] as const);
  const wordsInCells = TABLE_IDS.flatMap((id) => {
    const cells = textsOf(tableOf(id)?.table);
    return cells ? [[id, cells] as const] : [];
  });
  return {
    file,
    line: rangeOf(withoutBlanks(text, span(start, start + model.length))).start.line,
    ...reportJson(report),
    sections: model.sections.map(({ id, start: at, syntax }) => {
      const { titleSpan, span: heading } = syntax.heading!;
      const section = span(start + at + heading.start, start + at + syntax.text.length);
      return { id, title: syntax.text.slice(titleSpan.start, titleSpan.end), range: rangeOf(withoutBlanks(text, section)) };
    }),
    tables: Object.fromEntries(tables) as Extraction['tables'],
    ...(wordsInCells.length > 0 && { text: Object.fromEntries(wordsInCells) }),
    unreadable: model.tables.flatMap(({ id, table }) => reasonsOf(table).map((reason) => ({ table: id, reason: words(reason) }))),
  };
}

/** `own` without the white space at its ends. */
function withoutBlanks(text: string, own: Span): Span {
  const content = text.slice(own.start, own.end);
  const start = own.start + content.length - content.trimStart().length;
  return span(start, Math.max(start, own.start + content.trimEnd().length));
}
