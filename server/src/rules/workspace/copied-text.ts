import { FORM_2021 } from '../../editions/law';
import { shareIn } from '../../model/report/fingerprint';
import { problemRuns, problemSection } from '../../model/report/summary';
import { shift } from '../../text/span';
import type { WorkspaceRule } from '../rule';
import { fileName, inOther } from '../workspaceWords';

/** Letters below which a text is too short to be called copied. */
const LEAST_LETTERS = 100;
const LEAST_SHARE = 0.8;

const TITLE = (year: number): string => `云溪县水利局${year}年政府信息公开工作年度报告\n\n`;
const LAST_YEAR =
  '存在的主要问题：一是水利工程建设信息公开不够及时，个别项目开工后一个月才公开；二是依申请公开答复说理不充分，有一件被行政复议纠正。\n' +
  '改进情况：一是把公开时限写入工程管理办法，每季度通报一次；二是答复书由法规科审核后发出，编写了答复说理范本。\n';

export const workspaceCopiedText: WorkspaceRule = {
  id: 'workspace/copied-text',
  scope: 'workspace',
  reach: 'agency',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: {
      zh: '本部分有 {share}% 的文字与 {year} 年度报告相同（{file}）。请写明本年的问题和上年问题的改进情况。',
      en: '{share} % of this section is the text of the report for {year} ({file}). Tell this year’s problems, and what became of last year’s.',
    },
  },
  docs: {
    title: { zh: '第五部分照抄上一年度', en: 'Section 五 is last year’s' },
    what: {
      zh: '把第五部分“存在的主要问题及改进情况”与同一机关上一年度报告的同一部分逐字比较，相同的文字占八成以上时报告所占比例。标点、空格和数字不计，所以只改年份仍算相同；只有连续八个字以上相同才计入；不足 100 字的不比较。',
      en: 'Compares section 五 (problems and improvements) with that of the same agency’s report for the year before, and tells the share of the text that is the same from 80 % on. Punctuation, spaces and digits don’t count, so another year’s number makes no difference; only runs of eight characters or more do; texts of less than 100 characters are not compared.',
    },
    why: {
      zh: '国办公开办函〔2021〕30号把“内容雷同、敷衍塞责”列为追责情形；问题与措施年年相同，说明上年的问题没有改进，或没有认真总结。',
      en: 'The notice with the form (国办公开办函〔2021〕30号) names copied and perfunctory content as a ground for accountability; the same problems and measures each year say that nothing was improved, or nothing reviewed.',
    },
    ignore: { zh: '问题确实延续、措施仍在实施时可以保留，宜补充进展。', en: 'Leave it where the problems do persist and the measures go on; better to add what was achieved.' },
    law: [FORM_2021],
    examples: [
      {
        beside: { '2023年报告.txt': `${TITLE(2023)}五、存在的主要问题及改进情况\n\n${LAST_YEAR}` },
        bad: `${TITLE(2024)}⟦五、存在的主要问题及改进情况⟧\n\n${LAST_YEAR.replace('每季度通报一次', '每月通报一次')}`,
        good: `${TITLE(2024)}五、存在的主要问题及改进情况\n\n上年指出的工程信息公开不及时已经整改，全年 14 个项目均在开工前公开。\n存在的主要问题：水质监测数据仍以图片发布，不便查询；基层水管站公开栏更新慢。\n改进情况：监测数据改为表格并提供下载，公开栏更新纳入月度检查，由各站站长负责，局办公室抽查。\n`,
      },
    ],
  },
  *check(report, { file, own, others }) {
    const section = problemSection(report);
    const runs = section && problemRuns(section);
    if (!runs || runs.length < LEAST_LETTERS) return;
    const found = others.flatMap((last) => {
      const share = last.fiscalYear === own.fiscalYear - 1 && last.problems ? shareIn(runs, last.problems.fingerprint) : 0;
      return share >= LEAST_SHARE ? [{ last, share }] : [];
    });
    const [most] = found.sort((a, b) => b.share - a.share);
    if (!most) return;
    const { last, share } = most;
    yield {
      span: shift(section.syntax.heading!.span, section.start),
      args: { share: Math.floor(share * 100), year: last.fiscalYear, file: fileName(last.file, file) },
      related: [inOther(last, last.problems!.range, { zh: `${last.fiscalYear} 年度的这一部分`, en: `This section in ${last.fiscalYear}` })],
    };
  },
};
