import { FORM_2021 } from '../../editions/law';
import type { ReportSection } from '../../model/types';
import type { SectionId } from '../../syntax/sections';
import type { Fix, ReportRule } from '../rule';
import { copiedTitles, firstSections, headingSpan, headingText, officialHeading } from '../sectionWords';

export const sectionDuplicate: ReportRule = {
  id: 'section/duplicate',
  scope: 'report',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '“{heading}”在这份报告里已经有了；每个部分只写一次，请合并或删去多余的标题。',
      en: '“{heading}” is in this report already. Each section stands once: merge the two, or remove the heading that is one too many.',
    },
    copied: {
      zh: '“{heading}”与前面的标题重复；按序号这里应是“{official}”。',
      en: '“{heading}” repeats an earlier title; by its number this should be “{official}”.',
    },
  },
  docs: {
    title: { zh: '重复的部分', en: 'Section twice' },
    what: {
      zh: '同一份报告里同一个部分的标题出现两次时，在后一处报告，并指向前一处。目录里的标题、合订本里各份报告的标题不算重复。',
      en: 'The heading of one section stands twice in one report: reported at the second, with a link to the first. Tables of contents and the reports of a compiled volume are told apart.',
    },
    why: {
      zh: '多半是复制标题后忘了改，或者两次粘贴了同一部分；读者和汇总程序不知道以哪一处为准。',
      en: 'Usually a heading was copied and not changed, or a section pasted twice; nobody can tell which one counts.',
    },
    ignore: { zh: '文件中有意并列两个版本（如更正前后）时可以忽略。', en: 'Leave it where two versions stand beside each other on purpose.' },
    law: [FORM_2021],
    examples: [
      {
        bad: '五、存在的主要问题及改进情况\n培训不够。\n⟦五、存在的主要问题及改进情况⟧\n加强培训。\n六、其他需要报告的事项\n无。\n',
        good: '五、存在的主要问题及改进情况\n培训不够。\n加强培训。\n六、其他需要报告的事项\n无。\n',
      },
      {
        bad: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n⟦三、主动公开政府信息情况⟧\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n',
        good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n',
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    const first = firstSections(report);
    const copied = copiedTitles(report);
    for (const section of report.sections) {
      if (first.includes(section)) continue;
      const meant = copied.get(section);
      yield {
        span: headingSpan(section),
        ...(meant ? { message: 'copied' } : {}),
        args: { heading: headingText(section), official: meant ? officialHeading(meant) : '' },
        related: [{ span: headingSpan(first.find(({ id }) => id === section.id)!), message: { zh: '第一次出现在这里', en: 'It first stands here' } }],
        fixes: meant ? [retitle(section, meant)] : [],
      };
    }
  },
};

function retitle(section: ReportSection, id: SectionId): Fix {
  const official = officialHeading(id);
  return { title: { zh: `改为“${official}”`, en: `Change to “${official}”` }, safety: 'suggested', edits: [{ span: headingSpan(section), newText: official }], preferred: true };
}
