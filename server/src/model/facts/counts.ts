/** Numbers with their unit in a sentence: `35 件`, `三十五件`, `1,234条`, `380元`. */
import { NUMERALS, readNumeral } from '../../text/numerals';

export interface Count {
  /** Offsets in the sentence of the number without its unit. */
  readonly start: number;
  readonly end: number;
  /** Where the unit ends. */
  readonly after: number;
  /** Undefined where it says only about how many, or can't be read. */
  readonly value: number | undefined;
  /** Empty of a zero without unit: `均为0`. */
  readonly unit: string;
  readonly writing: 'digits' | 'numerals';
}

/** Longer units first: 件次 is no 件. */
const UNITS = ['元', '人次', '件次', '条次', '件', '份', '宗', '起', '条', '例', '封', '个', '项', '部', '篇', '期', '场', '次', '家', '批', '张', '幅', '名', '人', '处', '类'];
const NUMBER = new RegExp(`(?:(\\d[\\d,]{0,14}(?:\\.\\d{1,8})?)([万亿])?|([${NUMERALS}]{1,12}))([余多几来])?(${UNITS.join('|')})|[0零](?=[,，;；、)]|$)`, 'g');
/** Inside a longer number; 第三件. */
const NOT_BEFORE = /[\d.第]$|\d,$/;
/** Words that end in 一, and those that begin in a unit: `统一部署`, `两部门`, `一部分`. */
const WORD_BEFORE = /[统同逐唯专单]$/;
const WORD_AFTER = /^部[署门分队]/;
/** `均为0`, `数量0`. */
const BEFORE_ZERO = /[为数量:]$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const ABOUT = /(?:约|近|超|过|逾|足|满|少于|多于|多达|高达)$/;
const ABOUT_AFTER = /^(?:以上|以下|左右|不等)/;

/** The counts of a sentence, in order. */
export function countsIn(sentence: string): Count[] {
  const counts: Count[] = [];
  for (const { index, 0: whole, 1: digits, 2: myriad, 3: numeral, 4: about, 5: unit } of sentence.matchAll(NUMBER)) {
    const before = sentence.slice(Math.max(0, index - 2), index);
    if (unit === undefined ? !BEFORE_ZERO.test(before) : NOT_BEFORE.test(before)) continue;
    const number = digits ?? numeral ?? whole;
    const after = index + whole.length;
    if (numeral !== undefined && ((numeral === '一' && WORD_BEFORE.test(before)) || WORD_AFTER.test(sentence.slice(after - 1, after + 1)))) continue;
    const exact = about === undefined && !ABOUT.test(before) && !ABOUT_AFTER.test(sentence.slice(after, after + 2));
    const writing = numeral === undefined && whole !== '零' ? 'digits' : 'numerals';
    const read = writing === 'digits' ? readDigits(number) : readNumeral(number);
    const value = exact ? (myriad === undefined ? read : inYuan(read, myriad, unit!)) : undefined;
    counts.push({ start: index, end: index + number.length, after, value, unit: unit ?? '', writing });
  }
  return counts;
}

function readDigits(digits: string): number | undefined {
  if (!digits.includes(',')) return Number(digits);
  return THOUSANDS.test(digits) ? Number(digits.replaceAll(',', '')) : undefined;
}

/** 万元 to the cent; `1.2万条` is rounded, whatever it says. */
function inYuan(value: number | undefined, myriad: string, unit: string): number | undefined {
  return value !== undefined && unit === '元' && myriad === '万' ? Math.round(value * 1_000_000) / 100 : undefined;
}
