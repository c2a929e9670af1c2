/**
 * Raw HTML tables, as converters leave them in text. Tags of tables make cells, those of paragraphs and line breaks make
 * pieces of a cell, the others nothing; a tag may go over lines. A cell of several columns is followed by empty ones if it
 * holds a value, so that the values after it keep their place; not so in a row that has as many cells as the header above it, and is
 * as wide: they are a column each.
 */
import { fold } from '../../text/fold';
import type { CellSyntax, RowSyntax } from '../types';
import { blankedOut, cellOf, emptyAt, ENTITY, joinPieces, type LayoutReader, type Line } from './layout';

export const TAG = /<!--|<\/?([a-z][a-z0-9:]*)((?:[\s/][^<>]*)?)>/gi;
/** What stands raised or lowered, as the number of a note, is no part of the number beside it. */
const BREAK = /^(?:p|br|div|li|su[bp])$/;
const COLSPAN = /\bcolspan\s*=\s*["']?(\d{1,2})/i;

export const html: LayoutReader = {
  family: 'html',
  sniff: () => 1,
  read(lines) {
    const rows: RowSyntax[] = [];
    const origin = lines[0]!.start;
    const text = textOf(lines);
    const lastCommentEnd = text.lastIndexOf('-->');
    let row: { start: number; cells: SpanningCell[] } | undefined;
    let cell: Cell | undefined;
    let from = 0;
    /** The last header row of the table. */
    let heads: readonly SpanningCell[] = [];
    const closeCell = (): void => {
      if (cell && row) row.cells.push({ content: contentOf(cell), columns: cell.columns });
      cell = undefined;
    };
    const closeRow = (end: number): void => {
      closeCell();
      if (row && row.cells.length > 0) {
        const { start, cells } = row;
        if (isHeader(cells)) heads = cells;
        const alike = cells.length === heads.length && widthOf(cells) === widthOf(heads);
        rows.push({ span: { start, end }, layout: 'html', cells: alike ? cells.map(({ content }) => content) : cells.flatMap(spread), open: false });
      }
      row = undefined;
    };
    for (const tag of text.matchAll(TAG)) {
      if (tag.index < from) continue; // in a comment
      const isComment = tag[0] === '<!--';
      if (isComment && tag.index > lastCommentEnd) continue; // never closed: text like any other
      if (cell) addText(cell, text, from, tag.index, origin);
      from = isComment ? text.indexOf('-->', tag.index) + '-->'.length : tag.index + tag[0].length;
      const name = tag[1]?.toLowerCase();
      const closes = tag[0].startsWith('</');
      if (name === 'tr' || name === 'table') {
        closeRow(origin + tag.index);
        if (name === 'table') heads = [];
        if (name === 'tr' && !closes) row = { start: origin + tag.index, cells: [] };
      } else if (name === 'td' || name === 'th') {
        closeCell();
        if (!closes) cell = { lines: [], open: false, columns: Number(COLSPAN.exec(tag[2] ?? '')?.[1] ?? 1), at: origin + from };
      } else if (cell && name && BREAK.test(name)) cell.open = false;
    }
    if (cell) addText(cell, text, from, text.length, origin);
    closeRow(lines.at(-1)!.end);
    return rows;
  },
};

/** The lines as one text, in which offsets are those of the slice less the start of the first line. */
function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, end }, i) => text + '\n'.repeat((lines[i + 1]?.start ?? end) - end)).join('');
}

interface Cell {
  /** Text between breaks, in the pieces that tags within words make of it: `3` and `7`, each in a tag of its own, are 37. */
  readonly lines: CellSyntax[][];
  /** The next text goes on where the last one ended. */
  open: boolean;
  readonly columns: number;
  /** Where its content begins. */
  readonly at: number;
}

interface SpanningCell {
  readonly content: CellSyntax;
  readonly columns: number;
}

const isHeader = (cells: readonly SpanningCell[]): boolean => cells.length > 1 && cells.every(({ content: { text, quantity } }) => quantity.kind === 'text' && text !== '');

const widthOf = (cells: readonly SpanningCell[]): number => cells.reduce((width, { columns }) => width + columns, 0);

function spread({ content, columns }: SpanningCell): CellSyntax[] {
  const extra = content.quantity.kind === 'text' ? 0 : columns - 1;
  return [content, ...Array.from({ length: extra }, () => emptyAt(content.span.end))];
}

/** Adds the text between two tags, spaces written as entities blanked out one for one. */
function addText(cell: Cell, text: string, from: number, to: number, origin: number): void {
  if (from === to) return;
  const folded = fold(text.slice(from, to)).replace(ENTITY, blankedOut);
  if (!cell.open || /^\s/.test(folded)) cell.lines.push([]);
  cell.open = !/\s$/.test(folded);
  for (const { 0: line, index } of folded.matchAll(/[^\r\n]+/g)) {
    const piece = line.trim();
    if (piece === '') continue;
    const start = origin + from + index + line.indexOf(piece);
    if (index > 0 && cell.lines.at(-1)!.length > 0) cell.lines.push([]);
    cell.lines.at(-1)!.push(cellOf(start, piece));
  }
}

function contentOf({ lines, at }: Cell): CellSyntax {
  const written = lines.filter((pieces) => pieces.length > 0);
  return written.length === 0 ? emptyAt(at) : joinPieces(written.map((pieces) => joinPieces(pieces, '')));
}
