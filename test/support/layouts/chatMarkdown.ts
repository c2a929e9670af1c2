/**
 * Markdown as chat programs write it: labels of totals and their numbers are bold, rows of a group indented by entities below a row
 * without numbers, 表四 is three rows, and a rule is drawn behind each table.
 */
import type { DataRow, Form, TableLayout } from './form';

export const chatMarkdown: TableLayout = {
  id: 'Markdown of chat programs',
  cells: 'all',
  rowsBy: 'separators',
  render(form) {
    const rows = form.spec.id === 'proactiveDisclosure' ? disclosure(form) : form.spec.id === 'requests' ? requests(form) : remedies(form);
    const [head, ...body] = rows;
    return `${line(head!)}|${' :---: |'.repeat(head!.length)}\n${body.map(line).join('')}\n---\n`;
  },
};

type Cells = readonly (string | undefined)[];

const line = (cells: Cells): string => `| ${cells.flatMap((text) => (text === undefined ? [] : [text])).join(' | ')} |\n`;
const bold = (text: string | undefined): string | undefined => (text ? `**${text}**` : text);
const data = ({ rows }: Form): DataRow[] => rows.flatMap((row) => (row.kind === 'data' ? [row] : []));

function disclosure({ rows }: Form): Cells[] {
  return rows.map((row) => (row.kind === 'data' ? [bold(row.label), ...row.values] : [...row.cells.map(({ text }) => bold(text)), ...Array<string>(4 - row.cells.length).fill('')]));
}

const withTotal = (values: Cells): Cells => [...values.slice(0, -1), bold(values.at(-1))];

function requests(form: Form): Cells[] {
  // The row of the header with the kinds of organisations.
  const kinds = form.rows.flatMap((row) => (row.kind !== 'data' && row.cells.length === 5 ? row.cells.map(({ text }) => text) : []));
  const lines: Cells[] = [['项目', '自然人', ...kinds, '**总计**']];
  let last: readonly string[] = [];
  for (const { groups, label, values } of data(form)) {
    for (const [depth, group] of groups.entries()) if (last[depth] !== group) lines.push([depth === 0 ? bold(group) : group, ...values.map(() => '')]);
    last = groups;
    lines.push([groups.length > 1 ? `&emsp;${label}` : bold(label), ...withTotal(values)]);
  }
  return lines;
}

const REMEDIES = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];

function remedies(form: Form): Cells[] {
  const lines = data(form).flatMap(({ values }) => REMEDIES.map((title, i): Cells => [bold(title), ...withTotal(values.slice(i * 5, i * 5 + 5))]));
  return [['类型', ...form.spec.columns.map(({ title }) => title)], ...lines];
}
