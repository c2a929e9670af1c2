import { article, FORM_2021 } from '../../editions/law';
import { allCells } from '../../model/binding/boundTable';
import type { BoundCell, BoundTable } from '../../model/types';
import type { QuantityNote } from '../../text/quantity';
import { plainNumber, tenThousandths } from '../../text/decimal';
import { withoutMarks } from '../../text/markdown';
import type { Text } from '../../text/span';
import { type Fix, type TableRule, withFixes } from '../rule';
import { writeCell } from '../tableEdits';
import { someRows } from '../tableExamples';
import { cellName, written } from '../tableWords';

export const tableUnitInCell: TableRule = {
  id: 'table/unit-in-cell',
  scope: 'table',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: { zh: '“{cell}”填“{text}”，单元格内只填数字，不带单位。', en: '“{cell}” holds “{text}”; write only the number, without a unit.' },
    yuan: { zh: '“{cell}”填“{text}”，该列单位为万元，应填 {number}。', en: '“{cell}” holds “{text}”; the column is in 万元, so the number is {number}.' },
    open: { zh: '“{cell}”填“{text}”，单元格内只填数字；这一列的表头没有写明单位，请把单位写在表头。', en: '“{cell}” holds “{text}”; write only the number. The header of this column names no unit: that is where it belongs.' },
    annotation: { zh: '“{cell}”填“{text}”，括注已略去，按 {number} 读入；说明请写在表外。', en: '“{cell}” holds “{text}”; read as {number}. Notes belong outside the table.' },
    'sign-word': { zh: '“{cell}”填“{text}”，增减用正负数表示：{number}。', en: '“{cell}” holds “{text}”; a change is written as a signed number: {number}.' },
    separator: { zh: '“{cell}”填“{text}”，数字不加千位分隔符：{number}。', en: '“{cell}” holds “{text}”; written without separators: {number}.' },
    numeral: { zh: '“{cell}”填“{text}”，应填阿拉伯数字 {number}。', en: '“{cell}” holds “{text}”; written in digits: {number}.' },
  },
  docs: {
    title: { zh: '单元格中除数字外还有单位、括注等', en: 'More than a number in a cell' },
    what: {
      zh: '数能读出，但单元格中还有单位（251000元）、括注（22（其中修订16件））、增减字样（减3）、千位分隔符（1,234）或汉字零（〇）。提供的修复只留数字；万元列中以元填写的，换算为万元。',
      en: 'The number can be read, but the cell also holds a unit (251000元), a note (22（其中修订16件）), a word for the sign (减3), separators (1,234) or a Chinese zero (〇). The fix leaves the number; 元 in a column of 万元 is converted.',
    },
    why: {
      zh: '表头已规定单位；单元格中的文字妨碍汇总，元与万元混用会差一万倍。',
      en: 'The header gives the unit; words in cells hinder compiling, and 元 for 万元 is wrong by a factor of ten thousand.',
    },
    ignore: { zh: '表头没有写明单位、又不能改动表头时可以忽略。', en: 'Leave it where the header names no unit and can’t be changed.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: '二、主动公开政府信息情况\n\n信息内容 | 本年收费金额（单位：万元） |\n行政事业性收费 | ⟦251000元⟧ |\n',
        good: '二、主动公开政府信息情况\n\n信息内容 | 本年收费金额（单位：万元） |\n行政事业性收费 | 25.1 |\n',
        fix: 'suggested',
      },
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '⟦22（其中修订 16 件）⟧ | 1 | 60' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '22 | 1 | 60' }),
        fix: 'suggested',
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    for (const cell of allCells(table)) {
      const note = noteOf(cell, table);
      if (!note) continue;
      const { message, number } = note;
      yield withFixes({ span: cell.syntax.span, message, args: { cell: cellName(cell), text: written(table, cell), number } }, () => (message === 'open' ? [] : fixOf(table, cell, number, FIX_TITLES[message](number))));
    }
  },
};

/** What is beside the number, and the number as it should stand. A negative count is the mistake that matters there. */
function noteOf({ syntax, column, value }: BoundCell, table: BoundTable): { readonly message: QuantityNote | 'default' | 'yuan' | 'open'; readonly number: string } | undefined {
  const { quantity, text } = syntax;
  if (quantity.kind !== 'number' || quantity.note === undefined || value === null) return undefined;
  if (value < 0 && column.quantity !== 'change') return undefined;
  const number = quantity.note === 'sign-word' ? String(value) : quantity.note === 'numeral' ? '0' : plainNumber(text);
  if (quantity.note !== 'unit') return { message: quantity.note, number };
  if (column.unit === '万元' && !namesUnit(table)) return { message: 'open', number };
  const inYuan = column.unit === '万元' && /\d\s?元$/.test(withoutMarks(text));
  return inYuan ? { message: 'yuan', number: tenThousandths(number) } : { message: 'default', number };
}

/** The form leaves the unit of some amounts open; only a header that names 万元 is contradicted by 元 in a cell. */
function namesUnit({ section }: BoundTable): boolean {
  return /单位\s*[:：]\s*万元|\(\s*万元|（\s*万元/.test(section.text);
}

const changed = (number: string): Text => ({ zh: `改为 ${number}`, en: `Change to ${number}` });
const alone = (number: string): Text => ({ zh: `只留数字：${number}`, en: `Leave only the number: ${number}` });

/** What is done to the number, if anything. */
const FIX_TITLES: Readonly<Record<QuantityNote | 'default' | 'yuan', (number: string) => Text>> = {
  default: alone,
  unit: alone,
  annotation: alone,
  yuan: (number) => ({ zh: `换算为万元：${number}`, en: `Convert to 万元: ${number}` }),
  'sign-word': changed,
  separator: changed,
  numeral: changed,
};

function fixOf(table: BoundTable, cell: BoundCell, number: string, title: Text): Fix[] {
  const edit = writeCell(table, cell, number);
  return edit ? [{ title, safety: 'suggested', preferred: true, edits: [edit] }] : [];
}
