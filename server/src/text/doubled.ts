/**
 * Words written twice: `的的`, `审核审核`, a clause pasted again.
 *
 * Chinese doubles many characters rightly, and words meet at their edges (人民政府|政府信息, 公开工作|工作人员). A single
 * character counts only where it is one that words hardly begin or end with; a longer word counts unless it is one of those
 * that meet, and the second may go on as another word.
 */
import { type Span, span } from './span';

/** Single characters that are not doubled, with those before and those after that make one of the two a part of a word. */
const SINGLE: ReadonlyMap<string, { readonly before: string; readonly after: string }> = new Map(
  [
    ['的', '目标有', '确士'],
    ['了', '不罢为除', '解结之然如'],
    ['和', '共总温饱缓柔平祥谦调', '谐平气美解睦好善蔼田县顺林静'],
    ['与', '参给授赋付', '会时日此其'],
    ['及', '论遍', '时早格其第'],
    ['并', '合兼一归吞', '联入行轨网重存发购处案'],
    ['在', '存现正所实内潜自好外旨', '线建编岗职校场外于逃途家位座此地任'],
    ['是', '但就还也都总只若要可算凡正先', '否非'],
    ['将', '', '来近军领'],
    ['把', '一', '关握控脉'],
    ['于', '', '田都洪家谦'],
    ['按', '', '时期钮键'],
    ['让', '转出退忍礼', ''],
    ['被', '棉植覆', ''],
    ['我', '自', ''],
    ['该', '应', ''],
    ['或', '', '许'],
    ...[...'们各也'].map((char) => [char, '', '']),
  ].map(([char, before, after]) => [char!, { before: before!, after: after! }]),
);

/** Words that end one word and begin the next: doubled they count only where nothing can go on after them. */
const MEETING = new Set(
  ('政府 工作 公开 信息 部门 组织 规范 规定 申请 申请人 服务 管理 行政 监督 领导 街道 社区 社会 代表 年度 复议 诉讼 处罚 许可 执法 审批 审查 教育 研究 机构 制度 ' +
    '中心 委员 企业 发展 建设 保障 安全 卫生 生态 环境 资源 法律 文化 统计 人民 政务 计划 收费 解读 考核 设计 出版 出租 农村 农业 城市 信息公开 基层 项目 财政 资金 责任 群众 科室 单位 机关 会议').split(' '),
);
const GOES_ON = /\p{Script=Han}/u;
/** After these nothing goes on; but 本规定规定的. */
const PARTICLE = /[的了和及与等中是在为并而之]/;
const RULES_THEMSELVES = '规定';
/** 创业创新, 依法依规: of four characters the first and the third are the same. */
const FOURS =
  /创业创|信用信|共[建治商管享]共|预测预|自[强立查审我]自|同[权步]同|分[级类层块]分|联[防动管]联|群[防策]群|全[程员]全|多元多|互[联通学]互|即[办申]即|立[行改]立|边[查整改审]边|应公应|可[知感看读视]可|提[质速]提|减证减|便民便|惠企惠|利企利|依法依|因地因|先审先|有[始根声章法]有|公[平开正]公|逐[项条级]逐|人防人|以[案学]以|双公双/;
/** Words that with the character after them begin a name: `学习学习强国平台的文章`. */
const NAMES = /^学习强$/;
/** `一步一步`, `逐条逐条`; `公开公开再公开`. */
const DISTRIBUTES = /^[一逐每各]/;
const AGAIN = /[再又]/;
/** `申请人的申请人的`: no word ends or begins so. */
const LOOSE = /^[的之等]|[的之]$/;
const TWO_HAN = /\p{Script=Han}.*\p{Script=Han}/u;
/** Ideographs of the basic plane; rarer ones are not doubled by a slip. */
const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;

/** The longest passage that is looked for twice, in characters. */
const LONGEST = 40;

/** Where a character was seen last: its index in the text, counted on from text to text so that nothing is to be cleared. 0: never; what is never written takes no memory. */
const seen = new Int32Array(LAST_HAN + 1);
let origin = 1;
const MOST = 0x7fff_ffff;

export interface Doubled {
  /** Both. */
  readonly span: Span;
  /** What is too many of them. */
  readonly second: Span;
  readonly word: string;
}

/** The words written twice in a row in `folded.slice(start, end)`; none across punctuation or a line end. */
export function doubledIn(folded: string, start: number, end: number): Doubled[] {
  const found: Doubled[] = [];
  if (origin > MOST - end) {
    seen.fill(0);
    origin = 1;
  }
  let from = start; // of the run of letters that the character stands in
  for (let at = start; at < end; at++) {
    const code = folded.charCodeAt(at);
    if ((code < FIRST_HAN || code > LAST_HAN) && !isAlphanumeric(code)) {
      // `70 周年`: a blank beside a number is no end.
      if (code !== 0x20 || !(isAlphanumeric(folded.charCodeAt(at - 1)) || isAlphanumeric(folded.charCodeAt(at + 1)))) from = at + 1;
      continue;
    }
    const before = seen[code]! - origin;
    seen[code] = origin + at;
    const length = at - before;
    if (before < from || length > LONGEST || at + length > end || (length > 1 && folded.charCodeAt(at + 1) !== folded.charCodeAt(before + 1))) continue;
    const word = folded.slice(before, at);
    let stop = at + length;
    if (length === 1) while (stop < end && folded[stop] === word) stop++; // `的的的`
    if (!folded.startsWith(word, at) || !isMistake(word, folded[before - 1] ?? '', folded[stop] ?? '')) continue;
    found.push({ span: span(before, stop), second: span(at, stop), word });
    from = stop; // what follows is looked at by itself
    at = stop - 1;
  }
  origin += end;
  return found;
}

const isAlphanumeric = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Whether `word` can't be meant twice between `before` and `after`. */
function isMistake(word: string, before: string, after: string): boolean {
  if (word.length === 1) {
    const exception = SINGLE.get(word);
    return exception !== undefined && !(before !== '' && exception.before.includes(before)) && !(after !== '' && exception.after.includes(after));
  }
  if (!TWO_HAN.test(word) || DISTRIBUTES.test(word) || LOOSE.test(word) || AGAIN.test(after) || NAMES.test(word + after)) return false;
  if (word.length === 2 && (FOURS.test(word[1]! + word) || FOURS.test(word + word[0]!))) return false;
  return !(MEETING.has(word) && GOES_ON.test(after) && (word === RULES_THEMSELVES || !PARTICLE.test(after)));
}
