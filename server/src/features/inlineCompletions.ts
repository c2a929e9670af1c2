/** The sum that belongs into a total, shown where it is about to be typed. It is reckoned, never guessed: one missing or unreadable number, and nothing is shown. */
import type { Analysis } from '../analysis/analyse';
import { lineEnd, lineStart } from '../text/lines';
import { typedRow, type TypedRow } from './typedRow';

/** What to insert at `offset`; undefined where no total is typed there, or its sum is not certain. */
export function inlineCompletion(analysis: Analysis, offset: number): string | undefined {
  const { text } = analysis;
  // Only into a blank cell: what is typed already is somebody's own.
  const before = text.slice(lineStart(text, offset), offset);
  const behind = text.slice(offset, lineEnd(text, offset));
  if (!/(?:^|[\s|｜│])$/.test(before) || !/^\s*(?:$|[|｜│\t])/.test(behind)) return undefined;
  const typed = typedRow(analysis, offset);
  const sum = typed && rowSum(typed);
  return sum === undefined ? undefined : `${/[|｜│]$/.test(before) ? ' ' : ''}${sum}`;
}

/** The sum of the row, where it is the total's turn and every number before it is there. */
function rowSum({ table, row, column, before }: TypedRow): number | undefined {
  const { id } = row.columns[column]!;
  const equation = table.equations.find(({ along, total }) => along === 'row' && total === id);
  if (equation?.terms.length !== row.columns.length || before.length !== column) return undefined;
  let sum = 0;
  for (const quantity of before) {
    if (quantity.kind !== 'number' || quantity.value < 0 || !Number.isInteger(quantity.value)) return undefined;
    sum += quantity.value;
  }
  return sum;
}
