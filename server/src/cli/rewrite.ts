/** Replacing a file's content at once: whoever looks sees the old file or the new one, never a part. */
import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Text } from '../text/span';

/** The file is not what was read a moment ago; its new content is left alone. */
export class ChangedMeanwhile extends Error {
  readonly words: Text = { zh: '文件在处理期间被改动，未写入，请重新运行', en: 'the file was changed meanwhile and was not written; run again' };
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
