/**
 * A cell a paragraph, as web tables come out as text: one blank line between cells, and nothing between rows. A blank cell is
 * a blank paragraph, that is, two more blank lines.
 */
import type { RowSyntax } from '../types';
import { readLine } from './flow';
import { emptyAt, isBlankLine, type LayoutReader, type Line } from './layout';

/** Fewer cells may stand like this by chance. */
const MIN_CELLS = 12;

export const paragraphs: LayoutReader = {
  family: 'plain',
  sniff: (lines) => (isParagraphs(lines) ? 1.5 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    let blanks: Line[] = [];
    for (const line of lines) {
      const placed = readLine(line);
      if (placed === undefined) blanks.push(line);
      else {
        for (let i = 1; i < blanks.length; i += 2) rows.push({ span: { start: blanks[i]!.start, end: blanks[i]!.end }, layout: 'flow', cells: [emptyAt(blanks[i]!.start)], open: true });
        if (placed !== 'page mark') rows.push(placed.row);
        blanks = [];
      }
    }
    return rows;
  },
};

/** Whether every line is one cell, an odd number of blank lines stands between any two, and mostly one. */
function isParagraphs(lines: readonly Line[]): boolean {
  const gaps: number[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.text.includes('\f')) return false; // pages, not paragraphs
    if (isBlankLine(line)) gap++;
    else if (gap % 2 === 0 && gaps.length > 0) return false;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  const single = gaps.filter((own) => own === 1).length;
  if (gaps.length < MIN_CELLS || single * 2 < gaps.length || single === gaps.length - 1) return false;
  return lines.every((line) => {
    const placed = readLine(line);
    return placed === undefined || (placed !== 'page mark' && placed.row.cells.length === 1);
  });
}
