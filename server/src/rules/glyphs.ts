/** What the rules on odd characters share: one look at a slice for all of them, and edits that can't go wrong. */
import { mojibakeOf } from '../model/mojibake';
import { TAG } from '../syntax/layouts/html';
import type { SectionSyntax } from '../syntax/types';
import { fold } from '../text/fold';
import { byLine, codePointName, type GlyphKind, type Glyphs, glyphsIn, MOST_OF_A_KIND, showsNothing, widthAt } from '../text/glyphs';
import type { Edit, Span, Text } from '../text/span';
import type { Finding, Fix } from './rule';
import { andOthers } from './tableWords';

const memo = new WeakMap<SectionSyntax, Glyphs>();

/** Offsets of the odd characters of one kind. None in garbled text: there they are all one mistake. */
export function glyphsOf(section: SectionSyntax, kind: GlyphKind): readonly number[] {
  let glyphs = memo.get(section);
  if (!glyphs) {
    glyphs = glyphsIn(section.text);
    if (Object.keys(glyphs).length > 0 && mojibakeOf(section)) glyphs = {};
    memo.set(section, glyphs);
  }
  return glyphs[kind] ?? [];
}

/** Different characters that a message shows. */
const SHOWN = 3;
/** Lines that are listed with a finding, and places that are marked in the text; the message counts all of them. */
const MOST_LINES = 10;
const MOST_PLACES = 1000;

/**
 * One finding of a slice about all its places `spans`, of which there is at least one: at the first, with the lines of the
 * others beside it. A text out of a PDF has hundreds of odd characters, and its author made one mistake. `show` says what a
 * person reads of some of the places.
 */
export function gathered(text: string, spans: readonly Span[], show: (spans: readonly Span[]) => Text): Required<Pick<Finding, 'span' | 'related' | 'repeats'>> & { readonly where: Text } {
  const starts = new Map(spans.map((span) => [span.start, span]));
  const lines = byLine(text, [...starts.keys()]).map((line) => line.map((start) => starts.get(start)!));
  return {
    span: spans[0]!,
    related: lines.slice(1, MOST_LINES + 1).map((line) => ({ span: line[0]!, message: show(line) })),
    repeats: spans.slice(1, MOST_PLACES + 1).map((span) => ({ span, message: show([span]) })),
    where: lines.length === 1 ? { zh: '本行', en: 'This line has' } : { zh: `这一部分的 ${lines.length} 行中`, en: `${lines.length} lines of this section have` },
  };
}

/** The same of the odd characters at `offsets`; neighbours are one place. */
export function gatheredGlyphs(text: string, offsets: readonly number[], show: (offset: number) => Text): ReturnType<typeof gathered> {
  return gathered(text, spansAt(text, offsets), (spans) => listed(spans.flatMap((span) => offsetsIn(text, span)), show));
}

/** The first few offsets of characters in `span`. */
function offsetsIn(text: string, { start, end }: Span): number[] {
  const offsets: number[] = [];
  for (let at = start; at < end && offsets.length <= SHOWN; at += widthAt(text, at)) offsets.push(at);
  return offsets;
}

/** The first few different characters at `offsets` in words; `show` says what a person reads for one. */
export function listed(offsets: readonly number[], show: (offset: number) => Text): Text {
  if (offsets.length === 1) return show(offsets[0]!);
  const shown = new Map<string, Text>();
  for (const offset of offsets) {
    const text = show(offset);
    shown.set(text.zh, text);
    if (shown.size > SHOWN) break;
  }
  const first = [...shown.values()].slice(0, SHOWN);
  const more = shown.size > SHOWN;
  const zh = first.map((text) => text.zh).join('、');
  return { zh: more ? andOthers(zh) : zh, en: first.map(({ en }) => en).join(', ') + (more ? ', …' : '') };
}

/** `零宽空格 U+200B` where there is a name for the character, else only the code. */
export function named(text: string, names: Readonly<Record<string, Text>> = {}): (offset: number) => Text {
  return (offset) => {
    const code = codePointName(text, offset);
    const name = names[text[offset]!];
    return name ? { zh: `${name.zh} ${code}`, en: `${name.en} ${code}` } : { zh: code, en: code };
  };
}

/** `5` and `5 radicals`: Chinese has the measure word in the message, English needs the plural. What is not counted on is told as at least so many. */
export function counted(count: number, one: string, many: string): Text {
  const { zh, en } = count >= MOST_OF_A_KIND ? { zh: '至少 ', en: 'at least ' } : { zh: '', en: '' };
  return { zh: `${zh}${count}`, en: `${en}${count} ${count === 1 ? one : many}` };
}

/** The subject of a clause about some of those a message has told of: `其中 2 个` and `2 of them have`. */
export function some(count: number, of: number, [one, many]: readonly [string, string]): Text {
  if (count < of) return { zh: `其中 ${count} 个`, en: `${count} of them ${count === 1 ? one : many}` };
  return count === 1 ? { zh: '它', en: `It ${one}` } : { zh: '它们', en: `They ${many}` };
}

/** `⾒→见`, the same in both languages. */
export function pair(from: string, to: string | undefined): Text {
  const code = `U+${from.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = to === undefined ? `${from} ${code}` : `${from} ${code}→${to}`;
  return { zh: shown, en: shown };
}

/** `edits` in order, those that touch made one. */
export function joined(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last?.span.end === edit.span.start) {
      result[result.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: last.newText + edit.newText };
    } else result.push(edit);
  }
  return result;
}

/** The characters at `offsets` replaced one by one. */
export function replaced(text: string, offsets: readonly number[], by: (offset: number) => string): Edit[] {
  return joined(offsets.map((start) => ({ span: { start, end: start + widthAt(text, start) }, newText: by(start) })));
}

/** The characters at `offsets` in spans without gaps. */
export function spansAt(text: string, offsets: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const start of offsets) {
    const last = spans.at(-1);
    const end = start + widthAt(text, start);
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** At most so much of a line is looked at, so that a text of one long line is not read again for every character. */
const NEAR = 200;

/** The characters that a reader sees before and after `span`, empty at the ends of the text. */
export function neighbours(text: string, { start, end }: Span): readonly [string, string] {
  let before = start - 1;
  while (before >= start - NEAR && showsNothing(text.charCodeAt(before))) before--;
  let after = end;
  while (after < end + NEAR && showsNothing(text.charCodeAt(after))) after++;
  return [text.charAt(before), text.charAt(after)];
}

const NUMBER_PART = /[\d０-９.,．，+\-－−–—‐]/;
const BLANK = /^\s?$/;
const SEPARATED = /[\t|｜│<]/;
const ENDS_IN_VALUE = /[\d/\-—–无]\s*$/;

/**
 * Whether text before and after `span` may be read as two things now and as one when `span` is gone: parts of a number, or
 * neighbours on a line of bare columns.
 */
function separates(text: string, span: Span): boolean {
  const [before, after] = neighbours(text, span);
  if (BLANK.test(before) || BLANK.test(after)) return false;
  if (NUMBER_PART.test(before) && NUMBER_PART.test(after)) return true;
  const line = lineAround(text, span);
  return !SEPARATED.test(line) && ENDS_IN_VALUE.test(fold(line));
}

/** Whether `span` stands inside a tag, or inside what is one once all that shows nothing is gone, or is a space. */
function inTag(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const open = before.lastIndexOf('<');
  if (open < 0 || before.includes('>', open)) return false;
  const units = (before.slice(open) + text.slice(start, end + NEAR)).split('');
  return ['', ' '].some((instead) => units.map((unit) => (showsNothing(unit.charCodeAt(0)) ? instead : unit)).join('').search(TAG) === 0);
}

function lineAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const lineEnd = after.search(/[\n\r]/);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1) + (lineEnd < 0 ? after : after.slice(0, lineEnd));
}

/** A safe fix with what can go, or become a space, without a doubt; where that is not all, a suggested one with everything. */
export function removalFixes(text: string, removals: readonly Edit[], title: Text): { readonly fixes: Fix[]; readonly doubtful: number } {
  const certain = removals.filter(({ span, newText }) => !inTag(text, span) && (newText !== '' || !separates(text, span)));
  const doubtful = removals.length - certain.length;
  const fixes: Fix[] = [];
  if (certain.length > 0) fixes.push({ title, safety: 'safe', edits: joined(certain), preferred: true });
  if (doubtful > 0) {
    const all: Text = { zh: `${title.zh}（含会改变数字或单元格的，请核对）`, en: `${title.en} (also where numbers or cells change: check them)` };
    fixes.push({ title: all, safety: 'suggested', edits: joined(removals) });
  }
  return { fixes, doubtful };
}

/**
 * Whether a rule is drawn in the text, of bars or of dashes in columns: what stands below it is told, or shown, by its place on the
 * line, and has to keep its width.
 */
export const isRuled = (text: string): boolean => /^[ \t]*(?:[+|｜│][ \t]*:?[-=]{2}|-{2,} +-{2})/m.test(text);

/** Whether the slice is one of the three sections with a table. */
export function holdsTable({ heading }: SectionSyntax): boolean {
  return heading?.id === 'proactiveDisclosure' || heading?.id === 'requests' || heading?.id === 'reviewAndLitigation';
}
