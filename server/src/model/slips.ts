/** How a wrong number may have come about, where it still shows: by a slip of the hand, or from the place beside it. */
import type { CellChange, EquationInstance } from './crossfoot';
import { Residuals } from './residuals';
import type { BoundCell, BoundTable } from './types';

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
  const failing = new Set(residuals.broken().equations.flatMap(({ cells }) => cells));
  const found = new Map<string, Way>();
  for (const { what, pairs } of candidates(table)) {
    const differing = pairs.filter(([one, other]) => (one.value ?? 0) !== (other.value ?? 0));
    if (differing.length === 0 || !differing.some((pair) => pair.some((cell) => failing.has(cell)))) continue;
    const changes = differing.flatMap(([one, other]): CellChange[] => [{ cell: one, expected: other.value ?? 0 }, { cell: other, expected: one.value ?? 0 }]);
    const key = changes.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} ${expected}`).sort().join('\n');
    if (!found.has(key) && residuals.holdWith(changes)) found.set(key, { changes, slip: { kind: 'exchanged', what, pair: differing[0]! } });
  }
  return [...found.values()];
}

interface Candidate {
  readonly what: 'cells' | 'rows' | 'columns';
  readonly pairs: readonly (readonly [BoundCell, BoundCell])[];
}

/** Cells beside each other first: what is an exchange of two cells needs no more words. */
function* candidates({ rows, spec }: BoundTable): Generator<Candidate> {
  const lines = rows.filter(({ cells }) => cells.length > 0 && cells.every(isCount)).map(({ cells }) => cells);
  const columns = spec.columns.map((_, c) => lines.flatMap((cells) => cells[c] ?? []));
  for (const cells of [...lines, ...columns]) for (let i = 0; i + 1 < cells.length; i++) yield { what: 'cells', pairs: [[cells[i]!, cells[i + 1]!]] };
  for (const [what, all] of [['rows', lines], ['columns', columns]] as const) {
    for (let i = 0; i < all.length; i++) for (let k = i + 1; k < all.length; k++) if (all[i]!.length === all[k]!.length) yield { what, pairs: all[i]!.map((cell, n) => [cell, all[k]![n]!]) };
  }
}

const isCount = ({ value, syntax }: BoundCell): boolean => (value === null ? syntax.quantity.kind === 'blank' : value >= 0 && Number.isInteger(value));
