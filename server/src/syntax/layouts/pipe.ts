/** A row a line, cells between `|`: with or without bars at the ends, ragged, padded by bars, GitHub rule lines skipped. */
import type { CellSyntax } from '../types';
import { isBar, isBlankLine, type LayoutReader, splitCells } from './layout';

const RULE = /^(?=.*--)[\s|｜│:+-]+$/;

export const pipe: LayoutReader = {
  family: 'pipe',
  // Beaten by a reader that finds its own pattern in most lines.
  sniff: () => 0.7,
  read(lines) {
    const rows = lines.filter((line) => !isBlankLine(line) && !RULE.test(line.text)).map((line) => ({ line, cells: splitCells(line, isBar) }));
    const [opens, closes] = [0, -1].map((end) => areFramed(rows.map(({ cells }) => cells), end));
    return rows.map(({ line, cells }) => {
      if (opens && cells.length > 1 && isBlank(cells[0])) cells.shift();
      if (closes && cells.length > 1 && isBlank(cells.at(-1))) cells.pop();
      return { span: { start: line.start, end: line.end }, layout: 'pipe', cells, open: false };
    });
  },
};

const isBlank = (cell: CellSyntax | undefined): boolean => cell?.text === '';

/**
 * Whether bars at this end of the lines, 0 or −1, are their frame and leave no blank cell: not if lines without one have as many cells
 * as those that have one.
 */
function areFramed(rows: readonly (readonly CellSyntax[])[], end: number): boolean {
  const most = { written: 0, blank: 0 };
  for (const cells of rows) {
    const own = isBlank(cells.at(end)) ? 'blank' : 'written';
    most[own] = Math.max(most[own], cells.length);
  }
  return most.blank > most.written;
}
