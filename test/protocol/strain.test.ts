/** Too much at once, editors that don't listen, and servers that are killed: nothing grows without end, and nothing is lost. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, describe, test } from 'node:test';
import { type Message, StreamMessageReader } from 'vscode-jsonrpc/node';
import { PatientWriter } from '../../server/src/node/patientWriter';
import { builtServer } from '../support/builtServer';
import { LanguageClient, PULLING, rangeOf, type StartOptions } from '../support/languageClient';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const FAULTY = reportText().replace('公开信息12条', '公开⽂件12条');
const TIMEOUT = { timeout: 120_000 };

const processes: ChildProcessWithoutNullStreams[] = [];

async function started(options?: StartOptions): Promise<LanguageClient> {
  const client = await LanguageClient.start(options);
  processes.push(client.process);
  return client;
}

afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});

/** Whatever the process says from now on. */
function listen({ stdout }: ChildProcessWithoutNullStreams, heard: (message: { readonly id?: unknown; readonly error?: { readonly code: number } }) => void): void {
  new StreamMessageReader(stdout).listen(heard as (message: unknown) => void);
}

test('a storm of requests, each cancelled at once: each is answered once, and the server goes on', TIMEOUT, async () => {
  const client = await started();
  await client.open(URI, FAULTY);
  const asked = 2000;
  const codes: (number | undefined)[] = [];
  const all = new Promise<void>((resolve) =>
    listen(client.process, ({ id, error }) => {
      if (String(id).startsWith('storm') && codes.push(error?.code) === asked) resolve();
    }),
  );
  for (let i = 0; i < asked; i++) {
    const id = `storm ${i}`;
    client.process.stdin.write(framed({ id, method: 'textDocument/documentSymbol', params: { textDocument: { uri: URI } } }) + framed({ method: '$/cancelRequest', params: { id } }));
  }
  await all;
  assert.ok(codes.every((code) => code === -32800 || code === undefined), 'cancelled, or answered before it was');
  assert.ok(codes.includes(-32800));
  assert.ok((await client.findings(URI)).length > 0);
  assert.equal(codes.length, asked);
  assert.deepEqual(client.logs, []);
});

describe('an editor that never reads', { ...TIMEOUT, skip: !existsSync('/proc/self/status') && 'memory is read from /proc' }, () => {
  /** A server whose output nobody takes. */
  function unread(capabilities: object): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [builtServer(), '--stdio'], { env: { ...process.env, OGI_REPORT_PUSH_DELAY_MS: '0' } });
    processes.push(child);
    child.stdin.write(framed({ id: 0, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities } }));
    child.stdin.write(framed({ method: 'initialized', params: {} }));
    child.stdin.write(framed({ method: 'textDocument/didOpen', params: { textDocument: { uri: URI, languageId: 'ogi-report', version: 0, text: FAULTY } } }));
    return child;
  }
  const megabytes = ({ pid }: ChildProcessWithoutNullStreams): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  /** Memory once it grows no more; at most ten seconds. */
  async function settled(child: ChildProcessWithoutNullStreams): Promise<number> {
    let last = 0;
    for (let i = 0; i < 20; i++) {
      await after(500);
      const now = megabytes(child);
      if (now < last + 1) return now;
      last = now;
    }
    return last;
  }

  test('but asks: what it asked for waits, and is all there when it reads', async () => {
    const child = unread({ textDocument: PULLING.textDocument });
    await after(500);
    const before = megabytes(child);
    const asked = 6000;
    for (let id = 1; id <= asked; id++) child.stdin.write(framed({ id, method: 'textDocument/documentSymbol', params: { textDocument: { uri: URI } } }));
    const grown = (await settled(child)) - before;
    assert.ok(grown < 60, `${grown} MB more, of ${asked} answers that nobody took`);
    await new Promise<void>((resolve) => listen(child, ({ id }) => id === asked && resolve()));
  });
});

test('an editor that reads slower than it is told is read no faster', async () => {
  const [input, output] = [new PassThrough(), new PassThrough({ highWaterMark: 1 })];
  input.resume();
  const writer = new PatientWriter(output, input);
  const written = Promise.all(Array.from({ length: 300 }, (_, i) => writer.write({ jsonrpc: '2.0', method: 'x', params: [i] } as Message)));
  await after(20);
  assert.ok(input.isPaused(), 'not read while three hundred messages wait');
  output.resume();
  await written;
  assert.ok(!input.isPaused());
});

test('shut down but not ended: it stays as long as its editor does', TIMEOUT, async () => {
  const client = await started();
  await client.open(URI, FAULTY);
  await client.connection.sendRequest('shutdown');
  await after(300);
  assert.equal(client.process.exitCode, null);
  client.process.stdin.end();
  assert.equal(await client.exitCode(), 0);
});

test('killed in the middle of typing: one started in its place and told of the open documents knows as much', TIMEOUT, async () => {
  const configuration = (uri: string | undefined): object => (uri === URI ? { rules: { 'glyph/radical': 'error' } } : {});
  const first = await started({ configuration });
  await first.open(URI, FAULTY);
  await first.open('untitled:1', reportText({ eol: '\r\n' }));
  await first.change(URI, { range: rangeOf(FAULTY, '⽂'), text: '⽂⾏' });
  const findings = async (client: LanguageClient): Promise<unknown> => [await client.findings(URI), await client.findings('untitled:1')];
  const before = await findings(first);
  first.process.kill('SIGKILL');
  assert.equal(await first.exitCode(), null);

  // What an editor does: it opens every document again, as it is now.
  const second = await started({ configuration });
  for (const [uri, document] of first.documents) await second.open(uri, document.getText(), document.version);
  assert.deepEqual(await findings(second), before);
  await second.change(URI, { range: rangeOf(second.text(URI), '⽂⾏'), text: '文' });
  assert.deepEqual((await second.findings(URI)).filter(({ code }) => code === 'glyph/radical'), []);
});

function framed(content: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
