/** Laws and notices that reports cite, under their exact titles; names in common use that are no mistakes beside them. */
import { FORM_2021, REGULATION } from './law';

export interface KnownTitle {
  readonly title: string;
  /** Shorter names for the same, which are quoted as often. */
  readonly short: readonly string[];
  /** The document number: `series` as written before it, then year and number, or the number alone of an order. */
  readonly number?: { readonly series: string; readonly year?: number; readonly number: number };
}

/** A document number as it is written: `国办公开办函〔2021〕30号`, `国务院令第711号`. */
export function writtenNumber({ series, year, number }: NonNullable<KnownTitle['number']>): string {
  return year === undefined ? `国务院令第${number}号` : `${series}〔${year}〕${number}号`;
}

export const REGULATION_ORDER = 711;
/** The order of the regulation's first version, in force until 14 May 2019. */
export const EARLIER_REGULATION_ORDER = 492;
export const FORM_SERIES = '国办公开办函';
export const FORM_2021_NUMBER = { series: FORM_SERIES, year: 2021, number: 30 } as const;
export const FORM_2019_NUMBER = { series: FORM_SERIES, year: 2019, number: 60 } as const;
/** The notice that issued the trial form, without its issuer. */
export const NOTICE_2019 = '关于政府信息公开工作年度报告有关事项的通知';
/** Who issued the form. */
export const FORM_ISSUER = '国务院办公厅政府信息与政务公开办公室';
/** The notice that replaced it, as it is cited. */
export const NOTICE_2021 = `${FORM_ISSUER}关于印发〈${FORM_2021.title}〉的通知`;

/** Titles so unlike each other and every other law's that a near miss can only mean them. */
export const KNOWN_TITLES: readonly KnownTitle[] = [
  { title: REGULATION, short: ['政府信息公开条例', '信息公开条例'], number: { series: '令', number: REGULATION_ORDER } },
  { title: FORM_2021.title, short: ['政府信息公开工作年度报告格式'], number: FORM_2021_NUMBER },
  { title: '政府信息公开信息处理费管理办法', short: ['信息处理费管理办法'], number: { series: '国办函', year: 2020, number: 109 } },
  { title: '中华人民共和国行政复议法', short: ['行政复议法'] },
  { title: '中华人民共和国行政诉讼法', short: ['行政诉讼法'] },
  { title: '中华人民共和国行政许可法', short: ['行政许可法'] },
  { title: '中华人民共和国行政处罚法', short: ['行政处罚法'] },
  { title: '中华人民共和国行政强制法', short: ['行政强制法'] },
  { title: '中华人民共和国保守国家秘密法', short: ['保守国家秘密法'] },
  { title: '中华人民共和国个人信息保护法', short: ['个人信息保护法'] },
];
