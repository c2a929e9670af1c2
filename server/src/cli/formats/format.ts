/**
 * What a format of `check` is: what stands before the files, what each file gives, and what stands after them. A file's part
 * knows nothing of the other files, so that any thread can write it. A new format is a new file in this folder.
 */
import type { Diagnostic } from '../../analysis/analyse';
import type { Ignored } from '../../analysis/ignore';
import type { Severity } from '../../rules/rule';
import type { PlacedReport } from '../../model/types';
import type { Text } from '../../text/span';
import type { Failure } from '../failure';
import type { RangeOf } from '../positions';
import type { Voice } from '../voice';

export interface FileResult {
  readonly path: string;
  /** Why the file could not be read, or not be checked in full. */
  readonly error?: Text;
  readonly reports: readonly PlacedReport[];
  /** Those to be shown, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many more there are than are to be shown. */
  readonly omitted: number;
  /** Those that the settings beside the file leave, with reasons. */
  readonly ignored: readonly Ignored[];
  /** By which a finding is found again in another version of the file. */
  fingerprintOf(diagnostic: Diagnostic): string;
  readonly rangeOf: RangeOf;
}

export interface Totals {
  readonly files: number;
  readonly reports: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Findings that `fix` can mend. */
  readonly fixable: number;
  /** Findings that the settings beside the files leave. */
  readonly ignored: number;
  /** Files in folders that are no reports. */
  readonly skipped: number;
  /** Files that could not be read, or not be checked in full. */
  readonly failures: readonly Failure[];
}

export interface Format {
  /** Before the first file. */
  readonly head: string;
  /** Between the parts of two files. */
  readonly between: string;
  /** The file's part; where it is empty, the file is left out. */
  readonly file: (result: FileResult) => string;
  /** After the last file. */
  readonly end: (totals: Totals) => string;
}

export interface FormatOptions {
  readonly voice: Voice;
  /** Which findings fail a run. */
  readonly failing: readonly Severity[];
}
