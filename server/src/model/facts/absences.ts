/** Zeros told in words: 没有收到政府信息公开申请, 未发生行政复议、行政诉讼, 无收取信息处理费情况. */
import { isOfOneClass } from './afterOthers';
import { SCOPE } from './phrases';
import { remediesIn } from './remedies';
import type { Scene } from './scene';
import { readSubject, type Subject } from './subject';
import type { DocumentId, Meaning } from './types';
import { CARRIED, CAUSE, FEE, FURTHER, ISSUED, LAST_YEAR, madeOf, NEXT_YEAR, OCCURRENCE, REQUEST, sinceLast } from './words';

/** A word of absence with the clause it stands in. */
export interface Denial {
  /** Offsets in the sentence, from the word of absence to the end of the clause. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly not: string;
  readonly what: string;
}

/** What is said not to be. */
export interface Absence {
  readonly meanings: readonly Meaning[];
  readonly subject: Subject;
}

const NOT = /没有|不存在|未|无/g;
/** To the end of the clause; nothing of one that goes on for longer. */
const CLAUSE = /[^,，;；:()]{0,80}(?![^,，;；:()])/y;
const BORDERS = ',，;；:()】';
const REACH = 60;

export function denialsIn(sentence: string): Denial[] {
  return [...sentence.matchAll(NOT)].map(({ index, 0: not }) => {
    CLAUSE.lastIndex = index + not.length;
    const what = CLAUSE.exec(sentence)?.[0] ?? '';
    const before = sentence.slice(Math.max(0, index - REACH), index).replace(SCOPE, '');
    return { start: index, end: index + not.length + what.length, before: sinceLast(before, BORDERS), not, what };
  });
}

export function readAbsence(denial: Denial, scene: Scene): Absence | undefined {
  const meanings = noRequests(denial) ?? noRemedies(denial, scene) ?? nothingCarried(denial, scene) ?? noDocuments(denial) ?? noFee(denial);
  const subject = meanings && readSubject(denial.before);
  return subject && { meanings, subject };
}

const RECEIVED = /^(?:收到|接到|接收到?|受理|发生|出现|产生)过?/;
const THERE_IS = /^(?:有|存在)?/;
/** A request as such; 依申请公开的政府信息 may be one that was disclosed. */
const A_REQUEST = /(?:申请|事项|件|情况|情形|来信|来函|依申请公开)$/;

/** None of organisations alone is not none at all. */
function noRequests({ not, what }: Denial): readonly Meaning[] | undefined {
  const received = RECEIVED.exec(what);
  const verb = received ?? (not === '未' ? null : THERE_IS.exec(what));
  const object = verb && what.slice(verb[0].length);
  return object?.includes('申请') && !isOfOneClass(object) && (received || A_REQUEST.test(object)) && madeOf(object, REQUEST, SUCH) ? ['requests'] : undefined;
}

const SUCH = /情[况形]|等/y;

const HAPPENED = /^(?:收到|发生|出现|产生|存在|有|引发|引起)?/;

function noRemedies({ what }: Denial, { disclosure }: Scene): readonly Meaning[] | undefined {
  const remedies = remediesIn(what);
  const rest = remedies.reduceRight((text, { start, end }) => `${text.slice(0, start)}、${text.slice(end)}`, what).replace(HAPPENED, '');
  if (remedies.length === 0 || !madeOf(rest, OCCURRENCE, CAUSE) || !(disclosure || /公开|信息/.test(rest))) return undefined;
  return remedies.flatMap(({ id }): Meaning[] => (id === 'remedies' ? ['reconsideration.total', 'litigation.total'] : [`${id}.total`]));
}

const CARRIED_OVER = new RegExp(`^(?:有|存在)?(?:(?<in>${LAST_YEAR}结转)|${CARRIED}${NEXT_YEAR}|${NEXT_YEAR}结转)`);

function nothingCarried({ what }: Denial, { topic }: Scene): readonly Meaning[] | undefined {
  const carried = CARRIED_OVER.exec(what);
  if (!carried || !madeOf(what.slice(carried[0].length), REQUEST, FURTHER, SUCH) || !(what.includes('申请') || topic === 'requests' || topic === undefined)) return undefined;
  return [carried.groups!['in'] === undefined ? 'carriedOut' : 'carriedIn'];
}

const DOCUMENT = new RegExp(`^${ISSUED}(?:行政|政府)?(?:(?<rules>规章)|规范性文件)(?:的?情[况形])?$`);

function noDocuments({ what }: Denial): readonly Meaning[] | undefined {
  const document = DOCUMENT.exec(what);
  const id: DocumentId = document?.groups!['rules'] === undefined ? 'normativeDocuments' : 'rules';
  return document ? [`${id}.issued`] : undefined;
}

const A_FEE = new RegExp(`^(?:产生|发生|收取过?|向申请人收取)?${FEE}`);

function noFee({ what }: Denial): readonly Meaning[] | undefined {
  const fee = A_FEE.exec(what);
  return fee && madeOf(what.slice(fee[0].length), OCCURRENCE) ? ['processingFee'] : undefined;
}
