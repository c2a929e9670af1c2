/**
 * Facts told in prose against the cells of the tables they speak of.
 *
 * A cell that can't be read, or that the equations of its table already contradict, proves nothing; nor does a table whose
 * numbers were deduced. A fee has no cell: it is held against what is said of it elsewhere.
 */
import type { TableId } from '../../editions';
import { crossFoot } from '../crossfoot/crossfoot';
import { ownYear } from '../report/ownYear';
import { remembered } from '../remembered';
import type { BoundCell, BoundTable, ReportModel, ReportTable } from '../types';
import { toldOf } from './facts';
import { isCounted, type Reporter, reporterOf } from './subject';
import type { Fact, Meaning } from './types';

/** A fact with the offset of its slice in the report. */
export interface PlacedFact {
  readonly fact: Fact;
  readonly start: number;
}

/** Cells that add up to what a fact may mean. */
export interface Reading {
  readonly cells: readonly BoundCell[];
  readonly value: number;
}

export interface AgainstTable {
  readonly kind: 'table';
  readonly table: ReportTable;
  /** What the fact may mean: none of these is its number. */
  readonly readings: readonly Reading[];
  /** Whether equations of the table bear its numbers out, so that the text is the likelier mistake. */
  readonly sound: boolean;
}

export interface Disagreement extends PlacedFact {
  readonly against: AgainstTable | { readonly kind: 'fact'; readonly first: PlacedFact };
}

/** What the prose of a report tells otherwise than its tables. Computed once for a report. */
export const disagreementsOf = remembered((report: ReportModel): readonly Disagreement[] => {
  const found: Disagreement[] = [];
  for (const next of disagreements(report)) {
    const last = found.at(-1);
    if (last?.start === next.start && last.fact.span.start === next.fact.span.start && last.fact.span.end === next.fact.span.end && last.against.kind === 'table' && next.against.kind === 'table') {
      // 未发生行政复议、行政诉讼: one statement, whichever of the two it is wrong in.
      found[found.length - 1] = { ...last, against: { ...last.against, readings: [...last.against.readings, ...next.against.readings] } };
    } else found.push(next);
  }
  return found;
});

function* disagreements(report: ReportModel): Generator<Disagreement> {
  let fee: PlacedFact | undefined;
  for (const placed of countedFacts(report)) {
    const { fact } = placed;
    if (fact.meaning !== 'processingFee') {
      const against = againstTable(report, fact);
      if (against) yield { ...placed, against };
    } else if (!fee) fee = placed;
    else if (fee.fact.value !== fact.value) yield { ...placed, against: { kind: 'fact', first: fee } };
  }
}

/** The facts that are told of the reporting agency and of the report's year, outside its tables. */
function countedFacts(report: ReportModel): PlacedFact[] {
  const year = ownYear(report)?.year ?? report.fiscalYear?.year;
  const told = toldOf(report);
  const reporter = reporterOf(report.agency, told.find(({ telling }) => telling.voice !== undefined)?.telling.voice);
  return told.flatMap(({ start, telling }) => telling.facts.filter((fact) => isTold(fact, reporter, year)).map((fact) => ({ fact, start })));
}

function isTold({ meaning, year, subject }: Fact, reporter: Reporter, fiscalYear: number | undefined): boolean {
  if ((year !== undefined && year !== fiscalYear) || !isCounted(subject, reporter)) return false;
  // A government's own documents are fewer than those of its division, and an office drafts them for others.
  return !meaning.startsWith('normativeDocuments') || (reporter.kind === 'government' ? subject.kind === 'all' : subject.kind !== 'elsewhere');
}

function againstTable(report: ReportModel, { meaning, value, of }: Fact): AgainstTable | undefined {
  const counted = countedBy(meaning);
  const table = counted && report.tables.find(({ id }) => id === counted.table);
  if (!counted || !table || table.table.unreadable || table.table.deduced) return undefined;
  if (of !== undefined && !isTotal(table.table, of)) return undefined;
  const readings = counted.ways.map((rows) => readingOf(table.table, rows, counted.columns));
  const less = counted.less && readingOf(table.table, counted.less, counted.columns);
  // What can't be read may be just what is meant.
  if (!readings.every((reading) => reading !== undefined) || (counted.less && !less)) return undefined;
  if (readings.some((reading) => value <= reading.value && value >= reading.value - (less?.value ?? 0))) return undefined;
  const cells = readings.flatMap((reading) => reading.cells);
  const { equations } = crossFoot(table.table);
  if (equations.some(({ state, terms }) => state === 'broken' && terms.some(({ cell }) => cells.includes(cell)))) return undefined;
  // Nothing but zeros proves nothing: a table may have been forgotten.
  const proven = equations.filter(({ state, terms }) => state === 'holds' && terms.some(({ cell }) => cell.value));
  const sound = !less?.value && cells.every((cell) => proven.some(({ terms }) => terms.some((term) => term.cell === cell)));
  return { kind: 'table', table, readings, sound };
}

/** What may be called all requests, whose results are those of the table: 其中 stands behind what came in as well as behind what was finished. */
const WHOLES: readonly (readonly [rows: readonly string[], less: readonly string[]])[] = [
  [['received'], []],
  [['received', 'carriedIn'], []],
  [['processedTotal'], []],
  [['processedTotal'], ['other']],
  [['processedTotal'], ['notProcessed']],
  [['processedTotal'], ['notProcessed', 'other']],
];

/** Whether `value` is a number of all requests, so that results told of it are those of the table, and not of some requests only. */
function isTotal(table: BoundTable, value: number): boolean {
  const sum = (rows: readonly string[]): number => (rows.length === 0 ? 0 : (readingOf(table, rows, ['total'])?.value ?? NaN));
  return WHOLES.some(([rows, less]) => sum(rows) - sum(less) === value);
}

/** The sum of `rows` and their sub-rows in the first of `columns` that the table has; undefined if a cell of it is not a number, or none that counts. */
function readingOf({ spec, row }: BoundTable, rows: readonly string[], columns: readonly string[]): Reading | undefined {
  const cells = spec.rows
    .filter(({ id }) => rows.some((own) => id === own || id.startsWith(`${own}.`)))
    .map(({ id }) => row(id)?.cells.find(({ column }) => columns.includes(column.id)));
  if (cells.length === 0 || !cells.every((cell) => Number.isInteger(cell?.value))) return undefined;
  return { cells: cells as BoundCell[], value: cells.reduce((sum, cell) => sum + cell!.value!, 0) };
}

/** The cells that a meaning counts: rows that add up, in several ways where the word leaves it open. */
interface Counted {
  readonly table: TableId;
  readonly ways: readonly (readonly string[])[];
  readonly columns: readonly string[];
  /** Rows that the number may leave out. */
  readonly less?: readonly string[];
}

const REQUESTS: Readonly<Record<string, Pick<Counted, 'ways' | 'less'>>> = {
  received: { ways: [['received']] },
  // 收到 may be what is new, or that with what was carried in.
  requests: { ways: [['received'], ['received', 'carriedIn']] },
  handled: { ways: [['received'], ['received', 'carriedIn'], ['processedTotal']] },
  carriedIn: { ways: [['carriedIn']] },
  processed: { ways: [['processedTotal']] },
  processedOfReceived: { ways: [['processedTotal']], less: ['carriedIn'] },
  // Requests that were withdrawn, or not to be processed, may not count as answered.
  answered: { ways: [['processedTotal']], less: ['notProcessed', 'other'] },
  answeredOfReceived: { ways: [['processedTotal']], less: ['carriedIn', 'notProcessed', 'other'] },
  carriedOut: { ways: [['carriedOut']] },
};
const REMEDIES: Readonly<Record<string, readonly string[]>> = {
  reconsideration: ['reconsideration'],
  directLitigation: ['directLitigation'],
  litigationAfterReconsideration: ['litigationAfterReconsideration'],
  litigation: ['directLitigation', 'litigationAfterReconsideration'],
  remedies: ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'],
};
/** The columns of both editions; the 2019 form does not ask what was repealed or is in force. */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = { issued: ['issued', 'newlyMade'], repealed: ['repealed'], inForce: ['inForce'] };

function countedBy(meaning: Meaning): Counted | undefined {
  const [what, which = ''] = meaning.split('.') as [string, string?];
  if (REQUESTS[what]) return { table: 'requests', columns: ['total'], ...REQUESTS[what] };
  if (what.startsWith('results')) return { table: 'requests', columns: ['total'], ways: [[which]], ...(what === 'results' ? {} : { less: ['carriedIn'] }) };
  if (REMEDIES[what]) return { table: 'reviewAndLitigation', columns: [which], ways: [REMEDIES[what]] };
  return DOCUMENTS[which] && { table: 'proactiveDisclosure', columns: DOCUMENTS[which], ways: [[what]] };
}
