/**
 * What the equations of the form say about numbers, worked out by plain linear algebra and without a line of the product:
 * whether they hold, and whether they leave only one smallest set of cells that can be wrong, or one exchange of rows or columns.
 */
import type { TableSpec } from '../../server/src/editions';
import { key } from '../support/tables';

/** Coefficients by cell; the equation says that they sum to 0. */
type Row = ReadonlyMap<string, number>;

/** More cells than this at once are not tried: nobody names four. */
const MOST = 2;

function rowsOf(spec: TableSpec): Row[] {
  return spec.equations.flatMap(({ along, terms }) =>
    along === 'column'
      ? spec.columns.map(({ id }) => new Map(terms.map(({ ref, sign }) => [key(ref, id), sign])))
      : spec.rows.map((row) => new Map(terms.map(({ ref, sign }) => [key(row.id, ref), sign]))),
  );
}

export interface Verdict {
  /** Whether any equation fails. */
  readonly contradicted: boolean;
  /** The cells of the only smallest explanation; undefined where there are several, or none of few cells. */
  readonly decided: readonly string[] | undefined;
}

export function verdict(spec: TableSpec, valueOf: (cell: string) => number): Verdict {
  const rows = rowsOf(spec);
  const missing = rows.map((row) => -[...row].reduce((sum, [cell, factor]) => sum + factor * valueOf(cell), 0));
  if (missing.every((gap) => gap === 0)) return { contradicted: false, decided: undefined };
  // Of a smallest explanation every cell stands in some equation that fails.
  const cells = [...new Set(rows.flatMap((row, i) => (missing[i] === 0 ? [] : [...row.keys()])))];
  for (let size = 1; size <= MOST; size++) {
    const ways = subsets(cells, size).filter((own) => explains(rows, missing, own, valueOf));
    if (ways.length === 1) return { contradicted: true, decided: ways[0] };
    if (ways.length > 0) break;
  }
  const exchanges = exchangesOf(spec).filter((pairs) => holdExchanged(rows, pairs, valueOf));
  return { contradicted: true, decided: exchanges.length === 1 ? exchanges[0]!.flat() : undefined };
}

/** Two whole rows, or two whole columns. */
function exchangesOf({ rows, columns }: TableSpec): (readonly (readonly [string, string])[])[] {
  const ids = rows.map(({ id }) => id);
  const across = columns.map(({ id }) => id);
  const pairs = <T>(all: readonly T[]): (readonly [T, T])[] => all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other] as const));
  return [...pairs(ids).map(([one, other]) => across.map((column) => [key(one, column), key(other, column)] as const)), ...pairs(across).map(([one, other]) => ids.map((row) => [key(row, one), key(row, other)] as const))];
}

function holdExchanged(rows: readonly Row[], pairs: readonly (readonly [string, string])[], valueOf: (cell: string) => number): boolean {
  const other = new Map(pairs.flatMap(([one, two]) => [[one, two], [two, one]] as const));
  return rows.every((row) => [...row].reduce((sum, [cell, factor]) => sum + factor * valueOf(other.get(cell) ?? cell), 0) === 0);
}

function subsets(cells: readonly string[], size: number): (readonly string[])[] {
  if (size === 1) return cells.map((cell) => [cell]);
  return cells.flatMap((cell, i) => cells.slice(i + 1).map((other) => [cell, other]));
}

/** Whether other numbers in just these cells, whole and not below 0, make every equation hold. */
function explains(rows: readonly Row[], missing: readonly number[], cells: readonly string[], valueOf: (cell: string) => number): boolean {
  const system: number[][] = [];
  for (const [i, row] of rows.entries()) {
    const factors = cells.map((cell) => row.get(cell) ?? 0);
    if (factors.some((factor) => factor !== 0)) system.push([...factors, missing[i]!]);
    else if (missing[i] !== 0) return false;
  }
  const solution = solved(system, cells.length);
  return solution !== undefined && solution.every((change, i) => change !== 0 && Number.isInteger(change) && valueOf(cells[i]!) + change >= 0);
}

/** The one solution of a system by elimination; undefined where there is none, or more than one. */
function solved(system: number[][], unknowns: number): number[] | undefined {
  let rank = 0;
  for (let column = 0; column < unknowns; column++) {
    const pivot = system.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (pivot < 0) return undefined;
    [system[rank], system[pivot]] = [system[pivot]!, system[rank]!];
    const own = system[rank]!;
    for (const [i, row] of system.entries()) {
      const factor = i === rank ? 0 : row[column]! / own[column]!;
      if (factor !== 0) for (let k = 0; k <= unknowns; k++) row[k]! -= factor * own[k]!;
    }
    rank++;
  }
  if (system.slice(rank).some((row) => row[unknowns] !== 0)) return undefined;
  return Array.from({ length: unknowns }, (_, i) => system[i]![unknowns]! / system[i]![i]!);
}
