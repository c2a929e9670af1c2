/**
 * What stands beside a number although nobody wrote it: the sum that belongs to a total which is wrong, and on request the
 * column of a cell that has a line of its own.
 *
 * A sum is told where the rule that finds it is on; what the equations leave open is not guessed.
 */
import type { Analysis } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import type { Equation } from '../editions';
import { crossFoot, type EquationInstance, type Fault } from '../model/crossfoot';
import { remembered } from '../model/remembered';
import type { BoundCell, BoundTable } from '../model/types';
import { ownerOf } from '../rules/arithmetic';
import type { RuleId } from '../rules/rule';
import { cellName, columnName, joined } from '../rules/tableWords';
import { inLocale, type Span, type Text } from '../text/span';
import { piecesOf, spansOf, tablesIn } from './cellAt';
import { equationInWords, relationsOf } from './equations';

export interface InlayHint {
  /** Behind which character it stands. */
  readonly offset: number;
  readonly label: string;
  /** How it is reckoned; empty for a name. */
  readonly tooltip: string;
}

/** The hints within `within` that the settings ask for. */
export function inlayHints(analysis: Analysis, within: Span): InlayHint[] {
  const { settings } = analysis;
  if (settings.inlayHints === 'off') return [];
  return tablesIn(analysis, within).flatMap(({ start, table }) => {
    const hints = [...sumHints(table), ...(settings.inlayHints === 'names' ? nameHints(table) : [])];
    return hints.flatMap((hint): InlayHint[] => {
      const offset = start + hint.offset;
      if (offset < within.start || offset > within.end || isOff(hint, settings)) return [];
      return [{ offset, label: inLocale(hint.label, settings.locale), tooltip: inLocale(hint.tooltip, settings.locale) }];
    });
  });
}

/** Relative to the slice of its table. */
interface Hint {
  readonly offset: number;
  readonly label: Text;
  readonly tooltip: Text;
  /** The rule that says the same. */
  readonly rule?: RuleId;
}

const isOff = ({ rule }: Hint, { rules }: Settings): boolean => rule !== undefined && rules[rule] === 'off';

const RULES: Readonly<Record<Equation['id'], RuleId>> = { balance: 'table/balance', resultTotal: 'table/result-total', rowTotal: 'table/row-total', remedyTotal: 'table/remedy-total' };

const sumHints: (table: BoundTable) => readonly Hint[] = remembered((table) => {
  const { faults, omitted } = crossFoot(table);
  const blank = omitted.map(({ cell, expected }): Hint => ({ ...behind(table, cell), label: sumsTo(expected), tooltip: NOTHING, rule: 'table/blank-cell' }));
  return [...faults.flatMap((fault) => faultHints(table, fault).map((hint) => ({ ...hint, rule: RULES[ownerOf(fault)] }))), ...blank];
});

const NOTHING: Text = { zh: '', en: '' };

/** Of a number that must be wrong, the right one; of a total that may be wrong, its sum; of several ways to mend it, none. */
function faultHints(table: BoundTable, fault: Fault): Hint[] {
  if (fault.kind === 'equations') return fault.equations.flatMap((own) => (own.total ? [totalHint(table, own, own.total)] : []));
  if (fault.ways.length > 1) return [];
  return fault.ways[0]!.map(({ cell, expected }) => ({
    ...behind(table, cell),
    label: { zh: `应为 ${expected}`, en: `should be ${expected}` },
    tooltip: reckoned(fault.equations.filter(({ cells }) => cells.includes(cell))),
  }));
}

function totalHint(table: BoundTable, own: EquationInstance, total: BoundCell): Hint {
  const sum = (total.value ?? 0) + own.difference;
  const bothWays = relationsOf(table, total).filter((relation) => relation.total === total).length > 1;
  const across = own.equation.along === 'row';
  const label = bothWays ? { zh: `${across ? '横向' : '纵向'}相加得 ${sum}`, en: `sums to ${sum} ${across ? 'across' : 'down'}` } : sumsTo(sum);
  return { ...behind(table, total), label, tooltip: reckoned([own]) };
}

const sumsTo = (sum: number): Text => ({ zh: `相加得 ${sum}`, en: `sums to ${sum}` });

const reckoned = (equations: readonly EquationInstance[]): Text => joined(equations.map(equationInWords), { zh: '\n', en: '\n' });

/** A blank cell ends where its blanks end. */
function behind(table: BoundTable, cell: BoundCell): Pick<Hint, 'offset'> {
  const { start, end } = spansOf(cell.syntax).at(-1)!;
  if (end > start) return { offset: end };
  return { offset: piecesOf(table).find(({ meaning }) => meaning.kind === 'cell' && meaning.cell === cell)?.span.end ?? end };
}

/** The columns of cells that stand alone on their lines; in 表四, whose rows have no labels, with the row. */
const nameHints: (table: BoundTable) => readonly Hint[] = remembered((table) => {
  const { text } = table.section;
  return piecesOf(table).flatMap(({ span, meaning }): Hint[] => {
    if (meaning.kind !== 'cell' || !standsAlone(text, span)) return [];
    const { cell } = meaning;
    const name = `← ${table.spec.id === 'reviewAndLitigation' ? cellName(cell) : columnName(cell.column)}`;
    return [{ offset: span.end, label: { zh: name, en: name }, tooltip: NOTHING }];
  });
});

/** Whether nothing but blanks and bars stands on the line of `span`. */
function standsAlone(text: string, { start, end }: Span): boolean {
  let before = start;
  while (before > 0 && isBesideCells(text[before - 1]!)) before--;
  let after = end;
  while (after < text.length && isBesideCells(text[after]!)) after++;
  return isLineEnd(text[before - 1]) && isLineEnd(text[after]);
}

const isBesideCells = (character: string): boolean => /[^\S\r\n]|[|｜│]/.test(character);
const isLineEnd = (character: string | undefined): boolean => character === undefined || character === '\n' || character === '\r';
