/** The language client: one connection to one server, started when the first report is seen. */
import { env, l10n, Uri, type Disposable, type LogOutputChannel, type TextDocument, type WorkspaceEdit } from 'vscode';
import { State, vsdiag, type BaseLanguageClient, type LanguageClientOptions, type Middleware } from 'vscode-languageclient';
import { CONFIG_EDIT_REQUEST, FAILED_PARTS_NOTIFICATION, SETTINGS_SECTION, STATUS_NOTIFICATION, type ConfigEditParams, type ConfigEditResult, type FailedPartsParams, type InitializationOptions, type StatusParams } from '../../server/src/protocol';
import { CrashGuard } from './crashGuard';
import { answerFileRequests } from './files';
import { LANGUAGE_ID } from './names';
import { serverSettings } from './settings';

/** Makes the client for the host at hand: a process, or a worker in the browser. */
export type ClientFactory = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** How long a server that died has been gone before another is started: its client must have noticed. */
const AGAIN_AFTER_MS = 100;

export class ReportClient implements Disposable {
  private client: BaseLanguageClient | undefined;
  private readonly guard: CrashGuard;
  /** Starts and stops run one after another: a client can't be stopped while it starts. */
  private transition: Promise<void> = Promise.resolve();

  constructor(
    private readonly create: ClientFactory,
    private readonly log: LogOutputChannel,
    private readonly onStatus: (status: StatusParams) => void,
    private readonly onFailedParts: (failed: FailedPartsParams) => void,
    private readonly onDown: (isDown: boolean) => void,
  ) {
    this.guard = new CrashGuard(log, () => this.replaceSoon(), () => void this.restart());
  }

  get isRunning(): boolean {
    return this.client?.isRunning() ?? false;
  }

  /** Starts the server unless it was started before; after too many crashes only `restart` helps. */
  start(): Promise<void> {
    return this.then(() => (this.client ? undefined : this.startNow()));
  }

  /** A new server with a clean slate, whatever state the old one is in. */
  restart(): Promise<void> {
    this.guard.forget();
    return this.then(() => this.replaceNow());
  }

  /** The server's answer; undefined where it is not running, or has none. */
  async request<T>(method: string, params: object = {}): Promise<T | undefined> {
    try {
      return await this.client?.sendRequest<T>(method, params);
    } catch (error) {
      this.log.error(`${method} was not answered.`, error);
      return undefined;
    }
  }

  stop(): Promise<void> {
    return this.then(() => this.stopNow());
  }

  /** The edit of the folder's settings for what a person decided. */
  async configEdit(decision: ConfigEditParams): Promise<{ readonly config: Uri; readonly edit: WorkspaceEdit } | { readonly refused: string }> {
    const { client } = this;
    if (!client?.isRunning()) return { refused: l10n.t('Not checked: the language server is not running') };
    const made = await client.sendRequest<ConfigEditResult>(CONFIG_EDIT_REQUEST, decision);
    if ('refused' in made) return made;
    return { config: Uri.parse(made.config), edit: await client.protocol2CodeConverter.asWorkspaceEdit(made.edit) };
  }

  dispose(): void {
    void this.stop();
  }

  private then(step: () => Promise<void> | undefined): Promise<void> {
    this.transition = this.transition.then(step).catch((error: unknown) => this.log.error('The language server did not follow.', error));
    return this.transition;
  }

  /** Unless somebody else was quicker. */
  private replaceSoon(): void {
    const dead = this.client;
    setTimeout(() => void this.then(() => (this.client === dead ? this.replaceNow() : undefined)), AGAIN_AFTER_MS);
  }

  private async replaceNow(): Promise<void> {
    await this.stopNow();
    await this.startNow();
  }

  private async startNow(): Promise<void> {
    const client = this.create(SETTINGS_SECTION, 'OGI Annual Report', this.options());
    client.onNotification(STATUS_NOTIFICATION, this.onStatus);
    client.onNotification(FAILED_PARTS_NOTIFICATION, this.onFailedParts);
    answerFileRequests(client);
    client.onDidChangeState(({ newState }) => this.onDown(newState === State.Stopped || newState === State.StartFailed));
    this.client = client;
    const started = client.start();
    // The same promise again: where the server dies meanwhile, the client rejects it and answers the first call without it.
    client.start().catch(() => undefined);
    await started;
    if (client.isRunning()) this.log.info('The language server is running.');
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client whose start failed refuses to stop; there is nothing left to stop then.
    await client?.dispose().catch((error: unknown) => this.log.debug('Nothing to stop.', error));
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [{ language: LANGUAGE_ID }],
      diagnosticCollectionName: LANGUAGE_ID,
      outputChannel: this.log,
      initializationOptions: (): InitializationOptions => ({ locale: env.language, settings: serverSettings(), commands: ['ogiReport.reopenInGb18030', 'ogiReport.reopenInUtf8', 'ogiReport.showUnbalanced', 'ogiReport.ignore', 'ogiReport.turnOffInFolder', 'ogiReport.turnOff'], files: true }),
      errorHandler: this.guard,
      // The guard hears of it: the client itself would only ask the server, which is gone, to stop.
      initializationFailedHandler: (error: Error) => {
        throw error;
      },
      diagnosticPullOptions: { onChange: true },
      middleware,
    };
  }
}

/** The committed version of a report, as the left side of a diff shows it, can't be changed: its problems are history. */
const isHistory = (document: TextDocument | Uri): boolean => ('uri' in document ? document.uri : document).scheme === 'git';

const middleware: Middleware = {
  provideDiagnostics(document, previousResultId, token, next) {
    if (isHistory(document)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
    return next(document, previousResultId, token);
  },
};
