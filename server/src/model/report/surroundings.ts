/** The sentence that a place of a slice is in, as a person reads it: over line ends, up to the next stop. */
import type { SectionSyntax } from '../../syntax/types';
import { foldedUnit } from '../../text/fold';
import { isIdeograph } from '../../text/ideograph';
import { squeeze, type Squeezed } from '../../text/squeeze';

/** How far around a place its sentence is read, in raw UTF-16 units: PDF text is a third blanks. */
const REACH_BEFORE = 120;
export const REACH_AFTER = 280;

export interface Surroundings {
  /** The words before the place, from the beginning of its sentence. */
  readonly before: string;
  /** The words after the place, to the end of its sentence. */
  readonly after: Squeezed;
  /** The place is the first word of a line that nothing shows to be broken there, or of what follows a heading. */
  readonly opensLine: boolean;
  /** The bracket or quotation mark that is open where the place is. */
  readonly within: string | undefined;
}

/** The words around `[start, end)` of a slice. */
export function surroundingsOf({ text, heading }: SectionSyntax, start: number, end: number): Surroundings {
  // The heading of a slice and the title of a report are sentences of their own.
  const from = sentenceStart(text, Math.max(start - REACH_BEFORE, heading?.span.end ?? 0), start);
  return {
    before: squeeze(text, from, start).text,
    after: squeeze(text, end, sentenceEnd(text, end, Math.min(text.length, end + REACH_AFTER))),
    opensLine: opensLine(text, start),
    within: openMark(text, Math.max(0, start - REACH_BEFORE), start),
  };
}

const STOPS = new Set([...'。!！?？'].map((stop) => stop.charCodeAt(0)));

/** Most of a text is none of the marks that are looked for. */
function isStop(code: number): boolean {
  return !isIdeograph(code) && STOPS.has(code);
}

/** Where the sentence that goes on at `to` begins: at `from`, behind a stop or behind a line that ends as a title does. */
function sentenceStart(text: string, from: number, to: number): number {
  let start = to;
  while (start > from && !isStop(text.charCodeAt(start - 1))) start--;
  const words = text.slice(start, to);
  return words.includes('报') ? start + (TITLE_LINE.exec(words)?.[0].length ?? 0) : start;
}

/** To the end of the last line that ends as a title does. */
const TITLE_LINE = /^[^]*(?:报告|年报)[^\S\r\n]*[\r\n]/;

function sentenceEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && !isStop(text.charCodeAt(end))) end++;
  return end;
}

/** How many blanks a line may begin with. */
const INDENT = 40;

function opensLine(text: string, at: number): boolean {
  const least = Math.max(0, at - INDENT);
  let start = at;
  while (start > least && foldedUnit(text.charCodeAt(start - 1)) === 0x20) start--;
  if (start === least) return true;
  return (text[start - 1] === '\n' || text[start - 1] === '\r') && !isBroken(text, start);
}

/** A line as long as those of a hard-wrapped text, with no mark at its end, goes on in the next. */
const BROKEN = /[^\r\n]{23}\p{L}[^\S\r\n]*(?:\r\n?|\n)$/u;
const BROKEN_REACH = 80;

/** Whether the line before the one that begins at `start` was only broken at its end. */
function isBroken(text: string, start: number): boolean {
  return BROKEN.test(text.slice(Math.max(0, start - BROKEN_REACH), start));
}

const MARKS = ['《》', '“”', '（）', '()', '〈〉', '【】', '「」'];
const OPENING = new Set(MARKS.map((pair) => pair.charCodeAt(0)));
const CLOSING = new Set(MARKS.map((pair) => pair.charCodeAt(1)));

/** The mark that `text` opens between `from` and `to` and does not close again. */
function openMark(text: string, from: number, to: number): string | undefined {
  let closed = 0;
  for (let at = to - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if (isIdeograph(code)) continue;
    if (CLOSING.has(code)) closed++;
    else if (OPENING.has(code)) {
      if (closed === 0) return text[at];
      closed--;
    }
  }
  return undefined;
}
