import { article } from '../../editions/law';
import { isSince2021 } from '../../model/report/ownYear';
import { proseOf } from '../../model/prose';
import { remembered } from '../../model/remembered';
import { onlySection, slicesOf } from '../../model/sectionTexts';
import { squeeze } from '../../text/squeeze';
import type { SectionSyntax } from '../../syntax/types';
import { headingSpan } from '../sectionWords';
import type { ReportRule } from '../rule';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';

export const reportFeeStatement: ReportRule = {
  id: 'report/fee-statement',
  scope: 'report',
  severity: 'information',
  since: '1.0.0',
  messages: {
    default: { zh: '没有说明信息处理费的收取情况；未收取的，通常也写明。', en: 'Nothing is said of the processing fee (信息处理费); that none was charged is usually said too.' },
  },
  docs: {
    title: { zh: '未说明信息处理费', en: 'No word about the processing fee' },
    what: {
      zh: '2021 年度起的报告，“六、其他需要报告的事项”和其他部分都没有说明信息处理费的收取情况，例如只写“无”。表二的行政事业性收费是另一回事。',
      en: 'A report for 2021 or later says nowhere, in particular not in section 六, whether a processing fee for requests (信息处理费) was charged; a bare “无” does not. The administrative fees of table 二 are another matter.',
    },
    why: {
      zh: '各地 2021 年度以来的报告都在这一部分写明收取信息处理费的件数和金额，未收取的写“未收取信息处理费”；只写“无”的常被要求补充。',
      en: 'In practice reports since 2021 tell the number and amount of processing fees here, or that none was charged; a bare “无” is often sent back.',
    },
    ignore: { zh: '上级没有要求说明时可以忽略。', en: 'Leave it where the authority in charge does not ask for it.' },
    law: [article('42'), { title: '政府信息公开信息处理费管理办法', article: '国办函〔2020〕109号' }],
    examples: [
      { bad: `${TITLE}⟦六、其他需要报告的事项⟧\n无。\n`, good: `${TITLE}六、其他需要报告的事项\n2024年未收取信息处理费，无其他需要报告的事项。\n` },
    ],
  },
  *check(report) {
    const section = isSince2021(report) ? onlySection(report, 'otherMatters') : undefined;
    // An empty section is another finding.
    if (!section || isEmpty(section.syntax)) return;
    if (slicesOf(report, section).some((slice) => mentionsFee(slice)) || report.slices.some(({ syntax }) => statesFee(syntax))) return;
    yield { span: headingSpan(section) };
  },
};

const isEmpty = ({ text, heading }: SectionSyntax): boolean => heading !== undefined && text.slice(heading.span.end).trim() === '' && /^[^无没]*$/.test(text.slice(heading.span.start, heading.span.end));

/** Any word about charging will do where it is expected. */
const mentionsFee = remembered(({ text, heading }: SectionSyntax): boolean => /处理费|收[^,。;]{0,12}费|费用|收取|收缴|缴费/.test(squeeze(text, heading?.span.end ?? 0).text));

const STATEMENT = /(?:未|没有|无|不存在|不|共|累计|实际|零)[^。;]{0,20}(?:收取|产生|发生|缴纳)[^。;]{0,16}费|费[^。;]{0,16}(?:收取|产生|发生|缴纳)?[^。;]{0,6}(?:0|\d+(?:\.\d+)?)元/;

/** In other sections only what is plainly said of fees for requests. */
const statesFee = remembered((section: SectionSyntax): boolean => {
  const prose = proseOf(section);
  if (!prose) return false;
  for (let at = section.text.indexOf('费', prose.start); at >= 0 && at < prose.end; at = section.text.indexOf('费', at + 1)) {
    if (STATEMENT.test(squeeze(section.text, at - 60, at + 60).text)) return true;
  }
  return false;
});
