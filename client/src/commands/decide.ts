/** What a person decides at a finding: it is left for a reason, or its rule is off. The light bulb offers these with their argument. */
import { ConfigurationTarget, l10n, Uri, window, workspace } from 'vscode';
import { CONFIG_FILE, type ConfigEditParams, type RuleAtPlace, SETTINGS_SECTION } from '../../../server/src/protocol';
import type { ReportClient } from '../client';
import type { Parts, ReportCommand } from './command';

export const ignore = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.ignore',
  run: async (argument) => {
    const { uri, rule, fingerprint } = argument as Required<RuleAtPlace>;
    const reason = await window.showInputBox({
      title: l10n.t('Leave This Problem ({0})', rule),
      prompt: l10n.t('Why it stays as it is. The reason is written to {0} beside the reports, and holds for everybody.', CONFIG_FILE),
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? l10n.t('A reason is needed.') : undefined),
    });
    if (reason !== undefined) await decide(client, { uri, rule, ignore: { fingerprint, reason: reason.trim() } });
  },
});

export const turnOffInFolder = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.turnOffInFolder',
  run: (argument) => {
    const { uri, rule } = argument as RuleAtPlace;
    return decide(client, { uri, rule });
  },
});

/** In the workspace where it has a say there, else for the user. */
export const turnOff = (): ReportCommand => ({
  id: 'ogiReport.turnOff',
  run: (argument) => {
    const { uri, rule } = argument as RuleAtPlace;
    const section = workspace.getConfiguration(SETTINGS_SECTION, Uri.parse(uri));
    const { workspaceFolderValue, workspaceValue, globalValue } = section.inspect<Record<string, string>>('rules') ?? {};
    const [target, known] =
      workspaceFolderValue !== undefined
        ? [ConfigurationTarget.WorkspaceFolder, workspaceFolderValue]
        : workspaceValue !== undefined
          ? [ConfigurationTarget.Workspace, workspaceValue]
          : [ConfigurationTarget.Global, globalValue];
    return section.update('rules', { ...known, [rule]: 'off' }, target);
  },
});

/** The settings are saved at once: what is decided holds for what is on disk, as on the command line. */
async function decide(client: ReportClient, decision: ConfigEditParams): Promise<void> {
  // The edit is made for the file; what somebody has just typed into it belongs to it.
  const unsaved = workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.path.endsWith(`/${CONFIG_FILE}`));
  await Promise.all(unsaved.map((document) => document.save()));
  const made = await client.configEdit(decision);
  if ('refused' in made) return void window.showWarningMessage(made.refused);
  if (!(await workspace.applyEdit(made.edit))) return void window.showWarningMessage(l10n.t('{0} could not be changed.', CONFIG_FILE));
  await (await workspace.openTextDocument(made.config)).save();
}
