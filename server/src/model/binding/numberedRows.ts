/** The rows of a slice without a column that only counts them: `1 | 一、本年新收… | 4 | …`. */
import { rowsOf } from '../../syntax/rows';
import type { RowSyntax, SectionSyntax } from '../../syntax/types';

/** So many rows must be counted; two may be numbers that lost their places. */
const FEWEST = 3;

export function rowsWithoutNumbers(section: SectionSyntax): readonly RowSyntax[] {
  const rows = rowsOf(section);
  const counted = rows.filter(isCounted);
  if (counted.length < FEWEST || counted.some((row, i) => numberOf(row) !== numberOf(counted[0]!) + i)) return rows;
  return rows.map((row) => (isCounted(row) ? { ...row, cells: row.cells.slice(1) } : row));
}

/** Whether a number stands before words. */
function isCounted({ open, cells: [first, second] }: RowSyntax): boolean {
  return !open && first?.quantity.kind === 'number' && second?.quantity.kind === 'text';
}

const numberOf = ({ cells }: RowSyntax): number => (cells[0]!.quantity.kind === 'number' ? cells[0]!.quantity.value : NaN);
