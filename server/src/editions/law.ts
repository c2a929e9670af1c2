/** The regulation behind the rows; named in hovers and in the rules' docs. */
import type { LawRef } from './types';

export const REGULATION = '中华人民共和国政府信息公开条例';

/** An article of the 政府信息公开条例 (国令第711号, in force since 2019-05-15). */
export function article(number: string): LawRef {
  const [digits] = /^[\d、]+/.exec(number)!;
  return { title: REGULATION, article: `第${digits}条${number.slice(digits.length)}` };
}

export const FORM_2021: LawRef = { title: '中华人民共和国政府信息公开工作年度报告格式', article: '国办公开办函〔2021〕30号' };
export const FORM_2019: LawRef = { title: '政府信息公开工作年度报告格式（试行）', article: '国办公开办函〔2019〕60号' };
