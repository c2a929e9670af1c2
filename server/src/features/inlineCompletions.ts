/**
 * The number that belongs into a cell, shown where it is about to be typed: a total of a row or of a column, 四 from 一 + 二 =（七）+ 四, and
 * 二 from last year's report in the workspace. It is reckoned, never guessed: one missing or unreadable number, or two ways to
 * reckon it that disagree, and nothing is shown.
 */
import type { Analysis } from '../analysis/analyse';
import type { ColumnSpec, Equation } from '../editions';
import type { BoundTable } from '../model/types';
import type { Quantity } from '../text/quantity';
import { lineEnd, lineStart, previousLine } from '../text/lines';
import { carriedOver } from './carriedOver';
import { reportAt } from './cellAt';
import { typedRow, type TypedRow } from './typedRow';

/** What to insert at `offset`; undefined where none is typed there, or what belongs there is not certain. */
export function inlineCompletion(analysis: Analysis, offset: number): string | undefined {
  const { text } = analysis;
  // Only into a blank cell: what is typed already is somebody's own.
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  const behind = text.slice(offset, lineEnd(text, offset));
  if (!/(?:^|[\s|｜│])$/.test(before) || !/^\s*(?:$|[|｜│\t])/.test(behind)) return undefined;
  const typed = typedRow(analysis, offset);
  if (typed?.content.kind !== 'blank') return undefined;
  const value = certainValue(analysis, offset, typed);
  return value === undefined ? undefined : `${leadIn(before, text.slice(previousLine(text, start), start))}${value}`;
}

/** What stands between what is typed and the number: a space behind a bar, the tab of a cell on a line of its own. */
function leadIn(before: string, lineAbove: string): string {
  if (/[|｜│]$/.test(before)) return ' ';
  return before === '' && /^\t/.test(lineAbove) ? '\t' : '';
}

/** What every way to reckon the cell comes to. */
function certainValue(analysis: Analysis, offset: number, typed: TypedRow): number | undefined {
  const report = reportAt(analysis, offset);
  const bound = report?.model.tables.find(({ table }) => table.spec === typed.table && !table.unreadable && !table.deduced)?.table;
  const beside = analysis.checked[analysis.reports.indexOf(report!)]?.besides.agency;
  const lastYears = beside?.others.filter(({ fiscalYear }) => fiscalYear === beside.own.fiscalYear - 1) ?? [];
  const carried = typed.row.id === 'carriedIn' ? carriedOver(lastYears, typed.row.columns[typed.column]!) : undefined;
  const values = new Set([...typed.table.equations.map((equation) => solved(equation, typed, bound)), carried].filter((value) => value !== undefined));
  const [value] = values;
  return values.size === 1 && value! >= 0 ? value : undefined;
}

/** The cell by one equation of which it is the total, or 四 which is what is left; undefined where another number is not there. */
function solved({ id, along, terms, total }: Equation, { row, column, before }: TypedRow, bound: BoundTable | undefined): number | undefined {
  const own = along === 'row' ? row.columns[column]!.id : row.id;
  const self = terms.find(({ ref }) => ref === own);
  if (!self || (own !== total && !(id === 'balance' && own === 'carriedOut'))) return undefined;
  const known = (ref: string): Quantity | undefined => (along === 'row' ? before[columnAt(row.columns, ref)] : bound?.cell(ref, row.columns[column]!.id)?.syntax.quantity);
  let sum = 0;
  for (const { ref, sign } of terms) {
    if (ref === own) continue;
    const quantity = known(ref);
    if (quantity?.kind !== 'number' || quantity.value < 0 || !Number.isInteger(quantity.value)) return undefined;
    sum -= self.sign * sign * quantity.value;
  }
  return sum;
}

const columnAt = (columns: readonly ColumnSpec[], ref: string): number => columns.findIndex(({ id }) => id === ref);
