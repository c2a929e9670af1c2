/** Whose number it is: the reporting agency's own, that of a whole division with its agencies, or another agency's. */
import { fold } from '../../text/fold';
import { agencyKey, divisionLevel } from '../report/agencyKey';
import { SCOPE } from './phrases';
import { ADVERB, madeOf, sinceLast, wordAt } from './words';

/**
 * `own`: 我局, 本机关; `all`: 全区, 各部门, with the kind of division where it is told; `named`: an agency or a division by
 * name; `elsewhere`: some other agency was spoken of last; `others`: a body that is not known, so that nothing is told of the
 * reporter.
 */
export type Subject =
  | { readonly kind: 'unsaid' | 'own' | 'elsewhere' | 'others' }
  | { readonly kind: 'all'; readonly division: string }
  | { readonly kind: 'named'; readonly name: string };

export const OTHERS: Subject = { kind: 'others' };
/** Those that are spoken of in their own sentence only. */
export const IN_PASSING: ReadonlySet<Subject['kind']> = new Set(['elsewhere', 'named', 'others']);

export function sameSubject(a: Subject, b: Subject): boolean {
  if (a.kind === 'all') return b.kind === 'all' && a.division === b.division;
  if (a.kind === 'named') return b.kind === 'named' && a.name === b.name;
  return a.kind === b.kind;
}

/**
 * Its groups: the agency's own; the kind of a division; all agencies; some other agency. A division that only says whose demands were met, or
 * where the agency stands (`按照全区政务公开要求`, `在全市考核中`), does nothing itself.
 */
const SUBJECT =
  /([我本](?:行政机关|部门|局|委|办|厅|院|部|处|所|站|队|会|署|行|校|中心|单位|机关|公司)|全[局委厅院校])|(?:(?<![占居])[全我本](省|市|县|区|州|盟|旗|镇|乡|街道)(?!(?:的)?(?:政务公开|(?:政府)?信息公开工作(?!方面|中|共)|统[一筹]|部署|要求|安排|大局|(?:中心|重点)工作|(?:年度|绩效)?考[核评]|评[比估]|排名|通报|率先|前列|领先|(?:业务)?培训|工作?会议))|(各级(?:行政机关|政府)?|各(?:行政机关|职能部门|有关部门|有关单位|部门|单位|镇街|乡镇|街道)|政府系统))(?:各级|各?(?:有关)?(?:部门|单位|乡镇|镇街|街道)|行政机关|政府机关|政府(?=[及和、])|系统|范围内|和|及|、)*|(局|委员会|办公[厅室]|街道|法院|支队|大队|公司)/;
const AGENCIES = 3;
const OTHER = 4;
const ANYWHERE = new RegExp(SUBJECT, 'g');
const HERE = new RegExp(SUBJECT, 'y');
const NAME_END = /(?:局|委|委员会|厅|办|办公[厅室]|署|院|处|所|站|队|会|校|社|部|室|镇|乡|街道|办事处|政府|中心|机关|公司|[省市县区州盟旗])$/;
/** `东湖街道通过政府网站`: only what came that way. */
const CHANNEL = /通过|网站|平台|渠道|窗口/;

/**
 * Who does what is told after `before`; words of the kinds `more` may stand there too. Undefined where it is not understood,
 * as in 通过政府网站.
 */
export function readSubject(before: string, ...more: readonly RegExp[]): Subject | undefined {
  let subject: Subject = { kind: 'unsaid' };
  let name = '';
  let nameEnd = 0;
  for (let at = 0; at < before.length; ) {
    const marked = markAt(before, at);
    const next = marked?.end ?? wordAt(before, at, [ADVERB, ...more]);
    if (marked) subject = marked.subject;
    if (next !== undefined) at = next;
    else {
      if (name !== '' && nameEnd < at) return undefined;
      name += before[at]!;
      nameEnd = ++at;
    }
  }
  if (name === '') return subject;
  return NAME_END.test(name) && !CHANNEL.test(name) ? { kind: 'named', name } : undefined;
}

function markAt(text: string, at: number): { readonly subject: Subject; readonly end: number } | undefined {
  HERE.lastIndex = at;
  const match = HERE.exec(text);
  return match && match[OTHER] === undefined ? { subject: isSomeOfThem(match) ? OTHERS : subjectOf(match), end: HERE.lastIndex } : undefined;
}

/** 各乡镇, or 各部门 without 各乡镇, do what is told alone: they are not the whole division. */
function isSomeOfThem({ 0: words, 2: division, [AGENCIES]: agencies }: RegExpMatchArray): boolean {
  return agencies !== undefined && division === undefined && !/级|单位|系统|机关/.test(words) && words.includes('部门') !== /镇|街道/.test(words);
}

/** A body, such as 市直部门, 厅属单位, 教育系统, 市政府本级: in the middle or at the end of the words that name it. */
const BODY =
  /(?<![我本全]|[我本]行政)(?:部门|单位|机关|机构|系统|本级|基层|[直下]属|政府(?!信息|网|门户)|(?<![布格])局|(?<!部)署|厅|委(?!托)|(?:[省市县区州盟旗镇乡]|街道)(?=$|[级直辖]))/;
const BODY_LAST = /(?:部门|单位|机关|机构|系统|本级|基层|政府|[局厅署委省市县区州盟旗镇乡]|街道)$/;

/** Whether `words` speak of a body, which need not be known, other than 我局. */
export function namesBody(words: string): boolean {
  return BODY.test(words);
}

/** What ends in such a word may be a heading that the sentence was glued to. */
const HEADING_LAST = /工作|方面|情况|事项|要求|规定|公开/g;

/**
 * Whether `lead`, which is not understood, still ends in somebody who is known, as in 在县委领导下我局 (but 市直各单位 are others
 * than 各单位), or begins with a heading: 做好依申请公开工作2024年共.
 */
export function endsInKnown(lead: string): boolean {
  if ([...lead.matchAll(HEADING_LAST)].some((match) => !namesBody(lead.slice(0, match.index)) && madeOf(lead.slice(match.index + match[0].length), ADVERB))) return true;
  return [...lead.matchAll(ANYWHERE)].some((match) => match[OTHER] === undefined && match[AGENCIES] === undefined && madeOf(lead.slice(match.index + match[0].length), ADVERB));
}

const LABEL = /([^,，;；:()]{2,20}):$/;
/** `市直部门方面，共收到申请38件`, `从县区来看，`. */
const TOPIC_LABEL = /([^,，;；:()]{2,20}?)(?:方面|层面|来看|来说|而言|[看中])[,，]$/;
/** No label with its colon is longer. */
const LABEL_REACH = 24;

/**
 * Whose numbers stand at `start` of a sentence, behind a colon: `市政府本级：收到申请38件`, or behind words that only name a body;
 * undefined where no name is before it.
 */
export function subjectBefore(sentence: string, start: number): Subject | undefined {
  const border = sentence[start - 1];
  if (border !== ':' && border !== ',' && border !== '，') return undefined;
  const words = sentence.slice(Math.max(0, start - LABEL_REACH), start);
  const label = (border === ':' ? LABEL : TOPIC_LABEL).exec(words)?.[1];
  const isBody = label !== undefined && BODY_LAST.test(label);
  if (label === undefined || (border !== ':' && !isBody)) return undefined;
  return readSubject(label) ?? (isBody ? OTHERS : undefined);
}

/** `1、市政府本级`, `(2)县(市、区)`, `③乡镇`; behind a number with its point, as in 1.市政府本级, the name stands alone. */
const ITEM = /^(?:\(?\d{1,2}[)、]|[①-⑳])/;

/** Whose numbers stand in an item of a list that begins with `sentence`, where that only names a body; `isNumbered`: its number stands before it. */
export function subjectOfItem(sentence: string, isNumbered: boolean): Subject | undefined {
  const mark = ITEM.exec(sentence)?.[0].length ?? 0;
  if (mark === 0 && !isNumbered) return undefined;
  const label = sentence.slice(mark).replace(SCOPE, '');
  return label.length <= LABEL_REACH && BODY_LAST.test(label) ? (readSubject(label) ?? OTHERS) : undefined;
}

/** Whether `sentence` begins an item. */
export const opensItem = (sentence: string): boolean => ITEM.test(sentence);

/** Who is spoken of last in `text`. */
export function lastSubject(text: string): Subject | undefined {
  let last: RegExpMatchArray | undefined;
  for (const match of text.matchAll(ANYWHERE)) last = match;
  return last && subjectOf(last);
}

/** Behind such a word a body does nothing: `对全区政府网站`. */
const OBJECT_OF = /[在对向为从]$/;
/** No adverbs before a subject are longer. */
const ADVERBS_REACH = 40;

/** Of whom `text`, which tells no number, speaks at its end: the agency itself, or a division that begins a clause. In the middle of one (`开展全市业务培训`) it does nothing. */
export function actorOf(text: string): Subject | undefined {
  const opensClause = (index: number): boolean => {
    const lead = sinceLast(text.slice(Math.max(0, index - ADVERBS_REACH), index), ',，;；:、()');
    return !OBJECT_OF.test(lead) && madeOf(lead, ADVERB);
  };
  let last: RegExpMatchArray | undefined;
  for (const match of text.matchAll(ANYWHERE)) if (match[1] !== undefined || (match[2] !== undefined && opensClause(match.index))) last = match;
  return last && subjectOf(last);
}

function subjectOf({ 1: own, 2: division = '', [OTHER]: other }: RegExpMatchArray): Subject {
  if (own !== undefined) return { kind: 'own' };
  return other !== undefined ? { kind: 'elsewhere' } : { kind: 'all', division };
}

/** How a text speaks of the agency whose report it is: 我局, 我区; undefined where it does not. 本机关 stands in every form. */
export function voiceOf(text: string): Subject | undefined {
  const found = /(?:我|本(?!机关))(?:局|委|办|单位|机关|厅|院|中心|省|市|县|区|州|盟|旗|镇|乡|街道)/.exec(text);
  return found ? lastSubject(found[0]) : undefined;
}

/** Who reports. */
export interface Reporter {
  /** The agency under its key; only the kind of division where no more is known, as from 我区; empty where nothing is. */
  readonly key: string;
  /** Whether it is the government of a division, whose tables count its agencies; a town reports for itself either way. */
  readonly kind: 'agency' | 'town' | 'government' | 'unknown';
}

/** Who reports, by the report's title, else by the way its text speaks of itself. */
export function reporterOf(agency: string | undefined, voice: Subject | undefined): Reporter {
  if (agency === undefined) return voice?.kind === 'all' ? reporter(voice.division) : { key: '', kind: voice ? 'agency' : 'unknown' };
  const key = agencyKey(agency);
  if (key !== undefined) return reporter(key);
  return { key: '', kind: /政府$|管委会$|管理委员会$/.test(fold(agency)) ? 'unknown' : 'agency' };
}

function reporter(key: string): Reporter {
  const level = divisionLevel(key);
  return { key, kind: level === 0 ? 'agency' : level === 1 ? 'town' : 'government' };
}

/** Whether a number of `subject` is what the tables of a report by `reporter` count. */
export function isCounted(subject: Subject, { key, kind }: Reporter): boolean {
  switch (subject.kind) {
    case 'unsaid':
      return true;
    case 'own':
      return kind !== 'government';
    case 'elsewhere':
      return kind === 'agency' || kind === 'town';
    case 'others':
      return false;
    case 'all':
      return subject.division === '' ? kind === 'government' : (kind === 'government' || kind === 'town') && key.replace(/办事处$/, '').endsWith(subject.division);
    case 'named':
      return kind === 'government' ? key.endsWith(subject.name) : isShortFor(subject.name, key);
  }
}

/** Some have such a character in their names: 临州市水利局. */
const PLACE = /^(?:[^省市县区州盟旗]{1,8}[省市县区州盟旗]+)+/;

/** 区科工局 for 新乡市牧野区科技和工业信息化局, but not 市科工局: that is the agency above it. */
function isShortFor(name: string, key: string): boolean {
  const level = /^[省市县区州盟旗]/.exec(name)?.[0];
  if (level !== undefined && !PLACE.exec(key)?.[0].endsWith(level)) return false;
  let at = -1;
  return [...name].every((char) => (at = key.indexOf(char, at + 1)) >= 0);
}
