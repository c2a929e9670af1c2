/** Numbers of requests: received, carried over, finished, and how they were dealt with. */
import { lastMatch } from '../../text/lastMatch';
import { isOfOneClass } from './afterOthers';
import type { Phrase } from './phrases';
import type { Scene } from './scene';
import { endsInKnown, namesBody, OTHERS, readSubject, type Subject } from './subject';
import type { Meaning, ResultId, Told } from './types';
import { ADVERB, CARRIED, FURTHER, LAST_YEAR, madeOf, NEXT_YEAR, REMAINDER, REQUEST, TALLY, wordAt } from './words';

type Verb = 'received' | 'requests' | 'handled' | 'carriedIn' | 'processed' | 'answered' | 'carriedOut';

const OUT = `${CARRIED}(?:${NEXT_YEAR}|(?<to>20\\d\\d)年度?)`;
const IN = `(?:${LAST_YEAR}|(?<from>20\\d\\d)年度?)(?:结转|转结|转[至到入](?:今年|本年度?))(?:[至到](?:今年|本年度?))?|结转${LAST_YEAR}`;
const VERBS: readonly (readonly [verb: Verb, pattern: string])[] = [
  ['carriedOut', OUT],
  ['carriedIn', IN],
  ['received', '新(?:收到|接收到?|接到|受理|收)|新增(?=.*申请)'],
  ['handled', '(?:收到|受理|接收)(?:和|并|及)(?:办理|办结|答复|处理)|(?:办理|受理)(?:(?:和|并|及|、)(?:答复|回复|办结)|答复(?!办结)|回复)|承办|应办理?|办理(?!完)|处理(?!完)'],
  ['processed', '办理完[毕成]|处理完毕|答复办结|办结'],
  ['requests', '接收到|收到|接到|接收|收悉|受理|收'],
  ['answered', '(?<!公开)(?:答复|回复)'],
];
const VERB = new RegExp(VERBS.map(([verb, pattern]) => `(?<${verb}>${pattern})`).join('|'), 'g');
const CARRIED_OUT = new RegExp(`^(?:政府信息公开|信息公开)?(?:申请件?)?(?:将|已|需|均|按规定|依法)*${OUT}(?<rest>.*)$`);

/** What is told of those named before; of what is then received or handled, that is only a part. */
const OF_THESE: Readonly<Partial<Record<Verb, Meaning>>> = { received: 'received', carriedIn: 'carriedIn', carriedOut: 'carriedOut', processed: 'processedOfReceived', answered: 'answeredOfReceived' };

export function readRequests(phrase: Phrase, scene: Scene, sentence: string): Told | undefined {
  return countsOther(phrase, sentence) ? undefined : (readVerb(phrase, scene) ?? readCarriedOut(phrase, scene) ?? readBare(phrase));
}

/** `全年共收到政府信息公开申请35件`, `共收到35件申请`, `办结34件`, `结转下年度继续办理1件`. */
function readVerb({ before, after }: Phrase, scene: Scene): Told | undefined {
  for (const match of [...before.matchAll(VERB)].reverse()) {
    const verb = VERBS.find(([id]) => match.groups![id] !== undefined)![0];
    const rest = before.slice(match.index + match[0].length);
    // `新收申请办结23件` tells what was finished.
    if (!madeOf(rest, REQUEST, FURTHER) || (verb !== 'carriedOut' && FINISHED.test(rest))) continue;
    const lead = before.slice(0, match.index);
    const subject = verb === 'carriedIn' || verb === 'carriedOut' ? readSubject(lead, REMAINDER) : readSubject(lead);
    const meaning = lead.includes('其中') || ((verb === 'processed' || verb === 'answered') && SAME_YEAR.test(lead)) ? OF_THESE[verb] : verb;
    if (!subject || !meaning || !isOfRequests(verb, rest, after, scene)) continue;
    const { from, to } = match.groups!;
    return { meaning, subject, ...(from ? { year: Number(from) + 1 } : to ? { year: Number(to) - 1 } : {}) };
  }
  return undefined;
}

/** What is finished in the year that it came in leaves out what was carried in. */
const SAME_YEAR = /当年|年内/;
const FINISHED = /办结|答复|回复/;

/** Matters are more than the requests they are told of in; forms are more than the requests that were taken from them. */
const MATTERS = /^[个项]$/;
const FORM = /申请[表书]/;
const lastTaken = lastMatch(/(?:受理|实际|登记|合并|有效)[^,，;；\d]{0,8}\d|\d件[^,，;；]{0,4}受理/);
/** Of all that came in, what was no request of its own is not counted. */
const lastLeftOut = lastMatch(/(?:剔除|扣除|去除|除去|去重)[^,，;；\d]{0,16}\d|实际(?:新收|收到|受理|登记|有效)[^,，;；\d]{0,8}\d/);

/** `答复28个事项`; `收到26份申请表，实际受理25件`; `收到28件，剔除重复登记的3件`. */
function countsOther({ before, after, count }: Phrase, sentence: string): boolean {
  if (MATTERS.test(count.unit)) return /事项/.test(before + after);
  return lastLeftOut(sentence) >= count.after || (FORM.test(before + after) && lastTaken(sentence) >= count.after);
}

/**
 * Whose a number of requests is that is not understood, where it is told of others (`市直部门受理申请12件`), of some of the
 * requests only (`收到涉及征地的申请9件`) or of requests for something else (`受理法律援助申请12件`): what follows is theirs, too.
 */
export function othersIn({ before, after }: Phrase, { topic }: Scene): Subject | undefined {
  if (topic !== 'requests' && !(before + after).includes('申请')) return undefined;
  // 其他处理 and 不予处理 are results, whatever they stand among.
  if (RESULTS.some(([word]) => before.endsWith(word))) return undefined;
  const [match] = before.matchAll(VERB);
  const lead = match ? before.slice(0, match.index) : before.slice(0, Math.max(before.lastIndexOf('申请'), 0));
  const subject = readSubject(lead, REMAINDER);
  if (subject?.kind === 'named') return subject;
  const isUnknown = subject === undefined && !endsInKnown(lead);
  if (isUnknown && namesBody(lead)) return OTHERS;
  if (!match || !RECEIPT.test(match[0])) return undefined;
  const rest = before.slice(match.index + match[0].length);
  return isUnknown || (rest.includes('申请') && (isOfOneClass(rest) || (!madeOf(rest, REQUEST, FURTHER) && (namesBody(rest) || ON_A_MATTER.test(rest) || !/公开|信息/.test(rest))))) ? OTHERS : undefined;
}

const ON_A_MATTER = /涉及?(?!政府信息|信息公开)/;
/** What the whole of the requests is told with; beside other verbs words that are not known may be those of a deed: 逾期答复. */
const RECEIPT = /收|接|受理|承办|办理|处理/;

/** `处理群众来信80件`: what the public writes in about, unless it is said to be for disclosure. */
const LETTERS = /来[信函]|信件/;

/** Whether a verb with its object, which may be left out, speaks of requests for information. */
function isOfRequests(verb: Verb, rest: string, after: string, { topic, disclosure }: Scene): boolean {
  const isObject = madeOf(after, REQUEST);
  const object = isObject ? rest + after : rest;
  if (isOfOneClass(object)) return false;
  if (object.includes('申请')) return disclosure || /公开|信息|依/.test(object);
  if (LETTERS.test(object) && !object.includes('公开')) return false;
  // `办结20件提案` has an object of its own.
  if (verb === 'requests' || (!isObject && wordAt(after, 0, [ADVERB]) === undefined)) return false;
  return topic === 'requests' || (topic === undefined && /^carried/.test(verb));
}

/** `另有1件结转下年度继续办理`. */
function readCarriedOut({ before, after }: Phrase, scene: Scene): Told | undefined {
  const match = CARRIED_OUT.exec(after);
  const subject = match && madeOf(match.groups!['rest']!, REQUEST, FURTHER) ? readSubject(before, REMAINDER) : undefined;
  if (!subject || (scene.topic !== 'requests' && scene.topic !== undefined)) return undefined;
  const { to } = match!.groups!;
  return { meaning: 'carriedOut', subject, ...(to ? { year: Number(to) - 1 } : {}) };
}

const REQUESTS = /(?:政府)?信息公开的?申请|依申请公开(?:的?申请|件)/;

/** `共有政府信息公开申请35件`, without a verb. */
function readBare({ before }: Phrase): Told | undefined {
  const match = REQUESTS.exec(before);
  if (!match || !madeOf(before.slice(match.index), REQUEST) || /办理|其中/.test(before)) return undefined;
  const subject = readSubject(before.slice(0, match.index));
  return subject && { meaning: 'requests', subject };
}

const DEALT_WITH = /申请|收|受理|办结|办理|答复|处理/;
/** What is carried over, and the ways that requests came in, are told between the whole and its results. */
const ASIDE = /结转|转[至到入]|顺延|自然人|公民|个人|法人|组织|企业|机构|网[上络]|线[上下]|信函|邮|当面|现场|传真|平台/;

/** Whether a phrase counts the requests that results behind it are of: `在办结的26件中`, `征地类申请9件`. */
export function countsWhole({ before, after, count }: Phrase, { topic }: Scene): boolean {
  const words = before + after;
  return count.unit !== '' && DEALT_WITH.test(words) && ((topic ?? 'requests') === 'requests' || words.includes('申请')) && !ASIDE.test(words);
}

const RESULTS: readonly (readonly [word: string, id: ResultId])[] = [
  ['部分予以公开', 'partiallyGranted'],
  ['不予以公开', 'denied'],
  ['予以公开', 'granted'],
  ['部分公开', 'partiallyGranted'],
  ['不予公开', 'denied'],
  ['无法提供', 'unavailable'],
  ['不予处理', 'notProcessed'],
  ['其他处理', 'other'],
];
/** Single rows of 表三: beside them the name of a class may stand for what is left of it. */
const SINGLE_ROWS = /逾期|补正|重复申请|信访|大量反复|出版物|不掌握|不存在|另行制作|国家秘密|安全|第三方|内部事务|过程性|执法案卷|行政查询|撤回|撤销/;
/** Those that are one row each, and the same beside any other row: where both are told, 予以公开 does not take in 部分公开. */
const ROWS_OF_THEIR_OWN: readonly ResultId[] = ['granted', 'partiallyGranted'];
const FEWEST_CLASSES = 3;

/** The results of a sentence by their phrases. Single ones are used loosely; where several stand together, they are those of 表三. */
export function readResults(sentence: string, phrases: readonly Phrase[]): ReadonlyMap<Phrase, Told> {
  const found = new Map<Phrase, Told>();
  const named = new Set<ResultId>();
  const classes = new Set<ResultId>();
  for (const phrase of phrases) {
    const [word, id] = RESULTS.find(([label]) => phrase.before.includes(label)) ?? [];
    if (word === undefined || id === undefined) continue;
    named.add(id);
    const at = phrase.before.lastIndexOf(word);
    const subject = madeOf(phrase.before.slice(at + word.length), TALLY) ? readSubject(phrase.before.slice(0, at)) : undefined;
    if (!subject) continue;
    classes.add(id);
    found.set(phrase, { meaning: `results.${id}`, subject });
  }
  if (!SINGLE_ROWS.test(sentence)) return classes.size >= FEWEST_CLASSES ? found : new Map();
  if (named.size < FEWEST_CLASSES) return new Map();
  const own = [...found].filter(([{ before }, { meaning }]) => ROWS_OF_THEIR_OWN.some((id) => meaning === `results.${id}`) && !(meaning === 'results.partiallyGranted' && before.includes('其中')));
  return new Map(own.length === ROWS_OF_THEIR_OWN.length ? own : []);
}
