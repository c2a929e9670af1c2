/** The language server on a connection, whatever the host: puts the parts together and names what it can do. */
import { type Connection, DidChangeConfigurationNotification, ErrorCodes, type InitializeParams, type InitializeResult, PositionEncodingKind, ResponseError, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol';
import { Analyses } from './analyses';
import { type Client, readClient } from './client';
import { codeAction } from './codeAction';
import { codeLens } from './codeLens';
import { completion } from './completion';
import type { Context, Feature } from './context';
import { SOURCE } from './convert';
import { definition } from './definition';
import { diagnostics } from './diagnostics';
import { documentHighlight } from './documentHighlight';
import { documentSymbol } from './documentSymbol';
import { openDocuments } from './documents';
import type { Environment } from './environment';
import { editorFiles } from './files';
import { foldingRange } from './foldingRange';
import { formatting } from './formatting';
import { hover } from './hover';
import { inlayHint } from './inlayHint';
import { type Log, logTo } from './log';
import { newReport } from './newReport';
import { references } from './references';
import { selectionRange } from './selectionRange';
import { semanticTokens } from './semanticTokens';
import { DocumentSettings } from './settings';
import { signatureHelp } from './signatureHelp';
import { teller } from './status';
import { Workspace } from './workspace';

/** Everything the server does; a new feature is a new file and a line here. */
export const FEATURES: readonly Feature[] = [
  ...[diagnostics, documentSymbol, foldingRange, codeAction],
  ...[hover, signatureHelp, inlayHint, codeLens, semanticTokens, documentHighlight, definition, references, selectionRange],
  ...[completion, formatting, newReport],
];

export function startServer(connection: Connection, environment: Environment): void {
  const documents = new TextDocuments(openDocuments);
  const log = logTo(connection);
  let initialized = false;

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (initialized) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    initialized = true;
    const client = readClient(params);
    const settings = settingsOf(connection, client, environment, log);
    const workspace = new Workspace(connection, client, client.offersFiles ? editorFiles(connection) : environment.files, documents, settings, log);
    const tellStatus = teller(connection, log);
    const analyses = new Analyses(
      (document) => workspace.vicinityOf(document),
      (snapshot) => {
        tellStatus(snapshot);
        workspace.analysed(snapshot);
      },
    );
    const context: Context = { connection, client, environment, documents, settings, analyses, workspace, log };
    connection.onInitialized(() => {
      askForSettings(connection, client, log);
      workspace.start();
    });
    documents.onDidClose(({ document }) => settings.forget(document.uri));
    for (const feature of FEATURES) feature.listen(context);
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.tellsFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
        ...Object.assign({}, ...FEATURES.map((feature) => feature.capabilities(client))),
      },
      serverInfo: { name: SOURCE, version: environment.version },
    };
  });

  documents.listen(connection);
  connection.listen();
}

function settingsOf(connection: Connection, client: Client, { docsBase }: Environment, log: Log): DocumentSettings {
  const ask = (scopeUri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri, section: SETTINGS_SECTION });
  const settings = new DocumentSettings(client.answersConfiguration ? ask : undefined, client.settings, { locale: client.locale, docsBase }, log);
  connection.onDidChangeConfiguration(({ settings: payload }) => settings.changed(payload));
  return settings;
}

function askForSettings(connection: Connection, client: Client, log: Log): void {
  if (!client.registersConfiguration) return;
  connection.client
    .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
    .catch((error: unknown) => log.error('The editor will not tell of changed settings.', error));
}
