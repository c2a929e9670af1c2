/** Words of a page as lines, and lines as paragraphs: by where they stand, not by the order in which they are drawn. */
import { isRestOf, withWholeNumbers } from './pdfBrokenNumbers';
import type { Word } from './pdfPages';

export interface TextLine {
  /** From left to right. */
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Words that stand beside each other, from top to bottom. */
export function linesOf(words: readonly Word[]): TextLine[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const line = lines.at(-1);
    const last = line?.[0];
    if (line && last && Math.abs(word.base - last.base) < Math.min(Math.max(word.size, last.size), 2 * Math.min(word.size, last.size)) * 0.5) line.push(word);
    else lines.push([word]);
  }
  return lines.map((own) => {
    const sorted = own.sort((a, b) => a.left - b.left);
    return { words: sorted, left: sorted[0]!.left, right: Math.max(...sorted.map(({ right }) => right)), base: sorted[0]!.base, size: Math.max(...sorted.map(({ size }) => size)) };
  });
}

const HAN = /[\p{Script=Han}\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** Blanks beside Chinese characters are the distance of characters on the page, which word processors widen beside digits. */
const withoutGaps = (text: string): string => text.replace(/(?<=[\p{Script=Han}\u2e80-\u2fdf，。、；：（）“”])[ \u00a0]+(?=\S)|(?<=\S)[ \u00a0]+(?=[\p{Script=Han}\u2e80-\u2fdf，。、；：（）“”])/gu, '');

/** Wider gaps than that, in sizes of the font, are a space between words. */
const WORD_GAP = 0.2;

export function lineText({ words }: TextLine): string {
  let text = '';
  let end = 0;
  for (const word of words) {
    const chinese = HAN.test(text.slice(-1)) && HAN.test(word.text[0]!);
    text += text !== '' && !chinese && word.left - end > word.size * WORD_GAP ? ` ${word.text}` : word.text;
    end = word.right;
  }
  return withoutGaps(text);
}

/** What a line may lack to the margin and still be full, in sizes of the font. */
const SHORT_OF_MARGIN = 1.6;
const INDENT = 1.2;
/** Distance of lines in sizes of the font that parts paragraphs. */
const APART = 2.9;

const ENDS = /[。！？；：]$/;
/** What begins behind the end of a sentence is a heading or an item. */
const ORDINAL = /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/;

export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Whether `next`, the line below `line`, goes on with its paragraph. */
export function goesOn(line: TextLine, next: TextLine, margins: Margins, samePage = true): boolean {
  const { size } = line;
  if (Math.abs(next.size - size) > size * 0.15) return false;
  if (samePage && next.base - line.base > size * APART) return false;
  if (ENDS.test(line.words.at(-1)!.text) && ORDINAL.test(next.words[0]!.text)) return false;
  const full = line.right > margins.right - size * SHORT_OF_MARGIN;
  const indented = next.left > margins.left + size * INDENT;
  return full && (!indented || isTitle(line, next, margins));
}

/** From that size on, in points, words are a title: text has 16 at most. */
const TITLE_SIZE = 17.5;

/** Whether a line from margin to margin and the one below it, in the middle, are a title that was too long for one. */
function isTitle(line: TextLine, next: TextLine, margins: Margins): boolean {
  const middle = ({ left, right }: TextLine): number => (left + right) / 2;
  return line.size >= TITLE_SIZE && line.left < margins.left + line.size * SHORT_OF_MARGIN && Math.abs(middle(line) - middle(next)) < line.size / 2;
}

/** A gap that no word space is, in sizes of the font. */
const COLUMN_GAP = 1.8;
const CELLS = 3;
const ROWS = 4;

/** Runs of lines that stand in columns: tables without lines. As [first, end) of `lines`. */
export function columnRuns(lines: readonly TextLine[]): [number, number][] {
  const runs: [number, number][] = [];
  let start: number | undefined;
  let last = 0;
  lines.forEach((line, i) => {
    if (cellsIn(line) >= CELLS) {
      start ??= i;
      last = i;
    } else if (start !== undefined && i - last > 3) {
      runs.push([start, last + 1]);
      start = undefined;
    }
  });
  if (start !== undefined) runs.push([start, last + 1]);
  const tables = runs.filter(([from, to]) => lines.slice(from, to).filter((line) => cellsIn(line) >= CELLS).length >= ROWS);
  return tables.map(([from, to]) => [from, to < lines.length && isRestOf(lines[to - 1]!, lines[to]!) ? to + 1 : to]);
}

function cellsIn({ words }: TextLine): number {
  return words.filter((word, i) => i === 0 || word.left - words[i - 1]!.right > word.size * COLUMN_GAP).length;
}

/** Lines of a table with their words in columns of display, as wide as a digit is. */
export function inColumns(table: readonly TextLine[]): string {
  const lines = withWholeNumbers(table);
  const left = Math.min(...lines.map((line) => line.left));
  const unit = Math.min(...lines.map(({ size }) => size)) / 2;
  return lines
    .map(({ words }) => {
      let text = '';
      let width = 0;
      for (const word of words) {
        const column = Math.max(Math.round((word.left - left) / unit), width + (width === 0 ? 0 : 2));
        text += ' '.repeat(column - width) + word.text;
        width = column + [...word.text].reduce((sum, char) => sum + (HAN.test(char) ? 2 : 1), 0);
      }
      return text;
    })
    .join('\n');
}
