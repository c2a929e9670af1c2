/** Where a text names a year. */
import { fold } from '../../text/fold';
import { span, type Span } from '../../text/span';

export interface YearPlace {
  readonly year: number;
  readonly span: Span;
  /** After 年. */
  readonly end: number;
}

/** Every `2024年` of 2000–2099, in order. */
export function* yearPlaces(text: string): Generator<YearPlace> {
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const before = fold(text.slice(Math.max(0, at - 8), at));
    const found = /(?<!\d)(20\d{2})\s{0,3}$/.exec(before);
    if (!found) continue;
    const start = at - before.length + found.index;
    yield { year: Number(found[1]), span: span(start, start + 4), end: at + 1 };
  }
}
