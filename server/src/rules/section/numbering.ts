import { FORM_2021 } from '../../editions/law';
import type { Text } from '../../text/span';
import type { ReportRule } from '../rule';
import { numberingOf, ordinalPlace, renumber } from '../sectionNumbering';
import { headingText, ordinalMark } from '../sectionWords';

export const sectionNumbering: ReportRule = {
  id: 'section/numbering',
  scope: 'report',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '从“{heading}”起，有 {count} 个部分的序号与格式不一致；按格式依次为{marks}。',
      en: 'From “{heading}” on, {count} sections are numbered otherwise than in the form, where they are {marks}.',
    },
  },
  docs: {
    title: { zh: '自成一套的序号', en: 'A numbering of its own' },
    what: {
      zh: '三个以上部分的序号以同一种方式与格式不一致：都差同样的数、都用阿拉伯数字、或者都没有序号。整份报告只报告一次。个别标题的序号错误见“section/ordinal”。',
      en: 'Three or more sections are numbered otherwise than in the form, all in the same way: off by the same number, in Arabic digits, or not at all. Told once. Single wrong numbers are reported by “section/ordinal”.',
    },
    why: {
      zh: '有的单位先写几个文字部分，表格部分再从“一”数起，或者中间加了自己的部分。内容不一定有错，但与格式的“一”至“六”对不上。',
      en: 'Some organs put text sections first and start again at 一 for the tables, or add sections of their own. The content may be right, but it no longer matches the form’s 一 to 六.',
    },
    ignore: { zh: '本级主管部门另有统一体例时可以忽略。', en: 'Leave it where the authority in charge prescribes another numbering.' },
    law: [FORM_2021],
    examples: [
      {
        bad: '一、总体情况\n略。\n⟦一、⟧主动公开政府信息情况\n略。\n二、收到和处理政府信息公开申请情况\n略。\n三、政府信息公开行政复议、行政诉讼情况\n略。\n',
        good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n',
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    for (const deviations of numberingOf(report).systematic) {
      const sections = deviations.map(({ section }) => section);
      const [first, ...rest] = sections;
      const own = sections.map(({ id }) => ordinalMark(id).slice(0, -1));
      const marks: Text = { zh: own.join('、'), en: own.join(', ') };
      yield {
        span: ordinalPlace(first!),
        args: { heading: headingText(first!), count: sections.length, marks },
        related: rest.map((section) => ({ span: ordinalPlace(section), message: { zh: `按格式应为“${ordinalMark(section.id)}”`, en: `“${ordinalMark(section.id)}” in the form` } })),
        fixes: [{ title: { zh: `序号依次写作${marks.zh}`, en: `Number them ${marks.en}` }, safety: 'suggested', edits: sections.map((section) => renumber(section)) }],
      };
    }
  },
};
