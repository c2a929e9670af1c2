/** How workspace rules name other files, point into them, and find last year's report among them. */
import type { Beside } from '../model/report/neighbours';
import type { ReportSummary } from '../model/report/summary';
import type { Range, Text } from '../text/span';
import type { Related } from './rule';

/** What `file` is called beside the file `own`: its name, after as much of its path as tells two files of one name apart. Of a URI, as it reads. */
export function fileName(file: string, own: string): string {
  const [parts, others] = [file.split(/[\\/]/), own.split(/[\\/]/)];
  let count = 1;
  while (file !== own && count < parts.length && parts.at(-count) === others.at(-count)) count++;
  const name = parts.slice(-count).join('/');
  if (!file.includes('://')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a URI that an editor did not encode
  }
}

export function inOther({ file }: ReportSummary, range: Range, message: Text): Related {
  return { place: { file, range }, message };
}

/** How this year's report differs from one of last year; undefined where the two can't be compared. */
export type Compare<D> = (last: ReportSummary) => readonly D[] | undefined;

export interface Differing<D> {
  readonly last: ReportSummary;
  /** At least one. */
  readonly differences: readonly D[];
}

/**
 * Last year's report, where this year's does not go with it. A year may have several files, of which only one is the
 * report as it was published: if this year's goes with any of them, nothing is said.
 */
export function differingFromLastYear<D>({ own, others }: Beside, compare: Compare<D>): Differing<D> | undefined {
  let first: Differing<D> | undefined;
  for (const last of others) {
    const differences = last.fiscalYear === own.fiscalYear - 1 ? compare(last) : undefined;
    if (differences?.length === 0) return undefined;
    if (differences) first ??= { last, differences };
  }
  return first;
}
