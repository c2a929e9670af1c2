import { commands, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { ReportCommand } from './command';

/** Editors since 1.100 read a file again in another encoding when asked to. */
interface OpensWithEncoding {
  openTextDocument(uri: Uri, options: { readonly encoding: string }): Thenable<TextDocument>;
}

/** Reads the active file again in another encoding, the cure for most 乱码. Unsaved changes are kept: the editor refuses then. */
function reopen(encoding: string): void | Thenable<unknown> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  if (!('encoding' in document)) return commands.executeCommand('workbench.action.editor.changeEncoding');
  return (workspace as OpensWithEncoding).openTextDocument(document.uri, { encoding });
}

export const reopenInGb18030 = (): ReportCommand => ({ id: 'ogiReport.reopenInGb18030', run: () => reopen('gb18030') });
export const reopenInUtf8 = (): ReportCommand => ({ id: 'ogiReport.reopenInUtf8', run: () => reopen('utf8') });
