/**
 * Text without separators, as PDF tools print it: a label with its numbers after it, a label broken over lines, or one
 * cell a line. Numbers at the end of a line are its values; where a row ends is for the binder to find out.
 */
import { fold } from '../../text/fold';
import { type Quantity, readQuantity } from '../../text/quantity';
import { byText } from '../../text/recent';
import type { CellSyntax, RowSyntax } from '../types';
import { type PlacedRow, withBlanks } from './columns';
import { cellAt, cellOf, type LayoutReader, type Line } from './layout';
import { isRuleMark } from './ruleMarks';

/** `- 4 -`, `—5—`, `第 3 页`, `P. 3`, `3/12`: printed between the rows by the page, not by the table. */
export const PAGE_MARK = /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:[\s/]*共\s*\d{1,4}\s*页)?|p(?:age)?[.\s]*\d{1,4}|\d{1,4}\s*\/\s*\d{1,4})$/i;
/** A number may carry a note in brackets with spaces in it. */
const TOKEN = /[-+]?\d[\d.,]{0,30}\s?(?:件|元|万元)?\s?\([^()]{0,40}\)|\S+/g;
/** Something that stands where a number should, like `O` or `O.5`: short and without ideographs but the stroke 丨. */
const JUNK = /^(?:[^\p{Script=Han}]|丨){1,6}$/u;

/** The letters that digits become, and digits with them. */
const BROKEN_NUMBER = /^[A-Za-z\d]{1,4}$/;

export const flow: LayoutReader = {
  family: 'plain',
  sniff: () => 1,
  read(lines) {
    const rows: RowSyntax[] = [];
    // Columns stand at other places on every page.
    let page: PlacedRow[] = [];
    const endPage = (): void => {
      for (const row of withBlanks(page)) rows.push(row);
      page = [];
    };
    for (const line of lines) {
      const placed = readLine(line);
      if (placed === 'page mark' || line.text.includes('\f')) endPage();
      if (placed && placed !== 'page mark') page.push(placed);
    }
    endPage();
    return rows;
  },
};

/** Undefined: the line is blank. */
export function readLine({ start, end, text }: Line): PlacedRow | 'page mark' | undefined {
  const read = cellsIn(text);
  if (typeof read === 'string') return read === 'blank' ? undefined : read;
  const cells = read.cells.map(({ from, text: own, quantity }) => cellOf(start + from, own, quantity));
  return { row: { span: { start, end }, layout: 'flow', cells, open: true }, line: { start, end, text }, firstValue: read.firstValue };
}

/** What a line holds, wherever it stands. */
interface LineCells {
  readonly cells: readonly { readonly from: number; readonly text: string; readonly quantity: Quantity }[];
  /** Index of the first of the values that end the line. */
  readonly firstValue: number;
}

/** Lines of one report, of which an edit leaves all others as they were; wider ones than those of a printed page are prose. */
const cellsIn = byText(1024, 160, (text): LineCells | 'page mark' | 'blank' => {
  const folded = fold(text);
  const trimmed = folded.trim();
  if (trimmed === '') return 'blank';
  if (PAGE_MARK.test(trimmed)) return 'page mark';
  const line: Line = { start: 0, end: text.length, text };
  const tokens = [...folded.matchAll(TOKEN)];
  const words = tokens.map(([word]) => word);
  const firstValue = valuesFrom(words);
  const firstBroken = brokenFrom(words, firstValue);
  const cells: CellSyntax[] = [];
  const pushToken = ({ 0: token, index }: RegExpExecArray): void => void cells.push(cellAt(line, index, index + token.length));
  const textEnd = tokens[firstBroken]?.index ?? text.length;
  if (firstValue > 0) {
    // Two spaces or more stand between columns; one may stand inside a label.
    let from = 0;
    for (const gap of folded.slice(0, textEnd).matchAll(/ {2,}/g)) {
      pushText(cells, cellAt(line, from, gap.index));
      from = gap.index;
    }
    pushText(cells, cellAt(line, from, textEnd));
  }
  const labels = cells.length;
  tokens.slice(firstBroken).forEach(pushToken);
  return { cells: cells.map((cell) => ({ from: cell.span.start, text: cell.text, quantity: cell.quantity })), firstValue: labels };
});

function pushText(cells: CellSyntax[], cell: CellSyntax): void {
  if (cell.text !== '') cells.push(cell);
}

/** The index of the first of the values that end the line; `tokens.length` if the line does not end in values. */
function valuesFrom(tokens: readonly string[]): number {
  let from = tokens.length;
  let numbers = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind } = readQuantity(tokens[i]!);
    if (kind === 'text' && !(JUNK.test(tokens[i]!) && i > 0)) break;
    if (kind === 'number') numbers++;
    if (kind !== 'text') from = i;
  }
  return numbers === 0 && tokens.length - from > 0 && from > 0 ? tokens.length : from;
}

/** Where numbers may begin that are no longer ones (`O`, `I0`), or what is left of rules, between the words of a label and its values. */
function brokenFrom(tokens: readonly string[], firstValue: number): number {
  const isBroken = (token: string): boolean => BROKEN_NUMBER.test(token) || isRuleMark(token);
  let from = firstValue;
  while (from > 1 && firstValue < tokens.length && isBroken(tokens[from - 1]!)) from--;
  return from;
}
