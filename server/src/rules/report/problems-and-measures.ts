import { article } from '../../editions/law';
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
const PROBLEMS =
  /问题|不足|短板|弱项|薄弱|差距|欠缺|欠佳|缺乏|缺少|缺失|不[够强高足全深细实严多准广畅熟专快精优齐]|不(?:平衡|均衡|到位|完善|及时|规范|突出|健全|丰富|明确|清晰|统一|理想|充分|紧密|一致)|单一|单薄|滞后|有待|尚待|亟待|仍[需须待]|尚[需须]|还[需须]|需要?(?:进一步|加强|提升|提高|完善|改进)|有所|偏[低少弱慢窄单重]|较[低少弱慢窄差]|难以|困难|制约|未能|参差|力度小|把握不|意识不/;
const MEASURES =
  /改进(?:情况|措施|方面|:)|[)、.]改进|整改|措施|下一?(?:步|阶段|年)|今后|接下来|明年|来年|新的一年|针对|为此|对此|将(?!来)|打算|计划|努力|着力|切实|力争|确保|加大|强化|严格|推动|促进|已(?:经)?(?:完成|建立|明确|解决|整改|调整)|定期|逐步|积极|(?<![主重需首必])要(?![求点素件])|开展|组织/;
/** `有待进一步加强` is a problem, not a measure. */
const WISHED_FOR = /(?:有待|尚待|亟待|仍待|[需须](?:要)?|待|应)[^,。;]{0,12}/g;

interface Said {
  /** Without the heading and without blanks. */
  readonly text: string;
  readonly problems: boolean;
  readonly measures: boolean;
}

const saidIn = remembered(({ text, heading }: SectionSyntax): Said => {
  const words = squeeze(text, heading?.id === 'problemsAndImprovements' ? heading.span.end : 0).text.replace(/^[。.:,;]/, '');
  return { text: words.slice(0, LONGEST_NOTHING), problems: PROBLEMS.test(words), measures: MEASURES.test(words.replace(WISHED_FOR, '')) };
});

/** More than ever says nothing. */
const LONGEST_NOTHING = 60;
