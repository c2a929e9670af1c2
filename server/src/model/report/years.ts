/**
 * Years told in prose, as far as the words around them say what is told of them.
 *
 * A report speaks of many years: of its own, of last year's for comparison, of next year's plans, of budgets, notices and
 * laws. Only what can't be read otherwise is taken for the telling of a year's own work: the year opens a clause (or follows
 * the agency that speaks), and an agency or a deed follows. Everything else is passed over.
 */
import type { SectionSyntax } from '../../syntax/types';
import { Recent } from '../../text/recent';
import { shift, span, type Span } from '../../text/span';
import { squeeze } from '../../text/squeeze';
import { remembered } from '../remembered';
import type { ReportModel } from '../types';
import { tellsTheSame } from './comparedYears';
import { movedPeriod, periodAt, type PeriodTold } from './periods';
import { REACH_AFTER, type Surroundings, surroundingsOf } from './surroundings';
import { tellingOfYear, type TellingOfYear } from './tellingOfYear';
import { type YearPlace, yearPlaces } from './yearPlaces';

export interface YearTold {
  readonly year: number;
  /** The four digits, relative to the slice. */
  readonly span: Span;
  readonly tells: TellingOfYear;
  /** Whether the sentence says that something is done or was counted, and whether it speaks of what is to come. */
  readonly done: boolean;
  readonly planned: boolean;
  /** Other years in the same sentence, or told of the same in the one before: it compares, or tells a story. */
  readonly beside: readonly number[];
}

export interface YearsTold {
  readonly told: readonly YearTold[];
  readonly periods: readonly PeriodTold[];
}

/** So far back, in raw UTF-16 units, begins the sentence before: no place is looked at from farther. */
const REACH_BACK = 240;

/** What a slice tells of years. Computed once for a slice. */
export const yearsIn = remembered((section: SectionSyntax): YearsTold => {
  const told: YearTold[] = [];
  const periods: PeriodTold[] = [];
  for (const place of yearPlaces(section.text)) {
    const { start, period, year } = toldAt(section, place);
    if (period) periods.push(movedPeriod(period, start));
    else if (year) told.push({ ...year, span: shift(year.span, start) });
  }
  return { told, periods };
});

/** What is told at a place, relative to where that begins which was looked at. */
interface Told {
  readonly period: PeriodTold | undefined;
  readonly year: YearTold | undefined;
}

/** By all that is looked at: an edit leaves the words around most years of its slice as they were. */
const TOLD = new Recent<string, Told>(512);

function toldAt({ text, heading }: SectionSyntax, place: YearPlace): Told & { readonly start: number } {
  const start = Math.max(0, place.span.start - REACH_BACK);
  const near = text.slice(start, place.end + REACH_AFTER);
  const headingEnd = Math.max(0, (heading?.span.end ?? 0) - start);
  const inPreamble = isInPreamble(text, heading, place.span.start);
  const key = `${heading?.id} ${headingEnd} ${inPreamble} ${place.span.start - start} ${near}`;
  const known = TOLD.get(key);
  if (known) return { start, ...known };
  const section: SectionSyntax = { text: near, heading: heading && { ...heading, span: span(0, headingEnd) } };
  const own: YearPlace = { year: place.year, span: shift(place.span, -start), end: place.end - start };
  const around = surroundingsOf(section, own.span.start, own.end);
  const period = periodAt(own, around);
  return { start, ...TOLD.set(key, { period, year: period ? undefined : yearTold(section, own, around, inPreamble) }) };
}

/** A report presents itself before its first sub-heading. */
const PREAMBLE_REACH = 600;

/** Whether the place `at` of a slice is one where a report presents itself. */
function isInPreamble(text: string, heading: SectionSyntax['heading'], at: number): boolean {
  return !heading || (heading.id === 'overview' && at <= heading.span.end + PREAMBLE_REACH && !/[(（][一⼀][)）]/.test(text.slice(heading.span.end, at)));
}

const DONE = /共|累计|收到|受理|未|没有|无|不存在|办结|完成|取得|\d(?:余|多)?(?:条|件|篇|次|期|个|场|元)/;
const PLANNED = /(?<![并时实已均])将(?!近)|拟|计划|力争|争取|打算|预计|下一?步|继续|(?<![需主重必首次纪摘概])要(?![求点素闻件害])|做好以下|重点(?:做|抓|推|围)/;
/** So near to the year stands what makes it a plan: 将 alone is in many sentences. */
const PLAN_REACH = 40;
/** A count at the end of a year may lead into a long list of other years' documents. */
const CLOSE_BY = 30;
/** `现将2024年度政府信息公开工作情况报告如下`: the report itself, with which nothing is compared. */
const ANNOUNCED = /现[将就][^,。;]{0,40}(?:如下|公[布开]|报告)/;

function yearTold(section: SectionSyntax, place: YearPlace, around: Surroundings, inPreamble: boolean): YearTold | undefined {
  const tells = tellingOfYear(section, around, inPreamble);
  if (!tells) return undefined;
  const { before } = around;
  const rest = around.after.text;
  const sentence = before + rest;
  const inSentence = tells === 'asOf' ? before + rest.slice(0, CLOSE_BY) : sentence.replace(ANNOUNCED, '');
  return {
    year: place.year,
    span: place.span,
    tells,
    done: DONE.test(sentence),
    planned: PLANNED.test(rest.slice(0, PLAN_REACH)),
    beside: [...inSentence.matchAll(/(?<!\d)20\d{2}(?=年)/g), ...(tells === 'work' ? toldBefore(section, place, rest) : [])].map(([year]) => Number(year)),
  };
}

/** The years of which the sentence before tells a number, or none, of what is told in `rest`: `2024年收到25件。2023年收到31件`. */
function toldBefore({ text, heading }: SectionSyntax, { span: { start } }: YearPlace, rest: string): RegExpMatchArray[] {
  const same = tellsTheSame(rest);
  if (same === undefined) return [];
  const sentence = squeeze(text, Math.max(heading?.span.end ?? 0, start - REACH_BACK), start).text.split(/[。!?]/).at(-2) ?? '';
  return [...sentence.matchAll(new RegExp(`(?<!\\d)20\\d{2}(?=年[^;]{0,30}?${same})`, 'g'))];
}

export interface PlacedYear {
  readonly told: YearTold;
  /** Relative to the report. */
  readonly span: Span;
  readonly slice: SectionSyntax;
}

export interface PlacedPeriod {
  /** Where its slice begins in the report. */
  readonly start: number;
  readonly period: PeriodTold;
}

export interface ReportYears {
  readonly told: readonly PlacedYear[];
  readonly periods: readonly PlacedPeriod[];
}

/** What a report tells of years, its title apart. */
export const yearsOf = remembered((report: ReportModel): ReportYears => {
  const { title } = report;
  const inTitle = ({ start, end }: Span): boolean => title !== undefined && start >= title.span.start && end <= title.span.end;
  return {
    told: report.slices.flatMap(({ start, syntax }) => yearsIn(syntax).told.map((told) => ({ told, span: shift(told.span, start), slice: syntax }))).filter(({ span: own }) => !inTitle(own)),
    periods: report.slices.flatMap(({ start, syntax }) => yearsIn(syntax).periods.map((period) => ({ start, period }))),
  };
});
