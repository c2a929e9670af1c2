/** What rules about the year of a report share. */
import type { Span } from '../text/span';
import type { Fix } from './rule';

/** Offers another year in place of the four digits at `span`. Which of two years is wrong is for a person to say. */
export function replaceYear(span: Span, year: number): Fix {
  return { title: { zh: `改为 ${year}`, en: `Write ${year}` }, safety: 'suggested', edits: [{ span, newText: String(year) }] };
}
