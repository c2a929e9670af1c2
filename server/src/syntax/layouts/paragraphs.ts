/**
 * A cell a paragraph, as web tables come out as text: one blank line between cells, and nothing between rows. A blank cell is
 * a blank paragraph, that is, two more blank lines; or only one more, where that gives all rows as many cells. Or a cell a line and
 * a blank line for a blank cell, as word processors convert a table to text, where that gives all rows as many.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { readLine } from './flow';
import { emptyAt, isBlankLine, isNumber, type LayoutReader, type Line } from './layout';

/** Fewer cells may stand like this by chance. */
const MIN_CELLS = 12;

export const paragraphs: LayoutReader = {
  family: 'plain',
  sniff: (lines) => (mannerOf(lines) ? 1.5 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    const { between, perBlank } = mannerOf(lines) ?? WEB;
    let blanks: Line[] = [];
    for (const line of lines) {
      const placed = readLine(line);
      if (placed === undefined) blanks.push(line);
      else {
        for (let i = between; i < blanks.length; i += perBlank) rows.push({ span: { start: blanks[i]!.start, end: blanks[i]!.end }, layout: 'flow', cells: [emptyAt(blanks[i]!.start)], open: true });
        if (placed !== 'page mark') rows.push(placed.row);
        blanks = [];
      }
    }
    return rows;
  },
};

/** What blank lines mean. */
interface Manner {
  /** So many stand between two cells. */
  readonly between: 0 | 1;
  /** A blank cell is so many more. */
  readonly perBlank: 1 | 2;
}

const WEB: Manner = { between: 1, perBlank: 2 };
const ONE_MORE: Manner = { between: 1, perBlank: 1 };
const A_LINE_EACH: Manner = { between: 0, perBlank: 1 };

/** Undefined where not every line is one cell, or where they don't mostly stand as the manner says. */
function mannerOf(lines: readonly Line[]): Manner | undefined {
  const cells = cellsOf(lines);
  if (!cells || cells.length < MIN_CELLS) return undefined;
  const usual = (gap: number): number => cells.filter((own, i) => i > 0 && own.gap === gap).length;
  if (usual(0) > 0) return usual(0) * 2 >= cells.length && isRegular(cells, 0) ? A_LINE_EACH : undefined;
  const single = usual(1);
  if (single * 2 < cells.length || single === cells.length - 1) return undefined;
  if (cells.every(({ gap }, i) => i === 0 || gap % 2 === 1)) return WEB;
  return isRegular(cells, 1) ? ONE_MORE : undefined;
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

/** Numbers and blank cells of a line each, behind words. */
interface Stretch {
  readonly length: number;
  readonly hasBlank: boolean;
  /** Blank lines, more than stand between cells, before the first number and behind the last. */
  readonly before: number;
  readonly behind: number;
}

/**
 * Whether numbers and blank cells of a line each are as many behind all words that have numbers behind them, but for what the end
 * of the text cut off; and blank lines are not those between rows, or between all labels and their numbers.
 */
function isRegular(cells: readonly Paragraph[], between: Manner['between']): boolean {
  const rows: Stretch[] = [];
  let row: Stretch | undefined;
  for (const { cell, gap } of cells) {
    const more = gap - between;
    if (isNumber(cell)) row = row ? { ...row, length: row.length + 1 + more, hasBlank: row.hasBlank || more > 0 } : { length: 1 + more, hasBlank: more > 0, before: more, behind: 0 };
    else {
      if (row) rows.push({ ...row, length: row.length + more, behind: more });
      row = undefined;
    }
  }
  const length = rows[0]?.length ?? 0;
  const isSpaced = (side: 'before' | 'behind'): boolean => rows.every((own) => own[side] > 0);
  return length >= FEWEST_IN_ROW && rows.every((own) => own.length === length) && (row?.length ?? 0) <= length && rows.filter(({ hasBlank }) => hasBlank).length >= FEWEST_ROWS && !isSpaced('before') && !isSpaced('behind');
}
