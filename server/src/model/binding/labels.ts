/**
 * Which row of a table a label names.
 *
 * Labels come exact, with the group's label before them, with a bracketed tail, cut, or misspelt by a few characters.
 * The answer says which, so that what is less than certain can be reported; where two rows fit equally there is no answer.
 */
import type { TableSpec } from '../../editions';
import { editDistance } from '../../text/distance';
import { fold, matchKey } from '../../text/fold';

/**
 * `exact`: the form's words (punctuation and widths aside) or a known alias. `prefixed`: after other words, as a group label.
 * `tail`: with a bracketed tail. `cut`: its beginning. `misspelt`: a few characters differ. `part`: a piece of it.
 */
export type LabelKind = 'exact' | 'prefixed' | 'tail' | 'cut' | 'misspelt' | 'part';

export interface LabelMatch {
  /** Index into `spec.rows`. */
  readonly row: number;
  readonly kind: LabelKind;
}

/** How much a match of a kind is worth against another of the same record. */
export const LABEL_WEIGHT: Readonly<Record<LabelKind, number>> = { exact: 10, prefixed: 9, tail: 8, misspelt: 6, cut: 5, part: 2 };

const MEMO_LIMIT = 4096;
const ORDINAL = /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?=\D)/;
/** A bracket that ends the text, or was cut off with it: what goes on behind it is another cell. */
const TAIL = /[([](?:[^()[\]]|[([][^()[\]]*[)\]]){0,120}[)\]]?$/;

export class LabelMatcher {
  /** How many values each row of the form has. */
  readonly columns: readonly number[];
  readonly #keys: { readonly row: number; readonly key: string }[] = [];
  readonly #exact = new Map<string, number>();
  readonly #headers = new Set<string>();
  /** Of columns, those that are no piece of a label. */
  readonly #titles: ReadonlySet<string>;
  /** Longest first. */
  readonly #longHeaders: readonly string[];
  /** All of them, and the keys that name a row, each between spaces: one search finds a piece of any, or the beginning. */
  readonly #headerWords: string;
  readonly #labelWords: string;
  readonly #memo = new Map<string, LabelMatch | null>();

  constructor(spec: TableSpec) {
    this.columns = spec.rows.map(({ columns }) => columns.length);
    for (const { cells, row } of spec.skeleton) {
      for (const cell of row === undefined ? cells : cells.slice(0, -1)) this.#headers.add(matchKey(cell));
    }
    for (const { title } of spec.columns) this.#headers.add(matchKey(title));
    this.#longHeaders = [...this.#headers].filter((key) => key.length >= 2).sort((a, b) => b.length - a.length);
    spec.rows.forEach(({ title, aliases = [] }, row) => {
      for (const label of [title, ...aliases]) {
        const key = matchKey(label);
        this.#keys.push({ row, key });
        this.#exact.set(key, row);
      }
    });
    // A lost ordinal is no obstacle where the words alone name one row.
    const bare = new Map<string, number | undefined>();
    for (const { row, key } of this.#keys) {
      const words = key.replace(ORDINAL, '');
      if (words !== key && words.length >= 4) bare.set(words, bare.has(words) && bare.get(words) !== row ? undefined : row);
    }
    for (const [words, row] of bare) if (row !== undefined && !this.#exact.has(words) && !this.#headers.has(words)) this.#exact.set(words, row);
    this.#headerWords = ` ${this.#longHeaders.join(' ')} `;
    this.#labelWords = ` ${[...this.#exact.keys()].join(' ')} `;
    this.#titles = new Set(spec.columns.map(({ title }) => matchKey(title)).filter((key) => !this.#labelWords.includes(key)));
  }

  /** Whether `text` is printed in the header, a caption or a group cell, and so never names a row by itself. */
  isHeader(text: string): boolean {
    return this.isHeaderKey(matchKey(text));
  }

  /** `isHeader` of the text that `key` is made of. */
  isHeaderKey(key: string): boolean {
    return this.#headers.has(key) && !this.#exact.has(key);
  }

  /** Whether `key` is printed above the numbers of a column, and nowhere else. */
  isTitleKey(key: string): boolean {
    return this.#titles.has(key) && !this.#exact.has(key);
  }

  /** Whether `text` is a piece of a header, of at least one character that says something. */
  isHeaderPiece(text: string): boolean {
    return this.#headerWords.includes(matchKey(text));
  }

  /** The row that `text` names exactly, undefined otherwise. Cheap: one look-up. */
  exact(text: string): number | undefined {
    return this.exactKey(matchKey(text));
  }

  /** `exact` of the text that `key` is made of. */
  exactKey(key: string): number | undefined {
    return this.#exact.get(key);
  }

  /** Whether `key` is a piece of what names a row: what it is not, nothing longer is either. */
  isPiece(key: string): boolean {
    return this.#labelWords.includes(key);
  }

  /** The key of `text` as a piece of a label: without the piece of a group's label that stands before it on the same line. */
  pieceKey(text: string): string {
    const key = matchKey(text);
    const rest = this.isPiece(key) ? '' : matchKey(this.withoutGroup(text));
    return rest !== '' && this.isPiece(rest) ? rest : key;
  }

  /** `text` without a piece of a header that stands before it on the same line; empty if there is none. */
  withoutGroup(text: string): string {
    const gap = text.indexOf(' ');
    return gap > 0 && this.isHeaderPiece(text.slice(0, gap)) ? text.slice(gap + 1) : '';
  }

  /** Whether what names a row, or a header, begins with `key`. */
  isBeginning(key: string): boolean {
    const beginning = ` ${key}`;
    return this.#labelWords.includes(beginning) || this.#headerWords.includes(beginning);
  }

  /** How many columns the row has that `text` names exactly; 0 if it names none. */
  columnsOf(text: string): number {
    const row = this.exact(text);
    return row === undefined ? 0 : this.columns[row]!;
  }

  /** The row that `text` names, by likeness if need be. */
  match(text: string): LabelMatch | undefined {
    let match = this.#memo.get(text);
    if (match === undefined) {
      match = this.#match(text) ?? null;
      if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear();
      this.#memo.set(text, match);
    }
    return match ?? undefined;
  }

  /**
   * Whether `text` may be the label of `row`, whose place it stands in: `least` like it (0–1) and no more like another row's, for
   * then its place is not where its words belong.
   */
  isLikeNoOther(text: string, row: number, least: number): boolean {
    const key = matchKey(text);
    const own = this.#likeness(key, row, least);
    return own >= least && (own === 1 || this.columns.every((_, other) => other === row || this.#likeness(key, other, own) <= own));
  }

  /** 0–1: how alike `key` and the label of `row` are; somewhere below `least` where it is less. */
  #likeness(key: string, row: number, least: number): number {
    let best = 0;
    for (const candidate of this.#keys) {
      if (candidate.row !== row) continue;
      const length = Math.max(key.length, candidate.key.length);
      best = Math.max(best, 1 - editDistance(key, candidate.key, Math.ceil((1 - least) * length)) / length);
    }
    return best;
  }

  #match(text: string): LabelMatch | undefined {
    const key = matchKey(text);
    if (key.length < 2 || key.length > 120) return undefined;
    const exact = this.#exact.get(key);
    if (exact !== undefined) return { row: exact, kind: 'exact' };
    if (this.#headers.has(key)) return undefined;
    return (
      this.#only('prefixed', ({ key: own }) => own.length >= 4 && key.length - own.length <= 16 && key.endsWith(own)) ??
      this.#afterHeaders(key) ??
      this.#tailed(text) ??
      (key.length >= 5 ? this.#only('cut', ({ key: own }) => own.startsWith(key)) : undefined) ??
      this.#misspelt(key) ??
      (key.length >= 5 ? this.#only('part', ({ key: own }) => own.includes(key)) : undefined)
    );
  }

  /** The one row for which `fits` holds. */
  #only(kind: LabelKind, fits: (candidate: { readonly row: number; readonly key: string }) => boolean): LabelMatch | undefined {
    let row: number | undefined;
    for (const candidate of this.#keys) {
      if (!fits(candidate) || candidate.row === row) continue;
      if (row !== undefined) return undefined;
      row = candidate.row;
    }
    return row === undefined ? undefined : { row, kind };
  }

  /** A label with header words and captions glued before it. */
  #afterHeaders(key: string): LabelMatch | undefined {
    let rest = key;
    for (let header: string | undefined = ''; header !== undefined; rest = rest.slice(header.length)) {
      const own = rest;
      header = this.#longHeaders.find((candidate) => own.startsWith(candidate));
      if (header === undefined) break;
    }
    const row = rest === key ? undefined : this.#exact.get(rest);
    return row === undefined ? undefined : { row, kind: 'prefixed' };
  }

  #tailed(text: string): LabelMatch | undefined {
    const bracket = fold(text).search(TAIL);
    if (bracket < 2) return undefined;
    const row = this.#exact.get(matchKey(text.slice(0, bracket)));
    return row === undefined ? undefined : { row, kind: 'tail' };
  }

  #misspelt(key: string): LabelMatch | undefined {
    if (key.length < 4) return undefined;
    let best: { row: number; distance: number } | undefined;
    let second = Infinity;
    for (const candidate of this.#keys) {
      const limit = Math.max(1, Math.floor(candidate.key.length / 4));
      const distance = editDistance(key, candidate.key, limit);
      if (distance > limit) continue;
      if (!best || distance < best.distance) {
        if (best && best.row !== candidate.row) second = best.distance;
        best = { row: candidate.row, distance };
      } else if (candidate.row !== best.row) second = Math.min(second, distance);
    }
    return best && best.distance < second ? { row: best.row, kind: 'misspelt' } : undefined;
  }
}

const matchers = new WeakMap<TableSpec, LabelMatcher>();

export function matcherOf(spec: TableSpec): LabelMatcher {
  let matcher = matchers.get(spec);
  if (!matcher) matchers.set(spec, (matcher = new LabelMatcher(spec)));
  return matcher;
}
