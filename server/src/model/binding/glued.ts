/** Rows of glued digits → rows of cells, where `deduce.ts` finds the one reading. */
import type { RowSpec, TableSpec } from '../../editions';
import type { CellSyntax } from '../../syntax/types';
import { deduceBeside, deduceCount, deduceRows, type Reading } from './deduce';
import type { BoundRow } from '../types';

/** Whether digits run into each other: then no value is one until it is deduced. Numbers with spaces between them are as many as the form has. */
export function isGlued(rows: readonly BoundRow[]): boolean {
  return rows.some(({ layout, found, expected }) => layout === 'flattened' && found !== expected);
}

/**
 * The cells of `rows`, or undefined if the table can't be read in one way. A table without equations is read row by row; a
 * row of it that can be read in several ways keeps no cells.
 */
export function readGluedRows(spec: TableSpec, rows: readonly BoundRow[]): readonly BoundRow[] | undefined {
  if (spec.equations.length === 0) return rows.map((row) => (row.found === row.expected ? row : withReading(row, deduceCount(partsOf(row), row.expected))));
  const readings = deduceRows(spec, rows.map((row) => ({ row: row.spec.id, parts: partsOf(row) })));
  return readings && rows.map((row) => withReading(row, readings.get(row.spec.id)));
}

/** The 15 cells of 表四, or undefined. */
export function readGluedBeside(values: readonly CellSyntax[], rows: readonly RowSpec[]): readonly CellSyntax[] | undefined {
  const reading = deduceBeside(values.map(({ text }) => text), rows.length, rows[0]!.columns.length);
  return reading && cut(values, reading);
}

const partsOf = (row: BoundRow): string[] => row.values.map(({ text }) => text);

function withReading(row: BoundRow, reading: Reading | undefined): BoundRow {
  if (!reading) return row;
  const values = cut(row.values, reading);
  return {
    ...row,
    values,
    found: values.length,
    cells: values.map((syntax, i) => ({ row: row.spec, column: row.spec.columns[i]!, syntax, value: Number(syntax.text) })),
  };
}

/** The numbers of `reading`, which never go over the border of two cells, as cells of their own. */
function cut(cells: readonly CellSyntax[], reading: Reading): CellSyntax[] {
  const parts: CellSyntax[] = [];
  let cell = 0;
  let from = 0;
  for (const length of reading) {
    const { span, text } = cells[cell]!;
    const digits = text.slice(from, from + length);
    parts.push({ span: { start: span.start + from, end: span.start + from + length }, text: digits, quantity: { kind: 'number', value: Number(digits) } });
    from += length;
    if (from === text.length) {
      cell++;
      from = 0;
    }
  }
  return parts;
}
