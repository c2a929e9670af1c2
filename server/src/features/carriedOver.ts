/** What last year's report carried over: this year's 二、上年结转. */
import type { ColumnSpec } from '../editions';
import { type ReportSummary, tableIn, valueIn } from '../model/report/summary';

/** Last year's 四、结转下年度继续办理 in one column; undefined where it can't be relied on, or several files contradict each other. */
export function carriedOver(lastYears: readonly ReportSummary[], { id }: ColumnSpec): number | undefined {
  const values = new Set(lastYears.map((report) => {
    const table = tableIn(report, 'requests');
    return table && valueIn(table, 'carriedOut', id);
  }));
  return values.size === 1 ? [...values][0] : undefined;
}
