import { article, FORM_2021 } from '../../editions/law';
import type { ReportModel, ReportSection } from '../../model/types';
import type { SectionId } from '../../syntax/sections';
import { hasWords } from '../../text/fold';
import { lineEnd } from '../../text/lines';
import { span } from '../../text/span';
import { type Fix, type ReportRule, withFixes } from '../rule';
import { bodyOf, isTableSection, mannerOf } from '../sectionEdits';
import { firstSections, headingSpan, headingText, textOf } from '../sectionWords';

export const sectionEmpty: ReportRule = {
  id: 'section/empty',
  scope: 'report',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: { zh: '“{heading}”下面没有内容；没有其他事项的，也应写明。', en: 'Nothing stands under “{heading}”. If there is nothing else to report, say so.' },
    overview: { zh: '“{heading}”下面没有内容；这一部分应当概述本年度政府信息公开工作的总体情况。', en: 'Nothing stands under “{heading}”. This section is to sum up the year’s work on disclosure.' },
    problems: { zh: '“{heading}”下面没有内容；这一部分应当写明存在的主要问题和改进情况。', en: 'Nothing stands under “{heading}”. This section is to tell the main problems and what is done about them.' },
    table: { zh: '“{heading}”下面没有统计表；没有发生的事项也要列表，填 0。', en: 'Nothing stands under “{heading}”. Its table is needed even where nothing happened; the cells are then 0.' },
  },
  docs: {
    title: { zh: '空的部分', en: 'Empty section' },
    what: {
      zh: '标题之后直到下一个标题都没有文字。写“无”不算空（第五部分只写“无”，见“report/problems-and-measures”）。',
      en: 'There is no text between a heading and the next one. A section that says “无” is not empty (of a section 五 that says no more, “report/problems-and-measures” tells).',
    },
    why: {
      zh: '只有标题，读者无从判断是没有发生还是漏填。统计表没有发生的事项填 0。',
      en: 'A bare heading does not tell whether nothing happened or nothing was filled in.',
    },
    ignore: { zh: '内容以附件、图片另行发布时可以忽略，但应在正文中写明。', en: 'Leave it where the content is published as an attachment or image; the text should say so.' },
    law: [FORM_2021, article('50')],
    examples: [
      { bad: '⟦五、存在的主要问题及改进情况⟧\n\n六、其他需要报告的事项\n无。\n', good: '五、存在的主要问题及改进情况\n培训不够，下一步加强培训。\n\n六、其他需要报告的事项\n无。\n' },
      { bad: '⟦四、政府信息公开行政复议、行政诉讼情况⟧\n五、存在的主要问题及改进情况\n略。\n', good: '四、政府信息公开行政复议、行政诉讼情况\n略。\n五、存在的主要问题及改进情况\n略。\n' },
    ],
  },
  *check(report) {
    const { sections } = report;
    // Where a section stands twice, `section/duplicate` tells it; one of the two is often a bare heading.
    const first = new Set(firstSections(report));
    const twice = new Set(sections.flatMap((section) => (first.has(section) ? [] : section.id)));
    const empty = sections.filter((section, index) => !twice.has(section.id) && isEmpty(section, sections[index + 1], report));
    for (const section of empty) {
      const finding = { span: headingSpan(section), ...messageFor(section.id), args: { heading: headingText(section) } };
      yield withFixes(finding, () => tableFix(section, report));
    }
  },
};

/** What the section is to hold: only of section 六 it may be nothing. */
function messageFor(id: SectionId): { readonly message?: string } {
  if (isTableSection(id)) return { message: 'table' };
  return id === 'overview' ? { message: 'overview' } : id === 'problemsAndImprovements' ? { message: 'problems' } : {};
}

/** Whether no letter or digit stands between the heading and the next section, or the end of the report. */
function isEmpty(section: ReportSection, next: ReportSection | undefined, { slices }: ReportModel): boolean {
  const end = next?.start ?? Infinity;
  return slices.every(({ start, syntax }) => {
    if (start < section.start || start >= end) return true;
    return !hasWords(syntax.text, syntax === section.syntax ? syntax.heading!.span.end : 0);
  });
}

/** The table to be filled in, unless it stands somewhere else. */
function tableFix(section: ReportSection, report: ReportModel): Fix[] {
  if (!isTableSection(section.id) || report.tables.some(({ id }) => id === section.id)) return [];
  const text = textOf(report);
  const manner = mannerOf(report, text);
  const at = lineEnd(text, headingSpan(section).end);
  const newText = manner.eol + (manner.blankAfterHeading ? manner.eol : '') + bodyOf(section.id, report, manner);
  return [{ title: { zh: '插入待填写的统计表', en: 'Insert the table to be filled in' }, safety: 'suggested', edits: [{ span: span(at, at), newText }], preferred: true }];
}
