/**
 * What was finished of some requests only, by the number that stands before it: `新收25件、办结23件，上年结转3件、办结3件`; `自然人
 * 申请17件，办结18件`; `新收17件，予以公开13件、不予公开4件；上年结转1件，予以公开`.
 */
import type { Meaning, ResultId, Told } from './types';

/** A number of requests with what it counts. */
export interface Counted {
  readonly meaning: Meaning;
  readonly value: number | undefined;
}

const OF_RECEIVED: Readonly<Partial<Record<Meaning, Meaning>>> = { processed: 'processedOfReceived', answered: 'answeredOfReceived' };

/**
 * What `told` of `value` requests means behind `last`, told before it in its sentence: of those that came in it may be a part,
 * as long as it is no more. Undefined where it is just what was carried in. `results` is what the sentence's results add up to.
 */
export function toldAfter(last: Counted | undefined, told: Told, value: number | undefined, results: number): Told | undefined {
  if (told.meaning.startsWith('results.')) return areOfReceived(last, results) ? { ...told, meaning: told.meaning.replace('results', 'resultsOfReceived') as `resultsOfReceived.${ResultId}` } : told;
  const meaning = OF_RECEIVED[told.meaning];
  if (!meaning || last?.value === undefined || value === undefined) return told;
  if (last.meaning === 'carriedIn' && value === last.value && value > 0) return undefined;
  return (last.meaning === 'received' || last.meaning === 'requests') && value <= last.value ? { ...told, meaning } : told;
}

/** Whether what is told was finished: where it is just as many as a part that was told before it, it is of that part. */
export function isFinished({ meaning }: Told): boolean {
  return meaning === 'processed' || meaning === 'answered';
}

/** Whether results are of the requests alone that came in: expressly of the new ones, or adding up to their number. */
function areOfReceived(last: Counted | undefined, results: number): boolean {
  return last?.meaning === 'received' || (last?.meaning === 'requests' && results === last.value);
}

const NATURAL_PERSONS = /公民|个人|自然人/;
const ORGANISATIONS = /法人|组织|企业/;

/** Whether `words` name one class of applicants: without those of 法人 and 其他组织, 公民提出的申请 are what one column of the table counts. */
export function isOfOneClass(words: string): boolean {
  return NATURAL_PERSONS.test(words) !== ORGANISATIONS.test(words);
}

/** `自然人申请17件`; a part that is only named, as in 其中自然人17件, has no numbers of its own behind it. */
const REQUESTS_OF_CLASS = /(?:自然人|公民|个人|法人|组织|企业)(?:提出|提交)?的?申请/;
const FINISHED = /(?:办结|答复)[^,，;；()\d]{0,4}\d/g;

/** Whether `phrase` counts the requests of a class whose own numbers follow: `sentence` has no whole before it, or finishes more than once. */
export function opensClass(phrase: string, sentence: string, hasWhole: boolean): boolean {
  return REQUESTS_OF_CLASS.test(phrase) && isOfOneClass(phrase) && (!hasWhole || (sentence.match(FINISHED) ?? []).length > 1);
}
