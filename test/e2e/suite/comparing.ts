/** Reports held against others in the workspace that are not open, as files come and go. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFixture, ruleOf, waitForDiagnostics } from './helper';
import type { Suite } from './run';

export const comparing: Suite = {
  'a report is held against last year’s, which is not open, until that is deleted': async () => {
    const { document } = await openFixture('clean-2021.ogi');
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const lastYear = vscode.Uri.joinPath(folder, '往年', '去年 (终稿).txt');
    const isComparison = (diagnostic: vscode.Diagnostic): boolean => ruleOf(diagnostic) === 'workspace/copied-text';
    await waitForDiagnostics(document.uri, (diagnostics) => !diagnostics.some(isComparison));

    await vscode.workspace.fs.writeFile(lastYear, new TextEncoder().encode(document.getText().replaceAll('2024', '2023')));
    const finding = (await waitForDiagnostics(document.uri, (diagnostics) => diagnostics.some(isComparison))).find(isComparison);
    assert.match(finding!.message, /去年 \(终稿\)\.txt/);
    const related = finding!.relatedInformation?.[0]?.location;
    assert.equal(related?.uri.toString(), lastYear.toString());
    assert.match(document.lineAt(related.range.start.line).text, /^五、/);

    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '往年'), { recursive: true });
    await waitForDiagnostics(document.uri, (diagnostics) => !diagnostics.some(isComparison));
  },
};
