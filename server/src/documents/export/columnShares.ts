/** How wide the columns of a table are, the same in every format. */
import type { PrintedTable } from './printed';

/** Percent of the width that columns of labels take: one, or groups of groups, groups and rows. */
const LABELS: Readonly<Record<number, readonly number[]>> = { 1: [46], 3: [8, 12, 26] };
const LABELS_OTHERWISE = 46;

/** From that many columns on cells are narrow, and their words small. */
const WIDE = 12;

export const isWide = ({ columns }: Pick<PrintedTable, 'columns'>): boolean => columns >= WIDE;

/** The share of each column, in percent. */
export function columnShares({ labels, columns }: Pick<PrintedTable, 'labels' | 'columns'>): number[] {
  const own = labels >= columns ? [] : (LABELS[labels] ?? new Array<number>(labels).fill(LABELS_OTHERWISE / labels));
  const rest = 100 - own.reduce((sum, share) => sum + share, 0);
  return [...own, ...new Array<number>(columns - own.length).fill(rest / (columns - own.length))];
}
