import { FORM_2021 } from '../../editions/law';
import { sectionOrdinal, sectionTitle } from '../../syntax/sections';
import type { ReportRule } from '../rule';
import { numberingOf, ordinalPlace, renumber } from '../sectionNumbering';
import { headingText, ordinalMark } from '../sectionWords';

export const sectionOrdinalRule: ReportRule = {
  id: 'section/ordinal',
  scope: 'report',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: { zh: '“{heading}”的序号不对：“{title}”是格式的第{number}部分，序号应为“{mark}”。', en: '“{heading}” has the wrong number: “{title}” is section {number} of the form, numbered “{mark}”.' },
    none: { zh: '标题“{heading}”缺少序号“{mark}”。', en: 'The heading “{heading}” lacks its number “{mark}”.' },
    unread: { zh: '标题“{heading}”的序号认不出，应为“{mark}”。', en: 'The number of the heading “{heading}” can’t be read; it should be “{mark}”.' },
    digits: { zh: '“{heading}”的序号应写作“{mark}”：一级标题用汉字数字。', en: '“{heading}” is numbered “{mark}” in the form: headings of sections use Chinese numerals.' },
  },
  docs: {
    title: { zh: '部分的序号', en: 'Number of a section' },
    what: {
      zh: '标题认得出，但序号不是格式规定的那一个，或者没有序号、序号认不出（如扫描识别成了“—、”“囗、”）、用了阿拉伯数字。几个标题以同一种方式偏离时由“section/numbering”合并报告；因缺少部分或顺序颠倒而顺延的序号不另报告。',
      en: 'The title is known, but its number is not the form’s, is absent, can’t be read (“—、”, “囗、” out of a scan), or is in Arabic digits. Several headings that deviate alike are told once by “section/numbering”; numbers that only follow from a missing or misplaced section are not told again.',
    },
    why: {
      zh: '标题多半是从别处复制来的，序号忘了改；序号错了，文中“见第三部分”一类的指引也会指错。',
      en: 'Usually the heading was copied and its number forgotten; references such as “see section 三” then lead astray.',
    },
    ignore: { zh: '报告按本地规定另立部分、序号顺延时可以忽略。', en: 'Leave it where local rules add a section and the numbers move on.' },
    law: [FORM_2021],
    examples: [
      { bad: '⟦四、⟧存在的主要问题及改进情况\n略。\n六、其他需要报告的事项\n无。\n', good: '五、存在的主要问题及改进情况\n略。\n六、其他需要报告的事项\n无。\n', fix: 'suggested' },
      { bad: '⟦1.⟧总体情况\n略。\n二、主动公开政府信息情况\n略。\n', good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n', fix: 'suggested' },
      { bad: '一、总体情况\n略。\n⟦主动公开政府信息情况⟧\n略。\n', good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n', fix: 'suggested' },
      { bad: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n⟦囗、⟧政府信息公开行政复议、行政诉讼情况\n略。\n', good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n', fix: 'suggested' },
    ],
  },
  *check(report) {
    for (const { section, kind } of numberingOf(report).single) {
      const mark = ordinalMark(section.id);
      yield {
        span: ordinalPlace(section),
        ...(kind === 'other' ? {} : { message: kind }),
        args: { heading: headingText(section), title: sectionTitle(section.id), number: { zh: mark.slice(0, -1), en: `${sectionOrdinal(section.id)}` }, mark },
        fixes: [{ title: { zh: `${kind === 'none' ? '补上序号' : '序号改为'}“${mark}”`, en: `Number it “${mark}”` }, safety: 'suggested', edits: [renumber(section)], preferred: true }],
      };
    }
  },
};
