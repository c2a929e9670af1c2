/**
 * Text decoded with the wrong encoding, or taken from a PDF whose fonts say wrongly which characters their glyphs are.
 *
 * Only what can't be anything else counts: a dense run of characters that neither simplified nor traditional texts use,
 * but that UTF-8 read as GBK is full of; Latin letters in the pattern of Chinese bytes; a row of replacement characters.
 */
import type { Span } from './span';

export interface Mojibake {
  /** The first run. */
  readonly span: Span;
  /** `lost`: decoding again can't help. `font`: characters stand for others here and there, digits for punctuation among them. */
  readonly cause: 'encoding' | 'lost' | 'font';
  /** The encoding that the text was written in, where that is the cause. */
  readonly encoding?: 'UTF-8' | 'GB18030';
}

/** The commonest characters of Chinese UTF-8 read as GBK that ordinary texts have no use for. */
const TELLTALE = '锛銆鍏鏀斂紝鍔伅鍙鎭佹簻鐢悊呭鏂鐨綔叧鏉撴姟鍖殑鏁鎯灉鏄閲竴绗鎶鐩叕勭嗗夋叏岀鐞綋埗粬眰瓑炲湰氭彂鎸鎻氱変闂簲眬儏鍦笟姙叾緥尯硶噺鐜鎺鍥鍒鍐堝柊戠喌傚笉';
/** What Windows-1252 makes of the bytes 80–BF, and Latin-1 too. */
const TRAIL = '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]';

/** By UTF-16 unit: whether it occurs in garbled text only, or nearly so. Most texts hold none. */
const HINT = new Uint8Array(0x10000).fill(1, 0xc0, 0xd7).fill(1, 0xd8, 0xf7).fill(1, 0xf8, 0x250);
for (const char of `${TELLTALE}\ufffd锟`) HINT[char.charCodeAt(0)] = 1;

const UTF8_AS_GBK = new RegExp(`[${TELLTALE}](?:[^\\n\\r${TELLTALE}]{0,12}[${TELLTALE}]){3,}`);
const UTF8_AS_LATIN = new RegExp(`(?:[\\u00e3-\\u00e9\\u00ef]${TRAIL}{2}){4,}`);
const GBK_AS_LATIN = /(?:[\u00b0-\u00f7][\u00a1-\u00fe]){6,}/g;
const GBK_AS_UTF8 = /\ufffd(?:[^\n\r\ufffd]{0,3}\ufffd){7,}/;
/** Replacement characters saved as UTF-8 and read as GBK. */
const LOST = /(?:锟斤拷)+/;

const LETTER = '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';
const IDEOGRAPH = '\\u2e80-\\u2fdf\\u3400-\\u9fff';
/** A letter beside an ideograph that is no letter of a word. */
const STRAY = new RegExp(`(?<=[${IDEOGRAPH}])[${LETTER}](?![a-z${LETTER}])|(?<![a-z${LETTER}])[${LETTER}](?=[${IDEOGRAPH}])`, 'gi');

/** The first run of garbled text in `text`. */
export function findMojibake(text: string): Mojibake | undefined {
  if (!hasHint(text)) return undefined;
  const found = [
    run(LOST.exec(text), { cause: 'lost' }),
    run(UTF8_AS_GBK.exec(text), { cause: 'encoding', encoding: 'UTF-8' }),
    run(UTF8_AS_LATIN.exec(text), { cause: 'encoding', encoding: 'UTF-8' }),
    run(gbkAsLatin(text), { cause: 'encoding', encoding: 'GB18030' }),
    run(GBK_AS_UTF8.exec(text), { cause: 'encoding', encoding: 'GB18030' }),
    ofFont(text),
  ];
  return found.find((mojibake) => mojibake !== undefined);
}

function hasHint(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (HINT[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** The match with the characters around it that are garbled too. */
function run(match: RegExpExecArray | undefined | null, why: Omit<Mojibake, 'span'>): Mojibake | undefined {
  if (!match) return undefined;
  const before = /[^\0-\x7f]{0,40}$/.exec(match.input.slice(Math.max(0, match.index - 40), match.index))![0].length;
  const end = match.index + match[0].length;
  const after = /^[^\0-\x7f]{0,40}/.exec(match.input.slice(end, end + 40))![0].length;
  return { span: { start: match.index - before, end: end + after }, ...why };
}

/** So many letters beside ideographs, of so many kinds, are no slip of a hand. */
const FEWEST_STRAY = 4;
const FEWEST_KINDS = 2;

/** The first of the letters that stand among Chinese words as if they were characters of these. */
function ofFont(text: string): Mojibake | undefined {
  const stray = [...text.matchAll(STRAY)];
  if (stray.length < FEWEST_STRAY || new Set(stray.map(([letter]) => letter)).size < FEWEST_KINDS) return undefined;
  const start = stray[0]!.index;
  return { span: { start, end: start + 1 }, cause: 'font' };
}

/** Pairs of Latin-1 characters; a leader of dots or a number masked as `××××` repeats itself, text does not. */
function gbkAsLatin(text: string): RegExpExecArray | undefined {
  for (const match of text.matchAll(GBK_AS_LATIN)) {
    if (new Set(match[0].match(/[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00fe]/g)).size >= 4) return match;
  }
  return undefined;
}
