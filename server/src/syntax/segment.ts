/**
 * Cutting a document into slices: one a section heading, one a report title.
 *
 * `segment` walks the lines; `resegment` walks only from the slice before an edit to the first boundary after it and reuses
 * every other slice as the same object. Law: both give deep-equal results. It holds because whether a line is a boundary
 * depends on the line, on the heading of the slice it stands in, and on the line before a title, and on nothing else.
 */
import { detached } from '../text/detached';
import { matchKey } from '../text/fold';
import { isLineStart, LineCursor, lineStart, nextLine } from '../text/lines';
import { shift } from '../text/span';
import { findHeadings, LONG_LINE, mayHoldHeading } from './headings';
import { isAgencyLine, titleIn } from './title';
import type { DocumentSyntax, HeadingSyntax, PlacedSection } from './types';

/** One replacement: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

interface Boundary {
  readonly start: number;
  /** Relative to `start`. */
  readonly heading: HeadingSyntax | undefined;
}

/** All slices of `text`. Never fails; a text without headings is one slice, an empty text has none. */
export function segment(text: string): DocumentSyntax {
  const sections: PlacedSection[] = [];
  for (const [boundary, end] of slices(text, 0, undefined)) {
    if (boundary.start < end) sections.push(place(text.slice(boundary.start, end), boundary));
  }
  return { length: text.length, sections };
}

/** The slices of `text`, which came from `previous` by `change`. Equal to `segment(text)`; untouched slices are reused. */
export function resegment(text: string, previous: DocumentSyntax, change: Change): DocumentSyntax {
  const old = previous.sections;
  const delta = change.newEnd - change.oldEnd;
  // From before the line that was touched, whose own headings depend on all of it; and one slice earlier, since the line
  // before a title may have moved the boundary.
  let first = Math.max(0, lastStartingBefore(old, lineStart(text, change.start)) - 1);
  // A slice that opens inside a long line is found by looking at the whole line.
  while (first > 0 && !isLineStart(text, old[first]!.start)) first--;
  const origin = old[first];
  if (!origin) return segment(text);
  const kept = old.slice(0, first);
  const fresh: PlacedSection[] = [];
  let next = first;
  // What follows the line that the change ends in is as it was; in that line itself even later headings may come and go.
  const settled = nextLine(text, change.newEnd);
  for (const [boundary, end] of slices(text, origin.start, first === 0 ? undefined : { start: origin.start, heading: origin.syntax.heading })) {
    if (boundary.start >= settled && boundary.start > origin.start) {
      while (next < old.length && old[next]!.start + delta < boundary.start) next++;
      const match = old[next];
      if (match && match.start >= change.oldEnd && match.start + delta === boundary.start) {
        return { length: text.length, sections: [...kept, ...reuse(fresh, old, first, next), ...moved(old, next, delta)] };
      }
    }
    if (boundary.start < end) fresh.push(place(text.slice(boundary.start, end), boundary));
  }
  return { length: text.length, sections: [...kept, ...reuse(fresh, old, first, old.length)] };
}

/** Replaces fresh slices whose text did not change by the old objects, and detaches the others from the whole text. */
function reuse(fresh: readonly PlacedSection[], old: readonly PlacedSection[], from: number, to: number): PlacedSection[] {
  const byText = new Map(old.slice(from, to).map(({ syntax }) => [syntax.text, syntax]));
  return fresh.map(({ start, syntax }) => {
    const same = byText.get(syntax.text);
    if (same && sameHeading(same.heading, syntax.heading)) return { start, syntax: same };
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

function lastStartingBefore(sections: readonly PlacedSection[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function place(text: string, boundary: Boundary): PlacedSection {
  return { start: boundary.start, syntax: { text, heading: boundary.heading } };
}

/** Boundaries with the end of their slice, from `from` on, which is the start of `opening` (or of the document). */
function* slices(text: string, from: number, opening: Boundary | undefined): Generator<readonly [Boundary, number]> {
  let current: Boundary = opening ?? { start: from, heading: undefined };
  for (const boundary of boundaries(text, from, opening)) {
    yield [current, boundary.start];
    current = boundary;
  }
  yield [current, text.length];
}

/** Every boundary after `from`, in order; `opening` is the slice that starts at `from`. */
function* boundaries(text: string, from: number, opening: Boundary | undefined): Generator<Boundary> {
  let heading = opening?.heading;
  let sliceStart = from;
  const opensInHeading = heading !== undefined;
  let report = text.indexOf('报告', from);
  for (const line = new LineCursor(text, from); line.next(); ) {
    const { start, end } = line;
    while (report >= 0 && report < start) report = text.indexOf('报告', start);
    const endsReport = heading === undefined || heading.id === 'otherMatters';
    if (endsReport && report >= 0 && report < end && start > sliceStart && titleIn(text.slice(start, end))) {
      const at = agencyLineBefore(text, start, sliceStart) ?? start;
      if (at > sliceStart) {
        heading = undefined;
        sliceStart = at;
        yield { start: at, heading };
      }
    }
    if (mayHoldHeading(text, start, end)) {
      for (const found of findHeadings(text.slice(start, end))) {
        const at = start + lineOrInline(found, end - start);
        if (at === from && opensInHeading) continue; // the slice's own heading
        heading = at === start ? found : moveTo(found, start - at);
        sliceStart = at;
        yield { start: at, heading };
      }
    }
  }
}

/** Start of the last line in `[from, start)` that is not blank, if it is the first line of a title on two. */
function agencyLineBefore(text: string, start: number, from: number): number | undefined {
  let at = start;
  while (at > from) {
    let end = at;
    while (end > from && isLineStart(text, end)) end--;
    at = end;
    while (at > from && !isLineStart(text, at)) at--;
    const line = text.slice(at, end);
    if (matchKey(line) !== '') return isAgencyLine(line) ? at : undefined;
  }
  return undefined;
}

/** A heading opens its slice at the start of its line; inside a long line, where it stands. */
function lineOrInline(heading: HeadingSyntax, lineLength: number): number {
  return lineLength > LONG_LINE && heading.span.start > 0 ? heading.span.start : 0;
}

function moveTo(heading: HeadingSyntax, by: number): HeadingSyntax {
  return { ...heading, span: shift(heading.span, by), ordinalSpan: shift(heading.ordinalSpan, by), titleSpan: shift(heading.titleSpan, by) };
}
