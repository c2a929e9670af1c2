/**
 * How the findings that an editor is told differ from those it was told before. Those of a report that did not change stay with the
 * editor, together; of one that did, each that says the same.
 */
import type { Diagnostic as LspDiagnostic, Range } from 'vscode-languageserver';
import type { DiagnosticDelta } from '../../protocol';
import type { Snapshot } from '../analyses';
import type { OpenDocument } from '../documents';
import type { Item, Part } from './items';

/** A part as it was told. */
interface Place extends Pick<Part, 'of' | 'kind' | 'count' | 'line'> {
  /** The index of its first item. */
  readonly start: number;
  /** Its items as they once were made; since then they have moved `lines` further down. */
  readonly items: readonly Item[];
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
  const keep = (start: number, count: number, lines: number): void => {
    const last = runs.at(-1);
    if (last && 'count' in last && last.lines === lines && last.start + last.count === start) last.count += count;
    else runs.push({ start, count, lines });
  };
  const send = ({ told }: Item): void => {
    const last = runs.at(-1);
    if (last && 'items' in last) last.items.push(told);
    else runs.push({ items: [told] });
  };
  let gone: Gone | undefined;
  for (const { of, kind, items, count, lines } of places) {
    const same = before.byOwner.get(of)?.[kind];
    if (same?.items === items) {
      keep(same.start, count, lines - same.lines);
      continue;
    }
    gone ??= new Gone(places, before, uri);
    for (let i = 0; i < items.length; ) {
      const former = gone.find(items[i]!);
      if (former) {
        const length = follow(former, items, i);
        keep(former.place.start + former.index, length, items[i]!.told.range.start.line - lineOf(former));
        i += length;
      } else send(items[i++]!);
    }
  }
  return runs;
}

/** An item that was told: the one at `index` of `place`. */
interface Former {
  readonly place: Place;
  readonly index: number;
}

const itemOf = ({ place, index }: Former): Item => place.items[index]!;

/** The line it was last on. */
const lineOf = (former: Former): number => itemOf(former).told.range.start.line + former.place.lines;

/** How many of `items`, from `from` on, stand in a row as they once did from `former` on. The first does, whatever it is of. */
function follow({ place: { items: old, count }, index }: Former, items: readonly Item[], from: number): number {
  const lines = items[from]!.told.range.start.line - old[index]!.told.range.start.line;
  let length = 1;
  for (; from + length < items.length && index + length < count; length++) {
    const [a, b] = [old[index + length]!, items[from + length]!];
    if (a.of !== b.of || b.told.range.start.line - a.told.range.start.line !== lines) break;
  }
  return length;
}

/** What was told of parts that are no more: most of it is said again by those in their stead. */
class Gone {
  readonly #byItem = new Map<object, Former>();
  /** Made when asked for: items that were made anew are few. */
  #byMessage: Map<LspDiagnostic['message'], Former[]> | undefined;

  constructor(
    places: readonly Place[],
    before: Told,
    private readonly uri: string,
  ) {
    const still = new Set(places.map(({ items }) => items));
    for (const place of before.places) {
      if (still.has(place.items)) continue;
      for (let index = 0; index < place.count; index++) this.#byItem.set(place.items[index]!.of, { place, index });
    }
  }

  /** An item that said the same as `item`, on whatever line. */
  find({ of, told }: Item): Former | undefined {
    return this.#byItem.get(of) ?? this.#another(told);
  }

  /** An item that was made anew says, most of the time, what one said before. Each is taken once, so that equal ones keep their order. */
  #another(told: LspDiagnostic): Former | undefined {
    const same = (this.#byMessage ??= this.#messages()).get(told.message);
    const index = same?.findIndex((own) => saysTheSame(itemOf(own).told, told, this.uri)) ?? -1;
    return index < 0 ? undefined : same!.splice(index, 1)[0];
  }

  #messages(): Map<LspDiagnostic['message'], Former[]> {
    const byMessage = new Map<LspDiagnostic['message'], Former[]>();
    for (const former of this.#byItem.values()) {
      const { message } = itemOf(former).told;
      const others = byMessage.get(message);
      if (others) others.push(former);
      else byMessage.set(message, [former]);
    }
    return byMessage;
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
