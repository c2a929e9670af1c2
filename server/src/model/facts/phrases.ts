/** The counts of a sentence with the words around them, up to the next border between phrases. */
import type { Count } from './counts';

export interface Phrase {
  readonly count: Count;
  /** Where the words before the number begin in the sentence. */
  readonly start: number;
  /** The words before the number, without the phrase before it; `其中，` without its comma. */
  readonly before: string;
  /** The words after the unit. */
  readonly after: string;
}

const BORDER = /[,，;；:()】]/;
const AFTER = /[^,，;；:、()]{0,40}/y;
/** Brackets that are part of a name, or tell what it takes in: 各县(市、区), 村(社区), 全国海关(含总署机关). */
export const SCOPE = /(?<=[^\d,，;；:、()])\((?:[省市州盟县区旗镇乡街道局院所站场、]{1,8}|(?![一二三四五六七八九十]{1,3}\)|以?下?简?称)[\p{Script=Han}、]{1,10}|不?含[^()\d]{1,16}|包[括含][^()\d]{1,16}|[^()\d]{1,16}除外)\)$/u;
/** No phrase that is understood is longer. */
const REACH = 60;
/** `其中，维持3件`: the word belongs to what follows. */
const OF_THESE = /其中[,，:]$/;

export function phrasesIn(sentence: string, counts: readonly Count[]): Phrase[] {
  let last = 0;
  return counts.map((count) => {
    const begin = startOf(sentence, count.start, last);
    const ofThese = OF_THESE.exec(sentence.slice(Math.max(last, begin - 3), begin))?.[0] ?? '';
    last = count.after;
    AFTER.lastIndex = last;
    return { count, start: begin - ofThese.length, before: (ofThese && '其中') + sentence.slice(begin, count.start), after: AFTER.exec(sentence)![0] };
  });
}

/** Nouns in a row before one number (行政复议、行政诉讼3件) are one phrase; `、` behind a number begins the next. */
function startOf(sentence: string, number: number, last: number): number {
  const limit = Math.max(last, number - REACH);
  let at = number;
  while (at > limit) {
    const char = sentence[at - 1]!;
    const scope = char === ')' ? SCOPE.exec(sentence.slice(limit, at))?.[0].length : undefined;
    if (scope !== undefined) {
      at -= scope;
      continue;
    }
    if (BORDER.test(char) && !(char === ':' && at === number)) break;
    if (char === '、' && (at - 1 === last || /[)%]/.test(sentence[at - 2] ?? ''))) break;
    at--;
  }
  return at;
}
