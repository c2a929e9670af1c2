/** A row a line, cells between `|`: with or without bars at the ends, ragged, padded by bars, GitHub rule lines skipped. */
import type { CellSyntax } from '../types';
import { isBar, isBlankLine, type LayoutReader, type Line, splitCells } from './layout';

const RULE = /^(?=.*--)[\s|｜│:+-]+$/;

export const pipe: LayoutReader = {
  family: 'pipe',
  // Beaten by a reader that finds its own pattern in most lines.
  sniff: () => 0.7,
  read: (lines) =>
    lines
      .filter((line) => !isBlankLine(line) && !RULE.test(line.text))
      .map((line) => ({ span: { start: line.start, end: line.end }, layout: 'pipe', cells: cellsBetweenBars(line), open: false })),
};

/** Bars at the ends of a line frame it; they do not make empty cells. */
function cellsBetweenBars(line: Line): CellSyntax[] {
  const cells = splitCells(line, isBar);
  if (cells.length > 1 && cells[0]!.text === '') cells.shift();
  if (cells.length > 1 && cells[cells.length - 1]!.text === '') cells.pop();
  return cells;
}
