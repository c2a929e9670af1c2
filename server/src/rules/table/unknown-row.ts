import type { RowSpec } from '../../editions';
import { article, FORM_2021 } from '../../editions/law';
import { spanOf } from '../../model/binding/boundTable';
import { matcherOf } from '../../model/binding/labels';
import type { BoundLabel, BoundTable, UnknownRow } from '../../model/types';
import { withoutMarks } from '../../text/markdown';
import { shortened } from '../../text/shortened';
import type { Span, Text } from '../../text/span';
import type { Finding, TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { asWritten, listed, LONGEST_QUOTE, rowName, rowSpan } from '../tableWords';
import { labelsOf } from '../unreadRows';

const MAX_NAMES = 3;

export const tableUnknownRow: TableRule = {
  id: 'table/unknown-row',
  scope: 'table',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: { zh: '“{label}”不是{table}表式中的行；其中的数未读入，也未参与勾稽核对。', en: '“{label}” is no row of {table}; its numbers were not read and take no part in the arithmetic.' },
    instead: { zh: '“{label}”不是{table}表式中的行，这里应是{rows}；其中的数未读入，也未参与勾稽核对。', en: '“{label}” is no row of {table}; {rows} is expected here. Its numbers were not read and take no part in the arithmetic.' },
    split: {
      zh: '“{row}”在{table}表式中只有一行，这里分列为{rows}；各行的数未读入，也未参与勾稽核对，应合并填写。',
      en: '“{row}” is one row of {table}; here it is split into {rows}. Their numbers were not read and take no part in the arithmetic; they belong in one row.',
    },
    group: { zh: '“{label}”在{table}表式中是分组的名称，不填数；其中的数未读入，也未参与勾稽核对。', en: '“{label}” names a group of rows in {table} and has no numbers of its own; these were not read and take no part in the arithmetic.' },
    nameless: { zh: '此处的数没有行名，不知属于{table}哪一行（可能是{rows}）；未读入，也未参与勾稽核对。', en: 'These numbers have no label, so their row in {table} is not known (perhaps {rows}); they were not read and take no part in the arithmetic.' },
    namelessRows: {
      zh: '{count} 处的数没有行名，不知属于{table}哪一行（可能是{rows}）；未读入，也未参与勾稽核对。请从原表重新粘贴。',
      en: 'The numbers of {count} rows have no label, so their rows in {table} are not known (perhaps {rows}); they were not read and take no part in the arithmetic. Paste the table again.',
    },
    astray: { zh: '此处的数没有行名，表式在这里也不缺行；未读入，也未参与勾稽核对。', en: 'These numbers have no label, and no row of the form is missing here; they were not read and take no part in the arithmetic.' },
    astrayRows: {
      zh: '{count} 处的数没有行名，表式在这里也不缺行；未读入，也未参与勾稽核对。请从原表重新粘贴。',
      en: 'The numbers of {count} rows have no label, and no row of the form is missing here; they were not read and take no part in the arithmetic. Paste the table again.',
    },
    repeated: { zh: '“{row}”行重复出现；只读入其中一行，请删去多余的一行。', en: 'Row “{row}” is there twice; only one of them was read. Remove the one too many.' },
  },
  docs: {
    title: { zh: '表式以外的行或重复的行', en: 'A row that is not in the form, or is there twice' },
    what: {
      zh: '带数字的一行，行名不属于表式，或与已有的行重复；或者表式的一行分列成了几行（“其他对外管理服务事项”下分“行政检查”“行政确认”）。这样的行不读入，也不参与核对。',
      en: 'A row with numbers whose label is not in the form, or names a row that is there already; or one row of the form split into several (其他对外管理服务事项 into 行政检查 and 行政确认). Such rows are not read and take no part in the arithmetic.',
    },
    why: {
      zh: '自行增加的行不进入汇总；重复的行会使合计含糊。',
      en: 'Rows of one’s own are lost when reports are compiled; rows that are there twice make totals ambiguous.',
    },
    ignore: {
      zh: '个别省份的通知增加了行（如“其他主动公开文件”），按通知填报的可以忽略。',
      en: 'Some provinces add rows by notice (“其他主动公开文件”); leave those as they are.',
    },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14' }) + '⟦行政许可⟧ | 15 |\n',
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14' }),
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    const nameless = table.unknown.filter(({ label, repeats }) => !label && !repeats);
    if (nameless.length > 1) yield namelessRows(table, nameless);
    const split = splitRows(table);
    const told = new Set(split.flatMap(({ parts }) => parts));
    for (const own of split) yield oneRow(table, own);
    for (const unknown of table.unknown) {
      if ((nameless.length > 1 && nameless.includes(unknown)) || told.has(unknown)) continue;
      const first = unknown.repeats && table.row(unknown.repeats.id);
      yield {
        span: unknown.label?.span ?? unknown.span,
        ...messageOf(unknown, table),
        args: { label: unknown.label ? quoted(table, unknown.label) : '', table: table.spec.name, row: unknown.repeats ? rowName(unknown.repeats) : '', rows: namesOf(unknown.instead) },
        related: first ? [{ span: rowSpan(table, first), message: { zh: '读入的是这一行', en: 'The row that was read' } }] : [],
      };
    }
  },
};

const quoted = (table: BoundTable, label: BoundLabel): string => shortened(withoutMarks(asWritten(table, label.span, label.text)), LONGEST_QUOTE);

/** A row of the form that is split into several of the text. */
interface SplitRow {
  readonly row: RowSpec;
  /** Its label, which has no numbers. */
  readonly span: Span;
  readonly parts: readonly UnknownRow[];
}

/** Rows in the place of one whose label, the first of its kind, stands before them without numbers, like that of a group, are its parts. */
function splitRows(table: BoundTable): SplitRow[] {
  const inPlaceOf = new Map<RowSpec, UnknownRow[]>();
  for (const unknown of table.unknown) {
    const { label, repeats, instead } = unknown;
    const [row, ...others] = instead;
    if (!label || repeats || !row || others.length > 0) continue;
    const own = inPlaceOf.get(row);
    if (own) own.push(unknown);
    else inPlaceOf.set(row, [unknown]);
  }
  if (inPlaceOf.size === 0) return [];
  const labels = new Map<RowSpec, Span>();
  for (const { row, cells } of labelsOf(table, new Set(inPlaceOf.keys()))) if (!labels.has(row)) labels.set(row, spanOf(cells));
  return [...labels].flatMap(([row, span]): SplitRow[] => {
    const parts = inPlaceOf.get(row)!.filter(({ label }) => label!.span.start >= span.end);
    return parts.length > 1 ? [{ row, span, parts }] : [];
  });
}

function oneRow(table: BoundTable, { row, span, parts }: SplitRow): Finding {
  return {
    span,
    message: 'split',
    args: { row: rowName(row), table: table.spec.name, rows: listed(parts.map(({ label }) => `“${quoted(table, label!)}”`), MAX_NAMES) },
    related: parts.map((part) => ({ span: part.label!.span, message: { zh: '分列的一行', en: 'One of its rows' } })),
  };
}

const namesOf = (rows: readonly RowSpec[]): Text => listed(rows.map((row) => `“${rowName(row)}”`), MAX_NAMES);

/** Labels that a table lost are one mistake of the copy, not one of every row. */
function namelessRows(table: BoundTable, rows: readonly UnknownRow[]): Finding {
  const [first, ...others] = rows as readonly [UnknownRow, ...UnknownRow[]];
  const instead = [...new Set(rows.flatMap((row) => row.instead))];
  return {
    span: first.span,
    message: instead.length > 0 ? 'namelessRows' : 'astrayRows',
    args: { count: rows.length, table: table.spec.name, rows: namesOf(instead) },
    related: others.map(({ span }) => ({ span, message: { zh: '这里的数也没有行名', en: 'These numbers have no label either' } })),
  };
}

function messageOf({ repeats, label, instead }: UnknownRow, { spec }: BoundTable): { readonly message?: string } {
  if (repeats) return { message: 'repeated' };
  if (!label) return { message: instead.length > 0 ? 'nameless' : 'astray' };
  if (matcherOf(spec).isHeader(label.text)) return { message: 'group' };
  return instead.length > 0 ? { message: 'instead' } : {};
}
