/**
 * The findings of a document as the editor is told them, at every keystroke all of them. Those of a report that neither
 * changed nor moved to other lines are the same objects as before; those of one that only moved are moved.
 */
import type { Diagnostic as LspDiagnostic, Range } from 'vscode-languageserver';
import type { Checked } from '../analysis/analyse';
import type { Snapshot } from './analyses';
import type { Client } from './client';
import { diagnosticOf, refusalOf, repeatsOf } from './convert';
import type { OpenDocument } from './documents';

/** What is told of a report. */
interface Items {
  readonly findings: readonly LspDiagnostic[];
  /** The further places of findings. */
  readonly repeats: readonly LspDiagnostic[];
}

/** The same of a report that begins at the start of a line. */
interface Placed extends Items {
  readonly document: OpenDocument;
  readonly line: number;
}

const known = new WeakMap<Checked, Placed>();

/** The findings of all reports, in order, as many as the settings allow; then as many of their further places. */
export function itemsOf({ document, analysis }: Pick<Snapshot, 'document' | 'analysis'>, client: Client): LspDiagnostic[] {
  const { reports, checked, settings } = analysis;
  if (settings.refusal) return [refusalOf(settings.refusal, settings.locale, client)];
  const findings: LspDiagnostic[] = [];
  const repeats: LspDiagnostic[] = [];
  for (const [i, own] of checked.entries()) {
    if (own.diagnostics.length === 0) continue;
    if (findings.length >= settings.maxProblems) break;
    const placed = placedItems(document, own, reports[i]!.start, client);
    for (const item of placed.findings) if (findings.length < settings.maxProblems) findings.push(item);
    for (const item of placed.repeats) if (repeats.length < settings.maxProblems) repeats.push(item);
  }
  for (const item of repeats) findings.push(item);
  return findings;
}

function placedItems(document: OpenDocument, checked: Checked, start: number, client: Client): Items {
  const { line, character } = document.lines.positionAt(start);
  const before = known.get(checked);
  // In mid-line, where reports run on in one line, characters move too.
  const usable = before?.document === document && character === 0 ? before : undefined;
  if (usable?.line === line) return usable;
  const placed = { document, line, ...(usable ? lowerAll(usable, line - usable.line, document.uri) : told(document, checked, start, client)) };
  if (character === 0) known.set(checked, placed);
  return placed;
}

function told(document: OpenDocument, checked: Checked, start: number, client: Client): Items {
  const placed = checked.diagnostics.map((diagnostic) => diagnostic.moved(start));
  return { findings: placed.map((diagnostic) => diagnosticOf(document, diagnostic, client)), repeats: placed.flatMap((diagnostic) => repeatsOf(document, diagnostic, client)) };
}

function lowerAll({ findings, repeats }: Items, lines: number, uri: string): Items {
  return { findings: findings.map((item) => lower(item, lines, uri)), repeats: repeats.map((item) => lower(item, lines, uri)) };
}

/** The item so many lines further down; what it says of other files stays. */
function lower(item: LspDiagnostic, lines: number, uri: string): LspDiagnostic {
  const { range, relatedInformation } = item;
  return {
    ...item,
    range: lowered(range, lines),
    ...(relatedInformation ? { relatedInformation: relatedInformation.map((own) => (own.location.uri === uri ? { ...own, location: { uri, range: lowered(own.location.range, lines) } } : own)) } : {}),
  };
}

function lowered({ start, end }: Range, lines: number): Range {
  return { start: { line: start.line + lines, character: start.character }, end: { line: end.line + lines, character: end.character } };
}
