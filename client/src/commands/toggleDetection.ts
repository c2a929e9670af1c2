import { ConfigurationTarget, workspace } from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/protocol';
import { detectionIsOn } from '../settings';
import type { ReportCommand } from './command';

/** Turns recognition by content on or off altogether: in the workspace where it has a say there, else for the user. */
export const toggleDetection = (): ReportCommand => ({
  id: 'ogiReport.toggleDetection',
  run: () => {
    const section = workspace.getConfiguration(SETTINGS_SECTION);
    const inWorkspace = section.inspect<boolean>('detection')?.workspaceValue !== undefined;
    return section.update('detection', !detectionIsOn(), inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
  },
});
