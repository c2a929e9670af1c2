/**
 * From broken equations to mistakes: the fewest numbers that, put right, make every equation hold; or two rows, columns or
 * neighbours that stand in each other's places.
 *
 * A cell takes part in several equations, so those that fail point at it. What all the smallest repairs have in common is
 * certain; where a handful of repairs are possible they are all told, those first whose slip still shows; otherwise the
 * equation itself is the finding.
 */
import type { CellChange, EquationInstance, Fault } from './crossfoot';
import { Residuals } from './residuals';
import { exchangesIn, slipOf, type Way } from './slips';
import type { BoundCell, BoundTable } from '../types';

/** More mistakes than this at once are not untangled. */
const MAX_CHANGES = 3;
/** More ways than this tell a reader nothing. */
const MAX_WAYS = 3;
/** Numbers that are tried out before a search is given up: a few milliseconds. Tables of which three numbers are wrong need some fifty. */
export const MAX_TRIALS = 1000;

type Changes = readonly CellChange[];

/** The mistakes behind the broken ones among `equations` of `table`; none if there are none. */
export function repair(table: BoundTable, equations: readonly EquationInstance[]): Fault[] {
  const broken = equations.filter(({ state }) => state === 'broken');
  if (broken.length === 0) return [];
  const ways = smallestWays(equations).ways.map((changes): Way => ({ changes, slip: changes.length === 1 ? slipOf(changes[0]!, table) : undefined }));
  const isSingle = ways[0]?.changes.length === 1;
  const exchanges = isSingle ? [] : exchangesIn(table, equations);
  if (exchanges.length > 0) return [exchanged(exchanges, ways, broken)];
  const certain = broken.length === 1 ? [] : commonTo(ways);
  const found = byRow(certain).map((changes): Fault => ({ kind: 'cells', certain: true, ways: [{ changes, slip: changes.length === 1 ? slipOf(changes[0]!, table) : undefined }], equations: touching(broken, changes) }));
  const explained = new Set(found.flatMap((fault) => fault.equations));
  const left = broken.filter((equation) => !explained.has(equation));
  if (left.length === 0) return found;
  const groups = together(left);
  const likely = ways.filter(({ slip }) => slip && slip.kind !== 'copied');
  if (isSingle && likely.length > 0 && likely.length <= MAX_WAYS) return [{ kind: 'cells', certain: false, ways: likelyFirst(ways.length > MAX_WAYS ? likely : ways), equations: left }];
  // Naming the ways helps only where the equations alone would look like several mistakes.
  if (groups.length === 1 || ways.length > MAX_WAYS || ways.length === 0) return [...found, ...groups];
  const rest = ways.map(({ changes, slip }): Way => ({ changes: changes.filter((change) => !certain.some((own) => same(own, change))), slip }));
  return [...found, { kind: 'cells', certain: false, ways: likelyFirst(rest), equations: left }];
}

/** The surer a slip shows, the sooner its way is told. */
function likelyFirst(ways: readonly Way[]): Way[] {
  const rank = ({ slip }: Way): number => (slip === undefined ? 2 : slip.kind === 'transposed' ? 0 : 1);
  return [...ways].sort((a, b) => rank(a) - rank(b));
}

const same = (a: CellChange, b: CellChange): boolean => a.cell === b.cell && a.expected === b.expected;

function commonTo(ways: readonly Way[]): Changes {
  return (ways[0]?.changes ?? []).filter((change) => ways.every(({ changes }) => changes.some((own) => same(own, change))));
}

/** Exchanges explain everything at once; other ways are told beside them while they are few. */
function exchanged(exchanges: readonly Way[], ways: readonly Way[], broken: readonly EquationInstance[]): Fault {
  const others = ways.filter(({ changes }) => !exchanges.some((own) => own.changes.length === changes.length && changes.every((change) => own.changes.some((other) => same(other, change)))));
  const all = [...exchanges, ...others];
  return { kind: 'cells', certain: all.length === 1, ways: all.length > MAX_WAYS ? exchanges.slice(0, MAX_WAYS) : all, equations: broken };
}

/** Changes of one row are one mistake: a number and its total, both wrong by the same. */
function byRow(changes: Changes): Changes[] {
  const rows = new Map<string, CellChange[]>();
  for (const change of changes) {
    const { id } = change.cell.row;
    rows.set(id, [...(rows.get(id) ?? []), change]);
  }
  return [...rows.values()];
}

function touching(equations: readonly EquationInstance[], changes: Changes): EquationInstance[] {
  const cells = new Set(changes.map(({ cell }) => cell));
  return equations.filter((own) => own.cells.some((cell) => cells.has(cell)));
}

/** So many rows that don't add up are no slips, each by itself: something happened to the table. */
const MANY_ROWS = 4;

/**
 * Broken equations nobody cell explains. The same equation broken in several columns is one finding: the columns hang
 * together by the totals of their rows.
 */
function together(equations: readonly EquationInstance[]): Fault[] {
  const groups = new Map<string, EquationInstance[]>();
  const many = equations.filter(({ equation }) => equation.along === 'row').length >= MANY_ROWS;
  for (const own of equations) {
    const key = own.equation.along === 'column' || many ? own.equation.id : `${own.equation.id} ${own.at}`;
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return [...groups.values()].map((own) => ({ kind: 'equations', equations: own }));
}

/** All smallest sets of changes after which every equation holds; none if more than MAX_CHANGES, or too many trials, are needed. */
export function smallestWays(equations: readonly EquationInstance[]): { readonly ways: readonly Changes[]; readonly trials: number } {
  const search = new Search(equations);
  for (let size = 1; size <= MAX_CHANGES; size++) {
    const ways = search.ways(size);
    if (ways.length > 0) return { ways, trials: search.trials };
  }
  return { ways: [], trials: search.trials };
}

class Search {
  readonly #residuals: Residuals;
  readonly #changes = new Map<BoundCell, number>();
  #found = new Map<string, Changes>();
  trials = 0;

  constructor(equations: readonly EquationInstance[]) {
    this.#residuals = new Residuals(equations);
  }

  /** None where not all could be tried. */
  ways(size: number): Changes[] {
    this.#found = new Map();
    this.#extend(size);
    return this.trials > MAX_TRIALS ? [] : [...this.#found.values()];
  }

  /** Tries every change that mends some broken equation, and goes on with what is left. */
  #extend(left: number): void {
    if (this.#residuals.allHold) return this.#keep();
    const { equations, rows, columns } = this.#residuals.broken();
    // A cell is in one row and in one column.
    if (left === 0 || rows > left || columns > left) return;
    // One of its cells must change, so the equation with the fewest cells leaves the fewest cases.
    const first = equations.reduce((a, b) => (b.cells.length < a.cells.length ? b : a));
    for (const cell of first.cells) {
      if (this.#changes.has(cell)) continue;
      for (const change of this.#residuals.changesOf(cell)) if ((cell.value ?? 0) + change >= 0) this.#tryOut(cell, change, left);
    }
  }

  #tryOut(cell: BoundCell, change: number, left: number): void {
    if (++this.trials > MAX_TRIALS) return;
    this.#residuals.add(cell, change);
    this.#changes.set(cell, change);
    this.#extend(left - 1);
    this.#changes.delete(cell);
    this.#residuals.add(cell, -change);
  }

  #keep(): void {
    const way = [...this.#changes].map(([cell, change]): CellChange => ({ cell, expected: (cell.value ?? 0) + change }));
    way.sort((a, b) => a.cell.syntax.span.start - b.cell.syntax.span.start || a.cell.column.id.localeCompare(b.cell.column.id));
    const key = way.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} ${expected}`).join('\n');
    this.#found.set(key, way);
  }
}
