import { article, FORM_2021 } from '../../editions/law';
import { crossFoot } from '../../model/crossfoot/crossfoot';
import type { BoundCell, BoundTable } from '../../model/types';
import type { Text } from '../../text/span';
import { type Finding, type Fix, type Related, type TableRule, withFixes } from '../rule';
import { writeCell } from '../tableEdits';
import { wholeTable } from '../tableExamples';
import { cellName, columnName, listed, rowName, visibleSpan } from '../tableWords';

const MAX_NAMES = 5;
const MAX_RELATED = 10;

export const tableBlankCell: TableRule = {
  id: 'table/blank-cell',
  scope: 'table',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{table}有 {count} 个单元格没有填数（{cells}），勾稽核对时按 0 计；没有发生的应填 0。',
      en: '{table} has {count:cell/cells} without a number ({cells}), counted as 0; where nothing happened the cell holds 0.',
    },
    totals: {
      zh: '{table}有 {count} 个单元格没有填数（{cells}），其中 {omitted} 个是总计，应为 {totals}{rest}。',
      en: '{table} has {count:cell/cells} without a number ({cells}), {omitted} of them totals, which should be {totals}{rest}.',
    },
  },
  docs: {
    title: { zh: '单元格空白', en: 'Blank cell' },
    what: {
      zh: '数据单元格空白，或填“/”“-”“—”“无”。一张表只报告一条。勾稽核对时空白按 0 计；漏填的总计不按 0 判错，而在这里给出应填的和。',
      en: 'A data cell is blank or holds “/”, “-”, “—” or “无”. One finding a table. A blank counts as 0 in the arithmetic; a total left out is not called wrong but told here with the sum that belongs there.',
    },
    why: {
      zh: '空白分不清是没有发生还是漏填；表式要求没有发生的填 0。',
      en: 'A blank does not tell “none” from “forgotten”; the form asks for 0 where nothing happened.',
    },
    ignore: { zh: '上级系统要求没有发生时留空的，可以忽略。', en: 'Leave it where the superior’s system wants cells left blank when there is nothing to count.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: wholeTable('reviewAndLitigation', { reconsideration: '2 | ⟦/⟧ | 1 | 0 | 3', litigationAfterReconsideration: '- | 0 | 0 | 0 | 0' }),
        good: wholeTable('reviewAndLitigation', { reconsideration: '2 | 0 | 1 | 0 | 3' }),
        fix: 'suggested',
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    const blanks = table.rows.flatMap(({ cells }) => cells.filter(({ syntax }) => syntax.quantity.kind === 'blank'));
    if (blanks.length > 0) yield blanksOf(table, blanks);
  },
};

function blanksOf(table: BoundTable, blanks: readonly BoundCell[]): Finding {
  const { omitted } = crossFoot(table);
  const totals = omitted.map(({ cell, expected }) => `“${cellName(cell)}”= ${expected}`);
  const finding = {
    span: visibleSpan(table, blanks[0]!),
    ...(omitted.length > 0 ? { message: 'totals' } : {}),
    args: {
      table: table.spec.name,
      count: blanks.length,
      cells: listed(placesOf(table, blanks), MAX_NAMES),
      omitted: omitted.length,
      rest: omitted.length < blanks.length ? { zh: '；其余没有发生的应填 0', en: '; where nothing happened a cell holds 0' } : '',
      totals: listed(totals, MAX_NAMES),
    },
    related: relatedRows(table, blanks.slice(1)),
  };
  return withFixes(finding, () => filled(table, blanks, new Map(omitted.map(({ cell, expected }) => [cell, expected]))));
}

/** The columns that are blank in every row, then the cells of the others. */
function placesOf({ rows }: BoundTable, blanks: readonly BoundCell[]): (string | Text)[] {
  const [cells, blank] = [countByColumn(rows.flatMap((row) => row.cells)), countByColumn(blanks)];
  const whole = new Set(blanks.map(({ column }) => column).filter(({ id }) => blank.get(id)! > 1 && blank.get(id) === cells.get(id)));
  return [...[...whole].map((column) => ({ zh: `${columnName(column)}（整列）`, en: `all of ${columnName(column)}` })), ...blanks.filter(({ column }) => !whole.has(column)).map(cellName)];
}

function countByColumn(cells: readonly BoundCell[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { column } of cells) counts.set(column.id, (counts.get(column.id) ?? 0) + 1);
  return counts;
}

/** One line a row: `（一）予以公开：商业企业、科研机构`. */
function relatedRows(table: BoundTable, blanks: readonly BoundCell[]): Related[] {
  const rows = new Map<string, BoundCell[]>();
  for (const cell of blanks) rows.set(cell.row.id, [...(rows.get(cell.row.id) ?? []), cell]);
  return [...rows.values()].slice(0, MAX_RELATED).map((cells) => {
    const columns = listed(cells.map(({ column }) => columnName(column)), cells.length);
    const row = rowName(cells[0]!.row);
    return { span: visibleSpan(table, cells[0]!), message: { zh: `${row}：${columns.zh}`, en: `${row}: ${columns.en}` } };
  });
}

function filled(table: BoundTable, blanks: readonly BoundCell[], sums: ReadonlyMap<BoundCell, number>): Fix[] {
  const edits = blanks.flatMap((cell) => writeCell(table, cell, String(sums.get(cell) ?? 0)) ?? []);
  if (edits.length < blanks.length) return [];
  const title = sums.size > 0 ? { zh: '空白处填 0，总计填合计数', en: 'Fill blank cells with 0, totals with their sums' } : { zh: '空白处填 0', en: 'Fill blank cells with 0' };
  return [{ title, safety: 'suggested', preferred: true, edits }];
}
