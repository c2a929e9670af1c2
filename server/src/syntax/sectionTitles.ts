/** Which section the words behind an ordinal name: its title, one of its wordings, or a misspelt one, with what may stand behind it told apart. */
import { editDistance } from '../text/distance';
import { matchKey } from '../text/fold';
import { isIdeograph } from '../text/ideograph';
import { SECTION_TITLES, type SectionId } from './sections';
import type { HeadingSyntax } from './types';

interface KnownTitle {
  readonly id: SectionId;
  readonly key: string;
  readonly match: 'official' | 'variant';
  readonly gist: RegExp;
}

/** Longest first, so that a title is not cut where a longer one fits. */
export const KNOWN_TITLES: readonly KnownTitle[] = SECTION_TITLES.flatMap(({ id, title, variants, gist }): KnownTitle[] => [
  { id, key: matchKey(title), match: 'official', gist },
  ...variants.map((variant) => ({ id, key: matchKey(variant), match: 'variant' as const, gist })),
]).sort((a, b) => b.key.length - a.key.length);

export const MAX_TITLE = 48;

/** `一、总体情况……1`, `一、总体情况  1`, `一、总体情况  第1页`: a table of contents. */
export const CONTENTS_TAIL = /^(?:(?=.*(?:[.·]{2}|…))[.…·\s\d-]+|\s+\d{1,3}\s*|[.…·\s-]*第\s*\d{1,3}\s*页\s*)$/;
/** `一、2024年总体情况`: the year says no more than the report's title does. */
const YEAR_BEFORE = /^(?:20\d{2}\s*年度?|本年度?)\s*/;
/** What may stand behind a title that ends its line. */
export const ENDS_LINE = /^[\s。.:;*#]*$/;
/** `（续）`: the heading of a table printed again on the next page. */
const CONTINUED_TAIL = /^\s*\(?(?:续表?|接上页)\)?\s*$/;
/** `六、其他需要报告的事项无`: the whole text of a section behind its heading. */
const NOTHING_TAIL = /^[\s。.:;(]*(?:暂无|没有|无)[\s。.)]*$/;
/** `一、我局政府信息公开总体情况`: whose section it is, before a title. */
const OWNER = /^(?:[我本全](?:[局委办厅院部省市县区旗州盟镇乡街]|街道|机关|单位|部门|系统)|各级行政机关)的?/;
/** `（单位：件）`, `（概述）`: what may be said of a section behind its title. */
const NOTE_TAIL = /^\s*(?:\(\s*单位\s*:\s*\p{Script=Han}{1,4}(?:[、,/]\p{Script=Han}{1,4}){0,2}\s*\)|\(?概述\)?)[\s:]*$/u;

export interface TitleMatch {
  readonly id: SectionId;
  readonly match: HeadingSyntax['match'];
  /** How much of the text is the title, in UTF-16 units. */
  readonly length: number;
}

/** The section that `rest` (folded, after the ordinal) names, with what follows told apart. */
export function matchTitle(rest: string, hanOrdinal: boolean): TitleMatch | undefined {
  const year = hanOrdinal ? YEAR_BEFORE.exec(rest)?.[0].length : undefined;
  if (year === undefined) return matchBareTitle(rest, hanOrdinal);
  const found = matchBareTitle(rest.slice(year), hanOrdinal);
  return found && { ...found, match: found.match === 'official' ? 'variant' : found.match, length: year + found.length };
}

/** The same of a title without a year before it. */
function matchBareTitle(rest: string, hanOrdinal: boolean): TitleMatch | undefined {
  const prefix = knownPrefix(rest);
  if (prefix) {
    const tail = rest.slice(prefix.length);
    if (ENDS_LINE.test(tail)) return prefix;
    if (CONTENTS_TAIL.test(tail) || CONTINUED_TAIL.test(tail)) return undefined;
    if (NOTHING_TAIL.test(tail)) return prefix;
    if (hanOrdinal && NOTE_TAIL.test(tail)) return { ...prefix, match: 'variant', length: titleLength(rest) };
    // `六、其他需要报告的事项 无`, `一、总体情况2021年，我区…`: the heading is glued to its text.
    if (hanOrdinal && (/^[\s。.:;]/.test(tail) || matchKey(tail).length > MOST_ADDED)) return prefix;
    // `一、总体情况如下`: too little for a text, so it belongs to the title, however short that is. A digit may be a page's number.
    if (hanOrdinal && !/\d/.test(tail)) return { ...prefix, match: 'similar', length: titleLength(rest) };
  }
  if (!hanOrdinal || rest.length > MAX_TITLE || /[。;!?]./.test(rest)) return undefined;
  return ownedTitle(rest) ?? similarTitle(rest);
}

/** A whole title behind the words that say whose section it is. */
function ownedTitle(rest: string): TitleMatch | undefined {
  const from = OWNER.exec(rest)?.[0].length ?? 0;
  const title = from > 0 ? knownPrefix(rest.slice(from)) : undefined;
  if (!title) return undefined;
  const length = from + title.length;
  return titleLength(rest) === length ? { id: title.id, match: 'variant', length } : undefined;
}

/** The longest known title that `rest` starts with, spaces and punctuation inside it ignored. */
export function knownPrefix(rest: string): TitleMatch | undefined {
  for (const { id, key, match } of KNOWN_TITLES) {
    const length = keyPrefixLength(rest, key);
    if (length > 0) return { id, match, length };
  }
  return undefined;
}

/** How many units of `text` spell `key` from the start, or 0. */
function keyPrefixLength(text: string, key: string): number {
  let at = 0;
  for (const char of key) {
    while (at < text.length && text[at] !== char && !isIdeograph(text.charCodeAt(at)) && /[^\p{L}\p{N}]/u.test(text[at]!)) at++;
    if (text[at] !== char) return 0;
    at++;
  }
  return at;
}

/** Behind a title in its own line, so many characters are still words of a heading, and more are its text. */
const MOST_ADDED = 4;

/** How much of `rest` is a title, without the marks and blanks it ends with. */
const titleLength = (rest: string): number => rest.replace(/(?<![\s。.:;*#])[\s。.:;*#]+$/, '').length;

/** A title with a few characters wrong: at most a quarter of them, and clearly nearer to one section than to another. */
export function similarTitle(rest: string, most = Infinity): TitleMatch | undefined {
  const key = matchKey(rest);
  if (key.length < 3) return undefined;
  let best: { id: SectionId; distance: number } | undefined;
  let second = Infinity;
  for (const known of KNOWN_TITLES) {
    if (!known.gist.test(key)) continue;
    const limit = Math.min(most, Math.floor(Math.max(key.length, known.key.length) / 4));
    const distance = limit === 0 ? 1 : editDistance(key, known.key, limit);
    if (distance > limit) continue;
    if (!best || distance < best.distance) {
      if (best && best.id !== known.id) second = best.distance;
      best = { id: known.id, distance };
    } else if (known.id !== best.id && distance < second) second = distance;
  }
  if (!best || best.distance >= second) return undefined;
  return { id: best.id, match: 'similar', length: titleLength(rest) };
}
