/** What the server does once it is initialized: puts its parts together. Loaded after `initialize` was answered. */
import { type Connection, DidChangeConfigurationNotification, TextDocuments } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol';
import { Analyses } from './analyses';
import type { Client } from './client';
import { codeAction } from './codeAction';
import { codeLens } from './codeLens';
import { completion } from './completion';
import { configDiagnostics } from './configDiagnostics';
import { configEdit } from './configEdit';
import { Configs } from './configs';
import type { Context, Feature } from './context';
import { definition } from './definition';
import { diagnostics } from './diagnostics';
import { documentHighlight } from './documentHighlight';
import { documentLink } from './documentLink';
import { documentSymbol } from './documentSymbol';
import { openDocuments } from './documents';
import type { Environment } from './environment';
import { editorFiles } from './files';
import { foldingRange } from './foldingRange';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHint } from './inlayHint';
import { inlineCompletion } from './inlineCompletion';
import { type Log, logTo } from './log';
import { newReport } from './newReport';
import { preview } from './preview';
import { references } from './references';
import { rename } from './rename';
import { selectionRange } from './selectionRange';
import { semanticTokens } from './semanticTokens';
import { DocumentSettings } from './settings';
import { signatureHelp } from './signatureHelp';
import { StatusTeller } from './status';
import { Workspace } from './workspace';
import { workspaceSymbol } from './workspaceSymbol';

/** Everything the server does; a new feature is a new file, a line here and its promise in `capabilities.ts`. */
export const FEATURES: readonly Feature[] = [
  ...[diagnostics, configDiagnostics, configEdit, documentSymbol, foldingRange, codeAction],
  ...[hover, signatureHelp, inlayHint, codeLens, semanticTokens, documentHighlight, definition, references, selectionRange],
  ...[completion, formatting, rename, inlineCompletion, documentLink, workspaceSymbol, newReport, preview],
];

/** Listens on `connection` for all that an initialized editor sends. */
export function serve(connection: Connection, client: Client, environment: Environment): void {
  const documents = new TextDocuments(openDocuments);
  const log = logTo(connection);
  const files = client.offersFiles ? editorFiles(connection) : environment.files;
  const configs = new Configs(files, client.folders);
  const settings = settingsOf(connection, client, configs, environment, log);
  const workspace = new Workspace(connection, client, files, documents, settings, configs, log);
  const status = new StatusTeller(connection, log);
  const analyses = new Analyses(
    (document) => workspace.vicinityOf(document),
    (snapshot) => {
      status.analysed(snapshot);
      workspace.analysed(snapshot);
    },
  );
  const context: Context = { connection, client, environment, documents, settings, configs, analyses, workspace, log };
  connection.onInitialized(() => {
    askForSettings(connection, client, log);
    workspace.start();
  });
  documents.onDidClose(({ document }) => {
    settings.forget(document.uri);
    status.forget(document);
  });
  for (const feature of FEATURES) feature.listen(context);
  documents.listen(connection);
}

function settingsOf(connection: Connection, client: Client, configs: Configs, { docsBase }: Environment, log: Log): DocumentSettings {
  const ask = (scopeUri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION });
  const settings = new DocumentSettings(client.answersConfiguration ? ask : undefined, client.settings, { locale: client.locale, docsBase: client.extensionBase ? `${client.extensionBase}docs/rules/` : docsBase }, log, configs);
  connection.onDidChangeConfiguration(({ settings: payload }) => settings.changed(payload));
  return settings;
}

function askForSettings(connection: Connection, client: Client, log: Log): void {
  if (!client.registersConfiguration) return;
  connection.client
    .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
    .catch((error: unknown) => log.error('The editor will not tell of changed settings.', error));
}
