/**
 * Years told in prose, as far as the words around them say what is told of them.
 *
 * A report speaks of many years: of its own, of last year's for comparison, of next year's plans, of budgets, notices and
 * laws. Only what can't be read otherwise is taken for the telling of a year's own work: the year opens a clause (or follows
 * the agency that speaks), and an agency or a deed follows. Everything else is passed over.
 */
import type { SectionSyntax } from '../../syntax/types';
import { fold } from '../../text/fold';
import { shift, span, type Span } from '../../text/span';
import { Recent } from '../../text/recent';
import { placeOf, squeeze } from '../../text/squeeze';
import { isLookedBackOn, tellsTheSame } from './comparedYears';
import { remembered } from '../remembered';
import { REACH_AFTER, type Surroundings, surroundingsOf } from './surroundings';
import type { ReportModel } from '../types';

export interface YearTold {
  readonly year: number;
  /** The four digits, relative to the slice. */
  readonly span: Span;
  /** - `work`: what was done in it; - `asOf`: a count at its end; - `name`: the report calls itself that year's. */
  readonly tells: 'work' | 'asOf' | 'name';
  /** Whether the sentence says that something is done or was counted, and whether it speaks of what is to come. */
  readonly done: boolean;
  readonly planned: boolean;
  /** Other years in the same sentence, or told of the same in the one before: it compares, or tells a story. */
  readonly beside: readonly number[];
}

/** `统计期限自2024年1月1日起至2024年12月31日止`. Spans are relative to the slice. */
export interface PeriodTold {
  /** The years as written; the second may be left out. */
  readonly from: { readonly year: number; readonly span: Span };
  readonly to: { readonly year: number; readonly span: Span } | undefined;
  /** The last day, where it is written. */
  readonly lastDay: { readonly month: number; readonly day: number; readonly span: Span } | undefined;
}

export interface YearsTold {
  readonly told: readonly YearTold[];
  readonly periods: readonly PeriodTold[];
}

/** What a slice tells of years. Computed once for a slice. */
export const yearsIn = remembered((section: SectionSyntax): YearsTold => {
  const told: YearTold[] = [];
  const periods: PeriodTold[] = [];
  for (const place of yearPlaces(section.text)) {
    const { start, period, year } = toldAt(section, place);
    if (period) periods.push(movedPeriod(period, start));
    else if (year) told.push({ ...year, span: shift(year.span, start) });
  }
  return { told, periods };
});

/** What is told at a place, relative to where that begins which was looked at. */
interface Told {
  readonly period: PeriodTold | undefined;
  readonly year: YearTold | undefined;
}

/** By all that is looked at: an edit leaves the words around most years of its slice as they were. */
const TOLD = new Recent<string, Told>(512);

function toldAt({ text, heading }: SectionSyntax, place: YearPlace): Told & { readonly start: number } {
  const start = Math.max(0, place.span.start - REACH_BACK);
  const near = text.slice(start, place.end + REACH_AFTER);
  const headingEnd = Math.max(0, (heading?.span.end ?? 0) - start);
  const inPreamble = isInPreamble(text, heading, place.span.start);
  const key = `${heading?.id} ${headingEnd} ${inPreamble} ${place.span.start - start} ${near}`;
  const known = TOLD.get(key);
  if (known) return { start, ...known };
  const section: SectionSyntax = { text: near, heading: heading && { ...heading, span: span(0, headingEnd) } };
  const own: YearPlace = { year: place.year, span: shift(place.span, -start), end: place.end - start };
  const around = surroundingsOf(section, own.span.start, own.end);
  const period = periodAt(own, around);
  return { start, ...TOLD.set(key, { period, year: period ? undefined : yearTold(section, own, around, inPreamble) }) };
}

function movedPeriod({ from, to, lastDay }: PeriodTold, by: number): PeriodTold {
  const moved = <P extends { readonly span: Span }>(place: P): P => ({ ...place, span: shift(place.span, by) });
  return { from: moved(from), to: to && moved(to), lastDay: lastDay && moved(lastDay) };
}

interface YearPlace {
  readonly year: number;
  readonly span: Span;
  /** After 年. */
  readonly end: number;
}

/** Every `2024年` of 2000–2099, in order. */
function* yearPlaces(text: string): Generator<YearPlace> {
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const before = fold(text.slice(Math.max(0, at - 8), at));
    const found = /(?<!\d)(20\d{2})\s{0,3}$/.exec(before);
    if (!found) continue;
    const start = at - before.length + found.index;
    yield { year: Number(found[1]), span: span(start, start + 4), end: at + 1 };
  }
}

const PERIOD = /^0?1月0?1日?(?:起|始|开始)?,?(?:(?:起|始)?(?:到|至|-|~|—|–){1,2})(?:截?止)?(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日?/;
const WHOLE_YEAR = /^(?:全年|年?度)?(?:[,;]|$)/;
const SPEAKS_OF_PERIOD = /报告期(?!内)|(?:统计|数据|报告)[^。]{0,16}(?:期限|时限|期间|周期|时间|时段|区间|范围)/;
/** `涉及上年度的数据统计期限为`: not the report's own. */
const OTHERS_PERIOD = /(?:上一?|前一)年度?[^,。;]{0,14}$/;
const PERIOD_FOLLOWS = /(?:统计|数据)[^。,;]{0,8}(?:期限|时限|期间|周期|时间|时段|区间)(?:范围)?(?:为|是|:|自|从){0,2}$/;

/** `涵盖我局2024年1月1日至12月31日期间的政府信息公开工作情况`. */
const COVERS = /(?:涵盖|反映|总结)了?[^。;,]{0,30}$/;
const WORK_COVERED = /^[^。;,]{0,24}(?:信息|政务)公开[^。;,]{0,10}(?:工作|情况)/;

function periodAt({ year, span: own }: YearPlace, { before, after }: Surroundings): PeriodTold | undefined {
  if (OTHERS_PERIOD.test(before)) return undefined;
  const from = { year, span: own };
  const found = PERIOD.exec(after.text);
  if (!found) return PERIOD_FOLLOWS.test(before) && WHOLE_YEAR.test(after.text) ? { from, to: undefined, lastDay: undefined } : undefined;
  const [all, to, month, day] = found;
  const isCovered = COVERS.test(before) && WORK_COVERED.test(after.text.slice(all.length));
  if (!isCovered && !SPEAKS_OF_PERIOD.test(before) && !SPEAKS_OF_PERIOD.test(after.text)) return undefined;
  const monthAt = all.lastIndexOf(`${month!}月`);
  return {
    from,
    to: to === undefined ? undefined : { year: Number(to), span: placeOf(after, all.indexOf(`${to}年`), all.indexOf(`${to}年`) + 4) },
    lastDay: { month: Number(month), day: Number(day), span: placeOf(after, monthAt, all.replace(/日$/, '').length) },
  };
}

/** Where a clause begins: after a stop or a mark of a list, or after the words of a heading that its text is glued to. */
const CLAUSE_BEGINS = /(?:^|[。!?;,:)#*>】])在?$|(?:情况|方面|建设|保障|事项|概况)$/;
/** What a year at the start of a line belongs to, where the line was only broken there. */
const GOVERNED = /[较比与和同于自从至到对将把由及跟在]$/;
/** Who speaks in a report: itself. */
const SELF = '(?:[我本全](?:局|委|办|厅|院|县|市|区|省|州|旗|镇|乡|街|处|所|站|会|校|社|队|村|机关|单位|部门|中心|政府|系统|地区|新区|管委会|园区|公司|辖区)(?:道|道办|办事处|道办事处)?)';
const AGENCY = '(?:局|委员会|委|办|办公室|厅|政府|街道|办事处|镇|乡|中心|管委会|县|市|区|州|旗|机关|单位|部门)';
const AFTER_AGENCY = new RegExp(`(?:${SELF}|局|厅|委|镇|乡|街道|办事处|政府|办公室|中心|委员会|管委会)在?$`);
/** Nouns that make a year another thing's: `2023年政务公开工作要点`, `2023年度部门决算`. */
const OTHER_THING = '(?![^,。;]{0,12}?(?:要点|计划|方案|通知|预算|决算|年报|报告|考核|评估|测评|任务|清单|规划|总结|培训|会议|评议|通报|指标|名单|目录|指南))';
const DEED =
  '(?:(?:政府信息公开|政务公开|信息公开|依申请公开|主动公开|行政复议|行政诉讼|信息处理费|处理费)' + OTHER_THING + '|' +
  '共|累计|总共|合计|新收|收到|接到|接收|收取|受理|办理|答复|办结|未|没有|无|不存在|' +
  '(?:(?<!政务|信息|申请|主动)公开|发布|公布|更新|编发|印制|上传|报送|制发|发放)(?![^,。;]{0,6}的)|' +
  '通过(?![^,。;]{0,12}(?:验收|评审|审议|的《))|依托|利用|全面|认真|严格|进一步|按照|根据|结合|坚持|紧紧|紧扣|紧盯|围绕|始终|持续|积极|深入|扎实|着力|不断|切实|高度重视|贯彻|落实|学习|' +
  '加强|加大|强化|完善|健全|优化|规范|组织|开展|召开|举办|推进|推动|做好|抓好|狠抓|拓宽|拓展|创新|建立|提高|提升|实际|因|以|对|把|依法|充分|大力|稳步|有序|聚焦|立足|及时|在[^,。;]{2,30}[,下中]|一是)';
const DEED_FOLLOWS = new RegExp(`^,?${DEED}`);
const AGENCY_FOLLOWS = new RegExp(`^,?(?:(?:${SELF}|各(?:级|部门|单位|镇|乡|县|区|街道|地))${OTHER_THING}|\\p{Script=Han}{1,16}?${AGENCY}(?:${OTHER_THING}[^。;]{0,8}?)?${DEED})`, 'u');
/** `2023年，“云溪发布”公众号推送信息300条`: what is counted was done. */
const COUNT_FOLLOWS = /^,[^。]{0,60}?\d(?:余|多)?(?:条|件|篇|期|次|场|份|人次)/;
/** A story told of an earlier year: when something began, and what was won. */
const STORY = /^,?[^,。]{0,16}?(?:获(?!取|知|悉|得感)|被评|被授|被确定|被列|入选|成立|组建|挂牌|改版|上线|开通|启用|印发|出台|颁布|施行|修订|启动|率先|首次|首批)/;
/** The same, told at the end of more words: `2022年，在省里组织的评估中，我局被评为优秀`. */
const AWARD = /^[^。;]{0,60}?(?:评估|考核|考评|评比|评议|测评|评选|竞赛)[^。;]{0,24}?(?:[名位]列|位居|排名|获|评为|评定|表彰|表扬|得分|\d分|第[一二三四五六七八九十\d])/;
/** `2023年办结的3件申请`: what is told is told of these. */
const ATTRIBUTE = /^,?(?:共|新)?(?:收到|接到|受理|办理|办结|答复)的/;
/** `2023年3月`, `2023年底`, `2021年至2023年`, `2022、2023年`: no year as such. */
const NO_WHOLE_YEAR = /^(?:\d|[-~—–至到、和与及或](?:20)?\d|至今|以来|来|以前|以后|之前|之后|前|后|起|底|末|初|中期|版|的|第|[上下]半年|春|夏|秋|冬|级|届|[,、](?:20)\d{2}年)/;
const WHOLE_YEAR_WORDS = /^(?:度|内|全年|1(?:月)?(?:-|~|—|至|到)12月(?:底|份)?)/;
const HANDED_ON = /^[^,。;]{0,14}(?:结转|转入|遗留|跨年|顺延)/;
const DONE = /共|累计|收到|受理|未|没有|无|不存在|办结|完成|取得|\d(?:余|多)?(?:条|件|篇|次|期|个|场|元)/;
const PLANNED = /(?<![并时实已均])将(?!近)|拟|计划|力争|争取|打算|预计|下一?步|继续|(?<![需主重必首次纪摘概])要(?![求点素闻件害])|做好以下|重点(?:做|抓|推|围)/;
/** So near to the year stands what makes it a plan: 将 alone is in many sentences. */
const PLAN_REACH = 40;
/** A count at the end of a year may lead into a long list of other years' documents. */
const CLOSE_BY = 30;
/** `现将2024年度政府信息公开工作情况报告如下`: the report itself, with which nothing is compared. */
const ANNOUNCED = /现[将就][^,。;]{0,40}(?:如下|公[布开]|报告)/;
const FEE = /处理费|收费|费用/;
/** What makes a year in a sentence about fees a notice's. */
const RULE_OF_FEES = /印发|出台|施行|制定|执行|实施/;

function yearTold(section: SectionSyntax, place: YearPlace, around: Surroundings, inPreamble: boolean): YearTold | undefined {
  const tells = whatIsTold(section, around, inPreamble);
  if (!tells) return undefined;
  const { before } = around;
  const rest = around.after.text;
  const sentence = before + rest;
  const inSentence = tells === 'asOf' ? before + rest.slice(0, CLOSE_BY) : sentence.replace(ANNOUNCED, '');
  return {
    year: place.year,
    span: place.span,
    tells,
    done: DONE.test(sentence),
    planned: PLANNED.test(rest.slice(0, PLAN_REACH)),
    beside: [...inSentence.matchAll(/(?<!\d)20\d{2}(?=年)/g), ...(tells === 'work' ? toldBefore(section, place, rest) : [])].map(([year]) => Number(year)),
  };
}

/** So far back, in raw UTF-16 units, begins the sentence before: no place is looked at from farther. */
const REACH_BACK = 240;

/** The years of which the sentence before tells a number, or none, of what is told in `rest`: `2024年收到25件。2023年收到31件`. */
function toldBefore({ text, heading }: SectionSyntax, { span: { start } }: YearPlace, rest: string): RegExpMatchArray[] {
  const same = tellsTheSame(rest);
  if (same === undefined) return [];
  const sentence = squeeze(text, Math.max(heading?.span.end ?? 0, start - REACH_BACK), start).text.split(/[。!?]/).at(-2) ?? '';
  return [...sentence.matchAll(new RegExp(`(?<!\\d)20\\d{2}(?=年[^;]{0,30}?${same})`, 'g'))];
}

function whatIsTold(section: SectionSyntax, around: Surroundings, inPreamble: boolean): YearTold['tells'] | undefined {
  const { before, opensLine, within } = around;
  const rest = around.after.text;
  if (inPreamble && namesReport(around)) return 'name';
  if (within !== undefined) return undefined;
  if (/截[至止]到?$/.test(before) && /^12月3[01]日/.test(rest)) return /结转|上年|去年/.test(before + rest) ? undefined : 'asOf';
  const words = rest.replace(WHOLE_YEAR_WORDS, '');
  if (NO_WHOLE_YEAR.test(words) || HANDED_ON.test(words) || STORY.test(words) || AWARD.test(words) || ATTRIBUTE.test(words) || isLookedBackOn(before, rest)) return undefined;
  if (section.heading?.id === 'otherMatters' && FEE.test(before + rest) && !RULE_OF_FEES.test(before + rest)) return 'work';
  if (CLAUSE_BEGINS.test(before) || (opensLine && !GOVERNED.test(before))) return DEED_FOLLOWS.test(words) || AGENCY_FOLLOWS.test(words) || COUNT_FOLLOWS.test(words) ? 'work' : undefined;
  return AFTER_AGENCY.test(before) && DEED_FOLLOWS.test(words) ? 'work' : undefined;
}

const REPORT_FOLLOWS = /^度?[^,。;《》]{0,20}?(?:信息|政务)公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)(?!的?(?:有关|编制|编报|编写|(?:发布|公布|公开)(?!如下)|格式|报送|工作|通知|起草))/;
const PRESENTS = /(?:现将|现(?:向社会)?(?:予以)?公[布开]|特?向社会公[布开]|编制(?:了|完成|形成)?|形成了?)[^。;]{0,40}$/;
/** A report presents itself before its first sub-heading. */
const PREAMBLE_REACH = 600;

/** Whether the place `at` of a slice is one where a report presents itself. */
function isInPreamble(text: string, heading: SectionSyntax['heading'], at: number): boolean {
  return !heading || (heading.id === 'overview' && at <= heading.span.end + PREAMBLE_REACH && !/[(（][一⼀][)）]/.test(text.slice(heading.span.end, at)));
}

/** `现将云溪县水利局2023年政府信息公开工作年度报告公布如下`: the report speaking of itself. */
function namesReport({ before, after, within }: Surroundings): boolean {
  if (within !== undefined && within !== '《') return false;
  if (!PRESENTS.test(within ? before.slice(0, before.lastIndexOf('《')) : before) || !REPORT_FOLLOWS.test(after.text)) return false;
  return within === undefined || /^[^》]*(?:报告|年报)》/.test(after.text);
}

/** In the coordinates of the report. */
export interface PlacedYear {
  readonly told: YearTold;
  readonly span: Span;
  readonly slice: SectionSyntax;
}

export interface PlacedPeriod {
  readonly start: number;
  readonly period: PeriodTold;
}

export interface ReportYears {
  readonly told: readonly PlacedYear[];
  readonly periods: readonly PlacedPeriod[];
}

/** What a report tells of years, its title apart. */
export const yearsOf = remembered((report: ReportModel): ReportYears => {
  const { title } = report;
  const inTitle = ({ start, end }: Span): boolean => title !== undefined && start >= title.span.start && end <= title.span.end;
  return {
    told: report.slices.flatMap(({ start, syntax }) => yearsIn(syntax).told.map((told) => ({ told, span: shift(told.span, start), slice: syntax }))).filter(({ span: own }) => !inTitle(own)),
    periods: report.slices.flatMap(({ start, syntax }) => yearsIn(syntax).periods.map((period) => ({ start, period }))),
  };
});
