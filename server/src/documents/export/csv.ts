/** A report for a spreadsheet: a paragraph a row, tables in columns, what merged cells cover left blank. */
import { csvRecord } from '../../text/csv';
import { columnsOf } from '../grid';
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
  const places = columnsOf(rows);
  return rows.map((row, r) => {
    const line = new Array<string | number>(columns).fill('');
    row.forEach((cell, i) => (line[places[r]![i]!] = valueOf(cell)));
    return line;
  });
}
