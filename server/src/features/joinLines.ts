/** Lines that a paragraph was broken into, joined again. */
import type { Analysis } from '../analysis/analyse';
import { wrappedParagraphs } from '../model/writing/paragraphs';
import { type Edit, shift, type Span, span } from '../text/span';
import { type Converted, proven } from './convertLayout';

interface Wrapped {
  /** Offsets of the document. */
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** The paragraphs of a document that are broken into lines, in order. */
function wrapped({ reports }: Analysis): Wrapped[] {
  return reports.flatMap(({ start, model }) =>
    wrappedParagraphs(model).map((own) => ({ span: shift(own.span, start), edits: own.edits.map((edit) => ({ span: shift(edit.span, start), newText: edit.newText })) })),
  );
}

/** Every paragraph joined, or those that touch `place`. */
export function joinLines(analysis: Analysis, place?: Span): Converted {
  const paragraphs = wrapped(analysis).filter((own) => !place || (own.span.start <= place.end && place.start <= own.span.end));
  return proven(analysis, { kind: 'edits', edits: paragraphs.flatMap((own) => own.edits) });
}

/** The slices that `place` touches, from the first to the last; between two it is at the second, behind all at the last. */
export function sectionsAt({ text, syntax }: Analysis, place: Span): Span {
  const from = Math.min(place.start, text.length - 1);
  const touched = syntax.sections.filter(({ start, syntax: own }) => start <= place.end && from < start + own.text.length);
  const last = touched.at(-1);
  return last ? span(touched[0]!.start, last.start + last.syntax.text.length - 1) : place;
}
