/** In a few words, how the equations of a table come out, and where they don't. */
import { crossFoot } from '../model/crossfoot/crossfoot';
import type { BoundCell, BoundTable } from '../model/types';
import type { Text } from '../text/span';
import { tableState } from './status';

/** One line for any state, so that it can stand beside the table at all times. */
export function balanceInWords(table: BoundTable | undefined): Text {
  const { state, failing } = tableState(table);
  if (!table) return { zh: '没有读到统计表', en: 'no table found' };
  if (state === 'unreadable') return UNREADABLE;
  if (state === 'blank') return BLANK;
  if (table.deduced) return { zh: '数字连在一起，按唯一的拆法读出，没有核对', en: 'digits run together, read in the only possible way, not checked' };
  if (table.spec.equations.length === 0) return numbersInWords(table);
  const { equations } = crossFoot(table);
  const all = equations.length;
  if (state === 'unbalanced') return { zh: `✗ ${failing} 处不平（共 ${all} 项勾稽关系）`, en: `✗ ${failing} of ${all} sums do not hold` };
  if (state === 'balanced') return { zh: `✓ 勾稽平衡（${all} 项）`, en: `✓ all ${all} sums hold` };
  const holding = equations.filter((own) => own.state === 'holds').length;
  if (holding === 0) return UNREADABLE;
  return { zh: `${holding} 项勾稽关系平衡，${all - holding} 项有空缺或读不准、没有核对`, en: `${holding} sums hold, ${all - holding} were not checked: blank, or not readable` };
}

/** Of a table that nobody has filled in yet. */
export const BLANK: Text = { zh: '还没有填数', en: 'no numbers yet' };
const UNREADABLE: Text = { zh: '读不准，没有核对', en: 'can’t be read, nothing checked' };

function numbersInWords({ spec, rows }: BoundTable): Text {
  const expected = spec.rows.reduce((count, { columns }) => count + columns.length, 0);
  const found = rows.reduce((count, { cells }) => count + cells.filter(({ value }) => value !== null).length, 0);
  if (found === expected) return { zh: `✓ ${expected} 个数都已填`, en: `✓ all ${expected} numbers are there` };
  return { zh: `读出 ${found} 个数，共应有 ${expected} 个`, en: `${found} of ${expected} numbers read` };
}

/** The cells that show what does not add up: those that must be wrong, or the totals of the equations that fail. */
export function unbalancedCells(table: BoundTable): BoundCell[] {
  const cells = crossFoot(table).faults.flatMap((fault) =>
    fault.kind === 'cells' ? fault.ways.flatMap(({ changes }) => changes.map(({ cell }) => cell)) : fault.equations.map(({ total, cells: [first] }) => total ?? first!),
  );
  return [...new Set(cells)].sort((a, b) => a.syntax.span.start - b.syntax.span.start);
}
