/** The built server over stdio, as an editor sees it. */
import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { createMessageConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-jsonrpc/node';
import type { CodeAction, Diagnostic, DocumentSymbol, FoldingRange, FullDocumentDiagnosticReport, InitializeResult, SymbolInformation } from 'vscode-languageserver';
import manifest from '../../package.json';
import { DIAGNOSTIC_DELTA_REQUEST, type DiagnosticDelta } from '../../server/src/protocol';
import { builtServer } from '../support/builtServer';
import { endedAfterTest, started } from '../support/clients';
import { followed } from '../support/followed';
import { LanguageClient, PULLING, PUSHED, rangeOf } from '../support/languageClient';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const NUMBERS: Readonly<Record<string, string>> = {
  'received naturalPerson': '3',
  'received total': '3',
  'granted naturalPerson': '3',
  'granted total': '4',
  'processedTotal naturalPerson': '3',
  'processedTotal total': '3',
};
/** A report with radicals in two sections, in one of them at two places, and one total that is wrong. */
const FAULTY = reportText({ cell: (row, column) => NUMBERS[`${row.id} ${column.id}`] ?? '0' })
  .replace('公开信息12条', '公开⽂件12条，⻔⼾⽹站')
  .replace('及时更新', '⽹站及时更新');
const TIMEOUT = { timeout: 60_000 };

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
/** Without the further places of findings, which are hints. */
const listed = (diagnostics: readonly Diagnostic[]): Diagnostic[] => diagnostics.filter(({ severity }) => severity !== 4);
const count = (diagnostics: readonly Diagnostic[], code: string): number => codes(diagnostics).filter((own) => own === code).length;

describe('a client that pulls', TIMEOUT, () => {
  test('is told what the server can do', async () => {
    const { capabilities, serverInfo } = (await started()).initializeResult;
    assert.deepEqual(serverInfo, { name: 'ogi-report', version: manifest.version });
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.diagnosticProvider, { identifier: 'ogi-report', interFileDependencies: false, workspaceDiagnostics: true });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'source.fixAll.ogiReport', 'refactor.rewrite'], resolveProvider: true });
  });

  test('gets findings with their place, rule and words, and nothing pushed', async () => {
    const client = await started({ initializationOptions: { locale: 'en' } });
    await client.open(URI, FAULTY);
    const findings = await client.findings(URI);
    const radical = findings.find(({ code }) => code === 'glyph/radical')!;
    assert.equal(radical.source, 'ogi-report');
    assert.ok(client.documents.get(URI)!.getText(radical.range).startsWith('⽂'), 'the place is the first run of radicals');
    assert.doesNotMatch(String(radical.message), /[\u3400-\u9fff]{4}/, 'the message is in English');
    const total = findings.find(({ code }) => code === 'table/row-total')!;
    assert.equal(client.documents.get(URI)!.getText(total.range), '4');
    assert.ok(total.relatedInformation!.length > 0, 'a wrong total shows its addends');
    assert.ok(total.relatedInformation!.every(({ location }) => location.uri === URI));
    assert.deepEqual(client.published, []);
  });

  test('gets what is wrong in many places as one finding, with the other places as hints', async () => {
    const client = await started();
    const text = FAULTY.replace('网站运行平稳', '网站运⾏平稳');
    await client.open(URI, text);
    const radicals = (await client.findings(URI)).filter(({ code }) => code === 'glyph/radical');
    const words = ({ range }: Diagnostic): string => client.documents.get(URI)!.getText(range);
    assert.deepEqual(radicals.filter(({ severity }) => severity === 2).map(words), ['⽂', '⽹'], 'one a section');
    assert.deepEqual(radicals.filter(({ severity }) => severity === 4).map(words), ['⻔⼾⽹', '⾏']);
    assert.match(String(radicals[0]!.message), /2 行中有 5 个/);
    assert.deepEqual(radicals[0]!.relatedInformation!.map(({ location }) => location.range), [rangeOf(text, '⾏')], 'a line each');
    const [fix] = await client.codeActions(URI, rangeOf(text, '⾏'), { only: ['quickfix'] });
    await client.apply(URI, fix!);
    assert.equal(count(await client.findings(URI), 'glyph/radical'), 1, 'fixed in the whole section from any of its places');
  });

  test('hears that nothing changed, until something does', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const first = (await client.pull(URI)) as FullDocumentDiagnosticReport;
    assert.ok(first.resultId);
    assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(URI, { range: rangeOf(FAULTY, '⽂'), text: '文' });
    const second = (await client.pull(URI, first.resultId)) as FullDocumentDiagnosticReport;
    assert.equal(second.kind, 'full');
    assert.notEqual(second.resultId, first.resultId);
  });

  test('an id of another run of the server, or of other settings, is not believed', async () => {
    let rules: object = {};
    const one = await started({ configuration: () => ({ rules }) });
    await one.open(URI, FAULTY);
    const { resultId } = (await one.pull(URI)) as FullDocumentDiagnosticReport;
    const other = await started();
    await other.open(URI, FAULTY);
    assert.equal((await other.pull(URI, resultId)).kind, 'full');
    rules = { 'glyph/radical': 'off' };
    await one.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const off = (await one.pull(URI, resultId)) as FullDocumentDiagnosticReport;
    assert.equal(off.kind, 'full');
    // Told again, the same settings are no other ones.
    await one.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await one.pull(URI, off.resultId), { kind: 'unchanged', resultId: off.resultId });
  });

  test('a document opened again is checked again, whatever its version', async () => {
    const client = await started();
    await client.open(URI, FAULTY, 1);
    const { resultId } = (await client.pull(URI)) as FullDocumentDiagnosticReport;
    await client.close(URI);
    assert.deepEqual(await client.pull(URI, resultId), { kind: 'full', items: [] });
    await client.open(URI, reportText(), 1);
    assert.equal((await client.pull(URI, resultId)).kind, 'full');
  });

  test('our own editor is told what changed, and everything where it holds nothing that is remembered', async () => {
    const client = await started();
    const ask = (uri: string, previousResultId?: string): Promise<DiagnosticDelta<Diagnostic> | null> => client.connection.sendRequest(DIAGNOSTIC_DELTA_REQUEST, { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
    const text = `${FAULTY}\n${FAULTY.replaceAll('2024', '2023')}`;
    await client.open(URI, text);
    const first = (await ask(URI))!;
    assert.deepEqual(first.runs, [{ items: await client.findings(URI) }]);
    const { length } = await client.findings(URI);
    assert.deepEqual(await ask(URI, first.resultId), { resultId: first.resultId, runs: [{ start: 0, count: length, lines: 0 }] });
    // A line at the top moves everything, and nothing of it is sent again.
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const moved = (await ask(URI, first.resultId))!;
    assert.deepEqual(moved.runs, [{ start: 0, count: length, lines: 1 }]);
    assert.deepEqual(followed(followed([], first, URI), moved, URI), await client.findings(URI));
    // One of the places of a finding goes: of the findings only that one is told anew.
    await client.change(URI, { range: rangeOf(client.text(URI), '⻔'), text: '门' });
    const mended = (await ask(URI, moved.resultId))!;
    assert.deepEqual(followed(followed(followed([], first, URI), moved, URI), mended, URI), await client.findings(URI));
    assert.deepEqual(mended.runs.flatMap((run) => ('items' in run ? run.items.map(({ code }) => code) : [])), ['glyph/radical', 'glyph/radical']);
    assert.deepEqual(await ask(URI, 'unknown'), { resultId: mended.resultId, runs: [{ items: await client.findings(URI) }] });
    assert.equal(await ask('file:///unknown.txt'), null);
    await client.close(URI);
    assert.equal(await ask(URI, mended.resultId), null);
  });

  test('a cancelled request is answered as cancelled, and the server goes on', async () => {
    const client = await started({ configuration: () => ({}) });
    await client.open(URI, FAULTY);
    const { process: child } = client;
    const requests = Array.from({ length: 50 }, (_, i) => ({ jsonrpc: '2.0', id: `own-${i}`, method: 'textDocument/diagnostic', params: { textDocument: { uri: URI } } }));
    const cancels = requests.map(({ id }) => ({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } }));
    const answers: { id?: unknown; error?: { code: number } }[] = [];
    let received = '';
    child.stdout.on('data', (data: Buffer) => {
      received += data.toString('utf8');
      for (const [, body] of received.matchAll(/Content-Length: \d+\r\n\r\n(\{"jsonrpc":"2\.0","id":"own-.*?\}(?=Content-Length|$))/gs)) answers.push(JSON.parse(body!) as (typeof answers)[number]);
    });
    child.stdin.write([...requests, ...cancels].map(framed).join(''));
    await client.findings(URI);
    const cancelled = new Set(answers.filter(({ error }) => error?.code === -32800).map(({ id }) => id));
    assert.ok(cancelled.size > 0, 'some were cancelled before they were done');
    assert.equal(count(await client.findings(URI), 'glyph/radical') > 0, true);
  });

  test('changed settings make it ask again, and hold for the document they are for', async () => {
    let level = 'warning';
    const client = await started({ configuration: (uri) => (uri === URI ? { rules: { 'glyph/radical': level } } : {}) });
    await client.open(URI, FAULTY);
    await client.open('file:///other.txt', FAULTY);
    const before = (await client.pull(URI)) as FullDocumentDiagnosticReport;
    level = 'off';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.refreshes || undefined);
    const after = (await client.pull(URI, before.resultId)) as FullDocumentDiagnosticReport;
    assert.equal(after.kind, 'full');
    assert.equal(count(after.items, 'glyph/radical'), 0);
    assert.equal(after.items.length, before.items.length - count(before.items, 'glyph/radical'));
    assert.ok(count(await client.findings('file:///other.txt'), 'glyph/radical') > 0);
  });

  test('is told the state of each report, and again only when it is another', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    await client.findings(URI);
    await client.change(URI, { range: rangeOf(FAULTY, '⽂'), text: '⽂⽂' });
    await client.findings(URI);
    assert.equal(client.statuses.length, 1);
    const [{ uri, reports, findings, shown, failedRules }] = client.statuses as [(typeof client.statuses)[number]];
    assert.deepEqual({ uri, failedRules }, { uri: URI, failedRules: [] });
    assert.equal(findings, shown);
    assert.equal(reports[0]!.agency, '云溪县水利局');
    assert.deepEqual(reports[0]!.tables.map(({ state }) => state), ['balanced', 'unbalanced', 'balanced']);
    await client.change(URI, { text: client.text(URI).replace('⽹站及时更新', '网站及时更新') });
    await client.findings(URI);
    const after = await client.until(() => client.statuses[1]);
    assert.ok(after.findings < findings);
    assert.equal(client.statuses.length, 2);
  });

  test('is told once when the limit leaves problems out', async () => {
    const client = await started({ configuration: () => ({ maxProblems: 1 }) });
    await client.open(URI, FAULTY);
    assert.equal(listed(await client.findings(URI)).length, 1);
    await client.change(URI, { range: rangeOf(FAULTY, '⽂'), text: '文' });
    await client.findings(URI);
    const { shown, findings } = client.statuses.at(-1)!;
    assert.ok(shown === 1 && findings > 1);
    assert.equal(client.logs.filter((line) => line.includes('maxProblems')).length, 1);
  });
});

describe('a client that is pushed to', TIMEOUT, () => {
  test('gets the findings of each version once, and none after closing', async () => {
    const client = await started({ capabilities: PUSHED });
    assert.equal(client.initializeResult.capabilities.diagnosticProvider, undefined);
    await client.open(URI, FAULTY);
    const first = await client.until(() => client.published[0]);
    assert.equal(first.version, 1);
    assert.ok(count(first.diagnostics, 'glyph/radical') > 0);

    // A burst of typing is one publication.
    for (const text of ['一', '二', '三']) await client.change(URI, { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } }, text });
    const second = await client.until(() => client.published[1]);
    assert.equal(second.version, 4);

    await client.close(URI);
    const last = await client.until(() => client.published.find(({ diagnostics }) => diagnostics.length === 0));
    assert.equal(last.uri, URI);
    assert.equal(client.published.at(-1), last);
    assert.deepEqual(client.published.filter(({ version }) => version !== undefined).map(({ version }) => version), [1, 4]);
  });

  test('gets them anew when it sends settings', async () => {
    const client = await started({ capabilities: PUSHED, initializationOptions: { settings: { rules: { 'glyph/radical': 'off' } } } });
    await client.open(URI, FAULTY);
    assert.equal(count((await client.until(() => client.published[0])).diagnostics, 'glyph/radical'), 0);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { ogiReport: { rules: { 'glyph/radical': 'error' } } } });
    const { diagnostics } = await client.until(() => client.published[1]);
    assert.ok(diagnostics.some(({ code, severity }) => code === 'glyph/radical' && severity === 1));
  });

  test('gets only what it understands', async () => {
    const client = await started({ capabilities: {} });
    await client.open(URI, FAULTY);
    const { diagnostics } = await client.until(() => client.published[0]);
    assert.ok(diagnostics.length > 0);
    for (const diagnostic of diagnostics) assert.deepEqual(Object.keys(diagnostic).sort(), ['code', 'message', 'range', 'severity', 'source']);
    assert.deepEqual(await client.codeActions(URI, rangeOf(FAULTY, '⽂')), []);
  });
});

describe('code actions', TIMEOUT, () => {
  const quickFix = async (client: LanguageClient, words: string, title: RegExp): Promise<CodeAction> => {
    const actions = await client.codeActions(URI, rangeOf(client.text(URI), words));
    const action = actions.find((own) => title.test(own.title));
    assert.ok(action, `${title} among ${actions.map((own) => own.title).join(' · ')}`);
    return action;
  };

  test('a quick fix removes its finding and adds none', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const before = listed(await client.findings(URI));
    const action = await quickFix(client, '⽂', /^(?!建议|修复本文档)/);
    assert.deepEqual(codes(action.diagnostics!), ['glyph/radical']);
    await client.apply(URI, action);
    const after = listed(await client.findings(URI));
    assert.equal(after.length, before.length - 1);
    assert.equal(count(after, 'glyph/radical'), count(before, 'glyph/radical') - 1);
  });

  test('one rule can be fixed in the whole document; its edit comes when it is taken', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const action = await quickFix(client, '⽂', /glyph\/radical/);
    assert.equal(action.edit, undefined);
    await client.apply(URI, await client.resolve(action));
    assert.equal(client.text(URI), FAULTY.replace('⽂件12条，⻔⼾⽹', '文件12条，门户网').replace('⽹站及时', '网站及时'));
    assert.equal(count(await client.findings(URI), 'glyph/radical'), 0);
  });

  test('an action of an earlier version is not resolved', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const action = await quickFix(client, '⽂', /glyph\/radical/);
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    await assert.rejects(client.resolve(action), { code: -32801 });
  });

  for (const capabilities of [PULLING, PUSHED]) {
    test(`fix all is idempotent and keeps CRLF (${capabilities === PULLING ? 'versioned, resolved' : 'plain'} edits)`, async () => {
      const client = await started({ capabilities });
      const text = FAULTY.replaceAll('\n', '\r\n');
      await client.open(URI, text);
      const fixAll = async (): Promise<CodeAction | undefined> => {
        const actions = await client.codeActions(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, { only: ['source.fixAll'] });
        assert.ok(actions.every(({ kind }) => kind === 'source.fixAll.ogiReport'));
        const [action] = actions;
        return action && !action.edit ? client.resolve(action) : action;
      };
      await client.apply(URI, (await fixAll())!);
      assert.equal(client.text(URI), text.replace('⽂件12条，⻔⼾⽹', '文件12条，门户网').replace('⽹站及时', '网站及时'));
      assert.equal(await fixAll(), undefined);
    });
  }

  test('what the client says it shows is not believed', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const [finding] = await client.findings(URI);
    const nowhere = rangeOf(FAULTY, '六、其他需要报告的事项');
    assert.deepEqual(await client.codeActions(URI, nowhere, { diagnostics: [finding], only: ['quickfix'] }), []);
  });

  test('a wrong encoding can be left only by an editor with a command for it', async () => {
    const mojibake = Buffer.from(reportText(), 'utf8').toString('latin1');
    for (const commands of [undefined, ['ogiReport.reopenInGb18030'], ['ogiReport.reopenInUtf8']]) {
      const client = await started({ initializationOptions: { commands } });
      await client.open(URI, mojibake);
      const finding = (await client.findings(URI)).find(({ code }) => code === 'report/mojibake');
      assert.ok(finding);
      const offered = (await client.codeActions(URI, finding.range)).map(({ command }) => command?.command);
      // The text was written in UTF-8, so only a command for UTF-8 helps.
      assert.deepEqual(offered.filter((command) => command !== undefined), commands?.includes('ogiReport.reopenInUtf8') ? commands : []);
    }
  });
});

describe('outline and folding', TIMEOUT, () => {
  test('as a tree, or as a list for a client without trees', async () => {
    const tree = await started();
    await tree.open(URI, FAULTY);
    const [root] = await tree.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.equal(root!.children!.length, 6);
    assert.deepEqual(root!.children![1]!.selectionRange, rangeOf(FAULTY, '二、主动公开政府信息情况'));

    const list = await started({ capabilities: PUSHED });
    await list.open(URI, FAULTY);
    const symbols = await list.connection.sendRequest<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.ok(symbols.length > 40);
    assert.equal(symbols[1]!.containerName, symbols[0]!.name);
  });

  test('no more folds than the client takes', async () => {
    const client = await started({ capabilities: { textDocument: { foldingRange: { rangeLimit: 5 } } } });
    await client.open(URI, FAULTY);
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } });
    assert.equal(folds.length, 5);
  });
});

describe('faults of the other end', TIMEOUT, () => {
  test('documents that were never opened get neutral answers', async () => {
    let asked = 0;
    const client = await started({ configuration: () => asked++ });
    const textDocument = { uri: 'file:///never/opened.txt' };
    assert.deepEqual(await client.pull(textDocument.uri), { kind: 'full', items: [] });
    assert.equal(asked, 0, 'nobody is asked for their settings, which would be kept for good');
    assert.deepEqual(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument }), []);
    assert.deepEqual(await client.connection.sendRequest('textDocument/foldingRange', { textDocument }), []);
    assert.deepEqual(await client.codeActions(textDocument.uri, rangeOf('x', 'x')), []);
    const edit = { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: 'x' }] };
    await client.connection.sendNotification('textDocument/didChange', edit);
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    assert.equal(await client.stop(), 0);
  });

  test('positions beyond the text mean its end, versions may run backwards, and a second opening starts anew', async () => {
    const client = await started();
    await client.open(URI, '一、总体情况\n');
    const far = { line: 4000, character: 70 };
    await client.change(URI, { range: { start: far, end: { line: 4003, character: 0 } }, text: FAULTY });
    assert.ok(count(await client.findings(URI), 'glyph/radical') > 0);
    const change = (version: number, contentChanges: object[]): Promise<void> => client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges });
    await change(1, [{ text: reportText() }]);
    assert.deepEqual(await client.findings(URI), []);
    await client.open(URI, FAULTY);
    assert.ok(count(await client.findings(URI), 'glyph/radical') > 0);
  });

  test('an editor that stops reading does no harm', async () => {
    const client = await started({ capabilities: PUSHED });
    await client.open(URI, FAULTY);
    await client.until(() => client.published[0]);
    let complaint = '';
    client.process.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    client.process.stdout.destroy();
    for (let version = 2; version < 20; version++) {
      const contentChanges = [{ text: version % 2 === 0 ? '' : FAULTY }];
      client.process.stdin.write(framed({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: { uri: URI, version }, contentChanges } }));
    }
    client.process.stdin.end();
    assert.equal(await client.exitCode(), 1);
    assert.equal(complaint, '');
  });

  test('a request before there was an `initialize` is refused as such', async () => {
    const client = LanguageClient.spawn();
    await assert.rejects(client.connection.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 0 } }), { code: -32002 });
    await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await assert.rejects(client.connection.sendRequest('textDocument/moniker', {}), { code: -32601 });
    assert.equal(await client.stop(), 0);
  });

  test('a request after `shutdown` is refused as such, and what is told then is passed over', async () => {
    const client = await started({ capabilities: PUSHED });
    await client.open(URI, FAULTY);
    await client.until(() => client.published[0]);
    await client.connection.sendRequest('shutdown');
    for (const method of ['textDocument/documentSymbol', 'shutdown', 'textDocument/nonsense', 'initialize']) await assert.rejects(client.connection.sendRequest(method, { textDocument: { uri: URI } }), { code: -32600 }, method);
    await client.close(URI);
    await assert.rejects(client.connection.sendRequest('textDocument/hover', {}), { code: -32600 });
    assert.equal(client.published.length, 1, 'nothing is taken back of a document that was closed then');
    await client.connection.sendNotification('exit');
    assert.equal(await client.exitCode(), 0);
  });

  test('what an editor says it can do may make no sense: that it can’t do, and everything else goes on', async () => {
    const nonsense: readonly object[] = [
      { textDocument: { publishDiagnostics: { tagSupport: true }, diagnostic: null, codeAction: { codeActionLiteralSupport: null } } },
      { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: true } } },
      { textDocument: { completion: { completionItem: { insertTextModeSupport: {}, documentationFormat: 'markdown' } }, codeAction: { dataSupport: true, resolveSupport: {} } } },
      { textDocument: { hover: { contentFormat: 3 }, foldingRange: { rangeLimit: -1 }, inlineCompletion: null } },
    ];
    for (const capabilities of nonsense) {
      const client = await started({ capabilities });
      const { capabilities: told } = client.initializeResult;
      assert.deepEqual([told.diagnosticProvider, told.codeActionProvider, told.inlineCompletionProvider], [undefined, undefined, undefined]);
      await client.open(URI, FAULTY);
      assert.ok((await client.until(() => client.published[0])).diagnostics.length > 0);
      assert.ok((await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: URI } })).length > 5);
    }
    for (const params of [{ workspaceFolders: [null, { uri: 3 }] }, { workspaceFolders: {} }, { rootUri: 4 }, { locale: 4 }, { initializationOptions: { locale: {}, commands: 3, settings: [] } }]) {
      const client = endedAfterTest(LanguageClient.spawn());
      await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: PULLING, ...params });
      await client.connection.sendNotification('initialized', {});
      await client.open(URI, FAULTY);
      assert.ok((await client.findings(URI)).length > 0, JSON.stringify(params));
      assert.deepEqual(client.logs, []);
    }
  });

  test('unknown requests are refused, unknown notifications passed over', async () => {
    const client = await started();
    await assert.rejects(client.connection.sendRequest('textDocument/nonsense', {}), { code: -32601 });
    await client.connection.sendNotification('textDocument/nonsense', {});
    await assert.rejects(client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} }), { code: -32600 });
    assert.equal(await client.stop(), 0);
  });

  test('lone surrogates and every kind of line end keep their places', async () => {
    const client = await started();
    const text = '\ud83d一、总体情况\r\n\rx⽂\n\ude00⻔\r';
    await client.open(URI, text);
    const found = (await client.findings(URI)).filter(({ code }) => code === 'glyph/radical').map(({ range }) => range);
    assert.deepEqual(found, [
      { start: { line: 2, character: 1 }, end: { line: 2, character: 2 } },
      { start: { line: 3, character: 1 }, end: { line: 3, character: 2 } },
    ]);
  });
});

describe('many documents', TIMEOUT, () => {
  test('each has its own findings, in any scheme', async () => {
    const client = await started();
    const uris = ['file:///a.txt', 'untitled:Untitled-1', 'vscode-remote://host/b.txt', 'git:/c.txt?ref'];
    for (const [i, uri] of uris.entries()) await client.open(uri, i % 2 === 0 ? FAULTY : reportText({ eol: '\r\n' }));
    const found = await Promise.all(uris.map((uri) => client.findings(uri)));
    assert.deepEqual(found.map((own) => count(own, 'glyph/radical') > 0), [true, false, true, false]);
    await client.close('file:///a.txt');
    assert.ok((await client.findings('vscode-remote://host/b.txt')).length > 0);
  });
});

describe('the process', TIMEOUT, () => {
  test('ends with 0 after shutdown and exit, with 1 after exit alone or when the editor is gone', async () => {
    assert.equal(await (await started()).stop(), 0);
    const rude = await started();
    await rude.connection.sendNotification('exit');
    assert.equal(await rude.exitCode(), 1);
    const orphan = await started();
    orphan.process.stdin.end();
    assert.equal(await orphan.exitCode(), 1);
  });

  test('ends when the process that started it does', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const client = endedAfterTest(LanguageClient.spawn());
    await client.connection.sendRequest('initialize', { processId: gone, rootUri: null, capabilities: PULLING });
    assert.equal(await client.exitCode(), 1);
  });

  test('talks over the channel of a Node parent, as VS Code starts it', async () => {
    const child = fork(builtServer(), ['--node-ipc'], { silent: true });
    try {
      const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
      connection.listen();
      const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', { processId: process.pid, rootUri: null, capabilities: PULLING });
      assert.equal(serverInfo?.name, 'ogi-report');
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('says how to start it', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [builtServer(), ...args], { encoding: 'utf8' });
    assert.deepEqual([run('--version').stdout, run('--version').status], [`${manifest.version}\n`, 0]);
    assert.match(run('--help').stdout, /--stdio/);
    assert.deepEqual([run().status, run().stdout], [2, '']);
    assert.match(run().stderr, /No transport[^]*--stdio/);
    for (const socket of ['--socket', '--socket=0', '--socket=1.5', '--socket=99999']) assert.deepEqual([run(socket).status, /^No transport/.test(run(socket).stderr)], [2, true], socket);
    assert.deepEqual([run('--pipe=/nowhere/there').status, run('--pipe=/nowhere/there').stderr.split('\n').length], [1, 2]);
    assert.match(run('--pipe=/nowhere/there').stderr, /^No editor is there: /);
    assert.match(run('--node-ipc').stderr, /parent process/);
  });
});

function framed(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
