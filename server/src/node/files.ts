/** The files of a workspace on this machine's disk, for editors that don't offer them. Links are not followed. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Files } from '../lsp/files';
import { isConfigFile, mayBeReport, mayHoldReports, MOST_FOLDERS } from '../protocol';

export const nodeFiles: Files = {
  async list({ folder, below, most }) {
    const uris: string[] = [];
    const folders = folder.startsWith('file:') && (below === undefined || (await isOwnFolder(below, folder))) ? [fileURLToPath(below ?? folder)] : [];
    // The list grows while it is walked through.
    for (const path of folders) {
      for (const entry of await entriesOf(path)) {
        if (entry.isDirectory() && mayHoldReports(entry.name)) folders.push(join(path, entry.name));
        if (!entry.isFile() || !mayBeReport(entry.name)) continue;
        if (uris.length >= most) return { uris, more: true };
        uris.push(pathToFileURL(join(path, entry.name)).href);
      }
      if (folders.length > MOST_FOLDERS) return { uris, more: true };
    }
    return { uris, more: false };
  },

  async read({ uri, folder, mostBytes }) {
    if (folder === undefined) return readConfigFile(uri, mostBytes);
    try {
      const [path, root] = await Promise.all([realpath(fileURLToPath(uri)), realpath(fileURLToPath(folder))]);
      if (!isInside(path, root)) return undefined;
      const stats = await stat(path);
      return stats.isFile() && stats.size <= mostBytes ? await readFile(path) : undefined;
    } catch {
      return undefined; // gone meanwhile, or not ours to read
    }
  },
};

/** Whether `below` is a folder, not a link to one, and lies in `folder`. */
async function isOwnFolder(below: string, folder: string): Promise<boolean> {
  try {
    const [stats, path, root] = await Promise.all([lstat(fileURLToPath(below)), realpath(fileURLToPath(below)), realpath(fileURLToPath(folder))]);
    return stats.isDirectory() && isInside(path, root);
  } catch {
    return false; // gone meanwhile, or not ours to look into
  }
}

/** It may be a link, as on the command line: of what it holds nothing but settings is ever told. */
async function readConfigFile(uri: string, mostBytes: number): Promise<Uint8Array | undefined> {
  if (!isConfigFile(uri) || !uri.startsWith('file:')) return undefined;
  let path: string;
  try {
    path = fileURLToPath(uri);
  } catch {
    return undefined; // on another machine
  }
  const stats = await stat(path).catch(() => undefined);
  if (!stats) return undefined;
  if (!stats.isFile() || stats.size > mostBytes) throw new Error('No file of settings, or too large.');
  return readFile(path);
}

/** In a stable order; none of a folder that can't be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
