/** Offsets and plain data of the features → positions and types of the protocol. */
import { DiagnosticSeverity, DiagnosticTag, SymbolKind, type Diagnostic as LspDiagnostic, type DocumentSymbol as LspSymbol, type FoldingRange, type Range, type SymbolInformation, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Diagnostic, DiagnosticRelated } from '../analysis/analyse';
import type { DocumentSymbol } from '../features/documentSymbols';
import type { Severity } from '../rules/rule';
import type { Refusal } from '../analysis/settings';
import { type Edit, inLocale, type Locale, shift, type Span } from '../text/span';
import type { Snapshot } from './analyses';
import type { Client } from './client';
import type { OpenDocument } from './documents';
import { SOURCE } from './source';

export function rangeOf({ lines }: Pick<OpenDocument, 'lines'>, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The same range so many lines further down. */
export function rangeBelow({ start, end }: Range, lines: number): Range {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding, whose coordinates are those of the document, with what `client` understands of it. */
export function diagnosticOf(document: OpenDocument, { span, severity, rule, message, related, unnecessary, docsUrl }: Diagnostic, client: Client): LspDiagnostic {
  return {
    range: rangeOf(document, span),
    severity: SEVERITIES[severity],
    code: rule,
    source: SOURCE,
    message,
    ...(client.codeDescription && docsUrl !== '' ? { codeDescription: { href: docsUrl } } : {}),
    ...(client.relatedInformation && related.length > 0 ? { relatedInformation: related.map((other) => relatedOf(document, other)) } : {}),
    ...(client.unnecessaryTag && unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

/**
 * The further places of a finding. Editors mark a hint with a few dots and keep it out of their lists: the mistake is listed once, and
 * seen everywhere.
 */
export function repeatsOf(document: OpenDocument, { rule, repeats, docsUrl }: Diagnostic, client: Client): LspDiagnostic[] {
  return repeats.map(({ span, message }) => ({
    range: rangeOf(document, span),
    severity: DiagnosticSeverity.Hint,
    code: rule,
    source: SOURCE,
    message,
    ...(client.codeDescription && docsUrl !== '' ? { codeDescription: { href: docsUrl } } : {}),
  }));
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Said in place of findings: nothing was checked. */
export function refusalOf({ file, why }: Refusal, locale: Locale, client: Client): LspDiagnostic {
  const words = { zh: `未检查，因为文件夹的设置有误：${why.zh}`, en: `Not checked, because the settings of the folder are not understood: ${why.en}` };
  const related = [{ location: { uri: file, range: START }, message: file.slice(file.lastIndexOf('/') + 1) }];
  return { range: START, severity: DiagnosticSeverity.Error, source: SOURCE, message: inLocale(words, locale), ...(client.relatedInformation ? { relatedInformation: related } : {}) };
}

function relatedOf(document: OpenDocument, related: DiagnosticRelated): NonNullable<LspDiagnostic['relatedInformation']>[number] {
  const location = 'place' in related ? { uri: related.place.file, range: related.place.range } : { uri: document.uri, range: rangeOf(document, related.span) };
  return { location, message: related.message };
}

/** No position lies between the halves of a CRLF: an edit that begins or ends there takes the other half along. */
export function textEditOf(document: OpenDocument, { span, newText }: Edit): TextEdit {
  const splits = (offset: number): boolean => document.text[offset - 1] === '\r' && document.text[offset] === '\n';
  const [before, after] = [splits(span.start), splits(span.end)];
  const range = rangeOf(document, { start: before ? span.start - 1 : span.start, end: after ? span.end + 1 : span.end });
  return { range, newText: `${before ? '\r' : ''}${newText}${after ? '\n' : ''}` };
}

/** The edits with the version they are for, so that an editor which has moved on refuses them. */
export function workspaceEditOf({ document, version }: Snapshot, edits: readonly Edit[], client: Client): WorkspaceEdit {
  const textEdits = edits.map((edit) => textEditOf(document, edit));
  return client.versionedEdits ? { documentChanges: [{ textDocument: { uri: document.uri, version }, edits: textEdits }] } : { changes: { [document.uri]: textEdits } };
}

const SYMBOL_KINDS: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  heading: SymbolKind.String,
  table: SymbolKind.Struct,
  group: SymbolKind.Enum,
  row: SymbolKind.Field,
};

/** A symbol, with coordinates that begin at `start` of the document. */
export function symbolOf(document: OpenDocument, { kind, name, detail, span, selection, children }: DocumentSymbol, start: number): LspSymbol {
  return {
    name,
    ...(detail === '' ? {} : { detail }),
    kind: SYMBOL_KINDS[kind],
    range: rangeOf(document, shift(span, start)),
    selectionRange: rangeOf(document, shift(selection, start)),
    ...(children.length === 0 ? {} : { children: children.map((child) => symbolOf(document, child, start)) }),
  };
}

/** A symbol and those below it as a list, for editors that show no tree. */
export function flatSymbolsOf(document: OpenDocument, { kind, name, span, children }: DocumentSymbol, containerName?: string): SymbolInformation[] {
  const own = { name, kind: SYMBOL_KINDS[kind], location: { uri: document.uri, range: rangeOf(document, span) }, ...(containerName === undefined ? {} : { containerName }) };
  return [own, ...children.flatMap((child) => flatSymbolsOf(document, child, name))];
}

/** Folds of whole lines, at least two of them; where several begin on one line, the outermost. */
export function foldingRangesOf({ lines }: OpenDocument, spans: readonly Span[]): FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  for (const { start, end } of spans) {
    const [startLine, endLine] = [lines.positionAt(start).line, lines.positionAt(end).line];
    if (endLine > startLine && !folds.has(startLine)) folds.set(startLine, { startLine, endLine });
  }
  return [...folds.values()].flatMap((fold) => {
    // Where a section begins in mid-line, that line is not hidden with what ends in it.
    const next = folds.get(fold.endLine);
    const endLine = next && next.endLine > fold.endLine ? fold.endLine - 1 : fold.endLine;
    return endLine > fold.startLine ? [{ ...fold, endLine }] : [];
  });
}
