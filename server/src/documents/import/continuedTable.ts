/** A table that goes on on the next page: its head may be printed again, and a cell that was cut is two. */
import type { Cell, Table } from '../blocks';
import { columnsOf } from '../grid';
import { cellText } from './writeText';

type Row = Table['rows'][number];

/** `column`: the column of `table` that the rows on the next page begin in. */
export function continuedTable(table: Table, { rows }: Table, column: number): Table {
  const key = (row: Row): string => row.map(({ text }) => cellText(text)).join('\t');
  let repeated = 0;
  while (repeated < rows.length - 1 && repeated < table.rows.length && key(rows[repeated]!) === key(table.rows[repeated]!)) repeated++;
  const [first, ...rest] = rows.slice(repeated);
  const { above, left } = rejoined(table.rows, first!, column);
  return { kind: 'table', rows: [...above, left, ...rest] };
}

/** A label that begins anew begins with its number. */
const BEGINS = /^\s*(?:[（(]?[一二三四五六七八九十]+[）)、]|\d+\s*[.、．])/;

/** The labels of groups that open the first row of a page, where they are the rest of those above, joined to these. */
function rejoined(rows: readonly Row[], first: Row, from: number): { above: Row[]; left: Row } {
  const above = rows.map((row) => [...row]);
  const places = placesOf(rows);
  const left = [...first];
  let column = from;
  const numbers = left.findIndex(({ text }) => /^\s*\d[\d,.]*\s*$/.test(text));
  // The last label before the numbers is the row's own.
  for (let groups = numbers - 1; groups > 0 && left[0]!.down >= 1; groups--) {
    const { text, across } = left[0]!;
    const place = places.findLast((own) => own.column === column && own.isLast);
    if (!place || BEGINS.test(text)) break;
    const cell: Cell = above[place.row]![place.index]!;
    above[place.row]![place.index] = { ...cell, text: cell.text + text };
    left.shift();
    column += across;
  }
  return { above, left };
}

/** Where each cell begins, and whether it reaches down to the last row. */
function placesOf(rows: readonly Row[]): { row: number; index: number; column: number; isLast: boolean }[] {
  const columns = columnsOf(rows);
  return rows.flatMap((row, r) => row.map(({ down }, index) => ({ row: r, index, column: columns[r]![index]!, isLast: r + down >= rows.length })));
}
