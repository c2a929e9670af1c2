/** What a title says: the agency and the fiscal year. */
import { fold } from '../text/fold';

const CHINESE_DIGITS = '零一二三四五六七八九';

/** The first year from 2000 to 2099 in `folded` that stands as one: `2024年`, `2024 年度`, `二〇二四年`. */
export function readYear(folded: string): number | undefined {
  const arabic = /(?<!\d)(20\d{2})\s*年/.exec(folded);
  if (arabic) return Number(arabic[1]);
  const chinese = /二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])\s*年/.exec(folded);
  if (!chinese) return undefined;
  const digit = (char: string): number => Math.max(0, CHINESE_DIGITS.indexOf(char));
  return 2000 + digit(chinese[1]!) * 10 + digit(chinese[2]!);
}

/** The agency in a title, without year and subject; undefined where the title names none. */
export function readAgency(title: string): string | undefined {
  const folded = fold(title).replace(/\s+/g, '');
  const before = folded.replace(/(?:政府信息|信息|政务)公开.*$/, '');
  const agency = before
    .replace(/(?:20\d{2}|二[〇○零O0][〇○零O0一二三四五六七八九]{2})年?度?/, '')
    .replace(/^(?:关于|的|:)+|(?<!关于|的)(?:关于|的)+$/g, '');
  return agency.length >= 2 ? agency : undefined;
}

