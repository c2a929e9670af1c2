/**
 * A cell a line, a tab before each, a blank line between rows: a web page's table as plain text. An empty cell is a line
 * with only its tab; cells of row spans may or may not be there, so cells are never counted by line number.
 */
import type { RowSyntax } from '../types';
import { cellAt, type LayoutReader, type Line } from './layout';

export const cellPerLine: LayoutReader = {
  family: 'tab',
  sniff: (lines) => lines.filter(({ text }) => /^(?=[^\S\t]*\t)\s*(?:\S[^\t]*)?$/.test(text)).length / lines.length - 0.01,
  read(lines) {
    const groups = groupsBetweenBlankLines(lines);
    const cells = groups.reduce((sum, group) => sum + group.length, 0);
    // Blank lines between all cells tell nothing about rows.
    const open = cells < groups.length * 1.5;
    return groups.map((group): RowSyntax => ({
      span: { start: group[0]!.start, end: group[group.length - 1]!.end },
      layout: 'cell-per-line',
      cells: group.map((line) => cellAt(line, 0, line.text.length)),
      open,
    }));
  },
};

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
