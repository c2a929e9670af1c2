/** Joining text that was broken over lines. */

const WORD_END = /[\p{Script=Latin}\p{N}]$/u;
const WORD_START = /^[\p{Script=Latin}\p{N}]/u;

/** What stands between two pieces of one text: a space between words and between numbers, nothing in Chinese. */
export function seam(before: string, after: string): '' | ' ' {
  return WORD_END.test(before) && WORD_START.test(after) ? ' ' : '';
}
