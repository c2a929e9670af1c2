import { article, FORM_2021 } from '../../editions/law';
import { reliableValue, type ReportSummary, tableIn, valueIn } from '../../model/report/summary';
import type { BoundTable } from '../../model/types';
import { shift } from '../../text/span';
import type { WorkspaceRule } from '../rule';
import { someRows } from '../tableExamples';
import { rowName, visibleSpan } from '../tableWords';
import { differingFromLastYear, fileName, inOther } from '../workspaceWords';

const TITLE = (year: number): string => `云溪县水利局${year}年政府信息公开工作年度报告\n`;
const LAST_YEAR = { '2023年报告.txt': TITLE(2023) + someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 18' }) };

const ROWS = ['rules', 'normativeDocuments'];

export const workspaceInForce: WorkspaceRule = {
  id: 'workspace/in-force',
  scope: 'workspace',
  reach: 'agency',
  severity: 'information',
  since: '1.0.0',
  messages: {
    default: {
      zh: '“{row}”现行有效 {value} 件，由 {year} 年度报告推算为 {expected} 件（上年现行有效 {before} + 本年制发 {issued} − 本年废止 {repealed}），相差 {gap} 件。若有自然失效、宣布失效、机构调整等情形，请核对并说明（{file}）。',
      en: '“{row}”: {value} in force, where the report for {year} leads to {expected} ({before} in force last year + {issued} issued − {repealed} repealed), a difference of {gap}. Check it, and explain it where documents lapsed, were declared invalid or changed hands ({file}).',
    },
    beyond: {
      zh: '“{row}”本年废止 {repealed} 件，多于上年现行有效的 {before} 件与本年制发的 {issued} 件之和（{year} 年度报告，{file}）。请核对并说明。',
      en: '“{row}”: {repealed} repealed, more than the {before} in force last year and the {issued} issued this year together (report for {year}, {file}). Check it, and explain it.',
    },
  },
  docs: {
    title: { zh: '现行有效件数与上一年度衔接不上', en: 'Documents in force do not follow from last year’s report' },
    what: {
      zh: '自 2022 年度起，对照同一机关上一年度的报告，逐行核对表二：上年现行有效件数加本年制发件数、减本年废止件数，应等于本年现行有效件数。2021 年度不核对，因为 2020 年度的“对外公开总数量”是另一个口径。上一年度有几个文件时，与其中任何一个衔接即不报告。',
      en: 'From fiscal year 2022 on, compares table 二 row by row with the same agency’s report for the year before: in force last year, plus issued, minus repealed, should be in force this year. 2021 is not compared: 对外公开总数量 of 2020 measures something else. Where there are several files of last year, agreeing with any of them is enough.',
    },
    why: { zh: '衔接不上时，上级和公众会问差额从何而来；多数是漏计、重计，或把“现行有效”理解为本年新增。', en: 'Where the numbers do not follow, readers ask where the difference comes from: mostly documents left out or counted twice, or “in force” taken for “new this year”.' },
    ignore: {
      zh: '文件有效期届满、宣布失效而未计入废止，机构合并、分设，或经清理更正口径时，差额是正当的，在报告中说明即可。',
      en: 'The difference is right where documents expired or were declared invalid without being repealed, where agencies were merged or split, or where a review corrected the count; say so in the report.',
    },
    law: [FORM_2021, article('50')],
    examples: [
      {
        beside: LAST_YEAR,
        bad: TITLE(2024) + someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '3 | 2 | ⟦3⟧' }),
        good: TITLE(2024) + someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '3 | 2 | 19' }),
      },
    ],
  },
  *check(report, beside) {
    const placed = report.tables.find(({ id }) => id === 'proactiveDisclosure');
    if (placed?.table.spec.edition !== '2021') return;
    const { start, table } = placed;
    for (const id of ROWS) {
      const differing = differingFromLastYear(beside, (last) => compared(table, id, last));
      if (!differing) continue;
      const { last, differences } = differing;
      const [{ expected, ...numbers }] = differences as readonly [Flow];
      const cell = table.cell(id, 'inForce')!;
      yield {
        span: shift(visibleSpan(table, cell), start),
        ...(expected < 0 ? { message: 'beyond' } : {}),
        args: { row: rowName(cell.row), year: last.fiscalYear, file: fileName(last.file, beside.file), expected, ...numbers, gap: Math.abs(numbers.value - expected) },
        related: [inOther(last, tableIn(last, 'proactiveDisclosure')!.rows[id]!, { zh: `${last.fiscalYear} 年度现行有效 ${numbers.before} 件`, en: `${numbers.before} in force in ${last.fiscalYear}` })],
      };
    }
  },
};

/** Documents from year to year. */
interface Flow {
  readonly before: number;
  readonly issued: number;
  readonly repealed: number;
  readonly expected: number;
  readonly value: number;
}

/** The row where it does not follow from last year's; undefined where a number is missing, or measures something else. */
function compared(table: BoundTable, row: string, last: ReportSummary): Flow[] | undefined {
  const lastTable = tableIn(last, 'proactiveDisclosure');
  const before = lastTable?.edition === '2021' ? valueIn(lastTable, row, 'inForce') : undefined;
  const [issued, repealed, value] = ['issued', 'repealed', 'inForce'].map((column) => reliableValue(table, row, column));
  if (before === undefined || issued === undefined || repealed === undefined || value === undefined) return undefined;
  const expected = before + issued - repealed;
  return value === expected ? [] : [{ before, issued, repealed, expected, value }];
}
