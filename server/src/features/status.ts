/** What a person is told about a document at a glance: its reports, their editions, and whether the tables add up. */
import type { Analysis } from '../analysis/analyse';
import type { TableId } from '../editions';
import { isBlank } from '../model/binding/boundTable';
import { crossFoot } from '../model/crossfoot/crossfoot';
import type { BoundTable, ReportModel } from '../model/types';
import { readable } from './readable';

/**
 * `balanced`: every equation holds. `unbalanced`: `failing` of them don't. `blank`: nobody has filled in a number yet, and sums of
 * nothing are no news. `incomplete`: rows or cells that couldn't be read, so that equations were left out. `unreadable`: no cell can be told.
 */
export interface TableState {
  readonly state: 'balanced' | 'unbalanced' | 'blank' | 'incomplete' | 'unreadable' | 'missing';
  readonly failing: number;
}

export interface TableStatus extends TableState {
  readonly id: TableId;
}

export interface ReportStatus {
  readonly title?: string;
  readonly agency?: string;
  readonly fiscalYear?: number;
  readonly edition: ReportModel['edition']['id'];
  readonly editionReason: ReportModel['edition']['reason'];
  readonly tables: readonly TableStatus[];
}

const TABLES: readonly TableId[] = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'];

/** The reports of a document, in order. */
export function reportStatuses({ reports }: Analysis): ReportStatus[] {
  return reports.filter(({ model }) => isReport(model)).map(({ model }) => statusOf(model));
}

/** Text without a title and without a section is no report, whatever stands in it. */
function isReport({ title, sections, edition }: ReportModel): boolean {
  return title !== undefined || sections.length > 0 || edition.id === 'pre2019';
}

const memo = new WeakMap<ReportModel, ReportStatus>();

/** Computed once for a report. */
function statusOf(model: ReportModel): ReportStatus {
  let status = memo.get(model);
  if (!status) memo.set(model, (status = read(model)));
  return status;
}

function read({ title, agency, fiscalYear, edition, tables }: ReportModel): ReportStatus {
  return {
    ...(title ? { title: readable(title.text) } : {}),
    ...(agency ? { agency } : {}),
    ...(fiscalYear ? { fiscalYear: fiscalYear.year } : {}),
    edition: edition.id,
    editionReason: edition.reason,
    // A report of before 2019 has tables of its own, which nobody checks.
    tables: edition.id === 'pre2019' ? [] : TABLES.map((id) => ({ id, ...tableState(tables.find((own) => own.id === id)?.table) })),
  };
}

export function tableState(table: BoundTable | undefined): TableState {
  if (!table) return { state: 'missing', failing: 0 };
  if (table.unreadable) return { state: 'unreadable', failing: 0 };
  if (isBlank(table)) return { state: 'blank', failing: 0 };
  const { equations } = crossFoot(table);
  const failing = equations.filter(({ state }) => state === 'broken').length;
  if (failing > 0) return { state: 'unbalanced', failing };
  const partial = table.deduced || table.missing.length > 0 || table.rows.some(({ cells }) => cells.length === 0) || equations.some(({ state }) => state === 'not-assessable');
  return { state: partial ? 'incomplete' : 'balanced', failing: 0 };
}
