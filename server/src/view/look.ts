/** How things are drawn: for a page that is kept, or for one that lives beside the text and leads back to it. */
import type { Locale, Span } from '../text/span';
import { el, type Element } from './elements';

export interface Look {
  readonly locale: Locale;
  /** Elements know their places in the text, and cells can be walked through. */
  readonly live: boolean;
}

/** Where in the document something stands, for a live page; nothing for what stands nowhere. */
export function placeOf(span: Span | undefined, { live }: Look): { 'data-start'?: number; 'data-end'?: number } {
  return span && live ? { 'data-start': span.start, 'data-end': span.end } : {};
}

/** `children` as a button that leads to their place in the text; on a page that is kept, the children alone. */
export function wayTo(span: Span | undefined, look: Look, ...children: readonly (Element | string)[]): Element {
  return look.live && span ? el('button', { type: 'button', class: 'way', ...placeOf(span, look) }, children) : el('span', {}, children);
}
