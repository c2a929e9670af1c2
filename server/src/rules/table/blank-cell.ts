import { article, FORM_2021 } from '../../editions/law';
import { allCells, isBlank } from '../../model/binding/boundTable';
import { crossFoot } from '../../model/crossfoot/crossfoot';
import type { BoundCell, BoundTable } from '../../model/types';
import type { Text } from '../../text/span';
import { type Finding, type Fix, type Related, type TableRule, withFixes } from '../rule';
import { writeCell } from '../tableEdits';
import { wholeTable } from '../tableExamples';
import { cellName, CLAUSES, columnName, joined, listed, rowName, visibleSpan } from '../tableWords';

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
      zh: '{table}有 {count} 个单元格没有填数（{cells}），其中 {omitted} 个是总计：{totals}；其余没有发生的应填 0。',
      en: '{table} has {count:cell/cells} without a number ({cells}), {omitted} of them totals: {totals}; where nothing happened the others hold 0.',
    },
    onlyTotals: { zh: '{table}有 {count} 个总计没有填：{totals}。', en: '{table} has {count:total/totals} left blank: {totals}.' },
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
    const blanks = allCells(table).filter(({ syntax }) => syntax.quantity.kind === 'blank');
    if (blanks.length > 0) yield blanksOf(table, blanks);
  },
};

function blanksOf(table: BoundTable, blanks: readonly BoundCell[]): Finding {
  const { omitted } = crossFoot(table);
  const totals = omitted.map(({ cell, expected }) => ({ zh: `“${cellName(cell)}”应为 ${expected}`, en: `“${cellName(cell)}” should be ${expected}` }));
  const finding = {
    span: visibleSpan(table, blanks[0]!),
    ...(omitted.length > 0 ? { message: omitted.length < blanks.length ? 'totals' : 'onlyTotals' } : {}),
    args: {
      table: table.spec.name,
      count: blanks.length,
      cells: listed(placesOf(table, blanks), MAX_NAMES),
      omitted: omitted.length,
      totals: listed(totals, MAX_NAMES, CLAUSES),
    },
    related: relatedRows(table, blanks.slice(1)),
  };
  return withFixes(finding, () => filled(table, blanks, new Map(omitted.map(({ cell, expected }) => [cell, expected]))));
}

/** The columns that are blank in every row, the other rows that are blank in every column, and the cells that are left. */
function placesOf(table: BoundTable, blanks: readonly BoundCell[]): (string | Text)[] {
  if (isBlank(table)) return [{ zh: '全部', en: 'all of them' }];
  const cells = allCells(table);
  const columns = wholeAmong(cells, blanks, ({ column }) => column);
  const inRows = blanks.filter(({ column }) => !columns.has(column));
  const whole = wholeAmong(cells, blanks, ({ row }) => row);
  const blankRows = [...new Set(inRows.map(({ row }) => row))].filter((row) => whole.has(row));
  return [
    ...[...columns].map((column) => ({ zh: `“${columnName(column)}”整列`, en: `all of “${columnName(column)}”` })),
    ...blankRows.map((row) => ({ zh: `“${rowName(row)}”整行`, en: `all of “${rowName(row)}”` })),
    ...inRows.filter(({ row }) => !whole.has(row)).map(cellName),
  ];
}

/** The lines, rows or columns, of more than one cell that are blank from end to end. */
function wholeAmong<T>(cells: readonly BoundCell[], blanks: readonly BoundCell[], lineOf: (cell: BoundCell) => T): ReadonlySet<T> {
  const countOf = (some: readonly BoundCell[], line: T): number => some.filter((cell) => lineOf(cell) === line).length;
  return new Set([...new Set(blanks.map(lineOf))].filter((line) => countOf(blanks, line) > 1 && countOf(blanks, line) === countOf(cells, line)));
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
  // Nobody who has not filled in a number yet wants zeros at a keystroke.
  return [{ title: fillingWith(blanks.length - sums.size, [...sums]), safety: 'suggested', preferred: !isBlank(table), edits }];
}

/** Says how many cells get a 0, and which number a total gets. */
function fillingWith(zeros: number, sums: readonly (readonly [BoundCell, number])[]): Text {
  const [total] = sums;
  const zero: Text[] = zeros > 0 ? [{ zh: `${zeros} 个没有填数的单元格填 0`, en: `${zeros} ${zeros === 1 ? 'cell' : 'cells'} with 0` }] : [];
  const sum = !total ? [] : sums.length === 1 ? [{ zh: `“${cellName(total[0])}”填 ${total[1]}`, en: `“${cellName(total[0])}” with ${total[1]}` }] : [{ zh: `${sums.length} 个总计填各数之和`, en: `${sums.length} totals with their sums` }];
  const { zh, en } = joined([...zero, ...sum], CLAUSES);
  return { zh, en: `Fill ${en}` };
}
