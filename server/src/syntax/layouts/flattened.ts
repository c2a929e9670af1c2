/**
 * A whole table on one line with nothing between its cells: `…数量640020470二、上年结转…`. Words and digits are told apart,
 * and the digit before a point belongs to the ordinal of the next label; where one number ends and the next begins is not
 * to be seen here.
 */
import { fold } from '../../text/fold';
import type { CellSyntax, RowSyntax } from '../types';
import { cellAt, cellOf, type LayoutReader, type Line } from './layout';

/** Shorter lines are rows of their own. */
const LONG = 90;
/** Digits that run into the words of the next label, not into a unit or a note. */
const GLUED = /\d[^\S\n]?(?=[一二三四五六七八九十第行规]|\([一二三四五六七八九十]\))/g;
/** Digits with what may stand between and before them; a digit before `.` and a word is the next label's ordinal. */
const DIGITS = /[-+]?\d(?:[\d.,]*\d)?(?:万?元)?(?:(?:\s+|(?=[-+]))[-+]?\d(?:[\d.,]*\d)?(?:万?元)?)*/g;
/** A space or a sign between digits is a border for certain. */
const NUMBER = /[-+]?[^\s+-]+/g;
const ORDINAL_AFTER = /^\s?[.、]\s?[^\d\s]/;

export const flattened: LayoutReader = {
  family: 'plain',
  sniff: (lines) => (lines.some(({ text }) => text.length > LONG && isGlued(fold(text))) ? 2 : 0),
  read: (lines) => lines.flatMap(readLine),
};

/** 表四 is one run of at least 15 digits; the other tables glue digits to the labels after them. */
function isGlued(folded: string): boolean {
  return /[^\d\s]\s?\d{15,}\s*$/.test(folded) || [...folded.matchAll(GLUED)].length >= 2;
}

/** One row a stretch of words with the digits behind it. */
function readLine(line: Line): RowSyntax[] {
  const folded = fold(line.text);
  const rows: RowSyntax[] = [];
  let from = 0;
  for (const digits of folded.matchAll(DIGITS)) {
    let end = digits.index + digits[0].length;
    // `00000002.其他…`: the 2 is the next label's.
    if (ORDINAL_AFTER.test(folded.slice(end))) end--;
    const words = cellAt(line, from, digits.index);
    const values = digitCells(line, digits.index, end);
    const cells = [...(words.text === '' ? [] : [words]), ...values];
    if (values.length === 0) continue;
    rows.push({ span: { start: cells[0]!.span.start, end: line.start + end }, layout: 'flattened', cells, open: false });
    from = end;
  }
  const rest = cellAt(line, from, line.text.length);
  if (rest.text !== '') rows.push({ span: rest.span, layout: 'flattened', cells: [rest], open: false });
  return rows;
}

/** The numbers in `line.text[from, to)` as far as signs and blanks show their borders. */
export function digitCells(line: Line, from: number, to: number): CellSyntax[] {
  return [...line.text.slice(from, to).matchAll(NUMBER)].map((part) => {
    const cell = cellAt(line, from + part.index, from + part.index + part[0].length);
    // More digits than a number has are several numbers; which, the binder finds out.
    return /^\d+$/.test(cell.text) ? cellOf(cell.span.start, cell.text, { kind: 'number', value: Number(cell.text) }) : cell;
  });
}
