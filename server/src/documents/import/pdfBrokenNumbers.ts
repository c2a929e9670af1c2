/**
 * Numbers that a narrow cell broke over two lines, in tables without lines around their cells. By itself the first line would be another
 * number; so both stay in one cell, with a blank between them, for the checker to see.
 */
import type { TextLine } from './pdfLines';
import type { Word } from './pdfPages';

const NUMBER = /^[\d.,+-]+$/;
/** Lines of one cell are nearer to each other than that, in sizes of the font. */
const NEAR = 1.6;
/** No column is narrower, in characters. */
const SHORTEST = 4;
/** A number that was broken is as wide as its column, as others of its row are, but for a digit or two; in sizes of the font. */
const SLACK = 1;

const numbersIn = ({ words }: TextLine): readonly Word[] => words.filter(({ text }) => NUMBER.test(text));
const widthOf = ({ left, right }: Word): number => right - left;

/** The lines of a table, from top to bottom, with the rests of numbers behind their beginnings. */
export function withWholeNumbers(lines: readonly TextLine[]): TextLine[] {
  const whole: TextLine[] = [];
  let row: { index: number; base: number } | undefined;
  for (const line of lines) {
    const above = row && line.base - row.base < line.size * NEAR ? whole[row.index] : undefined;
    const rests = above ? restsOf(above, line) : undefined;
    if (above && rests && row) {
      whole[row.index] = { ...above, words: above.words.map((word) => joined(word, rests.get(word))) };
      row = { index: row.index, base: line.base };
      const words = line.words.filter((word) => ![...rests.values()].includes(word));
      if (words.length > 0) whole.push({ ...line, words });
    } else {
      whole.push(line);
      if (numbersIn(line).length > 0) row = { index: whole.length - 1, base: line.base };
    }
  }
  return whole;
}

/** Whether `line`, below the row `above`, has nothing but rests of its numbers. */
export function isRestOf(above: TextLine, line: TextLine): boolean {
  return line.base - above.base < line.size * NEAR && restsOf(above, line)?.size === line.words.length;
}

/** What each number of `line` goes on with, by its beginning in `above`; undefined where the line is a row of its own. */
function restsOf(above: TextLine, line: TextLine): Map<Word, Word> | undefined {
  const numbers = numbersIn(line);
  const started = above.words.filter(({ text }) => text.split(' ').every((part) => NUMBER.test(part)));
  const widest = Math.max(0, ...started.map(widthOf));
  const begun = started.filter((word) => word.text.length >= SHORTEST && widthOf(word) > widest - SLACK * word.size);
  const rests = new Map<Word, Word>();
  for (const number of numbers) {
    const start = begun.find((word) => word.left < number.right && number.left < word.right);
    if (!start) return undefined;
    rests.set(start, number);
  }
  // As many numbers as above, behind words: a label has them for itself.
  const isRow = numbers.length === 0 || (numbers.length >= started.length && numbers.length < line.words.length);
  return isRow ? undefined : rests;
}

const joined = (word: Word, rest: Word | undefined): Word => (rest ? { ...word, text: `${word.text} ${rest.text}` } : word);
