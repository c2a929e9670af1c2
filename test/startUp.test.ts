/** What is loaded before `initialize` is answered, and when the extension wakes up: the protocol's library and a few pages of their own. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, type Metafile } from 'esbuild';
import type { Message } from 'vscode-languageserver';
import { Gate } from '../server/src/lsp/gate';

/** As `esbuild.mjs` has them. */
const MAIN_FIELDS = ['module', 'main'];
const MOST_BYTES = 250_000;

const ENTRIES = [
  { entry: 'server/src/node.ts', platform: 'node' },
  { entry: 'server/src/browser.ts', platform: 'browser' },
  { entry: 'client/src/extension.ts', platform: 'node' },
  { entry: 'client/src/extension.web.ts', platform: 'browser' },
] as const;

/** The entry's file and what it can't do without; the others are loaded later. */
function startUp({ outputs }: Metafile, own: string): Set<string> {
  const entry = Object.keys(outputs).find((name) => outputs[name]!.entryPoint === own)!;
  const files = new Set([entry]);
  for (const file of files) for (const { path, kind } of outputs[file]!.imports) if (kind === 'import-statement' && path in outputs) files.add(path);
  return files;
}

for (const { entry, platform } of ENTRIES) {
  test(`${entry} starts small`, async (t) => {
    const { metafile } = await build({
      absWorkingDir: join(__dirname, '..'),
      entryPoints: [entry],
      outdir: 'dist',
      mainFields: MAIN_FIELDS,
      external: ['vscode'],
      charset: 'utf8',
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      platform,
      target: 'node20',
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    const files = [...startUp(metafile, entry)];
    const later = Object.keys(metafile.outputs).filter((name) => !files.includes(name));
    const inputs = files.flatMap((name) => Object.keys(metafile.outputs[name]!.inputs)).filter((name) => name.startsWith('server/src/'));
    const bytes = files.reduce((sum, name) => sum + metafile.outputs[name]!.bytes, 0);
    t.diagnostic(`${bytes} bytes at the start, ${later.reduce((sum, name) => sum + metafile.outputs[name]!.bytes, 0)} later`);
    assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
    if (!entry.startsWith('server/')) return;
    // No rule, reader or feature is loaded before initialize is answered.
    assert.deepEqual(inputs.filter((name) => /^server\/src\/(?:text|syntax|editions|model|rules|analysis|features)\//.test(name)), ['server/src/features/announced.ts']);
    assert.ok(later.length > 0);
  });
}

test('the packaged server keeps its text in one byte a character', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-pieces-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(__dirname, '../esbuild.mjs'), '--production', '--out', folder, 'server'], { stdio: 'ignore' });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  assert.ok(files.length > 1);
  for (const name of files) assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /[^\0-\x7f]/, name);
});

test('messages wait at a closed gate and go on in their order', async () => {
  const gate = new Gate();
  const seen: unknown[] = [];
  const send = (id: number): void => void gate.handleMessage({ jsonrpc: '2.0', id } as Message, (message) => void seen.push((message as unknown as { id: number }).id));
  let done = (): void => undefined;
  send(1);
  const closed = gate.closeWhile(new Promise((resolve) => (done = resolve)));
  send(2);
  send(3);
  assert.deepEqual(seen, [1]);
  done();
  await closed;
  send(4);
  assert.deepEqual(seen, [1, 2, 3, 4]);
});

test('a gate opens again when what it waited for fails', async () => {
  const gate = new Gate();
  const seen: string[] = [];
  const closed = gate.closeWhile(Promise.reject(new Error('gone')));
  gate.handleMessage({ jsonrpc: '2.0' }, () => void seen.push('held'));
  await assert.rejects(closed, /gone/);
  assert.deepEqual(seen, ['held']);
});
