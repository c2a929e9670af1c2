/** The words of the pages. */
import { inLocale, type Locale, type Text } from '../text/span';

const WORDS = {
  tableMissing: { zh: '没有读到这张表。', en: 'This table was not found.' },
  tableUnreadable: {
    zh: '这张表读不准：分不清哪个数属于哪一行、哪一列，因此没有画出，也没有核对。请从原表重新粘贴，保留单元格之间的制表符或竖线。',
    en: 'This table can’t be read: which number belongs to which row and column can’t be told, so it is neither drawn nor checked. Paste it again from the original, with tabs or bars between the cells.',
  },
  certain: { zh: '数错了', en: 'wrong number' },
  possible: { zh: '可能数错了', en: 'may be wrong' },
  sum: { zh: '与各数之和不符', en: 'not the sum' },
  noted: { zh: '有问题', en: 'has a problem' },
  blank: { zh: '空白', en: 'blank' },
  unread: { zh: '读不准', en: 'not readable' },

  untitled: { zh: '（没有标题）', en: '(no title)' },
  contents: { zh: '各部分的情况', en: 'The sections at a glance' },
  balance: { zh: '三张表', en: 'The tables' },
  missing: { zh: '缺失', en: 'missing' },
  fine: { zh: '没有发现问题', en: 'no problems found' },
  empty: { zh: '（没有文字）', en: '(no text)' },
  cut: { zh: '……以下文字较长，请看原文。', en: '… The rest is long; see the text itself.' },
  findings: { zh: '发现的问题', en: 'Problems found' },
  front: { zh: '报告开头', en: 'Before the first section' },
  notChecked: { zh: '这样的报告（2019 年以前的，或者学校的学年报告）没有全国统一格式，只显示文字，不作检查。', en: 'There is no national form for such a report (of before 2019, or of a school year): the text is shown, and nothing is checked.' },

  compared: { zh: '与上一年度对照', en: 'Beside last year' },
  figure: { zh: '项目', en: 'Figure' },
  now: { zh: '本年', en: 'this year' },
  before: { zh: '上年', en: 'last year' },
  change: { zh: '增减', en: 'change' },
  bars: { zh: '对比', en: 'bars' },
  unreliable: { zh: '读不准或者不平的数不作对照', en: 'not compared: can’t be read, or does not add up' },
} as const satisfies Readonly<Record<string, Text>>;

export type Word = keyof typeof WORDS;

export function words(word: Word, locale: Locale): string {
  return inLocale(WORDS[word], locale);
}
