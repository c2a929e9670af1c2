/**
 * What stands where: the report, the slice and the piece of a table at an offset, and those within a range. The one place that
 * knows; every feature that is asked about a place asks here.
 *
 * The pieces of a table are listed once for a table and found by binary search. A table that can't be read has none, and a
 * row with a wrong number of values has no cells: nothing is guessed.
 */
import type { Analysis } from '../analysis/analyse';
import type { ColumnSpec, TableSpec } from '../editions';
import { matcherOf } from '../model/binding/labels';
import { remembered } from '../model/remembered';
import { claimsOf } from '../model/writing/tableText';
import type { BoundCell, BoundRow, BoundTable, PlacedReport, ReportModel } from '../model/types';
import { rowsOf } from '../syntax/rows';
import type { CellSyntax, LayoutId, RowSyntax, SectionSyntax } from '../syntax/types';
import { matchKey } from '../text/fold';
import { lastFrom } from '../text/search';
import { shift, type Span, span } from '../text/span';
import { columnName } from '../rules/tableWords';
import { groupLabel, groupsOf, spanOfRow } from './documentSymbols';

/**
 * What a piece of a table is: a cell, a value whose column can't be told, the label of a row, the title of a column, the label
 * of a group of rows.
 */
export type PieceMeaning =
  | { readonly kind: 'cell'; readonly row: BoundRow; readonly cell: BoundCell }
  | { readonly kind: 'value'; readonly row: BoundRow }
  | { readonly kind: 'row'; readonly row: BoundRow }
  | { readonly kind: 'column'; readonly column: ColumnSpec }
  | { readonly kind: 'group'; readonly group: string; readonly rows: readonly BoundRow[] };

/** A piece of a table, relative to the table's slice. A blank cell has the blanks around it. */
export interface Piece {
  readonly span: Span;
  readonly meaning: PieceMeaning;
}

/** A table with the offset of its slice in the document. */
export interface PlacedTable {
  readonly start: number;
  readonly table: BoundTable;
}

export interface PlacedPiece extends PlacedTable {
  /** In the document. */
  readonly span: Span;
  readonly meaning: PieceMeaning;
}

/** The report that `offset` is in. */
export function reportAt({ reports }: Analysis, offset: number): PlacedReport | undefined {
  return reports[Math.max(0, lastFrom(reports, offset, ({ start }) => start))];
}

/** The reports that touch `within`. */
export function reportsIn({ reports }: Analysis, within: Span): readonly PlacedReport[] {
  const first = Math.max(0, lastFrom(reports, within.start, ({ start }) => start));
  return reports.slice(first, lastFrom(reports, within.end, ({ start }) => start) + 1);
}

/** The slice that `offset` is in, with its offset in the document. */
export function sliceAt(analysis: Analysis, offset: number): { readonly start: number; readonly syntax: SectionSyntax; readonly model: ReportModel } | undefined {
  const report = reportAt(analysis, offset);
  if (!report) return undefined;
  const { slices } = report.model;
  const slice = slices[Math.max(0, lastFrom(slices, offset - report.start, ({ start }) => start))];
  return slice && { start: report.start + slice.start, syntax: slice.syntax, model: report.model };
}

/** The tables whose slices touch `within`. */
export function tablesIn(analysis: Analysis, within: Span): PlacedTable[] {
  return reportsIn(analysis, within).flatMap(({ start: reportStart, model }) =>
    model.tables.flatMap(({ start: own, table }): PlacedTable[] => {
      const start = reportStart + own;
      return start <= within.end && start + table.section.text.length >= within.start ? [{ start, table }] : [];
    }),
  );
}

/** The piece at `offset`, a caret at its end included; between two that touch, the second. */
export function pieceAt(analysis: Analysis, offset: number): PlacedPiece | undefined {
  for (const { start, table } of tablesIn(analysis, span(offset, offset))) {
    const all = piecesOf(table);
    const piece = all[lastFrom(all, offset - start, (own) => own.span.start)];
    if (piece && piece.span.end >= offset - start) return { start, table, span: shift(piece.span, start), meaning: piece.meaning };
  }
  return undefined;
}

/** The cell at `offset`. */
export function cellAt(analysis: Analysis, offset: number): (PlacedTable & { readonly cell: BoundCell }) | undefined {
  const piece = pieceAt(analysis, offset);
  return piece?.meaning.kind === 'cell' ? { start: piece.start, table: piece.table, cell: piece.meaning.cell } : undefined;
}

/** The pieces of `table`, in the order of the text; they don't overlap. */
export const piecesOf: (table: BoundTable) => readonly Piece[] = remembered((table) => {
  if (table.unreadable || table.rows.length === 0) return [];
  const pieces: Piece[] = [];
  for (const piece of [...valuePieces(table), ...wordPieces(table), ...groupPieces(table)].sort((a, b) => a.span.start - b.span.start)) {
    if (piece.span.start >= (pieces.at(-1)?.span.end ?? 0)) pieces.push(piece);
  }
  return pieces;
});

/** Where the words of a cell stand. */
export const spansOf = ({ pieces, span: whole }: CellSyntax): readonly Span[] => pieces ?? [whole];

function valuePieces(table: BoundTable): Piece[] {
  return table.rows.flatMap((row) =>
    row.values.flatMap((value, index) => {
      const cell = row.cells[index];
      const meaning: PieceMeaning = cell ? { kind: 'cell', row, cell } : { kind: 'value', row };
      return spansOf(value).map((own) => ({ span: own.end > own.start ? own : blankAround(table.section.text, own.start, row.layout), meaning }));
    }),
  );
}

/** The blanks around `at`, as far as its separators. */
function blankAround(text: string, at: number, layout: LayoutId): Span {
  // Where a cell has a line of its own, the tab before it is no separator.
  const blank = layout === 'cell-per-line' ? /[^\S\r\n]/ : /[^\S\r\n\t]/;
  let start = at;
  while (start > 0 && blank.test(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && blank.test(text[end]!)) end++;
  return { start, end };
}

/** Labels of rows and titles of columns. */
function wordPieces(table: BoundTable): Piece[] {
  const claims = claimsOf(table);
  const firstRow = Math.min(...table.rows.map((row) => spanOfRow(row).start));
  return rowsOf(table.section).flatMap((line) =>
    line.cells.flatMap((cell): Piece[] => {
      const claim = claims.get(cell);
      if (claim) return claim.kind === 'value' ? [] : spansOf(cell).map((own) => ({ span: own, meaning: { kind: 'row', row: table.rows[claim.group]! } }));
      if (cell.quantity.kind !== 'text' || cell.span.end > table.span.end) return [];
      // Below the first row of the other tables a word like 其他 is no title of a column.
      return cell.span.start < firstRow || table.spec.id === 'proactiveDisclosure' ? titlePieces(table, line, cell) : [];
    }),
  );
}

function titlePieces({ spec, rows }: BoundTable, line: RowSyntax, cell: CellSyntax): Piece[] {
  return wordsOf(line, cell).flatMap(({ text, spans }): Piece[] => {
    const column = columnsByKey(spec).get(matchKey(text));
    // The rows of 表四 have their labels in the header.
    const row = spec.id === 'reviewAndLitigation' ? rows.find((own) => own.spec === spec.rows[matcherOf(spec).exact(text) ?? -1]) : undefined;
    const meaning: PieceMeaning | undefined = row ? { kind: 'row', row } : column && { kind: 'column', column };
    return meaning ? spans.map((own) => ({ span: own, meaning })) : [];
  });
}

/** By their titles, with the unit in brackets and without. */
const columnsByKey = remembered((spec: TableSpec) => new Map(spec.columns.flatMap((column) => [column.title, columnName(column)].map((words) => [matchKey(words), column] as const))));

/** In flowing text one space may stand between two titles. */
function wordsOf({ layout }: RowSyntax, cell: CellSyntax): { readonly text: string; readonly spans: readonly Span[] }[] {
  if (layout !== 'flow') return [{ text: cell.text, spans: spansOf(cell) }];
  return [...cell.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, spans: [span(cell.span.start + index, cell.span.start + index + text.length)] }));
}

function groupPieces(table: BoundTable): Piece[] {
  return groupsOf(table).flatMap((rows): Piece[] => {
    const { group } = rows[0]!.spec;
    const label = group === undefined ? undefined : groupLabel(table, rows[0]!, group);
    return group !== undefined && label ? [{ span: label, meaning: { kind: 'group', group, rows } }] : [];
  });
}
