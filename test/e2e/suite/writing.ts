/** What is asked while a report is written and read, through the editor's own API: every feature answers where it has something to say. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openFixture, replaceText, ruleOf, waitForDiagnostics, waitUntil } from './helper';
import type { Suite } from './run';

/** The place before the first of these words, or so many characters further. */
function placeOf({ document }: vscode.TextEditor, words: string, further = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.notEqual(offset, -1, `Not in the document: ${words}`);
  return document.positionAt(offset + further);
}

const ask = async <T>(feature: string, uri: vscode.Uri, ...rest: unknown[]): Promise<T> => (await vscode.commands.executeCommand<T>(`vscode.execute${feature}`, uri, ...rest)) as T;

const numbersIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

export const writing: Suite = {
  'a total is explained, counted, linked and marked': async () => {
    const editor = await openFixture('sample.ogi');
    const { uri } = editor.document;
    await waitForDiagnostics(uri);
    const total = placeOf(editor, '（七）总计 | 19', '（七）总计 | 1'.length);
    const [hover] = await ask<vscode.Hover[]>('HoverProvider', uri, total);
    assert.match(hover!.contents.map((content) => (typeof content === 'string' ? content : content.value)).join(), /17 \\?\+ 2/);
    const hints = await ask<vscode.InlayHint[]>('InlayHintProvider', uri, new vscode.Range(0, 0, editor.document.lineCount, 0));
    assert.deepEqual(hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join(''))).filter((label) => label.includes('18')).length, 1);
    assert.equal((await ask<vscode.CodeLens[]>('CodeLensProvider', uri)).length, 3);
    assert.ok((await ask<vscode.DocumentHighlight[]>('DocumentHighlights', uri, total)).length > 10);
    const addends = await ask<vscode.Location[]>('DefinitionProvider', uri, total);
    assert.ok(addends.length > 10);
    assert.ok((await ask<vscode.Location[]>('ReferenceProvider', uri, placeOf(editor, '（一）予以公开 | 8', 10))).length >= 2);
    let selection: vscode.SelectionRange | undefined = (await ask<vscode.SelectionRange[]>('SelectionRangeProvider', uri, [total]))[0];
    let steps = 0;
    for (; selection; selection = selection.parent) steps++;
    assert.ok(steps >= 4, `${steps} steps from cell to report`);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', uri);
    assert.ok(tokens.data.length > 0);
  },

  'the columns are shown while a row is typed': async () => {
    const editor = await openFixture('sample.ogi');
    await waitForDiagnostics(editor.document.uri);
    const help = await ask<vscode.SignatureHelp>('SignatureHelpProvider', editor.document.uri, placeOf(editor, '二、上年结转政府信息公开申请数量 | 2 | 1', '二、上年结转政府信息公开申请数量 | 2 | 1'.length));
    const [signature] = help.signatures;
    assert.equal(signature!.parameters.length, 7);
    const { label } = signature!.parameters[help.activeParameter]!;
    assert.equal(typeof label === 'string' ? label : signature!.label.slice(...label), '商业企业');
  },

  'a row that is missing is offered in its place, and with it nothing is missing': async () => {
    const editor = await openFixture('clean-2021.ogi');
    const { document } = editor;
    const line = document.lineAt(placeOf(editor, '7.属于行政执法案卷').line);
    assert.ok(await editor.edit((edit) => edit.delete(line.range)));
    const isMissing = (diagnostic: vscode.Diagnostic): boolean => ruleOf(diagnostic) === 'table/missing-row';
    await waitForDiagnostics(document.uri, (diagnostics) => diagnostics.some(isMissing));
    const { items } = await ask<vscode.CompletionList>('CompletionItemProvider', document.uri, line.range.start, undefined, 5);
    const row = items.find(({ label }) => (typeof label === 'string' ? label : label.label).startsWith('7.属于行政执法案卷'));
    assert.ok(row, items.map(({ label }) => JSON.stringify(label)).join());
    assert.ok(row.documentation, 'an offer that is looked at says what it is');
    const text = row.insertText instanceof vscode.SnippetString ? row.insertText.value : String(row.insertText ?? '');
    assert.doesNotMatch(text.replace(/\$\{\d+:|\$\d+|^7\./g, ''), /\d/, 'what is to be filled in holds no number');
    assert.ok(await editor.insertSnippet(row.insertText instanceof vscode.SnippetString ? row.insertText : new vscode.SnippetString(text), line.range.start));
    await waitForDiagnostics(document.uri, (diagnostics) => !diagnostics.some(isMissing));
  },

  'the agency is renamed where it is the agency': async () => {
    const editor = await openFixture('sample.ogi');
    const { document } = editor;
    await waitForDiagnostics(document.uri);
    const before = document.getText();
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, placeOf(editor, '云溪县科技和工业信息化局', 2), '清河县科技局');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('云溪县科技和工业信息化局', '清河县科技局'));
  },

  'formatting sets columns below each other and changes nothing else': async () => {
    const editor = await openFixture('sample.ogi');
    const { document } = editor;
    await waitForDiagnostics(document.uri);
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await waitUntil(vscode.workspace.onDidChangeTextDocument, () => document.getText() !== before);
    assert.equal(document.getText().replace(/[ \t]/g, ''), before.replace(/[ \t]/g, ''));
    assert.deepEqual(numbersIn(document.getText()), numbersIn(before));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const once = document.getText();
    await replaceText(editor, '行政许可 ', '行政许可    ');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await waitUntil(vscode.workspace.onDidChangeTextDocument, () => document.getText() === once);
  },

  'every link of the walkthrough leads to a command, and every step can be done': async () => {
    const { walkthroughs } = (vscode.extensions.getExtension(extensionId)!.packageJSON as { readonly contributes: { readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string; readonly completionEvents: readonly string[] }[] }[] } }).contributes;
    const known = new Set(await vscode.commands.getCommands());
    for (const { description, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
      const links = [...description.matchAll(/\]\(command:([\w.]+)\)/g)].map(([, command]) => command!);
      const events = completionEvents.flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : []));
      assert.ok(links.length > 0, description);
      for (const command of [...links, ...events]) assert.ok(known.has(command), command);
    }
  },

  'the preview stands beside the text': async () => {
    const editor = await openFixture('sample.ogi');
    await waitForDiagnostics(editor.document.uri);
    const previews = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('ogiReport.preview')));
    assert.equal(previews().length, 0);
    await vscode.commands.executeCommand('ogiReport.showPreview');
    await waitUntil(vscode.window.tabGroups.onDidChangeTabs, () => previews().length === 1);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the text keeps the cursor');
    await vscode.commands.executeCommand('ogiReport.showPreview');
    assert.equal(previews().length, 1, 'one for each report');
    await vscode.window.tabGroups.close(previews());
  },
};
