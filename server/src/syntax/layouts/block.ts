/** Lines between two rules or blank lines, whose cells go on below each other: one row, if nothing speaks against it. */
import type { CellSyntax, LayoutId, RowSyntax } from '../types';
import { cellAt, isNumber, joinPieces, type Line } from './layout';

/** The rows in `lines`, which are cut into `cells`. */
export function rowsOfBlock(lines: readonly Line[], cells: readonly (readonly CellSyntax[])[], layout: LayoutId): RowSyntax[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  const row = (from: Line, to: Line, own: readonly CellSyntax[]): RowSyntax => ({ span: { start: from.start, end: to.end }, layout, cells: own, open: false });
  const width = cells[0]!.length;
  // Lines that disagree about the columns are left as words, so that nothing is read from them.
  if (width === 0 || cells.some((own) => own.length !== width)) return [row(first, last, lines.map((line) => cellAt(line, 0, line.text.length)))];
  const columns = Array.from({ length: width }, (_, column) => cells.map((own) => own[column]!));
  // Numbers below each other are those of several rows: what stands between these is lost, or there was nothing.
  if (columns.some((pieces) => pieces.filter(isNumber).length > 1)) return lines.map((line, i) => row(line, line, cells[i]!));
  return [row(first, last, columns.map((pieces) => joinPieces(pieces)))];
}
