/**
 * A report as parts that can be damaged one by one: its prose as it stands, its tables as the texts of their cells. Every
 * layout then prints the same report, and the same fault in it.
 */
import { EDITIONS, type EditionId, type TableId, type TableSpec } from '../../server/src/editions';
import type { Random } from '../support/random';
import { type Form, formOf, type TableLayout } from '../support/layouts/form';
import { key } from '../support/tables';

export interface Report {
  /** As the figures name it. */
  readonly name: string;
  readonly edition: EditionId;
  readonly year: number;
  /** In order: text, which ends in a line end, or a table. */
  readonly parts: readonly (string | TableId)[];
  /** What each cell says, by row and column. */
  readonly cells: Cells;
}

/** Texts of cells, by `row column`. */
export type Cells = ReadonlyMap<string, string>;

/** What happens to the form of a table before it is printed. */
export type ChangeForm = (form: Form) => Form;

/** The report as text with its tables in `layout`; `seed` chooses what varies in it, so that two prints differ by their fault alone. */
export function textOf(report: Report, layout: TableLayout, random: () => Random, changes: Readonly<Partial<Record<TableId, ChangeForm>>> = {}): string {
  return report.parts
    .map((part) => {
      if (!isTable(part)) return part;
      const form = formOf(specOf(report.edition, part), (row, column) => report.cells.get(key(row.id, column.id)) ?? '0');
      return layout.render((changes[part] ?? same)(form), random());
    })
    .join('\n');
}

const same: ChangeForm = (form) => form;

export const isTable = (part: string): part is TableId => EDITIONS[0]!.tables.some(({ id }) => id === part);

export function specOf(edition: EditionId, id: TableId): TableSpec {
  return EDITIONS.find((own) => own.id === edition)!.tables.find((own) => own.id === id)!;
}

/** The report with other texts in some cells. */
export function withCells(report: Report, changes: Cells): Report {
  return { ...report, cells: new Map([...report.cells, ...changes]) };
}

export function numberIn({ cells }: Report, name: string): number {
  return Number(cells.get(name) ?? 0);
}
