/** The language client: one connection to one server, started when the first report is seen. */
import { EventEmitter, l10n, Uri, type CancellationToken, type Disposable, type TextDocument, type WorkspaceEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_WORKSPACE_REQUEST, CONFIG_EDIT_REQUEST, type CheckWorkspaceResult, type ConfigEditParams, type ConfigEditResult } from '../../server/src/protocol';
import type { Connect, Listener } from './connector';
import { CrashGuard } from './crashGuard';
import { workspaceIsChecked } from './settings';

/** Loads what connects to the server of the host at hand. */
export type LoadConnector = () => Promise<Connect>;

/** How long a server that died has been gone before another is started: its client must have noticed. */
const AGAIN_AFTER_MS = 100;

export class ReportClient implements Disposable {
  private client: BaseLanguageClient | undefined;
  private readonly guard: CrashGuard;
  /** Somebody asked for the check of the workspace in this session. */
  private workspaceWasAsked = false;
  /** Starts and stops run one after another: a client can't be stopped while it starts. */
  private transition: Promise<void> = Promise.resolve();
  private readonly previewOutdated = new EventEmitter<void>();
  /** What previews show may be different now: the server came, or reports changed that they are compared with. */
  readonly onPreviewOutdated = this.previewOutdated.event;

  constructor(
    private readonly extensionUri: Uri,
    private readonly load: LoadConnector,
    private readonly listener: Omit<Listener, 'onCrash' | 'onPreviewOutdated' | 'checksWorkspace'>,
  ) {
    this.guard = new CrashGuard(listener.log, () => this.replaceSoon(), () => void this.restart());
  }

  get isRunning(): boolean {
    return this.client?.isRunning() ?? false;
  }

  /** As the server names a document. */
  uriOf(document: TextDocument): string {
    return this.client?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString();
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

  /** The server's answer; undefined where it is not running, or has none. What can be cancelled is asked often, and may be in vain. */
  async request<T>(method: string, params: object = {}, token?: CancellationToken): Promise<T | undefined> {
    try {
      return await (token ? this.client?.sendRequest<T>(method, params, token) : this.client?.sendRequest<T>(method, params));
    } catch (error) {
      this.listener.log[token ? 'debug' : 'error'](`${method} was not answered.`, error);
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

  /** Checks all reports of the workspace, whose problems are shown from now on. */
  async checkWorkspace(token: CancellationToken): Promise<CheckWorkspaceResult | undefined> {
    await this.start();
    this.workspaceWasAsked = true;
    return this.client?.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST, {}, token);
  }

  dispose(): void {
    void this.stop();
  }

  private then(step: () => Promise<void> | undefined): Promise<void> {
    this.transition = this.transition.then(step).catch((error: unknown) => this.listener.log.error('The language server did not follow.', error));
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
    const connect = await this.load();
    const client = connect(this.extensionUri, {
      ...this.listener,
      checksWorkspace: () => this.workspaceWasAsked || workspaceIsChecked(),
      onCrash: () => this.guard.crashed(),
      onPreviewOutdated: () => this.previewOutdated.fire(),
    });
    this.client = client;
    const started = client.start();
    // The same promise again: where the server dies meanwhile, the client rejects it and answers the first call without it.
    client.start().catch(() => undefined);
    await started;
    if (client.isRunning()) this.listener.log.info('The language server is running.');
    this.previewOutdated.fire();
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // A client whose start failed refuses to stop; there is nothing left to stop then.
    await client?.dispose().catch((error: unknown) => this.listener.log.debug('Nothing to stop.', error));
  }
}
