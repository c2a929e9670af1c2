/**
 * The findings of a document as the editor is told them. Those of a report that neither changed nor moved to other lines are the
 * same objects as before; those of one that only moved are moved. In a report that changed the same holds of the findings of its
 * slices and tables that did not.
 */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Checked, Diagnostic } from '../../analysis/analyse';
import type { Snapshot } from '../analyses';
import { ByLine } from '../byLine';
import type { Client } from '../client';
import { diagnosticOf, rangeBelow, refusalOf, repeatsOf } from '../convert';
import type { OpenDocument } from '../documents';

export interface Item {
  /** As it was made first, of a finding or a further place of one: items of the same object say the same, but for the lines. */
  readonly of: object;
  readonly told: LspDiagnostic;
}

const made = (told: LspDiagnostic): Item => ({ of: told, told });

/** What is told of a report, or of one of its findings. */
interface Items {
  readonly document: OpenDocument;
  readonly findings: readonly Item[];
  /** The further places of findings. */
  readonly repeats: readonly Item[];
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
  readonly items: () => readonly Item[];
}

const known = new ByLine<Checked, Items>(lowerAll);
/** By finding, in the settings by which it was put into words. */
const knownOf = new ByLine<object, Items & Pick<Checked, 'settings'>>((items, lines) => ({ ...lowerAll(items, lines), settings: items.settings }));

/** The findings of all reports, in order, as many as the settings allow; then as many of their further places. */
export function partsOf({ document, analysis }: Pick<Snapshot, 'document' | 'analysis'>, client: Client): Part[] {
  const { reports, checked, settings } = analysis;
  const { refusal, locale, maxProblems } = settings;
  if (refusal) return [{ of: refusal, kind: 'findings', count: 1, line: undefined, items: () => [made(refusalOf(refusal, locale, client))] }];
  const parts = { findings: [] as Part[], repeats: [] as Part[] };
  const left = { findings: maxProblems, repeats: maxProblems };
  for (const [i, own] of checked.entries()) {
    if (own.diagnostics.length === 0) continue;
    if (left.findings === 0) break;
    const { start } = reports[i]!;
    const at = document.lines.positionAt(start);
    let items: Items | undefined;
    const all = (): Items => (items ??= known.of(own, at, (before) => before.document === document, () => toldOf(document, own, start, client)));
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
  return partsOf(snapshot, client).flatMap(({ items }) => items().map(({ told }) => told));
}

const KINDS = ['findings', 'repeats'] as const;

const numberOf: Readonly<Record<Kind, (checked: Checked) => number>> = {
  findings: ({ diagnostics }) => diagnostics.length,
  repeats: ({ diagnostics }) => diagnostics.reduce((sum, { finding }) => sum + (finding.repeats?.length ?? 0), 0),
};

function toldOf(document: OpenDocument, { diagnostics, settings }: Checked, start: number, client: Client): Items {
  const findings: Item[] = [];
  const repeats: Item[] = [];
  let at = { offset: -1, position: document.lines.positionAt(0) };
  for (const diagnostic of diagnostics) {
    const offset = start + diagnostic.start;
    // Most findings are of the same slice as the one before.
    if (at.offset !== offset) at = { offset, position: document.lines.positionAt(offset) };
    const own = knownOf.of(
      diagnostic.finding,
      at.position,
      (before) => before.document === document && before.settings === settings,
      () => ({ ...itemsOfOne(document, diagnostic.moved(start), client), settings }),
    );
    findings.push(...own.findings);
    repeats.push(...own.repeats);
  }
  return { document, findings, repeats };
}

function itemsOfOne(document: OpenDocument, diagnostic: Diagnostic, client: Client): Items {
  return { document, findings: [made(diagnosticOf(document, diagnostic, client))], repeats: repeatsOf(document, diagnostic, client).map(made) };
}

function lowerAll({ document, findings, repeats }: Items, lines: number): Items {
  const lower = ({ of, told }: Item): Item => ({ of, told: itemBelow(told, lines, document.uri) });
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
