/** The tables of the form as text, in any layout: for inserting what is missing, and for tests that read it back. */
import type { ColumnSpec, RowSpec, SkeletonRow, TableSpec } from '../editions';
import type { LayoutId } from '../syntax/types';

/** What to print in a data cell. */
export type CellText = (row: RowSpec, column: ColumnSpec) => string;

interface Style {
  /** One row of the printed form; `values` are the texts of its data cells. */
  row(labels: readonly string[], values: readonly string[], eol: string): string;
}

/** The layouts that tables are written in; the others are only read. */
export const WRITABLE_LAYOUTS = ['pipe', 'tab', 'cell-per-line', 'flow'] as const;
export type WritableLayout = (typeof WRITABLE_LAYOUTS)[number];

const STYLES: Readonly<{ [id in WritableLayout]: Style }> = {
  // A blank first cell needs its own bar: a single one at the start only frames the row.
  pipe: { row: (labels, values, eol) => `${(labels[0] ?? values[0]) === '' ? '| ' : ''}${[...labels, ...values].join(' | ')} |${eol}` },
  tab: { row: (labels, values, eol) => [...labels, ...values].join('\t') + eol },
  'cell-per-line': { row: (labels, values, eol) => [...labels, ...values].map((cell) => `\t${cell}${eol}`).join('') + eol },
  flow: { row: (labels, values, eol) => [...labels.slice(0, -1).map((label) => label + eol), [...labels.slice(-1), ...values].join(' ') + eol].join('') },
};

/** The style of `layout`; what nobody writes by hand (grids, HTML) is written with tabs. */
function styleOf(layout: LayoutId): Style {
  return STYLES[WRITABLE_LAYOUTS.find((own) => own === layout) ?? 'tab'];
}

/** The whole table with header and captions. Every line ends in `eol`; rows of a cell a line end in a blank one. */
export function renderTable(spec: TableSpec, layout: LayoutId, cell: CellText, eol: string): string {
  return spec.skeleton.map((row) => renderSkeletonRow(spec, row, layout, cell, eol)).join('');
}

/** One data row with its label, and `before` it the labels of its group if it shall bring them. */
export function renderRow(row: RowSpec, layout: LayoutId, cell: CellText, eol: string, before: readonly string[] = []): string {
  return styleOf(layout).row([...before, row.title], row.columns.map((column) => cell(row, column)), eol);
}

function renderSkeletonRow(spec: TableSpec, { cells, row: id }: SkeletonRow, layout: LayoutId, cell: CellText, eol: string): string {
  if (id === undefined) return styleOf(layout).row(cells, [], eol);
  const first = spec.rows.findIndex((row) => row.id === id);
  // 表四 is printed as one row: its three rows stand beside each other.
  const rows = cells.length === 0 ? spec.rows : spec.rows.slice(first, first + 1);
  return styleOf(layout).row(cells, rows.flatMap((row) => row.columns.map((column) => cell(row, column))), eol);
}
