/** What can be folded: reports, sections, sub-headings, tables and their row groups. */
import type { Analysis } from '../analysis/analyse';
import { type Span, span } from '../text/span';
import { type DocumentSymbol, documentSymbols } from './documentSymbols';

/** From where a fold begins to the end of its last line with text; outer ones before inner ones. Some are one line long. */
export function foldingRanges(analysis: Analysis): Span[] {
  return documentSymbols(analysis).flatMap((symbol) => folds(symbol, analysis.text));
}

function folds(symbol: DocumentSymbol, text: string): Span[] {
  if (symbol.kind === 'row') return [];
  return [span(symbol.kind === 'report' ? symbol.selection.start : symbol.span.start, lastText(text, symbol.span)), ...symbol.children.flatMap((child) => folds(child, text))];
}

/** Blank lines at the end stay visible, so that folded parts keep their distance. */
function lastText(text: string, { start, end }: Span): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  return last;
}
