/** Digits that stand above or below the line, beside larger letters and digits: the number of a note is no part of a number. */
import type { Word } from './pdfPages';
import { type Level, raised } from './raised';

/** Shares of the size of the larger word: how much smaller, how near, and how far from its line the digits are. */
const SMALLER = 0.85;
const NEAR = 0.15;
const OFF_LINE = [0.1, 0.8] as const;

const DIGITS = /^\d{1,3}$/;

/** `words` with such digits as characters of their own. */
export function withRaised(words: readonly Word[]): readonly Word[] {
  if (words.every(({ size }) => size === words[0]!.size)) return words;
  return words.map((word) => {
    const level = DIGITS.test(word.text) ? levelOf(word, words) : undefined;
    return level ? { ...word, text: raised(word.text, level) } : word;
  });
}

function levelOf({ left, right, base, size }: Word, words: readonly Word[]): Level | undefined {
  const [least, most] = OFF_LINE;
  for (const other of words) {
    if (size > other.size * SMALLER) continue;
    const near = other.size * NEAR;
    const isBeside = (Math.abs(other.right - left) <= near && /[\dA-Za-z]$/.test(other.text)) || (Math.abs(right - other.left) <= near && /^[\dA-Za-z]/.test(other.text));
    const off = Math.abs(other.base - base);
    if (isBeside && off >= other.size * least && off <= other.size * most) return base < other.base ? 'superscript' : 'subscript';
  }
  return undefined;
}
