/** Findings of reports that are not open: `workspace/diagnostic` and the command, with the built server over stdio. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { CHECK_WORKSPACE_REQUEST, type CheckWorkspaceResult, FILES_REQUEST, READ_FILE_REQUEST } from '../../server/src/protocol';
import { started } from '../support/clients';
import { type LanguageClient, PULLING, type StartOptions } from '../support/languageClient';
import { reportText } from '../support/reports';

const TIMEOUT = { timeout: 60_000 };
const root = mkdtempSync(join(tmpdir(), 'ogi-report-all-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A report with radicals at two places of one section. */
const FAULTY = reportText({ agency: '云溪县水利局' }).replace('公开信息12条', '公开⽂件12条').replace('运行平稳', '运⾏平稳');
const CLEAN = reportText({ agency: '云溪县林业局' });
const capabilities = { ...PULLING, window: { workDoneProgress: true }, workspace: { ...PULLING.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };

function folderWith(files: Readonly<Record<string, string>>): { readonly uri: string; at(path: string): string; write(path: string, text: string): void } {
  const folder = mkdtempSync(join(root, '年报 '));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { uri: pathToFileURL(folder).href, at: (path) => pathToFileURL(join(folder, path)).href, write };
}

const startedIn = (folder: string, options: StartOptions = {}): Promise<LanguageClient> => started({ capabilities, folders: [folder], configuration: () => ({ checkWorkspace: true }), ...options });

type Previous = readonly { readonly uri: string; readonly value: string }[];

const pull = (client: LanguageClient, previousResultIds: Previous = []): Promise<WorkspaceDiagnosticReport> => client.connection.sendRequest('workspace/diagnostic', { identifier: 'ogi-report', previousResultIds });

/** Ids as an editor sends them back. */
const idsOf = (reports: readonly WorkspaceDocumentDiagnosticReport[]): Previous => reports.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));

/** `a.txt full 2`, by name. */
function told({ items }: Pick<WorkspaceDiagnosticReport, 'items'>): string[] {
  return items.map((report) => `${fileURLToPath(report.uri).split('/').at(-1)} ${report.kind}${report.kind === 'full' ? ` ${report.items.length}` : ''}`).sort();
}

const changed = (client: LanguageClient, uri: string, type = 2): Promise<void> => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

describe('workspace/diagnostic', TIMEOUT, () => {
  test('tells of every report that is not open, and then only what is news', async () => {
    const folder = folderWith({ 'a.txt': FAULTY, 'b/b.ogi': CLEAN, 'c.txt': '会议纪要\n\n参会人员名单。\n', 'open.txt': FAULTY });
    const client = await startedIn(folder.uri);
    await client.open(folder.at('open.txt'), FAULTY);
    const first = await pull(client);
    assert.deepEqual(told(first), ['a.txt full 2', 'b.ogi full 0']);
    assert.ok(first.items.every(({ version }) => version === null));
    const second = await pull(client, idsOf(first.items));
    assert.deepEqual(told(second), ['a.txt unchanged', 'b.ogi unchanged']);
    assert.deepEqual(idsOf(second.items), idsOf(first.items));

    folder.write('a.txt', CLEAN);
    folder.write('d.txt', FAULTY);
    rmSync(fileURLToPath(folder.at('b/b.ogi')));
    await changed(client, folder.at('a.txt'));
    await changed(client, folder.at('d.txt'), 1);
    await changed(client, folder.at('b/b.ogi'), 3);
    const third = await pull(client, idsOf(second.items));
    assert.deepEqual(told(third), ['a.txt full 0', 'b.ogi full 0', 'd.txt full 2']);
    await client.close(folder.at('open.txt'));
    assert.deepEqual(told(await pull(client, idsOf(third.items))), ['a.txt unchanged', 'd.txt unchanged', 'open.txt full 2']);
  });

  test('nothing is read again for what is unchanged', async () => {
    let reads = 0;
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: ['file:///x/a.txt', 'file:///x/b.txt'], more: false }));
      connection.onRequest(READ_FILE_REQUEST, ({ uri }: { uri: string }) => {
        if (uri.endsWith('.json')) return null;
        reads++;
        return Buffer.from(FAULTY).toString('base64');
      });
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare, configuration: () => ({ checkWorkspace: true, compareReports: false }) });
    const first = await pull(client);
    assert.deepEqual(told(first), ['a.txt full 2', 'b.txt full 2']);
    assert.equal(reads, 2);
    for (let i = 0; i < 5; i++) assert.deepEqual(told(await pull(client, idsOf(first.items))), ['a.txt unchanged', 'b.txt unchanged']);
    assert.equal(reads, 2);
    await changed(client, 'file:///x/a.txt');
    assert.deepEqual(told(await pull(client, idsOf(first.items))), ['a.txt unchanged', 'b.txt unchanged'], 'the same content is the same findings');
    assert.equal(reads, 3);
  });

  test('an id is of the findings, whichever server found them; other settings are news', async () => {
    const folder = folderWith({ 'a.txt': FAULTY });
    const first = await pull(await startedIn(folder.uri));
    let rules = {};
    const client = await startedIn(folder.uri, { configuration: () => ({ checkWorkspace: true, rules }) });
    assert.deepEqual(told(await pull(client, idsOf(first.items))), ['a.txt unchanged']);
    rules = { 'glyph/radical': 'off' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const off = await pull(client, idsOf(first.items));
    assert.deepEqual(told(off), ['a.txt full 0']);
    folder.write('.ogireport.json', JSON.stringify({ rules: { 'glyph/radical': 'error' } }));
    const seen = client.refreshes;
    await changed(client, folder.at('.ogireport.json'), 1);
    await client.until(() => (client.refreshes > seen ? true : undefined));
    const [report] = (await pull(client, idsOf(off.items))).items;
    assert.equal(report?.kind === 'full' && report.items[0]?.severity, 1);
  });

  test('nothing is told, and what was told is taken back, where nobody wants it', async () => {
    const folder = folderWith({ 'a.txt': FAULTY });
    let checkWorkspace = true;
    const client = await startedIn(folder.uri, { configuration: () => ({ checkWorkspace }) });
    const first = await pull(client);
    checkWorkspace = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(told(await pull(client, idsOf(first.items))), ['a.txt full 0']);
    assert.deepEqual(await pull(client), { items: [] });
  });

  test('comes in parts as it is found, and can be cancelled', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.txt`, FAULTY.replace('水利局', `第${i}中心`)])));
    const client = await startedIn(folder.uri, { configuration: () => ({ checkWorkspace: true, compareReports: false }) });
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    let cancel = (): void => undefined;
    client.connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: WorkspaceDiagnosticReport }) => {
      if (token !== 'parts') return;
      parts.push(...value.items);
      if (parts.length === 5) cancel();
    });
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve;
    });
    const message = { jsonrpc: '2.0', id: 'own', method: 'workspace/diagnostic', params: { previousResultIds: [], partialResultToken: 'parts' } };
    const send = (content: object): void => {
      const body = JSON.stringify(content);
      client.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send(message);
    await cancelled;
    send({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 'own' } });
    const known = idsOf(parts);
    const all = await pull(client, known);
    assert.equal(all.items.length, 60);
    assert.ok(known.length < 60, 'cancelled in time');
    assert.equal(told(all).filter((own) => own.endsWith('unchanged')).length, known.length);
  });

  test('an answer that began in parts ends in parts', async () => {
    const folder = folderWith({ 'a.txt': FAULTY, 'b.txt': FAULTY });
    const client = await startedIn(folder.uri);
    const parts: WorkspaceDocumentDiagnosticReport[] = [];
    client.connection.onNotification('$/progress', ({ token, value }: { token: unknown; value: WorkspaceDiagnosticReport }) => void (token === 'parts' && parts.push(...value.items)));
    const ask = (previousResultIds: Previous): Promise<WorkspaceDiagnosticReport> => client.connection.sendRequest('workspace/diagnostic', { previousResultIds, partialResultToken: 'parts' });
    assert.deepEqual(await ask([]), { items: [] });
    const known = idsOf(parts.splice(0));
    assert.deepEqual(told(await ask(known)), ['a.txt unchanged', 'b.txt unchanged'], 'where there is no news, there are no parts');
    folder.write('b.txt', CLEAN);
    await changed(client, folder.at('b.txt'));
    assert.deepEqual(await ask(known), { items: [] });
    assert.deepEqual(told({ items: parts }), ['a.txt unchanged', 'b.txt full 0']);
  });

  test('of folders within each other the settings of the inner one hold, whichever comes first', async () => {
    const folder = folderWith({ 'a.txt': FAULTY, 'in/b.txt': FAULTY });
    const configuration = (uri: string | undefined): object => ({ checkWorkspace: true, rules: uri === folder.at('in') ? { 'glyph/radical': 'off' } : {} });
    for (const folders of [[folder.uri, folder.at('in')], [folder.at('in'), folder.uri]]) {
      assert.deepEqual(told(await pull(await startedIn(folder.uri, { folders, configuration }))), ['a.txt full 2', 'b.txt full 0']);
    }
  });

  test('a file that changes while it is being checked is checked again', async () => {
    let text = FAULTY;
    let held!: (goOn: () => void) => void;
    const reading = new Promise<() => void>((resolve) => (held = resolve));
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: ['file:///x/a.txt'], more: false }));
      connection.onRequest(READ_FILE_REQUEST, async ({ uri }: { uri: string }) => {
        if (uri.endsWith('.json')) return null;
        const now = Buffer.from(text).toString('base64');
        if (text === FAULTY) await new Promise<void>(held);
        return now;
      });
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare, configuration: () => ({ checkWorkspace: true, compareReports: false }) });
    const asked = pull(client);
    const goOn = await reading;
    text = CLEAN;
    const seen = client.refreshes;
    await changed(client, 'file:///x/a.txt');
    await pause(50);
    goOn();
    const first = await asked;
    await client.until(() => (client.refreshes > seen ? true : undefined));
    const second = await pull(client, idsOf(first.items));
    assert.deepEqual(told(second), ['a.txt full 0']);
  });

  test('a file in a folder of tools is none of the reports, though it comes later', async () => {
    const folder = folderWith({ 'a.txt': FAULTY });
    const client = await startedIn(folder.uri);
    const first = await pull(client);
    folder.write('.history/a_20250107.txt', FAULTY);
    await changed(client, folder.at('.history/a_20250107.txt'), 1);
    assert.deepEqual(told(await pull(client, idsOf(first.items))), ['a.txt unchanged']);
  });

  test('a report that changed has those of its agency checked again', async () => {
    const carried = (year: number, row: string, value: string): string => reportText({ year, cell: (own, column) => (own.id === row && ['naturalPerson', 'total'].includes(column.id) ? value : '0') });
    const folder = folderWith({ '2023.txt': carried(2023, 'carriedOut', '0'), '2024.txt': reportText({ year: 2024 }) });
    const client = await startedIn(folder.uri);
    const first = await pull(client);
    assert.deepEqual(told(first), ['2023.txt full 0', '2024.txt full 0']);
    folder.write('2023.txt', carried(2023, 'carriedOut', '4').replace(/(一、本年新收政府信息公开申请数量 \| )0/, '$14').replace(/(一、本年新收政府信息公开申请数量 \|.*\| )0 \|/, '$14 |'));
    const seen = client.refreshes;
    await changed(client, folder.at('2023.txt'));
    for (;;) {
      const { items } = await pull(client, idsOf(first.items));
      const report = items.find(({ uri }) => uri.endsWith('2024.txt'));
      if (report?.kind === 'full' && report.items.some(({ code }) => code === 'workspace/carried-over')) break;
      await client.until(() => (client.refreshes > seen ? true : undefined));
    }
  });
});

describe('checking the workspace on demand', TIMEOUT, () => {
  test('sums up all reports, open ones too, and has them told from then on', async () => {
    const folder = folderWith({ 'a.txt': FAULTY, 'b.ogi': CLEAN, 'c.txt': '会议纪要\n', 'open.txt': FAULTY, 'large.txt': ' '.repeat(1 << 21) });
    const client = await startedIn(folder.uri, { configuration: () => ({}) });
    await client.open(folder.at('open.txt'), FAULTY);
    assert.deepEqual(await pull(client), { items: [] });
    const result = await client.connection.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST, {});
    assert.deepEqual(result, { files: 3, reports: 3, bySeverity: { error: 0, warning: 2, information: 0, hint: 0 }, unread: 1, more: false, stopped: false });
    assert.ok(client.refreshes > 0, 'the editor is asked to pull');
    assert.deepEqual(told(await pull(client)), ['a.txt full 2', 'b.ogi full 0']);
  });

  test('says that there are more files than are checked, and what was cancelled', async () => {
    let cancel: (() => void) | undefined;
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
        cancel = () => void connection.sendNotification('window/workDoneProgress/cancel', { token });
        return null;
      });
      connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        if (value.kind === 'begin') cancel!();
      });
      connection.onRequest(FILES_REQUEST, () => ({ uris: Array.from({ length: 3000 }, (_, i) => `file:///x/${i}.txt`), more: true }));
      connection.onRequest(READ_FILE_REQUEST, ({ uri }: { uri: string }) => (uri.endsWith('.json') ? null : Buffer.from(FAULTY).toString('base64')));
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare, configuration: () => ({ compareReports: false }) });
    const result = await client.connection.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST, {});
    assert.ok(result.more && result.stopped && result.files < 3000, JSON.stringify(result));
    assert.ok(client.logs.some((line) => line.startsWith('Too many files')));
    const { items } = await pull(client);
    assert.ok(items.length <= result.files, 'what is not checked stays so until somebody asks again');
  });
});
