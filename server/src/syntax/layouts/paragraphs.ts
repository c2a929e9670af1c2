/**
 * A cell a paragraph, as web tables come out as text: one blank line between cells, and nothing between rows. A blank cell is
 * a blank paragraph, that is, two more blank lines; or only one more, where that gives all rows as many cells.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { readLine } from './flow';
import { emptyAt, isBlankLine, isNumber, type LayoutReader, type Line } from './layout';

/** Fewer cells may stand like this by chance. */
const MIN_CELLS = 12;

export const paragraphs: LayoutReader = {
  family: 'plain',
  sniff: (lines) => (linesOfBlank(lines) ? 1.5 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    const step = linesOfBlank(lines) ?? 2;
    let blanks: Line[] = [];
    for (const line of lines) {
      const placed = readLine(line);
      if (placed === undefined) blanks.push(line);
      else {
        for (let i = 1; i < blanks.length; i += step) rows.push({ span: { start: blanks[i]!.start, end: blanks[i]!.end }, layout: 'flow', cells: [emptyAt(blanks[i]!.start)], open: true });
        if (placed !== 'page mark') rows.push(placed.row);
        blanks = [];
      }
    }
    return rows;
  },
};

/** How many blank lines a blank cell is; undefined where not every line is one cell, or not mostly one blank line stands between two. */
function linesOfBlank(lines: readonly Line[]): 1 | 2 | undefined {
  const cells = cellsOf(lines);
  if (!cells || cells.length < MIN_CELLS) return undefined;
  const single = cells.filter(({ gap }) => gap === 1).length;
  if (single * 2 < cells.length || single === cells.length - 1) return undefined;
  if (cells.every(({ gap }, i) => i === 0 || gap % 2 === 1)) return 2;
  return isRegular(cells) ? 1 : undefined;
}

interface Paragraph {
  readonly cell: CellSyntax;
  /** Blank lines before it. */
  readonly gap: number;
}

function cellsOf(lines: readonly Line[]): readonly Paragraph[] | undefined {
  const cells: Paragraph[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.text.includes('\f')) return undefined; // pages, not paragraphs
    if (isBlankLine(line)) {
      gap++;
      continue;
    }
    if (gap === 0 && cells.length > 0) return undefined;
    const placed = readLine(line);
    if (placed === 'page mark' || (placed && placed.row.cells.length !== 1)) return undefined;
    if (placed) cells.push({ cell: placed.row.cells[0]!, gap });
    gap = 0;
  }
  return cells;
}

/** Rows of fewer cells are as long by chance. */
const FEWEST_IN_ROW = 5;
/** So many rows with blanks must be as long as the others. */
const FEWEST_ROWS = 3;

/** Whether numbers and blank cells of a line each are as many behind all words that have numbers behind them, but for what the end of the text cut off. */
function isRegular(cells: readonly Paragraph[]): boolean {
  const rows: { length: number; hasBlank: boolean }[] = [];
  let row = { length: 0, hasBlank: false };
  let numbers = 0;
  for (const { cell, gap } of cells) {
    if (isNumber(cell)) {
      row = { length: row.length + gap, hasBlank: row.hasBlank || gap > 1 };
      numbers++;
    } else {
      if (numbers > 0) rows.push({ ...row, length: row.length + gap - 1 });
      row = { length: 0, hasBlank: false };
      numbers = 0;
    }
  }
  const length = rows[0]?.length ?? 0;
  return length >= FEWEST_IN_ROW && rows.every((own) => own.length === length) && row.length <= length && rows.filter(({ hasBlank }) => hasBlank).length >= FEWEST_ROWS;
}
