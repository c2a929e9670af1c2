/**
 * How the findings that an editor is told differ from those it was told before. Those of a report that did not change stay with the
 * editor, together; of one that did, each that says the same.
 */
import type { Diagnostic as LspDiagnostic, Range } from 'vscode-languageserver';
import type { DiagnosticDelta } from '../protocol';
import type { Snapshot } from './analyses';
import type { OpenDocument } from './documents';
import type { Part } from './items';

/** A part as it was told. */
interface Place extends Pick<Part, 'of' | 'kind' | 'count' | 'line'> {
  /** The index of its first item. */
  readonly start: number;
  /** Its items as they once were made; since then they have moved `lines` further down. */
  readonly items: readonly LspDiagnostic[];
  readonly lines: number;
}

/** Parts in their order, and by what they are of. */
interface Told {
  readonly places: readonly Place[];
  readonly byOwner: ReadonlyMap<object, Partial<Record<Part['kind'], Place>>>;
}

/** Answers that are remembered of a document: those to quick typing are thrown away by the editor, which then asks from an older one. */
const MOST_REMEMBERED = 4;

const NOTHING: Told = { places: [], byOwner: new Map() };

export class ItemRuns {
  readonly #told = new WeakMap<OpenDocument, Map<string, Told>>();

  /** `parts` of the snapshot, as they differ from those told as `previous`. Without it, or where that is forgotten, all are new. */
  since(previous: string | undefined, { document, resultId }: Pick<Snapshot, 'document' | 'resultId'>, parts: readonly Part[]): DiagnosticDelta<LspDiagnostic> {
    let told = this.#told.get(document);
    if (!told) this.#told.set(document, (told = new Map<string, Told>()));
    const before = (previous === undefined ? undefined : told.get(previous)) ?? NOTHING;
    const places = placesOf(parts, before);
    told.delete(resultId); // the latest stands last
    told.set(resultId, indexed(places));
    if (told.size > MOST_REMEMBERED) told.delete(told.keys().next().value!);
    return { resultId, runs: runsOf(places, before, document.uri) };
  }
}

function placesOf(parts: readonly Part[], { byOwner }: Told): Place[] {
  let start = 0;
  return parts.map(({ of, kind, count, line, items }) => {
    const before = byOwner.get(of)?.[kind];
    const stays = before && before.count >= count && before.line !== undefined && line !== undefined;
    const place: Place = stays ? { of, kind, count, line, start, items: before.items, lines: before.lines + line - before.line } : { of, kind, count, line, start, items: items(), lines: 0 };
    start += count;
    return place;
  });
}

function indexed(places: readonly Place[]): Told {
  const byOwner = new Map<object, Partial<Record<Part['kind'], Place>>>();
  for (const place of places) {
    const own = byOwner.get(place.of);
    if (own) own[place.kind] = place;
    else byOwner.set(place.of, { [place.kind]: place });
  }
  return { places, byOwner };
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
function runsOf(places: readonly Place[], before: Told, uri: string): (News | Kept)[] {
  const runs: (News | Kept)[] = [];
  const keep = (kept: Kept): void => {
    const last = runs.at(-1);
    if (last && 'count' in last && last.lines === kept.lines && last.start + last.count === kept.start) last.count += kept.count;
    else runs.push(kept);
  };
  const send = (item: LspDiagnostic): void => {
    const last = runs.at(-1);
    if (last && 'items' in last) last.items.push(item);
    else runs.push({ items: [item] });
  };
  let gone: Gone | undefined;
  for (const { of, kind, items, count, lines } of places) {
    const same = before.byOwner.get(of)?.[kind];
    if (same?.items === items) {
      keep({ start: same.start, count, lines: lines - same.lines });
      continue;
    }
    gone ??= new Gone(places, before, uri);
    for (const item of items) {
      const kept = gone.take(item);
      if (kept) keep({ ...kept, count: 1 });
      else send(item);
    }
  }
  return runs;
}

/** What was told of parts that are no more: most of it is said again by those in their stead. */
class Gone {
  readonly #byMessage = new Map<LspDiagnostic['message'], { readonly item: LspDiagnostic; readonly start: number; readonly line: number }[]>();

  constructor(
    places: readonly Place[],
    before: Told,
    private readonly uri: string,
  ) {
    const still = new Set(places.map(({ items }) => items));
    for (const { items, start, count, lines } of before.places) {
      if (still.has(items)) continue;
      for (const [i, item] of items.slice(0, count).entries()) {
        const told = { item, start: start + i, line: item.range.start.line + lines };
        const others = this.#byMessage.get(item.message);
        if (others) others.push(told);
        else this.#byMessage.set(item.message, [told]);
      }
    }
  }

  /** Where an item that says the same as `item` was told, and how many lines further up. Each is taken once. */
  take(item: LspDiagnostic): { readonly start: number; readonly lines: number } | undefined {
    const told = this.#byMessage.get(item.message);
    const index = told?.findIndex((own) => saysTheSame(own.item, item, this.uri)) ?? -1;
    if (index < 0) return undefined;
    const [own] = told!.splice(index, 1);
    return { start: own!.start, lines: item.range.start.line - own!.line };
  }
}

/** Whether the two are the same but for the lines, by which all their places in the document differ alike. */
function saysTheSame(a: LspDiagnostic, b: LspDiagnostic, uri: string): boolean {
  const lines = b.range.start.line - a.range.start.line;
  const [here, there] = [a.relatedInformation ?? [], b.relatedInformation ?? []];
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    a.codeDescription?.href === b.codeDescription?.href &&
    a.tags?.join() === b.tags?.join() &&
    areApart(a.range, b.range, lines) &&
    here.length === there.length &&
    here.every(({ location, message }, i) => {
      const other = there[i]!;
      return message === other.message && location.uri === other.location.uri && areApart(location.range, other.location.range, location.uri === uri ? lines : 0);
    })
  );
}

function areApart(a: Range, b: Range, lines: number): boolean {
  return b.start.line - a.start.line === lines && b.end.line - a.end.line === lines && a.start.character === b.start.character && a.end.character === b.end.character;
}
