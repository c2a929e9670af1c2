import { Uri, window } from 'vscode';
import type { Parts, ReportCommand } from './command';

/** Shows the active report, or one that was chosen in the explorer, as the official form draws it. */
export const showPreview = ({ previews }: Parts): ReportCommand => ({
  id: 'ogiReport.showPreview',
  run: async (argument) => {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    if (!uri) return;
    // A report that was chosen in the explorer is opened first: the page stands beside its text.
    if (window.activeTextEditor?.document.uri.toString() !== uri.toString()) await window.showTextDocument(uri);
    previews.show(uri);
  },
});
