/** What an editor makes of differences between findings. */
import type { Diagnostic } from 'vscode-languageserver';
import { itemBelow } from '../../server/src/lsp/diagnostics/items';
import type { DiagnosticDelta } from '../../server/src/protocol';

/** The findings after `delta`, of an editor that held `before`. */
export function followed(before: readonly Diagnostic[], { runs }: DiagnosticDelta<Diagnostic>, uri: string): Diagnostic[] {
  return runs.flatMap((run) => ('items' in run ? run.items : before.slice(run.start, run.start + run.count).map((item) => itemBelow(item, run.lines, uri))));
}
