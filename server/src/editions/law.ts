/** The regulation behind the rows; named in hovers and in the rules' docs. */
import { writeNumeral } from '../text/numerals';
import type { LawRef } from './types';

export const REGULATION = '中华人民共和国政府信息公开条例';

/** `《中华人民共和国政府信息公开条例》第五十条`; the number of a notice stands in brackets. */
export function citedAs({ title, article = '' }: LawRef): string {
  return `《${title}》${article === '' || article.startsWith('第') ? article : `（${article}）`}`;
}

/** `第五十条`, as laws and those who cite them write it. */
export const articleName = (number: number): string => `第${writeNumeral(number)}条`;

/** Articles of the 政府信息公开条例 (国令第711号, in force since 2019-05-15): `50（四）` is 第五十条第（四）项, `15、32` is 第十五条、第三十二条. */
export function article(numbers: string): LawRef {
  const [digits] = /^[\d、]+/.exec(numbers)!;
  const articles = digits.split('、').map(Number);
  return { title: REGULATION, article: articles.map(articleName).join('、') + partOf(numbers.slice(digits.length)), articles };
}

/** `（一）（二）` is 第（一）、（二）项; a paragraph, 第二款, is written as it is cited. */
const partOf = (part: string): string => (part.startsWith('（') ? `第${part.replaceAll('）（', '）、（')}项` : part);

export const FORM_2021: LawRef = { title: '中华人民共和国政府信息公开工作年度报告格式', article: '国办公开办函〔2021〕30号' };
export const FORM_2019: LawRef = { title: '政府信息公开工作年度报告格式（试行）', article: '国办公开办函〔2019〕60号' };
