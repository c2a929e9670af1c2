/** A model's transcription of page images: a small Markdown table for every group under a heading, with head words made up. */
import type { DataRow, Form, TableLayout } from './form';
import type { Random } from '../random';

export const ocrMarkdown: TableLayout = {
  id: 'small Markdown tables under headings',
  cells: 'all',
  rowsBy: 'separators',
  render(form, random) {
    if (form.spec.id === 'proactiveDisclosure') return disclosure(form);
    return form.spec.id === 'requests' ? requests(form, random) : remedies(form);
  },
};

const line = (cells: readonly (string | undefined)[]): string => `| ${cells.flatMap((text) => (text === undefined ? [] : text === '' ? ['-'] : [text])).join(' | ')} |\n`;
const rule = (columns: number): string => `|${'---|'.repeat(columns)}\n`;
const small = (head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string => `${line(head)}${rule(head.length)}${rows.map(line).join('')}\n`;
const data = ({ rows }: Form): DataRow[] => rows.flatMap((row) => (row.kind === 'data' ? [row] : []));

function disclosure({ rows }: Form): string {
  return rows
    .map((row, i) => {
      if (row.kind === 'data') return line([row.label!, ...row.values]) + (rows[i + 1]?.kind === 'data' ? '' : '\n');
      const head = row.cells.map(({ text }) => text);
      return head.length === 1 ? `### ${head[0]}\n` : line(head) + rule(head.length);
    })
    .join('');
}

const MADE_UP = ['类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'];
const MISTAKEN = ['项目', '本年新收件数', '上年结转件数', '予以公开', '部分公开', '不予公开', '结转下年度', '总计'];

function requests(form: Form, random: Random): string {
  const parts = ['(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)\n\n', '### 申请人情况 (自然人)\n', small(['(数据项目)', '数量'], [['', '']]), '### 申请人情况 (法人或其他组织)\n'];
  parts.push(small(['商业企业', '科研机构', '社会公益', '法律服务机构', '其他'], [['', '', '', '', '']]));
  let group = '';
  for (const { groups, label, values } of data(form)) {
    const own = groups.at(-1) ?? label!;
    // A page break inside a group brings a head of its own, with the wrong words.
    const breaks = own === group && random.oneIn(12);
    if (breaks) parts.push('\n', line(MISTAKEN), rule(8));
    else if (own !== group) parts.push(group === '' ? '' : '\n', `### ${own}\n`, line(MADE_UP), rule(8));
    group = own;
    parts.push(line([label!.replace(/^(\d\.)/, '$1 '), ...values]));
  }
  return `${parts.join('')}\n`;
}

const REMEDIES = ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'];

function remedies(form: Form): string {
  const results = form.spec.columns.map(({ title }) => title);
  return data(form)
    .flatMap(({ values }) => REMEDIES.map((title, i) => `### ${title}\n${small(results, [values.slice(i * 5, i * 5 + 5)])}`))
    .join('');
}
