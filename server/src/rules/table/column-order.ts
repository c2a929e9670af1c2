import { tableSpec, type TableSpec } from '../../editions';
import { article, FORM_2021 } from '../../editions/law';
import { matcherOf } from '../../model/binding/labels';
import { remembered } from '../../model/remembered';
import { renderTable } from '../../model/writing/render';
import type { BoundTable } from '../../model/types';
import type { CellSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { headerRows, printedRows } from '../headerRows';
import type { TableRule } from '../rule';

const MIN_COLUMNS = 3;

/** 表三 with two of its headers exchanged, for the example. */
const requests = (headers: string): string =>
  `三、收到和处理政府信息公开申请情况\n\n${renderTable(tableSpec('requests', '2021'), 'pipe', () => '0', '\n').replace('商业企业 | 科研机构 | 社会公益组织', headers)}`;

export const tableColumnOrder: TableRule = {
  id: 'table/column-order',
  scope: 'table',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '表头的列序与表式不同：“{found}”的位置应是“{form}”。各数按表式的列序读入，请核对。', en: 'The columns are not in the form’s order: “{form}” belongs where “{found}” is. Numbers were read in the form’s order; check them.' },
  },
  docs: {
    title: { zh: '列的次序与表式不同', en: 'Columns out of order' },
    what: {
      zh: '表头的各列都在，次序却与表式不同。只核对看得出单元格的表头；数字仍按表式的列序读入。',
      en: 'The header has all its columns, in another order than the form. Only headers whose cells can be told apart are looked at; numbers are still read in the form’s order.',
    },
    why: {
      zh: '上级按列汇总，列序不同会使各类申请人的数互相串位，而勾稽关系照样成立，别处查不出来。',
      en: 'Reports are compiled column by column: numbers end up under other applicants, and every equation still holds.',
    },
    ignore: { zh: '数字确实是按表式的列序填的、只是表头写反时，改表头即可。', en: 'Where the numbers are in the form’s order, only the header has to be changed.' },
    law: [FORM_2021, article('50')],
    examples: [{ bad: requests('⟦科研机构⟧ | 商业企业 | 社会公益组织'), good: requests('商业企业 | 科研机构 | 社会公益组织') }],
  },
  *check(table) {
    for (const row of headerRows(table)) {
      // Cells that a header cell spans may stand as blanks beside it, and before all columns what the rows are: 项目.
      const cells = row.cells.filter(({ text }) => text !== '');
      const columns = matcherOf(table.spec).isHeader(cells[0]?.text ?? '') ? cells : cells.slice(1);
      const titles = exchangedTitles(table, columns);
      const at = titles?.findIndex((title, i) => matchKey(title) !== matchKey(columns[i]!.text)) ?? -1;
      if (at >= 0) yield { span: columns[at]!.span, args: { found: columns[at]!.text, form: titles![at]! } };
    }
  },
};

/** The titles of the header row that has the same cells in another order. */
function exchangedTitles({ spec }: BoundTable, cells: readonly CellSyntax[]): readonly string[] | undefined {
  const keys = cells.map(({ text }) => matchKey(text));
  const asLong = keys.length < MIN_COLUMNS ? [] : sortedRows(spec).filter((header) => header.keys.length === keys.length);
  if (asLong.length === 0) return undefined;
  const sorted = sortedKeys(keys);
  const alike = asLong.filter((header) => header.sorted === sorted);
  return alike.some((header) => header.keys.every((key, i) => key === keys[i])) ? undefined : alike[0]?.titles;
}

/** The header rows of a form, those in which its header is written on one line among them, each with its keys in one order. */
const sortedRows = remembered((spec: TableSpec) => [...printedRows(spec), ...flatRows(spec)].map((header) => ({ ...header, sorted: sortedKeys(header.keys) })));

/** The header on one line, where all rows have the same columns. */
function flatRows({ rows, columns }: TableSpec): { readonly titles: readonly string[]; readonly keys: readonly string[] }[] {
  const titles = columns.map(({ title }) => title);
  return rows.every((row) => row.columns.length === columns.length) ? [{ titles, keys: titles.map(matchKey) }] : [];
}

const sortedKeys = (keys: readonly string[]): string => [...keys].sort().join('|');
