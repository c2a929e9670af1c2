/** An editor for tests: a server of its own as a child process, and everything that the server says. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, CodeAction, Diagnostic, DocumentDiagnosticReport, InitializeResult, LogMessageParams, PublishDiagnosticsParams, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type StatusParams, STATUS_NOTIFICATION } from '../../server/src/protocol';
import { builtServer } from './builtServer';

const shape = { relatedInformation: true, tagSupport: { valueSet: [1 as const, 2 as const] }, codeDescriptionSupport: true, dataSupport: true };
const codeActionLiteralSupport = { codeActionKind: { valueSet: ['quickfix', 'source', 'source.fixAll'] } };

/** An editor that asks: for diagnostics, for settings; and takes edits with versions. */
export const PULLING: ClientCapabilities = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true }, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: { diagnostic: shape, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { codeActionLiteralSupport, dataSupport: true, resolveSupport: { properties: ['edit'] } } },
};

/** An editor that waits to be told. */
export const PUSHED: ClientCapabilities = { textDocument: { publishDiagnostics: shape, codeAction: { codeActionLiteralSupport } } };

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answer to `workspace/configuration`, by document. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  /** URIs of the workspace's folders. */
  readonly folders?: readonly string[];
  /** Called before the server is initialized: answers to requests of its own. */
  readonly prepare?: (connection: MessageConnection) => void;
}

let serverPath: string | undefined;

export class LanguageClient {
  readonly documents = new Map<string, TextDocument>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly logs: string[] = [];
  refreshes = 0;
  configuration: StartOptions['configuration'];
  initializeResult!: InitializeResult;
  private readonly listeners = new Set<() => void>();

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly connection: MessageConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => this.heard(() => this.published.push(params)));
    connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => this.heard(() => this.statuses.push(params)));
    connection.onNotification('window/logMessage', (params: LogMessageParams) => this.heard(() => this.logs.push(params.message)));
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => items.map(({ scopeUri }) => this.configuration?.(scopeUri) ?? null));
    connection.onRequest('workspace/diagnostic/refresh', () => this.heard(() => this.refreshes++) ?? null);
    connection.onRequest('client/registerCapability', () => null);
    connection.onError(() => undefined);
    connection.listen();
  }

  /** A process with a connection, not initialized. */
  static spawn(...args: readonly string[]): LanguageClient {
    serverPath ??= builtServer();
    const child = spawn(process.execPath, [serverPath, ...(args.length > 0 ? args : ['--stdio'])], { env: { ...process.env, OGI_REPORT_PUSH_DELAY_MS: '20' } });
    return new LanguageClient(child, createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)));
  }

  static async start({ capabilities = PULLING, initializationOptions, configuration, folders, prepare }: StartOptions = {}): Promise<LanguageClient> {
    const client = LanguageClient.spawn();
    client.configuration = configuration;
    prepare?.(client.connection);
    const workspaceFolders = folders?.map((uri) => ({ uri, name: uri })) ?? null;
    client.initializeResult = await client.connection.sendRequest('initialize', { processId: process.pid, rootUri: null, workspaceFolders, capabilities, initializationOptions });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** Shuts down as an editor should; the exit code. */
  async stop(): Promise<number | null> {
    const exit = this.exitCode();
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return exit;
  }

  async exitCode(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const [code] = (await once(this.process, 'exit')) as [number | null];
    return code;
  }

  async open(uri: string, text: string, version = 1): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, 'ogi-report', version, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'ogi-report', version, text } });
  }

  async change(uri: string, ...contentChanges: readonly { range?: Range; text: string }[]): Promise<void> {
    const document = this.documents.get(uri)!;
    TextDocument.update(document, contentChanges.map(({ range, text }) => (range ? { range, text } : { text })), document.version + 1);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.documents.get(uri)!.getText();
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  }

  /** The findings of now. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  codeActions(uri: string, range: Range, context: object = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** Applies an action's edit as an editor does: refused where it is for another version. */
  async apply(uri: string, { edit }: CodeAction): Promise<void> {
    const document = this.documents.get(uri)!;
    const versioned = edit?.documentChanges?.flatMap((change) => ('edits' in change && change.textDocument.uri === uri && change.textDocument.version === document.version ? [change] : []));
    const edits = versioned ? versioned.flatMap((change) => change.edits as TextEdit[]) : edit?.changes?.[uri];
    if (!edits || edits.length === 0) throw new Error('The action has no edit for this version of the document.');
    await this.change(uri, { text: TextDocument.applyEdits(document, edits) });
  }

  /** Resolves when `found` has a value, which is looked for whenever the server says something. */
  async until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.listeners.delete(listener);
          resolve();
        };
        this.listeners.add(listener);
      });
    }
  }

  private heard(record: () => unknown): void {
    record();
    for (const listener of [...this.listeners]) listener();
  }
}

/** The place of `words` in `text`. */
export function rangeOf(text: string, words: string): Range {
  const document = TextDocument.create('', '', 0, text);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`No ${JSON.stringify(words)} in the text.`);
  return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
}
