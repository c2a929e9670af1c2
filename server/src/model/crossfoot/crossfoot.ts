/**
 * Cross-footing (勾稽关系): the equations of a table over its cells, and the mistakes behind those that are broken.
 *
 * Only complete rows take part: an equation with a term that can't be read, or that no count can be (negative, a fraction),
 * is not assessable and never broken. Counts are exact. A blank counts as 0, but a total that was left out although it has
 * something to add up is not a wrong total: its equations are not assessable either, nor is one that has nothing but blanks on
 * one side while a report is being filled in.
 */
import type { Equation } from '../../editions';
import { repair } from './repair';
import type { Way } from './slips';
import type { BoundCell, BoundTable } from '../types';

export interface EquationTerm {
  readonly cell: BoundCell;
  readonly sign: 1 | -1;
}

/** An equation at one place: in one column, or in one row. */
export class EquationInstance {
  #terms: readonly EquationTerm[] | undefined;

  constructor(
    readonly equation: Equation,
    /** Row id of an equation along a row, column id of one along a column. */
    readonly at: string,
    readonly state: 'holds' | 'broken' | 'not-assessable',
    /** Σ sign·value; 0 where it holds. */
    readonly difference: number,
    /** The cell that is by definition the sum of the others. */
    readonly total: BoundCell | undefined,
    /** In the order of the equation's terms; empty where it is not assessable. */
    readonly cells: readonly BoundCell[],
  ) {}

  /** Made when asked for: of a table that adds up nobody asks. */
  get terms(): readonly EquationTerm[] {
    return (this.#terms ??= this.cells.map((cell, i) => ({ cell, sign: this.equation.terms[i]!.sign })));
  }
}

/** A cell with the value that it should have. */
export interface CellChange {
  readonly cell: BoundCell;
  readonly expected: number;
}

/**
 * One mistake. `cells`: the broken equations all hold with a few other numbers; each of `ways` would do. `certain`: there is no
 * other way than the one. `equations`: one equation, broken in one place or in several of the same make, and too many ways.
 */
export type Fault =
  | { readonly kind: 'cells'; readonly certain: boolean; readonly ways: readonly Way[]; readonly equations: readonly EquationInstance[] }
  | { readonly kind: 'equations'; readonly equations: readonly EquationInstance[] };

export interface CrossFooting {
  readonly equations: readonly EquationInstance[];
  readonly faults: readonly Fault[];
  /** Totals that were left blank, with the sum that belongs there. */
  readonly omitted: readonly CellChange[];
}

const memo = new WeakMap<BoundTable, CrossFooting>();

/** The equations of `table` and the mistakes that break them. Computed once for a table. */
export function crossFoot(table: BoundTable): CrossFooting {
  let result = memo.get(table);
  if (!result) memo.set(table, (result = table.unreadable || table.deduced ? { equations: [], faults: [], omitted: [] } : crossFooting(table)));
  return result;
}

function crossFooting(table: BoundTable): CrossFooting {
  const all = instances(table);
  const omitted = omittedTotals(all);
  const cells = new Set(omitted.map(({ cell }) => cell));
  const equations = cells.size === 0 ? all : all.map((own) => (own.cells.some((cell) => cells.has(cell)) ? notAssessable(own) : own));
  return { equations, faults: repair(table, equations), omitted };
}

function instances(table: BoundTable): EquationInstance[] {
  const all: EquationInstance[] = [];
  for (const equation of table.spec.equations) {
    if (equation.along === 'row') {
      for (const { spec, cells } of table.rows) all.push(instance(equation, spec.id, (ref) => cells.find(({ column }) => column.id === ref)));
    } else {
      const rows = new Map(equation.terms.map(({ ref }) => [ref, table.row(ref)?.cells]));
      table.spec.columns.forEach(({ id }, index) => all.push(instance(equation, id, (ref) => rows.get(ref)?.[index])));
    }
  }
  return all;
}

function instance(equation: Equation, at: string, cellOf: (ref: string) => BoundCell | undefined): EquationInstance {
  const { terms } = equation;
  const there = terms.map(({ ref }) => cellOf(ref));
  if (!areCounts(there)) return notAssessable({ equation, at });
  const cells: readonly BoundCell[] = there;
  const difference = cells.reduce((sum, { value }, i) => sum + terms[i]!.sign * (value ?? 0), 0);
  const total = cells.find((_, i) => terms[i]!.ref === equation.total);
  if (difference !== 0 && !total && hasBlankSide(equation, cells)) return notAssessable({ equation, at });
  return new EquationInstance(equation, at, difference === 0 ? 'holds' : 'broken', difference, total, cells);
}

const notAssessable = ({ equation, at }: Pick<EquationInstance, 'equation' | 'at'>): EquationInstance => new EquationInstance(equation, at, 'not-assessable', 0, undefined, []);

/** Whether no number stands on one of the sides. */
function hasBlankSide({ terms }: Equation, cells: readonly BoundCell[]): boolean {
  return [1, -1].some((side) => cells.every(({ value }, i) => terms[i]!.sign !== side || value === null));
}

/** Whether each of `cells` is there and holds a count or is blank. */
function areCounts(cells: readonly (BoundCell | undefined)[]): cells is readonly BoundCell[] {
  return cells.every((cell) => cell && (cell.value === null ? cell.syntax.quantity.kind === 'blank' : cell.value >= 0 && Number.isInteger(cell.value)));
}

/** Blank totals of numbers that do not add up to 0; each once, by the first equation that says so. */
function omittedTotals(equations: readonly EquationInstance[]): CellChange[] {
  const omitted = new Map<BoundCell, CellChange>();
  for (const { state, total, difference } of equations) {
    if (state === 'broken' && total?.value === null && difference > 0 && !omitted.has(total)) omitted.set(total, { cell: total, expected: difference });
  }
  return [...omitted.values()];
}

/** Whether the equations that hold go on holding when `changes` are made. */
export function keepsBalance({ equations }: CrossFooting, changes: readonly CellChange[]): boolean {
  const expected = new Map(changes.map((change) => [change.cell, change.expected]));
  return equations.every(({ state, terms }) => state !== 'holds' || terms.reduce((sum, { cell, sign }) => sum + sign * (expected.get(cell) ?? cell.value ?? 0), 0) === 0);
}
