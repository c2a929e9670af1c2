/** While a row is typed: its columns, the one that the caret is in, and what the numbers before it add up to. */
import type { Analysis } from '../analysis/analyse';
import type { ColumnSpec } from '../editions';
import { columnName, rowName } from '../rules/tableWords';
import { inLocale, type Span, span, type Text } from '../text/span';
import { meaningOf } from './meanings';
import { type TypedRow, typedRow } from './typedRow';

export interface SignatureHelp {
  readonly label: string;
  /** What the row counts, and by which law. */
  readonly documentation: string;
  /** The columns: where they stand in the label, and what is to be known of them. */
  readonly columns: readonly { readonly span: Span; readonly documentation: string }[];
  /** Index of the column that the caret is in. */
  readonly active: number;
}

const BETWEEN = ' ｜ ';

/** Undefined where no row is typed, and behind its last cell. */
export function signatureHelp(analysis: Analysis, offset: number): SignatureHelp | undefined {
  const typed = typedRow(analysis, offset);
  if (!typed) return undefined;
  const { locale } = analysis.settings;
  let label = rowName(typed.row);
  const columns = typed.row.columns.map((column, index) => {
    const start = label.length + BETWEEN.length;
    label += BETWEEN + columnName(column);
    return { span: span(start, label.length), documentation: inLocale(index === typed.column ? aboutColumn(typed, column) : unitOf(column), locale) };
  });
  return { label, documentation: inLocale(meaningOf(typed.row), locale), columns, active: typed.column };
}

const unitOf = ({ unit }: ColumnSpec): Text => ({ zh: `单位：${unit}`, en: `in ${unit}` });

/** Of a total, the sum of what stands before it. */
function aboutColumn({ table, before, row }: TypedRow, column: ColumnSpec): Text {
  const unit = unitOf(column);
  const equation = table.equations.find(({ along, total }) => along === 'row' && total === column.id);
  if (equation?.terms.length !== row.columns.length || before.some(({ kind }) => kind === 'text')) return unit;
  const sum = before.reduce((so, quantity) => so + (quantity.kind === 'number' ? quantity.value : 0), 0);
  return { zh: `${unit.zh}。前面各数相加得 ${sum}`, en: `${unit.en}; the numbers before it sum to ${sum}` };
}
