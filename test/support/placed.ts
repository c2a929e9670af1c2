/** Texts with `$0` for the caret and places marked, analysed; and places written back as marks, for messages that a person compares. */
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import type { Span } from '../../server/src/text/span';
import { readMarked, writeMarked } from './marked';

export interface Placed {
  readonly analysis: Analysis;
  readonly text: string;
  /** At `$0`; 0 where there is none. */
  readonly offset: number;
  /** The text with the marks of `source`, and without the caret. */
  readonly marked: string;
}

export function placed(source: string, settings: Partial<Settings> = {}): Placed {
  const { text, marks, cursor = 0 } = readMarked(source);
  return { analysis: analyse(text, { ...DEFAULT_SETTINGS, ...settings }), text, offset: cursor, marked: writeMarked(text, marks) };
}

/** All of a document. */
export function whole({ text }: Analysis): Span {
  return { start: 0, end: text.length };
}

/** The words at `span`. */
export function at({ text }: Analysis, { start, end }: Span): string {
  return text.slice(start, end);
}
