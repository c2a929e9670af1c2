/** Writing files that are not there yet, as a whole or not at all. */
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Text } from '../text/span';
import { reasonOf } from './failure';
import { isSpecial, NO_FILE } from './specialFiles';

/** Names the file that was to be written: what goes wrong is told of the one it is made of. */
class NotWritten extends Error {
  constructor(readonly words: Text) {
    super(words.en);
  }
}

/** Why a file that is there is left. */
export const exists = (path: string): Text => ({ zh: `${path} 已存在，未写入；确要覆盖请加 --force`, en: `${path} exists and was not written; --force overwrites it` });

/** Writes `content` to `path`, in folders that are made where they are missing. Throws where the file exists, unless it may be overwritten. */
export function writeNew(path: string, content: string | Uint8Array, overwrite: boolean): void {
  try {
    if (overwrite && isSpecial(path)) throw new NotWritten({ zh: `${path} ${NO_FILE.zh}，未写入；写到标准输出请用 -o -`, en: `${path} is ${NO_FILE.en} and was not written; -o - writes to standard output` });
    // A link stays, and what it leads to is overwritten.
    write(overwrite && existsSync(path) ? realpathSync(path) : path, content, overwrite);
  } catch (error) {
    const { zh, en } = reasonOf(error);
    throw error instanceof NotWritten ? error : new NotWritten({ zh: `无法写入 ${path}：${zh}`, en: `${path} can’t be written: ${en}` });
  }
}

function write(path: string, content: string | Uint8Array, overwrite: boolean): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path).slice(0, 60)}.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    if (overwrite) renameSync(temporary, path);
    else putInPlace(temporary, path, content);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A link fails where there is something already; a file system without links makes do with a file that is new. */
function putInPlace(temporary: string, path: string, content: string | Uint8Array): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new NotWritten(exists(path));
    try {
      writeFileSync(path, content, { flag: 'wx' });
    } catch (other) {
      throw (other as NodeJS.ErrnoException).code === 'EEXIST' ? new NotWritten(exists(path)) : other;
    }
  }
}
