/** A report's title that stands behind the first heading, as text from PDF files has it, back at the top. */
import type { Analysis } from '../analysis/analyse';
import type { PlacedReport } from '../model/types';
import { lineEnd, lineEndOf, lineStart, nextLineStart } from '../text/lines';
import { type Edit, shift, type Span, span } from '../text/span';
import { proven } from './convertLayout';
import { reportAt } from './cellAt';

/** The edits, where the title of the report at `place` stands behind its first section and has its lines for itself; none otherwise. */
export function moveTitle(analysis: Analysis, place: Span): readonly Edit[] {
  const report = reportAt(analysis, place.start);
  const own = report && misplaced(analysis.text, report);
  if (!own || own.title.end < place.start || own.title.start > place.end) return [];
  const { text } = analysis;
  const eol = lineEndOf(text);
  const edits: Edit[] = [
    { span: span(own.top, own.top), newText: `${text.slice(own.title.start, own.title.end)}${eol}${eol}` },
    { span: span(own.title.start, nextLineStart(text, own.title.end)), newText: '' },
  ];
  const moved = proven(analysis, { kind: 'edits', edits });
  return moved.kind === 'edits' ? moved.edits : [];
}

/** The lines of a title that is out of place, and where it belongs. */
function misplaced(text: string, { start, model }: PlacedReport): { readonly title: Span; readonly top: number } | undefined {
  const { title, sections } = model;
  const first = sections[0];
  if (!title || !first || title.span.start < first.start + first.syntax.heading!.span.end) return undefined;
  const own = shift(title.span, start);
  const top = start + first.start + first.syntax.heading!.span.start;
  const alone = text.slice(lineStart(text, own.start), own.start).trim() === '' && text.slice(own.end, lineEnd(text, own.end)).trim() === '';
  const opensLine = text.slice(lineStart(text, top), top).trim() === '';
  return alone && opensLine ? { title: span(lineStart(text, own.start), lineEnd(text, own.end)), top: lineStart(text, top) } : undefined;
}
