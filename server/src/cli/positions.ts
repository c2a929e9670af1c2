/** Offsets → lines and characters, both from 0 and in UTF-16 units, as the Language Server Protocol counts them. */
import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span';

export type { Range };

export type RangeOf = (span: Span) => Range;

export function rangesIn(text: string): RangeOf {
  const document = TextDocument.create('', '', 0, text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}
