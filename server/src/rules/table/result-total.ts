import { article, FORM_2021 } from '../../editions/law';
import { ARITHMETIC_MESSAGES, arithmeticFindings } from '../arithmetic';
import type { TableRule } from '../rule';
import { wholeTable } from '../tableExamples';

const rest = {
  received: '12 | 3 | 0 | 0 | 0 | 0 | 15',
  granted: '8 | 2 | 0 | 0 | 0 | 0 | 10',
  'unavailable.notHeld': '4 | 1 | 0 | 0 | 0 | 0 | 5',
};

export const tableResultTotal: TableRule = {
  id: 'table/result-total',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: ARITHMETIC_MESSAGES,
  docs: {
    title: { zh: '表三：（七）总计不等于各办理结果之和', en: 'Table 三: （七）总计 is not the sum of the results' },
    what: {
      zh: '逐列核对“（七）总计”是否等于（一）至（六）各具体情形之和。（三）至（六）本身没有小计行。若能确定是哪一个数错了，只指出那一个数。表中缺行或有读不准的行时不核对。',
      en: 'Checks, column by column, that “（七）总计” is the sum of all rows of （一） to （六）; the groups （三） to （六） have no subtotal of their own. Where one number must be the wrong one, only that number is reported. Nothing is checked while a row is missing or can’t be read.',
    },
    why: {
      zh: '每件申请只计入一种办理结果，合计与明细不符，说明漏计、重计或笔误。',
      en: 'Every request counts under exactly one result; if the total and its rows differ, something was left out, counted twice or mistyped.',
    },
    ignore: { zh: '不应忽略；确有特殊口径的，应在正文或备注中说明。', en: 'Not to be left. Where something was counted differently, say so in the text.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: wholeTable('requests', { ...rest, processedTotal: '⟦11⟧ | 3 | 0 | 0 | 0 | 0 | 15' }),
        good: wholeTable('requests', { ...rest, processedTotal: '12 | 3 | 0 | 0 | 0 | 0 | 15' }),
        fix: 'suggested',
      },
    ],
  },
  check: (table) => arithmeticFindings(table, 'resultTotal'),
};
