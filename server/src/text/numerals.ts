/** Chinese numerals as counts are written: 三十五, 一百零二, 两, 〇. What is not written by the rules (三五, 百十来) is no number. */

/** The characters of numerals, for a character class. */
export const NUMERALS = '〇零○一二两三四五六七八九十百千万';

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIAD = 10_000;

/** The value of a numeral in folded text, below 一亿; undefined for anything else. */
export function readNumeral(text: string): number | undefined {
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二');
  const [before, after, ...more] = plain.split('万');
  if (plain === '' || more.length > 0) return undefined;
  const value = after === undefined ? partValue(before!) : partValue(before!) * MYRIAD + partValue(after);
  return writeNumeral(value) === plain ? value : undefined;
}

/** Below 万, read generously: what was written otherwise than `writeNumeral` writes it is found by comparing. */
function partValue(part: string): number {
  let sum = 0;
  let digit = 0;
  for (const char of part) {
    const unit = UNITS[char];
    if (unit === undefined) digit = DIGITS.indexOf(char);
    else {
      sum += Math.max(digit, 1) * unit;
      digit = 0;
    }
  }
  return sum + Math.max(digit, 0);
}

/** 零, 十二, 一百零二 for a non-negative integer below 一亿. */
export function writeNumeral(value: number): string {
  if (value === 0) return DIGITS[0]!;
  const rest = value % MYRIAD;
  const myriads = value >= MYRIAD ? `${writePart(Math.floor(value / MYRIAD))}万` : '';
  const gap = myriads !== '' && rest > 0 && rest < 1000 ? '零' : '';
  return (myriads + gap + writePart(rest)).replace(/^一十/, '十');
}

function writePart(value: number): string {
  let written = '';
  let gap = false;
  for (const [char, unit] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit > 0) written += (gap ? '零' : '') + DIGITS[digit]! + char;
    gap = digit === 0 && written !== '';
  }
  return written;
}
