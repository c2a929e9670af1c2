/**
 * Section headings: an ordinal and a title the form knows.
 *
 * Ten lines of every report begin with `X、`, and only six of them are headings (`一、本年新收…` is a table row), so a heading
 * is recognised by its title, after folding; the ordinal only helps. Recognition looks at one line, and in mid-line at the
 * heading that the line stands under, and at nothing else: that is what lets an edit be checked against its own line.
 */
import { editDistance } from '../text/distance';
import { fold, matchKey } from '../text/fold';
import { byText } from '../text/recent';
import { readOrdinal } from '../text/ordinals';
import { type Span, span } from '../text/span';
import type { HeadingSyntax } from './types';

/** The six sections of the form, in order. */
export const SECTION_IDS = ['overview', 'proactiveDisclosure', 'requests', 'reviewAndLitigation', 'problemsAndImprovements', 'otherMatters'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

interface SectionTitle {
  readonly id: SectionId;
  readonly title: string;
  /** Wordings that serious organs print; not the form's own, but nobody is misled. */
  readonly variants: readonly string[];
  /** What a misspelt title must still say to be taken for this one. */
  readonly gist: RegExp;
}

/** What joins the two remedies where a title names both; a point is left out of every comparison, and may be missing. */
const JOINTS = ['、', '和', '及', '与'] as const;
/** Article 50's own words for section 四 and what organs make of them. */
const remedyTitles = (own: string, second: string): string[] => JOINTS.flatMap((joint) => [`${own}行政复议${joint}${second}行政诉讼情况`, `${own}行政复议${joint}${second}行政诉讼的情况`]);

/** The same six titles in both editions; source: 国办公开办函〔2021〕30号, 〔2019〕60号; variants from published reports. */
export const SECTION_TITLES: readonly SectionTitle[] = [
  { id: 'overview', title: '总体情况', variants: ['总体概况', '总体工作情况', '工作总体情况', '政府信息公开总体情况', '政府信息公开工作总体情况'], gist: /总体|总情况|体情况/ },
  {
    id: 'proactiveDisclosure',
    title: '主动公开政府信息情况',
    variants: ['行政机关主动公开政府信息情况', '行政机关主动公开政府信息的情况', '主动公开政府信息的情况', '主动公开政府信息工作情况'],
    gist: /主动|公开政府信息情况/,
  },
  {
    id: 'requests',
    title: '收到和处理政府信息公开申请情况',
    variants: ['行政机关收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请的情况', '收到和处理政府信息公开申请的情况'],
    gist: /收到|处理.*申请/,
  },
  {
    id: 'reviewAndLitigation',
    title: '政府信息公开行政复议、行政诉讼情况',
    variants: [
      ...['因政府信息公开工作被申请', '因政府信息公开被申请', '因政府信息公开申请', '政府信息公开工作被申请', '政府信息公开被申请'].flatMap((own) => remedyTitles(own, '提起')),
      ...remedyTitles('政府信息公开', '').filter((title) => title !== '政府信息公开行政复议、行政诉讼情况'),
    ],
    gist: /复议|诉讼/,
  },
  {
    id: 'problemsAndImprovements',
    title: '存在的主要问题及改进情况',
    variants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '政府信息公开工作中存在的主要问题及改进情况',
      '工作中存在的主要问题及改进情况',
      '存在的主要问题及下一步改进情况',
      '工作存在的主要问题及改进情况',
      '存在的主要问题及整改措施',
      ...['存在问题', '存在的问题', '存在的主要问题'].flatMap((problems) => ['及改进情况', '及改进措施', '和改进情况', '和改进措施'].map((improvements) => problems + improvements)).filter((title) => title !== '存在的主要问题及改进情况'),
    ],
    gist: /问题|改进|整改/,
  },
  { id: 'otherMatters', title: '其他需要报告的事项', variants: ['需要报告的其他事项', '其他需要报告事项', '其他需报告事项', '其他需报告的事项', '其他需要报告的事项说明'], gist: /报告|其他需要/ },
];

/** 1–6. */
export function sectionOrdinal(id: SectionId): number {
  return SECTION_IDS.indexOf(id) + 1;
}

export function sectionTitle(id: SectionId): string {
  return SECTION_TITLES[sectionOrdinal(id) - 1]!.title;
}

interface KnownTitle {
  readonly id: SectionId;
  readonly key: string;
  readonly match: 'official' | 'variant';
  readonly gist: RegExp;
}

/** Longest first, so that a title is not cut where a longer one fits. */
const KNOWN: readonly KnownTitle[] = SECTION_TITLES.flatMap(({ id, title, variants, gist }): KnownTitle[] => [
  { id, key: matchKey(title), match: 'official', gist },
  ...variants.map((variant) => ({ id, key: matchKey(variant), match: 'variant' as const, gist })),
]).sort((a, b) => b.key.length - a.key.length);

const MAX_TITLE = 48;
/** Longer lines may hold headings anywhere and in any order: a report pasted as one line. */
export const LONG_LINE = 240;

// Folded text. Markdown marks, a bullet in place of an automatic number, stray letters of OCR (`l六、`), then `三、` `三.` `3.` `第三部分` or nothing.
const LEADING = /^[\s#*>]*(?:[-·•●]\s*)?[a-z]?\s*/i;
const ORDINAL = /^(?:第?([一二三四五六七八九十]{1,2})(?:部分\s*[、.,:;]?|\s*[、.,:;·丶﹑'`]{1,2}|(?=\s))\s*|(\d{1,2})\s*[、.]\s*)/;
/** Before a whole title: an ordinal that lost its mark, or the mark behind what OCR makes of an ordinal: nothing, a stroke or two, a character like it. */
const BROKEN_ORDINAL = /^(?:([一二三四五六])|(?:[^\s\p{L}\p{N}]{0,2}|[lI工囗口囚皿叫王正玉大穴兀亢])\s*、\s*)(?=\p{L})/u;
/** `一、总体情况……1`, `一、总体情况  1`, `一、总体情况  第1页`: a table of contents. */
const CONTENTS_TAIL = /^(?:(?=.*(?:[.·]{2}|…))[.…·\s\d-]+|\s+\d{1,3}\s*|[.…·\s-]*第\s*\d{1,3}\s*页\s*)$/;
/** `一、2024年总体情况`: the year says no more than the report's title does. */
const YEAR_BEFORE = /^(?:20\d{2}\s*年度?|本年度?)\s*/;
/** What may stand behind a title that ends its line. */
const ENDS_LINE = /^[\s。.:;*#]*$/;
/** `（续）`: the heading of a table printed again on the next page. */
const CONTINUED_TAIL = /^\s*\(?(?:续表?|接上页)\)?\s*$/;
/** `六、其他需要报告的事项无`: the whole text of a section behind its heading. */
const NOTHING_TAIL = /^[\s。.:;(]*(?:暂无|没有|无)[\s。.)]*$/;
/** Behind a title without a number: the end of the sentence that names the sections, broken before the last. */
const SENTENCE_END = /^\s*[。;]$/;
/** A topic that a stop ends, with the text of an item behind it. */
const ITEM_TEXT = /^\s*。\s*\S/;
/** `一、我局政府信息公开总体情况`: whose section it is, before a title. */
const OWNER = /^(?:[我本全](?:[局委办厅院部省市县区旗州盟镇乡街]|街道|机关|单位|部门|系统)|各级行政机关)的?/;
/** `（单位：件）`, `（概述）`: what may be said of a section behind its title. */
const NOTE_TAIL = /^\s*(?:\(\s*单位\s*:\s*\p{Script=Han}{1,4}(?:[、,/]\p{Script=Han}{1,4}){0,2}\s*\)|\(?概述\)?)[\s:]*$/u;
const INLINE_ORDINAL = /[一二三四五六]\s?、\s?/g;
/** How much of a long line is looked at after an ordinal, and before it. */
const INLINE_REACH = 60;
const REACH_BACK = 6;

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
startsWith(Start.Title, `總⾏⼯${KNOWN.map(({ key }) => key[0]).join('')}`);

/** So far into a line the mark of a broken ordinal stands: behind two strokes and a blank. */
const FARTHEST_MARK = 4;

const SHORTEST_TITLE = Math.min(...KNOWN.map(({ key }) => key.length));

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
      return at < end && (!isHan(text.charCodeAt(at)) || text[at] === '部' || text[at] === '丶' || STARTS[text.charCodeAt(at)] === Start.Title);
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

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** The headings in `line` (without its line end), with spans relative to the line. One of usual length must begin with the first. */
export function findHeadings(line: string): readonly HeadingSyntax[] {
  return line.length > LONG_LINE ? headingsIn(fold(line)) : headingsOpening(line);
}

/** Headings and labels with an ordinal are the same few lines in every report. */
const headingsOpening = byText(4096, LONG_LINE, (line): readonly HeadingSyntax[] => {
  const folded = fold(line);
  const first = headingAt(folded, 0);
  const others = first && following(folded, first.span.end, sectionOrdinal(first.id));
  return first && others ? [first, ...others] : [];
});

/** Before an ordinal in mid-line: the title behind it is only named, in a sentence. */
const NAMING = /[,:;、《"(和及括为由]\s*$|(?<!意)见\s*$/;
/** `现将有关情况报告如下: 一、总体情况`: what the words announce is the report itself. */
const ANNOUNCING = /如下[:,]\s*$/;
/** Behind a title: the next one, as in a list of them. */
const LISTED = /^.{0,6}[一二三四五六]\s?、/;
/** A heading in a line of usual length stands behind a stop or a blank, and its title is followed by either, or by its text's first words. */
const BEHIND_STOP = /[\s。.!?]$/;
const BEFORE_TEXT = /^(?:$|[\s。.:(\d无])/;

/**
 * The headings that stand inside a line of usual length, which begins with none, since the line ends before them were lost. `after` is
 * the heading it stands under: each must be the next of the form, with its number and a whole title.
 */
export function findFollowing(line: string, after: SectionId | undefined): readonly HeadingSyntax[] {
  return following(fold(line), 0, after ? sectionOrdinal(after) : 0) ?? [];
}

/** The headings in `folded` from `from` on that follow that of number `last`; undefined for a table of contents. */
function following(folded: string, from: number, last: number): HeadingSyntax[] | undefined {
  const headings: HeadingSyntax[] = [];
  for (const { 0: mark, index } of folded.matchAll(INLINE_ORDINAL)) {
    if (index < from || readOrdinal(mark[0]!) !== last + 1) continue;
    const title = knownPrefix(folded.slice(index + mark.length));
    if (!title || sectionOrdinal(title.id) !== last + 1) continue;
    const before = folded.slice(from, index);
    const end = index + mark.length + title.length;
    const behind = folded.slice(end);
    if (CONTENTS_TAIL.test(before)) return undefined;
    const opens = ANNOUNCING.test(before) || (BEHIND_STOP.test(before) && !NAMING.test(before));
    // A list of the sections begins with the first.
    if (!opens || !BEFORE_TEXT.test(behind) || (last === 0 && LISTED.test(behind))) continue;
    headings.push(headingAt(folded.slice(index, end), index)!);
    from = end;
    last++;
  }
  return headings;
}

/** The headings in a long line. */
function headingsIn(folded: string): HeadingSyntax[] {
  const headings: HeadingSyntax[] = [];
  for (const { index } of folded.matchAll(INLINE_ORDINAL)) {
    // `包括一、总体情况，二、…` names the sections; a heading stands after a stop or a number, not after a comma or colon.
    const before = folded.slice(Math.max(0, index - REACH_BACK), index);
    const announced = ANNOUNCING.test(before);
    if (!announced && NAMING.test(before)) continue;
    const length = inlineLength(folded.slice(index, index + INLINE_REACH));
    const behind = folded.slice(index + length, index + length + 9);
    if (length === 0 || /^\s{0,2}[,;、》"]/.test(behind) || (announced && LISTED.test(behind))) continue;
    const heading = headingAt(folded.slice(index, index + length), index);
    if (heading) headings.push(heading);
  }
  return headings;
}

/** How much of `folded`, which starts with an ordinal and goes on in mid-line, is a heading; 0 if it starts with none. */
function inlineLength(folded: string): number {
  const from = ORDINAL.exec(folded)?.[0].length ?? 0;
  const rest = folded.slice(from);
  const known = knownPrefix(rest);
  if (known) return from + known.length;
  const next = rest.search(INLINE_ORDINAL);
  for (const ending of rest.slice(0, next < 0 ? MAX_TITLE : Math.min(next, MAX_TITLE)).matchAll(/情况|事项|措施/g)) {
    const length = ending.index + ending[0].length;
    if (similarTitle(rest.slice(0, length), INLINE_DISTANCE)) return from + length;
  }
  return 0;
}

/** Reads `folded` as a heading from its start; `offset` is added to the spans. */
function headingAt(folded: string, offset: number): HeadingSyntax | undefined {
  return brokenHeading(folded, offset) ?? numberedHeading(folded, offset);
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
  // `三、主动公开政府信息情况。全年公开20条。`: with another number, an item of a list that begins with its topic.
  if (!found) return undefined;
  const tail = rest.slice(found.length);
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

interface TitleMatch {
  readonly id: SectionId;
  readonly match: HeadingSyntax['match'];
  /** How much of the text is the title, in UTF-16 units. */
  readonly length: number;
}

/** The section that `rest` (folded, after the ordinal) names, with what follows told apart. */
function matchTitle(rest: string, hanOrdinal: boolean): TitleMatch | undefined {
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
function knownPrefix(rest: string): TitleMatch | undefined {
  for (const { id, key, match } of KNOWN) {
    const length = keyPrefixLength(rest, key);
    if (length > 0) return { id, match, length };
  }
  return undefined;
}

/** How many units of `text` spell `key` from the start, or 0. */
function keyPrefixLength(text: string, key: string): number {
  let at = 0;
  for (const char of key) {
    while (at < text.length && text[at] !== char && !isHan(text.charCodeAt(at)) && /[^\p{L}\p{N}]/u.test(text[at]!)) at++;
    if (text[at] !== char) return 0;
    at++;
  }
  return at;
}

/** Behind a title in its own line, so many characters are still words of a heading, and more are its text. */
const MOST_ADDED = 4;

/** How much of `rest` is a title, without the marks and blanks it ends with. */
const titleLength = (rest: string): number => rest.replace(/(?<![\s。.:;*#])[\s。.:;*#]+$/, '').length;

/** In mid-line, where the end of a title is not known, only so many characters may be wrong. */
const INLINE_DISTANCE = 2;

/** A title with a few characters wrong: at most a quarter of them, and clearly nearer to one section than to another. */
function similarTitle(rest: string, most = Infinity): TitleMatch | undefined {
  const key = matchKey(rest);
  if (key.length < 3) return undefined;
  let best: { id: SectionId; distance: number } | undefined;
  let second = Infinity;
  for (const known of KNOWN) {
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
