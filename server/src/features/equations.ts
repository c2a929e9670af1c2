/** The equations of the form at a cell, along a row and down a column: between which cells they are, and how they come out. */
import { crossFoot, type EquationInstance } from '../model/crossfoot/crossfoot';
import type { BoundCell, BoundTable } from '../model/types';
import type { Text } from '../text/span';

/** The cells that an equation relates; those that can't be told are left out. */
export interface Relation {
  /** The cell that is by definition the sum of the others; undefined where no side is. */
  readonly total: BoundCell | undefined;
  readonly others: readonly BoundCell[];
}

/** What `cell` has to do with other cells, whatever the numbers are. */
export function relationsOf(table: BoundTable, cell: BoundCell): Relation[] {
  return table.spec.equations.flatMap(({ along, terms, total }): Relation[] => {
    const own = along === 'row' ? cell.column.id : cell.row.id;
    if (!terms.some(({ ref }) => ref === own)) return [];
    const at = (ref: string): BoundCell | undefined => (along === 'row' ? table.cell(cell.row.id, ref) : table.cell(ref, cell.column.id));
    return [{ total: total === undefined ? undefined : at(total), others: terms.flatMap(({ ref }) => (ref === total ? [] : (at(ref) ?? []))) }];
  });
}

/** Whether an equation says that `cell` is the sum of others. */
export function isTotal({ spec: { equations } }: BoundTable, { row, column }: BoundCell): boolean {
  return equations.some(({ along, total }) => total === (along === 'row' ? column.id : row.id));
}

/** Where an equation is looked for: at a cell, along a row or down a column. */
export interface Place {
  readonly row?: string;
  readonly column?: string;
}

/** The equations that `cell`, a row or a column takes part in, as they came out; none in a table whose numbers were deduced. */
export function equationsAt(table: BoundTable, { row, column }: Place): EquationInstance[] {
  return crossFoot(table).equations.filter(({ equation: { along, terms }, at }) => {
    const [own, across] = along === 'row' ? [row, column] : [column, row];
    return at === own && (across === undefined || terms.some(({ ref }) => ref === across));
  });
}

/** `✓ 总计 = 自然人 + 法人或其他组织：12 = 8 + 3 + 1` */
export function equationInWords(instance: EquationInstance): Text {
  const { equation, state } = instance;
  if (state === 'not-assessable') {
    return { zh: `– ${equation.text}：有的数没有填，或者读不准，没有核对`, en: `– ${equation.text}: not checked, some numbers are blank or can’t be read` };
  }
  const numbers = numbersOf(instance);
  const gap = Math.abs(instance.difference);
  if (state === 'holds') return { zh: `✓ ${equation.text}：${numbers}`, en: `✓ ${equation.text}: ${numbers}` };
  return { zh: `✗ ${equation.text}：${numbers}，相差 ${gap}`, en: `✗ ${equation.text}: ${numbers}, a difference of ${gap}` };
}

/** `12 = 8 + 3 + 1`, or `3 + 1 = 4 + 0` where no side is the total. Of a long sum zeros are left out. */
function numbersOf({ terms, total, state }: EquationInstance): string {
  const values = (sign: 1 | -1): number[] => terms.flatMap((term) => (term.sign === sign ? [term.cell.value ?? 0] : []));
  const addends = values(1);
  const relation = state === 'holds' ? '=' : '≠';
  if (!total) return `${addends.join(' + ')} ${relation} ${values(-1).join(' + ')}`;
  const sum = addends.reduce((so, value) => so + value, 0);
  const shown = addends.filter((value) => value !== 0);
  const told = shown.length > 1 ? shown.join(' + ') : String(sum);
  return `${total.value ?? 0} ${relation} ${told}${state === 'broken' && shown.length > 1 ? ` = ${sum}` : ''}`;
}
