/** What stays behind of a report that leaves: that is closed, renamed, deleted, saved under a name, or no report after all. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFixture, waitForDiagnostics } from './helper';
import type { Suite } from './run';

const isGone = (diagnostics: readonly vscode.Diagnostic[]): boolean => diagnostics.length === 0;

/** A copy of the sample beside the others, open as by a click in the explorer: a text that an extension opened stays open for minutes. */
async function clickedOn(name: string): Promise<vscode.Uri> {
  const { document } = await openFixture('sample.ogi');
  const file = vscode.Uri.joinPath(document.uri, '..', name);
  await vscode.workspace.fs.copy(document.uri, file);
  await vscode.commands.executeCommand('vscode.open', file);
  await waitForDiagnostics(file);
  return file;
}

async function edited(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit), 'VS Code refused the edit');
}

export const leaving: Suite = {
  'a file that is no report after all loses its problems, and has them again as a report': async () => {
    const { document } = await openFixture('sample.ogi');
    await waitForDiagnostics(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await waitForDiagnostics(document.uri, isGone);
    await vscode.languages.setTextDocumentLanguage(document, 'ogi-report');
    await waitForDiagnostics(document.uri);
  },

  'the problems of a report go when it is closed': async () => {
    const file = await clickedOn('closed.ogi');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForDiagnostics(file, isGone);
    await vscode.workspace.fs.delete(file);
  },

  'the problems of a report go along when it is renamed, and with it when it is deleted': async () => {
    const before = await clickedOn('before.ogi');
    const after = vscode.Uri.joinPath(before, '..', 'after.ogi');
    await edited((edit) => edit.renameFile(before, after));
    await waitForDiagnostics(before, isGone);
    await waitForDiagnostics(after);
    await edited((edit) => edit.deleteFile(after));
    await waitForDiagnostics(after, isGone);
  },
};
