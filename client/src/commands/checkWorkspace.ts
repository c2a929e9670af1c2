import { commands, ConfigurationTarget, l10n, ProgressLocation, window, workspace } from 'vscode';
import { type CheckWorkspaceResult, SETTINGS_SECTION } from '../../../server/src/protocol';
import type { Parts, ReportCommand } from './command';

/** Checks all reports of the workspace, lists their problems from then on, and says what it came to. */
export const checkWorkspace = ({ client, log }: Parts): ReportCommand => ({
  id: 'ogiReport.checkWorkspace',
  run: async () => {
    const title = l10n.t('Checking all reports of the workspace');
    const check = window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, (_, token) => client.checkWorkspace(token));
    const result = await check.then(undefined, (error: unknown) => log.debug('The workspace was not checked.', error));
    if (!result) return; // cancelled
    const showProblems = l10n.t('Show Problems');
    const always = l10n.t('Always Check');
    const isAlways = workspace.getConfiguration(SETTINGS_SECTION).get('checkWorkspace', false);
    const choice = await window.showInformationMessage(summaryOf(result), ...(result.files > 0 ? [showProblems] : []), ...(isAlways ? [] : [always]));
    if (choice === showProblems) await commands.executeCommand('workbench.actions.view.problems');
    if (choice === always) await workspace.getConfiguration(SETTINGS_SECTION).update('checkWorkspace', true, ConfigurationTarget.Workspace);
  },
});

function summaryOf({ files, reports, bySeverity: { error, warning, information }, unread, more, stopped }: CheckWorkspaceResult): string {
  return [
    files === 0 ? l10n.t('No reports were found in the workspace.') : l10n.t('{0} reports in {1} files checked: {2} errors, {3} warnings, {4} pieces of information.', reports, files, error, warning, information),
    ...(unread > 0 ? [l10n.t('Not checked, because they can’t be read: {0} files.', unread)] : []),
    ...(more ? [l10n.t('Not checked: files beyond the limit.')] : []),
    ...(stopped ? [l10n.t('Cancelled: not all files were checked.')] : []),
  ].join(' ');
}
