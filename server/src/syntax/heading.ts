/** One heading, read from its beginning: an ordinal, which may be broken or lost, and a title. */
import { readOrdinal } from '../text/ordinals';
import { type Span, span } from '../text/span';
import { sectionOrdinal } from './sections';
import { ENDS_LINE, knownPrefix, matchTitle } from './sectionTitles';
import type { HeadingSyntax } from './types';

// Folded text. Markdown marks, a bullet in place of an automatic number, stray letters of OCR (`l六、`), then `三、` `三.` `3.` `第三部分` or nothing.
const LEADING = /^[\s#*>]*(?:[-·•●]\s*)?[a-z]?\s*/i;
const ORDINAL = /^(?:第?([一二三四五六七八九十]{1,2})(?:部分\s*[、.,:;]?|\s*[、.,:;·丶﹑'`]{1,2}|(?=\s))\s*|(\d{1,2})\s*[、.]\s*)/;
/** Before a whole title: an ordinal that lost its mark, or the mark behind what OCR makes of an ordinal: nothing, a stroke or two, a character like it. */
const BROKEN_ORDINAL = /^(?:([一二三四五六])|(?:[^\s\p{L}\p{N}]{0,2}|[lI工囗口囚皿叫王正玉大穴兀亢])\s*、\s*)(?=\p{L})/u;
/** Behind a title without a number: the end of the sentence that names the sections, broken before the last. */
const SENTENCE_END = /^\s*[。;]$/;
/** A topic that a stop ends, with the text of an item behind it. */
const ITEM_TEXT = /^\s*。\s*\S/;

/** Reads `folded` as a heading from its start; `offset` is added to the spans. */
export function headingAt(folded: string, offset: number): HeadingSyntax | undefined {
  return brokenHeading(folded, offset) ?? numberedHeading(folded, offset);
}

/** How much of `folded` is the ordinal it begins with, in UTF-16 units; 0 without one. */
export function ordinalLength(folded: string): number {
  return ORDINAL.exec(folded)?.[0].length ?? 0;
}

/** A heading that is nothing but a title behind an ordinal that can't be read, or has no mark. */
function brokenHeading(folded: string, offset: number): HeadingSyntax | undefined {
  const from = /^[\s#*>]*/.exec(folded)![0].length;
  const ordinal = BROKEN_ORDINAL.exec(folded.slice(from));
  if (!ordinal) return undefined;
  const ordinalEnd = from + ordinal[0].length;
  const title = knownPrefix(folded.slice(ordinalEnd));
  if (!title || !ENDS_LINE.test(folded.slice(ordinalEnd + title.length))) return undefined;
  const shifted = (start: number, end: number): Span => span(start + offset, end + offset);
  return {
    span: shifted(from, ordinalEnd + title.length),
    id: title.id,
    ordinal: ordinal[1] === undefined ? undefined : readOrdinal(ordinal[1]),
    ordinalSpan: shifted(from, from + ordinal[0].trimEnd().length),
    titleSpan: shifted(ordinalEnd, ordinalEnd + title.length),
    match: title.match,
  };
}

function numberedHeading(folded: string, offset: number): HeadingSyntax | undefined {
  const from = LEADING.exec(folded)![0].length;
  const ordinal = ORDINAL.exec(folded.slice(from));
  const ordinalEnd = from + (ordinal?.[0].length ?? 0);
  const rest = folded.slice(ordinalEnd).trimEnd();
  if (rest === '') return undefined;
  const found = matchTitle(rest, ordinal !== null && ordinal[2] === undefined);
  const number = ordinal ? (ordinal[2] ? Number(ordinal[2]) : readOrdinal(ordinal[1]!)) : undefined;
  if (!found) return undefined;
  const tail = rest.slice(found.length);
  // `三、主动公开政府信息情况。全年公开20条。`: with another number, an item of a list that begins with its topic.
  if (number === undefined ? SENTENCE_END.test(tail) : number !== sectionOrdinal(found.id) && ITEM_TEXT.test(tail)) return undefined;
  const ordinalStart = ordinal ? from : ordinalEnd;
  const ordinalText = ordinal ? ordinal[0].trimEnd() : '';
  const titleEnd = ordinalEnd + found.length;
  const shifted = (start: number, end: number): Span => span(start + offset, end + offset);
  return {
    span: shifted(ordinalStart, titleEnd),
    id: found.id,
    ordinal: number,
    ordinalSpan: shifted(ordinalStart, ordinalStart + ordinalText.length),
    titleSpan: shifted(ordinalEnd, titleEnd),
    match: found.match,
  };
}
