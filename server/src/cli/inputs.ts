/**
 * What a call names → texts. A path is a file, a folder, a glob, or `-` for standard input; a list of files may come from a
 * file or from standard input instead.
 *
 * Files that are named, or match a glob, are taken as they are. Folders hold other things too: of them, `.ogi` files are
 * taken, and `.txt` files whose content is a report; the others are skipped and counted. Links inside folders are not
 * followed, so no folder is walked twice. What can't be read is a failure of its own, and the others go on:
 * no file can stop a run.
 */
import { createReadStream, readdir as readdirWithCallback, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob, isDynamicPattern } from 'tinyglobby';
import { analyse, type Analysis } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import { detect } from '../model/report/detect';
import type { Text } from '../text/span';
import { type Options, UsageError } from './args';
import type { Configs } from './config';
import { type Detected, read as readText } from './detection';
import { type Failure, failure } from './failure';
import { isSpecial, NO_FILE } from './specialFiles';

const STDIN = '-';

/** The options that say which files, for every command that reads reports. */
export const SELECTING = {
  stdin: { type: 'boolean', says: { zh: '从标准输入读取一份文本，与路径 - 相同。', en: 'Read a text from standard input, as the path - does.' } },
  'stdin-filename': {
    type: 'string',
    value: { zh: '名称', en: 'NAME' },
    says: { zh: '标准输入的文本在输出中的名称，也据此查找设置；隐含 --stdin。', en: 'What the text on standard input is called in the output and where its settings are looked for; implies --stdin.' },
  },
  'files-from': {
    type: 'string',
    value: { zh: '文件', en: 'FILE' },
    says: { zh: '从文件（- 为标准输入）读取要处理的文件名，每行一个，不展开通配符和文件夹。', en: 'Read the names of files from FILE (- for standard input), one a line; neither globs nor folders.' },
  },
  null: { type: 'boolean', short: '0', says: { zh: '--files-from 中的文件名以 NUL 字符分隔，如 find -print0 的输出。', en: 'Names in --files-from end in NUL characters, as find -print0 writes them.' } },
} as const satisfies Options;

/** Which texts a call names. */
export interface Selection {
  readonly paths: readonly string[];
  /** What standard input is called, where it is one of them. */
  readonly stdinName: string | undefined;
  readonly list: { readonly from: string; readonly separator: string } | undefined;
}

/** `values` of `SELECTING` with the paths of the call; there must be something to read. */
export function selectionOf(values: { readonly stdin?: boolean; readonly 'stdin-filename'?: string; readonly 'files-from'?: string; readonly null?: boolean }, paths: readonly string[]): Selection {
  const { stdin, 'stdin-filename': name, 'files-from': from, null: nul } = values;
  const readsStdin = stdin === true || name !== undefined || paths.includes(STDIN);
  if (nul && from === undefined) throw new UsageError({ zh: '-0 须与 --files-from 同用', en: '-0 goes with --files-from' });
  if (readsStdin && from === STDIN) throw new UsageError({ zh: '标准输入不能既是文本又是文件名列表', en: 'standard input can’t be both a text and a list of files' });
  if (!readsStdin && from === undefined && paths.length === 0) throw new UsageError({ zh: '没有指定要处理的文件、文件夹或通配符（- 表示标准输入）', en: 'name a file, a folder or a glob, or - for standard input' });
  return {
    paths: readsStdin && !paths.includes(STDIN) ? [STDIN, ...paths] : paths,
    stdinName: readsStdin ? (name ?? STDIN) : undefined,
    list: from === undefined ? undefined : { from, separator: nul ? '\0' : '\n' },
  };
}

/** One text that is to be read: plain data, for any thread. */
export interface Entry {
  /** As it was given, or found under what was given. */
  readonly path: string;
  /** Asked for by itself: taken whatever it holds. */
  readonly named: boolean;
  /** Why it is known not to be readable. */
  readonly failure?: Failure;
  /** What came on standard input. */
  readonly stdin?: Uint8Array;
}

export interface Listing {
  /** How many there are; undefined where their names are still to come. */
  readonly size: number | undefined;
  readonly entries: AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>;
}

/** How many entries come together at most: enough that handing them to a thread costs little, few enough that no thread waits. */
const TOGETHER = 16;

/** What is taken of folders, as a glob. */
const TEXTS = '**/*.{ogi,txt}';

/**
 * Every file of the selection, in order: those of the paths once, those of a list as often as they are in it. Of folders, what
 * matches `within` is taken.
 */
export async function listed({ paths, stdinName, list }: Selection, within = TEXTS): Promise<Listing> {
  const found = new Map<string, Entry>();
  for (const path of paths) {
    for (const entry of path === STDIN ? [{ path: stdinName!, named: true, stdin: await buffer(process.stdin) }] : await entriesAt(path, within)) {
      const key = entry.stdin ? STDIN : resolve(entry.path);
      const known = found.get(key);
      if (!known || (entry.named && !known.named)) found.set(key, entry);
    }
  }
  const batches = batched([...found.values()]);
  return list ? { size: undefined, entries: followedBy(batches, namesIn(list)) } : { size: found.size, entries: batches };
}

function batched<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, i) => items.slice(i * TOGETHER, (i + 1) * TOGETHER));
}

async function* followedBy(batches: Iterable<readonly Entry[]>, names: AsyncIterable<readonly string[]>): AsyncGenerator<readonly Entry[]> {
  yield* batches;
  for await (const some of names) yield* batched(some.map((path) => ({ path, named: true })));
}

/** Names as they come: whoever writes them may wait for what they lead to. */
async function* namesIn({ from, separator }: NonNullable<Selection['list']>): AsyncGenerator<readonly string[]> {
  const input = from === STDIN ? process.stdin : createReadStream(from);
  input.setEncoding('utf8');
  let rest: string | undefined;
  try {
    for await (const chunk of input as AsyncIterable<string>) {
      // A byte order mark, as editors of Windows write it, is no part of the first name.
      const names = (rest === undefined ? chunk.replace(/^\ufeff/, '') : rest + chunk).split(separator);
      rest = names.pop()!;
      yield clean(names);
    }
  } catch (error) {
    const { reason } = failure(from, error);
    throw new UsageError({ zh: `${from}：${reason.zh}`, en: `${from}: ${reason.en}` });
  }
  yield clean([rest ?? '']);

  function clean(names: readonly string[]): string[] {
    return (separator === '\n' ? names.map((name) => name.replace(/\r$/, '')) : names).filter((name) => name !== '');
  }
}

async function entriesAt(path: string, within: string): Promise<Entry[]> {
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? await entriesBelow(path, within) : [{ path, named: true }];
  } catch (error) {
    // A file of that name comes first: `报告(1).txt` is a pattern too.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(path)) return matching(path);
    return [{ path, named: true, failure: failure(path, error) }];
  }
}

async function matching(pattern: string): Promise<Entry[]> {
  const walk = walkTelling((path) => (isAbsolute(pattern) ? resolve(path) : relative('', path) || '.'));
  const found = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, { expandDirectories: false, followSymbolicLinks: false, fs: walk.fs });
  if (found.length === 0 && walk.unreadable.length === 0) return [{ path: pattern, named: true, failure: { path: pattern, reason: { zh: '没有与之匹配的文件', en: 'no file matches' } } }];
  return [...found.sort().map((path) => ({ path: normalize(path), named: true })), ...walk.unreadable];
}

async function entriesBelow(folder: string, within: string): Promise<Entry[]> {
  const walk = walkTelling((path) => join(folder, relative(folder, path)));
  const found = await glob(within, {
    cwd: folder,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    // The latter are what word processors put beside a document that is open.
    ignore: ['**/node_modules/**', '**/~$*'],
    fs: walk.fs,
  });
  const files = found.map((path) => join(folder, path)).sort();
  return [...files.map((path) => ({ path, named: path.toLowerCase().endsWith('.ogi') })), ...walk.unreadable];
}

/** For a walk that passes over folders it can't read, which nobody should think were checked: they are kept, by the name that `nameOf` gives them. */
function walkTelling(nameOf: (path: string) => string): { readonly fs: { readonly readdir: typeof readdirWithCallback }; readonly unreadable: Entry[] } {
  const unreadable: Entry[] = [];
  const readdir = (path: string, options: { withFileTypes: true }, done: (error: NodeJS.ErrnoException | null, entries: unknown) => void): void =>
    readdirWithCallback(path, options, (error, entries) => {
      if (error) unreadable.push({ path, named: true, failure: failure(nameOf(path), error) });
      done(error, entries);
    });
  return { fs: { readdir: readdir as typeof readdirWithCallback }, unreadable };
}

/** A text that was read, and how it is to be looked at. */
export interface Content extends Detected {
  readonly kind: 'content';
  readonly settings: Settings;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly fromStdin: boolean;
}

/** In a folder, and not a report. */
export interface Skipped {
  readonly kind: 'skipped';
}

export interface Unread {
  readonly kind: 'failure';
  readonly failure: Failure;
}

/** Never throws. Waits for the disk: whoever reads many files has threads for it. */
export function read({ path, named, failure: known, stdin }: Entry, configs: Configs): Content | Skipped | Unread {
  if (known) return { kind: 'failure', failure: known };
  try {
    if (!stdin) mustBeFile(path);
    const bytes = stdin ?? readFileSync(path);
    const detected = readText(bytes, configs.encoding);
    if (!named && !detect(detected.text).isReport) return { kind: 'skipped' };
    return { kind: 'content', ...detected, settings: configs.of(path), path, bytes, fromStdin: stdin !== undefined };
  } catch (error) {
    return { kind: 'failure', failure: failure(path, error) };
  }
}

class NoFile extends Error {
  readonly words: Text = { zh: `${NO_FILE.zh}；管道内容请用 - 从标准输入读取`, en: `${NO_FILE.en}; read pipes from standard input with -` };
}

/** What is not there, and a folder, are told by reading it. */
export function mustBeFile(path: string): void {
  if (isSpecial(path)) throw new NoFile();
}

/** A text with its analysis. */
export interface Source extends Content {
  readonly analysis: Analysis;
}

export type Input = { readonly kind: 'source'; readonly source: Source } | Skipped | Unread;

/** The texts of a selection one after another, each analysed by itself. */
export async function* inputsOf(selection: Selection, configs: Configs): AsyncGenerator<Input> {
  for await (const entries of (await listed(selection)).entries) {
    for (const entry of entries) {
      const content = read(entry, configs);
      yield content.kind === 'content' ? { kind: 'source', source: { ...content, analysis: analyse(content.text, content.settings) } } : content;
    }
  }
}
