/** Which year a report is of, where its title, its period and its text may contradict each other. */
import { edition } from '../../editions';
import { fold } from '../../text/fold';
import { type Span, span } from '../../text/span';
import { remembered } from '../remembered';
import { YEAR_IN_DIGITS } from './title';
import type { ReportModel, ReportTitle } from '../types';
import { yearsOf } from './years';

export interface OwnYear {
  readonly year: number;
  /** The title's year, where everything else in the report speaks for another one. */
  readonly doubtedTitle: { readonly year: number; readonly span: Span; readonly places: readonly Span[] } | undefined;
}

/** Places that tell another year before the title is doubted rather than they are; the period counts for two. */
const MOST_AGAINST = 2;
/** Where the text alone tells the year, so many places must agree, and all but a quarter of them. */
const FEWEST_AGREEING = 3;

/** Undefined: the report does not say, or not clearly. */
export const ownYear = remembered((report: ReportModel): OwnYear | undefined => {
  const { fiscalYear, title } = report;
  if (!fiscalYear) return undefined;
  const { told, periods } = yearsOf(report);
  const work = told.filter(({ told: { tells, planned }, slice }) => tells !== 'asOf' && !(planned && slice.heading?.id === 'problemsAndImprovements'));
  const period = periods[0]?.period;
  const ends = fiscalYear.source === 'period' && period ? [period.from.year, period.to?.year ?? period.from.year] : [];
  const votes = countOf([...work.map(({ told: own }) => own.year), ...ends]);
  const [[most, times] = [undefined, 0], [, second] = [undefined, 0]] = [...votes].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return fiscalYear.source === 'title' ? { year: fiscalYear.year, doubtedTitle: undefined } : undefined;
  if (fiscalYear.source === 'period') return times > second ? { year: most, doubtedTitle: undefined } : undefined;
  if (fiscalYear.source === 'text') return times >= FEWEST_AGREEING && times * 4 >= work.length * 3 ? { year: most, doubtedTitle: undefined } : undefined;
  const { year } = fiscalYear;
  const inTitle = title && titleYear(title, report);
  const agrees = !period || period.from.year === most;
  if (!inTitle || most === year || votes.has(year) || !agrees || times + (period ? 2 : 0) < MOST_AGAINST) return { year, doubtedTitle: undefined };
  return { year: most, doubtedTitle: { year, span: inTitle, places: work.filter(({ told: own }) => own.year === most).map(({ span: own }) => own) } };
});

function countOf(years: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}

/** Where the title has its year; undefined where it is not written in digits. */
export function titleYear({ span: own }: ReportTitle, { slices }: ReportModel): Span | undefined {
  const { start, syntax } = slices.findLast((slice) => slice.start <= own.start)!;
  const found = YEAR_IN_DIGITS.exec(fold(syntax.text.slice(own.start - start, own.end - start)));
  return found ? span(own.start + found.index, own.start + found.index + 4) : undefined;
}

/** The year of a report, as well as it can be told. */
export function yearOf(report: ReportModel): number | undefined {
  return ownYear(report)?.year ?? report.fiscalYear?.year;
}

/** Whether a report is for a year of the form that is in force since 2021. */
export function isSince2021(report: ReportModel): boolean {
  const year = yearOf(report);
  return year !== undefined && year >= FIRST_YEAR_OF_2021;
}

const FIRST_YEAR_OF_2021 = edition('2021').years[0];
