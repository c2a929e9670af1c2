/**
 * A report's main figures beside those of the same agency's report of the year before, where that is known.
 *
 * Only numbers that can be relied on are compared: one that can't be read, was deduced, or is called wrong by the equations of
 * its own table has no figure. 表二 is compared within one form only, since the forms count other things.
 */
import { tableSpec, type TableId } from '../editions';
import type { Beside } from '../model/report/neighbours';
import { reliableValue, type ReportSummary, tableIn, valueIn } from '../model/report/summary';
import type { BoundTable, ReportModel } from '../model/types';
import { columnName, rowName } from '../rules/tableWords';
import { inLocale, type Locale, type Text } from '../text/span';

export interface Comparison {
  /** The other report, and the file it is in, as the host names it. */
  readonly agency: string;
  readonly fiscalYear: number;
  readonly file: string;
  /** Further files with a report of that year, which are not shown. */
  readonly further: number;
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly table: TableId;
  readonly name: string;
  readonly unit: string;
  /** Undefined where the number can't be relied on. */
  readonly now: number | undefined;
  readonly before: number | undefined;
}

/** Undefined where no report of the year before is known. */
export function comparisonOf({ tables }: ReportModel, beside: Beside | undefined, locale: Locale): Comparison | undefined {
  const ofLastYear = beside?.others.filter(({ fiscalYear }) => fiscalYear === beside.own.fiscalYear - 1) ?? [];
  const [last] = ofLastYear;
  if (!last) return undefined;
  const figures = tables.flatMap(({ table }) => figuresOf(table, last, locale));
  return figures.length === 0 ? undefined : { agency: last.agency, fiscalYear: last.fiscalYear, file: last.file, further: ofLastYear.length - 1, figures };
}

/** Cells whose numbers are added up; all of `columns`, which is 总计 where there is one. */
interface FigureSpec {
  readonly table: TableId;
  readonly name?: Text;
  /** A row id, or the beginning of several: `denied.`. */
  readonly rows: string;
  readonly column: string;
}

const request = (rows: string, zh: string, en: string): FigureSpec => ({ table: 'requests', name: { zh, en }, rows, column: 'total' });

const FIGURES: readonly FigureSpec[] = [
  ...['rules', 'normativeDocuments'].flatMap((rows) => ['issued', 'repealed', 'inForce', 'newlyMade', 'newlyDisclosed', 'totalDisclosed'].map((column): FigureSpec => ({ table: 'proactiveDisclosure', rows, column }))),
  ...['licensing', 'otherServices', 'penalties', 'coercion'].map((rows): FigureSpec => ({ table: 'proactiveDisclosure', rows, column: 'decisions' })),
  { table: 'proactiveDisclosure', rows: 'fees', column: 'amount' },
  { table: 'proactiveDisclosure', rows: 'procurement', column: 'amount' },
  request('received', '本年新收申请', 'requests received'),
  request('carriedIn', '上年结转', 'carried over from last year'),
  request('granted', '予以公开', 'granted'),
  request('partiallyGranted', '部分公开', 'granted in part'),
  request('denied.', '不予公开', 'denied'),
  request('unavailable.', '无法提供', 'unavailable'),
  request('notProcessed.', '不予处理', 'not processed'),
  request('other', '其他处理', 'other'),
  request('processedTotal', '办理结果总计', 'processed in all'),
  request('carriedOut', '结转下年度', 'carried over to next year'),
  ...['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map((rows): FigureSpec => ({ table: 'reviewAndLitigation', rows, column: 'total' })),
];

function figuresOf(table: BoundTable, last: ReportSummary, locale: Locale): Figure[] {
  const { spec } = table;
  const summary = tableIn(last, spec.id);
  if (!summary || (spec.id === 'proactiveDisclosure' && summary.edition !== spec.edition)) return [];
  return FIGURES.filter((own) => own.table === spec.id).flatMap(({ name, rows: id, column }): Figure[] => {
    const rows = rowsOf(table.spec.rows, id, column);
    const before = rowsOf(tableSpec(spec.id, summary.edition).rows, id, column);
    if (rows.length === 0 || before.length === 0) return [];
    return [
      {
        table: spec.id,
        name: name ? inLocale(name, locale) : nameOf(table, rows[0]!, column),
        unit: rows[0]!.columns.find((own) => own.id === column)!.unit,
        now: sum(rows.map((row) => reliableValue(table, row.id, column))),
        before: sum(before.map((row) => valueIn(summary, row.id, column))),
      },
    ];
  });
}

type Row = BoundTable['spec']['rows'][number];

/** `other` is one row in the form of 2019 and several in that of 2021. */
function rowsOf(rows: readonly Row[], id: string, column: string): Row[] {
  const group = id.endsWith('.') ? id : `${id}.`;
  return rows.filter((row) => (row.id === id || row.id.startsWith(group)) && row.columns.some((own) => own.id === column));
}

function nameOf({ spec }: BoundTable, row: Row, column: string): string {
  return spec.id === 'reviewAndLitigation' ? rowName(row) : `${rowName(row)}·${columnName(row.columns.find(({ id }) => id === column)!)}`;
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce((so, value) => (so === undefined || value === undefined ? undefined : so + value), 0);
}
