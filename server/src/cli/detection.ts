/**
 * Which encoding a file is in. A byte order mark says so, and UTF-8 shows by itself: hardly any other text is valid as it. So does UTF-16.
 * Of the rest a library tells what they are likely to be; GB18030 is read, where it is sure, and the person is told. Anything
 * else is refused: a text in the wrong characters has no words that a rule could know.
 */
import { analyse } from 'chardet';
import type { Text } from '../text/span';
import { type ByteOrder, unmarkedUtf16 } from '../text/utf16';
import { decode, decodeAs, type Decoded, type Encoding } from './encoding';

/** A text, and what is to be said about how it was read. */
export interface Detected extends Decoded {
  readonly remarks: readonly Text[];
}

/** Enough to tell, and not too long to look at. */
const SAMPLE = 1 << 16;
/** The library's measure, of 100: real reports have 90 and more, and random bytes 10. */
const SURE = 50;

/** The text in `bytes`, in the encoding that was `asked` for, or else in the one they seem to be in. Throws a `NoText`. */
export function read(bytes: Uint8Array, asked: Encoding | undefined): Detected {
  if (asked) return { ...asText(() => decodeAs(bytes, asked), notAs(asked)), remarks: [] };
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return { ...asText(() => decodeAs(bytes, utf16), neither(utf16)), remarks: [asUtf16(utf16)] };
  try {
    return { ...decode(bytes), remarks: [] };
  } catch {
    const [best] = analyse(bytes.subarray(0, SAMPLE));
    const name = best && best.confidence >= SURE ? best.name : undefined;
    if (name !== 'GB18030') throw new NoText(neither(name));
    return { ...asText(() => decodeAs(bytes, 'gb18030'), neither(name)), remarks: [AS_GB18030] };
  }
}

const AS_GB18030: Text = { zh: '不是 UTF-8，已按 GB18030（GBK）读取；若不对，请用 --encoding 指定编码', en: 'not UTF-8; read as GB18030 (GBK), use --encoding if it is something else' };

const asUtf16 = (order: ByteOrder): Text => ({ zh: `没有字节顺序标记，已按 ${order} 读取；若不对，请用 --encoding 指定编码`, en: `without a byte order mark; read as ${order}, use --encoding if it is something else` });

/** Bytes that are no text that can be read. */
class NoText extends Error {
  constructor(readonly words: Text) {
    super(words.en);
  }
}

function asText(decoded: () => Decoded, otherwise: Text): Decoded {
  try {
    return decoded();
  } catch {
    throw new NoText(otherwise);
  }
}

const notAs = (encoding: Encoding): Text => ({ zh: `不是有效的 ${encoding} 文本，请核对 --encoding`, en: `not valid as ${encoding}; check --encoding` });

function neither(likely: string | undefined): Text {
  return {
    zh: `不是 UTF-8，也不能确定是 GB18030（GBK）${likely === undefined ? '' : `，可能是 ${likely}`}；请用 --encoding 指定编码，或先转换为 UTF-8（也可能不是文本文件）`,
    en: `not UTF-8, nor GB18030 (GBK) for certain${likely === undefined ? '' : `, but perhaps ${likely}`}; say --encoding, or convert it to UTF-8 first (or it is no text file)`,
  };
}
