/**
 * Words of a table that stand with no values: captions, headers and labels, put together again where the text broke them.
 *
 * Only words that the form prints are joined, and only such as follow each other; others stay as they stand.
 */
import { openingOf, type SkeletonRow, type TableSpec } from '../../editions';
import type { CellSyntax, RowSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { seam } from '../../text/seam';
import { matcherOf } from './labels';
import type { WrittenRow } from '../writing/render';

/** A word of a row of words. */
export interface Word {
  readonly raw: string;
  readonly row: RowSyntax;
  readonly cell: CellSyntax;
  /** What stands between it and the word before it in the same cell; undefined: it begins a cell. */
  readonly gap: string | undefined;
}

/** A row of words, and whether the form prints it. */
export interface WordRow extends WrittenRow {
  readonly known: boolean;
  /** Where its words stand. */
  readonly rows: readonly RowSyntax[];
}

/** How many words one cell of the form may be broken into: `三、本年度办理结果`, a character a line. */
const MAX_PIECES = 14;

/** The words of `row`. In flowing text one space may stand between two cells, so that its cells are taken apart. */
export function wordsOf(row: RowSyntax, rawOf: (cell: CellSyntax) => string): Word[] {
  return row.cells.flatMap((cell): Word[] => {
    const raw = rawOf(cell);
    if (row.layout !== 'flow') return raw === '' ? [] : [{ raw, row, cell, gap: undefined }];
    const gaps = [undefined, ...(raw.match(/\s+/g) ?? [])];
    return raw.split(/\s+/).flatMap((word, i) => (word === '' ? [] : [{ raw: word, row, cell, gap: gaps[i] }]));
  });
}

/** `words` as rows: the printed rows of the form where they spell one, a cell where they spell that, else as they stand. */
export function wordRows(words: readonly Word[], spec: TableSpec): WordRow[] {
  const rows: WordRow[] = [];
  for (let at = 0; at < words.length; ) {
    const next = printedRow(words, at, spec) ?? printedCell(words, at, spec) ?? asItStands(words, at);
    rows.push(next.row);
    at = next.end;
  }
  return rows;
}

interface Found {
  readonly row: WordRow;
  /** Index of the first word after it. */
  readonly end: number;
}

function printedRow(words: readonly Word[], from: number, { skeleton }: TableSpec): Found | undefined {
  for (const printed of skeleton) {
    if (printed.row !== undefined || printed.cells.length < 2) continue;
    const cells: string[] = [];
    let at = from;
    for (const title of printed.cells) {
      const count = spelling(words, at, matchKey(title));
      if (count === 0) break;
      cells.push(joined(words.slice(at, at + count)));
      at += count;
    }
    if (cells.length === printed.cells.length && endsCell(words, at)) return { row: { words: cells, values: [], columns: columnsOf(printed), known: true, rows: rowsOf(words, from, at) }, end: at };
  }
  return undefined;
}

function printedCell(words: readonly Word[], from: number, spec: TableSpec): Found | undefined {
  const matcher = matcherOf(spec);
  let text = '';
  let end = from;
  for (let at = from; at < Math.min(words.length, from + MAX_PIECES); at++) {
    text += words[at]!.raw;
    if (endsCell(words, at + 1) && (matcher.isHeader(text) || matcher.exact(text) !== undefined)) end = at + 1;
  }
  return end === from ? undefined : { row: { words: [joined(words.slice(from, end))], values: [], known: true, rows: rowsOf(words, from, end) }, end };
}

/** The cells from `from` on that are left of its row. */
function asItStands(words: readonly Word[], from: number): Found {
  const { row } = words[from]!;
  const cells = new Map<CellSyntax, Word[]>();
  let end = from;
  for (; words[end]?.row === row; end++) cells.set(words[end]!.cell, [...(cells.get(words[end]!.cell) ?? []), words[end]!]);
  return { row: { words: [...cells.values()].map(joined), values: [], known: false, rows: [row] }, end };
}

/** How many words from `from` on spell `key`; 0 if none do. */
function spelling(words: readonly Word[], from: number, key: string): number {
  let text = '';
  for (let at = from; at < Math.min(words.length, from + MAX_PIECES); at++) {
    text += matchKey(words[at]!.raw);
    if (text === key) return at + 1 - from;
    if (!key.startsWith(text)) break;
  }
  return 0;
}

const endsCell = (words: readonly Word[], end: number): boolean => words[end]?.gap === undefined;

function joined(words: readonly Word[]): string {
  return words.reduce((text, { raw, gap }, i) => text + (i === 0 ? '' : (gap ?? seam(text, raw))) + raw, '');
}

function rowsOf(words: readonly Word[], from: number, end: number): RowSyntax[] {
  return [...new Set(words.slice(from, end).map(({ row }) => row))];
}

/** The columns that the cells of a header row of the form begin in. */
function columnsOf({ cells, columns }: SkeletonRow): readonly number[] {
  return columns ?? cells.map((_, i) => i - 1);
}

/** The columns of a row of whole cells, if it is a header row of the form, cut as its cells may be. */
export function headerColumns(cells: readonly string[], { skeleton }: TableSpec): readonly number[] | undefined {
  const keys = cells.map(matchKey);
  const printed = skeleton.find((own) => own.row === undefined && own.cells.length === keys.length && own.cells.every((title, i) => keys[i] !== '' && matchKey(title).startsWith(keys[i]!)));
  return printed && columnsOf(printed);
}

/** How many of the last of `rows` open the row of the form at `index`: the labels of its groups and, if it has none yet, its own. */
export function opening(rows: readonly WordRow[], spec: TableSpec, index: number, labelled: boolean): number {
  const { id } = spec.rows[index]!;
  const groups = openingOf(spec, id).map(matchKey);
  const single = (fits: (word: string) => boolean, row: WordRow | undefined): boolean => row?.words.length === 1 && fits(row.words[0]!);
  const named = !labelled && single((word) => matcherOf(spec).exact(word) === index, rows.at(-1)) ? 1 : 0;
  const before = rows.length - named - groups.length;
  return (labelled || named > 0) && groups.every((key, i) => single((word) => matchKey(word) === key, rows[before + i])) ? named + groups.length : named;
}
