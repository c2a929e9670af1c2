import { article, FORM_2021 } from '../../editions/law';
import { ARITHMETIC_MESSAGES, arithmeticFindings } from '../arithmetic';
import type { TableRule } from '../rule';
import { wholeTable } from '../tableExamples';

export const tableRemedyTotal: TableRule = {
  id: 'table/remedy-total',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: ARITHMETIC_MESSAGES,
  docs: {
    title: { zh: '表四：总计不等于四种结果之和', en: 'Table 四: 总计 is not the sum of the four results' },
    what: {
      zh: '分别核对行政复议、未经复议直接起诉、复议后起诉三组数：“总计”应等于结果维持、结果纠正、其他结果、尚未审结之和。',
      en: 'Checks reconsideration, direct litigation and litigation after reconsideration, each by itself: “总计” is the sum of 结果维持, 结果纠正, 其他结果 and 尚未审结.',
    },
    why: {
      zh: '每件复议、诉讼只有一种结果，合计不符说明至少有一个数填错。',
      en: 'Every case has exactly one result; if the total differs, at least one number is wrong.',
    },
    ignore: { zh: '不应忽略；一案有几种结果的，按表式只计一种。', en: 'Not to be left: the form counts every case under one result.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: wholeTable('reviewAndLitigation', { reconsideration: '2 | 0 | 1 | 0 | ⟦4⟧', directLitigation: '1 | 0 | 0 | 0 | 1' }),
        good: wholeTable('reviewAndLitigation', { reconsideration: '2 | 0 | 1 | 0 | 3', directLitigation: '1 | 0 | 0 | 0 | 1' }),
        fix: 'suggested',
      },
    ],
  },
  check: (table) => arithmeticFindings(table, 'remedyTotal'),
};
