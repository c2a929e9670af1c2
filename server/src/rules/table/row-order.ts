import { article, FORM_2021 } from '../../editions/law';
import type { BoundRow, BoundTable } from '../../model/types';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { CLAUSES, listed, rowName, rowSpan } from '../tableWords';

const MAX_NAMES = 4;

/** 表三 with two rows in each other's places, for the example. */
const exchanged = (bad: boolean): string => {
  const lines = someRows('requests', { received: '5 | 0 | 0 | 0 | 0 | 0 | 5', carriedIn: '1 | 0 | 0 | 0 | 0 | 0 | 1', granted: '4 | 0 | 0 | 0 | 0 | 0 | 4', partiallyGranted: '2 | 0 | 0 | 0 | 0 | 0 | 2' }).split('\n');
  return bad ? lines.with(4, lines[5]!).with(5, lines[4]!.replace(/^[^|]*(?= \|)/, '⟦$&⟧')).join('\n') : lines.join('\n');
};

export const tableRowOrder: TableRule = {
  id: 'table/row-order',
  scope: 'table',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '行的次序与表式不同：{rows}。各行的数按行名读入。', en: 'Rows are not in the form’s order: {rows}. Numbers were read by the labels of their rows.' },
  },
  docs: {
    title: { zh: '行的次序与表式不同', en: 'Rows out of order' },
    what: {
      zh: '表中的行都认得出，次序却与表式不同。各行的数按行名读入，照常核对。一张表只报告一次。',
      en: 'Rows are recognised, and stand in another order than the form. Their numbers are read by their labels and checked as usual. One finding a table.',
    },
    why: {
      zh: '上级按行次汇总，次序不同会使各行的数互相串位；也可能是粘贴时把两行的数填反了。',
      en: 'Reports are compiled by the order of their rows; and numbers may have been pasted beside each other’s labels.',
    },
    ignore: { zh: '文本是从 PDF 复制的、原表次序无误时可以忽略。', en: 'Leave it where only the copy of a PDF has lost the order that the published table has.' },
    law: [FORM_2021, article('50')],
    examples: [{ bad: exchanged(true), good: exchanged(false) }],
  },
  *check(table) {
    const [first, ...others] = table.unreadable ? [] : outOfOrder(table);
    if (!first || mayBeScrambled(table, 1 + others.length)) return;
    const words = [first, ...others].map(({ row, before }) => ({
      zh: before ? `“${rowName(row.spec)}”应在“${rowName(before.spec)}”之后` : `“${rowName(row.spec)}”应在最前`,
      en: before ? `“${rowName(row.spec)}” comes after “${rowName(before.spec)}”` : `“${rowName(row.spec)}” comes first`,
    }));
    yield {
      span: rowSpan(table, first.row),
      args: { rows: listed(words, MAX_NAMES, CLAUSES) },
      related: others.map(({ row }) => ({ span: rowSpan(table, row), message: { zh: '这一行也不在表式的位置', en: 'This row is not in its place either' } })),
    };
  },
};

/** Converters print parts of a table apart from each other: in another layout, or as blocks of running text. */
function mayBeScrambled({ rows }: BoundTable, misplaced: number): boolean {
  const [{ layout }] = rows as readonly [BoundRow, ...BoundRow[]];
  return rows.some((row) => row.layout !== layout) || (layout === 'flow' && misplaced > MOST_EXCHANGED);
}

/** Two rows that change places. */
const MOST_EXCHANGED = 2;

interface Misplaced {
  readonly row: BoundRow;
  /** The row that it comes after in the form; undefined: none. */
  readonly before: BoundRow | undefined;
}

/** The fewest rows without which the others would be in order. */
function outOfOrder({ spec, rows }: BoundTable): Misplaced[] {
  const order = rows.map((row) => spec.rows.indexOf(row.spec));
  if (order.every((own, i) => i === 0 || own > order[i - 1]!)) return [];
  const kept = longestIncreasing(order);
  const inOrder = [...rows].sort((a, b) => spec.rows.indexOf(a.spec) - spec.rows.indexOf(b.spec));
  return rows.filter((_, i) => !kept.has(i)).map((row) => ({ row, before: inOrder[inOrder.indexOf(row) - 1] }));
}

/** Indices of a longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let best = -1;
    for (let k = 0; k < i; k++) if (values[k]! < value && (best < 0 || length[k]! > length[best]!)) best = k;
    previous.push(best);
    length.push(best < 0 ? 1 : length[best]! + 1);
  });
  const kept = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = previous[at]!) kept.add(at);
  return kept;
}
