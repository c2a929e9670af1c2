/** The command line as its users have it: bundled once for each test file, started as a process, in a folder of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import Ajv, { type ValidateFunction } from 'ajv';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'ogi-report-cli-'));
const bundle = join(folder, 'cli.js');
chmodSync(folder, 0o755); // tests of permissions start the command line as another user

execFileSync(process.execPath, [join(root, 'esbuild.mjs'), '--out', folder, 'cli']);
after(() => rmSync(folder, { recursive: true, force: true }));

/** A report without any finding. */
export const CLEAN = readFileSync(join(root, 'test/fixtures/clean-2021.ogi'), 'utf8');
/** With three radicals in one word: the safe fix of `glyph/radical` gives `CLEAN`. */
export const RADICALS = replaced(CLEAN, '行文起草', '⾏⽂起草');
/** With a total that is not the sum: an error, never fixed by itself. */
export const UNBALANCED = replaced(CLEAN, '（七）总计 | 18 | 5 | 1 | 0 | 2 | 0 | 26 |', '（七）总计 | 19 | 5 | 1 | 0 | 2 | 0 | 26 |');

/** `text` with its only `from` replaced; throws where the fixture has changed and no longer holds it. */
export function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the text: ${from}`);
  return text.replace(from, () => to);
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Call {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
}

/** Builds what brings documents in and sends them out, which most calls don't need. */
export function buildDocumentParts(): void {
  execFileSync(process.execPath, [join(root, 'esbuild.mjs'), '--out', folder, 'import', 'import-pdf', 'import-cmaps', 'export']);
}

/** Runs `ogi-report` with `args`, in Chinese unless the call says otherwise. Fails after a minute: nothing may hang. */
export function ogiReport(args: readonly string[], { cwd = folder, input = '', env = {}, uid }: Call = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...args], { cwd, env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8', ...env }, timeout: 60_000, ...(uid === undefined ? {} : { uid }) });
    const chunks: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] };
    child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk));
    child.stdin.on('error', () => undefined); // a command that reads no input may be gone already
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal) reject(new Error(`ogi-report ${args.join(' ')} was ended by ${signal}`));
      else resolve({ code, out: Buffer.concat(chunks.out).toString('utf8'), err: Buffer.concat(chunks.err).toString('utf8') });
    });
  });
}

export { bundle };

/** A new folder with `files`, by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const own = mkdtempSync(join(folder, 'case-'));
  chmodSync(own, 0o755);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), content);
  }
  return own;
}

/** A check of values against `docs/schema/<name>.schema.json`. */
export function schema(name: 'check' | 'extract' | 'ogireport'): ValidateFunction {
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(root, `docs/schema/${name}.schema.json`), 'utf8')) as object);
}

/** A user without rights, where the tests run as one that permissions don't hold back. */
export const POWERLESS = process.getuid?.() === 0 ? { uid: 65534 } : {};
