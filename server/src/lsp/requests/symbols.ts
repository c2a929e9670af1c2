/**
 * The outline as an editor shows it. Editors ask for it after every keystroke; that of a report which neither changed nor moved to other
 * lines is the same object as before, that of one which only moved is moved.
 */
import type { DocumentSymbol as LspSymbol } from 'vscode-languageserver';
import { reportSymbols } from '../../features/documentSymbols';
import type { ReportModel } from '../../model/types';
import type { Locale } from '../../text/span';
import type { Snapshot } from '../analyses';
import { ByLine } from '../byLine';
import { rangeBelow, symbolOf } from '../convert';

/** The symbols of a report, as they are while it is one of `several` or alone. */
interface Outline {
  readonly several: boolean;
  readonly locale: Locale;
  readonly symbols: readonly LspSymbol[];
}

const known = new ByLine<ReportModel, Outline>((outline, lines) => ({ ...outline, symbols: outline.symbols.map((symbol) => symbolBelow(symbol, lines)) }));

export function symbolsOf({ document, analysis: { reports, settings } }: Pick<Snapshot, 'document' | 'analysis'>): LspSymbol[] {
  const { locale } = settings;
  const several = reports.length > 1;
  return reports.flatMap(({ start, model }) => {
    const make = (): Outline => ({ several, locale, symbols: reportSymbols(model, several, locale).map((symbol) => symbolOf(document, symbol, start)) });
    return known.of(model, document.lines.positionAt(start), (before) => before.several === several && before.locale === locale, make).symbols;
  });
}

function symbolBelow(symbol: LspSymbol, lines: number): LspSymbol {
  const { range, selectionRange, children } = symbol;
  return { ...symbol, range: rangeBelow(range, lines), selectionRange: rangeBelow(selectionRange, lines), ...(children ? { children: children.map((child) => symbolBelow(child, lines)) } : {}) };
}
