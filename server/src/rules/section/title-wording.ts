import { FORM_2021 } from '../../editions/law';
import type { ReportSection } from '../../model/types';
import { sectionTitle } from '../../syntax/sections';
import { fold } from '../../text/fold';
import { shift, type Span, span } from '../../text/span';
import type { ReportRule } from '../rule';
import { differenceInWords, differenceOf } from '../difference';
import { headingOf } from '../sectionWords';

export const sectionTitleWording: ReportRule = {
  id: 'section/title-wording',
  scope: 'report',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: { zh: '标题“{written}”与格式不一致，应为“{official}”{difference}。', en: 'The title “{written}” is not the form’s: it should read “{official}”{difference}.' },
  },
  docs: {
    title: { zh: '标题的文字', en: 'Wording of a title' },
    what: {
      zh: '标题认得出，但有几个字与格式不同，多半是多打、漏打或错打。各地常见的几种写法（如“因政府信息公开工作被申请行政复议、提起行政诉讼情况”）不报告。',
      en: 'The title can be told, but a few of its characters are not the form’s: one too many, one too few, or a wrong one. Wordings that many organs use (such as 《条例》 article 50’s own) are not reported.',
    },
    why: {
      zh: '标题会进入目录和汇总表，错字最显眼；按标题查找的程序也会找不到这一部分。',
      en: 'Titles go into tables of contents and compilations, where a wrong character is seen first; programs that look a section up by its title miss it.',
    },
    ignore: { zh: '上级通知规定了另外的标题文字时可以忽略。', en: 'Leave it where a superior’s notice prescribes other words.' },
    law: [FORM_2021],
    examples: [
      { bad: '四、政府信息公开行政⟦法⟧复议、行政诉讼情况\n略。\n', good: '四、政府信息公开行政复议、行政诉讼情况\n略。\n', fix: 'suggested' },
      { bad: '二、⟦主动公开政府信情况⟧\n略。\n', good: '二、主动公开政府信息情况\n略。\n', fix: 'suggested' },
      { bad: '五、存在的主要问题及改⟦近⟧情况\n略。\n', good: '五、存在的主要问题及改进情况\n略。\n', fix: 'suggested' },
    ],
  },
  *check(report) {
    for (const section of report.sections) {
      if (headingOf(section).match !== 'similar') continue;
      const title = shift(headingOf(section).titleSpan, section.start);
      const written = titleText(section);
      const official = sectionTitle(section.id);
      const difference = differenceOf(written, official);
      const { from, surplus } = difference;
      const fault: Span = surplus === '' ? title : span(title.start + from, title.start + from + surplus.length);
      yield {
        span: fault,
        args: { written, official, difference: differenceInWords(difference) },
        // Digits in a title may be a number that ran into it.
        fixes: [{ title: { zh: `标题改为“${official}”`, en: `Change the title to “${official}”` }, safety: 'suggested', edits: [{ span: title, newText: official }], ...(!/\d/.test(surplus) && { certain: true, preferred: true }) }],
      };
    }
  },
};

function titleText({ syntax }: ReportSection): string {
  const { start, end } = syntax.heading!.titleSpan;
  return fold(syntax.text.slice(start, end));
}
