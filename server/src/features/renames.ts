/**
 * The agency and the year of a report, in all places where they are known to be that: the title, the preamble, the period, the
 * signature, and what is told of the year's own work. Other words that look alike, as in the names of laws, stay.
 */
import type { Analysis } from '../analysis/analyse';
import { titleYear } from '../model/report/ownYear';
import type { ReportModel, ReportTitle } from '../model/types';
import { yearsOf } from '../model/report/years';
import { namesIn } from '../rules/report/agency';
import { textOf } from '../rules/sectionWords';
import { fold } from '../text/fold';
import { shift, type Span, span, type Text } from '../text/span';
import { reportAt } from './cellAt';

export interface Renameable {
  readonly kind: 'agency' | 'year';
  /** The place at the caret. */
  readonly origin: Span;
  /** What it is called now. */
  readonly name: string;
  /** In the order of the text, the origin among them. */
  readonly places: readonly Span[];
}

/** Undefined where `offset` is at neither; between the two, the second. */
export function renameable(analysis: Analysis, offset: number): Renameable | undefined {
  const report = reportAt(analysis, offset);
  if (!report) return undefined;
  const { model, start } = report;
  const found = [agencyOf(model), yearOf(model)].flatMap((own): Renameable[] => {
    const places = (own?.places ?? []).map((place) => shift(place, start)).sort((a, b) => a.start - b.start);
    const origin = places.findLast((place) => place.start <= offset && offset <= place.end);
    return own && origin ? [{ ...own, origin, places }] : [];
  });
  return found.sort((a, b) => b.origin.start - a.origin.start)[0];
}

/** Why `name` can't be what `kind` is renamed to; undefined if it can. */
export function refusalOf(kind: Renameable['kind'], name: string): Text | undefined {
  if (kind === 'year') return /^20\d\d$/.test(name) ? undefined : { zh: '年份是四位数字，如 2024', en: 'a year has four digits, as 2024' };
  return /^\S.{0,60}\S$/.test(name) && !/[，。；、《》|\t]/.test(name) ? undefined : { zh: '机关名称至少两个字，不含标点和换行', en: 'the name of an agency has two characters at least, no punctuation and no line end' };
}

type Places = Pick<Renameable, 'kind' | 'name' | 'places'>;

function agencyOf(model: ReportModel): Places | undefined {
  const { agency, title } = model;
  if (agency === undefined || !title) return undefined;
  const inTitle = agencyIn(title, model, agency);
  if (!inTitle) return undefined;
  const others = [...namesIn(model)].flatMap(({ name, above }) => [name, ...above]).flatMap((name) => (fold(name.text) === fold(agency) ? [name.span] : []));
  return { kind: 'agency', name: agency, places: [inTitle, ...others] };
}

/** Where the title has the agency's name in one piece. */
function agencyIn({ span: own }: ReportTitle, model: ReportModel, agency: string): Span | undefined {
  const at = textOf(model).slice(own.start, own.end).indexOf(agency);
  return at < 0 ? undefined : span(own.start + at, own.start + at + agency.length);
}

function yearOf(model: ReportModel): Places | undefined {
  const { title, fiscalYear } = model;
  if (!fiscalYear || fiscalYear.source === 'text') return undefined;
  const { year } = fiscalYear;
  const inTitle = title && titleYear(title, model);
  const { told, periods } = yearsOf(model);
  const own = told.filter((each) => each.told.year === year && !each.told.planned).map((each) => each.span);
  const ends = periods.flatMap(({ start, period: { from, to } }) => [from, ...(to ? [to] : [])].filter((end) => end.year === year).map((end) => shift(end.span, start)));
  return { kind: 'year', name: String(year), places: [...(inTitle && fiscalYear.source === 'title' ? [inTitle] : []), ...own, ...ends] };
}
