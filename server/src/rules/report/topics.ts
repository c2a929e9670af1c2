import { FORM_2021 } from '../../editions/law';
import { isSince2021 } from '../../model/report/ownYear';
import { remembered } from '../../model/remembered';
import { onlySection, slicesOf } from '../../model/sectionTexts';
import { squeeze } from '../../text/squeeze';
import type { SectionSyntax } from '../../syntax/types';
import { headingSpan, quoted } from '../sectionWords';
import type { ReportRule } from '../rule';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';

export const reportTopics: ReportRule = {
  id: 'report/topics',
  scope: 'report',
  severity: 'information',
  since: '1.0.0',
  messages: {
    default: { zh: '“一、总体情况”没有写到{topics}。', en: 'Section 一 says nothing of {topics}.' },
  },
  docs: {
    title: { zh: '总体情况缺少的方面', en: 'Topics missing in section 一' },
    what: {
      zh: '2021 年度起，“总体情况”主要写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面。“总体情况”中没有提到其中某个方面时报告；是否分列小标题、次序如何都不要求。',
      en: 'From 2021 on section 一 mainly treats 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障. A topic that is not even mentioned there is reported; sub-headings and their order do not matter.',
    },
    why: { zh: '格式规定总体情况要概述这五个方面，缺项的报告常被要求补充。', en: 'The form asks for a summary of these five; reports without one of them are often sent back.' },
    ignore: { zh: '确实没有相关工作、在别处已经说明时可以忽略。', en: 'Leave it where there was nothing to tell, or it is told elsewhere.' },
    law: [FORM_2021],
    examples: [
      {
        bad: `${TITLE}⟦一、总体情况⟧\n2024年，我局主动公开政府信息35条，办理依申请公开2件，每季度检查网站专栏，将公开工作列入考核。\n`,
        good: `${TITLE}一、总体情况\n2024年，我局主动公开政府信息35条，办理依申请公开2件，公文逐件审核公开属性，每季度检查网站专栏，将公开工作列入考核。\n`,
      },
    ],
  },
  *check(report) {
    const overview = isSince2021(report) ? onlySection(report, 'overview') : undefined;
    if (!overview) return;
    const said = new Set(slicesOf(report, overview).flatMap((slice) => topicsIn(slice)));
    const missing = TOPICS.filter(([topic]) => !said.has(topic)).map(([topic]) => topic);
    // An empty section is another finding.
    if (missing.length > 0 && overview.syntax.text.slice(overview.syntax.heading!.span.end).trim() !== '') yield { span: headingSpan(overview), args: { topics: quoted(missing) } };
  },
};

/** The topics of the form, and what shows that one of them is spoken of. */
const TOPICS: readonly (readonly [topic: string, words: RegExp])[] = [
  ['主动公开', /主动.{0,8}公开|主动[^，。；,;]{0,8}(?:公示|发布)|(?:公开|发布|公布|更新)[^，。；,;\d]{0,30}信息[^，。；,;\d]{0,8}\d/],
  ['依申请公开', /依.{0,2}申请|申请公开|公开(?:的)?申请|公开信息申请|信息申请|申请(?:的)?(?:受理|办理|答复|处理)|(?:收到|接到|受理|办结)的?申请/],
  ['政府信息管理', /信息(?:资源|资料|公开|工作|发布|目录|的){0,4}(?:规范化|标准化|动态|日常|分类)?管理|信息(?:资源|资料)?的?(?:规范化|标准化)|归档|存档|台账|公开属性|属性认定|保密审[查核]|审核|审查|审签|三审|把关|清理|公文|规范性文件|公开目录|信息更新/],
  ['政府信息公开平台建设', /平台|网站|公众号|新媒体|专栏|专区|栏目|公开栏|公报|微博|微信/],
  ['监督保障', /监督|保障|考核|培训|评议|追究|检查|督查|督导|领导小组|组织领导|责任制|专人负责/],
];

const topicsIn = remembered((section: SectionSyntax): readonly string[] => {
  const { text } = squeeze(section.text, section.heading?.id === 'overview' ? section.heading.span.end : 0);
  return TOPICS.filter(([, words]) => words.test(text)).map(([topic]) => topic);
});
