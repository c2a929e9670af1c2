/** What the server does once it is initialized: puts its parts together. Loaded after `initialize` was answered. */
import { type Connection, DidChangeConfigurationNotification, TextDocuments } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol';
import { Analyses } from './analyses';
import type { Client } from './client';
import { codeAction } from './requests/codeAction';
import { codeLens } from './requests/codeLens';
import { completion } from './requests/completion';
import { configDiagnostics } from './config/configDiagnostics';
import { configEdit } from './config/configEdit';
import { Configs } from './config/configs';
import type { Context, Feature } from './context';
import { definition } from './requests/definition';
import { diagnostics } from './diagnostics/diagnostics';
import { documentHighlight } from './requests/documentHighlight';
import { documentLink } from './requests/documentLink';
import { documentSymbol } from './requests/documentSymbol';
import { openDocuments } from './documents';
import type { Environment } from './environment';
import { editorFiles } from './files';
import { foldingRange } from './requests/foldingRange';
import { formatting } from './requests/formatting';
import { hover } from './requests/hover';
import { inlayHint } from './requests/inlayHint';
import { inlineCompletion } from './requests/inlineCompletion';
import { type Log, logTo } from './log';
import { newReport } from './requests/newReport';
import { preview } from './requests/preview';
import { references } from './requests/references';
import { rename } from './requests/rename';
import { selectionRange } from './requests/selectionRange';
import { semanticTokens } from './requests/semanticTokens';
import { DocumentSettings } from './settings';
import { signatureHelp } from './requests/signatureHelp';
import { StatusTeller } from './status';
import { Workspace } from './workspace/workspace';
import { workspaceSymbol } from './requests/workspaceSymbol';

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
