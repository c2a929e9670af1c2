import { article, FORM_2021 } from '../../editions/law';
import { type SmallPlace, smallPlace } from '../../model/report/agencyNames';
import { tenThousandths, plainNumber } from '../../text/decimal';
import { shift } from '../../text/span';
import type { ReportRule } from '../rule';
import { writeCell } from '../tableEdits';
import { wholeTable } from '../tableExamples';
import { cellName, written } from '../tableWords';

const title = (agency: string): string => `${agency}2024年政府信息公开工作年度报告\n\n`;

export const tableFeeMagnitude: ReportRule = {
  id: 'table/fee-magnitude',
  scope: 'report',
  severity: 'hint',
  since: '1.0.0',
  messages: {
    default: { zh: '“{cell}”填 {text} 万元，数额明显偏大，请核对；如果是以元填写的，应填 {number}。', en: '“{cell}” is {text} 万元, which is implausibly much: please check. If it was entered in 元, it is {number}.' },
  },
  docs: {
    title: { zh: '收费金额像是以元填写的', en: 'Fees that look like 元' },
    what: {
      zh: '表二“本年收费金额”的单位是万元。乡镇、街道填 1 千万元以上，县、市辖区及其部门填 20 亿元以上，其他机关填 500 亿元以上时提示。单元格里写了“元”的由另一条规则报告。',
      en: 'Fees in table 二 are in 万元. Hinted at from 10 million 元 for townships and streets, 2 billion for counties, districts and their departments, and 50 billion for any other. A cell that says 元 is another rule’s.',
    },
    why: { zh: '把元当作万元填写，差一万倍，汇总后全部失真。', en: '元 entered as 万元 are wrong by a factor of ten thousand and spoil every total they go into.' },
    ignore: { zh: '金额属实时可以忽略。', en: 'Leave it where the amount is right.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: `${title('云溪县青山镇人民政府')}${wholeTable('proactiveDisclosure', { fees: '⟦25100⟧' })}`,
        good: `${title('云溪县青山镇人民政府')}${wholeTable('proactiveDisclosure', { fees: '2.51' })}`,
        fix: 'suggested',
      },
    ],
  },
  *check({ agency, tables }) {
    const found = tables.find(({ id }) => id === 'proactiveDisclosure');
    if (!found || found.table.unreadable) return;
    const { start, table } = found;
    const cell = table.cell('fees', 'amount');
    if (!cell || cell.value === null || cell.syntax.quantity.kind !== 'number') return;
    // A unit, or 增 and 减, is another rule's.
    if (cell.syntax.quantity.note === 'unit' || cell.syntax.quantity.note === 'sign-word') return;
    if (cell.value < MOST[(agency === undefined ? undefined : smallPlace(agency)) ?? 'other']) return;
    const number = tenThousandths(plainNumber(cell.syntax.text));
    const edit = writeCell(table, cell, number);
    yield {
      span: shift(cell.syntax.span, start),
      args: { cell: cellName(cell), text: written(table, cell), number },
      fixes: edit ? [{ title: { zh: `按元换算为 ${number}`, en: `Convert from 元: ${number}` }, safety: 'suggested', edits: [{ ...edit, span: shift(edit.span, start) }] }] : [],
    };
  },
};

/** 万元 a year from which an amount is implausible. */
const MOST: Readonly<Record<SmallPlace | 'other', number>> = { township: 1_000, county: 200_000, other: 5_000_000 };
