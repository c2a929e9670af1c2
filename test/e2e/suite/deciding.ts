/** Deciding at a finding: all of a rule is fixed, a rule goes off (leaving one with a reason is typed, in interface.mjs); and the check of the workspace. */
import * as assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { applyQuickFix, openFixture, replaceText, ruleOf, waitForDiagnostics } from './helper';
import type { Suite } from './run';

const RADICAL = /[\u2e80-\u2fdf]/;
const CONFIG = '.ogireport.json';

const isRadical = (diagnostic: vscode.Diagnostic): boolean => ruleOf(diagnostic) === 'glyph/radical';
const none = (diagnostics: readonly vscode.Diagnostic[]): boolean => !diagnostics.some(isRadical);
const some = (diagnostics: readonly vscode.Diagnostic[]): boolean => diagnostics.some(isRadical);

async function withoutConfig(uri: vscode.Uri): Promise<void> {
  await rm(`${dirname(uri.fsPath)}/${CONFIG}`, { force: true });
  await waitForDiagnostics(uri, some);
}

const configOf = async (uri: vscode.Uri): Promise<{ readonly rules?: object }> =>
  JSON.parse(Buffer.from(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, '..', CONFIG))).toString()) as object;

export const deciding: Suite = {
  'all of a rule is fixed in one step, and nothing else': async () => {
    const editor = await openFixture('sample.ogi');
    const { document } = editor;
    await replaceText(editor, '六、其他需要报告的事项', '六、其他需要报告的事项\n\n⽆⼯作⼈员变动。');
    const listed = (diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] => diagnostics.filter((own) => isRadical(own) && own.severity !== vscode.DiagnosticSeverity.Hint);
    const found = await waitForDiagnostics(document.uri, (diagnostics) => listed(diagnostics).length > 1);
    const before = document.getText();
    await applyQuickFix(document.uri, listed(found)[0]!.range, /^(修复本文档中所有此类问题|Fix all).*glyph\/radical/);
    await waitForDiagnostics(document.uri, none);
    assert.doesNotMatch(document.getText(), RADICAL);
    assert.deepEqual(document.getText().match(/\d+/g), before.match(/\d+/g));
  },

  'a rule is switched off for the folder, and on again when the file goes': async () => {
    const { document } = await openFixture('sample.ogi');
    const [radical] = (await waitForDiagnostics(document.uri, some)).filter(isRadical);
    await applyQuickFix(document.uri, radical!.range, /^(在此文件夹中关闭规则 glyph\/radical|Turn glyph\/radical off for this folder)$/);
    await waitForDiagnostics(document.uri, none);
    assert.deepEqual((await configOf(document.uri)).rules, { 'glyph/radical': 'off' });
    await withoutConfig(document.uri);
  },

  'a mistake in the settings is told in the settings': async () => {
    const { document } = await openFixture('sample.ogi');
    await waitForDiagnostics(document.uri, some);
    const config = vscode.Uri.joinPath(document.uri, '..', CONFIG);
    await vscode.workspace.fs.writeFile(config, Buffer.from('{ "rules": { "glyph/radical": "loud" } }'));
    await waitForDiagnostics(config, (diagnostics) => diagnostics.some(({ source, message }) => source === 'ogi-report' && message.includes('loud')));
    await waitForDiagnostics(document.uri, (diagnostics) => diagnostics.length === 1 && diagnostics[0]!.severity === vscode.DiagnosticSeverity.Error);
    await withoutConfig(document.uri);
    await waitForDiagnostics(config, ({ length }) => length === 0);
  },

  'the workspace is checked: a report that was never opened has its problems listed, while it is there': async () => {
    const { document } = await openFixture('sample.ogi');
    const unopened = vscode.Uri.joinPath(document.uri, '..', 'never opened.ogi');
    await vscode.workspace.fs.writeFile(unopened, Buffer.from(document.getText()));
    await waitForDiagnostics(document.uri, some);
    assert.deepEqual(vscode.languages.getDiagnostics(unopened), []);
    // Its summary waits for a person.
    void vscode.commands.executeCommand('ogiReport.checkWorkspace');
    await waitForDiagnostics(unopened, some);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.path !== unopened.path));
    await vscode.workspace.fs.delete(unopened);
    await waitForDiagnostics(unopened, ({ length }) => length === 0);
  },
};
