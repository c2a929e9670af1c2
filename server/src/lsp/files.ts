/** Files that are not open. They come from the host: through the editor where it offers them, else from the disk. */
import type { Connection } from 'vscode-languageserver';
import { FILES_REQUEST, type FilesParams, type FilesResult, READ_FILE_REQUEST, type ReadFileParams, type ReadFileResult } from '../protocol';
import { isObject } from './client';

/** Reads, and nothing else, and nothing outside the folders it is given. Files and folders are URIs. */
export interface Files {
  /** The files below a folder that may be reports by their names. */
  list(params: FilesParams): Promise<FilesResult>;
  /** Undefined: gone, too large, no plain file, or a link out of the folder. */
  read(params: ReadFileParams): Promise<Uint8Array | undefined>;
}

/** The editor's own view of the workspace, which need not be on this machine's disk. */
export function editorFiles(connection: Connection): Files {
  return {
    async list(params) {
      const found: unknown = await connection.sendRequest(FILES_REQUEST, params);
      if (!isListing(found)) throw new Error('No list of files.');
      return found;
    },
    async read(params) {
      const content = await connection.sendRequest<ReadFileResult>(READ_FILE_REQUEST, params);
      return content === null ? undefined : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
    },
  };
}

/** An answer may be anything. */
function isListing(answer: unknown): answer is FilesResult {
  return isObject(answer) && typeof answer.more === 'boolean' && Array.isArray(answer.uris) && answer.uris.every((uri) => typeof uri === 'string');
}
