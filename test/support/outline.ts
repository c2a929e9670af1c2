/** An outline as text, to be read and compared. */
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/documentSymbols';

export function analysisOf(text: string): Analysis {
  return analyse(text, DEFAULT_SETTINGS);
}

/** One symbol a line, children indented: `row 规章: 0 0 0`. Deeper levels than `depth` are left out. */
export function outlineOf(text: string, depth = Infinity): string {
  return documentSymbols(analysisOf(text)).flatMap((symbol) => outlineLines(symbol, 0, depth)).join('\n');
}

function outlineLines({ kind, name, detail, children }: DocumentSymbol, level: number, depth: number): string[] {
  if (level >= depth) return [];
  return [`${'  '.repeat(level)}${kind} ${name}${detail && `: ${detail}`}`, ...children.flatMap((child) => outlineLines(child, level + 1, depth))];
}

/** All symbols, parents before children. */
export function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
