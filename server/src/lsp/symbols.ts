/**
 * The outline as an editor shows it. Editors ask for it after every keystroke; that of a report which neither changed nor moved to other
 * lines is the same object as before, that of one which only moved is moved.
 */
import type { DocumentSymbol as LspSymbol } from 'vscode-languageserver';
import { reportSymbols } from '../features/documentSymbols';
import type { PlacedReport, ReportModel } from '../model/types';
import type { Locale } from '../text/span';
import type { Snapshot } from './analyses';
import { rangeBelow, symbolOf } from './convert';
import type { OpenDocument } from './documents';

/** The symbols of a report that begins at the start of a line. */
interface Placed {
  readonly line: number;
  readonly several: boolean;
  readonly locale: Locale;
  readonly symbols: readonly LspSymbol[];
}

const known = new WeakMap<ReportModel, Placed>();

export function symbolsOf({ document, analysis: { reports, settings } }: Pick<Snapshot, 'document' | 'analysis'>): LspSymbol[] {
  return reports.flatMap((report) => symbolsIn(document, report, reports.length > 1, settings.locale));
}

function symbolsIn(document: OpenDocument, { start, model }: PlacedReport, several: boolean, locale: Locale): readonly LspSymbol[] {
  const { line, character } = document.lines.positionAt(start);
  const before = known.get(model);
  // In mid-line, where reports run on in one line, characters move too.
  const usable = before?.several === several && before.locale === locale && character === 0 ? before : undefined;
  if (usable?.line === line) return usable.symbols;
  const symbols = usable ? usable.symbols.map((symbol) => lowered(symbol, line - usable.line)) : reportSymbols(model, several, locale).map((symbol) => symbolOf(document, symbol, start));
  if (character === 0) known.set(model, { line, several, locale, symbols });
  return symbols;
}

function lowered(symbol: LspSymbol, lines: number): LspSymbol {
  return { ...symbol, range: rangeBelow(symbol.range, lines), selectionRange: rangeBelow(symbol.selectionRange, lines), ...(symbol.children ? { children: symbol.children.map((child) => lowered(child, lines)) } : {}) };
}
