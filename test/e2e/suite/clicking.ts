/** The preview in a browser's window: who runs the suite clicks on the wrong cell, and the text goes there. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFixture, waitForDiagnostics, waitUntil } from './helper';
import type { Suite } from './run';

export const clicking: Suite = {
  'the preview draws the report, and a click on its wrong cell leads to the number': async () => {
    const { document } = await openFixture('sample.ogi');
    await waitForDiagnostics(document.uri);
    await vscode.commands.executeCommand('ogiReport.showPreview');
    const selected = (): string => vscode.window.visibleTextEditors.filter((editor) => editor.document === document).map((editor) => document.getText(editor.selection)).join();
    await waitUntil(vscode.window.onDidChangeTextEditorSelection, () => selected() === '19', selected);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ input }) => input instanceof vscode.TabInputWebview)));
  },
};
