/** Shares of a whole that is told before them, without a word such as 其中: `答复805件。予以公开258件，占32.05%；不予公开35件，占4.35%；…`. */
import type { Count } from './counts';
import type { Sentence } from './sentences';
import type { Part, PartList } from './types';

const SHARE = /^[,，]?占比?(?:例)?为?(\d{1,3}(?:\.\d{1,2})?)%/;
/** The longest that is looked at behind a number. */
const SHARE_REACH = 24;
/** Fewer shares don't show what they are of. */
const FEWEST = 3;
/** How many counts before the shares may be their whole. */
const WHOLES = 8;

/** A share behind a number. Offsets are those of the text. */
export interface Share {
  readonly start: number;
  readonly end: number;
  /** As written, in percent: `34.8`. */
  readonly text: string;
}

/** The share that is told behind `count` of `text`. */
export function shareBehind(text: string, count: Count): Share | undefined {
  const match = SHARE.exec(text.slice(count.after, count.after + SHARE_REACH));
  if (!match) return undefined;
  const end = count.after + match[0].length - 1;
  return { start: end - match[1]!.length, end, text: match[1]! };
}

/** Rounded up, down or to the nearest, a share is less than one of its last place away. */
export function fitsShare(value: number, whole: number, share: string): boolean {
  return Math.abs((value / whole) * 100 - Number(share)) < 10 ** -(share.split('.')[1]?.length ?? 0);
}

/** A sentence with its counts. */
export interface Numbers {
  readonly sentence: Sentence;
  readonly counts: readonly Count[];
}

/** The shares of a sentence as a list, if all but one are those of one number told before them: there, or in the sentence `before`. */
export function sharesOf({ sentence, counts }: Numbers, before: Numbers | undefined): PartList | undefined {
  if (!sentence.text.includes('%')) return undefined;
  const parts = counts.flatMap((count) => {
    const share = shareBehind(sentence.text, count);
    return share && count.value !== undefined ? [{ count, value: count.value, share }] : [];
  });
  const { unit } = parts[0]?.count ?? { unit: '' };
  if (parts.length < FEWEST || unit === '' || parts.some(({ count }) => count.unit !== unit)) return undefined;
  const own = counts.slice(0, counts.indexOf(parts[0]!.count)).map((count) => ({ count, place: sentence.place }));
  const earlier = before?.counts.map((count) => ({ count, place: before.sentence.place })) ?? [];
  const told = [...earlier, ...own].slice(-WHOLES).filter(({ count }) => count.unit === unit && count.value !== undefined);
  const total = told.findLast(({ count: { value } }) => parts.filter((part) => !fitsShare(part.value, value!, part.share.text)).length === 1);
  if (!total || told.some(({ count: { value } }) => parts.every((part) => fitsShare(part.value, value!, part.share.text)))) return undefined;
  return {
    total: { value: total.count.value!, span: total.place(total.count.start, total.count.end) },
    unit,
    parts: parts.map(({ count, value, share }): Part => ({ value, span: sentence.place(count.start, count.end), share: { text: share.text, span: sentence.place(share.start, share.end) } })),
    complete: false,
    exclusive: false,
    before: [],
  };
}
