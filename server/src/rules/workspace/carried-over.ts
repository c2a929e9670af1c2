import { article, FORM_2021 } from '../../editions/law';
import type { ColumnSpec } from '../../editions';
import { reliableValue, tableIn, type TableSummary, valueIn } from '../../model/report/summary';
import type { BoundTable } from '../../model/types';
import { shift, type Text } from '../../text/span';
import type { WorkspaceRule } from '../rule';
import { someRows } from '../tableExamples';
import { columnName, joined, visibleSpan } from '../tableWords';
import { differingFromLastYear, fileName, inOther } from '../workspaceWords';

const TITLE = (year: number): string => `云溪县水利局${year}年政府信息公开工作年度报告\n`;
const LAST_YEAR = { '2023年报告.txt': TITLE(2023) + someRows('requests', { carriedOut: '3 | 1 | 0 | 0 | 0 | 0 | 4' }) };

export const workspaceCarriedOver: WorkspaceRule = {
  id: 'workspace/carried-over',
  scope: 'workspace',
  reach: 'agency',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: {
      zh: '“二、上年结转”与 {year} 年度报告的“四、结转下年度继续办理”不一致：{columns}（{file}）。',
      en: '“二、上年结转” is not what the report for {year} carried over in “四、结转下年度继续办理”: {columns} ({file}).',
    },
  },
  docs: {
    title: { zh: '上年结转与上一年度报告不一致', en: 'Requests carried over differ from last year’s report' },
    what: {
      zh: '在工作区（命令行：本次检查的全部文件）中找到同一机关上一年度的报告，逐列核对：上年表三的“四、结转下年度继续办理”应等于本年表三的“二、上年结转”，不论两年各用哪一版格式。按标题中的机关和年度查找，与文件名无关。空白按 0 计；任何一年读不准、或已由勾稽关系指出有误的数不参与核对。上一年度有几个文件时，与其中任何一个一致即不报告。',
      en: 'Finds the same agency’s report for the year before in the workspace (on the command line: among the files of the call) and compares column by column: “四、结转下年度继续办理” of last year’s table 三 should be “二、上年结转” of this year’s, whichever edition either uses. Reports are found by the agency and year of their titles, not by file name. A blank counts as 0; numbers that can’t be read in either year, or that the form’s own equations call wrong already, take no part. Where there are several files of last year, agreeing with any of them is enough.',
    },
    why: { zh: '上年末未办结的申请就是本年初结转的申请，两个数出自同一批件；不一致说明其中一年填错。', en: 'What was pending at the end of last year is what this year begins with: the same requests. If the numbers differ, one of the years is wrong.' },
    ignore: { zh: '机构合并、分设，或上一年度的数据经过更正，与工作区中的文件不同时可以保留，宜在报告中说明。', en: 'Leave it where agencies were merged or split, or where last year’s figures were corrected after the file at hand; better to say so in the report.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        beside: LAST_YEAR,
        bad: TITLE(2024) + someRows('requests', { carriedIn: '⟦2⟧ | 1 | 0 | 0 | 0 | 0 | 3' }),
        good: TITLE(2024) + someRows('requests', { carriedIn: '3 | 1 | 0 | 0 | 0 | 0 | 4' }),
      },
    ],
  },
  *check(report, beside) {
    const placed = report.tables.find(({ id }) => id === 'requests');
    if (!placed) return;
    const { start, table } = placed;
    const differing = differingFromLastYear(beside, (last) => {
      const before = tableIn(last, 'requests');
      return before && compared(table, before);
    });
    if (!differing) return;
    const { last, differences } = differing;
    const before = tableIn(last, 'requests')!;
    yield {
      span: shift(visibleSpan(table, table.cell('carriedIn', differences[0]!.column.id)!), start),
      args: { year: last.fiscalYear, file: fileName(last.file, beside.file), columns: joined(differences.map(told), { zh: '；', en: '; ' }) },
      related: [inOther(last, before.rows['carriedOut']!, { zh: `${last.fiscalYear} 年度的“四、结转下年度继续办理”`, en: `“四、结转下年度继续办理” of ${last.fiscalYear}` })],
    };
  },
};

interface Difference {
  readonly column: ColumnSpec;
  readonly now: number;
  readonly before: number;
}

/** The columns that differ, of those that both years tell; undefined where there are none to compare. */
function compared(table: BoundTable, before: TableSummary): Difference[] | undefined {
  const columns = table.spec.columns.flatMap((column) => {
    const [now, then] = [reliableValue(table, 'carriedIn', column.id), valueIn(before, 'carriedOut', column.id)];
    return now === undefined || then === undefined ? [] : [{ column, now, before: then }];
  });
  return columns.length === 0 ? undefined : columns.filter((own) => own.now !== own.before);
}

const told = ({ column, now, before }: Difference): Text => ({ zh: `${columnName(column)}上年为 ${before}，本年填 ${now}`, en: `${columnName(column)} was ${before}, here ${now}` });
