/** A bound table put together: its rows by id, and the rows of the form that it lacks. */
import type { RowSpec, TableSpec } from '../../editions';
import type { CellSyntax, SectionSyntax } from '../../syntax/types';
import { covering, type Span, span } from '../../text/span';
import { remembered } from '../remembered';
import type { BoundCell, BoundRow, BoundTable, MissingRows, UnknownRow, UnreadableReason } from '../types';

export function boundTable(section: SectionSyntax, spec: TableSpec, told: readonly BoundRow[], unknown: readonly UnknownRow[], unreadable: UnreadableReason | undefined): BoundTable {
  const rows = unreadable ? told.map((row) => ({ ...row, cells: [] })) : told;
  const byId = new Map(rows.map((row) => [row.spec.id, row]));
  const spans = [...rows.flatMap(({ label, valuesSpan }) => (label ? [label.span, valuesSpan] : [valuesSpan])), ...unknown.map(({ span: own }) => own)];
  const gaps = unreadable || spec.id === 'reviewAndLitigation' ? [] : gapsIn(section, spec, rows);
  const inGap = ({ within }: MissingRows, { repeats, span: own }: UnknownRow): boolean => repeats === undefined && own.start >= within.start && own.start < within.end;
  return {
    spec,
    section,
    span: spans.length > 0 ? covering(spans) : span(0, 0),
    rows,
    // Numbers that nobody can name stand where rows are not told: those may be there.
    missing: gaps.filter((gap) => !unknown.some((own) => inGap(gap, own))),
    unknown: unreadable ? [] : unknown.map((own) => ({ ...own, instead: gaps.find((gap) => inGap(gap, own))?.rows ?? [] })),
    unreadable,
    deduced: false,
    layout: rows[0]?.layout ?? 'flow',
    row: (id) => byId.get(id),
    cell: (rowId, columnId) => byId.get(rowId)?.cells.find(({ column }) => column.id === columnId),
  };
}

/** A table of which only words are read; `at` is what is shown of it. */
export function unreadTable(section: SectionSyntax, spec: TableSpec, unreadable: UnreadableReason, at: Span): BoundTable {
  return { ...boundTable(section, spec, [], [], unreadable), span: at };
}

export function cellsOf(row: RowSpec, values: readonly CellSyntax[]): BoundCell[] {
  return values.map((syntax, i) => ({ row, column: row.columns[i]!, syntax, value: valueOf(syntax) }));
}

/** All cells of a table, row by row. Computed once for a table. */
export const allCells = remembered(({ rows }: BoundTable): readonly BoundCell[] => rows.flatMap(({ cells }) => cells));

/** Whether a table is there to be filled in: no cell holds anything yet. Computed once for a table. */
export const isBlank = remembered((table: BoundTable): boolean => {
  const cells = allCells(table);
  return cells.length > 0 && cells.every(({ syntax }) => syntax.quantity.kind === 'blank');
});

/** Nobody writes 05 or 0134: two numbers ran together, or a rule became a digit. */
const LEADING_ZERO = /^[-+]?0\d/;

const valueOf = ({ text, quantity }: CellSyntax): number | null => (quantity.kind === 'number' && !LEADING_ZERO.test(text) ? quantity.value : null);

/** A value that was joined to an earlier row may stand before it. */
export function spanOf(cells: readonly CellSyntax[]): Span {
  return covering(cells.map((cell) => cell.span));
}

/** Rows that are not told, those of one gap together. */
function gapsIn({ text, heading }: SectionSyntax, spec: TableSpec, rows: readonly BoundRow[]): MissingRows[] {
  const byId = new Map(rows.map((row) => [row.spec.id, row]));
  const gaps: MissingRows[] = [];
  let absent: RowSpec[] = [];
  let at = rows.length > 0 ? startOf(rows[0]!) : 0;
  let from = heading?.span.end ?? 0;
  const close = (next: number): void => {
    // Rows that are not in the form's order leave no room between them.
    if (absent.length > 0) gaps.push({ rows: absent, at, within: span(from, Math.max(from, next)) });
    absent = [];
  };
  for (const row of spec.rows) {
    const there = byId.get(row.id);
    if (there) {
      close(startOf(there));
      at = from = there.valuesSpan.end;
    } else absent.push(row);
  }
  close(text.length);
  return gaps;
}

export function startOf({ label, valuesSpan }: BoundRow): number {
  return Math.min(label?.span.start ?? Infinity, valuesSpan.start);
}
