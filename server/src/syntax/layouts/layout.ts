/** What every layout reader shares: lines in, rows of cells out. A reader cuts; it never asks what a cell means. */
import { fold } from '../../text/fold';
import { readQuantity } from '../../text/quantity';
import type { CellSyntax, LayoutId, RowSyntax } from '../types';

/** A line of a slice without its line end; offsets are relative to the slice. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Which separators a line shows; neighbouring lines of one family are read by one reader. */
export type Family = 'pipe' | 'tab' | 'html' | 'plain';

export interface LayoutReader {
  readonly id: LayoutId;
  readonly family: Family;
  /** How well the lines of one run fit, 0–1; the best reader of the family reads them. */
  sniff(lines: readonly Line[]): number;
  read(lines: readonly Line[]): RowSyntax[];
}

/** The cell in `line.text[from, to)`, padding removed. */
export function cellAt(line: Line, from: number, to: number): CellSyntax {
  const folded = fold(line.text.slice(from, to));
  const text = folded.trim();
  if (text === '') return { span: { start: line.start + from, end: line.start + from }, text, quantity: readQuantity('') };
  const start = line.start + from + folded.indexOf(text);
  return { span: { start, end: start + text.length }, text, quantity: readQuantity(text) };
}

/** Cells of `line` between single-character separators. */
export function splitCells(line: Line, separator: RegExp): CellSyntax[] {
  const cells: CellSyntax[] = [];
  let from = 0;
  for (const { index } of line.text.matchAll(separator)) {
    cells.push(cellAt(line, from, index));
    from = index + 1;
  }
  cells.push(cellAt(line, from, line.text.length));
  return cells;
}

export function isBlankLine(line: Line): boolean {
  return fold(line.text).trim() === '';
}

/** A cell written in pieces (on several lines, between tags); its span runs from the first piece to the last. */
export function joinPieces(pieces: readonly CellSyntax[]): CellSyntax {
  const written = pieces.filter(({ text }) => text !== '');
  if (written.length <= 1) return written[0] ?? pieces[0]!;
  const text = written.map((piece) => piece.text).join('');
  return { span: { start: written[0]!.span.start, end: written.at(-1)!.span.end }, text, quantity: readQuantity(text) };
}
