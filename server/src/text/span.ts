/**
 * The units every other module counts in.
 *
 * Offsets are UTF-16 code units of the raw text, the unit of JavaScript strings and of LSP positions;
 * lines and characters are zero-based.
 */

/** A half-open range `[start, end)` of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text by line and character, for texts that nobody keeps; both zero-based, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The half-open range between two positions. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replace `span` by `newText`. An insertion has `start === end`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Words for a person, in both interface languages. Kept together so that a rule needs no second file. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The languages of messages. */
export type Locale = 'zh-CN' | 'en';

/** `text` in the language of `locale`. */
export function inLocale(text: Text, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh : text.en;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** `span` moved by `by` UTF-16 units. */
export function shift(s: Span, by: number): Span {
  return by === 0 ? s : { start: s.start + by, end: s.end + by };
}

/** The smallest span that holds all of `spans`, of which there is at least one; any number of them. */
export function covering(spans: readonly Span[]): Span {
  let { start, end } = spans[0]!;
  for (const own of spans) {
    if (own.start < start) start = own.start;
    if (own.end > end) end = own.end;
  }
  return { start, end };
}
