/**
 * Digits that stand above or below the line, as characters of their own: the number of a note behind a number is no part of
 * it, and `m²` is no m2.
 */
const DIGITS = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' } as const;

export type Level = keyof typeof DIGITS;

/** `text` as a document's own name of the level says, where it is one. */
export const atLevel = (text: string, level: string | undefined): string => (level === 'superscript' || level === 'subscript' ? raised(text, level) : text);

export const raised = (text: string, level: Level): string => text.replace(/\d/g, (digit) => DIGITS[level][Number(digit)]!);

/** `text`, a whole paragraph, in plain digits where nothing in it stands on the line: then it is only small. */
export function settled(text: string): string {
  if (!/^[⁰¹²³⁴-⁹₀-₉\s]+$/.test(text)) return text;
  return text.replace(/\S/g, (digit) => String(Math.max(...Object.values(DIGITS).map((digits) => digits.indexOf(digit)))));
}
