import { article, FORM_2021 } from '../../editions/law';
import { allCells } from '../../model/binding/boundTable';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { cellName, written } from '../tableWords';

export const tableNegative: TableRule = {
  id: 'table/negative',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: { zh: '“{cell}”填 {text}，不能为负数。', en: '“{cell}” is {text}; it can’t be negative.' },
  },
  docs: {
    title: { zh: '不应为负的数', en: 'Negative number' },
    what: {
      zh: '件数或金额为负。2019 年版表二的“本年增/减”列可以为负，不报告。含有负数的勾稽关系不核对。',
      en: 'A count or an amount is negative. The column “本年增/减” of the 2019 edition may be and is not reported. Equations with a negative cell are not checked.',
    },
    why: {
      zh: '件数和收费金额不可能小于 0，多为笔误，或把破折号与数字连写。',
      en: 'Counts and fees can’t be below 0; most often a slip, or a dash run together with the number.',
    },
    ignore: { zh: '没有可以忽略的情形：件数和金额不会小于 0。', en: 'Never: counts and amounts can’t be below 0.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | ⟦-1⟧ | 6' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6' }),
      },
      {
        bad: someRows('proactiveDisclosure', { licensing: '2 | -8 | ⟦-4⟧', otherServices: '0 | 0 | 0' }, '2019'),
        good: someRows('proactiveDisclosure', { licensing: '2 | -8 | 4', otherServices: '0 | 0 | 0' }, '2019'),
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    for (const cell of allCells(table)) {
      if (cell.value === null || cell.value >= 0 || cell.column.quantity === 'change') continue;
      yield { span: cell.syntax.span, args: { cell: cellName(cell), text: written(table, cell) } };
    }
  },
};
