/** What goes wrong with a file, in words that say what to do. */
import type { Text } from '../text/span';

/** What a folder is to be made of, or looked for in, is a file. */
const NO_FOLDER: Text = { zh: '路径的上一级不是文件夹，请核对路径', en: 'a part of the path is no folder; check the path' };

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '没有这个文件或文件夹，请核对路径', en: 'no such file or folder; check the path' },
  EACCES: { zh: '没有权限，请检查文件及其所在文件夹的权限', en: 'permission denied; check the permissions of the file and its folder' },
  EPERM: { zh: '系统不允许此操作，请检查文件权限或是否被占用', en: 'not permitted; check its permissions, or whether it is in use' },
  EROFS: { zh: '所在磁盘为只读', en: 'it is on a read-only disk' },
  EISDIR: { zh: '是文件夹，不是文件', en: 'it is a folder, not a file' },
  ELOOP: { zh: '符号链接循环，请删除或改正该链接', en: 'the symbolic link leads back to itself; remove or mend it' },
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  ENAMETOOLONG: { zh: '路径过长', en: 'the path is too long' },
  ENOSPC: { zh: '磁盘已满，请腾出空间后重试', en: 'the disk is full; make room and run again' },
  EFBIG: { zh: '超过系统对文件大小的限制', en: 'over the limit for the size of files' },
  EMFILE: { zh: '打开的文件过多，请稍后重试', en: 'too many open files; try again' },
  ERR_FS_FILE_TOO_LARGE: { zh: '文件过大，请拆分后再处理', en: 'the file is too large; split it' },
  ERR_STRING_TOO_LONG: { zh: '文件过大，请拆分后再处理', en: 'the file is too large; split it' },
  ERR_WORKER_OUT_OF_MEMORY: { zh: '处理此文件时内存不足，请拆分后再处理', en: 'the memory did not suffice for it; split it' },
};

/** A file the command could not deal with, and why. */
export interface Failure {
  readonly path: string;
  readonly reason: Text;
}

export const failure = (path: string, error: unknown): Failure => ({ path, reason: reasonOf(error) });

/** Errors of our own bring their words along. */
export function reasonOf(error: unknown): Text {
  const { words, code = '', message } = error as NodeJS.ErrnoException & { readonly words?: Text };
  return words ?? REASONS[code] ?? { zh: `出错：${message}`, en: `error: ${message}` };
}

/** A finding stays without what would mend it. */
export const fixFailed = (rule: string, { message }: Error): Text => ({ zh: `规则 ${rule} 的修复出错，未执行：${message}`, en: `The fix of the rule ${rule} failed and was not made: ${message}` });
