/**
 * Cells of several lines between rules: pandoc's grid tables (`+---+---+`). The pieces of a cell, one below the other, are
 * joined; a block whose lines disagree about the columns is left as words, so that nothing is read from it.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { cellAt, joinPieces, type LayoutReader, type Line, splitCells } from './layout';

const RULE = /^\s*\+(?:[-=:]+\+)+\s*$/;

export const grid: LayoutReader = {
  id: 'grid',
  family: 'pipe',
  sniff: (lines) => (lines.filter(({ text }) => RULE.test(text)).length >= 2 ? 2 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    let block: Line[] = [];
    for (const line of lines) {
      if (!RULE.test(line.text)) block.push(line);
      else {
        if (block.length > 0) rows.push(readBlock(block));
        block = [];
      }
    }
    if (block.length > 0) rows.push(readBlock(block));
    return rows;
  },
};

function readBlock(block: readonly Line[]): RowSyntax {
  const byLine = block.map((line) => splitCells(line, /\|/g).slice(1, -1));
  const width = byLine[0]!.length;
  const even = width > 0 && byLine.every((cells) => cells.length === width);
  const cells: CellSyntax[] = even
    ? byLine[0]!.map((_, column) => joinPieces(byLine.map((line) => line[column]!)))
    : block.map((line) => cellAt(line, 0, line.text.length));
  return { span: { start: block[0]!.start, end: block.at(-1)!.end }, layout: 'grid', cells, open: false };
}
