/**
 * Connects the extension with a language server. The library behind it is the larger part of the extension, so this file and
 * those that import it are loaded when the first report is seen; see esbuild.mjs.
 */
import { env, type LogOutputChannel, type Uri } from 'vscode';
import { CloseAction, ErrorAction, State, type BaseLanguageClient, type ErrorHandler, type LanguageClientOptions } from 'vscode-languageclient';
import { FAILED_PARTS_NOTIFICATION, PREVIEW_OUTDATED_NOTIFICATION, SETTINGS_SECTION, STATUS_NOTIFICATION, type FailedPartsParams, type InitializationOptions, type StatusParams } from '../../server/src/protocol';
import { DiagnosticPulls } from './diagnosticPulls';
import { answerFileRequests } from './files';
import { middlewareFor } from './middleware';
import { LANGUAGE_ID } from './names';
import { serverSettings } from './settings';
import { ShownFindings } from './shownFindings';

/** What the extension hears of its server. */
export interface Listener {
  readonly log: LogOutputChannel;
  onStatus(status: StatusParams): void;
  onFailedParts(failed: FailedPartsParams): void;
  onDown(isDown: boolean): void;
  /** Whether reports that are not open are checked. */
  checksWorkspace(): boolean;
  /** Whether a file that is not open counts as a report, if its content is one. */
  takes(file: Uri): boolean;
  /** Reports came, went or changed that a preview compares with. */
  onPreviewOutdated(): void;
  /** The server died. Returns what the log should say of it. */
  onCrash(): string;
}

/** Makes a client of the server in `extensionUri`, the folder of the extension; it is not started yet. */
export type Connect = (extensionUri: Uri, listener: Listener) => BaseLanguageClient;

/** Makes the library's client for the host at hand: a process, or a worker in the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export function connect(create: CreateClient, listener: Listener, more: Partial<InitializationOptions> = {}): BaseLanguageClient {
  const pulls = new DiagnosticPulls(() => client);
  const client = create(SETTINGS_SECTION, 'OGI Annual Report', optionsFor(listener, pulls, more));
  client.onNotification(STATUS_NOTIFICATION, (status: StatusParams) => listener.onStatus(status));
  client.onNotification(FAILED_PARTS_NOTIFICATION, (failed: FailedPartsParams) => listener.onFailedParts(failed));
  client.onNotification(PREVIEW_OUTDATED_NOTIFICATION, () => listener.onPreviewOutdated());
  answerFileRequests(client);
  client.onDidChangeState(({ newState }) => listener.onDown(newState === State.Stopped || newState === State.StartFailed));
  return client;
}

function optionsFor(listener: Listener, pulls: DiagnosticPulls, more: Partial<InitializationOptions>): LanguageClientOptions {
  const shown = new ShownFindings();
  return {
    documentSelector: [{ language: LANGUAGE_ID }],
    diagnosticCollectionName: LANGUAGE_ID,
    outputChannel: listener.log,
    initializationOptions: (): InitializationOptions => ({
      locale: env.language,
      settings: serverSettings(),
      commands: ['ogiReport.reopenInGb18030', 'ogiReport.reopenInUtf8', 'ogiReport.showUnbalanced', 'ogiReport.ignore', 'ogiReport.turnOffInFolder', 'ogiReport.turnOff'],
      files: true,
      ...more,
    }),
    errorHandler: errorHandlerFor(listener),
    // The listener hears of it: the client itself would only ask the server, which is gone, to stop.
    initializationFailedHandler: (error: Error) => {
      throw error;
    },
    diagnosticPullOptions: { onChange: true },
    diagnosticCollectionProvider: shown,
    middleware: middlewareFor(pulls, shown, () => listener.checksWorkspace(), (file) => listener.takes(file)),
  };
}

const MAX_TRANSPORT_ERRORS = 3;

/** A client that lost its server stays so: the listener makes a new one. */
const errorHandlerFor = (listener: Listener): ErrorHandler => ({
  error: (_error, _message, count) => ({ action: (count ?? 0) <= MAX_TRANSPORT_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown }),
  closed: () => ({ action: CloseAction.DoNotRestart, handled: true, message: listener.onCrash() }),
});
