/** What every feature of the server works with. */
import type { CancellationToken, Connection, TextDocumentIdentifier, TextDocuments } from 'vscode-languageserver';
import type { Analyses, Snapshot } from './analyses';
import type { Client } from './client';
import type { Configs } from './config/configs';
import type { OpenDocument } from './documents';
import type { Environment } from './environment';
import type { Log } from './log';
import { checkPlaces, type Places } from './positions';
import { contentModified, type Handler, safely, stopIfCancelled } from './safely';
import type { DocumentSettings } from './settings';
import type { Workspace } from './workspace/workspace';

export interface Context {
  readonly connection: Connection;
  readonly client: Client;
  readonly environment: Environment;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: DocumentSettings;
  readonly configs: Configs;
  readonly analyses: Analyses;
  readonly workspace: Workspace;
  readonly log: Log;
}

/** One feature of the protocol; what it promises stands in `capabilities.ts`. */
export interface Feature {
  listen(context: Context): void;
}

/** Makes the editor ask anew when settings change. */
export function refreshOnSettings({ settings, log }: Context, refresh: () => Promise<unknown>): void {
  settings.onDidChange(() => void refresh().catch((error: unknown) => log.error('The editor did not refresh.', error)));
}

/** A handler of requests about one open document. For any other document the answer is `neutral`. */
export function onDocument<P extends Places & { readonly textDocument: TextDocumentIdentifier }, R>(
  { documents, settings, analyses, log }: Context,
  name: string,
  neutral: R,
  handle: (snapshot: Snapshot, params: P) => R,
): Handler<P, R> {
  return safely(log, name, neutral, async (params: P, token: CancellationToken) => {
    const { uri } = params.textDocument;
    const document = documents.get(uri);
    if (!document) return neutral;
    checkPlaces(params);
    const { version } = document;
    const known = await settings.of(uri);
    stopIfCancelled(token);
    // The request's positions, and the use of the answer, are those of the text it was sent for.
    if (documents.get(uri) !== document || document.version !== version) throw contentModified();
    return handle(analyses.of(document, known), params);
  });
}
