/**
 * From broken equations to mistakes: the fewest numbers that, put right, make every equation hold.
 *
 * A cell takes part in several equations, so those that fail point at it. What all the smallest repairs have in common is
 * certain; where a handful of repairs are possible they are all told; otherwise the equation itself is the finding.
 */
import type { CellChange, EquationInstance, Fault } from './crossfoot';
import type { BoundCell } from './types';

/** More mistakes than this at once are not untangled. */
const MAX_CHANGES = 3;
/** More ways than this tell a reader nothing. */
const MAX_WAYS = 3;
/** An equation and its cell: a cell is in one row and one column, and in at most two equations of its column. */
const EQUATIONS_OF_A_CELL = 3;

type Way = readonly CellChange[];

/** The mistakes behind the broken ones among `equations`; none if there are none. */
export function repair(equations: readonly EquationInstance[]): Fault[] {
  const broken = equations.filter(({ state }) => state === 'broken');
  if (broken.length === 0) return [];
  const ways = broken.length > 1 ? smallestWays(equations) : [];
  const certain = (ways[0] ?? []).filter((change) => ways.every((way) => way.some((own) => same(own, change))));
  const found = byRow(certain).map((changes): Fault => ({ kind: 'cells', ways: [changes], equations: touching(broken, [changes]) }));
  const explained = new Set(found.flatMap((fault) => fault.equations));
  const left = broken.filter((equation) => !explained.has(equation));
  if (left.length === 0) return found;
  const groups = together(left);
  // Naming the ways helps only where the equations alone would look like several mistakes.
  if (groups.length === 1 || ways.length > MAX_WAYS || ways.length === 0) return [...found, ...groups];
  const rest = ways.map((way) => way.filter((change) => !certain.some((own) => same(own, change))));
  return [...found, { kind: 'cells', ways: rest, equations: left }];
}

const same = (a: CellChange, b: CellChange): boolean => a.cell === b.cell && a.expected === b.expected;

/** Changes of one row are one mistake: a number and its total, both wrong by the same. */
function byRow(changes: Way): Way[] {
  const rows = new Map<string, CellChange[]>();
  for (const change of changes) {
    const { id } = change.cell.row;
    rows.set(id, [...(rows.get(id) ?? []), change]);
  }
  return [...rows.values()];
}

function touching(equations: readonly EquationInstance[], ways: readonly Way[]): EquationInstance[] {
  const cells = new Set(ways.flat().map(({ cell }) => cell));
  return equations.filter(({ terms }) => terms.some(({ cell }) => cells.has(cell)));
}

/**
 * Broken equations nobody cell explains. The same equation broken in several columns is one finding: the columns hang
 * together by the totals of their rows.
 */
function together(equations: readonly EquationInstance[]): Fault[] {
  const groups = new Map<string, EquationInstance[]>();
  for (const own of equations) {
    const key = own.equation.along === 'column' ? own.equation.id : `${own.equation.id} ${own.at}`;
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return [...groups.values()].map((own) => ({ kind: 'equations', equations: own }));
}

/** All smallest sets of changes after which every equation holds; none if more than MAX_CHANGES are needed. */
function smallestWays(equations: readonly EquationInstance[]): Way[] {
  const search = new Search(equations);
  for (let size = 1; size <= MAX_CHANGES; size++) {
    const ways = search.ways(size);
    if (ways.length > 0) return ways;
  }
  return [];
}

class Search {
  readonly #differences: Map<EquationInstance, number>;
  readonly #of = new Map<BoundCell, { readonly equation: EquationInstance; readonly sign: 1 | -1 }[]>();
  readonly #changes = new Map<BoundCell, number>();
  #found = new Map<string, Way>();

  constructor(equations: readonly EquationInstance[]) {
    const assessable = equations.filter(({ state }) => state !== 'not-assessable');
    this.#differences = new Map(assessable.map((equation) => [equation, equation.difference]));
    for (const equation of assessable) {
      for (const { cell, sign } of equation.terms) {
        const own = this.#of.get(cell);
        if (own) own.push({ equation, sign });
        else this.#of.set(cell, [{ equation, sign }]);
      }
    }
  }

  ways(size: number): Way[] {
    this.#found = new Map();
    this.#extend(size);
    return [...this.#found.values()];
  }

  /** Tries every change that mends some broken equation, and goes on with what is left. */
  #extend(left: number): void {
    const broken = [...this.#differences].flatMap(([equation, difference]) => (difference === 0 ? [] : [equation]));
    if (broken.length === 0) this.#keep();
    if (broken.length === 0 || broken.length > left * EQUATIONS_OF_A_CELL) return;
    // One of its cells must change, so the equation with the fewest cells leaves the fewest cases.
    const first = broken.reduce((a, b) => (b.terms.length < a.terms.length ? b : a));
    for (const { cell } of first.terms) {
      if (this.#changes.has(cell)) continue;
      const by = new Set(this.#of.get(cell)!.map(({ equation, sign }) => -sign * this.#differences.get(equation)!));
      for (const change of by) if (change !== 0 && (cell.value ?? 0) + change >= 0) this.#tryOut(cell, change, left);
    }
  }

  #tryOut(cell: BoundCell, change: number, left: number): void {
    this.#apply(cell, change);
    this.#changes.set(cell, change);
    this.#extend(left - 1);
    this.#changes.delete(cell);
    this.#apply(cell, -change);
  }

  #apply(cell: BoundCell, change: number): void {
    for (const { equation, sign } of this.#of.get(cell)!) this.#differences.set(equation, this.#differences.get(equation)! + sign * change);
  }

  #keep(): void {
    const way = [...this.#changes].map(([cell, change]): CellChange => ({ cell, expected: (cell.value ?? 0) + change }));
    way.sort((a, b) => a.cell.syntax.span.start - b.cell.syntax.span.start || a.cell.column.id.localeCompare(b.cell.column.id));
    const key = way.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} ${expected}`).join('\n');
    this.#found.set(key, way);
  }
}
