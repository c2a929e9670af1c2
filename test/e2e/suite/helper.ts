/** What a person does in the editor, for tests: opens a report, waits for findings, types, takes a quick fix. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'ogi-report.ogi-report';

let copies = 0;

function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'The suite runs through test/e2e/run.mjs');
  return folder;
}

/** Opens a copy of test/fixtures/`name`, each time under a new name in the workspace. */
export async function openFixture(name: string): Promise<vscode.TextEditor> {
  // A browser has no disk: there the fixtures are in the workspace.
  const local = process.env['OGI_E2E_FIXTURES'];
  const fixtures = local ? vscode.Uri.file(local) : vscode.Uri.joinPath(workspaceFolder(), 'fixtures');
  const copy = vscode.Uri.joinPath(workspaceFolder(), name.replace(/(?=\.\w+$)/, `-${++copies}`));
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(fixtures, name), copy);
  return vscode.window.showTextDocument(copy);
}

/** A file of this name in a folder that is not looked into for reports. */
export const besideTheReports = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), '.texts', name);

/** Opens a text file with this content, which is not among the reports of the workspace. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  const file = besideTheReports(`text-${++copies}.txt`);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
  return vscode.window.showTextDocument(file);
}

/**
 * Opens a new report with this text that was never saved. It has a name of its own: VS Code brings back what the last one of a
 * name held.
 */
export async function openUnsaved(content: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.from({ scheme: 'untitled', path: `/unsaved-${++copies}.ogi` }));
  assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content)), 'VS Code refused the edit');
  return editor;
}

/** What is waited for in vain, and what there is instead; for the message of a test whose time is over. */
export let lastSeen = (): string => '';

/**
 * Waits until the condition holds: it is asked now, after each event, and a few times a second for what no event tells.
 * A test that waits in vain ends with its own time limit, and with what `seen` says.
 */
export async function waitUntil<T>(event: vscode.Event<T>, holds: () => boolean, seen = (): string => holds.toString()): Promise<void> {
  lastSeen = seen;
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const check = () => {
      if (!holds()) return;
      clearInterval(timer);
      subscription.dispose();
      resolve();
    };
    const timer = setInterval(check, 200);
    const subscription = event(check);
  });
}

/** Waits until the findings in a document are as described, and returns them in the document's order. */
export async function waitForDiagnostics(
  uri: vscode.Uri,
  predicate: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
): Promise<vscode.Diagnostic[]> {
  const found = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri);
  await waitUntil(vscode.languages.onDidChangeDiagnostics, () => predicate(found()), () => `${predicate.toString()}\n${uri.toString()}: ${found().map(lineAndRule).join(', ') || 'no findings'}`);
  return vscode.languages.getDiagnostics(uri).sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Line, from 1, and rule of a finding. */
export const lineAndRule = (diagnostic: vscode.Diagnostic): string => `${diagnostic.range.start.line + 1} ${ruleOf(diagnostic)}`;

/** The rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Replaces the first occurrence of a text, as typing would. */
export async function replaceText(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const offset = editor.document.getText().indexOf(before);
  assert.notEqual(offset, -1, `Not in the document: ${before}`);
  const range = new vscode.Range(editor.document.positionAt(offset), editor.document.positionAt(offset + before.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, after)), 'VS Code refused the edit');
}

/** The code actions offered for a range, of one kind if given. */
export function getCodeActions(uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind): Thenable<vscode.CodeAction[]> {
  // Up to this many are resolved, so that each has its edit.
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind?.value, 20);
}

/** Takes the quick fix with this title, as a click on it in the light bulb's list would. */
export async function applyQuickFix(uri: vscode.Uri, range: vscode.Range, title: RegExp): Promise<void> {
  const actions = await getCodeActions(uri, range, vscode.CodeActionKind.QuickFix);
  const action = actions.find((offered) => title.test(offered.title));
  assert.ok(action, `No quick fix ${title}, only: ${actions.map((offered) => offered.title).join(' · ')}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), 'VS Code refused the edit');
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** The outline of a document, as a tree. */
export async function getSymbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  return (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri)) ?? [];
}
