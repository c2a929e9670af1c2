/**
 * A bound table as it stands in the text: where it begins and ends, and its rows with their cells as written.
 *
 * Nothing changes its place. The binding says which pieces are one row: a label broken over lines is one cell where nothing
 * stands between its pieces, values that stand apart from their label are its row's, and blanks that only pad are left out.
 */
import { rowsOf } from '../../syntax/rows';
import type { CellSyntax, RowSyntax } from '../../syntax/types';
import { lines } from '../../text/lines';
import { seam } from '../../text/seam';
import { type Span, span } from '../../text/span';
import { contentOf, rawOf } from './cellText';
import { headerColumns, opening, type Word, wordRows, wordsOf } from '../binding/headerWords';
import { matcherOf } from '../binding/labels';
import { remembered } from '../remembered';
import type { WrittenRow } from './render';
import { isSeparated, reach, regionOf } from './tableReach';
import type { BoundTable } from '../types';

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
  const [first, end] = reach(table, rows, (row) => holds(row, claims));
  const own = rows.slice(first, end);
  const region = regionOf(table, own);
  const stray = own.some(({ cells }) => cells.some((cell) => cell.quantity.kind === 'number' && !claims.has(cell)));
  return { span: region, parts: partsOf(table, own, region, claims), stray };
});

/** What the binding took each cell of the slice for. */
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
      if (inside && !claims.has(cell) && !matcher.isHeader(cell.text)) claims.set(cell, { group: groupOf(index), kind: 'label' });
    }
  });
  return claims;
}

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
    const written = text.slice(row.span.start, row.span.end);
    if (holds(row, this.claims)) this.#claimed(row);
    else if (this.separated && contentOf(written, row.layout === 'html') === '') return; // bars or a rule
    else if (this.separated && /^\s*#/.test(written)) this.line(row.span);
    else if (row.open) {
      this.#close();
      for (const word of wordsOf(row, (cell) => rawOf(text, cell))) this.#loose.push(word);
    } else {
      this.#flush();
      this.#words(row);
    }
  }

  /** A line that is no row. */
  line(own: Span): void {
    this.#flush();
    this.#parts.push({ kind: 'line', span: own });
  }

  end(): Part[] {
    this.#flush();
    return this.#parts;
  }

  /** A row with a label or with values. */
  #claimed(row: RowSyntax): void {
    let lead: string[] = [];
    for (const cell of row.cells) {
      const raw = rawOf(this.table.section.text, cell);
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
    const raws = row.cells.map((cell) => rawOf(text, cell));
    const all = row.cells.every(({ quantity }, i) => quantity.kind === 'text' || raws[i] === '');
    const written = raws.findLastIndex((raw) => raw !== '') + 1;
    const words = all ? raws.filter((raw) => raw !== '') : raws.slice(0, written);
    const columns = headerColumns(words, this.table.spec);
    this.#row({ words, values: [], ...(columns ? { columns } : {}) });
  }

  #flush(): void {
    this.#close();
    this.#settle();
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
      if (known || !this.separated || lines.every(isSeparated)) this.#row(row);
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

