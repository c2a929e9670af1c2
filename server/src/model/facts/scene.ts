/** What the text deals with where a phrase stands: told by the words before it, in its sentence or in the part of the text it is in. */
import { actorOf, lastSubject, sameSubject, type Subject } from './subject';

export type Topic = 'requests' | 'remedies' | 'rules' | 'normativeDocuments' | 'elsewhere';

export interface Scene {
  readonly topic: Topic | undefined;
  /** Whether disclosure or requests for it were spoken of. */
  readonly disclosure: boolean;
  /** Undefined where no year is named. */
  readonly year: number | undefined;
  readonly subject: Subject;
  /** Whether the requests told last are those of a body spoken of in passing: what became of them may follow in a sentence of its own. */
  readonly aside: boolean;
  /** The number of requests told last: the results that follow are of these. */
  readonly whole: number | undefined;
}

/** Where a slice or a part of it begins. */
export const OPENING: Scene = { topic: undefined, disclosure: false, year: undefined, subject: { kind: 'unsaid' }, aside: false, whole: undefined };

/** In the order of its groups. */
const TOPIC_IDS: readonly Topic[] = ['requests', 'remedies', 'rules', 'normativeDocuments', 'elsewhere'];
const TOPICS =
  /((?:政府信息|信息|政务)?(?:依申请)?公开(?:政府)?(?:信息)?的?申请|依申请|政府信息(?:公开)?申请|申请公开|申请件)|(复议|诉讼)|(规章)|(规范性文件)|(主动公开|留言|热线|工单|建议|提案|诉求|信访|投诉|举报|咨询|信箱|来电|舆情|问政|行政许可|行政处罚|行政强制|许可事项)/g;
const DISCLOSURE = /信息公开|依申请|公开申请|公开政府信息/;
/** Years, without those of what is carried over from or to another year, and of what this one is compared with. */
const YEAR = /(?<!(?:结转|顺延|转)[至到入]?|[较比])(20\d\d)年(?!度?(?:结转|转[至到入]))|[本今]年/g;
/** Titles and document numbers, which have years of their own. */
const TITLES = /《[^《》]{0,60}》|〔[^〔〕]{0,8}〕/g;
/** Part of the year, several years, or a time that is not this year. */
const ANOTHER_TIME =
  /20\d\d年?度?(?:[至到~—–-]{1,2}|[、和])20\d\d年|(?<![较比与同和])上一?年度?(?:全年|共|累计|[全我本][省市县区州旗镇乡局委办厅])*(?:收到|接到|接收|受理|新收)|去年(?!结转|转)|往年|历年|同期(?!相?比)|[上下]半年|季度|上一?年度?[,，]|近[一二三四五六七八九十\d]+年|[两三四五六七八九]年来|(?<![年今])以来|(?<!\d)(?:[2-9]|1[01])月|(?<!\d)(?<!(?:截[至止][到于]?|[至到~—–-])(?:20\d\d年)?)12?月份?(?![\d底末至到~—–-])/;
/** `（二）依申请公开情况`. */
const PART = /^\(?[一二三四五六七八九十]{1,3}[)、]/;

/** Whether `sentence` begins a part of the text, in which nothing was spoken of before. */
export function opensPart(sentence: string): boolean {
  return PART.test(sentence);
}

export function sameScene(a: Scene, b: Scene): boolean {
  return a === b || (a.topic === b.topic && a.disclosure === b.disclosure && a.year === b.year && sameSubject(a.subject, b.subject) && a.aside === b.aside && a.whole === b.whole);
}

/** The scene after the words `text` of a sentence; `before` is the scene at its beginning. */
export function sceneAfter(text: string, before: Scene): Scene {
  return {
    topic: lastTopic(text) ?? before.topic,
    disclosure: before.disclosure || DISCLOSURE.test(text),
    year: yearAfter(text, before.year),
    subject: subjectAfter(text, before.subject),
    aside: before.aside,
    whole: before.whole,
  };
}

/** The scene after a sentence that tells no number. */
export function sceneAfterWords(text: string, before: Scene): Scene {
  const subject = actorOf(text) ?? before.subject;
  return { ...sceneAfter(text, before), subject, aside: before.aside && sameSubject(subject, before.subject) };
}

/** Beside a body of which something is told, 局 alone is nobody who is known. */
function subjectAfter(text: string, before: Subject): Subject {
  const last = lastSubject(text);
  return last === undefined || (last.kind === 'elsewhere' && (before.kind === 'named' || before.kind === 'others')) ? before : last;
}

/** What `text` deals with at its end. */
export function lastTopic(text: string): Topic | undefined {
  let last: RegExpMatchArray | undefined;
  for (const match of text.matchAll(TOPICS)) last = match;
  return last && TOPIC_IDS[last.findIndex((group, index) => index > 0 && group !== undefined) - 1];
}

/** The year named last in `text`, else the one `before`; 本年 is that of the report, whatever was named before it. */
function yearAfter(text: string, before: number | undefined): number | undefined {
  if (!text.includes('年')) return before;
  let year = before;
  for (const { 1: named } of text.replace(TITLES, '').matchAll(YEAR)) year = named === undefined ? undefined : Number(named);
  return year;
}

/** Whether `text`, the words of a sentence before a number, puts it in another time than a year. */
export function isAnotherTime(text: string): boolean {
  return ANOTHER_TIME.test(text.includes('《') ? text.replace(TITLES, '') : text);
}
