/**
 * `extract` for spreadsheets and statistics: a row a report, a column for every cell that any form has. It begins with a byte
 * order mark, without which Excel takes it for the system's own encoding.
 *
 * Columns of numbers hold numbers or nothing. What stands in a cell instead of one, and why cells are missing, is told in
 * columns of their own.
 */
import { EDITIONS, type TableId } from '../../editions';
import { csvRecord } from '../../text/csv';
import type { Extraction } from '../extraction';

interface Cell {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** In the order of the forms; what only an older form has follows within its row, or its table. */
const CELLS = cellsOfAllEditions();

const LEADING = ['file', 'line', 'title', 'agency', 'fiscalYear', 'edition'];
const TRAILING = ['text', 'deduced', 'unreadable'];

export function csvHead(): string {
  return `\ufeff${csvRecord([...LEADING, ...CELLS.map(nameOf), ...TRAILING])}`;
}

/** The row of one report. */
export function csvRow({ file, line, title, agency, fiscalYear, edition, tables, text = {}, deduced = {}, unreadable }: Extraction): string {
  const words = Object.entries(text).flatMap(([table, rows]) => Object.entries(rows).flatMap(([row, columns]) => Object.entries(columns).map(([column, content]) => `${table}.${row}.${column}=${content}`)));
  const reasons = unreadable.map(({ table, reason }) => `${table}: ${reason}`);
  return csvRecord([
    file,
    line,
    title,
    agency,
    fiscalYear,
    edition,
    ...CELLS.map(({ table, row, column }) => tables[table][row]?.[column] ?? null),
    words.join('\n'),
    Object.keys(deduced).join('\n'),
    reasons.join('\n'),
  ]);
}

function cellsOfAllEditions(): Cell[] {
  const tables = new Map<TableId, Map<string, Set<string>>>();
  for (const { id: table, rows } of EDITIONS.flatMap((edition) => edition.tables)) {
    const known = tables.get(table) ?? new Map<string, Set<string>>();
    tables.set(table, known);
    for (const { id, columns } of rows) known.set(id, new Set([...(known.get(id) ?? []), ...columns.map((column) => column.id)]));
  }
  return [...tables].flatMap(([table, rows]) => [...rows].flatMap(([row, columns]) => [...columns].map((column) => ({ table, row, column }))));
}

function nameOf({ table, row, column }: Cell): string {
  return `${table}.${row}.${column}`;
}
