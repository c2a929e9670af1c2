import { article, FORM_2021 } from '../../editions/law';
import type { BoundRow, BoundTable } from '../../model/types';
import type { Edit, Text } from '../../text/span';
import type { Finding, Fix, TableRule } from '../rule';
import { removeBlank } from '../tableEdits';
import { someRows } from '../tableExamples';
import { isWholeTable, listed, rowName, rowSpan } from '../tableWords';
import { type UnreadRow, unreadRows } from '../unreadRows';

const MAX_NAMES = 4;

export const tableColumnCount: TableRule = {
  id: 'table/column-count',
  scope: 'table',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '“{row}”行有 {found} 个数，表式为 {expected} 列，{gap}，无法断定各数属于哪一列。本行未参与勾稽核对。',
      en: 'Row “{row}” has {found:value/values} where the form has {expected:column/columns} ({gap}), so their columns are not certain. The row takes no part in the arithmetic.',
    },
    rows: {
      zh: '{count} 行的数都{gap}：{rows}；无法断定各数属于哪一列。这些行未参与勾稽核对。',
      en: '{count} rows have {gap} each: {rows}. The columns of their values are not certain; they take no part in the arithmetic.',
    },
    table: {
      zh: '{table}有 {found} 个数，表式为 {expected} 个，{gap}，无法断定各数的位置。本表未作勾稽核对。',
      en: '{table} has {found:value/values} where the form has {expected} ({gap}), so their places are not certain. No arithmetic was done.',
    },
    none: {
      zh: '{table}有 {count} 行只有行名，没有读到数：{rows}。没有发生的应填 0；表中有数的，请从原表重新粘贴。',
      en: 'Rows of {table} with a label and no number that was read ({count}): {rows}. Where nothing happened a row holds zeros; where there are numbers, paste the table again.',
    },
    unclear: {
      zh: '{table}有 {count} 行有行名，但行名或数读不准：{rows}；没有读入，也未参与勾稽核对，请对照原件。',
      en: 'Rows of {table} that are there, but can’t be read for certain ({count}): {rows}. They were not read, nor checked; compare them with the original.',
    },
    glued: {
      zh: '{count} 行的数字连在一起，分不清是几个数：{rows}。请从原表重新粘贴，保留单元格之间的制表符或竖线。',
      en: 'In {count:row/rows} the digits are glued together and can’t be told apart: {rows}. Paste the table again with tabs or bars between the cells.',
    },
  },
  docs: {
    title: { zh: '数的个数与列数不符', en: 'Wrong number of values in a row' },
    what: {
      zh: '一行中的数（含空白单元格）多于或少于表式的列数，或者只有行名没有数，或者行名、数读不准（如扫描识别有误）。这样的行不参与勾稽核对，因为不能断定哪个数属于哪一列。',
      en: 'A row holds more or fewer values (blank cells included) than the form has columns, none beside its label, or both so that they can’t be read (as OCR may leave them). Such a row takes no part in the arithmetic, because the columns of its values are not certain.',
    },
    why: {
      zh: '多出或缺少单元格会使后面的数错列，公布后读者看到的就是错误的数据。',
      en: 'A cell too many or too few shifts the numbers after it into other columns, and that is what readers will see.',
    },
    ignore: { zh: '上级通知在表中增加了列的，可以忽略，但该行不会参与核对。', en: 'Leave it where a superior’s notice adds a column; the row is then not checked.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '⟦2 |  | 1 | 6⟧', licensing: '14' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14' }),
        fix: 'suggested',
      },
      {
        bad: someRows('proactiveDisclosure', { rules: '⟦0 | 0⟧', normativeDocuments: '2 | 1 | 6', licensing: '14' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14' }),
      },
      {
        bad: '二、主动公开政府信息情况\n\n规章 0 0 0\n行政规范性文件 2 1 6\n⟦行政许可⟧\n行政处罚 3\n行政强制 0\n行政事业性收费 0\n',
        good: '二、主动公开政府信息情况\n\n规章 0 0 0\n行政规范性文件 2 1 6\n行政许可 14\n行政处罚 3\n行政强制 0\n行政事业性收费 0\n',
      },
      {
        bad: '二、主动公开政府信息情况\n\n规章 0 0 0\n⟦行政规范性文件 21b⟧\n行政许可 14\n行政处罚 3\n行政强制 0\n行政事业性收费 0\n',
        good: '二、主动公开政府信息情况\n\n规章 0 0 0\n行政规范性文件 2 1 6\n行政许可 14\n行政处罚 3\n行政强制 0\n行政事业性收费 0\n',
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    const unread = unreadOf(table);
    for (const rows of [unread.filter(({ blank }) => blank), unread.filter(({ blank }) => !blank)]) if (rows.length > 0) yield unreadFinding(table, rows);
    const odd = table.rows.filter(({ found, expected }) => found !== expected);
    const glued = odd.filter(({ layout }) => layout === 'flattened');
    if (glued.length > 0) yield gluedRows(table, glued);
    for (const rows of alike(odd.filter(({ layout }) => layout !== 'flattened'))) yield rows.length === 1 ? oddRow(table, rows[0]!) : oddRows(table, rows);
  },
};

/** Rows that are there and were not read. Behind one with too many values theirs may stand among these: that is one mistake, and told there. */
function unreadOf(table: BoundTable): UnreadRow[] {
  const unread = unreadRows(table);
  let before: BoundRow | undefined;
  return table.spec.rows.flatMap((row) => {
    before = table.row(row.id) ?? before;
    const own = unread.get(row);
    return own && !(before && before.found > before.expected) ? [own] : [];
  });
}

const ALSO_BLANK: Text = { zh: '也没有读到数', en: 'has no number that was read either' };
const ALSO_UNCLEAR: Text = { zh: '也读不准', en: 'can’t be read for certain either' };

/** Rows that lost their numbers, or were left blank where blank cells are not to be seen, or are garbled: one finding a table. */
function unreadFinding(table: BoundTable, rows: readonly UnreadRow[]): Finding {
  const [first, ...others] = rows as readonly [UnreadRow, ...UnreadRow[]];
  const also = first.blank ? ALSO_BLANK : ALSO_UNCLEAR;
  return {
    span: first.span,
    message: first.blank ? 'none' : 'unclear',
    args: { table: table.spec.name, count: rows.length, rows: listed(rows.map(({ row }) => rowName(row)), MAX_NAMES) },
    related: others.map(({ row, span }) => ({ span, message: { zh: `“${rowName(row)}”${also.zh}`, en: `“${rowName(row)}” ${also.en}` } })),
  };
}

/** Rows with as many values too many or too few: one column was lost, or is there twice. */
function alike(rows: readonly BoundRow[]): BoundRow[][] {
  const groups = new Map<number, BoundRow[]>();
  for (const row of rows) groups.set(row.found - row.expected, [...(groups.get(row.found - row.expected) ?? []), row]);
  return [...groups.values()];
}

function oddRows(table: BoundTable, rows: readonly BoundRow[]): Finding {
  const [first] = rows as readonly [BoundRow];
  const surplus = first.found - first.expected;
  const fixes = rows.map((row) => withoutBlanks(table, row, surplus));
  return {
    span: first.valuesSpan,
    message: 'rows',
    args: { count: rows.length, rows: listed(rows.map(({ spec }) => rowName(spec)), MAX_NAMES), gap: gapInWords(surplus) },
    related: rows.slice(1).map((row) => ({ span: rowSpan(table, row), message: { zh: `“${rowName(row.spec)}”有 ${row.found} 个数`, en: `“${rowName(row.spec)}” has ${row.found} ${row.found === 1 ? 'value' : 'values'}` } })),
    fixes: fixes.every((own) => own.length > 0) ? removal(fixes.flatMap((own) => own[0]!.edits)) : [],
  };
}

const gapInWords = (surplus: number): Text => (surplus > 0 ? { zh: `多 ${surplus} 个`, en: `${surplus} too many` } : { zh: `少 ${-surplus} 个`, en: `${-surplus} too few` });

/** Glued digits are one mistake of the paste, not one of every row. */
function gluedRows(table: BoundTable, rows: readonly BoundRow[]): Finding {
  return {
    span: rows[0]!.valuesSpan,
    message: 'glued',
    args: { count: rows.length, rows: listed(rows.map(({ spec }) => rowName(spec)), MAX_NAMES) },
    related: rows.slice(1).map((row) => ({ span: rowSpan(table, row), message: { zh: rowName(row.spec), en: rowName(row.spec) } })),
  };
}

function oddRow(table: BoundTable, row: BoundRow): Finding {
  const { found, expected, spec } = row;
  const surplus = found - expected;
  const whole = isWholeTable(row);
  return {
    span: row.valuesSpan,
    ...(whole ? { message: 'table' } : {}),
    args: { row: rowName(spec), table: table.spec.name, found, expected, gap: gapInWords(surplus) },
    fixes: withoutBlanks(table, row, surplus),
  };
}

/** Exactly as many blank cells as there are cells too many: they may go. Which number is too many is never guessed. */
function withoutBlanks(table: BoundTable, row: BoundRow, surplus: number): Fix[] {
  const blanks = row.values.filter(({ text }) => text === '');
  if (surplus <= 0 || blanks.length !== surplus) return [];
  const edits = blanks.flatMap(({ span }) => removeBlank(table.section.text, row.layout, span) ?? []);
  if (edits.length !== blanks.length) return [];
  return removal(edits);
}

function removal(edits: readonly Edit[]): Fix[] {
  const count = edits.length;
  return [{ title: { zh: `删除多余的 ${count} 个空白单元格`, en: `Remove ${count} surplus blank ${count === 1 ? 'cell' : 'cells'}` }, safety: 'suggested', preferred: true, edits }];
}
