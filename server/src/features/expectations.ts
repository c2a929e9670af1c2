/**
 * What the equations of the form say a cell should hold, where they don't hold: for hints beside the number, and for the table
 * as it is drawn. What they leave open is said to be open, and nothing is guessed.
 */
import type { Equation } from '../editions';
import { crossFoot, type EquationInstance, type Fault } from '../model/crossfoot/crossfoot';
import { remembered } from '../model/remembered';
import type { BoundCell, BoundTable } from '../model/types';
import { ownerOf } from '../rules/arithmetic';
import type { RuleId } from '../rules/rule';
import { joined } from '../rules/tableWords';
import type { Text } from '../text/span';
import { equationInWords, relationsOf } from './equations';

export interface Expectation {
  readonly cell: BoundCell;
  /**
   * `certain`: the number is wrong, and this is the right one. `possible`: one of a few ways to make everything add up. `sum`:
   * what the addends of a total come to, one of which may be wrong as well. `blank`: the sum that was left out.
   */
  readonly kind: 'certain' | 'possible' | 'sum' | 'blank';
  readonly value: number;
  /** `应为 18`. */
  readonly label: Text;
  /** The equations with their numbers, a line each; empty where there is nothing to reckon. */
  readonly reckoned: Text;
  /** The rule that says the same; where it is off, nothing is said. */
  readonly rule: RuleId;
}

const RULES: Readonly<Record<Equation['id'], RuleId>> = { balance: 'table/balance', resultTotal: 'table/result-total', rowTotal: 'table/row-total', remedyTotal: 'table/remedy-total' };

/** Of a table, in the order of its faults; then the totals that were left blank. */
export const expectationsOf: (table: BoundTable) => readonly Expectation[] = remembered((table) => {
  const { faults, omitted } = crossFoot(table);
  const blank = omitted.map(({ cell, expected }): Expectation => ({ cell, kind: 'blank', value: expected, label: sumsTo(expected), reckoned: NOTHING, rule: 'table/blank-cell' }));
  return [...faults.flatMap((fault) => ofFault(table, fault)), ...blank];
});

const NOTHING: Text = { zh: '', en: '' };

function ofFault(table: BoundTable, fault: Fault): Expectation[] {
  const rule = RULES[ownerOf(fault)];
  if (fault.kind === 'equations') return fault.equations.flatMap((own) => (own.total ? [{ ...ofTotal(table, own, own.total), rule }] : []));
  const { certain, ways } = fault;
  return ways.flatMap(({ changes }) => changes).map(({ cell, expected }) => ({
    cell,
    kind: certain ? 'certain' : 'possible',
    value: expected,
    label: certain ? { zh: `应为 ${expected}`, en: `should be ${expected}` } : { zh: `可能应为 ${expected}`, en: `may have to be ${expected}` },
    reckoned: reckoned(fault.equations.filter(({ cells }) => cells.includes(cell))),
    rule,
  }));
}

function ofTotal(table: BoundTable, own: EquationInstance, total: BoundCell): Omit<Expectation, 'rule'> {
  // A blank total is no fault.
  const sum = total.value! + own.difference;
  const bothWays = relationsOf(table, total).filter((relation) => relation.total === total).length > 1;
  const across = own.equation.along === 'row';
  const label = bothWays ? { zh: `${across ? '横向' : '纵向'}相加得 ${sum}`, en: `sums to ${sum} ${across ? 'across' : 'down'}` } : sumsTo(sum);
  return { cell: total, kind: 'sum', value: sum, label, reckoned: reckoned([own]) };
}

const sumsTo = (sum: number): Text => ({ zh: `相加得 ${sum}`, en: `sums to ${sum}` });

const reckoned = (equations: readonly EquationInstance[]): Text => joined(equations.map(equationInWords), { zh: '\n', en: '\n' });
