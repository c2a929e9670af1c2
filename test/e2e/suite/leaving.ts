/** What stays behind of a report that leaves: that is closed, renamed, deleted, saved under a name, or no report after all. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFixture, waitForDiagnostics, waitUntil } from './helper';
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

const labels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

/** The labels of the tabs are as described. */
const tabsAre = (holds: (labels: readonly string[]) => boolean): Promise<void> => waitUntil(vscode.window.tabGroups.onDidChangeTabs, () => holds(labels()), () => labels().join());

const isPreviewOf = (name: string) => (label: string): boolean => label.startsWith('Preview') && label.endsWith(name);

async function previewed(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('ogiReport.showPreview');
  await tabsAre((all) => all.some(isPreviewOf(uri.path.slice(uri.path.lastIndexOf('/') + 1))));
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

  'the preview goes along with a report that is renamed': async () => {
    const before = await clickedOn('previewed.ogi');
    await previewed(before);
    const after = vscode.Uri.joinPath(before, '..', 'renamed.ogi');
    await edited((edit) => edit.renameFile(before, after));
    await tabsAre((all) => all.some(isPreviewOf('renamed.ogi')) && !all.some((label) => label.endsWith('previewed.ogi')));
    await vscode.workspace.fs.delete(after);
  },

  'the preview of a report without a file goes along when it is saved, and goes with it when it is not': async () => {
    // Of a year that no other test holds a report against.
    const text = (await openFixture('clean-2021.ogi')).document.getText().replaceAll('2024', '2022');
    const unsaved = async (name: string): Promise<vscode.Uri> => {
      const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name).with({ scheme: 'untitled' });
      const editor = await vscode.window.showTextDocument(uri);
      assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text)), 'VS Code refused the edit');
      await previewed(uri);
      return uri;
    };
    const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

    const saved = await unsaved('saved.ogi');
    assert.ok(await vscode.window.activeTextEditor!.document.save());
    await waitUntil(vscode.workspace.onDidCloseTextDocument, () => !isOpen(saved));
    await vscode.commands.executeCommand('ogiReport.showPreview');
    await tabsAre((all) => all.filter(isPreviewOf('saved.ogi')).length === 1);
    assert.ok(!isOpen(saved), 'the preview opened an empty report in place of the saved one');

    await unsaved('dropped.ogi');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await tabsAre((all) => !all.some((label) => label.endsWith('dropped.ogi')));
  },
};
