import { article, FORM_2021 } from '../../editions/law';
import { ARITHMETIC_MESSAGES, arithmeticFindings } from '../arithmetic';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';

export const tableBalance: TableRule = {
  id: 'table/balance',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: ARITHMETIC_MESSAGES,
  docs: {
    title: { zh: '表三：第一项加第二项不等于第三项加第四项', en: 'Table 三: 一 + 二 does not equal （七）+ 四' },
    what: {
      zh: '逐列核对表三左上角印明的勾稽关系：“一、本年新收”加“二、上年结转”，应等于“（七）总计”加“四、结转下年度继续办理”。若能确定是哪一个数错了，只指出那一个数；否则给出两边的和。空白按 0 计，读不准的行不参与核对。',
      en: 'Checks, column by column, the relation printed in the corner of table 三: “一、本年新收” plus “二、上年结转” equals “（七）总计” plus “四、结转下年度继续办理”. Where one number must be the wrong one, only that number is reported; otherwise both sums are told. A blank counts as 0; rows that can’t be read take no part.',
    },
    why: {
      zh: '勾稽关系是表式自带的校验，上级汇总时首先核对；不平即说明至少有一个数填错。',
      en: 'The relation is the form’s own check and the first thing verified when reports are compiled; if it fails, at least one number is wrong.',
    },
    ignore: { zh: '印在表上的关系，不应忽略；确有特殊口径的，应在正文或备注中说明。', en: 'Not to be left: the relation is printed on the form. Where something was counted differently, say so in the text.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('requests', {
          received: '⟦17⟧ | 5 | 0 | 0 | 0 | 0 | 22',
          carriedIn: '2 | 1 | 0 | 0 | 0 | 0 | 3',
          processedTotal: '20 | 5 | 0 | 0 | 0 | 0 | 25',
          carriedOut: '1 | 1 | 0 | 0 | 0 | 0 | 2',
        }),
        good: someRows('requests', {
          received: '19 | 5 | 0 | 0 | 0 | 0 | 24',
          carriedIn: '2 | 1 | 0 | 0 | 0 | 0 | 3',
          processedTotal: '20 | 5 | 0 | 0 | 0 | 0 | 25',
          carriedOut: '1 | 1 | 0 | 0 | 0 | 0 | 2',
        }),
      },
      {
        bad: someRows('requests', {
          received: '⟦17⟧ | 5 | 0 | 0 | 0 | 0 | 24',
          carriedIn: '2 | 1 | 0 | 0 | 0 | 0 | 3',
          processedTotal: '20 | 5 | 0 | 0 | 0 | 0 | 25',
          carriedOut: '1 | 1 | 0 | 0 | 0 | 0 | 2',
        }),
        good: someRows('requests', {
          received: '19 | 5 | 0 | 0 | 0 | 0 | 24',
          carriedIn: '2 | 1 | 0 | 0 | 0 | 0 | 3',
          processedTotal: '20 | 5 | 0 | 0 | 0 | 0 | 25',
          carriedOut: '1 | 1 | 0 | 0 | 0 | 0 | 2',
        }),
        fix: 'suggested',
      },
    ],
  },
  check: (table) => arithmeticFindings(table, 'balance'),
};
