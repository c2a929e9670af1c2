/**
 * The findings of a document as the editor is told them, at every keystroke all of them. Those of a report that neither
 * changed nor moved to other lines are the same objects as before; those of one that only moved are moved.
 */
import type { Diagnostic as LspDiagnostic, Range } from 'vscode-languageserver';
import type { Checked } from '../analysis/analyse';
import { moved } from '../analysis/diagnostic';
import type { Snapshot } from './analyses';
import type { Client } from './client';
import { diagnosticOf } from './convert';
import type { OpenDocument } from './documents';

/** The findings of a report that begins at the start of a line. */
interface Placed {
  readonly document: OpenDocument;
  readonly line: number;
  readonly items: readonly LspDiagnostic[];
}

const known = new WeakMap<Checked, Placed>();

/** The findings of all reports, in order, as many as the settings allow. */
export function itemsOf({ document, analysis }: Snapshot, client: Client): LspDiagnostic[] {
  const { reports, checked, settings } = analysis;
  const all: LspDiagnostic[] = [];
  for (const [i, own] of checked.entries()) {
    if (own.diagnostics.length === 0) continue;
    for (const item of placedItems(document, own, reports[i]!.start, client)) {
      if (all.length >= settings.maxProblems) return all;
      all.push(item);
    }
  }
  return all;
}

function placedItems(document: OpenDocument, checked: Checked, start: number, client: Client): readonly LspDiagnostic[] {
  const { line, character } = document.lines.positionAt(start);
  const before = known.get(checked);
  // In mid-line, where reports run on in one line, characters move too.
  const usable = before?.document === document && character === 0 ? before : undefined;
  if (usable?.line === line) return usable.items;
  const items = usable ? usable.items.map((item) => lower(item, line - usable.line, document.uri)) : checked.diagnostics.map((diagnostic) => diagnosticOf(document, moved(diagnostic, start), client));
  if (character === 0) known.set(checked, { document, line, items });
  return items;
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
