/** Numbers of reconsiderations and litigations, and their results. */
import type { Phrase } from './phrases';
import type { Scene } from './scene';
import { namesBody, OTHERS, readSubject, type Subject } from './subject';
import type { RemedyId, RemedyResult, Told } from './types';
import { CAUSE, madeOf, sinceLast, TALLY } from './words';

const REMEDY_IDS: readonly RemedyId[] = ['remedies', 'directLitigation', 'litigationAfterReconsideration', 'reconsideration', 'litigation'];
const RECONSIDERATION = '(?:行政)?复议';
const LITIGATION = '(?:提起)?(?:行政)?诉讼';
const REMEDY = new RegExp(
  [
    `(?<remedies>${RECONSIDERATION}(?:案件)?(?:、|和|及|与|或者?)被?${LITIGATION})`,
    `(?<directLitigation>未经${RECONSIDERATION}直接(?:${LITIGATION}|起诉))`,
    `(?<litigationAfterReconsideration>${RECONSIDERATION}后(?:${LITIGATION}|起诉))`,
    `(?<reconsideration>${RECONSIDERATION})`,
    `(?<litigation>${LITIGATION})`,
  ].join('|'),
  'g',
);
/** Cases that an agency decides as the authority, or any it has to answer in, are not those of its own disclosure. */
const AS_AUTHORITY = /受理|审理|办理|审结|办结|应诉|收到|新/;

export interface NamedRemedy {
  readonly id: RemedyId;
  readonly start: number;
  readonly end: number;
}

export function remediesIn(text: string): NamedRemedy[] {
  if (!text.includes('复议') && !text.includes('诉讼')) return [];
  return [...text.matchAll(REMEDY)].map(({ index, 0: word, groups }) => ({ id: REMEDY_IDS.find((id) => groups![id] !== undefined)!, start: index, end: index + word.length }));
}

/** `因政府信息公开被申请行政复议3件`, `行政诉讼案件共2件`, `1件涉及政府信息公开的行政复议`. */
export function readRemedy({ before, after, count }: Phrase, { disclosure }: Scene, sentence: string): Told | undefined {
  const inFront = remediesIn(before).at(-1);
  const words = inFront ? before : after;
  const remedy = inFront ?? remediesIn(after).at(-1);
  if (!remedy || !madeOf(words.slice(remedy.end), TALLY) || AS_AUTHORITY.test(before)) return undefined;
  if (isOfAllKinds(before + after, sentence.slice(count.after)) || CARRIED_CASES.test(sentence.slice(count.after, count.after + CARRIED_REACH))) return undefined;
  const cause = words.slice(0, remedy.start);
  const subject = inFront ? readSubject(cause, CAUSE) : madeOf(cause, CAUSE) ? readSubject(before, CAUSE) : undefined;
  return subject && (disclosure || /公开|信息/.test(cause)) ? { meaning: `${remedy.id}.total`, subject } : undefined;
}

/** `提起行政诉讼2件（含2023年结转1件）`: 表四 may have those of the year alone. */
const CARRIED_CASES = /^(?:案件)?[(,，](?:其中|含|包括)?[^,，;；)]{0,16}结转/;
const CARRIED_REACH = 32;

/** Behind a number of cases: that those about disclosure are some of them. */
const OF_ALL_KINDS = /(?:其中|\()(?:[^,，;；()]{0,12}公开[^,，;；()]{0,12}\d|[^,，;；()\d]{0,4}\d{1,5}[件起宗例][^,，;；()]{0,12}公开)|公开类[^,，;；]{0,8}\d|其[他它](?:类|原因|领域|方面)/;
/** `26件，均为行政处罚案件`, `18件、民事诉讼2件`; not where disclosure is named before. */
const OTHER_KINDS = /^(?:(?!公开|信息)[^;；]){0,24}?(?:处罚|许可|强制|工伤|举报|征收|征地|拆迁|登记|民事|赔偿)(?![^,，;；、]{0,8}公开)/;
const OTHER_CAUSE = /其[他它]/;

/** Suits that are no litigation about an administrative act. */
const OTHER_SUITS = /赔偿|民事|刑事|仲裁|公益诉讼/;

/** Whose cases a phrase counts that is not understood: those of others, or others than those of disclosure, or some that never came to be (避免行政复议6件); so does what follows. */
export function otherCasesIn({ before, after, count }: Phrase, sentence: string): Subject | undefined {
  if (!CASE_UNITS.has(count.unit) || RESULTS.some(([result]) => result.test(before))) return undefined;
  if (OTHER_SUITS.test(before)) return OTHERS;
  const [remedy] = remediesIn(before);
  if (!remedy) return undefined;
  const lead = before.slice(0, remedy.start);
  return isOtherCause(lead) || AS_AUTHORITY.test(before) || OTHER_CAUSE.test(before) || namesBody(lead) || isOfAllKinds(before + after, sentence.slice(count.after)) ? OTHERS : undefined;
}

/** `因处罚决定被提起`, `另有涉及房屋征收的`, `撤回信息公开`: words that are not understood, and may be those of other cases or of some only. */
const isOtherCause = (cause: string): boolean => readSubject(cause, CAUSE) === undefined;

/** `rest` is what follows the phrase `words`: that cases about disclosure are some of those it counts, or none. */
function isOfAllKinds(words: string, rest: string): boolean {
  return !/公开|信息/.test(words) && (OF_ALL_KINDS.test(rest) || OTHER_KINDS.test(rest));
}

const CASE_UNITS = new Set(['件', '起', '宗', '例', '份', '']);

const RESULTS: readonly (readonly [word: RegExp, id: RemedyResult])[] = [
  [/(?:结果)?维持/, 'upheld'],
  [/结果纠正|被?纠正/, 'corrected'],
  [/其他结果/, 'otherResult'],
  [/尚?未(?:审结|结案)/, 'pending'],
];
/** What others are told beside a result that the table counts with it: 驳回 is 结果维持, 撤销 and 责令履行 are 结果纠正. */
const COUNTED_WITH: Readonly<Partial<Record<RemedyResult, RegExp>>> = {
  upheld: /驳回/,
  corrected: /撤销|变更|确认违法|责令|履行/,
  otherResult: /终止|撤[回诉]|调解|和解|不予受理/,
  pending: /中止|在审|审理中|正在/,
};
/** `被复议机关纠正的行政处罚2件，维持18件`: what is upheld or corrected is no answer to a request. */
const OTHER_DECISION = /处罚|许可|强制|征收|裁决/;
const PASSIVE = /(?:被|予以|结果|的|已)/y;
/** What is upheld. */
const DECISION = /(?:原|(?:具体)?行政行为|答复|决定|告知书?)/y;

/**
 * The results of a sentence by their phrases: of the remedy named last before them. Behind two remedies in a row nobody can
 * tell which one a result is of.
 */
export function readRemedyResults(sentence: string, phrases: readonly Phrase[]): ReadonlyMap<Phrase, Told> {
  const found = new Map<Phrase, Told>();
  let current: RemedyId | undefined;
  let named = new Set<RemedyId>();
  let from = 0;
  for (const phrase of phrases) {
    const between = sentence.slice(from, phrase.count.start);
    from = phrase.count.start;
    const isOther = OTHER_DECISION.test(between) && !/公开|信息/.test(between);
    if (isOther || /[;；]/.test(between)) {
      current = undefined;
      named = new Set();
    }
    if (!isOther) for (const { id } of remediesIn(sinceLast(between, ';；'))) named.add(id);
    const result = readResult(phrase);
    if (!result) continue;
    if (named.size > 0) current = named.size === 1 ? [...named][0] : undefined;
    named = new Set();
    // Beside `驳回2件`, `维持4件` is not all that was upheld.
    const others = COUNTED_WITH[result.id];
    if (others && phrases.some((other) => other !== phrase && others.test(other.before + other.after))) continue;
    if (current && current !== 'remedies') found.set(phrase, { meaning: `${current}.${result.id}`, subject: result.subject });
  }
  return found;
}

/** `其中结果维持3件`, `3件维持原答复`. */
function readResult({ before, after }: Phrase): { readonly id: RemedyResult; readonly subject: Told['subject'] } | undefined {
  for (const [pattern, id] of RESULTS) {
    for (const [words, lead] of [[before, ''], [after, before]] as const) {
      const match = pattern.exec(words);
      if (!match || !madeOf(words.slice(match.index + match[0].length), TALLY, DECISION)) continue;
      const subject = readSubject(lead + words.slice(0, match.index), PASSIVE);
      if (subject) return { id, subject };
    }
  }
  return undefined;
}
