/** Laws and notices that a slice cites: titles in 《》 with the number behind them, and numbers that stand alone. */
import { type Span, span } from '../text/span';
import { placeOf, squeeze } from '../text/squeeze';
import type { SectionSyntax } from '../syntax/types';
import { remembered } from './remembered';

export interface DocumentNumber {
  /** `国办公开办函` of 国办公开办函〔2021〕30号; `令` of 国务院令第711号, which has no year. */
  readonly series: string;
  readonly year: number | undefined;
  readonly number: number;
  /** From the series to 号; of an order, its digits. */
  readonly span: Span;
}

export interface Citation {
  /** Between 《 and 》, folded, without blanks. */
  readonly title: string;
  /** With 《 and 》. */
  readonly span: Span;
  /** Where `title.slice(from, to)` stands in the slice. */
  place(from: number, to: number): Span;
  /** The words right before 《, from the last stop: whose document it is, where that is said there. */
  readonly issuer: string;
  readonly numbers: readonly DocumentNumber[];
}

export interface Citations {
  readonly titles: readonly Citation[];
  /** In the order of the text, those of the titles included. */
  readonly numbers: readonly DocumentNumber[];
}

/** Longer titles are not looked at, in raw UTF-16 units; nor do numbers stand further behind a title. */
const MAX_TITLE = 200;
const MAX_NUMBER = 60;
const ISSUER_REACH = 40;
const ISSUER_BEGINS = /[,。;、:》)]|根据|依据|按照|依照|遵照|落实|执行|贯彻|以及/;

/** What a slice cites. Computed once for a slice. */
export const citationsIn = remembered(({ text }: SectionSyntax): Citations => {
  const numbers = [...numbersIn(text)];
  return { titles: [...titlesIn(text, numbers)], numbers };
});

function* titlesIn(text: string, numbers: readonly DocumentNumber[]): Generator<Citation> {
  for (let at = text.indexOf('《'); at >= 0; at = text.indexOf('《', at + 1)) {
    const end = closing(text, at);
    if (end === undefined) continue;
    const words = squeeze(text, at + 1, end);
    yield {
      title: words.text,
      span: span(at, end + 1),
      place: (from, to) => placeOf(words, from, to),
      issuer: squeeze(text, at - ISSUER_REACH, at).text.split(ISSUER_BEGINS).at(-1)!,
      numbers: behind(text, end + 1, numbers),
    };
  }
}

/** Where the 》 of the 《 at `from` is. */
function closing(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + MAX_TITLE); at++) {
    if (text[at] === '《') depth++;
    else if (text[at] === '》' && --depth === 0) return at;
  }
  return undefined;
}

/** The numbers in the brackets that open at `from`. */
function behind(text: string, from: number, numbers: readonly DocumentNumber[]): DocumentNumber[] {
  const rest = /^\s{0,8}[(（][^()（）]{0,60}/.exec(text.slice(from, from + MAX_NUMBER));
  return rest ? numbers.filter(({ span: own }) => own.start >= from && own.start < from + rest[0].length) : [];
}

/** `国办公开办函〔2021〕30号`, `国务院令第711号` and `国务院第711号令`, to the end of what is read. */
const NUMBER = /(?:(国办公开办函|国办函)[〔[(【]?(20\d{2})[〕\])】]?第?(\d{1,3})|令第?(\d{3}))号$/;
const ORDER = /(\d{3})号$/;

/** Numbers are found by their last character, which no radical stands for. */
function* numbersIn(text: string): Generator<DocumentNumber> {
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    if (at === 0 || !/[\d０-９\s]/.test(text[at - 1]!)) continue;
    const words = squeeze(text, at - MAX_NUMBER, at + 1);
    const found = NUMBER.exec(words.text) ?? (text[at + 1] === '令' ? ORDER.exec(words.text) : null);
    if (!found) continue;
    const [all, series, year] = found;
    const digits = found[3] ?? found[4] ?? found[1]!;
    const isOrder = year === undefined;
    const from = isOrder ? found.index + all.lastIndexOf(digits) : found.index;
    yield {
      series: isOrder ? '令' : series!,
      year: isOrder ? undefined : Number(year),
      number: Number(digits),
      span: placeOf(words, from, isOrder ? from + digits.length : words.text.length),
    };
  }
}
