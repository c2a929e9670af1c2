import { article, FORM_2021 } from '../../editions/law';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { cellName, written } from '../tableWords';

export const tableNotANumber: TableRule = {
  id: 'table/not-a-number',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: { zh: '“{cell}”填的是“{text}”，应填数字。', en: '“{cell}” holds “{text}” where the form asks for a number.' },
    fraction: { zh: '“{cell}”填 {text}，件数应为整数。', en: '“{cell}” is {text}; a count is a whole number.' },
  },
  docs: {
    title: { zh: '单元格中不是数字', en: 'Not a number' },
    what: {
      zh: '统计表的数据单元格中是文字，或件数带有小数。含有这样单元格的勾稽关系不核对。以万元计的金额可以有小数。',
      en: 'A data cell holds words, or a count has a fraction. Equations with such a cell are not checked. Amounts in 万元 may have decimals.',
    },
    why: {
      zh: '文字不能汇总；没有发生的应填 0，需要说明的写在第六部分。',
      en: 'Words can’t be added up; where nothing happened the cell holds 0, and explanations belong in section 六.',
    },
    ignore: { zh: '没有可以忽略的情形：没有发生的填 0。', en: 'Never: where nothing happened the cell is 0.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | ⟦见附件⟧ | 6' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6' }),
      },
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | ⟦6.5⟧' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6' }),
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    for (const cell of table.rows.flatMap(({ cells }) => cells)) {
      const { syntax, value, column } = cell;
      const fraction = value !== null && column.quantity !== 'amount' && !Number.isInteger(value);
      if (syntax.quantity.kind !== 'text' && !fraction) continue;
      yield { span: syntax.span, ...(fraction ? { message: 'fraction' } : {}), args: { cell: cellName(cell), text: written(table, cell) } };
    }
  },
};
