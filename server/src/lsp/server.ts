/** The language server on a connection, whatever the host: puts the parts together and names what it can do. */
import { type Connection, DidChangeConfigurationNotification, ErrorCodes, type InitializeParams, type InitializeResult, PositionEncodingKind, ResponseError, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import { SETTINGS_SECTION } from '../protocol';
import { Analyses } from './analyses';
import { type Client, readClient } from './client';
import { codeAction } from './codeAction';
import type { Context, Feature } from './context';
import { SOURCE } from './convert';
import { diagnostics } from './diagnostics';
import { documentSymbol } from './documentSymbol';
import { openDocuments } from './documents';
import type { Environment } from './environment';
import { foldingRange } from './foldingRange';
import { type Log, logTo } from './log';
import { DocumentSettings } from './settings';
import { teller } from './status';

/** Everything the server does; a new feature is a new file and a line here. */
const FEATURES: readonly Feature[] = [diagnostics, documentSymbol, foldingRange, codeAction];

export function startServer(connection: Connection, environment: Environment): void {
  const documents = new TextDocuments(openDocuments);
  const log = logTo(connection.console);
  let initialized = false;

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (initialized) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    initialized = true;
    const client = readClient(params);
    const settings = settingsOf(connection, client, environment, log);
    const context: Context = { connection, client, environment, documents, settings, analyses: new Analyses(teller(connection, log)), log };
    documents.onDidClose(({ document }) => settings.forget(document.uri));
    for (const feature of FEATURES) feature.listen(context);
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
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
  connection.onInitialized(() => {
    if (!client.registersConfiguration) return;
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
      .catch((error: unknown) => log.error('The editor will not tell of changed settings.', error));
  });
  return settings;
}
