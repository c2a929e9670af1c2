import { commands, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { ReportCommand } from './command';

/** Editors since 1.100 read a file again in another encoding when asked to. */
interface OpensWithEncoding {
  openTextDocument(uri: Uri, options: { readonly encoding: string }): Thenable<TextDocument>;
}

/** Reads the active file again as GB18030, the cure for most 乱码. Unsaved changes are kept: the editor refuses then. */
export const reopenInGb18030 = (): ReportCommand => ({
  id: 'ogiReport.reopenInGb18030',
  run: () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    if (!('encoding' in document)) return commands.executeCommand('workbench.action.editor.changeEncoding');
    return (workspace as OpensWithEncoding).openTextDocument(document.uri, { encoding: 'gb18030' });
  },
});
