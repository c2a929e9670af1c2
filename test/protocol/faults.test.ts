/**
 * What editors, pipes and people do wrong, to the built server over stdio: it goes on, or ends so that it can be started
 * again. A fault is one line in the log, and no line holds a word of a document: every document here holds `CANARY`.
 */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { LanguageClient, type StartOptions } from '../support/languageClient';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const CANARY = '金丝雀鸣';
const FAULTY = reportText().replace('公开信息12条', `公开⽂件12条，${CANARY}`);
const TIMEOUT = { timeout: 120_000 };

const clients: { readonly client: LanguageClient; readonly stderr: () => string }[] = [];

function watched(client: LanguageClient): LanguageClient {
  let stderr = '';
  client.process.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  clients.push({ client, stderr: () => stderr });
  return client;
}

const started = async (options?: StartOptions): Promise<LanguageClient> => watched(await LanguageClient.start(options));

afterEach(() => {
  for (const { client, stderr } of clients.splice(0)) {
    client.process.kill('SIGKILL');
    assert.ok(!`${client.logs.join('\n')}${stderr()}`.includes(CANARY), 'a document in the log');
    assert.equal(stderr(), '', 'standard error');
  }
});

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const message = (content: object): string => framed(JSON.stringify({ jsonrpc: '2.0', ...content }));
const radicals = async (client: LanguageClient, uri = URI): Promise<number> => (await client.findings(uri)).filter(({ code }) => code === 'glyph/radical').length;

/** The lines of the log that were written while `fault` was done and answered. */
async function linesAfter(client: LanguageClient, fault: () => unknown): Promise<string[]> {
  const before = client.logs.length;
  await fault();
  await client.findings(URI);
  return client.logs.slice(before);
}

test('a promise that breaks and that nobody waits for is a line in the log', TIMEOUT, async () => {
  process.env['NODE_OPTIONS'] = `--import=data:text/javascript,setTimeout(()=>Promise.reject(new%20Error('${encodeURIComponent(CANARY)}')),500)`;
  const client = await started().finally(() => delete process.env['NODE_OPTIONS']);
  await client.open(URI, FAULTY);
  await client.until(() => (client.logs.some((line) => line.startsWith('A step failed that nobody waits for.\nError\n')) ? true : undefined));
  assert.equal(await radicals(client), 1);
  assert.equal(await client.stop(), 0);
});

describe('messages that are none', TIMEOUT, () => {
  const PASSED_OVER: Readonly<Record<string, string | Buffer>> = {
    'no JSON': framed(`{"jsonrpc": "2.0", "method": "${CANARY}`),
    'no bytes': framed(''),
    'no UTF-8': Buffer.from('Content-Length: 4\r\n\r\n"\xff\xfe"', 'latin1'),
    'a list': framed(`["${CANARY}"]`),
    'a number': framed('42'),
    'no method': message({ params: { textDocument: { uri: URI, text: CANARY } } }),
    'a request without an id': message({ id: null, method: 'textDocument/diagnostic', params: { text: CANARY } }),
    'an error that nobody waits for': message({ id: null, error: { code: 1, message: CANARY } }),
    'parameters that are none': message({ method: 'textDocument/didChange', params: CANARY }),
  };
  for (const [name, bytes] of Object.entries(PASSED_OVER)) {
    test(`${name}: passed over, with a line in the log`, async () => {
      const client = await started();
      await client.open(URI, FAULTY);
      const lines = await linesAfter(client, () => client.process.stdin.write(bytes));
      assert.ok(lines.length === 1 && !lines[0]!.includes('\n'), lines.join('\n---\n'));
      assert.equal(await radicals(client), 1);
      assert.equal(await client.stop(), 0);
    });
  }

  const LOST: Readonly<Record<string, string>> = {
    'no length': 'Content-Type: text\r\n\r\n{}',
    'no header': `{"jsonrpc":"2.0","method":"${CANARY}"}\r\n\r\n`,
    'a length that is no number': 'Content-Length: many\r\n\r\n{}',
    'a negative length': 'Content-Length: -5\r\n\r\n{}',
    'too short a length': `Content-Length: 10\r\n\r\n${JSON.stringify({ jsonrpc: '2.0', method: 'x', params: CANARY })}`,
    'too long a length': 'Content-Length: 60\r\n\r\n{}',
  };
  for (const [name, bytes] of Object.entries(LOST)) {
    test(`${name}: the server says so and ends, since it can read nothing any more`, async () => {
      const client = await started();
      await client.open(URI, FAULTY);
      await client.findings(URI);
      client.process.stdin.write(bytes);
      client.process.stdin.on('error', () => undefined); // it may be gone
      const typing = setInterval(() => client.process.stdin.write(message({ method: 'textDocument/didChange', params: { textDocument: { uri: URI, version: 2 }, contentChanges: [] } })), 20);
      const code = await client.exitCode();
      clearInterval(typing);
      assert.equal(code, 1);
      assert.ok(client.logs.some((line) => /server ends/.test(line)), client.logs.join('\n'));
    });
  }
});

describe('documents', TIMEOUT, () => {
  const change = (client: LanguageClient, version: unknown, contentChanges: unknown, uri = URI): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  const at = (line: unknown, character: unknown): object => ({ start: { line, character }, end: { line, character } });

  test('versions that go back, or are none, keep the text', async () => {
    const client = await started();
    await client.open(URI, FAULTY, 7);
    for (const version of [3, 3, 'x', -1, 1e300]) {
      const lines = await linesAfter(client, () => change(client, version, [{ range: at(0, 0), text: '⽂\n' }]));
      assert.deepEqual(lines, []);
    }
    assert.equal(await radicals(client), 6, 'five new lines, and the one there was');
    assert.equal((await linesAfter(client, () => change(client, null, [{ text: '' }]))).length, 1, 'no version at all: refused, as the protocol has it');
    assert.equal(await radicals(client), 6);
  });

  test('positions that are none refuse the change, with one line in the log each', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    for (const range of [at('x', 0), at(0, null), at({}, []), { start: null, end: null }, 'everywhere']) {
      const lines = await linesAfter(client, () => change(client, 2, [{ range, text: CANARY }]));
      assert.equal(lines.length, 1, lines.join('\n---\n'));
    }
    assert.equal(await radicals(client), 1);
    for (const range of [at(-1, -1), at(1e9, 1e9), at(0, 1e9), { start: { line: 99999, character: 0 }, end: { line: 0, character: 0 } }]) {
      await change(client, 3, [{ range, text: '' }]);
      assert.equal((await client.pull(URI)).kind, 'full', 'positions beyond the text are its ends');
    }
  });

  test('a change that is none leaves the text as it is', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    for (const changes of [[{}], [null], 'x', null, [{ text: 42 }], [{ range: at(0, 0) }]]) {
      const lines = await linesAfter(client, () => change(client, 2, changes));
      assert.ok(lines.length <= 1, lines.join('\n---\n'));
      assert.equal(await radicals(client), 1, JSON.stringify(changes));
    }
  });

  test('a range that is null is none: the text is the whole', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    assert.deepEqual(await linesAfter(client, () => change(client, 2, [{ range: null, text: '一、总体情况\n⽂\n' }])), []);
    assert.deepEqual((await client.findings(URI)).filter(({ code }) => code === 'glyph/radical').map(({ range }) => range.start), [{ line: 1, character: 0 }]);
  });

  test('edits of a closed document, and of one never opened, change nothing', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    await client.close(URI);
    await change(client, 9, [{ text: FAULTY }]);
    await change(client, 9, [{ text: FAULTY }], 'file:///never.txt');
    assert.deepEqual(await client.pull(URI), { kind: 'full', items: [] });
    assert.deepEqual(await client.pull('file:///never.txt'), { kind: 'full', items: [] });
    await client.close(URI);
    await client.open(URI, FAULTY);
    assert.equal(await radicals(client), 1);
    assert.deepEqual(client.logs, []);
  });

  test('requests about a document that nobody opened are answered with nothing', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    const textDocument = { uri: 'file:///never.txt' };
    const position = { line: 3, character: 1 };
    const params = { textDocument, position, positions: [position], range: { start: position, end: position }, context: { diagnostics: [], includeDeclaration: true }, options: { tabSize: 2, insertSpaces: true } };
    const methods = ['diagnostic', 'documentSymbol', 'foldingRange', 'codeAction', 'hover', 'signatureHelp', 'inlayHint', 'codeLens', 'semanticTokens/full', 'documentHighlight', 'definition', 'references', 'selectionRange', 'completion', 'formatting'];
    const lines = await linesAfter(client, async () => {
      for (const method of methods) {
        const answer: unknown = await client.connection.sendRequest(`textDocument/${method}`, params);
        const { items = [], data = [], kind: _, isIncomplete: __, ...others } = (Array.isArray(answer) ? { items: answer as unknown[] } : (answer ?? {})) as { items?: unknown[]; data?: unknown[]; kind?: string; isIncomplete?: boolean };
        assert.deepEqual([...items, ...data, ...Object.keys(others)], [], method);
      }
    });
    assert.deepEqual(lines, []);
  });

  test('a request whose place is none is refused, and the next one answered', async () => {
    const client = await started();
    await client.open(URI, FAULTY);
    for (const position of [{ line: 1.5, character: 0 }, { line: 0, character: null }, { line: '1', character: 0 }, {}]) {
      for (const method of ['hover', 'definition', 'references', 'documentHighlight', 'completion', 'signatureHelp', 'selectionRange', 'codeAction', 'inlayHint']) {
        const params = { textDocument: { uri: URI }, position, positions: [position], range: { start: position, end: position }, context: { diagnostics: [] } };
        await assert.rejects(client.connection.sendRequest(`textDocument/${method}`, params), /A position is not a pair of integers/, `${method} ${JSON.stringify(position)}`);
      }
    }
    assert.equal(await radicals(client), 1);
  });

  test('a second opening is the text of now', async () => {
    const client = await started();
    await client.open(URI, FAULTY, 1);
    const first = (await client.pull(URI)) as FullDocumentDiagnosticReport;
    await client.open(URI, FAULTY.replace('⽂件', '文件'), 1);
    assert.equal((await client.pull(URI, first.resultId)).kind, 'full');
    assert.equal(await radicals(client), 0);
  });

  test('a thousand documents, each with its findings; closed, they leave nothing behind', async () => {
    const client = await started();
    const uris = Array.from({ length: 1000 }, (_, i) => `file:///reports/${i}.txt`);
    for (const [i, uri] of uris.entries()) await client.open(uri, FAULTY + CANARY.repeat(i % 7));
    const found = await Promise.all(uris.map((uri) => radicals(client, uri)));
    assert.deepEqual(new Set(found), new Set([1]));
    for (const uri of uris) await client.close(uri);
    assert.deepEqual(await client.pull(uris[500]!), { kind: 'full', items: [] });
    assert.deepEqual(client.logs, []);
  });
});
