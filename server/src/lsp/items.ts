/**
 * The findings of a document as the editor is told them. Those of a report that neither changed nor moved to other lines are the
 * same objects as before; those of one that only moved are moved.
 */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Checked } from '../analysis/analyse';
import type { Snapshot } from './analyses';
import type { Client } from './client';
import { diagnosticOf, rangeBelow, refusalOf, repeatsOf } from './convert';
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

/** Items that stand together: the first `count` of one kind that are told of a report. */
export interface Part {
  /** The same object: the same items, but for the lines. */
  readonly of: object;
  readonly kind: keyof Items;
  readonly count: number;
  /** Where they begin to count; undefined: in mid-line, where characters move too. */
  readonly line: number | undefined;
  /** Made when asked for. */
  readonly items: () => readonly LspDiagnostic[];
}

const known = new WeakMap<Checked, Placed>();

/** The findings of all reports, in order, as many as the settings allow; then as many of their further places. */
export function partsOf({ document, analysis }: Pick<Snapshot, 'document' | 'analysis'>, client: Client): Part[] {
  const { reports, checked, settings } = analysis;
  const { refusal, locale, maxProblems } = settings;
  if (refusal) return [{ of: refusal, kind: 'findings', count: 1, line: undefined, items: () => [refusalOf(refusal, locale, client)] }];
  const parts = { findings: [] as Part[], repeats: [] as Part[] };
  const left = { findings: maxProblems, repeats: maxProblems };
  for (const [i, own] of checked.entries()) {
    if (left.findings === 0) break;
    const { start } = reports[i]!;
    const { line, character } = document.lines.positionAt(start);
    for (const kind of KINDS) {
      const count = Math.min(left[kind], numberOf[kind](own));
      left[kind] -= count;
      if (count > 0) parts[kind].push({ of: own, kind, count, line: character === 0 ? line : undefined, items: () => placedItems(document, own, start, client)[kind].slice(0, count) });
    }
  }
  return [...parts.findings, ...parts.repeats];
}

/** All of them. */
export function itemsOf(snapshot: Pick<Snapshot, 'document' | 'analysis'>, client: Client): LspDiagnostic[] {
  return partsOf(snapshot, client).flatMap(({ items }) => items());
}

const KINDS = ['findings', 'repeats'] as const;

const numberOf: Readonly<Record<keyof Items, (checked: Checked) => number>> = {
  findings: ({ diagnostics }) => diagnostics.length,
  repeats: ({ diagnostics }) => diagnostics.reduce((sum, { finding }) => sum + (finding.repeats?.length ?? 0), 0),
};

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
    range: rangeBelow(range, lines),
    ...(relatedInformation ? { relatedInformation: relatedInformation.map((own) => (own.location.uri === uri ? { ...own, location: { uri, range: rangeBelow(own.location.range, lines) } } : own)) } : {}),
  };
}
