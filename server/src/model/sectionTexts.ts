/** The text of a section, where sub-headings that read like section headings have cut it into several slices. */
import type { SectionId } from '../syntax/sections';
import type { SectionSyntax } from '../syntax/types';
import type { ReportModel, ReportSection } from './types';

/** The slices of a report from the heading of `section` to that of the next one. */
export function slicesOf({ slices, sections }: ReportModel, section: ReportSection): readonly SectionSyntax[] {
  const next = sections.find(({ start }) => start > section.start);
  return slices.filter(({ start }) => start >= section.start && (!next || start < next.start)).map(({ syntax }) => syntax);
}

/** The one section of a kind that has text of its own; undefined where there is none, or more than one to choose from. */
export function onlySection(report: ReportModel, id: SectionId): ReportSection | undefined {
  const [section, ...others] = report.sections.filter((own) => own.id === id);
  return others.length === 0 ? section : undefined;
}
