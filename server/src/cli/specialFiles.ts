/** Pipes, devices and the like: a pipe is waited for without end, a device may have none, and neither is a file to put another one in place of. */
import { statSync } from 'node:fs';
import type { Text } from '../text/span';

export const NO_FILE: Text = { zh: '不是普通文件', en: 'not a regular file' };

/** Whether what `path` leads to is there, and neither a file nor a folder. */
export function isSpecial(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
