/**
 * The words that facts are told in. A phrase is understood only if it is made of known words from end to end: one unknown
 * word (网上, 逾期, 被纠正) may turn it into something else.
 */

/** One word at a place; where one alternative begins another, the longer comes first. */
const words = (...alternatives: readonly string[]): RegExp => new RegExp(`(?:${alternatives.join('|')})`, 'y');

/** Where the word of one of these kinds that stands at `at` ends. */
export function wordAt(text: string, at: number, kinds: readonly RegExp[]): number | undefined {
  for (const kind of kinds) {
    kind.lastIndex = at;
    if (kind.test(text)) return kind.lastIndex;
  }
  return undefined;
}

/** Whether `text` is nothing but words of these kinds. A word once taken is never given back. */
export function madeOf(text: string, ...kinds: readonly RegExp[]): boolean {
  let at: number | undefined = 0;
  while (at !== undefined && at < text.length) at = wordAt(text, at, kinds);
  return at !== undefined;
}

/** What follows the last of `borders` in `text`. */
export function sinceLast(text: string, borders: string): string {
  let at = text.length;
  while (at > 0 && !borders.includes(text[at - 1]!)) at--;
  return text.slice(at);
}

/** Pieces of patterns that numbers and absences share. */
export const NEXT_YEAR = '(?:下一?年度?|次年|明年)';
export const LAST_YEAR = '(?:上一?年度?|去年)';
export const CARRIED = '(?:结转|顺延|转)[至到入]?';
export const ISSUED = '(?:新?制发|制定(?:并?(?:发布|印发|公布|出台))?|印发|出台|新(?:制定|出台))';
export const FEE = '(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:信息)?处理费用?';

const COUNTING = ['数量', '总数', '总量', '件数', '数', '量', '共计', '共', '总计', '合计', '累计', '为', '是', '有', '达', '了', '的', ':'];
const JOINING = ['或者?', '以?及', '和', '与', '、'];
const DISCLOSURE = ['政府信息', '信息', '政务', '公开', '依申请', '申请', '针对', '有关', '相关', '事项', '办理', '案件', '件', '类'];

/** A request for information, however it is called. */
export const REQUEST = words(
  ...DISCLOSURE, '政府', '公民', '法人', '其[他它]组织', '个人', '社会公众', '群众', '提出', '提交', '有效', '各类', '任何', '形式',
  '[我本](?:部门|机关|单位|局|委|办)', '事宜', '办件', '来信', '来函', '函件', '信件', '书', '表', ...JOINING, ...COUNTING,
);
/** What a remedy has to do with disclosure. */
export const CAUSE = words(
  '申请人', ...DISCLOSURE, '因', '由于', '由', '涉及', '涉', '关于', '就', '对', '答复', '工作', '行为', '事务', '问题', '方面', '[我本](?:部门|机关|单位|局|委|办)', '引起', '引发', '导致', '产生', '造成', '发生', '被', '提起', '提出',
  '而', '所', ...JOINING, ...COUNTING,
);
/** What stands between what is counted and its number. */
export const TALLY = words('案件', '案', '申请', '发生', '答复', '决定', '情形', '政府信息', '信息', '均', ...COUNTING);
export const AMOUNT = words('人民币', '金额', '总额', '收取', '收入', ...COUNTING);
/** What goes on with a request that is carried over. */
export const FURTHER = words('继续', '按期', '按时', '依法', '办理', '处理', '答复', '办结', '外');
/** What an absence ends in. */
export const OCCURRENCE = words('等', '的', '情况', '情形', '现象', '事件', '问题', '发生', '产生', '案件', '举报', '投诉', '申诉', '信访', '涉密', '泄密', '责任追究', ...JOINING);

const YEAR = '20\\d\\d年度?';
/** When, and what else changes nothing in what follows. */
export const ADVERB = words(
  `截[至止][到于]?(?:${YEAR})?(?:12月(?:31日|底)|年[底末]|目前)`, `自?(?:${YEAR})?1月1日[至到](?:${YEAR})?12月31日(?:止|期间)?`, `${YEAR}(?:以来|全年|内|期间)?`,
  '本年度?', '全年度?', '今年(?:以来)?', '当年', '年度内?', '年内', '报告期内?', '统计期限?内', '一年来', '目前', '年[底末]', '[一二三四五六七八九]是',
  '依申请公开(?:政府信息|办理|工作|方面|情况)*', '(?:法定|规定)?(?:期限|时限|时间)内', '共计?', '总共', '一共', '累计', '合计', '总计', '实际', '依法', '依规', '按规定', '按期', '按时', '及时', '如期', '规范',
  '均', '都', '也', '已经?', '全部', '妥善', '顺利', '高效', '有序', '圆满', '认真', '严格', '主动', '先后', '尚', '所有', '有', '同时', '其中', '并且?', '且', '对', '将', '由', '在',
  '包[含括]', '含', '从', '暂',
);
/** Before what is left; of anything else it would be a part. */
export const REMAINDER = words('剩余', '其余', '另外?', '还', '此外', '未办结', '加上', '连同');
