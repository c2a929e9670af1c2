/** What an editor makes of differences between findings. */
import type { Diagnostic, Range } from 'vscode-languageserver';
import type { DiagnosticDelta } from '../../server/src/protocol';

/** The findings after `delta`, of an editor that held `before`. */
export function followed(before: readonly Diagnostic[], { runs }: DiagnosticDelta<Diagnostic>, uri: string): Diagnostic[] {
  return runs.flatMap((run) => ('items' in run ? run.items : before.slice(run.start, run.start + run.count).map((item) => below(item, run.lines, uri))));
}

function below(item: Diagnostic, lines: number, uri: string): Diagnostic {
  const related = item.relatedInformation?.map((own) => (own.location.uri === uri ? { ...own, location: { uri, range: rangeBelow(own.location.range, lines) } } : own));
  return { ...item, range: rangeBelow(item.range, lines), ...(related ? { relatedInformation: related } : {}) };
}

const rangeBelow = ({ start, end }: Range, lines: number): Range => ({ start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } });
