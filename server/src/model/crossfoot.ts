/**
 * Cross-footing (勾稽关系): the equations of a table over its cells, and which cell is to blame where that is certain.
 *
 * Only complete rows take part: an equation with a term that can't be read is not assessable and never broken. Counts are
 * exact; a blank counts as 0.
 */
import type { Equation } from '../editions';
import type { BoundCell, BoundTable } from './types';

export interface EquationTerm {
  readonly cell: BoundCell;
  readonly sign: 1 | -1;
}

/** An equation at one place: in one column, or in one row. */
export interface EquationInstance {
  readonly equation: Equation;
  /** Row id of an equation along a row, column id of one along a column. */
  readonly at: string;
  readonly state: 'holds' | 'broken' | 'not-assessable';
  /** Empty where it is not assessable. */
  readonly terms: readonly EquationTerm[];
  /** Σ sign·value; 0 where it holds. */
  readonly difference: number;
  /** The cell that is by definition the sum of the others. */
  readonly total: BoundCell | undefined;
}

/** One mistake: a cell that explains broken equations, or an equation nobody cell explains. */
export type Fault =
  | { readonly kind: 'cell'; readonly cell: BoundCell; readonly expected: number; readonly equations: readonly EquationInstance[] }
  | { readonly kind: 'equation'; readonly equation: EquationInstance };

export interface CrossFooting {
  readonly equations: readonly EquationInstance[];
  readonly faults: readonly Fault[];
}

const memo = new WeakMap<BoundTable, CrossFooting>();

/** The equations of `table` and the mistakes that break them. Computed once for a table. */
export function crossFoot(table: BoundTable): CrossFooting {
  let result = memo.get(table);
  if (!result) {
    const equations = table.unreadable ? [] : instances(table);
    result = { equations, faults: explain(equations.filter(({ state }) => state === 'broken'), equations) };
    memo.set(table, result);
  }
  return result;
}

function instances(table: BoundTable): EquationInstance[] {
  return table.spec.equations.flatMap((equation) =>
    equation.along === 'column'
      ? table.spec.columns.map((column) => instance(equation, column.id, (ref) => table.cell(ref, column.id)))
      : table.rows.map((row) => instance(equation, row.spec.id, (ref) => table.cell(row.spec.id, ref))),
  );
}

function instance(equation: Equation, at: string, cellOf: (ref: string) => BoundCell | undefined): EquationInstance {
  const terms: EquationTerm[] = [];
  for (const { ref, sign } of equation.terms) {
    const cell = cellOf(ref);
    if (!cell || cell.syntax.quantity.kind === 'text') return { equation, at, state: 'not-assessable', terms: [], difference: 0, total: undefined };
    terms.push({ cell, sign });
  }
  const difference = terms.reduce((sum, { cell, sign }) => sum + sign * (cell.value ?? 0), 0);
  const total = equation.total === undefined ? undefined : cellOf(equation.total);
  return { equation, at, state: difference === 0 ? 'holds' : 'broken', terms, difference, total };
}

/**
 * A cell is to blame if one new value for it mends two broken equations or more, breaks none, and no other cell does as
 * much. Equations left over are reported as they are.
 */
function explain(broken: readonly EquationInstance[], all: readonly EquationInstance[]): Fault[] {
  const faults: Fault[] = [];
  let left = [...broken];
  while (left.length > 1) {
    const candidates = [...new Set(left.flatMap(({ terms }) => terms.map(({ cell }) => cell)))].flatMap((cell) => candidate(cell, left, all));
    const most = Math.max(0, ...candidates.map(({ equations }) => equations.length));
    const best = candidates.filter(({ equations }) => equations.length === most);
    if (most < 2 || best.length !== 1) break;
    faults.push(best[0]!);
    left = left.filter((equation) => !best[0]!.equations.includes(equation));
  }
  return [...faults, ...left.map((equation): Fault => ({ kind: 'equation', equation }))];
}

function candidate(cell: BoundCell, broken: readonly EquationInstance[], all: readonly EquationInstance[]): Extract<Fault, { kind: 'cell' }>[] {
  const changes = all.flatMap((equation) => {
    const term = equation.terms.find((own) => own.cell === cell);
    return term ? [{ equation, change: -equation.difference * term.sign }] : [];
  });
  const change = changes.find(({ equation }) => broken.includes(equation))?.change;
  if (change === undefined || changes.some((own) => own.change !== change)) return [];
  const expected = (cell.value ?? 0) + change;
  return expected < 0 ? [] : [{ kind: 'cell', cell, expected, equations: changes.map(({ equation }) => equation) }];
}
