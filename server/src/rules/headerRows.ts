/** The header rows of a table and those that the form prints, for the rules that hold them against each other. */
import type { TableSpec } from '../editions';
import { remembered } from '../model/remembered';
import type { BoundTable } from '../model/types';
import { rowsOf } from '../syntax/rows';
import type { RowSyntax } from '../syntax/types';
import { matchKey } from '../text/fold';

/** Rows of nothing but words, in layouts that show where a cell ends, up to the last row of the table. Computed once for a table. */
export const headerRows = remembered((table: BoundTable): readonly RowSyntax[] =>
  table.unreadable ? [] : rowsOf(table.section).filter((row) => !row.open && row.span.start < table.span.end && row.cells.every(({ quantity, text }) => quantity.kind === 'text' || text === '')),
);

/** The printed rows of a form that hold no values, with their titles as they are compared. */
export const printedRows = remembered(({ skeleton }: TableSpec): readonly { readonly titles: readonly string[]; readonly keys: readonly string[] }[] =>
  skeleton.filter(({ row }) => row === undefined).map(({ cells: titles }) => ({ titles, keys: titles.map(matchKey) })),
);
