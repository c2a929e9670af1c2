/** How section rules name headings, where they point, and what they all ask of a report's headings. */
import { missingSections } from '../model/report/report';
import type { ReportModel, ReportSection } from '../model/types';
import { SECTION_IDS, type SectionId, sectionOrdinal, sectionTitle } from '../syntax/sections';
import type { HeadingSyntax } from '../syntax/types';
import { fold } from '../text/fold';
import { writeOrdinal } from '../text/ordinals';
import { shift, type Span, span, type Text } from '../text/span';

/** `三、`. */
export function ordinalMark(id: SectionId): string {
  return `${writeOrdinal(sectionOrdinal(id))}、`;
}

/** The heading as the form prints it: `三、收到和处理政府信息公开申请情况`. */
export function officialHeading(id: SectionId): string {
  return ordinalMark(id) + sectionTitle(id);
}

/** `“一、总体情况”“六、其他需要报告的事项”`. */
export function quoted(headings: readonly string[]): Text {
  return { zh: headings.map((heading) => `“${heading}”`).join(''), en: headings.map((heading) => `“${heading}”`).join(', ') };
}

export function headingOf({ syntax }: ReportSection): HeadingSyntax {
  return syntax.heading!;
}

/** Where a section's heading stands in the report. */
export function headingSpan(section: ReportSection): Span {
  return shift(headingOf(section).span, section.start);
}

/** The heading as written, folded for reading: radicals and odd blanks are other rules' concern. */
export function headingText({ syntax }: ReportSection): string {
  const { start, end } = syntax.heading!.span;
  return fold(syntax.text.slice(start, end)).trim();
}

/** The text of a whole report. */
export function textOf(report: ReportModel): string {
  return report.slices.map(({ syntax }) => syntax.text).join('');
}

/** Where the report begins, for what concerns it as a whole; undefined for a blank text. A long line is not marked whole. */
export function firstWords({ slices }: Pick<ReportModel, 'slices'>): Span | undefined {
  for (const { start, syntax } of slices) {
    const found = /\S[^\r\n]{0,23}/u.exec(syntax.text);
    if (found) return shift(span(found.index, found.index + found[0].trimEnd().length), start);
  }
  return undefined;
}

/** Each section once, where it first stands, in the order of the text. */
export function firstSections({ sections }: ReportModel): ReportSection[] {
  const seen = new Set<SectionId>();
  return sections.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * Headings that repeat another section's title while their ordinal is that of a section the report lacks: the title was
 * copied, the section is there. One mistake, told as such.
 */
export function copiedTitles(report: ReportModel): ReadonlyMap<ReportSection, SectionId> {
  const missing = missingSections(report);
  const first = new Set(firstSections(report));
  const copied = new Map<ReportSection, SectionId>();
  report.sections.forEach((section, i) => {
    if (first.has(section)) return;
    const ordinal = headingOf(section).ordinal ?? 0;
    const id = SECTION_IDS[ordinal - 1];
    const [before, after] = [report.sections[i - 1], report.sections[i + 1]];
    const inPlace = (!before || sectionOrdinal(before.id) < ordinal) && (!after || sectionOrdinal(after.id) > ordinal);
    if (id && inPlace && missing.includes(id) && ![...copied.values()].includes(id)) copied.set(section, id);
  });
  return copied;
}
