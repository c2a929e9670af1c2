import { window } from 'vscode';
import type { Parts, ReportCommand } from './command';

/** Checks the active document although nothing in it says that it is a report. */
export const checkAsReport = ({ detection }: Parts): ReportCommand => ({
  id: 'ogiReport.checkAsReport',
  run: () => window.activeTextEditor && detection.accept(window.activeTextEditor.document),
});
