/** How the findings that an editor is told differ from those it was told before. */
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { DiagnosticDelta } from '../protocol';
import type { Snapshot } from './analyses';
import type { OpenDocument } from './documents';
import type { Part } from './items';

/** Where a part stood: from which item on, and what `Part` says of it. */
type Place = Pick<Part, 'count' | 'line'> & { readonly start: number };

/** By what parts are of. */
type Told = ReadonlyMap<object, Partial<Record<Part['kind'], Place>>>;

/** Answers that are remembered of a document: those to quick typing are thrown away by the editor, which then asks from an older one. */
const MOST_REMEMBERED = 4;

export class ItemRuns {
  readonly #told = new WeakMap<OpenDocument, Map<string, Told>>();

  /** `parts` of the snapshot, as they differ from those told as `previous`. Without it, or where that is forgotten, all are new. */
  since(previous: string | undefined, { document, resultId }: Pick<Snapshot, 'document' | 'resultId'>, parts: readonly Part[]): DiagnosticDelta<LspDiagnostic> {
    let told = this.#told.get(document);
    if (!told) this.#told.set(document, (told = new Map<string, Told>()));
    const before = previous === undefined ? undefined : told.get(previous);
    told.delete(resultId); // the latest stands last
    told.set(resultId, placesOf(parts));
    if (told.size > MOST_REMEMBERED) told.delete(told.keys().next().value!);
    return { resultId, runs: runsOf(parts, before) };
  }
}

function placesOf(parts: readonly Part[]): Told {
  const told = new Map<object, Partial<Record<Part['kind'], Place>>>();
  let start = 0;
  for (const { of, kind, count, line } of parts) {
    let own = told.get(of);
    if (!own) told.set(of, (own = {}));
    own[kind] = { start, count, line };
    start += count;
  }
  return told;
}

interface News {
  readonly items: LspDiagnostic[];
}

interface Kept {
  readonly start: number;
  count: number;
  readonly lines: number;
}

/** As few as there can be: neighbours are one. */
function runsOf(parts: readonly Part[], before: Told | undefined): (News | Kept)[] {
  const runs: (News | Kept)[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    const kept = keptOf(part, before?.get(part.of)?.[part.kind]);
    if (!kept) {
      if (last && 'items' in last) last.items.push(...part.items());
      else runs.push({ items: [...part.items()] });
    } else if (last && 'count' in last && last.lines === kept.lines && last.start + last.count === kept.start) last.count += kept.count;
    else runs.push(kept);
  }
  return runs;
}

function keptOf({ count, line }: Part, before: Place | undefined): Kept | undefined {
  if (before?.line === undefined || line === undefined || before.count < count) return undefined;
  return { start: before.start, count, lines: line - before.line };
}
