import { article } from '../../editions/law';
import { mayTellMeasures, mayTellProblems } from '../../model/measures';
import { remembered } from '../../model/remembered';
import { onlySection, slicesOf } from '../../model/sectionTexts';
import { squeeze } from '../../text/squeeze';
import type { SectionSyntax } from '../../syntax/types';
import { headingSpan } from '../sectionWords';
import type { ReportRule } from '../rule';

const HEADING = '五、存在的主要问题及改进情况';

export const reportProblemsAndMeasures: ReportRule = {
  id: 'report/problems-and-measures',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '这一部分只写了问题，没有写改进的情况或措施。', en: 'This section tells of problems, but not of what is done about them.' },
    problems: { zh: '这一部分没有写存在的主要问题。', en: 'This section tells of no problems.' },
    nothing: { zh: '这一部分写“{text}”，应当写明存在的主要问题和改进情况。', en: 'This section says “{text}”; it is to tell the main problems and what is done about them.' },
  },
  docs: {
    title: { zh: '问题、改进缺一', en: 'Problems without measures, or neither' },
    what: {
      zh: '“五、存在的主要问题及改进情况”只写“无”，只有问题没有改进，或者只有改进没有问题。只看有没有相应的话，不评价写得好坏。',
      en: 'Section 五 says nothing but “无”, has problems without measures, or measures without problems. Only whether something is said is looked at, not how well.',
    },
    why: {
      zh: '条例要求报告写明存在的主要问题和改进情况，两者缺一不可；只写“无”的报告会被退回。',
      en: 'The regulation asks for the main problems and for improvements, both; reports that say “无” are sent back.',
    },
    ignore: { zh: '写法特殊、确已写明问题和改进情况时可以忽略。', en: 'Leave it where both are told in words that are not recognised.' },
    law: [article('50（四）')],
    examples: [
      { bad: `⟦${HEADING}⟧\n一是解读形式单一；二是更新不够及时。\n`, good: `${HEADING}\n一是解读形式单一；二是更新不够及时。下一步将增加图解，明确更新时限。\n` },
      { bad: `⟦${HEADING}⟧\n无。\n`, good: `${HEADING}\n公开目录更新不够及时，已明确由办公室每月核对，限期补充。\n` },
    ],
  },
  *check(report) {
    const section = onlySection(report, 'problemsAndImprovements');
    if (!section) return;
    const slices = slicesOf(report, section);
    const said = slices.map((slice) => saidIn(slice));
    const text = said.map((own) => own.text).join('');
    // An empty section is another finding.
    if (text === '') return;
    const span = headingSpan(section);
    if (NOTHING.test(text)) yield { span, message: 'nothing', args: { text: text.replace(/。$/, '') } };
    else if (!said.some(({ problems }) => problems)) yield { span, message: 'problems' };
    else if (!said.some(({ measures }) => measures)) yield { span };
  },
};

const NOTHING = /^(?:(?:20\d{2}年|本年)?度?,?(?:我|本)?(?:局|委|办|镇|乡|街道|单位|机关|部门)?)?(?:暂无|没有|不存在|无)(?:明显|突出|存在)?(?:的)?(?:主要)?(?:问题)?(?:及改进情况)?[。.]?$/;

interface Said {
  /** Without the heading and without blanks. */
  readonly text: string;
  readonly problems: boolean;
  readonly measures: boolean;
}

const saidIn = remembered(({ text, heading }: SectionSyntax): Said => {
  const words = squeeze(text, heading?.id === 'problemsAndImprovements' ? heading.span.end : 0).text.replace(/^[。.:,;]/, '');
  return { text: words.slice(0, LONGEST_NOTHING), problems: mayTellProblems(words), measures: mayTellMeasures(words) };
});

/** More than ever says nothing. */
const LONGEST_NOTHING = 60;
