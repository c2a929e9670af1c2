/**
 * Findings in the editor. An editor that pulls asks when it wants them, our own for what changed; any other gets them pushed, once a
 * version, when the typing rests.
 */
import { type CancellationToken, type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { DIAGNOSTIC_DELTA_REQUEST, type DiagnosticDelta, type DiagnosticDeltaParams } from '../../protocol';
import type { Snapshot } from '../analyses';
import type { Context, Feature } from '../context';
import type { OpenDocument } from '../documents';
import { ItemRuns } from './itemRuns';
import { itemsOf, partsOf } from './items';
import { tell } from '../log';
import { safely, stopIfCancelled } from '../safely';
import { listenForWorkspacePulls } from './workspaceDiagnostics';

export const diagnostics: Feature = {
  listen(context) {
    if (!context.client.pullsDiagnostics) return push(context);
    listenForPulls(context);
    listenForWorkspacePulls(context);
  },
};

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

function listenForPulls(context: Context): void {
  const { connection, client, documents, settings, analyses, workspace, log } = context;
  const snapshotOf = async (uri: string, token: CancellationToken): Promise<Snapshot | undefined> => {
    // Settings that were asked for are remembered until the document is closed.
    if (!documents.get(uri)) return undefined;
    const known = await settings.of(uri);
    stopIfCancelled(token);
    // Asked for after the wait: what the editor wants to show is the text of now.
    const document = documents.get(uri);
    return document && analyses.of(document, known);
  };
  connection.languages.diagnostics.on(
    safely(log, 'diagnostic', NOTHING, async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const snapshot = await snapshotOf(uri, token);
      if (!snapshot) return NOTHING;
      if (snapshot.resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: snapshot.resultId, items: itemsOf(snapshot, client) };
    }),
  );
  const runs = new ItemRuns();
  connection.onRequest(
    DIAGNOSTIC_DELTA_REQUEST,
    safely(log, 'diagnosticDelta', null, async ({ textDocument: { uri }, previousResultId }: DiagnosticDeltaParams, token): Promise<DiagnosticDelta<Diagnostic> | null> => {
      const snapshot = await snapshotOf(uri, token);
      return snapshot ? runs.since(previousResultId, snapshot, partsOf(snapshot, client)) : null;
    }),
  );
  const refresh = (): void => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch((error: unknown) => log.error('The editor did not refresh.', error));
  };
  settings.onDidChange(refresh);
  workspace.onDidChange(() => documents.all().some((document) => analyses.isOutdated(document)) && refresh());
}

function push(context: Context): void {
  const { connection, client, environment, documents, settings, analyses, workspace, log } = context;
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
    const items = itemsOf(snapshot, client);
    tell(() => connection.sendDiagnostics({ uri, version, diagnostics: items }));
  };
  const clear = (uri: string): void => tell(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
  const schedule = (document: OpenDocument, delay: number): void => {
    clearTimeout(timers.get(document.uri));
    const timer = setTimeout(() => {
      timers.delete(document.uri);
      publish(document).catch((error: unknown) => {
        log.failed('publishDiagnostics', error);
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
  workspace.onDidChange(() => documents.all().forEach((document) => analyses.isOutdated(document) && schedule(document, 0)));
}
