/**
 * Raw HTML tables, as converters leave them in text. Only tags of tables matter; a cell of several columns is followed by
 * empty ones if it holds a value, so that the values after it keep their place.
 */
import { fold } from '../../text/fold';
import { readQuantity } from '../../text/quantity';
import type { CellSyntax, RowSyntax } from '../types';
import { joinPieces, type LayoutReader, type Line } from './layout';

const TAG = /<!--.*?-->|<\/?([a-z][a-z0-9:]*)((?:\s[^<>]*)?)>/gi;
const COLSPAN = /\bcolspan\s*=\s*["']?(\d{1,2})/i;
const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288);/gi;

export const html: LayoutReader = {
  id: 'html',
  family: 'html',
  sniff: () => 1,
  read(lines) {
    const rows: RowSyntax[] = [];
    let row: { start: number; cells: CellSyntax[] } | undefined;
    let cell: { pieces: CellSyntax[]; columns: number; at: number } | undefined;
    const closeCell = (): void => {
      if (!cell || !row) return;
      const joined = cell.pieces.length > 0 ? joinPieces(cell.pieces) : emptyAt(cell.at);
      const extra = joined.quantity.kind === 'text' ? 0 : cell.columns - 1;
      row.cells.push(joined, ...Array.from({ length: extra }, () => emptyAt(joined.span.end)));
      cell = undefined;
    };
    const closeRow = (end: number): void => {
      closeCell();
      if (row && row.cells.length > 0) rows.push({ span: { start: row.start, end }, layout: 'html', cells: row.cells, open: false });
      row = undefined;
    };
    for (const line of lines) {
      let from = 0;
      for (const tag of line.text.matchAll(TAG)) {
        cell?.pieces.push(...pieceOf(line, from, tag.index));
        from = tag.index + tag[0].length;
        const name = tag[1]?.toLowerCase();
        const closes = tag[0].startsWith('</');
        if (name === 'tr' || name === 'table') {
          closeRow(line.start + tag.index);
          if (name === 'tr' && !closes) row = { start: line.start + tag.index, cells: [] };
        } else if (name === 'td' || name === 'th') {
          closeCell();
          if (!closes) cell = { pieces: [], columns: Number(COLSPAN.exec(tag[2] ?? '')?.[1] ?? 1), at: line.start + from };
        }
      }
      cell?.pieces.push(...pieceOf(line, from, line.text.length));
    }
    closeRow(lines.at(-1)?.end ?? 0);
    return rows;
  },
};

/** The text between two tags, spaces written as entities blanked out one for one. */
function pieceOf(line: Line, from: number, to: number): CellSyntax[] {
  const folded = fold(line.text.slice(from, to)).replace(ENTITY, (entity) => ' '.repeat(entity.length));
  const text = folded.trim();
  if (text === '') return [];
  const start = line.start + from + folded.indexOf(text);
  return [{ span: { start, end: start + text.length }, text, quantity: readQuantity(text) }];
}

function emptyAt(offset: number): CellSyntax {
  return { span: { start: offset, end: offset }, text: '', quantity: readQuantity('') };
}
