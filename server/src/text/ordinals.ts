/** Chinese ordinals as headings and labels write them: 一 … 二十. */

const DIGITS = '零一二三四五六七八九十';

export const LAST_ORDINAL = 20;

/** 1–20 for 一 … 二十 (folded text), undefined for anything else. */
export function readOrdinal(text: string): number | undefined {
  if (text.length === 1) {
    const value = DIGITS.indexOf(text);
    return value > 0 ? value : undefined;
  }
  if (text === '二十') return LAST_ORDINAL;
  if (text.length === 2 && text[0] === '十') {
    const units = DIGITS.indexOf(text[1]!);
    return units > 0 && units < 10 ? 10 + units : undefined;
  }
  return undefined;
}

/** 一 … 二十 for 1–20. Throws a RangeError outside. */
export function writeOrdinal(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LAST_ORDINAL) throw new RangeError(`no ordinal for ${value}`);
  if (value <= 10) return DIGITS[value]!;
  return value === LAST_ORDINAL ? '二十' : `十${DIGITS[value - 10]!}`;
}
