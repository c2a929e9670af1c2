/**
 * The notice that issued the form, where the text names its issuer or its number with a slip that leaves no doubt what is meant.
 * Both are found by a character that no radical stands for.
 */
import { FORM_2019_NUMBER, FORM_2021_NUMBER, FORM_ISSUER } from '../../editions/titles';
import { editDistance } from '../../text/distance';
import { covering, type Span } from '../../text/span';
import { placeOf, squeeze } from '../../text/squeeze';

const BEFORE = '国务';
/** `院办公厅…与…办公室`: no other office of it is called so. */
const ISSUER = /^院办公厅\p{Script=Han}{1,8}?与\p{Script=Han}{1,10}?办公室/u;
const ISSUER_REACH = 40;
/** 政府信息 in place of 政务 are three characters. */
const MOST_WRONG = 3;

/** Where the office is named in other words. */
export function* misnamedIssuers(text: string): Generator<Span> {
  for (let at = text.indexOf('院'); at >= 0; at = text.indexOf('院', at + 1)) {
    const words = squeeze(text, at, at + ISSUER_REACH);
    const found = ISSUER.exec(words.text)?.[0];
    if (!found || BEFORE + found === FORM_ISSUER || editDistance(BEFORE + found, FORM_ISSUER, MOST_WRONG) > MOST_WRONG) continue;
    const before = squeeze(text, at - 8, at);
    if (before.text.endsWith(BEFORE)) yield covering([placeOf(before, before.text.length - BEFORE.length, before.text.length), placeOf(words, 0, found.length)]);
  }
}

export interface BrokenNumber {
  readonly span: Span;
  readonly meant: typeof FORM_2019_NUMBER | typeof FORM_2021_NUMBER;
}

const NUMBER = /国办公开([办函涵]{0,2})([〔[(【]?)(20\d{2})([〕\])】]?)第?(\d{2})号$/;
const NUMBER_REACH = 40;

/** Numbers of the form that lost a character or have 涵 for 函: 办函, or one of the brackets round the year. Where both brackets are gone, the text may have none. */
export function* brokenNumbers(text: string): Generator<BrokenNumber> {
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', at + 1)) {
    const words = squeeze(text, at - NUMBER_REACH, at + 1);
    const found = NUMBER.exec(words.text);
    if (!found) continue;
    const [, office, opening, year, closing, number] = found;
    const meant = [FORM_2019_NUMBER, FORM_2021_NUMBER].find((own) => own.year === Number(year) && own.number === Number(number));
    const isWhole = office === '办函' && (opening === '') === (closing === '');
    if (meant && !isWhole) yield { span: placeOf(words, found.index, words.text.length), meant };
  }
}
