/** From finding to fix, on the project's own report with faults, as a person goes about it. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyQuickFix, getCodeActions, getSymbols, openFixture, openText, replaceText, ruleOf, waitForDiagnostics, waitUntil } from './helper';
import type { Suite } from './run';

const RADICAL = /[\u2e80-\u2fdf]/;

const rulesIn = (diagnostics: readonly vscode.Diagnostic[]): string[] => diagnostics.map(ruleOf);

/** Lines and columns of findings and of the places they name, so many `lines` further down. */
const placesOf = (diagnostics: readonly vscode.Diagnostic[], { uri }: vscode.TextDocument, lines = 0): number[][] =>
  diagnostics.map(({ range, relatedInformation = [] }) =>
    [range, ...relatedInformation.filter(({ location }) => location.uri.toString() === uri.toString()).map(({ location }) => location.range)].flatMap(({ start, end }) => [start.line + lines, start.character, end.line + lines, end.character]),
  );

export const editing: Suite = {
  'the faults of the sample are found, each once': async () => {
    const { document } = await openFixture('sample.ogi');
    const rules = rulesIn(await waitForDiagnostics(document.uri));
    assert.ok(rules.includes('glyph/radical'), rules.join());
    assert.equal(rules.filter((rule) => /^table\/(balance|result-total|row-total)$/.test(rule)).length, 1, rules.join());
    assert.equal(rules.filter((rule) => rule.startsWith('section/')).length, 1, rules.join());
  },

  'a finding links to its rule and says where': async () => {
    const { document } = await openFixture('sample.ogi');
    const radical = (await waitForDiagnostics(document.uri)).find((diagnostic) => ruleOf(diagnostic) === 'glyph/radical');
    assert.ok(radical);
    assert.match(document.getText(radical.range), RADICAL);
    assert.ok(typeof radical.code === 'object' && radical.code.target.path.endsWith('glyph-radical.md'), 'the code must link to the docs page');
    assert.equal(radical.source, 'ogi-report');
  },

  'a quick fix repairs its finding, and undo brings it back': async () => {
    const { document } = await openFixture('sample.ogi');
    const [radical] = (await waitForDiagnostics(document.uri)).filter((diagnostic) => ruleOf(diagnostic) === 'glyph/radical');
    assert.ok(radical);
    const before = document.getText();
    await applyQuickFix(document.uri, radical.range, /./);
    assert.doesNotMatch(document.getText(), RADICAL);
    await waitForDiagnostics(document.uri, (diagnostics) => !rulesIn(diagnostics).includes('glyph/radical'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await waitForDiagnostics(document.uri, (diagnostics) => rulesIn(diagnostics).includes('glyph/radical'));
  },

  'the wrong cell is named, and its fix makes the table add up': async () => {
    const { document } = await openFixture('sample.ogi');
    const isSum = (diagnostic: vscode.Diagnostic): boolean => /^table\/(balance|result-total|row-total)$/.test(ruleOf(diagnostic));
    const [sum] = (await waitForDiagnostics(document.uri)).filter(isSum);
    assert.ok(sum);
    assert.equal(document.getText(sum.range), '19');
    assert.ok((sum.relatedInformation ?? []).length > 0);
    await applyQuickFix(document.uri, sum.range, /18/);
    await waitForDiagnostics(document.uri, (diagnostics) => !diagnostics.some(isSum));
  },

  'fix all changes no number and leaves nothing safe to fix': async () => {
    const { document } = await openFixture('sample.ogi');
    await waitForDiagnostics(document.uri);
    const before = document.getText();
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('ogiReport');
    const [fixAll] = await getCodeActions(document.uri, whole, kind);
    assert.ok(fixAll?.edit);
    assert.ok(await vscode.workspace.applyEdit(fixAll.edit));
    assert.doesNotMatch(document.getText(), RADICAL);
    assert.deepEqual(document.getText().match(/\d+/g), before.match(/\d+/g));
    await waitForDiagnostics(document.uri, (diagnostics) => !rulesIn(diagnostics).includes('glyph/radical'));
    const again = await getCodeActions(document.uri, whole, kind);
    assert.ok(again.every(({ edit }) => !edit || edit.size === 0));
  },

  'findings follow the text while it is typed': async () => {
    const editor = await openFixture('clean-2021.ogi');
    await waitForDiagnostics(editor.document.uri, (diagnostics) => diagnostics.every(({ severity }) => severity > vscode.DiagnosticSeverity.Warning));
    await replaceText(editor, '六、其他需要报告的事项', '');
    const found = await waitForDiagnostics(editor.document.uri, (diagnostics) => rulesIn(diagnostics).includes('section/missing'));
    assert.equal(rulesIn(found).filter((rule) => rule === 'section/missing').length, 1);
    await vscode.commands.executeCommand('undo');
    await waitForDiagnostics(editor.document.uri, (diagnostics) => !rulesIn(diagnostics).includes('section/missing'));
  },

  'findings move with their lines, and with the places they name': async () => {
    // Of another agency, so that no other test finds it beside its own report.
    const sample = (await openFixture('sample.ogi')).document.getText().replaceAll('云溪', '清溪');
    const editor = await openText(`${sample}\n${sample.replaceAll('2024', '2023')}`);
    // The two reports are held against each other a moment after each is checked by itself.
    const before = await waitForDiagnostics(editor.document.uri, (diagnostics) => ['workspace/in-force', 'workspace/carried-over', 'workspace/copied-text'].every((rule) => rulesIn(diagnostics).includes(rule)));
    assert.ok(before.some(({ relatedInformation }) => (relatedInformation ?? []).length > 0));
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n')));
    const moved = placesOf(before, editor.document, 2);
    const inOrder = (diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] => [...diagnostics].sort((a, b) => a.range.start.compareTo(b.range.start));
    // The places that one report names in the other follow when the two are held against each other again.
    const after = await waitForDiagnostics(editor.document.uri, (diagnostics) => JSON.stringify(placesOf(inOrder(diagnostics), editor.document)) === JSON.stringify(moved));
    const words = (diagnostics: readonly vscode.Diagnostic[]): unknown[] => diagnostics.map(({ code, message, severity, tags, source }) => ({ code, message, severity, tags, source }));
    assert.deepEqual(words(after), words(before));
  },

  'a word of a sentence is selected alone, not with all that stands around it': async () => {
    const editor = await openFixture('clean-2021.ogi');
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('政府信息') + 1);
    editor.selection = new vscode.Selection(at, at);
    const selected = (): string => document.getText(editor.selection);
    // The window hears of the cursor later than of the command, which selects a word only where nothing is selected.
    await waitUntil(vscode.window.onDidChangeTextEditorSelection, () => {
      if (selected() === '') void vscode.commands.executeCommand('editor.action.addSelectionToNextFindMatch');
      return selected() !== '';
    });
    assert.equal(selected(), '政府');
  },

  'the outline has title, sections, tables and rows': async () => {
    const { document } = await openFixture('clean-2021.ogi');
    await waitForDiagnostics(document.uri, () => true);
    const [root] = await getSymbols(document.uri);
    assert.ok(root);
    const sections = root.children.filter(({ name }) => /^[一二三四五六]、/.test(name));
    assert.deepEqual(sections.map(({ name }) => name[0]), [...'一二三四五六']);
    const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
    assert.ok(flat(sections).some(({ name }) => name.includes('属于国家秘密')));
  },

  'a report without a file stays one when VS Code guesses its language late, and is none when a person says so': async () => {
    const text = (await openFixture('clean-2021.ogi')).document.getText();
    const document = await vscode.workspace.openTextDocument({ content: text });
    await vscode.window.showTextDocument(document);
    const becomes = (language: string): Promise<void> => waitUntil(vscode.workspace.onDidOpenTextDocument, () => document.languageId === language, () => document.languageId);
    await becomes('ogi-report');
    await vscode.languages.setTextDocumentLanguage(document, 'ini');
    await becomes('ogi-report');
    const changes: string[] = [];
    const listening = vscode.workspace.onDidOpenTextDocument(({ languageId }) => changes.push(languageId));
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await new Promise((resolve) => setTimeout(resolve, 500));
    listening.dispose();
    assert.deepEqual(changes, ['markdown']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  'a report that is typed is recognised when the typing rests, and where VS Code guesses another language before': async () => {
    const lines = (await openFixture('clean-2021.ogi')).document.getText().split('\n').slice(0, 12);
    const typed = async (): Promise<vscode.TextDocument> => {
      const document = await vscode.workspace.openTextDocument({ content: '' });
      const editor = await vscode.window.showTextDocument(document);
      for (const line of lines) assert.ok(await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), `${line.slice(0, 150)}\n`)));
      return document;
    };
    const isRecognised = (document: vscode.TextDocument): Promise<void> => waitUntil(vscode.workspace.onDidOpenTextDocument, () => document.languageId === 'ogi-report', () => document.languageId);
    await isRecognised(await typed());
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const guessed = await typed();
    await vscode.languages.setTextDocumentLanguage(guessed, 'ini');
    await isRecognised(guessed);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  'plain text that is no report is left alone, and a report is recognised by its content': async () => {
    const notice = await openText('关于做好政府信息公开工作年度报告编制工作的通知\n\n各单位：请于1月20日前报送。\n');
    const report = await openText((await openFixture('clean-2021.ogi')).document.getText());
    await waitForDiagnostics(report.document.uri, () => report.document.languageId === 'ogi-report');
    assert.equal(notice.document.languageId, 'plaintext');
  },
};
