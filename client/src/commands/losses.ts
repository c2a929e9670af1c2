/** What a conversion could not take along, told once: in the message if it is short, else in the log. */
import { l10n, type LogOutputChannel, window } from 'vscode';
import { inEditorLanguage } from '../conversion';

const MOST_SHOWN = 3;

export function tellLosses(done: string, losses: readonly { readonly zh: string; readonly en: string }[], log: LogOutputChannel): void {
  if (losses.length === 0) return;
  const told = losses.map(inEditorLanguage);
  const more = told.length > MOST_SHOWN ? [l10n.t('and {0} more', told.length - MOST_SHOWN)] : [];
  for (const loss of told) log.warn(loss);
  const showLog = l10n.t('Show Log');
  void window.showWarningMessage(`${done} ${[...told.slice(0, MOST_SHOWN), ...more].join(l10n.t('; '))}`, showLog).then((choice) => {
    if (choice === showLog) log.show();
  });
}
