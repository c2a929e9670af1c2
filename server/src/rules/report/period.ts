import { article, FORM_2021 } from '../../editions/law';
import { ownYear } from '../../model/report/ownYear';
import { remembered } from '../../model/remembered';
import type { PeriodTold } from '../../model/report/periods';
import { yearsOf } from '../../model/report/years';
import type { SectionSyntax } from '../../syntax/types';
import { covering, shift, type Span } from '../../text/span';
import { placeOf, squeeze } from '../../text/squeeze';
import { replaceYear } from '../reportYears';
import type { Finding, Fix, ReportRule } from '../rule';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';

export const reportPeriod: ReportRule = {
  id: 'report/period',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '这是 {year} 年度的报告，统计期限写的是“{told}年”。', en: 'This is the report for {year}; its period is said to be {told}.' },
    ends: { zh: '统计期限的起止年份不一致，应为 {year} 年 1 月 1 日至 {year} 年 12 月 31 日。', en: 'The period begins and ends in different years; it is 1 January to 31 December {year}.' },
    unclear: { zh: '统计期限起于 {told} 年、止于 {other} 年，起止年份不一致。', en: 'The period begins in {told} and ends in {other}.' },
    damaged: { zh: '统计期限的日期“{told}”缺字，像是漏了“年”或“月”。', en: 'Something is missing in the dates of the period, “{told}”: 年 or 月, as it seems.' },
    day: { zh: '统计期限止于 {end}；年度报告的统计期限为 1 月 1 日至 12 月 31 日。', en: 'The period ends on {end}; that of an annual report is 1 January to 31 December.' },
  },
  docs: {
    title: { zh: '统计期限与年度不符', en: 'Period of another year' },
    what: {
      zh: '“所列数据的统计期限自××年1月1日起至××年12月31日止”中的年份与标题的年度不同，起止年份不一致，没有止于 12 月 31 日，或者日期漏了“年”“月”（“2024年11日至1231日”）。',
      en: 'The year in “所列数据的统计期限自…年1月1日起至…年12月31日止” is not the title’s, the two years differ, the period does not end on 31 December, or its dates have lost 年 or 月 (2024年11日至1231日).',
    },
    why: {
      zh: '统计期限是全部数据的范围；多是沿用上一年度的文稿漏改，会使人怀疑数据不是本年度的。',
      en: 'The period says what all figures cover. Most often it is left over from last year’s text and makes the figures look like last year’s.',
    },
    ignore: { zh: '机关在年度中途成立或撤销，只统计了部分月份时可以忽略。', en: 'Leave it where the agency was set up or dissolved during the year.' },
    law: [FORM_2021, article('50')],
    examples: [
      { bad: `${TITLE}本报告所列数据的统计期限自⟦2023年1月1日起至2023⟧年12月31日止。\n`, good: `${TITLE}本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n`, fix: 'suggested' },
      { bad: `${TITLE}本报告所列数据的统计期限自2024年1月1日起至⟦2023⟧年12月31日止。\n`, good: `${TITLE}本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n`, fix: 'suggested' },
      { bad: `${TITLE}报告中数据的统计时限为2024年1月1日至⟦12月30⟧日。\n`, good: `${TITLE}报告中数据的统计时限为2024年1月1日至12月31日。\n`, fix: 'suggested' },
    ],
  },
  *check(report) {
    for (const { start, syntax } of report.slices) for (const { told, place } of damagedIn(syntax)) yield { span: shift(place, start), message: 'damaged', args: { told } };
    const year = ownYear(report)?.year;
    for (const { start, period } of yearsOf(report).periods) {
      const finding = year === undefined ? contradiction(period) : faultOf(period, year);
      if (finding) yield { ...finding, span: shift(finding.span, start), fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, start) })) })) };
    }
  },
};

/** In the coordinates of the slice. */
function faultOf({ from, to, lastDay }: PeriodTold, year: number): Finding | undefined {
  const wrong = [from, ...(to ? [to] : [])].filter((end) => end.year !== year).map(({ span }) => span);
  if (wrong.length > 0) {
    const fix: Fix = { ...replaceYear(wrong[0]!, year), edits: wrong.map((span) => ({ span, newText: String(year) })) };
    const message = to && from.year !== to.year ? { message: 'ends' } : {};
    return { span: covering(wrong), ...message, args: { year, told: from.year === year ? to!.year : from.year }, fixes: [fix] };
  }
  if (!lastDay || !isSlip(lastDay)) return undefined;
  const { month, day, span } = lastDay;
  return { span, message: 'day', args: { end: { zh: `${month} 月 ${day} 日`, en: inEnglish(month, day) } }, fixes: [{ title: { zh: '改为“12月31日”', en: 'Write “12月31日”' }, safety: 'suggested', edits: [{ span, newText: '12月31' }] }] };
}

/** A month that is none stands as it is written. */
function inEnglish(month: number, day: number): string {
  const name = MONTHS[month - 1];
  return name ? `${day} ${name}` : `${month}月${day}日`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Of a report that nothing else tells the year of. */
function contradiction({ from, to }: PeriodTold): Finding | undefined {
  return to && from.year !== to.year ? { span: covering([from.span, to.span]), message: 'unclear', args: { told: from.year, other: to.year } } : undefined;
}

/** A slip for 31 December; what ends in the middle of the year is meant. */
function isSlip({ month, day }: { readonly month: number; readonly day: number }): boolean {
  return month === 12 ? day !== 31 : day === 31 || (month === 11 && day === 30);
}

interface Damaged {
  readonly told: string;
  /** In the coordinates of the slice. */
  readonly place: Span;
}

const REACH = 120;
/** As it stands in raw text. */
const LAST_DAY = /(?:31|３１)\s{0,3}[日⽇]/g;
/** A whole year's period, whether or not its 年 and 月 are there, up to its last character. */
const DATES = /(?:统计|数据)[^。]{0,16}(?:期限|时限|期间|周期|时间|时段|区间)(?:范围)?(?:为|是|:|自|从){0,2}(20\d{2}年?0?1月?0?1日(?:起|始)?,?(?:到|至|-|~|—|–){1,2}(?:截?止)?(?:20\d{2}年?)?12月?31日)$/;
const INTACT = /^20\d{2}年0?1月0?1日[^\d]+(?:20\d{2}年)?12月31日$/;

/** `统计期限为2024年11日至1231日`: what copying between systems makes of dates. */
const damagedIn = remembered(({ text }: SectionSyntax): readonly Damaged[] => {
  const found: Damaged[] = [];
  for (const { index, 0: day } of text.matchAll(LAST_DAY)) {
    const end = index + day.length;
    const words = squeeze(text, end - REACH, end);
    const [, told] = DATES.exec(words.text) ?? [];
    if (told !== undefined && !INTACT.test(told)) found.push({ told, place: placeOf(words, words.text.length - told.length, words.text.length) });
  }
  return found;
});
