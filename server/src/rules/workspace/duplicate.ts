import { article, FORM_2021 } from '../../editions/law';
import { tableSpec } from '../../editions';
import { cellsOf, reliableValue, type ReportSummary, tableIn } from '../../model/report/summary';
import type { ReportModel } from '../../model/types';
import type { Text } from '../../text/span';
import type { WorkspaceRule } from '../rule';
import { someRows } from '../tableExamples';
import { cellName, joined } from '../tableWords';
import { fileName, inOther } from '../workspaceWords';

/** Files that are named; the others are counted. */
const MOST_FILES = 3;

const TITLE = (year: number): string => `云溪县水利局${year}年政府信息公开工作年度报告`;

export const workspaceDuplicate: WorkspaceRule = {
  id: 'workspace/duplicate',
  scope: 'workspace',
  reach: 'agency',
  severity: 'information',
  since: '1.0.0',
  messages: {
    default: {
      zh: '另有 {count} 个文件也是“{agency}”{year} 年度的报告，数据与本文件不同：{files}。请确认以哪一份为准，或核对标题中的机关和年度。',
      en: '{count:file/files} more with a report of {agency} for {year}, with other figures: {files}. Make sure which one counts, or check agency and year in the title.',
    },
  },
  docs: {
    title: { zh: '同一机关同一年度的另一份报告，数据不同', en: 'Another report of the same agency and year, with other figures' },
    what: {
      zh: '工作区（命令行：本次检查的全部文件）中另有文件，标题是同一机关、同一年度，而统计表中有数不同。副本、备份，以及同一报告的其他排版（如 PDF 转出的文本），只要数据相同就不报告。每份报告只报告一次。',
      en: 'Another file of the workspace (on the command line: of the call) has a report with the same agency and year in its title, and other numbers in its tables. Copies, backups and other layouts of the same report (such as text from its PDF) are not reported as long as the figures are the same. One finding for each report.',
    },
    why: {
      zh: '可能是新旧两稿并存，发布时容易拿错；也可能是沿用上年的文件而没有改标题中的年份。',
      en: 'Either two drafts lie beside each other and the wrong one may be published, or last year’s file was used again without changing the year in its title.',
    },
    ignore: { zh: '有意保留的历次修改稿可以忽略。', en: 'Leave it where drafts are kept on purpose.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        beside: { '报告（初稿）.txt': `${TITLE(2024)}\n${someRows('requests', { received: '17 | 4 | 0 | 0 | 0 | 0 | 21' })}` },
        bad: `⟦${TITLE(2024)}⟧\n${someRows('requests', { received: '19 | 4 | 0 | 0 | 0 | 0 | 23' })}`,
        good: `${TITLE(2024)}\n${someRows('requests', { received: '17 | 4 | 0 | 0 | 0 | 0 | 21' })}`,
      },
    ],
  },
  *check(report, { file, own, others }) {
    const same = others.filter((other) => other.file !== file && other.fiscalYear === own.fiscalYear);
    const differing = same.flatMap((other) => differences(report, other) ?? []);
    if (differing.length === 0) return;
    const named = differing.slice(0, MOST_FILES);
    const more = differing.length - named.length;
    const files = joined([...named.map((one) => told(one, file)), ...(more > 0 ? [{ zh: `另外 ${more} 个`, en: `${more} more` }] : [])], { zh: '；', en: '; ' });
    yield {
      span: report.title!.span,
      args: { count: differing.length, agency: report.agency!, year: own.fiscalYear, files },
      related: named.map(({ other }) => inOther(other, other.title, { zh: '同一机关同一年度的报告', en: 'A report of the same agency and year' })),
    };
  },
};

interface Differences {
  readonly other: ReportSummary;
  readonly count: number;
  /** The first of them. */
  readonly cell: string;
  readonly here: number;
  readonly there: number;
}

/** How the numbers of the two differ, where both can be relied on and the form is the same. */
function differences(report: ReportModel, other: ReportSummary): Differences | undefined {
  const found = report.tables.flatMap(({ id, table }) => {
    const theirs = tableIn(other, id);
    if (theirs?.edition !== table.spec.edition) return [];
    return cellsOf(tableSpec(id, theirs.edition)).flatMap((cell, i) => {
      const [here, there] = [reliableValue(table, cell.row.id, cell.column.id), theirs.values[i]!];
      return here === undefined || there === null || here === there ? [] : [{ cell: cellName(cell), here, there }];
    });
  });
  return found[0] && { other, count: found.length, ...found[0] };
}

function told({ other, count, cell, here, there }: Differences, file: string): Text {
  const name = fileName(other.file, file);
  return {
    zh: `${name}（${count} 个数不同，如“${cell}”本文件填 ${here}，该文件填 ${there}）`,
    en: `${name} (${count} ${count === 1 ? 'number' : 'numbers'}, such as “${cell}”: ${here} here, ${there} there)`,
  };
}
