/**
 * Findings in the editor. An editor that pulls asks when it wants them; any other gets them pushed, once a version, when
 * the typing rests.
 */
import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import type { Snapshot } from './analyses';
import type { Context, Feature } from './context';
import { diagnosticOf, SOURCE } from './convert';
import type { OpenDocument } from './documents';
import { tell } from './log';
import { safely, stopIfCancelled } from './safely';

export const diagnostics: Feature = {
  capabilities: ({ pullsDiagnostics }) => (pullsDiagnostics ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: false, workspaceDiagnostics: false } } : {}),
  listen(context) {
    if (context.client.pullsDiagnostics) listenForPulls(context);
    else push(context);
  },
};

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function listenForPulls(context: Context): void {
  const { connection, client, documents, settings, analyses, log } = context;
  connection.languages.diagnostics.on(
    safely(log, 'diagnostic', NOTHING, async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const known = await settings.of(uri);
      stopIfCancelled(token);
      // Asked for after the wait: what the editor wants to show is the text of now.
      const document = documents.get(uri);
      if (!document) return NOTHING;
      const snapshot = analyses.of(document, known);
      if (snapshot.resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: snapshot.resultId, items: itemsOf(snapshot, context) };
    }),
  );
  settings.onDidChange(() => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch((error: unknown) => log.error('The editor did not refresh.', error));
  });
}

function push(context: Context): void {
  const { connection, environment, documents, settings, analyses, log } = context;
  const timers = new Map<string, NodeJS.Timeout>();
  /** The last analysis that was published of each document. */
  const published = new WeakMap<OpenDocument, string>();

  const publish = async (document: OpenDocument): Promise<void> => {
    const { uri, version } = document;
    const known = await settings.of(uri);
    // Closed, or changed and scheduled anew, while we waited.
    if (documents.get(uri) !== document || document.version !== version) return;
    const snapshot = analyses.of(document, known);
    if (published.get(document) === snapshot.resultId) return;
    published.set(document, snapshot.resultId);
    const items = itemsOf(snapshot, context);
    tell(() => connection.sendDiagnostics({ uri, version, diagnostics: items }));
  };
  const clear = (uri: string): void => tell(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
  const schedule = (document: OpenDocument, delay: number): void => {
    clearTimeout(timers.get(document.uri));
    const timer = setTimeout(() => {
      timers.delete(document.uri);
      publish(document).catch((error: unknown) => {
        log.error('publishDiagnostics failed.', error);
        clear(document.uri); // rather none than those of another text
      });
    }, delay);
    timers.set(document.uri, timer);
  };

  // Opening a document counts as a change of it, and its first findings wait for nothing.
  documents.onDidChangeContent(({ document }) => schedule(document, published.has(document) ? environment.pushDelayMs : 0));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    clear(uri);
  });
  settings.onDidChange(() => documents.all().forEach((document) => schedule(document, 0)));
}

function itemsOf(snapshot: Snapshot, { client }: Context): Diagnostic[] {
  return snapshot.analysis.diagnostics.map((_, index) => diagnosticOf(snapshot, index, client));
}
