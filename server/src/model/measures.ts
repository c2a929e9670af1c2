/**
 * Whether a text about problems may tell, too, what was or will be done about them; and whether it may tell of problems at all.
 *
 * Measures are told in no set words: 加强学习, 聘请专家, 2025年起每月抽查. Problems mostly are: 不够, 薄弱, 有待. So every sentence that
 * doesn't read as a problem may be a measure, and one that does may still go on with it. Where nothing reads as a problem, a sentence
 * that reads as neither a measure nor praise may be one.
 */

/** What a problem is told with. */
const PROBLEM =
  /问题|不足|短板|弱项|薄弱|差距|欠缺|欠佳|缺乏|缺少|缺失|不[够强高足全深细实严多准广畅熟专快精优齐]|不(?:平衡|均衡|到位|完善|及时|规范|突出|健全|丰富|明确|清晰|统一|理想|充分|紧密|一致)|单一|单薄|滞后|有待|尚待|亟待|仍[需须待]|尚[需须]|还[需须]|需要?(?:进一步|加强|提升|提高|完善|改进)|有所|偏[低少弱慢窄单重]|较[低少弱慢窄差]|难以|困难|制约|未能|参差|力度小|把握不|意识不|不[佳多便]|(?:未|没有?|不能)能?够?(?:及时|完全|充分|全面|有效|满足)|流于形式|脱节|顾此失彼/;

/** Words of measures, of plans and of what came of them, wherever they stand. */
const MEASURE = new RegExp(
  [
    '改进(?:情况|措施|方面|:)|[)、.]改进|整改|措施|下一?(?:步|阶段|年)|今后|接下来|明年|来年|新的一年|针对|为此|对此|将(?!来)|打算|计划|努力|着力|切实|力争|确保|加大|强化|严格|推动|促进',
    '已(?:经)?(?:完成|建立|明确|解决|整改|调整)|定期|逐步|积极|(?<![主重需首必])要(?![求点素件])|开展|组织',
    '举措|对策|着手|拟(?![定稿人])|[现均都]已|目前,?已|正在|采取|克服|弥补|补齐|补上|破解|化解|消除|销号|销账|整治|纠正了|得到|加以|解决|改善|好转|扭转|改观|缓解',
    '(?<!虽[^,。;]{0,12})有所(?:提[高升]|增[强加多]|加强|进步|转变)(?![^。;]{0,6},?[但仍])',
    '(?:办法|方案|做法|目标|重点|方向|思路|安排)(?:如下|[:(①1]|一是|$)',
  ].join('|'),
);
/** `有待进一步加强`, `未得到解决` is a problem, not a measure. */
const NOT_SO = /(?:有待|尚待|亟待|仍待|[需须](?:要)?|待|应(?!对)|未(?!来)|没有|难以|无法)[^,。;]{0,12}/g;
/** A clause that begins with a deed, or with the time when something is to be done; it counts where it tells no problem itself. */
const DEED =
  /^(?:[(（]?[一二三四五六七八九十\d①-⑳]{1,3}[)）、.]?是?)?(?:(?:我|本)(?:局|委|办|镇|乡|街道|单位|机关|部门)|我们)?(?:进一步|及时|持续|不断|主动|已|要|并|来|再|重新|先后|集中|统一|专门|通过)*(?:加强|加快|加密|丰富|增[加设强补]|新增|聘请?|邀请?|购买|制[定作]|建立|健全|完善|优化|提[高升请]|拓[宽展]|补[充录]|明确|落实|规范|召开|举办|安排|编[制写印]|梳理|开设|配[齐备强]|充实|压实|细化|创新|归并|整合|清理|修订|深化|培训|学习|引入|实行|推行|坚持|指定)/;
const TIME = /20\d\d年(?:[上下]半年|起|底|初|内|\d{1,2}月|[一二三四]季度)[^,]{3}/;
/** What leads to what follows, and says nothing by itself. */
const LEADS_ON = /(?:方面|如下|几点|[表体]现在?)$/;

/**
 * What tells a problem too, though it may stand in a measure as well, so that it makes no sentence a problem: what is little, weak
 * or slow at the end of a clause, what is still to be done, what went wrong.
 */
const ALSO_PROBLEM = new RegExp(
  [
    '(?<![减降至削缓放由从最多或缩不疑困两中大误偏出相时])[少低弱差慢窄浅难小](?=[,。;、:)的]|$)|(?:压力|难度|变动|差异)[^,。;]{0,3}[大高]|不方便',
    '(?<![不等期接招])待(?:进一步|[提加完改优强拓丰规增健深细])|[需须]要?(?:继续|持续|不断|[拓增补]|强化|优化|深化|丰富|创新|健全|规范|细化|改善)',
    '(?<![不未])存在(?![的感]|任何)|(?:时有|屡有|偶有)发生|仍有|提[升高]的?空间|(?<!拉近[^,。;]{0,12})距离|落差',
    '紧张|紧缺|短缺|淡[薄漠]|短项|应付|敷衍|空白|雷同|重复公开|口径不|拖延|迟缓|失效(?=[,。;、]|$)|忽视|轻视|粗放|生硬|枯燥|呆板|老旧|陈旧|碎片化|被动|频繁|断[档层]|浮于|身兼|有限(?!公司|责任)',
    '(?<!(?:防止|避免|杜绝|消除|破解|打破|突破|克服|不|无)[^,。;]{0,8})(?:超期|逾期|延误|遗漏|疏漏|疏忽|盲[区点]|瓶颈|误区|[错死断]链|走过场|打折扣)',
    '(?<!不)(?:仅[有为达占]?\\d|只有[\\d一两几]|仅[有靠限])|重[^,。;]{1,6}[、,]?轻|欠(?!款|费|薪|税)|不[匹主敢愿牢顺积准]',
    '(?:方式|形式|手段|内容|渠道)(?:比较|较为|过于|相对)?(?:简单|单调|老套|传统)|过于|长期(?:未|不)',
  ].join('|'),
);

/** What is no problem, though no measure either: what went well, what is asked for, what did not happen. */
const NO_PROBLEM =
  /顺利|正常|满意|成效|成绩|取得|良好|较好|稳步|有序|圆满|明显|显著|提[高升]|认真|贯彻|落实|坚持|围绕|深入|全面|领导下|按照|根据|^(?:[^,]{0,12},)?(?:我[局委办镇乡]|本\p{Script=Han}{1,2})?(?:全年)?(?:没有|不存在|未|无)/u;

/** Whether squeezed `text` may tell of problems, in whatever words: 张贴栏离居民点远，账目看不懂. */
export function mayTellProblems(text: string): boolean {
  return PROBLEM.test(text) || ALSO_PROBLEM.test(text) || (text.match(SENTENCE) ?? []).some((sentence) => mayBeProblem(sentence));
}

function mayBeProblem(sentence: string): boolean {
  if (sentence.endsWith(':') || !WORDS.test(sentence) || MEASURE.test(sentence) || NO_PROBLEM.test(sentence)) return false;
  return !sentence.split(',').some((clause) => DEED.test(clause) || TIME.test(clause));
}

/** Whether anything in squeezed `text` may be a measure, an improvement or a plan. */
export function mayTellMeasures(text: string): boolean {
  return MEASURE.test(text.replace(NOT_SO, '')) || (text.match(SENTENCE) ?? []).some((sentence) => mayBeMeasure(sentence));
}

/** A label with its colon is a sentence of its own. */
const SENTENCE = /[^。;:!?]+:?/g;
const WORDS = /\p{Script=Han}{2}/u;

function mayBeMeasure(sentence: string): boolean {
  if (sentence.endsWith(':') || !WORDS.test(sentence) || LEADS_ON.test(sentence)) return false;
  return !PROBLEM.test(sentence) || sentence.split(',').some((clause) => (DEED.test(clause) || TIME.test(clause)) && !PROBLEM.test(clause));
}
