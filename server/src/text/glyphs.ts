/**
 * Characters that a report should not hold, by kind, found in one pass over a text.
 *
 * What counts as odd is decided here and nowhere else; the rules only decide what to say. Normal texts hold next to none
 * of these, so a pass is one table look-up a character.
 */
import { allRadicals } from './radicals';

export const GLYPH_KINDS = ['radical', 'compatibility', 'privateUse', 'replacement', 'invisible', 'control', 'space', 'width'] as const;

/**
 * - `radical`: Kangxi and CJK Supplement radicals;
 * - `compatibility`: ideographs encoded twice, which Unicode itself maps to the ordinary one;
 * - `privateUse`: code points without a public meaning;
 * - `replacement`: what is left of a character or picture that was lost: U+FFFD, U+FFFC, half a surrogate pair;
 * - `invisible`: characters without width and direction marks;
 * - `control`: control characters and line separators that are no line ends;
 * - `space`: spaces other than the ordinary one;
 * - `width`: full-width digits and the full-width full stop.
 */
export type GlyphKind = (typeof GLYPH_KINDS)[number];

/** Offsets of the first UTF-16 unit of each odd character, in order; a kind that does not occur is absent. */
export type Glyphs = { readonly [kind in GlyphKind]?: readonly number[] };

type Range = readonly [first: number, last: number];

const UNITS: Readonly<Record<Exclude<GlyphKind, 'radical'>, readonly Range[]>> = {
  compatibility: [[0xf900, 0xfa6d], [0xfa70, 0xfad9]],
  privateUse: [[0xe000, 0xf8ff]],
  replacement: [[0xfffc, 0xfffd]],
  invisible: [[0xad, 0xad], [0x61c, 0x61c], [0x180e, 0x180e], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfeff, 0xfeff], [0xfff9, 0xfffb]],
  control: [[0x00, 0x08], [0x0b, 0x0c], [0x0e, 0x1f], [0x7f, 0x9f], [0x2028, 0x2029], [0xfffe, 0xffff]],
  space: [[0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000]],
  width: [[0xff0e, 0xff0e], [0xff10, 0xff19]],
};

/** In the compatibility block by accident: real ideographs without another code. */
const UNIFIED = [0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29];

const SURROGATE = GLYPH_KINDS.length + 1;

/** By UTF-16 unit: 0, or 1 + the index of the kind, or `SURROGATE`. */
const CLASS = new Uint8Array(0x10000);
for (const [kind, ranges] of Object.entries(UNITS) as [GlyphKind, readonly Range[]][]) {
  for (const [first, last] of ranges) CLASS.fill(1 + GLYPH_KINDS.indexOf(kind), first, last + 1);
}
for (const code of allRadicals().keys()) CLASS[code] = 1 + GLYPH_KINDS.indexOf('radical');
for (const code of UNIFIED) CLASS[code] = 0;
CLASS.fill(SURROGATE, 0xd800, 0xe000);

/**
 * Of one kind no more are told, and that there are at least so many: no section comes near, and a binary file must not become a million
 * edits. Where fixes are applied until nothing is left, the next round finds the next ones.
 */
export const MOST_OF_A_KIND = 200_000;

/** The odd characters of `text`. */
export function glyphsIn(text: string): Glyphs {
  const found: { [kind in GlyphKind]?: number[] } = {};
  const add = (kind: GlyphKind, at: number): void => {
    const offsets = (found[kind] ??= []);
    if (offsets.length < MOST_OF_A_KIND) offsets.push(at);
  };
  for (let at = 0; at < text.length; at++) {
    const kindOfUnit = CLASS[text.charCodeAt(at)]!;
    if (kindOfUnit === 0) continue;
    if (kindOfUnit !== SURROGATE) add(GLYPH_KINDS[kindOfUnit - 1]!, at);
    else {
      const codePoint = text.codePointAt(at)!;
      const kind = kindBeyondBmp(codePoint);
      if (kind) add(kind, at);
      if (codePoint > 0xffff) at++;
    }
  }
  return found;
}

/** Whether the UTF-16 unit is a character that shows nothing: invisible or a control character. */
export function showsNothing(code: number): boolean {
  const kind = GLYPH_KINDS[CLASS[code]! - 1];
  return kind === 'invisible' || kind === 'control';
}

function kindBeyondBmp(codePoint: number): GlyphKind | undefined {
  if (codePoint <= 0xffff) return 'replacement';
  if (codePoint >= 0x2f800 && codePoint <= 0x2fa1d) return 'compatibility';
  if (codePoint >= 0xf0000) return 'privateUse';
  return codePoint >= 0xe0000 && codePoint <= 0xe007f ? 'invisible' : undefined;
}

/** `offsets` in runs that share a line. */
export function byLine(text: string, offsets: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const offset of offsets) {
    const group = groups.at(-1);
    if (group && !hasLineEnd(text, group.at(-1)!, offset)) group.push(offset);
    else groups.push([offset]);
  }
  return groups;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return true;
  }
  return false;
}

/** `U+2F2F` for the character at `offset`. */
export function codePointName(text: string, offset: number): string {
  return `U+${text.codePointAt(offset)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** How many UTF-16 units the character at `offset` has. */
export function widthAt(text: string, offset: number): 1 | 2 {
  return text.codePointAt(offset)! > 0xffff ? 2 : 1;
}
