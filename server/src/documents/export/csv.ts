/** A report for a spreadsheet: a paragraph a row, tables in columns, what merged cells cover left blank. */
import { csvRecord } from '../../text/csv';
import type { PrintedCell, PrintedDocument, PrintedTable } from './printed';

export function csvSheet({ blocks }: PrintedDocument): string {
  const records = blocks.flatMap((block, i): (string | number)[][] => {
    if (block.kind === 'paragraph') return [[block.text]];
    return [...(i > 0 ? [['']] : []), ...gridOf(block), ['']];
  });
  // Without the mark Excel takes it for the system's own encoding.
  return `\ufeff${records.map(csvRecord).join('')}`;
}

const PLAIN = /^-?\d{1,15}(?:\.\d+)?$/;

/** Numbers are numbers, whatever their sign; words are guarded. */
const valueOf = ({ text }: PrintedCell): string | number => (PLAIN.test(text) && String(Number(text)) === text ? Number(text) : text);

function gridOf({ rows, columns }: PrintedTable): (string | number)[][] {
  const covered = new Set<string>();
  return rows.map((row, r) => {
    const line = new Array<string | number>(columns).fill('');
    let column = 0;
    for (const cell of row) {
      while (covered.has(`${r} ${column}`)) column++;
      line[column] = valueOf(cell);
      for (let down = 0; down < cell.down; down++) for (let across = 0; across < cell.across; across++) covered.add(`${r + down} ${column + across}`);
      column += cell.across;
    }
    return line;
  });
}
