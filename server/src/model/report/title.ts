/** What a title says: the agency and the fiscal year. */
import { fold, foldInScript } from '../../text/fold';
import { byText } from '../../text/recent';
import { isAgencyName } from './agencyNames';
import type { ReportModel } from '../types';

const CHINESE_DIGITS = '零一二三四五六七八九';

/** What a report is about, as its title says it. */
const SUBJECT = /(?:政府信息|信息|政务)公开/;

/** Four digits that stand as a year, in folded text: `2024年`, and `2024政府信息公开工作年度报告`, which lost its 年. */
export const YEAR_IN_DIGITS = new RegExp(`(?<!\\d)20\\d{2}(?=\\s*(?:年|${SUBJECT.source}))`);

/** The first year from 2000 to 2099 in `folded` that stands as one: `2024年`, `2024 年度`, `二〇二四年`. */
export function readYear(folded: string): number | undefined {
  const arabic = YEAR_IN_DIGITS.exec(folded);
  if (arabic) return Number(arabic[0]);
  const chinese = /二[〇○零O0]([〇○零O0一二三四五六七八九])([〇○零O0一二三四五六七八九])\s*年/.exec(folded);
  if (!chinese) return undefined;
  const digit = (char: string): number => Math.max(0, CHINESE_DIGITS.indexOf(char));
  return 2000 + digit(chinese[1]!) * 10 + digit(chinese[2]!);
}

/** The year in a title (folded): `…年度报告(2024)` has it in brackets. */
export function readTitleYear(title: string): number | undefined {
  const bracketed = /\((20\d{2})\)$/.exec(title)?.[1];
  return readYear(title) ?? (bracketed === undefined ? undefined : Number(bracketed));
}

/** A year, or a school's year: `2022-2023学年度`. */
const YEAR = /(?:(?:20\d{2}[-~—至])?20\d{2}学?|二[〇○零O0][〇○零O0一二三四五六七八九]{2})年?度?/;
const AROUND_AGENCY = /^(?:[关關][于於]|的|:)+|(?<![关關][于於]|的)(?:[关關][于於]|的)+$/g;

/** The agency in a title, in the title's script, without year and subject; undefined where the title names none. */
export function readAgency(title: string): string | undefined {
  return agencyIn(title) || undefined;
}

/** A single character is left of other words. */
const SHORTEST_NAME = 2;

/** A title is asked again after every edit of its report. */
const agencyIn = byText(256, 200, (title): string => {
  const shown = foldInScript(title).replace(/\s+/g, '');
  const folded = fold(shown);
  const subject = SUBJECT.exec(folded);
  // 云溪县人民政府信息公开: the government, and its information.
  const end = subject === null ? folded.length : subject.index + (/人民$/.test(folded.slice(0, subject.index)) && subject[0].startsWith('政府') ? '政府'.length : 0);
  const year = YEAR.exec(folded.slice(0, end));
  const named = year ? shown.slice(0, year.index) + shown.slice(year.index + year[0].length, end) : shown.slice(0, end);
  const agency = named.replace(AROUND_AGENCY, '');
  return agency.length >= SHORTEST_NAME ? agency : (nameBehind(shown) ?? '');
});

/** `2024年政府信息公开工作年度报告（云溪县水利局）`; what else is in brackets there, as 公开稿, is no name. */
function nameBehind(shown: string): string | undefined {
  const name = /[(（]([^()（）]{3,20})[)）]$/.exec(shown)?.[1];
  return name !== undefined && isAgencyName(name) ? name : undefined;
}

/** Whether a title names a school's year: `2022-2023学年度`. */
export function namesSchoolYear(title: string): boolean {
  return /20\d{2}\s*学年/.test(fold(title));
}

/**
 * Whether a report is a school's, of its school year: those have a regulation of their own (高等学校信息公开办法), and parts of their own. Some of
 * these are called as in the form, but none of those that tell of requests, reconsideration and litigation.
 */
export function isSchoolReport({ title, sections }: Pick<ReportModel, 'title' | 'sections'>): boolean {
  return title !== undefined && namesSchoolYear(title.text) && !sections.some(({ id }) => id === 'requests' || id === 'reviewAndLitigation');
}
