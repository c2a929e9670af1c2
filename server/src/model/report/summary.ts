/**
 * What other reports may ask about a report, without its text: whose it is, its numbers, how its section 五 reads, and where
 * that stands. Small, immutable and plain data, so that a folder of reports can be kept beside the one that is written.
 */
import { type ColumnSpec, type EditionId, type RowSpec, type TableId, tableSpec, type TableSpec } from '../../editions';
import type { SectionId } from '../../syntax/sections';
import type { SectionSyntax } from '../../syntax/types';
import { detached } from '../../text/detached';
import { type Range, shift, type Span } from '../../text/span';
import { agencyKey } from './agencyKey';
import { crossFoot } from '../crossfoot/crossfoot';
import { type Fingerprint, fingerprintOf, type Runs, runsOf } from './fingerprint';
import type { ReportHead } from './report';
import type { BoundCell, BoundTable, PlacedReport, ReportModel, ReportSection } from '../types';

export interface TableSummary {
  readonly id: TableId;
  readonly edition: EditionId;
  /** Its heading, or where it begins. */
  readonly range: Range;
  /** Rows that are compared from year to year, by id. */
  readonly rows: Readonly<Record<string, Range>>;
  /** In the order of the form, row by row; null where the number can't be relied on. */
  readonly values: readonly (number | null)[];
}

export interface ReportSummary {
  /** The file it is in, as the host names it: a URI or a path. */
  readonly file: string;
  /** As the title has it. */
  readonly agency: string;
  readonly agencyKey: string;
  readonly fiscalYear: number;
  readonly title: Range;
  /** The headings of its sections, each where it first stands. */
  readonly sections: readonly { readonly id: SectionId; readonly range: Range }[];
  readonly tables: readonly TableSummary[];
  readonly problems: { readonly fingerprint: Fingerprint; readonly range: Range } | undefined;
}

/** Whose report it is and of which year, where it says so itself; a year that is only mentioned in the text proves nothing. */
export interface ReportIdentity {
  readonly agencyKey: string;
  readonly fiscalYear: number;
}

const identities = new WeakMap<ReportModel, ReportIdentity | { readonly agencyKey: undefined }>();

export function identityOf(report: ReportModel): ReportIdentity | undefined {
  let identity = identities.get(report);
  if (!identity) identities.set(report, (identity = readIdentity({ agency: report.agency, fiscalYear: report.fiscalYear, earlier: report.edition.id === 'pre2019' }) ?? { agencyKey: undefined }));
  return identity.agencyKey === undefined ? undefined : identity;
}

/** The same from the head alone. */
export function readIdentity({ agency, fiscalYear, earlier }: Pick<ReportHead, 'agency' | 'fiscalYear' | 'earlier'>): ReportIdentity | undefined {
  const key = agency === undefined ? undefined : agencyKey(agency);
  if (key === undefined || !fiscalYear || fiscalYear.source === 'text' || earlier) return undefined;
  return { agencyKey: detached(key), fiscalYear: fiscalYear.year };
}

/** Offsets of a document → lines and characters. */
type RangeOf = (span: Span) => Range;

/** The reports of a document that say whose they are. */
export function summariesOf(reports: readonly PlacedReport[], file: string, rangeInDocument: RangeOf): ReportSummary[] {
  return reports.flatMap(({ start, model }) => summaryOf(model, file, (span) => rangeInDocument(shift(span, start))) ?? []);
}

const made = new WeakMap<ReportModel, ReportSummary>();

function summaryOf(model: ReportModel, file: string, rangeOf: RangeOf): ReportSummary | undefined {
  const identity = identityOf(model);
  if (!identity) return undefined;
  const title = rangeOf(model.title!.span);
  const known = made.get(model);
  // What was compared before is behind the title, at the same distance.
  if (known?.file === file && known.title.start.line === title.start.line && known.title.start.character === title.start.character) return known;
  const summary = newSummary(model, file, identity, title, rangeOf);
  made.set(model, summary);
  return summary;
}

function newSummary(model: ReportModel, file: string, identity: ReportIdentity, title: Range, rangeOf: RangeOf): ReportSummary {
  const problems = problemSection(model);
  return {
    file,
    agency: detached(model.agency!),
    ...identity,
    title,
    sections: model.sections.flatMap(({ id, start: at, syntax }, i) => (model.sections.findIndex((own) => own.id === id) === i ? [{ id, range: rangeOf(shift(syntax.heading!.span, at)) }] : [])),
    tables: model.tables.map(({ start: at, table }) => tableSummary(table, (span) => rangeOf(shift(span, at)))),
    problems: problems && { fingerprint: fingerprintOf(problemRuns(problems)), range: rangeOf(shift(problems.syntax.heading!.span, problems.start)) },
  };
}

/** What the next year's report is held against. */
const COMPARED_ROWS = ['rules', 'normativeDocuments', 'carriedOut'];

function tableSummary(table: BoundTable, rangeOf: RangeOf): TableSummary {
  const { spec, section, span } = table;
  const rows = COMPARED_ROWS.flatMap((id) => table.row(id) ?? []);
  return {
    id: spec.id,
    edition: spec.edition,
    range: rangeOf(section.heading?.span ?? span),
    rows: Object.fromEntries(rows.map((row) => [row.spec.id, rangeOf(row.label?.span ?? row.valuesSpan)])),
    values: cellsOf(spec).map(({ row, column }) => reliableValue(table, row.id, column.id) ?? null),
  };
}

interface CellOfForm {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
}

const formCells = new WeakMap<TableSpec, readonly CellOfForm[]>();

/** Each cell of the form, in the order of `TableSummary.values`. */
export function cellsOf(spec: TableSpec): readonly CellOfForm[] {
  let own = formCells.get(spec);
  if (!own) formCells.set(spec, (own = spec.rows.flatMap((row) => row.columns.map((column) => ({ row, column })))));
  return own;
}

/** The number in a cell of another report; undefined where it can't be relied on. */
export function valueIn({ id, edition, values }: TableSummary, rowId: string, columnId: string): number | undefined {
  const index = cellsOf(tableSpec(id, edition)).findIndex(({ row, column }) => row.id === rowId && column.id === columnId);
  return values[index] ?? undefined;
}

export function tableIn({ tables }: ReportSummary, id: TableId): TableSummary | undefined {
  return tables.find((table) => table.id === id);
}

/**
 * The number in a cell, where it says something about another report. A blank among numbers counts as 0. Left out is what
 * can't be read, what was worked out by the form's equations, and what those equations call wrong: one mistake is one finding.
 */
export function reliableValue(table: BoundTable, rowId: string, columnId: string): number | undefined {
  const cell = table.unreadable || table.deduced ? undefined : table.cell(rowId, columnId);
  if (!cell || doubtfulCells(table).has(cell)) return undefined;
  const { value, column, syntax } = cell;
  if (value === null) return syntax.quantity.kind === 'blank' && table.row(rowId)!.cells.some((other) => other.value !== null) ? 0 : undefined;
  return column.quantity === 'change' || (value >= 0 && (column.quantity === 'amount' || Number.isInteger(value))) ? value : undefined;
}

const doubtful = new WeakMap<BoundTable, ReadonlySet<BoundCell>>();

function doubtfulCells(table: BoundTable): ReadonlySet<BoundCell> {
  let cells = doubtful.get(table);
  if (!cells) {
    const { faults, omitted } = crossFoot(table);
    const wrong = faults.flatMap((fault) => (fault.kind === 'cells' ? fault.ways.flatMap(({ changes }) => changes) : []));
    doubtful.set(table, (cells = new Set([...wrong, ...omitted].map(({ cell }) => cell))));
  }
  return cells;
}

/** Section 五 where it first has text. */
export function problemSection({ sections }: ReportModel): ReportSection | undefined {
  return sections.find((section) => section.id === 'problemsAndImprovements' && problemRuns(section).length > 0);
}

const runs = new WeakMap<SectionSyntax, Runs>();

/** The text under the heading, for comparison. */
export function problemRuns({ syntax }: ReportSection): Runs {
  let own = runs.get(syntax);
  if (!own) runs.set(syntax, (own = runsOf(syntax.text.slice(syntax.heading!.span.end))));
  return own;
}
