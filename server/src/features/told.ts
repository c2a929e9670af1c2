/** What is told in lines, in both languages; how a title or an item looks is the editor's affair. */
import type { Span, Text } from '../text/span';

export interface Line<T = string> {
  readonly form: 'title' | 'text' | 'item';
  readonly text: T;
}

/** Something with a place, and what is told of it. */
export interface Told {
  /** In the document. */
  readonly span: Span;
  readonly lines: readonly Line<Text>[];
}

export const title = (text: Text): Line<Text> => ({ form: 'title', text });
export const line = (text: Text): Line<Text> => ({ form: 'text', text });
export const item = (text: Text): Line<Text> => ({ form: 'item', text });
