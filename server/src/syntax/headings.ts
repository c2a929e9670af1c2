/**
 * Section headings: an ordinal and a title the form knows.
 *
 * Ten lines of every report begin with `X、`, and only six of them are headings (`一、本年新收…` is a table row), so a heading
 * is recognised by its title, after folding; the ordinal only helps. Recognition looks at one line, and in mid-line at the
 * heading that the line stands under, and at nothing else: that is what lets an edit be checked against its own line.
 */
import { fold } from '../text/fold';
import { readOrdinal } from '../text/ordinals';
import { byText } from '../text/recent';
import { headingAt, ordinalLength } from './heading';
import { LONG_LINE } from './headingStart';
import { type SectionId, sectionOrdinal } from './sections';
import { CONTENTS_TAIL, knownPrefix, MAX_TITLE, similarTitle } from './sectionTitles';
import type { HeadingSyntax } from './types';

const INLINE_ORDINAL = /[一二三四五六]\s?、\s?/g;
/** How much of a long line is looked at after an ordinal, and before it. */
const INLINE_REACH = 60;
const REACH_BACK = 6;

/** In mid-line, where the end of a title is not known, only so many characters may be wrong. */
const INLINE_DISTANCE = 2;

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
  const from = ordinalLength(folded);
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
