import { article } from '../../editions/law';
import type { BoundTable } from '../../model/types';
import { lineEndOf } from '../../text/lines';
import { type Edit, span } from '../../text/span';
import type { Fix, TableRule } from '../rule';

const REMEDIES = '四、政府信息公开行政复议、行政诉讼情况 行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计';

export const tableGluedDigits: TableRule = {
  id: 'table/glued-digits',
  scope: 'table',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{table}的数字连在一起。按表式的勾稽关系只有一种拆法，已据此读入；因此这张表不再核对勾稽关系，请与原表核对。',
      en: 'The numbers of {table} run together. The equations of the form leave one way to split them, and it is read so; the equations are therefore not checked again. Compare with the original.',
    },
    count: {
      zh: '{table}的数字连在一起。能按列数唯一拆分的已据此读入，请与原表核对。',
      en: 'The numbers of {table} run together. Where the number of columns leaves one way to split them, it is read so. Compare with the original.',
    },
  },
  docs: {
    title: { zh: '数字连在一起，但能唯一拆分', en: 'Digits run together, with one way to split them' },
    what: {
      zh: '整张表粘成一行、数字之间没有分隔时，逐行逐列用表式的勾稽关系拆分。只有一种拆法才读入，并标明是推定的；有两种以上拆法的表按“table/unreadable”报告。',
      en: 'A table pasted as one line without anything between its numbers is split by the equations of the form, rows and columns together. It is read only where one way is left, and marked as deduced; otherwise `table/unreadable` says so.',
    },
    why: {
      zh: '“270020130”可能是 27、0、0、2、0、1、30，也可能是别的数；公开的文本应当让人一眼看清。',
      en: '270020130 may be 27, 0, 0, 2, 0, 1, 30 or something else; a published text should leave no doubt.',
    },
    ignore: { zh: '原表另行发布、这里只是摘录时可以忽略。', en: 'Leave it where the table itself is published elsewhere and this is only an extract.' },
    law: [article('24'), article('8')],
    examples: [{ bad: `${REMEDIES}⟦100010000000000⟧\n`, good: `${REMEDIES}\n1 0 0 0 1 0 0 0 0 0 0 0 0 0 0\n`, fix: 'suggested' }],
  },
  *check(table) {
    const first = table.rows.find(({ cells }) => cells.length > 0);
    if (!table.deduced || table.unreadable || !first) return;
    yield { span: span(first.valuesSpan.start, table.spec.id === 'reviewAndLitigation' ? table.span.end : first.valuesSpan.end), ...(table.spec.equations.length > 0 ? {} : { message: 'count' }), args: { table: table.spec.name }, fixes: split(table) };
  },
};

/** A space between numbers, and a line a row: text that reads the same without deducing anything. */
function split(table: BoundTable): Fix[] {
  // Rows of a torn table may not be told any more when they stand on lines of their own, nor the one behind a row that can't be split.
  if (table.missing.length > 0 || table.unknown.length > 0 || table.rows.some(({ cells }) => cells.length === 0)) return [];
  const { text } = table.section;
  // In a report that is one long line a shorter line would hide the headings in it.
  const eol = /[\r\n]$/.test(text) ? lineEndOf(text) : ' ';
  const edits: Edit[] = [];
  const insert = (at: number, newText: string): void => void edits.push({ span: span(at, at), newText });
  const beside = table.spec.id === 'reviewAndLitigation';
  table.rows.forEach((row, r) => {
    const [first, last] = [row.values[0]!, row.values.at(-1)!];
    if (beside && r === 0) insert(first.span.start, eol);
    for (const { span: own } of row.values) {
      if ((own.start !== first.span.start || (beside ? r > 0 : true)) && !/\s/.test(text.charAt(own.start - 1))) insert(own.start, ' ');
    }
    if (!beside && /[^\s]/.test(text.charAt(last.span.end))) insert(last.span.end, eol);
  });
  return [{ title: { zh: '按推定的拆法分开数字', en: 'Separate the numbers as deduced' }, safety: 'suggested', edits }];
}
