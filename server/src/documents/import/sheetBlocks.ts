/**
 * The cells of a sheet as blocks. A sheet knows no paragraphs: a row with one written cell is one, unless it stands within a
 * table, as the captions of 表二 do; a section heading never does.
 */
import { findHeadings } from '../../syntax/headings';
import { titleIn } from '../../syntax/title';
import { type Block, type Cell, paragraph } from '../blocks';

export interface SheetCell extends Cell {
  /** From 0. */
  readonly column: number;
}

/** Captions are short. */
const LONGEST_CAPTION = 60;

const writtenIn = (row: readonly SheetCell[]): readonly SheetCell[] => row.filter(({ text }) => text.trim() !== '');

/** `rows`: the cells that are there, in order, without those that a merged cell covers; rows that are left out are blank. */
export function sheetBlocks(rows: readonly (readonly SheetCell[])[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < rows.length; ) {
    const end = tableEnd(rows, i);
    if (end > i) {
      blocks.push(tableOf(rows.slice(i, end)));
      i = end;
    } else {
      for (const { text } of writtenIn(rows[i]!)) blocks.push(paragraph(text));
      i++;
    }
  }
  return blocks;
}

/** Where the table ends that begins in row `from`; `from` where none does. */
function tableEnd(rows: readonly (readonly SheetCell[])[], from: number): number {
  let end = from;
  for (let i = from; i < rows.length; i++) {
    const written = writtenIn(rows[i]!);
    if (written.length > 1) end = i + 1;
    else if (written.length === 0 || !isCaption(written[0]!.text)) break;
  }
  return end;
}

const isCaption = (text: string): boolean => text.length <= LONGEST_CAPTION && !/[。；]/.test(text) && findHeadings(text.trim()).length === 0 && titleIn(text.trim()) === undefined;

/** Every row as wide as the table, so that a blank at its end is seen; what a merged cell covers is not there. */
function tableOf(rows: readonly (readonly SheetCell[])[]): Block {
  const written = rows.flatMap(writtenIn);
  const first = Math.min(...written.map(({ column }) => column));
  const last = Math.max(...written.map(({ column, across }) => column + across));
  const covered = new Set<string>();
  return {
    kind: 'table',
    rows: rows.map((row, r) => {
      const cells: Cell[] = [];
      for (let column = first; column < last; ) {
        const own = row.find((cell) => cell.column === column);
        if (own && (own.across > 1 || own.down > 1)) cover(covered, r, own, rows.length);
        if (own || !covered.has(`${r} ${column}`)) cells.push(own ?? { text: '', across: 1, down: 1 });
        column += own?.across ?? 1;
      }
      return cells;
    }),
  };
}

function cover(covered: Set<string>, row: number, { column, across, down }: SheetCell, height: number): void {
  for (let r = row; r < Math.min(row + down, height); r++) for (let c = column; c < column + across; c++) covered.add(`${r} ${c}`);
}
