import { article, FORM_2021 } from '../../editions/law';
import { allCells } from '../../model/binding/boundTable';
import type { BoundCell, BoundTable } from '../../model/types';
import { lookalikeOf, ungroupedOf } from '../../text/misread';
import type { Text } from '../../text/span';
import { type Finding, type Fix, type TableRule, withFixes } from '../rule';
import { writeCell } from '../tableEdits';
import { someRows } from '../tableExamples';
import { cellName, listed, written } from '../tableWords';

/** So many cells with the same words, or with misread numbers, are one mistake: what a program left in place of blanks (`nan`, `#N/A`), or OCR. */
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
    lookalike: { zh: '“{cell}”填的是“{text}”，不是数字；像是 {number}，请对照原件。', en: '“{cell}” holds “{text}”, which is no number; it looks like {number}: compare it with the original.' },
    several: {
      zh: '{table}有 {count} 个单元格填的不是数字，像是认错了字或多了标点：{cells}；请对照原件。',
      en: '{count} cells of {table} hold no numbers, but what looks like them: {cells}. Compare them with the original.',
    },
    grouped: { zh: '“{cell}”填的是“{text}”，数字中间不加空格、逗号或点；像是 {number}，请对照原件。', en: '“{cell}” holds “{text}”; digits are written without marks between them. It looks like {number}: compare it with the original.' },
    leadingZero: { zh: '“{cell}”填的是“{text}”，数字前面多了 0，可能与旁边的数连在了一起；没有读入，也未参与勾稽核对。', en: '“{cell}” holds “{text}”, with a 0 too many before it, or the number of the cell beside it; it was not read, nor checked.' },
    fraction: { zh: '“{cell}”填 {text}，件数应为整数。', en: '“{cell}” is {text}; a count is a whole number.' },
  },
  docs: {
    title: { zh: '单元格中不是数字', en: 'Not a number' },
    what: {
      zh: '统计表的数据单元格中是文字，或件数带有小数、前面多了 0；多个单元格是同样的文字时只报告一次。像是数字认错了字（扫描识别中常见的 1O、l7）或数字中间有空格、逗号、点的，写出像是哪个数，提供改法，但不自动改。含有这样单元格的勾稽关系不核对。以万元计的金额可以有小数。',
      en: 'A data cell holds words, or a count has a fraction or a 0 before it; several cells with the same words are told once. Where letters look like digits (1O, l7, as OCR writes them), or marks stand between digits, the number that seems to be meant is named and offered, never put in by itself. Equations with such a cell are not checked. Amounts in 万元 may have decimals.',
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
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | ⟦1O⟧ | 6' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 10 | 6' }),
        fix: 'suggested',
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    const faults: CellFault[] = [];
    for (const cell of allCells(table)) {
      const fault = faultOf(cell);
      if (fault) faults.push(fault);
    }
    if (faults.length === 0) return;
    const meant = faults.filter(({ number }) => number !== undefined);
    const areMany = meant.length >= FEWEST_ALIKE;
    if (areMany) yield ofSeveral(table, meant);
    const alike = new Map<string, BoundCell[]>();
    for (const fault of faults) {
      const { cell, message, number } = fault;
      if (message === 'default') alike.set(cell.syntax.text, [...(alike.get(cell.syntax.text) ?? []), cell]);
      else if (number === undefined || !areMany) yield findingOf(table, fault);
    }
    for (const cells of alike.values()) {
      if (cells.length < FEWEST_ALIKE) for (const cell of cells) yield findingOf(table, { cell, message: 'default' });
      else yield ofAlike(table, cells);
    }
  },
};

interface CellFault {
  readonly cell: BoundCell;
  readonly message: 'default' | 'lookalike' | 'grouped' | 'leadingZero' | 'fraction';
  /** What the cell seems to mean. */
  readonly number?: string;
}

function faultOf(cell: BoundCell): CellFault | undefined {
  const { syntax: { text, quantity }, value, column } = cell;
  const isAmount = column.quantity === 'amount';
  if (quantity.kind === 'text') {
    const number = lookalikeOf(text);
    if (number !== undefined && (isAmount || !number.includes('.'))) return { cell, message: 'lookalike', number };
  } else if (quantity.kind === 'blank') return undefined;
  else if (value === null) return { cell, message: 'leadingZero' };
  else if (isAmount || Number.isInteger(value)) return undefined;
  const number = ungroupedOf(text);
  return number === undefined ? { cell, message: value === null ? 'default' : 'fraction' } : { cell, message: 'grouped', number };
}

function findingOf(table: BoundTable, { cell, message, number }: CellFault): Finding {
  const finding = { span: cell.syntax.span, ...(message === 'default' ? {} : { message }), args: { cell: cellName(cell), text: written(table, cell), number: number ?? '' } };
  return number === undefined ? finding : withFixes(finding, () => fixOf(table, [{ cell, number }], { zh: `改为 ${number}`, en: `Change to ${number}` }));
}

/** Writes the numbers that cells seem to mean: for a person who looks at the original. */
function fixOf(table: BoundTable, meant: readonly Pick<CellFault, 'cell' | 'number'>[], title: Text): Fix[] {
  const edits = meant.flatMap(({ cell, number }) => writeCell(table, cell, number!) ?? []);
  return edits.length < meant.length ? [] : [{ title, safety: 'suggested', edits, ...(edits.length === 1 ? { preferred: true } : {}) }];
}

function ofSeveral(table: BoundTable, faults: readonly CellFault[]): Finding {
  const [first, ...others] = faults as readonly [CellFault, ...CellFault[]];
  const inWords = ({ cell, number }: CellFault): Text => ({ zh: `${cellName(cell)}“${written(table, cell).zh}”像是 ${number!}`, en: `${cellName(cell)} “${written(table, cell).en}” for ${number!}` });
  const finding = {
    span: first.cell.syntax.span,
    message: 'several',
    args: { table: table.spec.name, count: faults.length, cells: listed(faults.map(inWords), MAX_NAMES) },
    related: others.slice(0, MAX_RELATED).map((fault) => ({ span: fault.cell.syntax.span, message: inWords(fault) })),
    repeats: others.map((fault) => ({ span: fault.cell.syntax.span, message: inWords(fault) })),
  };
  return withFixes(finding, () => fixOf(table, faults, { zh: `把这 ${faults.length} 个单元格都改为数字`, en: `Change these ${faults.length} cells to numbers` }));
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
