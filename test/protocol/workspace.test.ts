/** Reports held against others that are not open: the built server over stdio, with a folder of real files. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic, FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { AGENCIES_REQUEST, CONFIG_FILE, FILES_REQUEST, type FilesParams, READ_FILE_REQUEST, type ReadFileParams } from '../../server/src/protocol';
import { started } from '../support/clients';
import { type LanguageClient, PULLING, PUSHED, rangeOf, type StartOptions } from '../support/languageClient';
import { reportText } from '../support/reports';

const TIMEOUT = { timeout: 60_000 };
const root = mkdtempSync(join(tmpdir(), 'ogi-report-workspace-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** The report of a year with so many natural persons' requests carried in and out; everything else is 0. */
function report(year: number, { carriedIn = 0, carriedOut = 0, agency = '云溪县水利局' }: { carriedIn?: number; carriedOut?: number; agency?: string } = {}): string {
  const numbers: Readonly<Record<string, number>> = { carriedIn, carriedOut, received: 9, granted: 9 + carriedIn - carriedOut, processedTotal: 9 + carriedIn - carriedOut };
  return reportText({ year, agency, cell: (row, column) => String(['naturalPerson', 'total'].includes(column.id) ? (numbers[row.id] ?? 0) : 0) });
}

/** A new folder with `files`, by path; every text by the URI that `uri` gives. */
function folderWith(files: Readonly<Record<string, string>>): { readonly uri: string; at(path: string): string; write(path: string, text: string): void } {
  const folder = mkdtempSync(join(root, '年报 (1)-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { uri: pathToFileURL(folder).href, at: (path) => pathToFileURL(join(folder, path)).href, write };
}

const WATCHING = { ...PULLING, workspace: { ...PULLING.workspace, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } };

const startedIn = (folder: string, options: StartOptions = {}): Promise<LanguageClient> => started({ capabilities: WATCHING, folders: [folder], ...options });

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const tell = (client: LanguageClient, ...changes: readonly { uri: string; type: number }[]): Promise<void> => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });

/** A file of settings, which no folder here has. */
const isSettings = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE}`);

const workspaceFindings = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(({ code }) => String(code).startsWith('workspace/'));

/** The workspace findings in `uri` as soon as they are as described; looked for whenever the server asks to look again. */
async function eventually(client: LanguageClient, uri: string, holds: (findings: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (;;) {
    const seen = client.refreshes;
    const findings = workspaceFindings(await client.findings(uri));
    if (holds(findings)) return findings;
    await client.until(() => (client.refreshes > seen ? true : undefined));
  }
}

const one = (findings: readonly Diagnostic[]): boolean => findings.length === 1;
const none = (findings: readonly Diagnostic[]): boolean => findings.length === 0;

/** Resolves when everything that was waiting to be read is read. */
const indexed = (client: LanguageClient, times = 1): Promise<true> => client.until(() => (client.logs.filter((line) => line.includes('read for comparison')).length >= times ? true : undefined));

describe('last year on disk', TIMEOUT, () => {
  test('is held against this year, and the finding points into it', async () => {
    const folder = folderWith({ '旧/2023 终稿.txt': report(2023, { carriedOut: 4 }), '今年.ogi': '' });
    const client = await startedIn(folder.uri);
    const uri = folder.at('今年.ogi');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    const [finding] = await eventually(client, uri, one);
    assert.equal(finding!.code, 'workspace/carried-over');
    assert.equal(finding!.severity, 2);
    assert.equal(client.documents.get(uri)!.getText(finding!.range), '3');
    assert.match(String(finding!.message), /上年为 4，本年填 3.*2023 终稿\.txt/);
    const { location } = finding!.relatedInformation![0]!;
    assert.equal(fileURLToPath(location.uri), fileURLToPath(folder.at('旧/2023 终稿.txt')));
    assert.match(report(2023).split('\n')[location.range.start.line]!, /^四、结转下年度继续办理/);
  });

  test('changed, deleted, moved: the finding follows', async () => {
    const folder = folderWith({ '2023.txt': report(2023, { carriedOut: 4 }), 'old/x.txt': '' });
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await eventually(client, uri, one);
    const { resultId } = (await client.pull(uri)) as FullDocumentDiagnosticReport;
    assert.deepEqual(await client.pull(uri, resultId), { kind: 'unchanged', resultId });

    folder.write('2023.txt', report(2023, { carriedOut: 3 }));
    await tell(client, { uri: folder.at('2023.txt'), type: CHANGED });
    await eventually(client, uri, none);
    assert.equal((await client.pull(uri, resultId)).kind, 'full');

    folder.write('2023.txt', report(2023, { carriedOut: 5 }));
    await tell(client, { uri: folder.at('2023.txt'), type: CHANGED });
    await eventually(client, uri, one);

    renameSync(fileURLToPath(folder.at('2023.txt')), fileURLToPath(folder.at('old/去年.txt')));
    await tell(client, { uri: folder.at('2023.txt'), type: DELETED }, { uri: folder.at('old/去年.txt'), type: CREATED });
    const [moved] = await eventually(client, uri, (findings) => one(findings) && String(findings[0]!.message).includes('去年.txt'));
    assert.equal(moved!.code, 'workspace/carried-over');

    // The folder as a whole, as editors tell it.
    rmSync(fileURLToPath(folder.at('old')), { recursive: true });
    await tell(client, { uri: folder.at('old'), type: DELETED });
    await eventually(client, uri, none);
  });

  test('in a folder that comes as a whole, told without the files in it', async () => {
    const folder = folderWith({ '2021.txt': report(2021), '2022.txt': report(2022) });
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await indexed(client);
    folder.write('往年/上报/2023.txt', report(2023, { carriedOut: 4 }));
    folder.write('往年/node_modules/2023.txt', report(2023, { carriedOut: 5 }));
    folder.write('往年/上报/说明.docx', '');
    await tell(client, { uri: folder.at('往年'), type: CREATED }, { uri: folder.at('往年/上报'), type: CREATED }, { uri: folder.at('往年/上报/说明.docx'), type: CREATED });
    const [finding] = await eventually(client, uri, one);
    assert.match(String(finding!.message), /上年为 4/);
    rmSync(fileURLToPath(folder.at('往年')), { recursive: true });
    await tell(client, { uri: folder.at('往年'), type: DELETED });
    await eventually(client, uri, none);
  });

  test('in one of very many folders that come together', async () => {
    const folder = folderWith({ '2021.txt': report(2021), '2022.txt': report(2022) });
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await indexed(client);
    folder.write('99/2023.txt', report(2023, { carriedOut: 4 }));
    await tell(client, ...Array.from({ length: 100 }, (_, i) => ({ uri: folder.at(String(i)), type: CREATED })));
    await eventually(client, uri, one);
  });

  test('that comes while the files are listed', async () => {
    const folder = folderWith({ '2023.txt': report(2023, { carriedOut: 4 }) });
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, async () => {
        await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at('2023.txt'), type: CREATED }] });
        return { uris: [], more: false };
      });
      connection.onRequest(READ_FILE_REQUEST, ({ uri }: ReadFileParams) => (isSettings(uri) ? null : readFileSync(fileURLToPath(uri), 'base64')));
    };
    const client = await startedIn(folder.uri, { initializationOptions: { files: true }, prepare });
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await eventually(client, uri, one);
  });

  test('open in the editor it is what the editor has; closed again, what the disk has', async () => {
    const folder = folderWith({ '2023.txt': report(2023, { carriedOut: 4 }) });
    const client = await startedIn(folder.uri);
    const [uri, last] = [folder.at('2024.txt'), folder.at('2023.txt')];
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await eventually(client, uri, one);

    await client.open(last, report(2023, { carriedOut: 3 }));
    await client.findings(last);
    await eventually(client, uri, none);
    // What the disk does meanwhile is nobody's concern.
    folder.write('2023.txt', report(2023, { carriedOut: 7 }));
    await tell(client, { uri: last, type: CHANGED });

    const text = client.text(last);
    await client.change(last, { text: text.replaceAll('2023年', '2022年') });
    await client.findings(last);
    await client.change(last, { text });
    await client.findings(last);
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);

    await client.close(last);
    const [finding] = await eventually(client, uri, one);
    assert.match(String(finding!.message), /上年为 7/);
  });

  test('in GB18030, or with a byte order mark, it is read all the same', async () => {
    const folder = folderWith({ '2023.txt': '' });
    const text = report(2023, { carriedOut: 4 });
    writeFileSync(fileURLToPath(folder.at('2023.txt')), gb18030(text));
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await eventually(client, uri, one);
    writeFileSync(fileURLToPath(folder.at('2023.txt')), Buffer.from(`\ufeff${report(2023, { carriedOut: 5 })}`, 'utf16le'));
    await tell(client, { uri: folder.at('2023.txt'), type: CHANGED });
    await eventually(client, uri, (findings) => String(findings[0]?.message).includes('上年为 5'));
  });

  test('behind a link that leads out of the folder it is not read', { skip: process.platform === 'win32' && 'links need rights there' }, async () => {
    const elsewhere = folderWith({ 'in/2023.txt': report(2023, { carriedOut: 4 }) });
    const folder = folderWith({ 'a.txt': report(2020), 'b.txt': report(2021) });
    symlinkSync(fileURLToPath(elsewhere.at('in/2023.txt')), fileURLToPath(folder.at('link.txt')));
    symlinkSync(fileURLToPath(elsewhere.at('in')), fileURLToPath(folder.at('linked')));
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await indexed(client);
    await tell(client, { uri: folder.at('link.txt'), type: CREATED }, { uri: folder.at('linked/2023.txt'), type: CREATED }, { uri: elsewhere.at('in/2023.txt'), type: CREATED });
    folder.write('c.txt', report(2022));
    folder.write('d.txt', report(2019));
    await tell(client, { uri: folder.at('c.txt'), type: CREATED }, { uri: folder.at('d.txt'), type: CREATED });
    await indexed(client, 2);
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);
  });
});

describe('files beside it', TIMEOUT, () => {
  test('in a folder of tools, as the copies that an editor keeps of each version, are no reports of their own', async () => {
    const folder = folderWith({ 'a.txt': report(2020), 'b.txt': report(2021) });
    const client = await startedIn(folder.uri);
    const uri = folder.at('2024.ogi');
    await client.open(uri, report(2024));
    await indexed(client);
    folder.write('.history/2024_20250107.ogi', report(2024, { carriedOut: 3 }));
    folder.write('c.txt', report(2022));
    folder.write('d.txt', report(2019));
    await tell(client, ...['.history/2024_20250107.ogi', 'c.txt', 'd.txt'].map((name) => ({ uri: folder.at(name), type: CREATED })));
    await indexed(client, 2);
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);
  });

  test('in a folder within a folder of the workspace are held by the settings of the inner one', async () => {
    const folder = folderWith({ 'a.txt': report(2020), 'b.txt': report(2021), '范文/2023.txt': report(2023, { carriedOut: 4 }) });
    const client = await startedIn(folder.uri, { folders: [folder.uri, folder.at('范文')], configuration: (uri) => ({ compareReports: !decodeURIComponent(uri!).includes('范文') }) });
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await indexed(client);
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);
  });

  test('are forgotten with their folder, though one was being read when it was removed', async () => {
    let held!: (goOn: () => void) => void;
    const reading = new Promise<() => void>((resolve) => (held = resolve));
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, ({ folder }: FilesParams) => ({ uris: folder.endsWith('x') ? ['vscode-vfs://github/x/2023.txt'] : [], more: false }));
      connection.onRequest(READ_FILE_REQUEST, async ({ uri }: ReadFileParams) => {
        if (isSettings(uri)) return null;
        await new Promise<void>(held);
        return Buffer.from(report(2023, { carriedOut: 4 })).toString('base64');
      });
    };
    const client = await startedIn('vscode-vfs://github/x', { folders: ['vscode-vfs://github/x', 'vscode-vfs://github/y'], initializationOptions: { files: true }, prepare });
    const goOn = await reading;
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: 'vscode-vfs://github/x', name: 'x' }] } });
    await pause(200);
    goOn();
    // Asks for all that has been read.
    assert.deepEqual(await client.connection.sendRequest(AGENCIES_REQUEST), []);
    const uri = 'vscode-vfs://github/y/2024.txt';
    await client.open(uri, report(2024, { carriedIn: 3 }));
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);
  });
});

describe('the editor', TIMEOUT, () => {
  test('that pushes gets the findings anew', async () => {
    const folder = folderWith({ '2023.txt': report(2023, { carriedOut: 4 }) });
    const client = await startedIn(folder.uri, { capabilities: PUSHED });
    const uri = folder.at('2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    const { version } = await client.until(() => client.published.find(({ diagnostics }) => workspaceFindings(diagnostics).length === 1));
    assert.equal(version, 1);
  });

  test('that offers files is asked for them, and for settings beside them', async () => {
    const files = new Map([['vscode-vfs://github/x/2023.txt', report(2023, { carriedOut: 4 })]]);
    const asked: string[] = [];
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: [...files.keys()], more: true }));
      connection.onRequest(READ_FILE_REQUEST, ({ uri, folder }: ReadFileParams) => {
        asked.push(uri);
        if (isSettings(uri)) return null;
        assert.equal(folder, 'vscode-vfs://github/x');
        return Buffer.from(files.get(uri)!).toString('base64');
      });
    };
    const client = await startedIn('vscode-vfs://github/x', { initializationOptions: { files: true }, prepare });
    const uri = 'vscode-vfs://github/x/2024.ogi';
    await client.open(uri, report(2024, { carriedIn: 3 }));
    const [finding] = await eventually(client, uri, one);
    assert.equal(finding!.relatedInformation![0]!.location.uri, 'vscode-vfs://github/x/2023.txt');
    assert.deepEqual(asked.filter((own) => !isSettings(own)), ['vscode-vfs://github/x/2023.txt']);
    assert.ok(client.logs.some((line) => line.includes('Too many files')), 'that files were left out is told');
  });

  test('that offers files is asked what is in a new folder, but not in one of tools', async () => {
    const asked: FilesParams[] = [];
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, (params: FilesParams) => {
        asked.push(params);
        return { uris: params.below ? [`${params.below}/2023.txt`] : [], more: false };
      });
      connection.onRequest(READ_FILE_REQUEST, ({ uri }: ReadFileParams) => (isSettings(uri) ? null : Buffer.from(report(2023, { carriedOut: 4 })).toString('base64')));
    };
    const client = await startedIn('vscode-vfs://github/x', { initializationOptions: { files: true }, prepare });
    const uri = 'vscode-vfs://github/x/2024.ogi';
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await tell(client, ...['.git', '.git/refs', 'node_modules/p', 'old', 'old/a.docx'].map((name) => ({ uri: `vscode-vfs://github/x/${name}`, type: CREATED })));
    await eventually(client, uri, one);
    assert.deepEqual(asked.map(({ folder, below }) => [folder, below]), [['vscode-vfs://github/x', undefined], ['vscode-vfs://github/x', 'vscode-vfs://github/x/old']]);
  });

  test('that fails to answer costs the comparison and nothing else', async () => {
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: ['file:///x/1.txt', 'file:///x/2.txt'], more: false }));
      connection.onRequest(READ_FILE_REQUEST, () => {
        throw new Error('no');
      });
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare });
    await client.open('file:///x/2024.txt', report(2024, { carriedIn: 3 }));
    await indexed(client);
    assert.deepEqual(workspaceFindings(await client.findings('file:///x/2024.txt')), []);
    assert.equal(client.logs.filter((line) => line.includes('not read')).length, 1, 'one line in the log, whatever the number of files');
    assert.equal(await client.stop(), 0);
  });

  test('that answers with nonsense costs the comparison and nothing else', async () => {
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: 5 }));
      connection.onRequest(READ_FILE_REQUEST, () => ({}));
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare });
    await client.open('file:///x/2024.txt', report(2024, { carriedIn: 3 }));
    await tell(client, { uri: 'file:///x/new', type: CREATED });
    await client.until(() => (client.logs.filter((line) => line.includes('could not be listed')).length > 1 ? true : undefined));
    assert.deepEqual(workspaceFindings(await client.findings('file:///x/2024.txt')), []);
    assert.equal(await client.stop(), 0);
  });

  test('whose user does not want it reads nothing, and begins when it is wanted', async () => {
    let compareReports = false;
    let listed = 0;
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest(FILES_REQUEST, () => ({ uris: listed++ === 0 ? ['file:///x/2023.txt'] : [], more: false }));
      connection.onRequest(READ_FILE_REQUEST, ({ uri }: ReadFileParams) => (isSettings(uri) ? null : Buffer.from(report(2023, { carriedOut: 4 })).toString('base64')));
    };
    const client = await startedIn('file:///x', { initializationOptions: { files: true }, prepare, configuration: () => ({ compareReports }) });
    const uri = 'file:///x/2024.txt';
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await client.open('file:///x/other.txt', report(2023, { carriedOut: 5 }));
    await client.findings('file:///x/other.txt');
    assert.deepEqual(workspaceFindings(await client.findings(uri)), []);
    assert.equal(listed, 0);
    await client.close('file:///x/other.txt');
    compareReports = true;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(client, uri, one);
    assert.equal(listed, 1);
    // Other settings leave the files alone.
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.findings(uri);
    assert.equal(listed, 1);
  });

  test('may add and remove folders', async () => {
    const folder = folderWith({ 'a/x.txt': '', 'b/2023.txt': report(2023, { carriedOut: 4 }) });
    const client = await startedIn(folder.at('a'));
    assert.deepEqual(client.initializeResult.capabilities.workspace, { workspaceFolders: { supported: true, changeNotifications: true } });
    const uri = folder.at('a/2024.txt');
    await client.open(uri, report(2024, { carriedIn: 3 }));
    const change = (added: readonly string[], removed: readonly string[]): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: added.map((own) => ({ uri: own, name: own })), removed: removed.map((own) => ({ uri: own, name: own })) } });
    await client.findings(uri);
    await change([folder.at('b')], []);
    await eventually(client, uri, one);
    await change([], [folder.at('b')]);
    await eventually(client, uri, none);
  });
});

describe('work', TIMEOUT, () => {
  test('a folder of 2,000 files keeps no request waiting', async () => {
    const files = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`${i % 40}/${i}.txt`, report(2015 + (i % 10), { agency: `云溪县第${Math.floor(i / 10)}中心` })]));
    const folder = folderWith(files);
    const client = await startedIn(folder.uri);
    const uri = folder.at('0/2024.txt');
    await client.open(uri, report(2024, { agency: '云溪县第3中心' }));
    const isIndexed = (): boolean => client.logs.some((line) => line.includes('read for comparison'));
    let answered = 0;
    while (!isIndexed()) {
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
      if (!isIndexed()) answered++;
    }
    assert.ok(client.logs.some((line) => line.startsWith('2000 files read')), client.logs.join('\n'));
    assert.ok(answered >= 200, `only ${answered} requests were answered while 2,000 files were read`);
  });

  test('an edit asks nobody to look again, except where it matters', async () => {
    const folder = folderWith({ '2023.txt': report(2023, { carriedOut: 3 }), '2022.txt': report(2022) });
    const client = await startedIn(folder.uri);
    const [uri, last] = [folder.at('2024.txt'), folder.at('2023.txt')];
    await client.open(uri, report(2024, { carriedIn: 3 }));
    await indexed(client);
    await client.findings(uri);
    const type = async (own: string, words: string, text: string): Promise<void> => {
      await client.change(own, { range: rangeOf(client.text(own), words), text });
      await client.findings(own);
    };
    const before = client.refreshes;
    await type(uri, '公开信息12条', '公开信息13条');
    await type(uri, '二、上年结转', '\n二、上年结转');
    // The next refresh is the one for last year's report, and not one for the edits before.
    await client.open(last, report(2023, { carriedOut: 4 }));
    await client.findings(last);
    await eventually(client, uri, one);
    assert.equal(client.refreshes, before + 1);
    await type(last, '（二）平台建设情况', '（二）信息管理情况');
    await client.open(folder.at('2022.txt'), report(2022, { carriedOut: 1 }));
    await client.findings(folder.at('2022.txt'));
    await eventually(client, last, one);
    assert.equal(client.refreshes, before + 2);
  });

  test('is shown when it takes long, and can be cancelled', async () => {
    const shown: string[] = [];
    let cancel: (() => void) | undefined;
    let read = 0;
    let ended = (): void => undefined;
    const end = new Promise<void>((resolve) => (ended = resolve));
    const prepare = (connection: MessageConnection): void => {
      connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
        cancel = () => void connection.sendNotification('window/workDoneProgress/cancel', { token });
        return null;
      });
      connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
        shown.push(value.kind);
        if (value.kind === 'begin') cancel!();
        if (value.kind === 'end') ended();
      });
      connection.onRequest(FILES_REQUEST, () => ({ uris: Array.from({ length: 4000 }, (_, i) => `file:///x/${i}.txt`), more: false }));
      connection.onRequest(READ_FILE_REQUEST, () => {
        read++;
        return Buffer.from(report(2020)).toString('base64');
      });
    };
    const client = await startedIn('file:///x', { capabilities: { ...WATCHING, window: { workDoneProgress: true } }, initializationOptions: { files: true }, prepare });
    await indexed(client);
    await end;
    assert.equal(shown[0], 'begin');
    assert.ok(read < 4000, `${read} files read in spite of cancelling`);
    assert.ok(client.logs.some((line) => line.startsWith('Cancelled: ')));
  });
});

/** `text` in GB18030: found by decoding every two-byte code once. */
function gb18030(text: string): Buffer {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : codes.get(char)!)));
}
