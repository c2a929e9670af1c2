/**
 * Cutting a document into slices: one a section heading, one a report title.
 *
 * `segment` walks the lines; `resegment` walks only those about an edit and reuses every other slice as the same object. Law:
 * both give deep-equal results. It holds because which boundaries a line holds depends on the line, on the heading of the
 * slice it begins in, and on the line before a title, and on nothing else.
 */
import { detached } from '../text/detached';
import { hasWords, matchKey } from '../text/fold';
import { isLineStart, LineCursor, lineStart, nextLine } from '../text/lines';
import { lastFrom } from '../text/search';
import { shift } from '../text/span';
import { work } from '../text/work';
import { findFollowing, findHeadings } from './headings';
import { LONG_LINE, mayHoldHeading } from './headingStart';
import { SECTION_TITLES, sectionOrdinal } from './sections';
import { breaksTitle, goesOn, isTitleHead, titleIn } from './title';
import type { DocumentSyntax, HeadingSyntax, PlacedSection, SectionSyntax } from './types';

/** One replacement: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** No change: the text is as it was. */
export const UNCHANGED: Change = { start: 0, oldEnd: 0, newEnd: 0 };

interface Boundary {
  readonly start: number;
  /** Relative to `start`. */
  readonly heading: HeadingSyntax | undefined;
}

/** All slices of `text`. Never fails; a text without headings is one slice, an empty text has none. */
export function segment(text: string): DocumentSyntax {
  const scanner = new Scanner(text, { start: 0, heading: undefined });
  for (const line = new LineCursor(text); line.next(); ) scanner.scan(line.start, line.end);
  return { length: text.length, sections: cut(text, scanner.boundaries, text.length) };
}

/**
 * The slices of `text`, which came from `previous` by `change`. Equal to `segment(text)`; untouched slices are reused. Scans
 * the lines that were touched and those about them, until what follows can only be read as it was before.
 */
export function resegment(text: string, previous: DocumentSyntax, change: Change): DocumentSyntax {
  const { sections: old } = previous;
  const delta = change.newEnd - change.oldEnd;
  const touched = lineStart(text, change.start);
  // A line before the touched one too: a line end may have been split or joined.
  const from = lineStart(text, Math.max(0, touched - 2));
  if (from === 0) return rescanned(text, previous, 0, { start: 0, heading: undefined }, 0, change, delta);
  let index = lastStartingAt(old, from);
  let start = from;
  if (index > 0 && !old[index]!.syntax.heading && wordedLines(text, old[index]!.start, touched) < 2) {
    // Whether a title begins a slice may be told by the line that was touched.
    start = old[index]!.start;
    index--;
  }
  const opening = { start: old[index]!.start, heading: old[index]!.syntax.heading };
  return rescanned(text, previous, index, opening, start, change, delta);
}

/** The slices before `index`, those that scanning from `from` on gives, and the later ones of `old` that follow on them. */
function rescanned(text: string, previous: DocumentSyntax, index: number, opening: Boundary, from: number, change: Change, delta: number): DocumentSyntax {
  const { sections: old } = previous;
  const scanner = new Scanner(text, opening);
  // What follows the line that the change ends in is as it was; in that line itself even later headings may come and go.
  const settled = nextLine(text, change.newEnd);
  for (const line = new LineCursor(text, from); line.next(); ) {
    const { start, end } = line;
    scanner.scan(start, end);
    // A title looks back to the last line with words: only behind such a line nothing that was touched is seen.
    if (start < settled || !hasWords(text.slice(start, end))) continue;
    const before = lastStartingAt(old, end - delta);
    if (!old[before] || !scanner.standsAs(old[before], start, delta)) continue;
    const next = before + 1;
    const fresh = cut(text, scanner.boundaries, next < old.length ? old[next]!.start + delta : text.length);
    return replaced(text, previous, index, next, fresh, delta);
  }
  return replaced(text, previous, index, old.length, cut(text, scanner.boundaries, text.length), delta);
}

/** What the last edits replaced and is not there now, latest last: what is taken back is as it was before. */
const replacedLately = new WeakMap<DocumentSyntax, readonly SectionSyntax[]>();
/** So many slices are kept, and of longer ones none. */
const MOST_KEPT = 6;
const LONGEST_KEPT = 50_000;

/** `previous` with `fresh` in place of its slices `[from, to)`, the later ones moved by `delta`. */
function replaced(text: string, previous: DocumentSyntax, from: number, to: number, fresh: readonly PlacedSection[], delta: number): DocumentSyntax {
  const { sections: old } = previous;
  const known = new Map([...(replacedLately.get(previous) ?? []), ...old.slice(from, to).map(({ syntax }) => syntax)].map((slice) => [slice.text, slice]));
  const sections = [...old.slice(0, from), ...reuse(fresh, known), ...moved(old, to, delta)];
  const syntax = { length: text.length, sections };
  replacedLately.set(syntax, [...known.values()].filter((slice) => slice.text.length <= LONGEST_KEPT).slice(-MOST_KEPT));
  return syntax;
}

/** How many lines with words begin in `[from, to)`; more than two are not counted. */
function wordedLines(text: string, from: number, to: number): number {
  let count = 0;
  for (const line = new LineCursor(text, from); count < 2 && line.next() && line.start < to; ) if (hasWords(text.slice(line.start, line.end))) count++;
  return count;
}

/** Replaces fresh slices by those of `known`, by text, which are taken out of it, and detaches the others from the whole text. */
function reuse(fresh: readonly PlacedSection[], known: Map<string, SectionSyntax>): PlacedSection[] {
  return fresh.map(({ start, syntax }) => {
    const same = known.get(syntax.text);
    if (same && sameHeading(same.heading, syntax.heading)) {
      known.delete(syntax.text); // a copy of a slice is another slice
      return { start, syntax: same };
    }
    return { start, syntax: { ...syntax, text: detached(syntax.text) } };
  });
}

/** The same text may be read differently at the start of a line and in the middle of a long one. */
function sameHeading(a: HeadingSyntax | undefined, b: HeadingSyntax | undefined): boolean {
  if (!a || !b) return a === b;
  return a.id === b.id && a.match === b.match && a.span.start === b.span.start && a.span.end === b.span.end && a.titleSpan.start === b.titleSpan.start;
}

function moved(old: readonly PlacedSection[], from: number, delta: number): PlacedSection[] {
  const rest = old.slice(from);
  return delta === 0 ? rest : rest.map(({ start, syntax }) => ({ start: start + delta, syntax }));
}

/** Index of the last of `sections` that starts at or before `offset`; the first if none does. */
function lastStartingAt(sections: readonly PlacedSection[], offset: number): number {
  return Math.max(0, lastFrom(sections, offset, ({ start }) => start));
}

/** The slices that begin at `boundaries`, the last of which ends at `end`. */
function cut(text: string, boundaries: readonly Boundary[], end: number): PlacedSection[] {
  const sections: PlacedSection[] = [];
  boundaries.forEach(({ start, heading }, i) => {
    const stop = boundaries[i + 1]?.start ?? end;
    if (start < stop) sections.push({ start, syntax: { text: text.slice(start, stop), heading } });
  });
  return sections;
}

/** Goes through lines in order and notes where slices begin. */
class Scanner {
  /** The first one is the slice that the first line stands in. */
  readonly boundaries: Boundary[];
  #heading: HeadingSyntax | undefined;
  #sliceStart: number;

  constructor(
    private readonly text: string,
    private readonly opening: Boundary,
  ) {
    this.boundaries = [opening];
    this.#heading = opening.heading;
    this.#sliceStart = opening.start;
  }

  /** Looks at the line `text.slice(start, end)`. */
  scan(start: number, end: number): void {
    const { text } = this;
    work.lines++;
    const endsReport = this.#heading === undefined || this.#heading.id === 'otherMatters';
    const line = text.slice(start, end);
    if (endsReport && line.includes('报告') && start > this.#sliceStart && titleIn(line)) {
      const before = lineBefore(text, start, this.#sliceStart);
      const at = before && (isTitleHead(before.text) || breaksTitle(before.text, line)) ? before.start : start;
      // What introduces a report may name it.
      const isText = this.#heading === undefined && before !== undefined && goesOn(before.text);
      if (at > this.#sliceStart && !isText) this.#begin(at, undefined);
    }
    const isLong = end - start > LONG_LINE;
    const headings = mayHoldHeading(text, start, end) ? findHeadings(line) : [];
    headings.forEach((heading, index) => {
      // The first heading of a line opens its slice at the start of the line; inside a line, and in a long one, where it stands.
      this.#open(heading, start, index === 0 && !isLong ? 0 : heading.span.start);
    });
    if (headings.length > 0 || isLong || !this.#saysNextTitle(line)) return;
    for (const heading of findFollowing(line, this.#heading?.id)) this.#open(heading, start, heading.span.start);
  }

  /** Begins the slice of `heading`, whose spans are relative to the line at `start`, `offset` behind it. */
  #open(heading: HeadingSyntax, start: number, offset: number): void {
    const at = start + offset;
    if (at === this.opening.start && this.opening.heading) return; // the slice's own heading
    this.#begin(at, offset === 0 ? heading : moveTo(heading, -offset));
  }

  /** Whether, after the line at `start`, lines are read as they were in the text before, in which they stood in `slice`. */
  standsAs(slice: PlacedSection, start: number, delta: number): boolean {
    return this.#heading?.id === slice.syntax.heading?.id && this.#sliceStart >= start === slice.start + delta >= start;
  }

  #begin(start: number, heading: HeadingSyntax | undefined): void {
    this.#heading = heading;
    this.#sliceStart = start;
    this.boundaries.push({ start, heading });
  }

  /** Whether the title stands in `line` that is the next one of the form. */
  #saysNextTitle(line: string): boolean {
    const next = SECTION_TITLES[this.#heading ? sectionOrdinal(this.#heading.id) : 0];
    return next !== undefined && line.includes(next.title);
  }
}

/** The last line in `[from, start)` that is not blank. */
function lineBefore(text: string, start: number, from: number): { readonly start: number; readonly text: string } | undefined {
  let at = start;
  while (at > from) {
    let end = at;
    while (end > from && isLineStart(text, end)) end--;
    at = end;
    while (at > from && !isLineStart(text, at)) at--;
    const line = text.slice(at, end);
    if (matchKey(line) !== '') return { start: at, text: line };
  }
  return undefined;
}

function moveTo(heading: HeadingSyntax, by: number): HeadingSyntax {
  return { ...heading, span: shift(heading.span, by), ordinalSpan: shift(heading.ordinalSpan, by), titleSpan: shift(heading.titleSpan, by) };
}
