/**
 * The running text of a slice in sentences: folded, without blanks, without the line ends and page numbers that a
 * hard-wrapped text has in the middle of its sentences. Every character knows its place in the slice.
 */
import type { SectionSyntax } from '../../syntax/types';
import { fold, stringOf } from '../../text/fold';
import { type Span, span } from '../../text/span';

/** A sentence without its full stop, or a line that is not joined with the next; what stands in a cell is alone, too. */
export interface Sentence {
  readonly text: string;
  /** Where `text[from, to)`, which is not empty, stands in the slice. */
  place(from: number, to: number): Span;
}

/** What a line begins with that begins something: headings, items of a list. */
const OPENING = /[#>]|\(?[一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]是|\(?\d{1,2}(?:[)、]|\.(?!\d))/y;
/** A line of up to so many characters that begins so and has no clauses is a heading; another may go on in the next. */
const HEADING = 24;
/** A line with a page number and nothing else. */
const PAGE_NUMBER = /[-—–]? ?\d{1,4} ?[-—–]? {0,8}(?=[\n\r]|$)/y;
/** By UTF-16 unit of folded text; what is in none of the classes is read as it is. */
const CLASS = new Uint8Array(0x10000);
const [BLANK, LINE_END, SEPARATOR, LEFT_OUT, DIGIT] = [' ', '\n\r', '|│<>', '"\'*', '0123456789'].map((characters, index) => {
  for (const character of characters) CLASS[character.charCodeAt(0)] = index + 1;
  return index + 1;
});
/** One character. */
const END = /[。！？!?\n]|\.(?!\d)/g;

/** The sentences of a slice after its heading and outside `tables`, which are in order, in order. */
export function sentencesOf({ text: raw, heading }: SectionSyntax, tables: readonly Span[]): Sentence[] {
  const { text, places } = runningText(raw, heading?.span.end ?? 0, tables);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = start;
    if (end > from) sentences.push({ text: text.slice(from, end), place: (a, b) => span(places[from + a]!, places[from + b - 1]! + 1) });
    start = end + 1;
  };
  for (END.lastIndex = 0; END.test(text); ) close(END.lastIndex - 1);
  close(text.length);
  return sentences;
}

/**
 * The characters of `raw` from `begin` on and outside `tables` that are read, with their places; `\n` where what is beside it is
 * not joined: between cells (`|`, tabs, tags), round headings and tables, between two numbers. Marks of quotation and emphasis
 * are left out.
 */
function runningText(raw: string, begin: number, tables: readonly Span[]): { readonly text: string; readonly places: Uint32Array } {
  const places = new Uint32Array(raw.length - begin + 2 * (tables.length + 1));
  const codes = new Uint16Array(places.length);
  let length = 0;
  let lastClass = 0;
  const add = (code: number, at: number, own: number): void => {
    places[length] = at;
    codes[length++] = code;
    lastClass = own;
  };
  const read = (from: number, to: number): void => {
    const folded = fold(raw.slice(from, to));
    /** What was left out since the last character. */
    let blank = false;
    let lineEnd = true;
    /** Where a line that opens something begins in the text that is read. */
    let opening = -1;
    for (let i = 0; i < folded.length; i++) {
      const at = from + i;
      const code = folded.charCodeAt(i);
      const own = CLASS[code]!;
      if (own === SEPARATOR || raw.charCodeAt(at) === TAB) add(NEWLINE, at, own);
      else if (own === BLANK || own === LINE_END) {
        blank = true;
        lineEnd ||= own === LINE_END;
      } else if (lineEnd && matchAt(PAGE_NUMBER, folded, i)) i = PAGE_NUMBER.lastIndex - 1;
      else if (own !== LEFT_OUT) {
        if (lineEnd) {
          const opens = matchAt(OPENING, folded, i);
          if (opens || (opening >= 0 && length - opening <= HEADING && !hasClauses(codes, opening, length))) add(NEWLINE, at, 0);
          opening = opens ? length : -1;
        }
        if (blank && own === DIGIT && lastClass === DIGIT) add(NEWLINE, at, 0);
        // The comma of a sentence is not the one in 1,234.
        add(raw.charCodeAt(at) === WIDE_COMMA ? WIDE_COMMA : code, at, own);
        blank = lineEnd = false;
      }
    }
  };
  let from = begin;
  for (const table of tables) {
    if (table.start < from) continue;
    read(from, table.start);
    add(NEWLINE, table.start, 0);
    from = table.end;
  }
  read(from, raw.length);
  return { text: stringOf(codes.subarray(0, length)), places: places.subarray(0, length) };
}

const [TAB, NEWLINE, WIDE_COMMA] = [0x09, 0x0a, 0xff0c];
const CLAUSE_MARKS = new Set([...',，;；:。'].map((mark) => mark.charCodeAt(0)));

function hasClauses(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (CLAUSE_MARKS.has(codes[at]!)) return true;
  return false;
}

function matchAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
