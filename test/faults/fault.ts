/** What a fault is: one known mistake that is put into a clean report, and what a reviewer would say about it. */
import type { TableId } from '../../server/src/editions';
import type { TableLayout } from '../support/layouts/form';
import type { Random } from '../support/random';
import type { ChangeForm, Report } from './report';

export interface Fault {
  /** A line of the figures; several mechanisms are one family. */
  readonly family: string;
  readonly mechanism: string;
  /** The report with the fault; undefined where it has no place for it. */
  inject(report: Report, random: Random, layout: TableLayout): Faulty | undefined;
}

export interface Faulty {
  readonly report: Report;
  /** Done to the rows of a table before it is printed. */
  readonly changes?: Readonly<Partial<Record<TableId, ChangeForm>>>;
  readonly expected: Expected;
}

/**
 * `cells`: these cells, by `row column`, don't hold what they should; a finding must stand on one of them. `words`: a finding
 * of one of `rules` must stand on a line with these words, or quote them.
 */
export type Expected = { readonly kind: 'cells'; readonly table: TableId; readonly cells: readonly string[] } | { readonly kind: 'words'; readonly rules: readonly string[]; readonly words: readonly string[] };
