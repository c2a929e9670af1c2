import { article, FORM_2021 } from '../../editions/law';
import { ARITHMETIC_MESSAGES, arithmeticFindings } from '../arithmetic';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';

export const tableRowTotal: TableRule = {
  id: 'table/row-total',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: ARITHMETIC_MESSAGES,
  docs: {
    title: { zh: '表三：总计不等于各类申请人之和', en: 'Table 三: 总计 is not the sum of the applicants' },
    what: {
      zh: '逐行核对“总计”列是否等于“自然人”与五类“法人或其他组织”之和。若结合其他勾稽关系能确定是哪一个数错了，只指出那一个数。',
      en: 'Checks, row by row, that “总计” is the sum of “自然人” and the five kinds of “法人或其他组织”. Where the other equations show which number is wrong, only that number is reported.',
    },
    why: {
      zh: '每件申请只属于一类申请人，横向合计不符说明有数漏填或填错列。',
      en: 'Every request has exactly one kind of applicant; a row that does not add up has a number missing or in the wrong column.',
    },
    ignore: { zh: '不应忽略；每件申请只计入一类申请人。', en: 'Not to be left: every request has one kind of applicant.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('requests', { granted: '8 | 3 | 1 | 0 | 0 | 0 | ⟦13⟧' }),
        good: someRows('requests', { granted: '8 | 3 | 1 | 0 | 0 | 0 | 12' }),
        fix: 'suggested',
      },
    ],
  },
  check: (table) => arithmeticFindings(table, 'rowTotal'),
};
