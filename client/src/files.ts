/** Answers the server's requests for files that are not open, in any file system that VS Code can read. Links are not followed. */
import { FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FILES_REQUEST, type FilesParams, type FilesResult, isConfigFile, mayBeReport, mayHoldReports, MOST_FOLDERS, READ_FILE_REQUEST, type ReadFileParams, type ReadFileResult } from '../../server/src/protocol';

export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FILES_REQUEST, listFiles);
  client.onRequest(READ_FILE_REQUEST, readFile);
}

/** By walking: not every file system can be searched, and a search follows links. */
async function listFiles({ folder, below, most }: FilesParams): Promise<FilesResult> {
  const uris: string[] = [];
  const folders = below === undefined ? [Uri.parse(folder)] : await ownFolder(Uri.parse(below), Uri.parse(folder));
  // The list grows while it is walked through.
  for (const uri of folders) {
    for (const [name, type] of await entriesOf(uri)) {
      if (type === FileType.Directory && mayHoldReports(name)) folders.push(Uri.joinPath(uri, name));
      if (type !== FileType.File || !mayBeReport(name)) continue;
      if (uris.length >= most) return { uris, more: true };
      uris.push(Uri.joinPath(uri, name).toString());
    }
    if (folders.length > MOST_FOLDERS) return { uris, more: true };
  }
  return { uris, more: false };
}

/** `below` where it is a folder in `folder`, and no link leads there. */
async function ownFolder(below: Uri, folder: Uri): Promise<Uri[]> {
  try {
    return (await isReachedByFolders(below, folder)) ? [below] : [];
  } catch {
    return []; // gone meanwhile, or not ours to look into
  }
}

/** In a stable order; none of a folder that can't be read. */
async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return (await workspace.fs.readDirectory(folder)).sort(([a], [b]) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

async function readFile({ uri, folder, mostBytes }: ReadFileParams): Promise<ReadFileResult> {
  if (folder === undefined) return readConfigFile(uri, mostBytes);
  try {
    const file = Uri.parse(uri);
    return (await isPlainFile(file, Uri.parse(folder), mostBytes)) ? base64(await workspace.fs.readFile(file)) : null;
  } catch {
    return null; // gone meanwhile, or not ours to read
  }
}

/** It may be a link. */
async function readConfigFile(uri: string, mostBytes: number): Promise<ReadFileResult> {
  if (!isConfigFile(uri)) return null;
  const file = Uri.parse(uri);
  // Above the workspace a file system may refuse to say anything: nothing is there for anybody then.
  const stats = await workspace.fs.stat(file).then((own) => own, () => undefined);
  if (!stats) return null;
  if ((stats.type & FileType.File) === 0 || stats.size > mostBytes) throw new Error('No file of settings, or too large.');
  return base64(await workspace.fs.readFile(file));
}

async function isPlainFile(file: Uri, folder: Uri, mostBytes: number): Promise<boolean> {
  const { type, size } = await workspace.fs.stat(file);
  return type === FileType.File && size <= mostBytes && (await isReachedByFolders(Uri.joinPath(file, '..'), folder));
}

/** Whether everything from `way` up to `folder` is a folder: a link may lead out of the workspace. */
async function isReachedByFolders(way: Uri, folder: Uri): Promise<boolean> {
  for (; way.path.length > folder.path.length; way = Uri.joinPath(way, '..')) {
    if ((await workspace.fs.stat(way)).type !== FileType.Directory) return false;
  }
  return true;
}

/** Bytes handed to one call, which takes each as an argument. */
const CHUNK = 8192;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += CHUNK) binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(binary);
}
