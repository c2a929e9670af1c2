import { article, FORM_2021 } from '../../editions/law';
import type { BoundCell, BoundTable } from '../../model/types';
import type { Finding, TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { cellName, listed, written } from '../tableWords';

/** So many cells with the same words are one mistake: what a program left in place of blanks (`nan`, `#N/A`). */
const FEWEST_ALIKE = 4;
const MAX_NAMES = 4;
const MAX_RELATED = 10;

export const tableNotANumber: TableRule = {
  id: 'table/not-a-number',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: { zh: '“{cell}”填的是“{text}”，应填数字。', en: '“{cell}” holds “{text}” where the form asks for a number.' },
    alike: {
      zh: '{table}有 {count} 个单元格填的是“{text}”，应填数字：{cells}。',
      en: '{count} cells of {table} hold “{text}” where the form asks for a number: {cells}.',
    },
    fraction: { zh: '“{cell}”填 {text}，件数应为整数。', en: '“{cell}” is {text}; a count is a whole number.' },
  },
  docs: {
    title: { zh: '单元格中不是数字', en: 'Not a number' },
    what: {
      zh: '统计表的数据单元格中是文字，或件数带有小数；多个单元格是同样的文字时只报告一次。含有这样单元格的勾稽关系不核对。以万元计的金额可以有小数。',
      en: 'A data cell holds words, or a count has a fraction; several cells with the same words are told once. Equations with such a cell are not checked. Amounts in 万元 may have decimals.',
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
    const alike = new Map<string, BoundCell[]>();
    for (const cell of table.rows.flatMap(({ cells }) => cells)) {
      const { syntax, value, column } = cell;
      if (syntax.quantity.kind === 'text') alike.set(syntax.text, [...(alike.get(syntax.text) ?? []), cell]);
      else if (value !== null && column.quantity !== 'amount' && !Number.isInteger(value)) yield { ...findingOf(table, cell), message: 'fraction' };
    }
    for (const cells of alike.values()) {
      if (cells.length < FEWEST_ALIKE) for (const cell of cells) yield findingOf(table, cell);
      else yield ofAlike(table, cells);
    }
  },
};

function findingOf(table: BoundTable, cell: BoundCell): Finding {
  return { span: cell.syntax.span, args: { cell: cellName(cell), text: written(table, cell) } };
}

function ofAlike(table: BoundTable, cells: readonly BoundCell[]): Finding {
  const [first, ...others] = cells as readonly [BoundCell, ...BoundCell[]];
  return {
    span: first.syntax.span,
    message: 'alike',
    args: { table: table.spec.name, count: cells.length, text: written(table, first), cells: listed(cells.map(cellName), MAX_NAMES) },
    related: others.slice(0, MAX_RELATED).map((cell) => ({ span: cell.syntax.span, message: { zh: cellName(cell), en: cellName(cell) } })),
    repeats: others.map((cell) => ({ span: cell.syntax.span, message: { zh: cellName(cell), en: cellName(cell) } })),
  };
}
