/** Whether a line can hold a heading at all: a cheap test that nearly every line fails, by its first characters. */
import { isIdeograph } from '../text/ideograph';
import { KNOWN_TITLES } from './sectionTitles';

/** Longer lines may hold headings anywhere and in any order: a report pasted as one line. */
export const LONG_LINE = 240;

/** What the first character of a line may begin; every other character begins no heading. */
const enum Start {
  None,
  Space,
  /** A Markdown mark or a letter that OCR made of a stroke. */
  Mark,
  /** What a page shows where its numbers were made by itself; • is among the spaces. */
  Bullet,
  Digit,
  /** 一 … 十 and 第. */
  Ordinal,
  Title,
}

/** By raw character, radicals and full-width digits included. */
const STARTS = new Uint8Array(0x10000);
const startsWith = (start: Start, characters: string): void => {
  for (const character of characters) STARTS[character.charCodeAt(0)] = start;
};
// Every character that folds to a space is here; that some others of their block are does no harm in a first test.
startsWith(Start.Space, '\u0085\u00a0\u00ad\u1680\u180e\u3000\ufeff');
STARTS.fill(Start.Space, 0, 0x21);
STARTS.fill(Start.Space, 0x2000, 0x2070);
startsWith(Start.Mark, '#*>lI');
startsWith(Start.Bullet, '-－·●');
startsWith(Start.Digit, '0123456789０１２３４５６７８９');
startsWith(Start.Ordinal, '一二三四五六七八九十第⼀⼆⼋⼗');
startsWith(Start.Title, `總⾏⼯${KNOWN_TITLES.map(({ key }) => key[0]).join('')}`);

/** So far into a line the mark of a broken ordinal stands: behind two strokes and a blank. */
const FARTHEST_MARK = 4;

const SHORTEST_TITLE = Math.min(...KNOWN_TITLES.map(({ key }) => key.length));

/** Whether the line `text[start, end)` can hold a heading at all: a cheap test that nearly every line fails. */
export function mayHoldHeading(text: string, start: number, end: number): boolean {
  if (end - start > LONG_LINE) return true;
  let at = skipSpaces(text, start, end);
  if (at < end && STARTS[text.charCodeAt(at)] === Start.Bullet) at = skipSpaces(text, at + 1, end);
  switch (at < end ? STARTS[text.charCodeAt(at)] : Start.None) {
    case Start.Mark:
      return true;
    case Start.Title:
      return end - at >= SHORTEST_TITLE;
    case Start.Ordinal: {
      // `一是…`, `二〇二四年…`, `第二十条…`: a mark or a blank ends the ordinal of a heading, or its title follows.
      do at++;
      while (at < end && STARTS[text.charCodeAt(at)] === Start.Ordinal);
      return at < end && (!isIdeograph(text.charCodeAt(at)) || text[at] === '部' || text[at] === '丶' || STARTS[text.charCodeAt(at)] === Start.Title);
    }
    case Start.Digit: {
      // `1.属于国家秘密`, and the numbers of a table.
      do at++;
      while (at < end && STARTS[text.charCodeAt(at)] === Start.Digit);
      at = skipSpaces(text, at, end);
      if (at >= end || !'、.．'.includes(text[at]!)) return false;
      at = skipSpaces(text, at + 1, end);
      return at < end && STARTS[text.charCodeAt(at)] === Start.Title;
    }
    default:
      return mayBeBroken(text, at, end);
  }
}

/** Whether a mark stands so near that what is before it may have been an ordinal, and a title behind it. */
function mayBeBroken(text: string, start: number, end: number): boolean {
  let mark = start;
  while (mark < start + FARTHEST_MARK && text[mark] !== '、') mark++;
  return mark < Math.min(end, start + FARTHEST_MARK) && STARTS[text.charCodeAt(skipSpaces(text, mark + 1, end))] === Start.Title;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && STARTS[text.charCodeAt(at)] === Start.Space) at++;
  return at;
}
