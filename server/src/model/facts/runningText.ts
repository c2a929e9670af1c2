/**
 * What is read of a slice's running text: folded, without blanks, without the line ends and page numbers that a hard-wrapped text has
 * in the middle of its sentences. Read by line, and a line that was read before is not read again.
 */
import { fold, stringOf } from '../../text/fold';
import { LineCursor } from '../../text/lines';
import { byText } from '../../text/recent';
import { lastFrom } from '../../text/search';
import type { Span } from '../../text/span';

/** What a line begins with that begins something: headings, items of a list. */
const OPENING = /[#>]|\(?[一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]是|\(?\d{1,2}(?:[)、]|\.(?!\d))/y;
/** A line of up to so many characters that begins so and has no clauses is a heading; another may go on in the next. */
const HEADING = 24;
/** A line with a page number and nothing else. */
const PAGE_NUMBER = /[-—–]? ?\d{1,4} ?[-—–]? {0,8}$/y;
/** By UTF-16 unit of folded text; what is in none of the classes is read as it is. */
const CLASS = new Uint8Array(0x10000);
const [BLANK, SEPARATOR, LEFT_OUT, DIGIT] = [' ', '|│<>', '"\'*', '0123456789'].map((characters, index) => {
  for (const character of characters) CLASS[character.charCodeAt(0)] = index + 1;
  return index + 1;
});
const [TAB, NEWLINE, WIDE_COMMA] = [0x09, 0x0a, 0xff0c];
const CLAUSE_MARKS = new Set([...',，;；:。'].map((mark) => mark.charCodeAt(0)));

/** A line as it is read, wherever it stands. */
interface LineRead {
  /** Separators before its first character. */
  readonly leading: number;
  /** From its first character on; empty where there is none. */
  readonly text: string;
  /** Where each unit of `text` stands in the line. */
  readonly places: Uint32Array;
  readonly opens: boolean;
  readonly hasClauses: boolean;
  /** A blank stands before its first character. */
  readonly indented: boolean;
  readonly beginsInDigit: boolean;
  readonly endsInDigit: boolean;
}

/** Lines of prose are longer than those of tables, and few. */
const lineRead = byText(512, 600, (raw): LineRead => {
  const folded = fold(raw);
  const places = new Uint32Array(2 * raw.length);
  const codes = new Uint16Array(places.length);
  let leading = 0;
  let length = 0;
  let lastClass = 0;
  let blank = false;
  let opens = false;
  let indented = false;
  let hasClauses = false;
  const add = (code: number, at: number, own: number): void => {
    places[length] = at;
    codes[length++] = code;
    lastClass = own;
  };
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const own = CLASS[code]!;
    if (own === SEPARATOR || raw.charCodeAt(at) === TAB) {
      if (length === 0) leading++;
      else add(NEWLINE, at, own);
    } else if (own === BLANK) blank = true;
    else if (length === 0 && matchAt(PAGE_NUMBER, folded, at)) break;
    else if (own !== LEFT_OUT) {
      if (length === 0) {
        opens = matchAt(OPENING, folded, at);
        indented = blank;
      } else if (blank && own === DIGIT && lastClass === DIGIT) add(NEWLINE, at, 0);
      // The comma of a sentence is not the one in 1,234.
      const read = raw.charCodeAt(at) === WIDE_COMMA ? WIDE_COMMA : code;
      hasClauses ||= CLAUSE_MARKS.has(read);
      add(read, at, own);
      blank = false;
    }
  }
  const text = stringOf(codes.subarray(0, length));
  return { leading, text, places: places.slice(0, length), opens, hasClauses, indented, beginsInDigit: CLASS[text.charCodeAt(0)] === DIGIT, endsInDigit: lastClass === DIGIT };
});

function matchAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The characters that are read, and where those stand that are no `\n`. */
export interface RunningText {
  /** `\n` where what is beside it is not joined: between cells (`|`, tabs, tags), round headings and tables, between two numbers. */
  readonly text: string;
  /** The offset in the slice of the unit at `index` of `text`. */
  placeOf(index: number): number;
}

/** A line in the text that is read. */
interface Piece {
  /** Where it begins there, and in the slice. */
  readonly at: number;
  readonly start: number;
  readonly line: LineRead;
}

/** The characters of `raw` from `begin` on and outside `tables`. Marks of quotation and emphasis are left out. */
export function runningText(raw: string, begin: number, tables: readonly Span[]): RunningText {
  const pieces: Piece[] = [];
  let text = '';
  let endsInDigit = false;
  const read = (from: number, to: number): void => {
    /** Where a line that opens something begins in the text that is read, and whether it is none of several clauses. */
    let opening: { readonly at: number; readonly hasClauses: boolean } | undefined;
    let isFirst = true;
    for (const cursor = new LineCursor(to === raw.length ? raw : raw.slice(0, to), from); cursor.next(); isFirst = false) {
      const line = lineRead(raw.slice(cursor.start, cursor.end));
      if (line.leading > 0) {
        text += '\n'.repeat(line.leading);
        endsInDigit = false;
      }
      if (line.text === '') continue;
      if (line.opens || (opening && text.length - opening.at <= HEADING && !opening.hasClauses) || (line.beginsInDigit && endsInDigit && (line.indented || !isFirst))) text += '\n';
      opening = line.opens ? { at: text.length, hasClauses: line.hasClauses } : undefined;
      pieces.push({ at: text.length, start: cursor.start, line });
      text += line.text;
      ({ endsInDigit } = line);
    }
  };
  let from = begin;
  for (const table of tables) {
    if (table.start < from) continue;
    read(from, table.start);
    text += '\n';
    endsInDigit = false;
    from = table.end;
  }
  read(from, raw.length);
  return { text, placeOf: (index) => placeIn(pieces, index) };
}

function placeIn(pieces: readonly Piece[], index: number): number {
  const { at, start, line } = pieces[lastFrom(pieces, index, (piece) => piece.at)]!;
  return start + line.places[index - at]!;
}
