/**
 * A cell a line, a tab before each, a blank line between rows or none at all: a web page's table as plain text. An empty cell is a
 * line with only its tab; cells of row spans may or may not be there, so cells are never counted by line number.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { cellAt, isNumber, type LayoutReader, type Line } from './layout';

export const cellPerLine: LayoutReader = {
  family: 'tab',
  sniff: (lines) => lines.filter(({ text }) => /^(?=[^\S\t]*\t)\s*(?:\S[^\t]*)?$/.test(text)).length / lines.length - 0.01,
  read(lines) {
    const groups = groupsBetweenBlankLines(lines);
    const cells = groups.reduce((sum, group) => sum + group.length, 0);
    // Blank lines between all cells tell nothing about rows.
    const open = cells < groups.length * 1.5;
    return groups.flatMap((group): RowSyntax[] => {
      const own = group.map((line) => cellAt(line, 0, line.text.length));
      if (areRows(own)) return own.map((cell, i) => rowOf([group[i]!], [cell], true));
      return [rowOf(group, own, open)];
    });
  },
};

const rowOf = (lines: readonly Line[], cells: readonly CellSyntax[], open: boolean): RowSyntax => ({ span: { start: lines[0]!.start, end: lines.at(-1)!.end }, layout: 'cell-per-line', cells, open });

/** No row of a form has more cells, those of its groups and of row spans among them. */
const MOST_IN_ROW = 24;

/** Whether the cells without a blank line between them are those of several rows: words follow on numbers, and numbers on them. */
function areRows(cells: readonly CellSyntax[]): boolean {
  if (cells.length <= MOST_IN_ROW) return false;
  const first = cells.findIndex(isNumber);
  const words = cells.findIndex(({ quantity }, i) => first >= 0 && i > first && quantity.kind === 'text');
  return words >= 0 && cells.slice(words).some(isNumber);
}

function groupsBetweenBlankLines(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    if (line.text.includes('\t')) group.push(line);
    else if (line.text.trim() === '') {
      if (group.length > 0) groups.push(group);
      group = [];
    } else group.push(line);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
