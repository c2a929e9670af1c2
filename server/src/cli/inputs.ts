/**
 * Paths → analysed texts. A path is a file, a folder, a glob, or `-` for standard input.
 *
 * Files that are named, or match a glob, are taken as they are. Folders hold other things too: of them, `.ogi` files are
 * taken, and `.txt` files whose content is a report; the others are skipped and counted. Links inside folders are not
 * followed, so no folder is walked twice. What can't be read is a failure of its own, and the others go on:
 * no file can stop a run.
 */
import { readdir as readdirWithCallback } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { analyse, type Analysis } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import { detect } from '../model/detect';
import { decode, type Decoded } from './encoding';
import { type Failure, failure } from './failure';

export const STDIN = '-';

/** A text that was read, and what is known of it. */
export interface Source extends Decoded {
  /** As it was given, or found under what was given. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly analysis: Analysis;
}

export type Input =
  | { readonly kind: 'source'; readonly source: Source }
  /** In a folder, and not a report. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Every file that `paths` stand for, once, in order. */
export async function* inputsOf(paths: readonly string[], settings: Settings): AsyncGenerator<Input> {
  const listed = new Map<string, Listed>();
  for (const path of paths) {
    for (const entry of await list(path)) {
      const key = entry.path === STDIN ? STDIN : resolve(entry.path);
      const known = listed.get(key);
      if (!known || (entry.named && !known.named)) listed.set(key, entry);
    }
  }
  for (const entry of listed.values()) yield entry.failure ? { kind: 'failure', failure: entry.failure } : await read(entry, settings);
}

interface Listed {
  readonly path: string;
  /** Asked for by itself: checked whatever it holds. */
  readonly named: boolean;
  readonly failure?: Failure;
}

async function list(path: string): Promise<Listed[]> {
  if (path === STDIN) return [{ path, named: true }];
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await listFolder(path);
    if (stats.isFile()) return [{ path, named: true }];
    return failed(path, { zh: '不是普通文件；管道内容请用 - 从标准输入读取', en: 'not a regular file; read pipes from standard input with -' });
  } catch (error) {
    // A file of that name comes first: `报告(1).txt` is a pattern too.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(path)) return listGlob(path);
    return [{ path, named: true, failure: failure(path, error) }];
  }
}

const failed = (path: string, reason: Failure['reason']): Listed[] => [{ path, named: true, failure: { path, reason } }];

async function listGlob(pattern: string): Promise<Listed[]> {
  const found = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, { expandDirectories: false, followSymbolicLinks: false });
  if (found.length === 0) return failed(pattern, { zh: '没有与之匹配的文件', en: 'no file matches' });
  return found.sort().map((path) => ({ path: normalize(path), named: true }));
}

async function listFolder(folder: string): Promise<Listed[]> {
  const unreadable: Listed[] = [];
  const found = await glob('**/*.{ogi,txt}', {
    cwd: folder,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
    // The walk passes over folders it can't read; nobody should think that they were checked.
    fs: { readdir: readdirTelling((path, error) => unreadable.push({ path, named: true, failure: failure(join(folder, relative(folder, path)), error) })) },
  });
  const files = found.map((path) => join(folder, path)).sort();
  return [...files.map((path) => ({ path, named: path.toLowerCase().endsWith('.ogi') })), ...unreadable];
}

function readdirTelling(tell: (path: string, error: Error) => void): typeof readdirWithCallback {
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: NodeJS.ErrnoException | null, entries: unknown) => void): void =>
    readdirWithCallback(path, options, (error, entries) => {
      if (error) tell(path, error);
      done(error, entries);
    });
  return readdir as typeof readdirWithCallback;
}

async function read({ path, named }: Listed, settings: Settings): Promise<Input> {
  try {
    const bytes = path === STDIN ? await buffer(process.stdin) : await readFile(path);
    const decoded = decode(bytes);
    if (!named && !detect(decoded.text).isReport) return { kind: 'skipped' };
    return { kind: 'source', source: { ...decoded, path, bytes, analysis: analyse(decoded.text, settings) } };
  } catch (error) {
    return { kind: 'failure', failure: failure(path, error) };
  }
}
