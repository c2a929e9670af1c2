/**
 * Glued digits, split where the form leaves exactly one reading.
 *
 * `270020130` is seven numbers of a row; the row's own equation leaves few ways to split it, and the equations of the
 * columns often leave one. All ways are tried; if two are possible the table is not read. A value is never guessed from
 * what is likely.
 */
import type { Equation, TableSpec } from '../../editions';

/** Digits of one row as written, borders known for certain already cut: `['640', '020470']`. */
export interface GluedRow {
  readonly row: string;
  readonly parts: readonly string[];
}

/** The lengths of the numbers of a row, in order: `270020130` as 27 0 0 2 0 1 30 is `[2, 1, 1, 1, 1, 1, 2]`. */
export type Reading = readonly number[];

/** More readings than this for one row, or steps in all, and the table counts as ambiguous. */
const MAX_READINGS = 4000;
const MAX_STEPS = 50_000;
/** Longest number; counts of a province have seven digits. */
const MAX_DIGITS = 9;

interface Way {
  readonly lengths: Reading;
  readonly values: readonly number[];
}

/** The one reading of each row for which every equation of `spec` holds; undefined if there is none or more than one. */
export function deduceRows(spec: TableSpec, rows: readonly GluedRow[]): ReadonlyMap<string, Reading> | undefined {
  const columns = new Map(spec.rows.map((row) => [row.id, row.columns.map(({ id }) => id)]));
  const alongRow = spec.equations.filter(({ along }) => along === 'row');
  const ways: Way[][] = [];
  for (const { row, parts } of rows) {
    const ids = columns.get(row)!;
    const own = waysOf(parts, ids.length, (values) => values.length < ids.length || alongRow.every((equation) => holdsAlong(equation, ids, values)));
    if (own === undefined || own.length === 0) return undefined;
    ways.push(own);
  }
  const index = new Map(rows.map(({ row }, i) => [row, i]));
  const alongColumn = spec.equations.filter(({ along, terms }) => along === 'column' && terms.every(({ ref }) => index.has(ref)));
  const chosen = onlyChoice(ways, alongColumn, index);
  return chosen && new Map(rows.map(({ row }, i) => [row, chosen[i]!.lengths]));
}

/**
 * The one reading of digits as `groups` rows beside each other, the last number of each the sum of the others (表四). Blank cells
 * leave no trace among glued digits: any but a total may be blank, or a whole row, so there must be no reading with blanks either.
 * Who writes zeros leaves no cell blank for them.
 */
export function deduceBeside(parts: readonly string[], groups: number, width: number): Reading | undefined {
  const digits = parts.join('');
  if (!/^\d+$/.test(digits)) return undefined;
  const borders = bordersOf(parts);
  const readings: Reading[] = [];
  const lengths: number[] = [];
  let steps = 0;
  const read = (from: number, sum: number, blanks: boolean, zeros: boolean): void => {
    if (steps++ > MAX_STEPS || readings.length > 1 || (blanks && zeros)) return;
    if (lengths.length === groups * width) {
      if (from === digits.length) readings.push([...lengths]);
      return;
    }
    const column = lengths.length % width;
    const isTotal = column === width - 1;
    const isBlankRow = isTotal && lengths.slice(-column).every((length) => length === 0);
    const next = (length: number, value: number): void => {
      lengths.push(length);
      read(from + length, isTotal ? 0 : sum + value, blanks || length === 0, zeros || (length > 0 && value === 0));
      lengths.pop();
    };
    if (!isTotal || isBlankRow) next(0, 0);
    const longest = digits[from] === '0' ? 1 : Math.min(MAX_DIGITS, digits.length - from);
    for (let length = 1; length <= longest; length++) {
      const value = Number(digits.slice(from, from + length));
      if (!isTotal || value === sum) next(length, value);
      if (borders.has(from + length)) break; // no number goes over a border
    }
  };
  read(0, 0, false, false);
  return steps <= MAX_STEPS && readings.length === 1 && !readings[0]!.includes(0) ? readings[0] : undefined;
}

/**
 * The one way to read digits as `count` numbers where nothing but their number is known. With blank cells `107` may be 1, 0 and
 * 7, or 10, blank and 7. So there must be no way to read them as fewer numbers either.
 */
export function deduceCount(parts: readonly string[], count: number): Reading | undefined {
  const ways = Array.from({ length: count }, (_, i) => waysOf(parts, i + 1, () => true) ?? []);
  return ways.flat().length === 1 ? ways[count - 1]![0]?.lengths : undefined;
}

/** Whether `equation` holds in a row with `values` in the columns of these ids. */
export function holdsAlong(equation: Equation, columns: readonly string[], values: readonly number[]): boolean {
  return equation.terms.reduce((sum, { ref, sign }) => sum + sign * values[columns.indexOf(ref)]!, 0) === 0;
}

/**
 * Every way to read `parts` as `count` numbers without leading zeros for which `holds` is true after each number; undefined
 * if there are too many to look at.
 */
function waysOf(parts: readonly string[], count: number, holds: (values: readonly number[]) => boolean): Way[] | undefined {
  const digits = parts.join('');
  if (!/^\d+$/.test(digits)) return undefined;
  const borders = bordersOf(parts);
  const ways: Way[] = [];
  const lengths: number[] = [];
  const values: number[] = [];
  let steps = 0;
  const read = (from: number): void => {
    if (steps++ > MAX_STEPS || ways.length > MAX_READINGS) return;
    if (lengths.length === count) {
      if (from === digits.length) ways.push({ lengths: [...lengths], values: [...values] });
      return;
    }
    const left = digits.length - from;
    if (left < count - lengths.length) return;
    const longest = digits[from] === '0' ? 1 : Math.min(MAX_DIGITS, left - (count - lengths.length) + 1);
    for (let length = 1; length <= longest; length++) {
      lengths.push(length);
      values.push(Number(digits.slice(from, from + length)));
      if (holds(values)) read(from + length);
      lengths.pop();
      values.pop();
      if (borders.has(from + length)) break; // no number goes over a border
    }
  };
  read(0);
  return steps > MAX_STEPS || ways.length > MAX_READINGS ? undefined : ways;
}

/** Where a part ends, and so a number. */
function bordersOf(parts: readonly string[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let end = 0;
  for (const part of parts) borders.add((end += part.length));
  return borders;
}

/** The one combination of ways for which the column equations hold; undefined if none or several, or if it takes too long. */
function onlyChoice(ways: readonly Way[][], equations: readonly Equation[], index: ReadonlyMap<string, number>): Way[] | undefined {
  const width = ways[0]?.[0]?.values.length ?? 0;
  // One number for each equation and column: what the rows chosen so far leave open.
  const signs = ways.map((_, row) => equations.map(({ terms }) => terms.reduce((sign, term) => (index.get(term.ref) === row ? sign + term.sign : sign), 0)));
  const order = ways.map((_, row) => row).sort((a, b) => ways[a]!.length - ways[b]!.length);
  const ranges = remainingRanges(ways, signs, order, width);
  const open = equations.map(() => new Array<number>(width).fill(0));
  const picked: Way[] = [];
  let found: Way[] | undefined;
  let several = false;
  let steps = 0;
  const search = (depth: number): void => {
    if (several || ++steps > MAX_STEPS) return;
    if (depth === order.length) {
      several = found !== undefined;
      found = [...picked];
      return;
    }
    const row = order[depth]!;
    for (const way of ways[row]!) {
      picked[row] = way;
      add(open, signs[row]!, way.values, 1);
      if (possible(open, ranges[depth + 1]!)) search(depth + 1);
      add(open, signs[row]!, way.values, -1);
    }
  };
  search(0);
  return several || steps > MAX_STEPS ? undefined : found;
}

function add(open: number[][], signs: readonly number[], values: readonly number[], factor: 1 | -1): void {
  signs.forEach((sign, equation) => {
    if (sign === 0) return;
    const sums = open[equation]!;
    values.forEach((value, column) => (sums[column] = sums[column]! + factor * sign * value));
  });
}

type Ranges = readonly (readonly (readonly [number, number])[])[];

/** For each depth, equation and column: the least and the most that the rows still to choose can add. */
function remainingRanges(ways: readonly Way[][], signs: readonly (readonly number[])[], order: readonly number[], width: number): Ranges[] {
  const count = signs[0]?.length ?? 0;
  let after: [number, number][][] = Array.from({ length: count }, () => Array.from({ length: width }, () => [0, 0]));
  const ranges: Ranges[] = [after];
  for (const row of [...order].reverse()) {
    after = after.map((columns, equation) =>
      columns.map(([low, high], column) => {
        const sign = signs[row]![equation]!;
        if (sign === 0) return [low, high];
        const values = ways[row]!.map((way) => sign * way.values[column]!);
        return [low + Math.min(...values), high + Math.max(...values)];
      }),
    );
    ranges.unshift(after);
  }
  return ranges;
}

/** Whether what is open can still become 0 in every equation and column. */
function possible(open: readonly (readonly number[])[], ranges: Ranges): boolean {
  return open.every((columns, equation) => columns.every((sum, column) => sum + ranges[equation]![column]![0] <= 0 && sum + ranges[equation]![column]![1] >= 0));
}
