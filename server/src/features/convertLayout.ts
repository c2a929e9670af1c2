/** Tables in another layout: what they can be converted to, why not, and the edits that do it. */
import type { Analysis } from '../analysis/analyse';
import { readsAlike } from '../analysis/reading';
import { convertTable, type Refusal, TARGET_LAYOUTS, type TargetLayout } from '../model/writing/convert';
import { remembered } from '../model/remembered';
import { tableText } from '../model/writing/tableText';
import type { BoundTable } from '../model/types';
import { lineEndOf } from '../text/lines';
import { type Edit, shift, type Span, type Text } from '../text/span';

/** A table of a document. */
export interface PlacedTable {
  readonly table: BoundTable;
  /** Offset of its slice in the document. */
  readonly start: number;
}

export type Converted = { readonly kind: 'edits'; readonly edits: readonly Edit[] } | { readonly kind: 'refused'; readonly why: Text };

/** The tables of a document, in order. */
export function placedTables({ reports }: Analysis): PlacedTable[] {
  return reports.flatMap(({ start, model }) => model.tables.map((own) => ({ table: own.table, start: start + own.start })));
}

/** With its header, where it is told; offsets of the document. */
export function reachOf({ table, start }: PlacedTable): Span {
  return shift(table.unreadable ? table.span : tableText(table).span, start);
}

/** The table in `layout`; proof that it is read alike is still owed. */
export function convertLayout({ table, start }: PlacedTable, layout: TargetLayout): Converted {
  const { text } = table.section;
  const converted = CONVERTED.get(layout)!(table);
  if (converted.kind === 'refused') return { kind: 'refused', why: REFUSALS[converted.why] };
  const { span, newText } = converted.edit;
  return { kind: 'edits', edits: newText === text.slice(span.start, span.end) ? [] : [{ span: shift(span, start), newText }] };
}

/** A menu asks for all of them whenever it is opened. */
const CONVERTED = new Map(TARGET_LAYOUTS.map((layout) => [layout, remembered((table: BoundTable) => convertTable(table, layout, lineEndOf(table.section.text)))]));

/** `converted`, or the refusal of edits after which another number would be read. */
export function proven(analysis: Analysis, converted: Converted): Converted {
  if (converted.kind === 'refused' || converted.edits.length === 0 || readsAlike(analysis, converted.edits)) return converted;
  return { kind: 'refused', why: REFUSALS.changed };
}

const REFUSALS: Readonly<Record<Refusal, Text>> = {
  unreadable: { zh: '这张表读不准', en: 'the table can’t be read' },
  rows: { zh: '表中有读不准的行', en: 'some of its rows can’t be read' },
  stray: { zh: '表中有不属于任何一行的数', en: 'a number in it belongs to no row' },
  deduced: { zh: '数字连在一起，是按勾稽关系拆开的，请先修复 table/glued-digits', en: 'its digits run together and were told apart by the equations; fix table/glued-digits first' },
  separator: { zh: '单元格中有竖线或制表符，会被当作分隔', en: 'a cell holds a bar or a tab, which would separate cells' },
  outside: { zh: '表中有不属于任何单元格的文字', en: 'some of its words stand in no cell' },
  changed: { zh: '改动后读出的内容会与现在不同', en: 'what is read would not be the same afterwards' },
};

/** What the layouts are called. */
export const LAYOUT_NAMES: Readonly<Record<TargetLayout, Text>> = {
  pipe: { zh: '竖线分隔', en: 'bars' },
  tab: { zh: '制表符分隔', en: 'tabs' },
  'cell-per-line': { zh: '每格一行', en: 'a cell a line' },
  github: { zh: 'Markdown（GitHub）表格', en: 'a GitHub table' },
  aligned: { zh: '竖线对齐', en: 'aligned bars' },
};
