/** Where what is made of files goes: beside them, to a folder in the order in which they lie in theirs, or to one file. */
import { statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { type Options, UsageError } from './args';
import type { Entry } from './inputs';

/** The options that say where. */
export const PLACING = {
  output: {
    type: 'string',
    short: 'o',
    value: { zh: '路径', en: 'PATH' },
    says: { zh: '写到这个文件；以 / 结尾、已是文件夹或来源不止一个文件时为文件夹。- 为标准输出。', en: 'Write to this file; a folder if it ends in /, is one, or there are several files. - is standard output.' },
  },
  force: { type: 'boolean', says: { zh: '覆盖已有的文件。默认绝不覆盖。', en: 'Overwrite files that exist. By default none is.' } },
} as const satisfies Options;

export interface Placing {
  /** Of the call. */
  readonly paths: readonly string[];
  /** What `--output` says. */
  readonly output: string | undefined;
  /** How the new names end, with the dot. */
  readonly extension: string;
}

export type Target = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'stdout' };

/** The target of each of `entries`, all different. A source on standard input goes to standard output. Throws a `UsageError`. */
export function targetsOf(entries: readonly Entry[], { paths, output, extension }: Placing): Target[] {
  if (output === '-') {
    if (entries.length > 1) throw new UsageError({ zh: '-o - 只用于一个文件', en: '-o - is for a single file' });
    return entries.map(() => ({ kind: 'stdout' }));
  }
  const inFolder = output !== undefined && (/[/\\]$/.test(output) || isFolder(output) || entries.length > 1 || paths.some(isFolder));
  const taken = new Set<string>();
  return entries.map((entry): Target => {
    if (output !== undefined && !inFolder) return { kind: 'file', path: output };
    if (entry.stdin && output === undefined) return { kind: 'stdout' };
    const place = output === undefined ? entry.path : join(output, within(entry.path, paths));
    const stem = join(dirname(place), basename(place, extname(place)));
    // Two sources may differ in how they end only, or come from folders of their own.
    const names = [stem + extension, place + extension, ...Array.from({ length: entries.length }, (_, i) => `${place} (${i + 2})${extension}`)];
    const path = names.find((name) => !taken.has(resolve(name)) && (output !== undefined || resolve(name) !== resolve(entry.path)))!;
    taken.add(resolve(path));
    return { kind: 'file', path };
  });
}

/** What can't be looked at is told when it is read, or written. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The path inside the folder of the call that holds the file; its name alone where none does. */
function within(path: string, paths: readonly string[]): string {
  const own = resolve(path);
  const ways = paths.filter(isFolder).map((folder) => relative(resolve(folder), own)).filter((way) => way !== '' && !way.startsWith(`..${sep}`) && way !== '..');
  return ways.sort((a, b) => a.length - b.length)[0] ?? basename(path);
}
