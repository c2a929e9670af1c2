/** The header rows of a table, for the rules that hold them against the form. */
import { remembered } from '../model/remembered';
import type { BoundTable } from '../model/types';
import { rowsOf } from '../syntax/rows';
import type { RowSyntax } from '../syntax/types';

/** Rows of nothing but words, in layouts that show where a cell ends, up to the last row of the table. Computed once for a table. */
export const headerRows = remembered((table: BoundTable): readonly RowSyntax[] =>
  table.unreadable ? [] : rowsOf(table.section).filter((row) => !row.open && row.span.start < table.span.end && row.cells.every(({ quantity, text }) => quantity.kind === 'text' || text === '')),
);
