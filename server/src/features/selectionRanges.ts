/** What a selection grows to, step by step: cell, row, group, table, section, report. */
import type { Analysis } from '../analysis/analyse';
import { shift, type Span } from '../text/span';
import { pieceAt, reportAt } from './cellAt';
import { type DocumentSymbol, reportSymbols } from './documentSymbols';

/** The steps at `offset`, the smallest first; each holds the one before it. */
export function selectionRanges(analysis: Analysis, offset: number): Span[] {
  const report = reportAt(analysis, offset);
  if (!report) return [];
  const symbols = reportSymbols(report.model, analysis.reports.length > 1, analysis.settings.locale);
  const whole = { start: 0, end: report.model.length };
  const piece = pieceAt(analysis, offset)?.span;
  const outwards = [...(piece ? [piece] : []), ...[whole, ...around(symbols, offset - report.start)].reverse().map((own) => shift(own, report.start))];
  const steps: Span[] = [];
  for (const step of outwards) if (steps.length === 0 || isWider(step, steps.at(-1)!)) steps.push(step);
  return steps;
}

/** From the outermost symbol at `offset` to the innermost; where two touch, the second. */
function around(symbols: readonly DocumentSymbol[], offset: number): Span[] {
  const symbol = symbols.findLast(({ span: { start, end } }) => start <= offset && offset <= end);
  return symbol ? [symbol.span, ...around(symbol.children, offset)] : [];
}

const isWider = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
