/**
 * What happens when the server dies: it is started again, but not forever. Not by the client that it was lost to, which doesn't
 * recover where the server dies once more while it starts, but as a new one.
 */
import { l10n, window, type LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult, type Message } from 'vscode-languageclient';

const MAX_CRASHES = 5;
const WITHIN_MS = 3 * 60 * 1000;
const MAX_TRANSPORT_ERRORS = 3;

export class CrashGuard implements ErrorHandler {
  private readonly crashes: number[] = [];

  /** `again` is called after a crash that may be followed by another try, `restart` when the user wants one more. */
  constructor(
    private readonly log: LogOutputChannel,
    private readonly again: () => void,
    private readonly restart: () => void,
  ) {}

  /** A person wants to try again. */
  forget(): void {
    this.crashes.length = 0;
  }

  error(_error: Error, _message: Message | undefined, count: number | undefined): ErrorHandlerResult {
    return { action: (count ?? 0) <= MAX_TRANSPORT_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes.push(now);
    if (this.crashes.length > MAX_CRASHES) this.crashes.shift();
    if (this.crashes.length < MAX_CRASHES || now - this.crashes[0]! > WITHIN_MS) {
      this.again();
      return dead('The language server stopped unexpectedly; starting it again.');
    }
    void this.tellUser();
    return dead(`The language server stopped ${MAX_CRASHES} times within three minutes; giving up.`);
  }

  private async tellUser(): Promise<void> {
    const showLog = l10n.t('Show Log');
    const restart = l10n.t('Restart');
    const message = l10n.t('The OGI report language server stopped {0} times within three minutes and is not started again. Reports are not checked.', MAX_CRASHES);
    const choice = await window.showErrorMessage(message, showLog, restart);
    if (choice === showLog) this.log.show();
    if (choice === restart) this.restart();
  }
}

const dead = (message: string): CloseHandlerResult => ({ action: CloseAction.DoNotRestart, handled: true, message });
