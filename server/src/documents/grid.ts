/** Where the cells of a table stand, which list only what they span. */
import type { Table } from './blocks';

type Rows = Table['rows'];

/** The column that each cell begins in, row by row. */
export function columnsOf(rows: Rows): number[][] {
  /** By column: the row in which no cell from above is left. */
  const free: number[] = [];
  return rows.map((row, r) => {
    let column = 0;
    return row.map(({ across, down }) => {
      while ((free[column] ?? 0) > r) column++;
      const own = column;
      column += across;
      for (let at = own; down > 1 && at < column; at++) free[at] = r + down;
      return own;
    });
  });
}

/**
 * How many columns a cell goes over, by the column it begins in; `columns` as `columnsOf` has them. One that no cell has for itself is none: it lies between ends of merged cells that
 * were meant to stand below each other, and nobody sees it.
 */
export function spanCounter(rows: Rows, columns: readonly (readonly number[])[]): (column: number, across: number) => number {
  const own = new Set<number>();
  columns.forEach((places, r) => places.forEach((column, i) => rows[r]![i]!.across === 1 && own.add(column)));
  return (column, across) => {
    let count = 0;
    for (let at = column; at < column + across; at++) if (own.has(at)) count++;
    return Math.max(1, count);
  };
}
