import { commands, l10n, Range, window, workspace, type CodeAction } from 'vscode';
import type { Parts, ReportCommand } from './command';

const KIND = 'source.fixAll.ogiReport';

/** How often the fixes are asked for anew where somebody types meanwhile. */
const TRIES = 3;

/**
 * Applies the safe fixes of the active document, the same ones that fixing on save applies. They are asked for here, since
 * the editor's own command for a source action drops it, without a word, where findings arrive while it waits.
 */
export const fixAll = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.fixAll',
  run: () => (client.isRunning ? applyFixes() : window.showErrorMessage(l10n.t('The language server is not running.'))),
});

async function applyFixes(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  for (let i = 0; i < TRIES; i++) {
    const { version, lineCount } = document;
    const [action] = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new Range(0, 0, lineCount, 0), KIND, 1);
    if (document.version !== version) continue;
    if (!action?.edit) return void window.showInformationMessage(l10n.t('Nothing is left that is safe to fix.'));
    if (await workspace.applyEdit(action.edit)) return;
  }
  void window.showWarningMessage(l10n.t('Nothing was fixed: the text changed meanwhile. Try again.'));
}
