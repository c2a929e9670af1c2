/**
 * What happens when the server dies: it is started again, but not forever. Not by the client that it was lost to, which doesn't
 * recover where the server dies once more while it starts, but as a new one.
 */
import { l10n, window, type LogOutputChannel } from 'vscode';

const MAX_CRASHES = 5;
const WITHIN_MS = 3 * 60 * 1000;

export class CrashGuard {
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

  /** The server died. Returns what the log should say of it. */
  crashed(): string {
    const now = Date.now();
    this.crashes.push(now);
    if (this.crashes.length > MAX_CRASHES) this.crashes.shift();
    if (this.crashes.length < MAX_CRASHES || now - this.crashes[0]! > WITHIN_MS) {
      this.again();
      return 'The language server stopped unexpectedly; starting it again.';
    }
    void this.tellUser();
    return `The language server stopped ${MAX_CRASHES} times within three minutes; giving up.`;
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
