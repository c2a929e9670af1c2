/** What is told of a year where a text names it, by the words around it. */
import type { SectionSyntax } from '../../syntax/types';
import { isLookedBackOn } from './comparedYears';
import type { Surroundings } from './surroundings';

/** `work`: what was done in it. `asOf`: a count at its end. `name`: the report calls itself that year's. */
export type TellingOfYear = 'work' | 'asOf' | 'name';

/** Where a clause begins: after a stop or a mark of a list, or after the words of a heading that its text is glued to. */
const CLAUSE_BEGINS = /(?:^|[。!?;,:)#*>】])在?$|(?:情况|方面|建设|保障|事项|概况)$/;
/** What a year at the start of a line belongs to, where the line was only broken there. */
const GOVERNED = /[较比与和同于自从至到对将把由及跟在]$/;
/** Who speaks in a report: itself. */
const SELF = '(?:[我本全](?:局|委|办|厅|院|县|市|区|省|州|旗|镇|乡|街|处|所|站|会|校|社|队|村|机关|单位|部门|中心|政府|系统|地区|新区|管委会|园区|公司|辖区)(?:道|道办|办事处|道办事处)?)';
const AGENCY = '(?:局|委员会|委|办|办公室|厅|政府|街道|办事处|镇|乡|中心|管委会|县|市|区|州|旗|机关|单位|部门)';
const AFTER_AGENCY = new RegExp(`(?:${SELF}|局|厅|委|镇|乡|街道|办事处|政府|办公室|中心|委员会|管委会)在?$`);
/** Nouns that make a year another thing's: `2023年政务公开工作要点`, `2023年度部门决算`. */
const OTHER_THING = '(?![^,。;]{0,12}?(?:要点|计划|方案|通知|预算|决算|年报|报告|考核|评估|测评|任务|清单|规划|总结|培训|会议|评议|通报|指标|名单|目录|指南|公报|年鉴|白皮书|审计|绩效|债务))';
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
/** `2013年建局以来`, `2019年县融媒体中心运行以来`: from then on. */
const SINCE = /^[^,。;]{0,24}?(?:以来|至今)/;
/**
 * `2023年全县水资源公报于6月发布`, `2023年度县级政府债务情况及时公开`: what was published of a year, which is over before it is. Behind a
 * comma, or with an agency that speaks of itself, it is told who did it in that year; what has a number was counted in it.
 */
const PUBLISHED = /^(?![我本](?!省|市|县|区|州|盟|旗)|[全我本各][^,。;]?(?:已|均|都|依托|通过|坚持|及时|依法|主动|按)|政府信息|[^,。;]{0,3}信息公开)(?:[^,。;\d]|20\d\d(?=年)|\d{1,2}(?=[月日])){4,60}(?:公[布开示告]|发布|披露|公之于众|张贴|张榜|上墙|挂网|上网|出版)(?=[,。;(]|$)/;
/** `2023年3月`, `2023年底`, `2021年至2023年`, `2022、2023年`: no year as such. */
const NO_WHOLE_YEAR = /^(?:\d|[-~—–至到、和与及或](?:20)?\d|至今|以来|来|以前|以后|之前|之后|前|后|起|底|末|初|中期|版|的|第|[上下]半年|春|夏|秋|冬|级|届|[,、](?:20)\d{2}年)/;
const WHOLE_YEAR_WORDS = /^(?:度|内|全年|1(?:月)?(?:-|~|—|至|到)12月(?:底|份)?)/;
const HANDED_ON = /^[^,。;]{0,14}(?:结转|转入|遗留|跨年|顺延)/;
const FEE = /处理费|收费|费用/;
/** What makes a year in a sentence about fees a notice's. */
const RULE_OF_FEES = /印发|出台|施行|制定|执行|实施/;

/** What `section` tells of the year that stands in `around`, as far as it can't be read otherwise; `inPreamble`: where the report presents itself. */
export function tellingOfYear(section: SectionSyntax, around: Surroundings, inPreamble: boolean): TellingOfYear | undefined {
  const { before, opensLine, within } = around;
  const rest = around.after.text;
  if (inPreamble && namesReport(around)) return 'name';
  if (within !== undefined) return undefined;
  if (/截[至止]到?$/.test(before) && /^12月3[01]日/.test(rest)) return /结转|上年|去年/.test(before + rest) ? undefined : 'asOf';
  const words = rest.replace(WHOLE_YEAR_WORDS, '');
  if (NO_WHOLE_YEAR.test(words) || HANDED_ON.test(words) || STORY.test(words) || AWARD.test(words) || ATTRIBUTE.test(words) || SINCE.test(words) || PUBLISHED.test(words) || isLookedBackOn(before, rest)) return undefined;
  if (section.heading?.id === 'otherMatters' && FEE.test(before + rest) && !RULE_OF_FEES.test(before + rest)) return 'work';
  if (CLAUSE_BEGINS.test(before) || (opensLine && !GOVERNED.test(before))) return DEED_FOLLOWS.test(words) || AGENCY_FOLLOWS.test(words) || COUNT_FOLLOWS.test(words) ? 'work' : undefined;
  return AFTER_AGENCY.test(before) && DEED_FOLLOWS.test(words) ? 'work' : undefined;
}

const REPORT_FOLLOWS = /^度?[^,。;《》]{0,20}?(?:信息|政务)公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)(?!的?(?:有关|编制|编报|编写|(?:发布|公布|公开)(?!如下)|格式|报送|工作|通知|起草))/;
const PRESENTS = /(?:现将|现(?:向社会)?(?:予以)?公[布开]|特?向社会公[布开]|编制(?:了|完成|形成)?|形成了?)[^。;]{0,40}$/;
/** `现将云溪县水利局2023年政府信息公开工作年度报告公布如下`: the report speaking of itself. */
function namesReport({ before, after, within }: Surroundings): boolean {
  if (within !== undefined && within !== '《') return false;
  if (!PRESENTS.test(within ? before.slice(0, before.lastIndexOf('《')) : before) || !REPORT_FOLLOWS.test(after.text)) return false;
  return within === undefined || /^[^》]*(?:报告|年报)》/.test(after.text);
}
