/** The text of a web page or a list of values: by its mark, by what it declares, or by what its bytes can be. Nothing is read wrongly in silence. */
import { unmarkedUtf16 } from '../../text/utf16';
import type { Losses } from './imported';
import { Refusal } from './imported';

const LATIN1_HEAD = 4096;

/** GB 2312 and GBK are parts of GB 18030. */
const CHINESE = /^(?:gb2312|gb_2312(?:-80)?|gbk|x-gbk|gb18030|cp936|ms936|936|euc-cn|hz-gb-2312)$/i;

const DECLARED = /<meta[^>]{0,300}?charset[\s="']{1,9}([\w-]{2,20})|<\?xml[^>]{0,100}?encoding[\s="']{1,9}([\w-]{2,20})/i;

/** Throws a `Refusal`. */
export function decodeText(bytes: Uint8Array, losses: Losses): string {
  const mark = markOf(bytes) ?? unmarkedUtf16(bytes);
  if (mark) return lenient(bytes, mark, losses);
  const utf8 = strict(bytes, 'utf-8');
  const declared = declaredIn(bytes);
  // Bytes that are UTF-8 by accident hardly exist; pages that declare what they are not do.
  if (utf8 !== undefined) return utf8;
  const chinese = strict(bytes, 'gb18030');
  if (chinese !== undefined) {
    if (declared === 'utf-8') losses.add('encoding');
    return chinese;
  }
  if (declared) return lenient(bytes, declared, losses);
  throw new Refusal({ zh: '既不是 UTF-8 也不是 GB18030 文本；请另存为 UTF-8', en: 'neither UTF-8 nor GB18030 text; save it as UTF-8' });
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LATIN1_HEAD));
  const found = DECLARED.exec(head);
  const name = (found?.[1] ?? found?.[2])?.toLowerCase();
  if (name === undefined) return undefined;
  return CHINESE.test(name) ? 'gb18030' : name === 'utf8' ? 'utf-8' : KNOWN.find((own) => own === name);
}

const KNOWN = ['utf-8', 'big5', 'utf-16le', 'utf-16be'];

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lenient(bytes: Uint8Array, encoding: string, losses: Losses): string {
  const text = new TextDecoder(encoding).decode(bytes);
  losses.add('replaced', text.split('\ufffd').length - 1);
  return text;
}
