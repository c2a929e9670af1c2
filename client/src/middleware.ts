/** What of the server's findings is shown: not those of history, and of files that are not open those that somebody wants. */
import { CancellationError, type TextDocument, type Uri } from 'vscode';
import { vsdiag, type Middleware } from 'vscode-languageclient';
import type { DiagnosticPulls } from './diagnosticPulls';
import type { ShownFindings } from './shownFindings';

/** The committed version of a report, as the left side of a diff shows it, can't be changed: its problems are history. */
const isHistory = (document: TextDocument | Uri): boolean => ('uri' in document ? document.uri : document).scheme === 'git';

const NOTHING: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

/** `pulls`: the findings of open documents; `shown`: those the editor shows; `isOn`: whether files that are not open are checked; `isOurs`: whether such a file is taken for a report. */
export function middlewareFor(pulls: DiagnosticPulls, shown: ShownFindings, isOn: () => boolean, isOurs: (file: Uri) => boolean): Middleware {
  return {
    didOpen(document, next) {
      shown.opened(document.uri);
      return next(document);
    },

    async didClose(document, next) {
      await Promise.all([next(document), shown.closed(document.uri, isOn())]);
    },

    async provideDiagnostics(document, previousResultId, token, next) {
      if (isHistory(document)) return NOTHING;
      const report = 'uri' in document ? await pulls.of(document, previousResultId, token).catch(() => undefined) : undefined;
      if (token.isCancellationRequested) throw new CancellationError();
      if ('uri' in document && shown.isClosed(document.uri)) return NOTHING;
      // Where there are no differences to be had, the protocol's own request knows what became of the server.
      return report ?? next(document, previousResultId, token);
    },

    // VS Code asks every two seconds. While nobody wants it, and nothing is to be taken back, the server hears nothing of that.
    provideWorkspaceDiagnostics(resultIds, token, report, next) {
      if (!isOn() && resultIds.length === 0) return { items: [] };
      return next(resultIds, token, (chunk) =>
        report(chunk && { items: chunk.items.map((item) => (item.kind === vsdiag.DocumentDiagnosticReportKind.full && !isOurs(item.uri) ? { ...item, items: [] } : item)) }),
      );
    },
  };
}
