/** What a text means under an edition. Pure data; spans keep the coordinates of the slice they come from. */
import type { ColumnSpec, EditionId, RowSpec, TableId, TableSpec } from '../editions';
import type { CellSyntax, LayoutId, SectionSyntax } from '../syntax/types';
import type { SectionId } from '../syntax/sections';
import type { Span } from '../text/span';
import type { LabelKind } from './binding/labels';

export interface BoundCell {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly syntax: CellSyntax;
  /** Null: blank, or there but not a number. Equations count a blank as 0 and leave out what is not a number. */
  readonly value: number | null;
}

/** The label a row was bound by; its place in the table where no words were needed. */
export interface BoundLabel {
  readonly span: Span;
  /** As written, on one line, folded. */
  readonly text: string;
  readonly kind: LabelKind | 'place';
  /** Whether `span` holds the whole label and nothing else, so that it can be reworded. */
  readonly whole: boolean;
}

export interface BoundRow {
  readonly spec: RowSpec;
  readonly label: BoundLabel | undefined;
  /** One for each column of the row; empty where the number of values does not fit (`found` ≠ `expected`). */
  readonly cells: readonly BoundCell[];
  /** Values in the text, without padding. */
  readonly found: number;
  readonly expected: number;
  /** From the first to the last value. */
  readonly valuesSpan: Span;
  readonly values: readonly CellSyntax[];
  readonly layout: LayoutId;
}

/** A row with numbers whose label names no row of the form, or names one that was there already; or rows without a label. */
export interface UnknownRow {
  readonly label: BoundLabel | undefined;
  readonly span: Span;
  readonly repeats: RowSpec | undefined;
  /** Rows of the form that are not told where this stands: it may be one of them. */
  readonly instead: readonly RowSpec[];
}

/** Rows of the form that stand in one gap of the table. */
export interface MissingRows {
  readonly rows: readonly RowSpec[];
  /** Where they would be inserted. */
  readonly at: number;
  /** Where they stand if they are there: from the end of the row before them, or of the heading, to the next row or the end of the slice. */
  readonly within: Span;
}

export type UnreadableReason = 'glued' | 'counts' | 'places' | 'blank' | 'garbled';

export interface BoundTable {
  readonly spec: TableSpec;
  /** The slice that holds the table; every span of the table is relative to it. */
  readonly section: SectionSyntax;
  readonly span: Span;
  /** In the order of the text. */
  readonly rows: readonly BoundRow[];
  readonly missing: readonly MissingRows[];
  readonly unknown: readonly UnknownRow[];
  /** Why no cell can be told; the rows are then not to be relied on. */
  readonly unreadable: UnreadableReason | undefined;
  /** Glued digits were split by the form's own equations; those are then not checked against it. */
  readonly deduced: boolean;
  readonly layout: LayoutId;
  row(id: string): BoundRow | undefined;
  cell(rowId: string, columnId: string): BoundCell | undefined;
}

/** How a report's fiscal year is known. */
export type YearSource = 'title' | 'period' | 'text';
/** How a report's edition is known. */
export type EditionReason = 'setting' | 'tables' | 'year' | 'default';

export interface ReportTitle {
  /** Relative to the report; both lines where the title stands on two. */
  readonly span: Span;
  readonly text: string;
}

export interface ReportSection {
  readonly id: SectionId;
  /** Relative to the report. */
  readonly start: number;
  readonly syntax: SectionSyntax;
}

export interface ReportTable {
  readonly id: TableId;
  /** Offset of the table's slice, relative to the report. */
  readonly start: number;
  readonly table: BoundTable;
}

/** One report of a document. Every span is relative to the start of the report. */
export interface ReportModel {
  readonly length: number;
  readonly slices: readonly { readonly start: number; readonly syntax: SectionSyntax }[];
  readonly title: ReportTitle | undefined;
  readonly agency: string | undefined;
  readonly fiscalYear: { readonly year: number; readonly source: YearSource } | undefined;
  readonly edition: { readonly id: EditionId | 'pre2019'; readonly reason: EditionReason };
  /** In the order of the text, duplicates included; entries of a table of contents are left out. */
  readonly sections: readonly ReportSection[];
  readonly tables: readonly ReportTable[];
}

export interface PlacedReport {
  /** Offset of the report in the document. */
  readonly start: number;
  readonly model: ReportModel;
  /** Index of its first slice in the document, and of the last slice that was looked at to see where the report ends. */
  readonly first: number;
  readonly reach: number;
}
