/** The editions that are checked, newest first. */
import { EDITION_2019 } from './2019';
import { EDITION_2021 } from './2021';
import type { Edition, EditionId, TableId, TableSpec } from './types';

export const EDITIONS: readonly Edition[] = [EDITION_2021, EDITION_2019];

/** The first fiscal year with a national form; earlier reports are recognised and not checked. */
export const FIRST_FORM_YEAR = 2019;

export function edition(id: EditionId): Edition {
  return EDITIONS.find((candidate) => candidate.id === id)!;
}

export function isEditionId(value: unknown): value is EditionId {
  return EDITIONS.some(({ id }) => id === value);
}

/** The edition to write tables in for a report of `id`; reports older than any form get the newest. */
export function editionToWrite(id: EditionId | 'pre2019'): EditionId {
  return id === 'pre2019' ? EDITIONS[0]!.id : id;
}

/** The edition in force for a fiscal year, undefined before 2019. */
export function editionOfYear(year: number): Edition | undefined {
  return EDITIONS.find(({ years: [from, to] }) => year >= from && (to === undefined || year <= to));
}

export function tableSpec(id: TableId, of: EditionId): TableSpec {
  return edition(of).tables.find((table) => table.id === id)!;
}

/** The labels of groups that the form prints before that of a row: they begin with it. None in 表四, which prints its rows as one. */
export function openingOf({ skeleton }: TableSpec, id: string): readonly string[] {
  return skeleton.find(({ row }) => row === id)?.cells.slice(0, -1) ?? [];
}

export type { ColumnSpec, Edition, EditionId, Equation, LawRef, Quantity, RowSpec, SkeletonRow, TableId, TableSpec, Term } from './types';
