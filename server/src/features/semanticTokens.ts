/**
 * What words and numbers are where a grammar can't know: labels of rows, numbers and among them totals and zeros, and odd
 * characters. Tokens are made once for a report, and made anew only for the one that was edited.
 */
import type { Analysis } from '../analysis/analyse';
import { remembered } from '../model/remembered';
import type { BoundTable, ReportModel } from '../model/types';
import { glyphsOf, spansAt } from '../rules/glyphs';
import type { SectionSyntax } from '../syntax/types';
import { byLine, type GlyphKind } from '../text/glyphs';
import { lastFrom } from '../text/search';
import { shift, type Span, span } from '../text/span';
import { TOKEN_MODIFIERS, type TOKEN_TYPES } from './announced';
import { piecesOf, reportsIn } from './cellAt';
import { isTotal } from './equations';

export interface SemanticToken {
  /** On one line. */
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** The tokens that touch `within`, in the order of the text; they don't overlap. */
export function semanticTokens(analysis: Analysis, within: Span): SemanticToken[] {
  return reportsIn(analysis, within).flatMap(({ start, model }) => {
    const tokens = reportTokens(model);
    const first = Math.max(0, lastFrom(tokens, within.start - start, (token) => token.span.start));
    const end = lastFrom(tokens, within.end - start, (token) => token.span.start) + 1;
    return tokens.slice(first, end).map((token) => ({ ...token, span: shift(token.span, start) }));
  });
}

/** All tokens of a report, relative to it. */
export const reportTokens: (model: ReportModel) => readonly SemanticToken[] = remembered(({ slices, tables }) =>
  slices.flatMap(({ start, syntax }) => {
    const odd = oddTokens(syntax);
    const own = tables.filter((table) => table.start === start).flatMap(({ table }) => tableTokens(table));
    const tokens = odd.length === 0 ? own : [...own.flatMap((token) => around(token, odd)), ...odd].sort((a, b) => a.span.start - b.span.start);
    return tokens.map((token) => ({ ...token, span: shift(token.span, start) }));
  }),
);

const tableTokens: (table: BoundTable) => readonly SemanticToken[] = remembered((table) =>
  piecesOf(table).flatMap(({ span: own, meaning }): SemanticToken[] => {
    if (meaning.kind === 'row') return [{ span: own, type: 'label', modifiers: [] }];
    if (meaning.kind !== 'cell' || meaning.cell.value === null) return [];
    const { cell } = meaning;
    const is = { total: isTotal(table, cell), zero: cell.value === 0, deduced: table.deduced };
    return [{ span: own, type: 'number', modifiers: TOKEN_MODIFIERS.filter((modifier) => is[modifier]) }];
  }),
);

/** Spaces of odd widths are not to be seen, and full-width digits are numbers. */
const ODD: readonly GlyphKind[] = ['radical', 'compatibility', 'privateUse', 'replacement', 'invisible', 'control'];

const oddTokens: (section: SectionSyntax) => readonly SemanticToken[] = remembered((section) => {
  const offsets = ODD.flatMap((kind) => glyphsOf(section, kind)).sort((a, b) => a - b);
  const spans = byLine(section.text, offsets).flatMap((line) => spansAt(section.text, line));
  return spans.map((own) => ({ span: own, type: 'oddGlyph', modifiers: [] }));
});

/** What `token` leaves of itself beside the odd characters in it. */
function around(token: SemanticToken, odd: readonly SemanticToken[]): SemanticToken[] {
  const rest: SemanticToken[] = [];
  let from = token.span.start;
  const keep = (to: number): void => void (to > from && rest.push({ ...token, span: span(from, to) }));
  for (let i = Math.max(0, lastFrom(odd, token.span.start, (own) => own.span.start)); i < odd.length; i++) {
    const { start, end } = odd[i]!.span;
    if (start >= token.span.end) break;
    keep(start);
    from = Math.max(from, end);
  }
  keep(token.span.end);
  return rest;
}
