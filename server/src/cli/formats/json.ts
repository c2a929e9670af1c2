/** For programs, as `docs/schema/check.schema.json` says. Written file by file, so that a long run needs little memory. */
import type { Diagnostic } from '../../analysis/analyse';
import type { EditionId } from '../../editions';
import type { PlacedReport } from '../../model/types';
import type { RangeOf } from '../positions';
import type { Terminal } from '../terminal';
import type { FileResult, Format } from './format';

export function jsonFormat(terminal: Terminal): Format {
  let wrote = false;
  return {
    async file(result) {
      await terminal.out(`${wrote ? ',' : '{"version":1,"files":['}\n${JSON.stringify(fileJson(result, terminal))}`);
      wrote = true;
    },
    async end() {
      await terminal.out(wrote ? '\n]}\n' : '{"version":1,"files":[]}\n');
    },
  };
}

function fileJson({ path, error, reports, diagnostics, omitted, rangeOf }: FileResult, terminal: Terminal): object {
  return {
    file: path,
    ...(error && { error: terminal.words(error) }),
    reports: reports.map(reportJson),
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, rangeOf)),
    ...(omitted > 0 && { omitted }),
  };
}

/** What a report says of itself; null for what it does not say. */
export interface ReportJson {
  readonly title: string | null;
  readonly agency: string | null;
  readonly fiscalYear: number | null;
  readonly edition: EditionId | 'pre2019';
}

export function reportJson({ model: { title, agency, fiscalYear, edition } }: PlacedReport): ReportJson {
  return { title: title?.text ?? null, agency: agency ?? null, fiscalYear: fiscalYear?.year ?? null, edition: edition.id };
}

function diagnosticJson({ rule, severity, message, span, fixes }: Diagnostic, rangeOf: RangeOf): object {
  return {
    rule,
    severity,
    message,
    range: rangeOf(span),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => ({ range: rangeOf(edit.span), newText: edit.newText })) })),
  };
}
