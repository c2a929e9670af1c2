import { article } from '../../editions/law';
import { type Disagreement, disagreementsOf, type Reading } from '../../model/facts/compare';
import type { Fact, Meaning } from '../../model/facts/types';
import type { BoundCell, ReportModel, ReportTable } from '../../model/types';
import { writeNumeral } from '../../text/numerals';
import { shift, type Text } from '../../text/span';
import type { Finding, Fix, Related, ReportRule } from '../rule';
import { wholeTable } from '../tableExamples';
import { cellName, joined, visibleSpan, written } from '../tableWords';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';
const REQUESTS = wholeTable('requests', { received: '17 | 5 | 1 | 0 | 2 | 0 | 25', carriedIn: '1 | 0 | 0 | 0 | 0 | 0 | 1', granted: '16 | 5 | 1 | 0 | 2 | 0 | 24', processedTotal: '16 | 5 | 1 | 0 | 2 | 0 | 24', carriedOut: '2 | 0 | 0 | 0 | 0 | 0 | 2' });
const REMEDIES = wholeTable('reviewAndLitigation', { reconsideration: '3 | 1 | 0 | 0 | 4' });
const overview = (text: string): string => `${TITLE}一、总体情况\n\n${text}\n\n`;

export const reportProseDisagrees: ReportRule = {
  id: 'report/prose-disagrees',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '文中“{said}”与{table}不一致：{cells}。{basis}', en: 'The text says “{said}”; {table} says otherwise: {cells}. {basis}' },
    twice: { zh: '文中“{said}”与另一处“{first}”不一致。', en: 'The text says “{said}”, and “{first}” elsewhere.' },
  },
  docs: {
    title: { zh: '文字与表格不一致', en: 'Text and table disagree' },
    what: {
      zh: '文字中写明的件数与表格核对：新收、收到、上年结转、办结、答复、结转下年度，各类办理结果，行政复议、行政诉讼及其结果，规章和行政规范性文件的制发、废止、现行有效件数；“未收到申请”“未发生行政复议、行政诉讼”等按 0 核对。“收到”“受理”可指新收，也可含上年结转，符合其一即可；紧跟在收到件数之后的“办结”“答复”，可以不含上年结转；政府的报告汇总所属各单位，与“全区”“全县”的数核对，部门的报告只与本机关的数核对。往年、部分时段、其他机关、约数，以及表格中无法读出或勾稽关系本身不成立的数，都不核对。信息处理费没有对应的单元格，只核对前后是否一致。',
      en: 'Counts told in the text are compared with the tables: requests received, carried over, finished, answered, and how they were dealt with; reconsiderations and litigations with their results; rules and normative documents issued, repealed and in force. Absences told in words (未收到申请, 未发生行政复议) count as 0. 收到 and 受理 may mean the new requests, or those together with what was carried in: either will do; what was finished, told right behind them, may leave out what was carried in. A government’s report covers its agencies and is compared with what is said of the whole division; other reports only with what is said of the agency itself. Numbers of other years, parts of the year or other agencies, round numbers, and cells that can’t be read or that break the equations of their own table, are left alone. The processing fee has no cell; what is said of it twice must agree.',
    },
    why: {
      zh: '同一份报告里两个不同的数，必有一个是错的，公众和审核人员无从判断以哪个为准。',
      en: 'Of two different numbers in one report one is wrong, and readers can’t tell which.',
    },
    ignore: { zh: '文字与表格的统计口径不同、并已在文中说明时可以忽略。', en: 'Leave it where text and table count different things and the report says so.' },
    law: [article('50')],
    examples: [
      {
        bad: overview('2024年，我局新收政府信息公开申请⟦52⟧件，上年结转1件，办结24件。') + REQUESTS,
        good: overview('2024年，我局新收政府信息公开申请25件，上年结转1件，办结24件。') + REQUESTS,
        fix: 'suggested',
      },
      {
        bad: overview('2024年，我局⟦未发生因政府信息公开引起的行政复议和行政诉讼⟧。') + REMEDIES,
        good: overview('2024年，我局因政府信息公开被申请行政复议4件，其中结果维持3件、结果纠正1件，未发生行政诉讼。') + REMEDIES,
      },
    ],
  },
  *check(report) {
    for (const disagreement of disagreementsOf(report)) yield findingOf(report, disagreement);
  },
};

function findingOf(report: ReportModel, { fact, start, against }: Disagreement): Finding {
  const span = shift(fact.span, start);
  if (against.kind === 'fact') {
    const { first } = against;
    const related: Related = { span: shift(first.fact.span, first.start), message: { zh: `此处写“${first.fact.said}”`, en: `Here it says “${first.fact.said}”` } };
    return { span, message: 'twice', args: { said: fact.said, first: first.fact.said }, related: [related] };
  }
  const { table, readings, sound } = against;
  const { name } = table.table.spec;
  return {
    span,
    args: {
      said: fact.said,
      table: { zh: name.zh.replace(/（.*/, ''), en: name.en },
      cells: joined(distinct(readings).map((reading) => told(table, reading)), COMMA),
      basis: basisOf(fact.meaning),
    },
    related: relatedCells(table, readings),
    fixes: sound ? fixesOf(report, fact, start, readings) : [],
  };
}

/** Readings that differ: with nothing carried in, both readings of 收到 are one. */
function distinct(readings: readonly Reading[]): Reading[] {
  return readings.filter(({ value, cells: [cell] }, index) => readings.findIndex((other) => other.value === value && other.cells[0] === cell) === index);
}

const COMMA: Text = { zh: '，', en: ', ' };
/** Cells that are named one by one; more are called by their group. */
const MAX_NAMED = 3;

/** `“一、本年新收·总计”填 25`, `“一、本年新收·总计”与“二、上年结转·总计”合计 26（25 + 1）`. */
function told({ table }: ReportTable, { cells, value }: Reading): Text {
  const [first] = cells as readonly [BoundCell];
  const names = cells.map((cell) => `“${cellName(cell)}”`);
  if (cells.length === 1) return { zh: `${names[0]}填 ${written(table, first).zh}`, en: `${names[0]} is ${written(table, first).en}` };
  if (cells.length > MAX_NAMED) return { zh: `“${first.row.group}”各行总计相加为 ${value}`, en: `the totals of “${first.row.group}” add up to ${value}` };
  const sum = cells.map((cell) => cell.value).join(' + ');
  return { zh: `${names.join('与')}合计 ${value}（${sum}）`, en: `${names.join(' and ')} add up to ${value} (${sum})` };
}

/** Why the number is held against these cells. */
function basisOf(meaning: Meaning): Text {
  if (meaning in BASES) return BASES[meaning as keyof typeof BASES];
  if (meaning.startsWith('resultsOfReceived')) return { zh: '各类办理结果的件数应与表三相应各行的总计一致，可以不计上年结转的。', en: 'Results are the totals of their rows, with or without those of what was carried in.' };
  if (meaning.startsWith('results.')) return { zh: '各类办理结果的件数应与表三相应各行的总计一致。', en: 'Results are the totals of their rows.' };
  if (/^(?:rules|normativeDocuments)/.test(meaning)) return { zh: '制发、废止、现行有效的件数应与表二一致。', en: 'Documents issued, repealed and in force are those of table 二.' };
  if (meaning.startsWith('litigation.')) return { zh: '行政诉讼包括未经复议直接起诉和复议后起诉。', en: 'Litigation is both without and after reconsideration.' };
  return { zh: '行政复议、行政诉讼及其结果应与表四一致。', en: 'Remedies and their results are those of table 四.' };
}

const BASES = {
  received: { zh: '新收的件数应等于第一项的总计。', en: 'New requests are item 一.' },
  requests: { zh: '收到的件数可以是新收，也可以含上年结转。', en: 'What was received is the new requests, with or without those carried in.' },
  handled: { zh: '办理的件数可以是新收、新收加上年结转，或者办结。', en: 'What was handled is the new requests, those with what was carried in, or what was finished.' },
  carriedIn: { zh: '上年结转的件数应等于第二项的总计。', en: 'What was carried in is item 二.' },
  processed: { zh: '办结的件数应等于办理结果的（七）总计。', en: 'What was finished is （七）, the total of the results.' },
  processedOfReceived: { zh: '其中办结的件数应等于办理结果的（七）总计，可以不计上年结转。', en: 'What was finished is （七）, the total of the results, with or without what was carried in.' },
  answeredOfReceived: { zh: '其中答复的件数应等于办理结果的（七）总计，可以不计上年结转、不予处理和其他处理。', en: 'What was answered is （七）, the total of the results, with or without what was carried in, 不予处理 and 其他处理.' },
  answered: { zh: '答复的件数应等于办理结果的（七）总计，可以不计不予处理和其他处理。', en: 'What was answered is （七）, the total of the results, with or without 不予处理 and 其他处理.' },
  carriedOut: { zh: '结转下年度的件数应等于第四项的总计。', en: 'What was carried over is item 四.' },
} as const satisfies Readonly<Record<string, Text>>;

const MAX_RELATED = 8;

function relatedCells({ start, table }: ReportTable, readings: readonly Reading[]): Related[] {
  const cells = new Set(readings.flatMap((reading) => reading.cells));
  return [...cells].slice(0, MAX_RELATED).map((cell) => {
    const value = written(table, cell);
    return { span: shift(visibleSpan(table, cell), start), message: { zh: `“${cellName(cell)}”填 ${value.zh}`, en: `“${cellName(cell)}” is ${value.en}` } };
  });
}

/** The number of the table in the place of the one in the text, written as that one was. */
function fixesOf({ slices }: ReportModel, { span, writing }: Fact, start: number, readings: readonly Reading[]): Fix[] {
  if (writing === 'words') return [];
  const old = slices.find((slice) => slice.start === start)!.syntax.text.slice(span.start, span.end);
  return distinct(readings).map(({ value }): Fix => {
    const number = writing === 'digits' ? withSeparators(value, old) : writeCount(value);
    return { title: { zh: `将文中的 ${old} 改为 ${number}`, en: `Change ${old} in the text to ${number}` }, safety: 'suggested', edits: [{ span: shift(span, start), newText: number }] };
  });
}

function withSeparators(value: number, old: string): string {
  return old.includes(',') ? value.toLocaleString('en-US') : String(value);
}

/** 两件, not 二件. */
function writeCount(value: number): string {
  return value === 2 ? '两' : writeNumeral(value);
}
