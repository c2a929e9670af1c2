/** `.ogireport.json` in the editor: honoured as on the command line, live, and edited by the light bulb; the built server over stdio. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { CodeAction, CreateFile, Diagnostic, FullDocumentDiagnosticReport, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_EDIT_REQUEST, type ConfigEditResult, FILES_REQUEST, READ_FILE_REQUEST, type ReadFileParams } from '../../server/src/protocol';
import { started } from '../support/clients';
import { type LanguageClient, PULLING, rangeOf, type StartOptions } from '../support/languageClient';
import { reportText } from '../support/reports';

const TIMEOUT = { timeout: 60_000 };
const root = mkdtempSync(join(tmpdir(), 'ogi-report-config-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** One wrong total, and radicals in section 一. */
const FAULTY = reportText({ cell: (row, column) => (row.id === 'granted' && column.id === 'total' ? '7' : '0') }).replace('运行平稳', '运⾏平稳');
const CONFIG = '.ogireport.json';

class Folder {
  readonly path = mkdtempSync(join(root, '年报 (1)-'));
  readonly uri = pathToFileURL(this.path).href;

  at = (name: string): string => pathToFileURL(join(this.path, name)).href;

  write(name: string, content: string | object): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  read = (name: string): string => readFileSync(join(this.path, name), 'utf8');
}

const capabilities = { ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] }, didChangeWatchedFiles: { dynamicRegistration: true } } };

const startedIn = (folder: Folder, options: StartOptions = {}): Promise<LanguageClient> => started({ capabilities, folders: [folder.uri], ...options });

/** Writes the file and tells of it, as an editor that watches does. */
async function saved(client: LanguageClient, folder: Folder, name: string, content: string | object): Promise<void> {
  folder.write(name, content);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at(name), type: 2 }] });
}

const rulesIn = (diagnostics: readonly Diagnostic[]): unknown[] => [...new Set(diagnostics.map(({ code }) => code))].sort();

async function refreshed(client: LanguageClient, seen: number): Promise<void> {
  await client.until(() => (client.refreshes > seen ? true : undefined));
}

/** What is last told of a file of settings, as soon as it is as described. */
async function told(client: LanguageClient, uri: string, holds: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
  const same = (own: string): boolean => fileURLToPath(own) === fileURLToPath(uri);
  return client.until(() => {
    const latest = client.published.filter((own) => same(own.uri)).at(-1)?.diagnostics;
    return latest && holds(latest) ? latest : undefined;
  });
}

/** As an editor applies it: files are created, edits made on disk. */
function applied(folder: Folder, { documentChanges = [] }: WorkspaceEdit): void {
  for (const change of documentChanges as (CreateFile | TextDocumentEdit)[]) {
    const path = fileURLToPath('uri' in change ? change.uri : change.textDocument.uri);
    assert.ok(path.startsWith(folder.path));
    if ('uri' in change) writeFileSync(path, '', { flag: 'wx' });
    else writeFileSync(path, TextDocument.applyEdits(TextDocument.create('', '', 0, readFileSync(path, 'utf8')), change.edits as { range: never; newText: string }[]));
  }
}

async function action(client: LanguageClient, uri: string, words: string, title: RegExp): Promise<CodeAction> {
  const actions = await client.codeActions(uri, rangeOf(client.text(uri), words), { only: ['quickfix'] });
  const found = actions.find((own) => title.test(own.title));
  assert.ok(found, `${title} among ${actions.map((own) => own.title).join(' · ')}`);
  return found;
}

describe('settings of a folder', TIMEOUT, () => {
  test('hold for the reports below, the nearest file alone, over the settings of the editor', async () => {
    const folder = new Folder();
    folder.write(CONFIG, { rules: { 'glyph/radical': 'off' } });
    folder.write(`2024/${CONFIG}`, { rules: { 'table/row-total': 'hint' } });
    const client = await startedIn(folder, { configuration: () => ({ rules: { 'glyph/radical': 'error', 'table/row-total': 'warning' } }) });
    const [above, below] = [folder.at('a.txt'), folder.at('2024/b.txt')];
    await client.open(above, FAULTY);
    await client.open(below, FAULTY);
    const levels = async (uri: string): Promise<unknown[]> => (await client.findings(uri)).map(({ code, severity }) => `${code} ${severity}`).sort();
    assert.deepEqual(await levels(above), ['table/row-total 2']);
    assert.deepEqual(await levels(below), ['glyph/radical 1', 'table/row-total 4']);
    await client.open('untitled:Untitled-1', FAULTY);
    assert.deepEqual(await levels('untitled:Untitled-1'), ['glyph/radical 1', 'table/row-total 2'], 'what lies in no folder has the editor’s');
  });

  test('are followed when the file changes, comes or goes; result ids tell', async () => {
    const folder = new Folder();
    const client = await startedIn(folder);
    const uri = folder.at('a.txt');
    await client.open(uri, FAULTY);
    const first = (await client.pull(uri)) as FullDocumentDiagnosticReport;
    assert.ok(rulesIn(first.items).includes('glyph/radical'));
    let seen = client.refreshes;
    await saved(client, folder, CONFIG, { rules: { 'glyph/radical': 'off' } });
    await refreshed(client, seen);
    const second = (await client.pull(uri, first.resultId)) as FullDocumentDiagnosticReport;
    assert.deepEqual([second.kind, rulesIn(second.items)], ['full', ['table/row-total']]);
    assert.deepEqual(await client.pull(uri, second.resultId), { kind: 'unchanged', resultId: second.resultId });
    // The same content is no change.
    await saved(client, folder, CONFIG, { rules: { 'glyph/radical': 'off' } });
    assert.equal((await client.pull(uri, second.resultId)).kind, 'unchanged');
    seen = client.refreshes;
    rmSync(join(folder.path, CONFIG));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at(CONFIG), type: 3 }] });
    await refreshed(client, seen);
    assert.ok(rulesIn(await client.findings(uri)).includes('glyph/radical'));
  });

  test('a rule that is off is not fixed, nor is what is left', async () => {
    const folder = new Folder();
    folder.write(CONFIG, { rules: { 'glyph/radical': 'off' } });
    const client = await startedIn(folder);
    const uri = folder.at('a.txt');
    await client.open(uri, FAULTY);
    assert.deepEqual(await client.codeActions(uri, rangeOf(FAULTY, '⾏'), { only: ['source.fixAll'] }), []);
  });

  test('that are not understood are told in their file, at the place, and nothing is checked by others', async () => {
    const folder = new Folder();
    const text = '{\n  "rules": { "glyph/radical": "loud" }\n}\n';
    folder.write(CONFIG, text);
    folder.write('a.txt', FAULTY);
    const client = await startedIn(folder, { initializationOptions: { locale: 'zh-cn' } });
    const uri = folder.at('a.txt');
    await client.open(uri, FAULTY);
    const [refusal, ...others] = await client.findings(uri);
    assert.deepEqual(others, []);
    assert.match(String(refusal!.message), /未检查.*glyph\/radical.*loud/);
    assert.equal(fileURLToPath(refusal!.relatedInformation![0]!.location.uri), join(folder.path, CONFIG));
    const [problem] = await told(client, folder.at(CONFIG), ({ length }) => length === 1);
    assert.equal(TextDocument.create('', '', 0, text).getText(problem!.range), '"loud"');
    const check = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, '../../server/src/cli.ts'), 'check', join(folder.path, 'a.txt')], { encoding: 'utf8' });
    assert.equal(check.status, 2, 'the command line does not check it either');

    const seen = client.refreshes;
    await saved(client, folder, CONFIG, '{ "rules": {');
    await refreshed(client, seen);
    await told(client, folder.at(CONFIG), ([own]) => own !== undefined && own.range.start.line === 0);
    await saved(client, folder, CONFIG, {});
    await told(client, folder.at(CONFIG), ({ length }) => length === 0);
    assert.ok(rulesIn(await client.findings(uri)).includes('glyph/radical'));
  });
});

describe('settings in a file system that the editor reads', TIMEOUT, () => {
  const FOLDER = 'vscode-vfs://github/x';
  const config = `${FOLDER}/${CONFIG}`;
  const encoded = (content: unknown): string => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)).toString('base64');
  /** An editor that has the files that `read` has. */
  const offering = (read: (uri: string) => unknown, options: StartOptions = {}): Promise<LanguageClient> => {
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: [], more: false }));
      connection.onRequest(READ_FILE_REQUEST, async ({ uri }: ReadFileParams) => {
        const content = await read(uri);
        return content === undefined ? null : encoded(content);
      });
    };
    const inFolders = { ...capabilities, workspace: { ...capabilities.workspace, workspaceFolders: true } };
    return started({ capabilities: inFolders, folders: [FOLDER], initializationOptions: { files: true }, configuration: () => ({ compareReports: false }), prepare, ...options });
  };
  const last = (client: LanguageClient): readonly Diagnostic[] | undefined => client.published.filter(({ uri }) => uri === config).at(-1)?.diagnostics;

  test('hold where its first folder comes later, for what is open there already too', async () => {
    const client = await offering((uri) => (uri === config ? { rules: { 'glyph/radical': 'off' } } : undefined), { folders: [] });
    const uri = `${FOLDER}/a.txt`;
    await client.open(uri, FAULTY);
    assert.ok(rulesIn(await client.findings(uri)).includes('glyph/radical'));
    const seen = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: FOLDER, name: 'x' }], removed: [] } });
    await refreshed(client, seen);
    assert.deepEqual(rulesIn(await client.findings(uri)), ['table/row-total']);
  });

  test('that comes slowly: what is wrong with them is told all the same, and leaves the editor with their folder', async () => {
    const client = await offering((uri) => (uri === config ? pause(800, { rules: 3 }) : undefined));
    await client.open(`${FOLDER}/a.txt`, FAULTY);
    await client.until(() => (last(client)?.length === 1 ? true : undefined));
    await client.close(`${FOLDER}/a.txt`);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: FOLDER, name: 'x' }] } });
    await client.until(() => (last(client)?.length === 0 ? true : undefined));
  });

  test('name a file that comes while it is looked for: it is looked for again', async () => {
    let held!: (goOn: () => void) => void;
    const reading = new Promise<() => void>((resolve) => (held = resolve));
    let isThere = false;
    const client = await offering(async (uri) => {
      if (uri === config) return { ignores: [{ file: 'gone.txt', rule: 'workspace/duplicate', fingerprint: '0123456789abcdef', reason: '已核实' }] };
      if (!uri.endsWith('gone.txt') || isThere) return isThere ? reportText() : undefined;
      return new Promise<void>(held);
    });
    await client.open(`${FOLDER}/a.txt`, FAULTY);
    const goOn = await reading;
    isThere = true;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${FOLDER}/gone.txt`, type: 1 }] });
    await pause(50);
    goOn();
    await client.until(() => (last(client)?.length === 0 ? true : undefined));
  });
});

describe('a finding that is left', TIMEOUT, () => {
  test('by an editor without our commands: an edit that the command line understands too', async () => {
    const folder = new Folder();
    folder.write('旧/a b.txt', FAULTY);
    const client = await startedIn(folder, { initializationOptions: { locale: 'zh-cn' } });
    const uri = folder.at('旧/a b.txt');
    await client.open(uri, FAULTY);
    await client.findings(uri);
    const { edit } = await client.resolve(await action(client, uri, '⾏', /^保留此处.*glyph\/radical/));
    applied(folder, edit!);
    const seen = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at(`旧/${CONFIG}`), type: 1 }] });
    await refreshed(client, seen);
    assert.deepEqual(rulesIn(await client.findings(uri)), ['table/row-total']);
    assert.deepEqual(await client.codeActions(uri, rangeOf(FAULTY, '⾏'), { only: ['source.fixAll'] }), [], 'nor is it fixed');
    const { ignores } = JSON.parse(folder.read(`旧/${CONFIG}`)) as { ignores: { file: string; reason: string }[] };
    assert.deepEqual(ignores.map(({ file, reason }) => [file, reason]), [['a b.txt', '请填写保留的理由']]);
    const check = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, '../../server/src/cli.ts'), 'check', '--format', 'json', join(folder.path, '旧/a b.txt')], { encoding: 'utf8' });
    const { files } = JSON.parse(check.stdout) as { files: { diagnostics: { rule: string }[] }[] };
    assert.deepEqual(files[0]!.diagnostics.map(({ rule }) => rule), ['table/row-total']);

    // Mended, the entry is idle, and that is told in the settings, live.
    await client.change(uri, { range: rangeOf(FAULTY, '⾏'), text: '行' });
    const [unused] = await told(client, folder.at(`旧/${CONFIG}`), ({ length }) => length === 1);
    assert.match(String(unused!.message), /没有对应的问题/);
    assert.deepEqual(unused!.tags, [1]);
    await client.change(uri, { range: rangeOf(client.text(uri), '运行'), text: '运⾏' });
    await told(client, folder.at(`旧/${CONFIG}`), ({ length }) => length === 0);
  });

  test('of a file that is not open, or is gone, is told as unused or not found', async () => {
    const folder = new Folder();
    folder.write('a.txt', reportText());
    folder.write('b.txt', FAULTY);
    const entry = (file: string, rule: string): object => ({ file, rule, fingerprint: '0123456789abcdef', reason: '已核实' });
    folder.write(CONFIG, { ignores: [entry('b.txt', 'glyph/radical'), entry('gone.txt', 'glyph/radical'), entry('b.txt', 'workspace/duplicate')] });
    const client = await startedIn(folder);
    await client.open(folder.at('a.txt'), reportText());
    await client.findings(folder.at('a.txt'));
    const found = await told(client, folder.at(CONFIG), ({ length }) => length === 2);
    const document = TextDocument.create('', '', 0, folder.read(CONFIG));
    assert.match(document.getText(found[0]!.range), /^\{[^]*b\.txt[^]*\}$/);
    assert.equal(document.getText(found[1]!.range), '"gone.txt"');
  });

  test('by our extension: a command with all that names the finding, and the edit on request', async () => {
    const folder = new Folder();
    const settings = '{\n    "edition": "2021", "rules": { "glyph/padding":"off" }\n}\n';
    folder.write(CONFIG, settings);
    const commands = ['ogiReport.ignore', 'ogiReport.turnOffInFolder', 'ogiReport.turnOff'];
    const client = await startedIn(folder, { initializationOptions: { commands, locale: 'en' } });
    const uri = folder.at('a.txt');
    await client.open(uri, FAULTY);
    await client.findings(uri);
    const { command } = await action(client, uri, '⾏', /^Leave this one/);
    const [argument] = command!.arguments as [{ uri: string; rule: string; fingerprint: string }];
    assert.deepEqual({ uri: argument.uri, rule: argument.rule }, { uri, rule: 'glyph/radical' });
    const request = (params: object): Promise<ConfigEditResult> => client.connection.sendRequest(CONFIG_EDIT_REQUEST, params);
    const made = await request({ uri, rule: argument.rule, ignore: { fingerprint: argument.fingerprint, reason: '经"核实"' } });
    assert.ok('edit' in made);
    applied(folder, made.edit as WorkspaceEdit);
    const off = await request({ uri, rule: 'table/row-total' });
    assert.ok('edit' in off);
    applied(folder, off.edit as WorkspaceEdit);
    const now = folder.read(CONFIG);
    assert.ok(now.startsWith('{\n    "edition": "2021", "rules": { "glyph/padding":"off", "table/row-total": "off" }'), now);
    assert.deepEqual((JSON.parse(now) as { ignores: object[] }).ignores, [{ file: 'a.txt', rule: 'glyph/radical', fingerprint: argument.fingerprint, reason: '经"核实"' }]);
    const seen = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at(CONFIG), type: 2 }] });
    await refreshed(client, seen);
    assert.deepEqual(await client.findings(uri), []);
  });

  test('settings that are not understood are not edited', async () => {
    const folder = new Folder();
    folder.write(CONFIG, '{ "rules": ');
    const client = await startedIn(folder);
    const made: ConfigEditResult = await client.connection.sendRequest(CONFIG_EDIT_REQUEST, { uri: folder.at('a.txt'), rule: 'table/row-total' });
    assert.ok('refused' in made && made.refused.includes(CONFIG));
  });

  test('why nothing is written is shown, without a question that an editor may not know', async () => {
    const folder = new Folder();
    const uri = folder.at('a.txt');
    const { workspace, ...others } = capabilities;
    const shown: object[] = [];
    const prepare: StartOptions['prepare'] = (connection) => connection.onNotification('window/showMessage', (params: object) => void shown.push(params));
    const client = await startedIn(folder, { capabilities: { ...others, workspace: { ...workspace, workspaceEdit: { documentChanges: true } } }, prepare });
    await client.open(uri, FAULTY);
    const { edit } = await client.resolve(await action(client, uri, '⾏', /^保留此处.*glyph\/radical/));
    assert.equal(edit, undefined);
    assert.ok((await client.findings(uri)).length > 0, 'the server goes on');
    assert.deepEqual(shown, [{ type: 2, message: `编辑器不能新建 ${CONFIG}，请先建立，内容为 {}` }]);
  });

  test('a rule that the folder settles is not offered to be switched off in the editor', async () => {
    const folder = new Folder();
    folder.write(CONFIG, { rules: { 'glyph/radical': 'error' } });
    const client = await startedIn(folder, { initializationOptions: { commands: ['ogiReport.turnOff'], locale: 'zh-cn' } });
    const uri = folder.at('a.txt');
    await client.open(uri, FAULTY);
    await client.findings(uri);
    const offered = async (words: string): Promise<(string | undefined)[]> => (await client.codeActions(uri, rangeOf(client.text(uri), words), { only: ['quickfix'] })).map((own) => own.command?.command);
    assert.ok(!(await offered('⾏')).includes('ogiReport.turnOff'));
    assert.ok((await offered('| 7 |')).includes('ogiReport.turnOff'));
  });
});
