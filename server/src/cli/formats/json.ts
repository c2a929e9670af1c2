/** For programs, as `docs/schema/check.schema.json` says. */
import type { Diagnostic, DiagnosticRelated } from '../../analysis/analyse';
import type { EditionId } from '../../editions';
import type { PlacedReport } from '../../model/types';
import type { RangeOf } from '../positions';
import type { Voice } from '../voice';
import type { FileResult, Format, FormatOptions } from './format';

export function jsonFormat({ voice }: FormatOptions): Format {
  return {
    head: '{"version":1,"files":[\n',
    between: ',\n',
    file: (result) => JSON.stringify(fileJson(result, voice)),
    end: () => '\n]}\n',
  };
}

export function fileJson(result: FileResult, voice: Voice): object {
  const { path, error, reports, diagnostics, omitted, ignored } = result;
  return {
    file: path,
    ...(error && { error: voice.words(error) }),
    reports: reports.map(reportJson),
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, result)),
    ...(omitted > 0 && { omitted }),
    ...(ignored.length > 0 && { ignored: ignored.length }),
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

function diagnosticJson(diagnostic: Diagnostic, { path, rangeOf, fingerprintOf }: FileResult): object {
  const { rule, severity, message, span, related, fixes } = diagnostic;
  return {
    rule,
    severity,
    message,
    range: rangeOf(span),
    ...(related.length > 0 && { related: related.map((other) => relatedJson(other, path, rangeOf)) }),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => ({ range: rangeOf(edit.span), newText: edit.newText })) })),
    fingerprint: fingerprintOf(diagnostic),
  };
}

function relatedJson(related: DiagnosticRelated, file: string, rangeOf: RangeOf): object {
  return { ...('place' in related ? related.place : { file, range: rangeOf(related.span) }), message: related.message };
}
