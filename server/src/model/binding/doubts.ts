/** Rows that only their place tells, and whose numbers don't vouch for it. */
import type { Equation, TableSpec } from '../../editions';
import type { CellSyntax } from '../../syntax/types';
import { holdsAlong } from './deduce';
import { NO_FRAMES, valuesOf } from './frame';
import { standsApart } from './item';
import type { Placed, Placement } from './places';

/** The placements of `placed` without the rows that are in doubt. */
export function withoutDoubted(placed: Placed, spec: TableSpec): readonly Placement[] {
  const doubted = doubtedRuns(placed, spec);
  return placed.placements.map((placement, i) => (doubted.has(i) || isDoubtful(placement, spec) ? { ...placement, row: undefined } : placement));
}

/**
 * A row that only its place tells, in a layout where rows have their labels, may have lost more than its label: a cut label
 * `4` looks like a value. Its own equation must vouch for it.
 */
function isDoubtful({ record, anchor, row }: Placement, spec: TableSpec): boolean {
  if (row === undefined || anchor || record.own.length > 0) return false;
  const { columns } = spec.rows[row]!;
  // Where no layout shows the ends of a row, a blank before its values may be none of it; it is none where they are all there.
  if (record.open && (record.values[0]?.text !== '' || record.values.filter(({ text }) => text !== '').length === columns.length)) return false;
  const values = valuesOf({ record, columns: columns.length }, NO_FRAMES);
  const equation = spec.equations.find(({ along }) => along === 'row');
  return !equation || (values.length === columns.length && !isWholeRow(values, spec, equation));
}

/**
 * Placements in runs of numbers that may not stand row by row: a page read in columns, or block by block, has the numbers of several rows
 * one column below the other. Most rows of a run that say something must add up, and more of them than if it is read in columns.
 */
function doubtedRuns({ placements, tornApart }: Placed, spec: TableSpec): ReadonlySet<number> {
  const doubted = new Set<number>();
  const equation = spec.equations.find(({ along }) => along === 'row');
  if (tornApart && equation) {
    // Where labels and numbers are torn apart, one row that does not add up shows that others may do so by chance.
    const apart = placements.flatMap(({ record, row }, i) => (row !== undefined && standsApart(record) ? [i] : []));
    if (apart.some((i) => !isWholeRow(placements[i]!.record.values, spec, equation))) return new Set(apart);
  }
  placements.forEach(({ run, record }, first) => {
    if (!record.open || !run || run.length < 2 || run.length > spec.rows.length) return;
    const rows = placements.slice(first, first + run.length).map((placement) => placement.record.values);
    const columns = transposed(rows.flat(), rows.length);
    if (rows.every((values, i) => values.every(({ text }, k) => text === columns[i]![k]?.text))) return;
    const doubt = (): void => rows.forEach((_, i) => doubted.add(first + i));
    if (!equation) return doubt();
    const said = rows.filter((values) => values.some(({ quantity }) => quantity.kind !== 'number' || quantity.value !== 0));
    const sums = (own: readonly (readonly CellSyntax[])[]): number => own.filter((values) => isWholeRow(values, spec, equation)).length;
    if (sums(said) * 2 < said.length || sums(rows) <= sums(columns)) doubt();
  });
  return doubted;
}

/** `values`, which stand column by column, as `count` rows. */
function transposed(values: readonly CellSyntax[], count: number): CellSyntax[][] {
  return Array.from({ length: count }, (_, row) => values.filter((__, i) => i % count === row));
}

/** Whether `values` are as many as a row has columns, and add up; a blank counts as 0. */
function isWholeRow(values: readonly CellSyntax[], { columns }: TableSpec, equation: Equation): boolean {
  const numbers = values.map(({ quantity }) => (quantity.kind === 'number' ? quantity.value : 0));
  return values.length === columns.length && holdsAlong(equation, columns.map(({ id }) => id), numbers);
}
