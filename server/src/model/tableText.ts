/**
 * A bound table as it stands in the text: where it begins and ends, and its rows with their cells as written.
 *
 * Nothing changes its place. The binding says which pieces are one row: a label broken over lines is one cell where nothing
 * stands between its pieces, values that stand apart from their label are its row's, and blanks that only pad are left out.
 */
import { ENTITY, TAG } from '../syntax/layouts/html';
import { rowsOf } from '../syntax/rows';
import type { CellSyntax, RowSyntax } from '../syntax/types';
import { fold } from '../text/fold';
import { lineEnd, lines, lineStart, nextLineEnd, previousLine } from '../text/lines';
import { seam } from '../text/seam';
import { type Span, span } from '../text/span';
import { headerColumns, opening, type Word, wordRows, wordsOf } from './headerWords';
import { matcherOf } from './labels';
import { remembered } from './remembered';
import type { WrittenRow } from './render';
import type { BoundTable } from './types';

/** A row, or a line that stands between rows and is none, as a page number. */
export type Part = { readonly kind: 'row'; readonly row: WrittenRow } | { readonly kind: 'line'; readonly span: Span };

export interface TableText {
  /** With the header, relative to the slice. */
  readonly span: Span;
  /** In the order of the text. */
  readonly parts: readonly Part[];
  /** Whether a number stands in it that is no row's. */
  readonly stray: boolean;
}

/** What the binding took a cell for. */
interface Claim {
  /** Cells of one row of the text have the same: the rows of 表四 stand side by side. */
  readonly group: number;
  readonly kind: 'label' | 'value';
}

type Claims = ReadonlyMap<CellSyntax, Claim>;

const holds = ({ cells }: RowSyntax, claims: Claims): boolean => cells.some((cell) => claims.has(cell));

/** The text of a table that is readable. */
export const tableText = remembered((table: BoundTable): TableText => {
  const claims = claimsOf(table);
  const rows = rowsOf(table.section);
  // Numbers that were told apart by the equations are no cells of the text.
  if (!rows.some((row) => holds(row, claims))) return { span: table.span, parts: [], stray: false };
  const [first, end] = reach(table, rows, claims);
  const own = rows.slice(first, end);
  const region = regionOf(table, own);
  const stray = own.some(({ cells }) => cells.some((cell) => cell.quantity.kind === 'number' && !claims.has(cell)));
  return { span: region, parts: partsOf(table, own, region, claims), stray };
});

export function claimsOf({ section, spec, rows }: BoundTable): Claims {
  const claims = new Map<CellSyntax, Claim>();
  const groupOf = (index: number): number => (spec.id === 'reviewAndLitigation' ? 0 : index);
  rows.forEach(({ values }, index) => {
    for (const cell of values) claims.set(cell, { group: groupOf(index), kind: 'value' });
  });
  const matcher = matcherOf(spec);
  const words = rowsOf(section).flatMap(({ cells }) => cells.filter((cell) => cell.quantity.kind === 'text' && !claims.has(cell)));
  rows.forEach(({ label }, index) => {
    if (!label) return;
    for (const cell of words) {
      const inside = cell.span.start >= label.span.start && cell.span.end <= label.span.end;
      if (inside && !matcher.isHeader(cell.text)) claims.set(cell, { group: groupOf(index), kind: 'label' });
    }
  });
  return claims;
}

// Where the table begins and ends.

const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]/;

/** At most so many lines of flowing text are a header. */
const LONGEST_HEADER = 60;

/** The rows of the table with its header: [first, end) of `rows`. */
function reach(table: BoundTable, rows: readonly RowSyntax[], claims: Claims): [number, number] {
  const { section, spec } = table;
  const matcher = matcherOf(spec);
  const beside = (a: RowSyntax, b: RowSyntax): boolean => !BLANK_LINE.test(section.text.slice(a.span.end, b.span.start));
  const named = ({ cells }: RowSyntax): boolean => cells.some(({ text }) => matcher.isHeader(text));
  let first = rows.findIndex((row) => holds(row, claims));
  for (;;) {
    const above = rows[first - 1];
    const next = above && isSeparated(above) ? (isWords(above) && (beside(above, rows[first]!) || named(above)) ? first - 1 : first) : headerStart(table, rows, first);
    if (next === first) break;
    first = next;
  }
  let end = rows.findLastIndex((row) => holds(row, claims)) + 1;
  while (end < rows.length && isSeparated(rows[end]!) && isWords(rows[end]!) && beside(rows[end - 1]!, rows[end]!)) end++;
  return [first, end];
}

const isSeparated = ({ layout }: RowSyntax): boolean => layout !== 'flow' && layout !== 'flattened';
const isWords = ({ cells }: RowSyntax): boolean => cells.every(({ quantity }) => quantity.kind !== 'number');

/** The first of the lines directly before `end` that together spell nothing but headers. */
function headerStart({ section, spec }: BoundTable, rows: readonly RowSyntax[], end: number): number {
  let first = end;
  while (first > 0 && end - first < LONGEST_HEADER && rows[first - 1]!.layout === 'flow' && isWords(rows[first - 1]!)) first--;
  for (; first < end; first++) {
    const words = rows.slice(first, end).flatMap((row) => wordsOf(row, (cell) => rawOf(section.text, row, cell)));
    if (wordRows(words, spec).every(({ known }) => known)) return first;
  }
  return end;
}

/** Whole lines, with those around them that hold nothing but rules or tags; not the heading. */
function regionOf({ section: { text, heading } }: BoundTable, rows: readonly RowSyntax[]): Span {
  const from = heading?.span.end ?? 0;
  const html = rows.some(({ layout }) => layout === 'html');
  let start = Math.max(from, lineStart(text, rows[0]!.span.start));
  let end = lineEnd(text, rows.at(-1)!.span.end);
  while (start > from) {
    const above = previousLine(text, start);
    if (above < from || !isFrame(text.slice(above, start), html)) break;
    start = above;
  }
  while (end < text.length) {
    const below = nextLineEnd(text, end);
    if (!isFrame(text.slice(end, below), html)) break;
    end = below;
  }
  return span(start, end);
}

const isFrame = (line: string, html: boolean): boolean => line.trim() !== '' && contentOf(line, html) === '';

const SEPARATOR = /[|｜│\u2500-\u257f]/g;

/** `text` without what only separates cells: rules, bars, tags, white space and line ends. */
export function contentOf(text: string, html: boolean): string {
  const own = html ? withoutComments(text).replace(TAG, '').replace(ENTITY, '') : text;
  let content = '';
  for (const [start, end] of lines(own)) {
    const line = own.slice(start, end);
    if (isRule(line)) continue;
    const folded = fold(line);
    // What folds to a space has no width or is one.
    for (let i = 0; i < line.length; i++) if (folded[i] !== ' ') content += line[i]!;
  }
  return content.replace(SEPARATOR, '');
}

function withoutComments(html: string): string {
  const [last = '', ...before] = html.split('-->').reverse();
  return before.reverse().map((part) => (part.includes('<!--') ? part.slice(0, part.indexOf('<!--')) : part)).join('') + last;
}

const RULE = /^[\s|｜│:+=\u2500-\u257f-]+$/;

/** `|---|---|`, `+====+`, `├──┤`, and the longer `-----  ----` of tables without bars, where a short one is a blank mark. */
export function isRule(line: string): boolean {
  return RULE.test(line) && (/[|｜│+]/.test(line) ? /--|==|[\u2500-\u257f]{2}/.test(line) : /-{4}|[\u2500-\u257f]{4}/.test(line));
}

// Its rows.

function partsOf(table: BoundTable, rows: readonly RowSyntax[], region: Span, claims: Claims): Part[] {
  const { text } = table.section;
  const html = rows.some(({ layout }) => layout === 'html');
  const gathering = new Gathering(table, claims, rows.some((row) => isSeparated(row) && holds(row, claims)));
  let next = 0;
  for (const [start, end] of lines(text.slice(0, region.end), region.start)) {
    const covered = next > 0 && rows[next - 1]!.span.end > start;
    const before = next;
    while (next < rows.length && rows[next]!.span.start < Math.max(end, start + 1)) gathering.add(rows[next++]!);
    if (!covered && next === before && contentOf(text.slice(start, end), html) !== '') gathering.line(span(start, end));
  }
  return gathering.end();
}

/** A row that is being put together. */
interface Draft {
  /** Undefined: only words that stand before a label have been met. */
  readonly group: number;
  readonly words: string[];
  readonly values: string[];
  /** Whether the last of the words is a label, which may go on. */
  labelled: boolean;
}

class Gathering {
  readonly #parts: Part[] = [];
  #draft: Draft | undefined;
  /** Words of rows whose end the layout does not tell, that no row of the form claims. */
  #loose: Word[] = [];

  constructor(
    private readonly table: BoundTable,
    private readonly claims: Claims,
    /** Lines without separators are then no part of it, unless the form or the binding knows them. */
    private readonly separated: boolean,
  ) {}

  /** The next row of the text. */
  add(row: RowSyntax): void {
    const { text } = this.table.section;
    if (holds(row, this.claims)) this.#claimed(row);
    else if (contentOf(text.slice(row.span.start, row.span.end), row.layout === 'html') === '') return; // bars or a rule
    else if (this.separated && /^\s*#/.test(text.slice(row.span.start, row.span.end))) this.line(row.span);
    else if (row.open) {
      this.#close();
      this.#loose.push(...wordsOf(row, (cell) => rawOf(text, row, cell)));
    } else {
      this.#settle();
      this.#close();
      this.#words(row);
    }
  }

  /** A line that is no row. */
  line(own: Span): void {
    this.#close();
    this.#settle();
    this.#parts.push({ kind: 'line', span: own });
  }

  end(): Part[] {
    this.#close();
    this.#settle();
    return this.#parts;
  }

  /** A row with a label or with values. */
  #claimed(row: RowSyntax): void {
    let lead: string[] = [];
    for (const cell of row.cells) {
      const raw = rawOf(this.table.section.text, row, cell);
      const claim = this.claims.get(cell);
      const draft = this.#draft;
      if (!claim) {
        if (raw !== '') lead.push(raw);
        continue;
      }
      const goesOn = draft?.group === claim.group && lead.length === 0 && this.#loose.length === 0 && (claim.kind === 'value' || draft.values.length === 0);
      if (!goesOn) {
        this.#close();
        const opening = this.#settle(row.open && lead.length === 0 ? claim.group : undefined);
        this.#draft = { group: claim.group, words: [...opening, ...lead], values: [], labelled: false };
        lead = [];
      }
      put(this.#draft!, claim.kind, raw);
    }
    (this.#draft!.values.length > 0 ? this.#draft!.values : this.#draft!.words).push(...lead);
  }

  /** A row of words, in a layout that tells where it ends. */
  #words(row: RowSyntax): void {
    const { text } = this.table.section;
    const raws = row.cells.map((cell) => rawOf(text, row, cell));
    const all = row.cells.every(({ quantity }, i) => quantity.kind === 'text' || raws[i] === '');
    const written = raws.findLastIndex((raw) => raw !== '') + 1;
    const words = all ? raws.filter((raw) => raw !== '') : raws.slice(0, written);
    const columns = headerColumns(words, this.table.spec);
    this.#row({ words, values: [], ...(columns ? { columns } : {}) });
  }

  #row(row: WrittenRow): void {
    this.#parts.push({ kind: 'row', row });
  }

  #close(): void {
    if (this.#draft) this.#row({ words: this.#draft.words, values: this.#draft.values });
    this.#draft = undefined;
  }

  /** Writes the loose words as rows, but for those that open the row of `group`, which follows. */
  #settle(group?: number): readonly string[] {
    const { spec, rows: bound } = this.table;
    const rows = wordRows(this.#loose, spec);
    this.#loose = [];
    const next = group === undefined ? undefined : bound[group]!;
    const opens = next ? opening(rows, spec, spec.rows.indexOf(next.spec), next.label !== undefined) : 0;
    const own = rows.splice(rows.length - opens, opens);
    for (const { known, rows: lines, ...row } of rows) {
      if (known || !this.separated) this.#row(row);
      else for (const { span: line } of lines) this.#parts.push({ kind: 'line', span: line });
    }
    return own.map(({ words }) => words[0]!);
  }
}

function put(draft: Draft, kind: Claim['kind'], raw: string): void {
  const last = draft.words.at(-1);
  if (kind === 'value') draft.values.push(raw);
  else if (draft.labelled) draft.words[draft.words.length - 1] = last! + seam(last!, raw) + raw;
  else draft.words.push(raw);
  draft.labelled = kind === 'label';
}

const ONLY_DRAWN = /^[\u2500-\u257f\s]+$/;

/** What stands in a cell, its pieces joined as they are read; nothing for what only draws a frame. */
function rawOf(text: string, row: RowSyntax, cell: CellSyntax): string {
  let raw = '';
  let read = 0;
  for (const { start, end } of cell.pieces ?? [cell.span]) {
    const gap = cell.text[read] === ' ' ? ' ' : '';
    raw += gap + text.slice(start, end);
    read += gap.length + end - start;
  }
  if (cell.quantity.kind === 'text' && ONLY_DRAWN.test(raw)) return '';
  return row.layout === 'html' ? raw.replace(ENTITY, ' ') : raw;
}
