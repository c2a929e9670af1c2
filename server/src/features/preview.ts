/**
 * A report as a person sees it: its title, its sections with what they say and what is to say of them, the tables as the form
 * draws them, and last year's figures. Plain data with offsets of the document; how it looks is the business of `view/`.
 */
import type { Analysis } from '../analysis/analyse';
import type { ReportModel } from '../model/types';
import { lastFrom } from '../text/search';
import { type Locale, type Span, span } from '../text/span';
import { type Comparison, comparisonOf } from './comparison';
import { type PreviewFinding, type PreviewLine, type PreviewSection, previewSections, proseBefore } from './previewSections';
import { readable } from './readable';
import { reportStatuses } from './status';

export type { PreviewFinding, PreviewLine, PreviewSection } from './previewSections';

export interface Preview {
  readonly locale: Locale;
  readonly title: string | undefined;
  readonly agency: string | undefined;
  readonly fiscalYear: number | undefined;
  readonly edition: ReportModel['edition'];
  /** Which report of the document this is, from 1, and of how many. */
  readonly index: number;
  readonly count: number;
  /** In the document. */
  readonly span: Span;
  /** What stands before the first section, or all of a report that has no sections of the form. */
  readonly front: { readonly lines: readonly PreviewLine[]; readonly cut: boolean; readonly findings: readonly PreviewFinding[] };
  /** The six of the form in their order, those that are missing included; a section that is there twice is twice in it. */
  readonly sections: readonly PreviewSection[];
  readonly comparison: Comparison | undefined;
}

/** The report at `offset`; undefined where the document holds none. */
export function previewOf(analysis: Analysis, offset: number): Preview | undefined {
  const { reports, settings } = analysis;
  const at = Math.max(0, lastFrom(reports, offset, ({ start }) => start));
  const report = reports[at];
  if (!report || reportStatuses(analysis).length === 0) return undefined;
  const { start, model } = report;
  const { besides, diagnostics } = analysis.checked[at]!;
  const options = { settings, diagnostics: diagnostics.slice(0, settings.maxProblems).map((own) => own.moved(start)) };
  return {
    locale: settings.locale,
    title: model.title && readable(model.title.text),
    agency: model.agency,
    fiscalYear: model.fiscalYear?.year,
    edition: model.edition,
    index: at + 1,
    count: reports.length,
    span: span(start, start + model.length),
    front: proseBefore(report, options),
    sections: previewSections(report, options),
    comparison: comparisonOf(model, besides.agency, settings.locale),
  };
}
