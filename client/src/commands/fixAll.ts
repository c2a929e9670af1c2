import { commands } from 'vscode';
import type { ReportCommand } from './command';

/** Applies the safe fixes of the active document, the same ones that fixing on save applies. */
export const fixAll = (): ReportCommand => ({
  id: 'ogiReport.fixAll',
  run: () => commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.ogiReport', apply: 'first' }),
});
