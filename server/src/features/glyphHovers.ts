/** What is told of an odd character. */
import type { Analysis } from '../analysis/analyse';
import { glyphsOf } from '../rules/glyphs';
import { glyphCompatibility } from '../rules/glyph/compatibility';
import { glyphControl, NAMES as CONTROL_NAMES } from '../rules/glyph/control';
import { glyphInvisible, NAMES as INVISIBLE_NAMES } from '../rules/glyph/invisible';
import { glyphPrivateUse } from '../rules/glyph/private-use';
import { glyphRadical } from '../rules/glyph/radical';
import { glyphReplacement } from '../rules/glyph/replacement';
import { glyphWidth } from '../rules/glyph/width';
import type { TextRule } from '../rules/rule';
import { codePointName, type GlyphKind, widthAt } from '../text/glyphs';
import { type Radical, radicalAt } from '../text/radicals';
import { lastFrom } from '../text/search';
import { shift, span, type Text } from '../text/span';
import { sliceAt } from './cellAt';
import { line, title, type Told } from './told';
import { readable } from './readable';

/** The rules that find them. Spaces of odd widths are left out, and the full-width stop: most of them are as they should be. */
const GLYPH_RULES: Readonly<Record<Exclude<GlyphKind, 'space'>, TextRule>> = {
  radical: glyphRadical,
  compatibility: glyphCompatibility,
  privateUse: glyphPrivateUse,
  replacement: glyphReplacement,
  invisible: glyphInvisible,
  control: glyphControl,
  width: glyphWidth,
};

const NAMES: Readonly<Record<string, Text>> = { ...CONTROL_NAMES, ...INVISIBLE_NAMES };

/** Of the odd character at `offset`, what it is and why that matters. */
export function glyphTold(analysis: Analysis, offset: number): Told | undefined {
  const slice = sliceAt(analysis, offset);
  if (!slice) return undefined;
  const { text: own } = slice.syntax;
  for (const [kind, rule] of Object.entries(GLYPH_RULES) as [GlyphKind, TextRule][]) {
    const offsets = glyphsOf(slice.syntax, kind);
    const at = offsets[lastFrom(offsets, offset - slice.start, (each) => each)];
    if (at === undefined || at + widthAt(own, at) <= offset - slice.start || own[at] === '．') continue;
    const glyph = shift(span(at, at + widthAt(own, at)), slice.start);
    const { title: name, why } = rule.docs;
    const shown = characterInWords(own, at);
    return { span: glyph, lines: [title({ zh: `${shown.zh} · ${name.zh}`, en: `${shown.en} · ${name.en}` }), line(why)] };
  }
  return undefined;
}

/** `⾒ U+2F92 → 见`, `U+200B 零宽空格` */
function characterInWords(own: string, at: number): Text {
  const character = String.fromCodePoint(own.codePointAt(at)!);
  const code = codePointName(own, at);
  const name = NAMES[character];
  if (name) return { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` };
  const radical = radicalAt(own.charCodeAt(at));
  const target = radical ? (isReplaced(radical) ? radical.target : undefined) : ordinaryOf(character);
  const shown = [readable(character) === '' ? '' : character, code, ...(target === undefined ? [] : ['→', target])].filter(Boolean).join(' ');
  return { zh: shown, en: shown };
}

/** The others look like their targets, or are parts of them, and are left as they are. */
const isReplaced = ({ class: own }: Radical): boolean => own === 'same' || own === 'traditional';

/** What a character that is encoded twice, or for another width, is written with; undefined: itself, or nothing else. */
function ordinaryOf(character: string): string | undefined {
  const ordinary = character.normalize('NFKC');
  return ordinary === character ? undefined : ordinary;
}
