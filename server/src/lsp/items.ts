/**
 * The findings of a document as the editor is told them. Those of a report that neither changed nor moved to other lines are the
 * same objects as before; those of one that only moved are moved.
 */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Checked } from '../analysis/analyse';
import type { Snapshot } from './analyses';
import { ByLine } from './byLine';
import type { Client } from './client';
import { diagnosticOf, rangeBelow, refusalOf, repeatsOf } from './convert';
import type { OpenDocument } from './documents';

/** What is told of a report. */
interface Items {
  readonly document: OpenDocument;
  readonly findings: readonly LspDiagnostic[];
  /** The further places of findings. */
  readonly repeats: readonly LspDiagnostic[];
}

/** The lists among it. */
type Kind = 'findings' | 'repeats';

/** Items that stand together: the first `count` of one kind that are told of a report. */
export interface Part {
  /** The same object: the same items, but for the lines. */
  readonly of: object;
  readonly kind: Kind;
  readonly count: number;
  /** Where they begin to count; undefined: in mid-line, where characters move too. */
  readonly line: number | undefined;
  /** Made when asked for. */
  readonly items: () => readonly LspDiagnostic[];
}

const known = new ByLine<Checked, Items>(lowerAll);

/** The findings of all reports, in order, as many as the settings allow; then as many of their further places. */
export function partsOf({ document, analysis }: Pick<Snapshot, 'document' | 'analysis'>, client: Client): Part[] {
  const { reports, checked, settings } = analysis;
  const { refusal, locale, maxProblems } = settings;
  if (refusal) return [{ of: refusal, kind: 'findings', count: 1, line: undefined, items: () => [refusalOf(refusal, locale, client)] }];
  const parts = { findings: [] as Part[], repeats: [] as Part[] };
  const left = { findings: maxProblems, repeats: maxProblems };
  for (const [i, own] of checked.entries()) {
    if (own.diagnostics.length === 0) continue;
    if (left.findings === 0) break;
    const { start } = reports[i]!;
    const at = document.lines.positionAt(start);
    let items: Items | undefined;
    const all = (): Items => (items ??= known.of(own, at, (before) => before.document === document, () => told(document, own, start, client)));
    for (const kind of KINDS) {
      const count = Math.min(left[kind], numberOf[kind](own));
      left[kind] -= count;
      if (count > 0) parts[kind].push({ of: own, kind, count, line: at.character === 0 ? at.line : undefined, items: () => all()[kind].slice(0, count) });
    }
  }
  return [...parts.findings, ...parts.repeats];
}

/** All of them. */
export function itemsOf(snapshot: Pick<Snapshot, 'document' | 'analysis'>, client: Client): LspDiagnostic[] {
  return partsOf(snapshot, client).flatMap(({ items }) => items());
}

const KINDS = ['findings', 'repeats'] as const;

const numberOf: Readonly<Record<Kind, (checked: Checked) => number>> = {
  findings: ({ diagnostics }) => diagnostics.length,
  repeats: ({ diagnostics }) => diagnostics.reduce((sum, { finding }) => sum + (finding.repeats?.length ?? 0), 0),
};

function told(document: OpenDocument, checked: Checked, start: number, client: Client): Items {
  const placed = checked.diagnostics.map((diagnostic) => diagnostic.moved(start));
  return { document, findings: placed.map((diagnostic) => diagnosticOf(document, diagnostic, client)), repeats: placed.flatMap((diagnostic) => repeatsOf(document, diagnostic, client)) };
}

function lowerAll({ document, findings, repeats }: Items, lines: number): Items {
  const lower = (item: LspDiagnostic): LspDiagnostic => itemBelow(item, lines, document.uri);
  return { document, findings: findings.map(lower), repeats: repeats.map(lower) };
}

/** The item so many lines further down, in the document `uri`; what it says of other files stays. */
export function itemBelow(item: LspDiagnostic, lines: number, uri: string): LspDiagnostic {
  const { range, relatedInformation } = item;
  return {
    ...item,
    range: rangeBelow(range, lines),
    ...(relatedInformation ? { relatedInformation: relatedInformation.map((own) => (own.location.uri === uri ? { ...own, location: { uri, range: rangeBelow(own.location.range, lines) } } : own)) } : {}),
  };
}
