/**
 * A report to be written: title, basis, period, the six sections and the tables of the form for its year. The one thing that is
 * known before anybody writes is what last year's report carried over; every other number is a blank with its mark.
 */
import { type ColumnSpec, editionOfYear } from '../editions';
import type { ReportSummary } from '../model/report/summary';
import { bodyOf, type Manner, TO_BE_FILLED_IN } from '../rules/sectionEdits';
import { officialHeading } from '../rules/sectionWords';
import { SECTION_IDS } from '../syntax/sections';
import { carriedOver } from './carriedOver';
import { basisSentence, periodSentence } from './sentences';

export interface NewReport {
  readonly agency: string;
  readonly year: number;
  /** The same agency's reports, of any year. */
  readonly others: readonly ReportSummary[];
}

export interface NewReportText {
  readonly text: string;
  /** Last year's report, where anything was carried over from it. */
  readonly from: ReportSummary | undefined;
}

const MANNER: Pick<Manner, 'eol' | 'layout'> = { eol: '\n', layout: 'pipe' };

/** Undefined for a year without a national form. */
export function newReport({ agency, year, others }: NewReport): NewReportText | undefined {
  const form = editionOfYear(year);
  if (!form) return undefined;
  const lastYears = others.filter(({ fiscalYear }) => fiscalYear === year - 1);
  const cell = (row: { readonly id: string }, column: ColumnSpec): string => String((row.id === 'carriedIn' ? carriedOver(lastYears, column) : undefined) ?? TO_BE_FILLED_IN);
  const sections = SECTION_IDS.map((id) => `${officialHeading(id)}\n\n${bodyOf(id, { edition: { id: form.id, reason: 'year' } }, MANNER, cell)}\n`);
  const columns = form.tables.find(({ id }) => id === 'requests')!.columns;
  return {
    text: [`${agency}${year}年政府信息公开工作年度报告\n`, `${basisSentence(form.id)}${periodSentence(year)}\n`, ...sections].join('\n'),
    from: columns.some((column) => carriedOver(lastYears, column) !== undefined) ? lastYears[0] : undefined,
  };
}
