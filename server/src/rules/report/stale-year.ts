/**
 * Last year's text with last year's year in it. Which years are told of as a year's own work is the business of `model/report/tellingOfYear.ts`; here
 * is decided which of them can't be meant.
 */
import { article } from '../../editions/law';
import { ownYear } from '../../model/report/ownYear';
import { signatureOf } from '../../model/report/signature';
import { remembered } from '../../model/remembered';
import type { ReportModel } from '../../model/types';
import { type PlacedYear, type YearTold, yearsOf } from '../../model/report/years';
import type { SectionSyntax } from '../../syntax/types';
import type { Span } from '../../text/span';
import { squeeze } from '../../text/squeeze';
import { replaceYear } from '../reportYears';
import type { Fix, ReportRule } from '../rule';

export const reportStaleYear: ReportRule = {
  id: 'report/stale-year',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '这是 {year} 年度的报告，这里写的是“{told}年”的工作；如果说的是本年度，请改为 {year}。', en: 'This is the report for {year}, and the work told here is of {told}. If this year’s is meant, write {year}.' },
    asOf: { zh: '这是 {year} 年度的报告，这里的数据截至“{told}年”末；如果说的是本年度，请改为 {year}。', en: 'This is the report for {year}, and this count is as of the end of {told}. If this year’s is meant, write {year}.' },
    name: { zh: '这是 {year} 年度的报告，这里却称为“{told}年”的报告，请改为 {year}。', en: 'This is the report for {year}, and here it calls itself that of {told}; write {year}.' },
    title: { zh: '标题写的是 {year} 年，正文讲的却都是 {told} 年的工作（{count} 处），两者必有一误。', en: 'The title says {year}, and the text tells of the work of {told} throughout ({count} places). One of them is wrong.' },
    signature: { zh: '这是 {year} 年度的报告，落款日期却在 {year} 年度结束以前，请核对年份。', en: 'This is the report for {year}, and it is dated before that year was over. Check the year.' },
  },
  docs: {
    title: { zh: '正文中的年份不是本年度', en: 'Another year’s year in the text' },
    what: {
      zh: '讲述本年度工作的地方（“××年，我局……”“××年未收到申请”“截至××年12月31日”、信息处理费、报告自称）写的是别的年份，或者落款日期早于年度结束。与上年比较、上年结转、下一步打算、文件名称和文号、规划、预决算、连年叙述都不报告。',
      en: 'Where the year’s own work is told (“in …, our office …”, “no request was received in …”, “as of 31 December …”, the fees, the report’s name for itself) another year is written, or the report is dated before its year was over. Comparisons, what was carried over, plans, names and numbers of documents, budgets, and stories over several years are not reported.',
    },
    why: {
      zh: '多是沿用上一年度的文稿而漏改年份，读者会认为数据也是上年的。',
      en: 'Most often last year’s text was taken over and a year forgotten; readers will then doubt the figures too.',
    },
    ignore: { zh: '确实是在回顾以前年度的工作时可以忽略。', en: 'Leave it where an earlier year is really looked back on.' },
    law: [article('6')],
    examples: [
      {
        bad: '云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我局认真贯彻落实《条例》。\n（二）依申请公开。⟦2023⟧年，我局未收到政府信息公开申请。\n',
        good: '云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我局认真贯彻落实《条例》。\n（二）依申请公开。2024年，我局未收到政府信息公开申请。\n',
        fix: 'suggested',
      },
      {
        bad: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n⟦2023⟧年度未收取信息处理费。\n',
        good: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n2024年度未收取信息处理费。\n',
        fix: 'suggested',
      },
      {
        bad: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n2024年度未收取信息处理费。\n\n云溪县水利局\n⟦2024⟧年1月18日\n',
        good: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n2024年度未收取信息处理费。\n\n云溪县水利局\n2025年1月18日\n',
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    const own = ownYear(report);
    if (!own) return;
    const { year, doubtedTitle } = own;
    if (doubtedTitle) {
      const { span, places } = doubtedTitle;
      const related = places.slice(0, MOST_PLACES).map((place) => ({ span: place, message: { zh: `这里是 ${year} 年`, en: `${year} here` } }));
      const inText: Fix = {
        title: { zh: `正文 ${places.length} 处改为 ${doubtedTitle.year}`, en: `Write ${doubtedTitle.year} in ${places.length} places of the text` },
        safety: 'suggested',
        edits: places.map((place) => ({ span: place, newText: String(doubtedTitle.year) })),
      };
      yield { span, message: 'title', args: { year: doubtedTitle.year, told: year, count: places.length }, related, fixes: [replaceYear(span, year), inText] };
    }
    for (const placed of yearsOf(report).told) {
      if (!isStale(placed, year)) continue;
      const { told, span } = placed;
      yield { span, ...(told.tells === 'work' ? {} : { message: told.tells }), args: { year, told: told.year }, fixes: [replaceYear(span, year)] };
    }
    const dated = datedTooEarly(report, year);
    if (dated) yield { span: dated, message: 'signature', args: { year }, fixes: [replaceYear(dated, year + 1)] };
  },
};

/** So many places are shown that speak against a title. */
const MOST_PLACES = 5;

function isStale({ told, slice }: PlacedYear, year: number): boolean {
  if (told.year === year) return false;
  if (told.tells === 'name') return true;
  if (told.beside.includes(year)) return false;
  const inProblems = slice.heading?.id === 'problemsAndImprovements';
  if (told.year > year) return !told.planned && isReview(told, slice);
  if (told.tells === 'asOf') return told.year === year - 1;
  // Section 五 may tell what became of last year's problems; of years further back only what was counted is no history.
  if (inProblems && looksBack(slice)) return false;
  return told.year === year - 1 || told.done;
}

/** Whether a coming year is told of as if it were over; what is to be done in it may stand in any section. */
function isReview({ span, done }: YearTold, { text, heading }: SectionSyntax): boolean {
  if (heading?.id === 'problemsAndImprovements') return GAINS.test(text.slice(span.end, span.end + REVIEW_REACH));
  return done || (heading?.id === 'overview' && !LOOKS_AHEAD.test(text.slice(Math.max(0, span.start - REVIEW_REACH), span.start)));
}

/** `2024年，我局……取得一定成绩，但仍存在……` */
const GAINS = /取得|[但仍还]存在|成效/;
const LOOKS_AHEAD = /下一?步|打算|计划|展望|明年|今后/;
/** UTF-16 units. */
const REVIEW_REACH = 200;

/** 2023年存在问题的改进, but not 2023年存在的主要问题及改进情况, which may be last year's heading. */
const LOOKS_BACK = /上一?年|去年|整改情况|整改落实|20\d\d年度?[^,。;:]{0,16}(?:问题|不足|短板)的?(?:改进|整改|解决|落实)/;

const looksBack = remembered(({ text }: SectionSyntax): boolean => LOOKS_BACK.test(squeeze(text, 0).text));

function datedTooEarly(report: ReportModel, year: number): Span | undefined {
  const signature = signatureOf(report);
  if (!signature) return undefined;
  return signature.year < year || (signature.year === year && signature.month < 12) ? signature.yearSpan : undefined;
}
