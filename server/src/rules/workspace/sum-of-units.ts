import { article, FORM_2021 } from '../../editions/law';
import { divisionLevel } from '../../model/report/agencyKey';
import type { Beside } from '../../model/report/neighbours';
import { cellsOf, reliableValue, type ReportSummary, tableIn } from '../../model/report/summary';
import type { BoundCell, BoundTable, ReportTable } from '../../model/types';
import { shift, type Text } from '../../text/span';
import type { Finding, WorkspaceRule } from '../rule';
import { wholeTable } from '../tableExamples';
import { cellName, joined, tableSpan, visibleSpan, written } from '../tableWords';
import { fileName, inOther } from '../workspaceWords';

/** Cells, and files, that are named. */
const MOST_NAMED = 5;

const report = (agency: string, litigation: string): string => `${agency}2024年政府信息公开工作年度报告\n${wholeTable('reviewAndLitigation', { reconsideration: litigation })}`;

export const workspaceSumOfUnits: WorkspaceRule = {
  id: 'workspace/sum-of-units',
  scope: 'workspace',
  reach: 'folder',
  severity: 'off',
  since: '1.0.0',
  messages: {
    default: {
      zh: '{table}不等于同一文件夹中 {count} 个单位的报告之和：{cells}。',
      en: '{table} is not the sum of the reports of the {count} units in this folder: {cells}.',
    },
    unknown: {
      zh: '{table}未能与各单位之和核对：{files}中的这张表读不准、缺失，或各文件数据不一。',
      en: '{table} could not be held against the sum of the units: in {files} the table is missing, can’t be read, or differs between files.',
    },
  },
  docs: {
    title: { zh: '政府的表不等于所属单位之和', en: 'A government’s table is not the sum of its units’' },
    what: {
      zh: '默认关闭。把一级政府的报告与所属单位同一年度的报告放在同一文件夹（不含下级文件夹）后启用：政府三张表的每个数，应等于各单位报告中同一个数之和。文件夹中行政层级最高的一份政府报告为汇总报告，其余都算所属单位；同一单位有数据相同的几个文件时只计一次。任何一个单位的表读不准时，该表不核对并说明原因。',
      en: 'Off by default. To be used where a government’s report and those of all its units for the same year are in one folder (folders below it are left out): each number of the government’s three tables should be the sum of that number in the units’ reports. The report of the highest division in the folder is the government’s, all others are units; a unit that has several files with the same figures counts once. Where a unit’s table can’t be read, the table is not compared, and that is said.',
    },
    why: { zh: '政府报告由所属单位的数据汇总而成，漏报、重报一个单位，合计就对不上。', en: 'A government’s report is compiled from its units’; with one unit left out or counted twice the sums go wrong.' },
    ignore: { zh: '文件夹中单位不全，或汇总口径不同（如联合发文只计一次）时，关闭本规则。', en: 'Switch the rule off where units are missing in the folder, or where the compilation counts otherwise (joint documents once, for example).' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        beside: { '水利局.txt': report('云溪县水利局', '1 | 0 | 0 | 1 | 2'), '太平镇.txt': report('云溪县太平镇人民政府', '0 | 1 | 0 | 0 | 1') },
        bad: report('云溪县人民政府', '⟦2⟧ | 1 | 0 | 1 | 4'),
        good: report('云溪县人民政府', '1 | 1 | 0 | 1 | 3'),
      },
    ],
  },
  *check({ tables }, beside) {
    const units = unitsOf(beside);
    if (units.length === 0) return;
    for (const placed of tables) {
      if (!placed.table.unreadable) yield* compared(placed, units, beside.file);
    }
  },
};

/** The files of each unit; none where the report is no government's, or not the highest one's in its folder. */
function unitsOf({ own, others }: Beside): (readonly ReportSummary[])[] {
  const level = divisionLevel(own.agencyKey);
  const units = new Map<string, ReportSummary[]>();
  for (const other of others) {
    if (other.fiscalYear !== own.fiscalYear || other.agencyKey === own.agencyKey) continue;
    if (divisionLevel(other.agencyKey) >= level) return [];
    units.set(other.agencyKey, [...(units.get(other.agencyKey) ?? []), other]);
  }
  return [...units.values()];
}

function* compared({ start, table }: ReportTable, units: readonly (readonly ReportSummary[])[], own: string): Generator<Finding> {
  const { id, name } = table.spec;
  const unknown = units.filter((files) => !isKnown(files, table));
  if (unknown.length > 0) {
    const files = unknown.flat();
    yield {
      span: shift(tableSpan(table), start),
      message: 'unknown',
      args: { table: name, files: listed(files.map(({ file }) => fileName(file, own)).map((name) => ({ zh: name, en: name }))) },
      related: files.slice(0, MOST_NAMED).map((file) => inOther(file, tableIn(file, id)?.range ?? file.title, { zh: file.agency, en: file.agency })),
    };
    return;
  }
  const differing = cellsOf(table.spec).flatMap(({ row, column }, index) => {
    const cell = reliableValue(table, row.id, column.id) === undefined ? undefined : table.cell(row.id, column.id);
    const sum = sumOf(units.map(([file]) => tableIn(file!, id)!.values[index]!));
    return !cell || (cell.value ?? 0) === sum ? [] : [{ cell, sum, index }];
  });
  const [first] = differing;
  if (!first) return;
  yield {
    span: shift(visibleSpan(table, first.cell), start),
    args: { table: name, count: units.length, cells: listed(differing.map(({ cell, sum }) => told(table, cell, sum))) },
    related: units.slice(0, MOST_NAMED).map(([file]) => {
      const value = tableIn(file!, id)!.values[first.index]!;
      return inOther(file!, tableIn(file!, id)!.range, { zh: `${file!.agency}：${value}`, en: `${file!.agency}: ${value}` });
    }),
  };
}

/** Whether every number of the unit's table can be relied on, in the form of `table`, and all its files say the same. */
function isKnown([first, ...others]: readonly ReportSummary[], { spec }: BoundTable): boolean {
  const values = tableIn(first!, spec.id)?.edition === spec.edition ? tableIn(first!, spec.id)!.values : [null];
  return !values.includes(null) && others.every((other) => String(tableIn(other, spec.id)?.values) === String(values));
}

/** Amounts have six decimals at most; what binary fractions add behind them is no difference. */
function sumOf(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toFixed(6));
}

function told(table: BoundTable, cell: BoundCell, sum: number): Text {
  const value = written(table, cell);
  return { zh: `“${cellName(cell)}”填 ${value.zh}，各单位合计 ${sum}`, en: `“${cellName(cell)}” is ${value.en}, the units add up to ${sum}` };
}

function listed(items: readonly Text[]): Text {
  const more = items.length - MOST_NAMED;
  return joined([...items.slice(0, MOST_NAMED), ...(more > 0 ? [{ zh: `另外 ${more} 处`, en: `${more} more` }] : [])], { zh: '；', en: '; ' });
}
