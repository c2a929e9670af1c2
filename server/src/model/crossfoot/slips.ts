/** How a wrong number may have come about, where it still shows: by a slip of the hand, or from the place beside it. */
import type { CellChange, EquationInstance } from './crossfoot';
import { Residuals } from './residuals';
import type { BoundCell, BoundTable } from '../types';

/**
 * `transposed`: two neighbouring digits in the wrong order (171 for 117); `digit-lost`, `digit-extra`: one digit too few or too
 * many; `copied`: the number of a cell beside it. `exchanged`: two cells beside each other, two rows or two columns have each
 * other's numbers; `pair` is one cell of each.
 */
export type Slip =
  | { readonly kind: 'transposed' | 'digit-lost' | 'digit-extra' }
  | { readonly kind: 'copied'; readonly from: BoundCell }
  | { readonly kind: 'exchanged'; readonly what: 'cells' | 'rows' | 'columns'; readonly pair: readonly [BoundCell, BoundCell] };

/** Changes that make equations hold, as one act. */
export interface Way {
  readonly changes: readonly CellChange[];
  readonly slip: Slip | undefined;
}

/** Smaller numbers stand beside each other by chance. */
const LEAST_COPIED = 3;

/** How `expected` became what is written; undefined where that does not show. */
export function slipOf({ cell, expected }: CellChange, table: BoundTable): Slip | undefined {
  const { value } = cell;
  if (value === null) return undefined;
  const digits = digitSlip(String(value), String(expected));
  if (digits) return { kind: digits };
  const from = value < LEAST_COPIED ? undefined : neighbours(cell, table).find((other) => other.value === value);
  return from && { kind: 'copied', from };
}

function digitSlip(written: string, meant: string): 'transposed' | 'digit-lost' | 'digit-extra' | undefined {
  if (written.length === meant.length) return isTransposed(written, meant) ? 'transposed' : undefined;
  // 0 for 10 and 10 for 0 are other mistakes.
  if (written === '0' || meant === '0') return undefined;
  if (written.length + 1 === meant.length) return isWithoutOne(meant, written) ? 'digit-lost' : undefined;
  return written.length === meant.length + 1 && isWithoutOne(written, meant) ? 'digit-extra' : undefined;
}

function isTransposed(one: string, other: string): boolean {
  const at = [...one].findIndex((digit, i) => digit !== other[i]);
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

const isWithoutOne = (long: string, short: string): boolean => [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);

/** The cells to the left and right, above and below. */
function neighbours({ row, column }: BoundCell, { spec, cell }: BoundTable): BoundCell[] {
  const [r, c] = [spec.rows.indexOf(row), row.columns.indexOf(column)];
  const beside = [row.columns[c - 1], row.columns[c + 1]].map((other) => other && cell(row.id, other.id));
  const stacked = [spec.rows[r - 1], spec.rows[r + 1]].map((other) => other && cell(other.id, column.id));
  return [...beside, ...stacked].filter((other) => other !== undefined);
}

/** The exchanges after which every one of `equations` holds: of cells beside each other, of rows, of columns. */
export function exchangesIn(table: BoundTable, equations: readonly EquationInstance[]): Way[] {
  const residuals = new Residuals(equations);
  const [first] = residuals.broken().equations;
  const found = new Map<string, Way>();
  if (!first) return [];
  const signs = new Map(first.terms.map(({ cell, sign }) => [cell, sign]));
  for (const { what, one, other } of candidates(table)) {
    // Nearly all of them leave already the first equation broken.
    if (first.difference + shifted(one, other, signs) !== 0) continue;
    const changes = exchange(one, other);
    const key = changes.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} ${expected}`).sort().join('\n');
    const at = one.findIndex((cell, i) => valueOf(cell) !== valueOf(other[i]!));
    if (!found.has(key) && residuals.holdWith(changes)) found.set(key, { changes, slip: { kind: 'exchanged', what, pair: [one[at]!, other[at]!] } });
  }
  return [...found.values()];
}

const valueOf = ({ value }: BoundCell): number => value ?? 0;

/** By how much an equation changes that has cells with these signs. */
function shifted(one: readonly BoundCell[], other: readonly BoundCell[], signs: ReadonlyMap<BoundCell, number>): number {
  let by = 0;
  for (let i = 0; i < one.length; i++) by += (valueOf(other[i]!) - valueOf(one[i]!)) * ((signs.get(one[i]!) ?? 0) - (signs.get(other[i]!) ?? 0));
  return by;
}

function exchange(one: readonly BoundCell[], other: readonly BoundCell[]): CellChange[] {
  return one.flatMap((cell, i) => {
    const beside = other[i]!;
    return valueOf(cell) === valueOf(beside) ? [] : [{ cell, expected: valueOf(beside) }, { cell: beside, expected: valueOf(cell) }];
  });
}

/** Cells that may stand in each other's places, one by one. */
interface Candidate {
  readonly what: 'cells' | 'rows' | 'columns';
  readonly one: readonly BoundCell[];
  readonly other: readonly BoundCell[];
}

/** Cells beside each other first: what is an exchange of two cells needs no more words. */
function* candidates({ rows, spec }: BoundTable): Generator<Candidate> {
  const lines = rows.filter(({ cells }) => cells.length > 0 && cells.every(isCount)).map(({ cells }) => cells);
  const columns = spec.columns.map((_, c) => lines.flatMap((cells) => cells[c] ?? []));
  for (const cells of [...lines, ...columns]) for (let i = 0; i + 1 < cells.length; i++) yield { what: 'cells', one: [cells[i]!], other: [cells[i + 1]!] };
  for (const [what, all] of [['rows', lines], ['columns', columns]] as const) {
    for (let i = 0; i < all.length; i++) for (let k = i + 1; k < all.length; k++) if (all[i]!.length === all[k]!.length) yield { what, one: all[i]!, other: all[k]! };
  }
}

const isCount = ({ value, syntax }: BoundCell): boolean => (value === null ? syntax.quantity.kind === 'blank' : value >= 0 && Number.isInteger(value));
