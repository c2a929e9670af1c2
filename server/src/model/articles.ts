/**
 * Articles of the 政府信息公开条例 that a slice refers to. Only where it is said of which law they are: behind its title, and in
 * what is listed on from there. `第二十条` alone may be any law's.
 */
import { REGULATION } from '../editions/law';
import type { SectionSyntax } from '../syntax/types';
import { fold } from '../text/fold';
import { NUMERALS, readNumeral } from '../text/numerals';
import { type Span, span } from '../text/span';
import { citationsIn } from './citations';
import { remembered } from './remembered';

export interface ArticleCited {
  readonly article: number;
  /** `第二十条第（一）项`, relative to the slice. */
  readonly span: Span;
}

const TITLES: ReadonlySet<string> = new Set([REGULATION, '政府信息公开条例', '信息公开条例', '条例']);

/** How far behind a title articles are looked for, in UTF-16 units. */
const REACH = 160;
/** What may stand between a title and its first article, in folded text: its number in brackets. */
const BEFORE = /^\s{0,4}(?:\([^()]{0,40}\)\s{0,4})?/;
const ARTICLE = new RegExp(`^第\\s?([${NUMERALS}]{1,5}|\\d{1,2})\\s?条(?:第[${NUMERALS}]{1,2}款)?(?:第?\\([${NUMERALS}]{1,3}\\)项?)?`);
/** What lists another article of the same law. */
const AND = /^\s{0,2}(?:[、,]|和|及|以及|与|至)\s{0,2}(?=第)/;

/** In the order of the text. Computed once for a slice. */
export const articlesIn = remembered((section: SectionSyntax): readonly ArticleCited[] => {
  const { text } = section;
  const found: ArticleCited[] = [];
  if (!text.includes('条')) return found;
  for (const { title, span: cited } of citationsIn(section).titles) {
    if (!TITLES.has(title)) continue;
    const behind = fold(text.slice(cited.end, cited.end + REACH));
    let at = BEFORE.exec(behind)![0].length;
    for (let own = ARTICLE.exec(behind.slice(at)); own; own = ARTICLE.exec(behind.slice(at))) {
      const article = /\d/.test(own[1]!) ? Number(own[1]) : readNumeral(own[1]!);
      if (article !== undefined) found.push({ article, span: span(cited.end + at, cited.end + at + own[0].length) });
      at += own[0].length;
      at += AND.exec(behind.slice(at))?.[0].length ?? 0;
    }
  }
  return found;
});
