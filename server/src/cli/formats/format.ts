/** What a format of `check` is given: one result a file, then the totals. A new format is a new file in this folder. */
import type { Diagnostic } from '../../analysis/analyse';
import type { PlacedReport } from '../../model/types';
import type { Text } from '../../text/span';
import type { RangeOf } from '../positions';

export interface FileResult {
  readonly path: string;
  /** Why the file could not be read, or not be checked in full. */
  readonly error?: Text;
  readonly reports: readonly PlacedReport[];
  /** Those to be shown, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there are than are to be shown. */
  readonly omitted: number;
  readonly rangeOf: RangeOf;
}

export interface Totals {
  readonly files: number;
  readonly reports: number;
  readonly bySeverity: Record<Diagnostic['severity'], number>;
  /** Findings that `fix` can mend. */
  readonly fixable: number;
  /** Files in folders that are no reports. */
  readonly skipped: number;
  /** Files that could not be read, or not be checked in full. */
  readonly failed: number;
}

export interface Format {
  file(result: FileResult): Promise<void>;
  end(totals: Totals): Promise<void>;
}
