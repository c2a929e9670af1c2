/**
 * Replacing a file's content at once: whoever looks sees the old file or the new one, never a part. What does not change is
 * written byte for byte as it was.
 */
import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Text } from '../text/span';
import { encode, type Stored } from './encoding';

/** The file is not what was read a moment ago; its new content is left alone. */
export class ChangedMeanwhile extends Error {
  readonly words: Text = { zh: '文件在处理期间被改动，未写入，请重新运行', en: 'the file was changed meanwhile and was not written; run again' };
}

/** The same characters would become other bytes, in places that nobody changed. */
class NotWritable extends Error {
  readonly words: Text = {
    zh: '文件中有这种编码不能原样写回的字符，未写入；请先转换为 UTF-8',
    en: 'the file has characters that can’t be written back as they were in its encoding, and was not written; convert it to UTF-8 first',
  };
}

/** A text as it was read. */
export interface Original extends Stored {
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The bytes of `text` in place of the text of `source`. Throws where what they have in common would be other bytes. */
export function encoded(text: string, source: Original): Buffer {
  try {
    if (Buffer.compare(encode(source.text, source), source.bytes) === 0) return encode(text, source);
  } catch {
    // a character that the encoding has no code for
  }
  throw new NotWritable();
}

/** Writes `text` in place of the text of `source`, as `rewrite` does. */
export async function write(text: string, source: Original): Promise<void> {
  await rewrite(source.path, source.bytes, encoded(text, source));
}

/**
 * Writes `after` where `before` was read, keeping the mode, and the link if `path` is one. Throws without having changed
 * anything where the file may not be written, is no longer what was read, or does not fit on the disk.
 */
export async function rewrite(path: string, before: Uint8Array, after: Uint8Array): Promise<void> {
  const target = await realpath(path);
  // Renaming asks for the folder's permissions only; a read-only file must stay.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const temporary = join(dirname(target), `.${basename(target).slice(0, 60)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(after);
      // Only root may give files away; others own what they write.
      await file.chown(uid, gid).catch(() => undefined);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (Buffer.compare(await readFile(target), before) !== 0) throw new ChangedMeanwhile();
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
