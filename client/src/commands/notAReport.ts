import { window } from 'vscode';
import type { Parts, ReportCommand } from './command';

/** Makes the active document plain text again, for good. */
export const notAReport = ({ detection }: Parts): ReportCommand => ({
  id: 'ogiReport.notAReport',
  run: () => window.activeTextEditor && detection.decline(window.activeTextEditor.document),
});
