/**
 * Bytes ↔ text, without loss: the encodings that reports are stored in. Bytes that are not text in the encoding are refused,
 * never replaced: a report read wrongly would be checked wrongly, and written back broken. Which encoding it is, where no byte
 * order mark says so, `detection.ts` tells.
 */
import { encodeGb18030 } from './gb18030';

/** By the names that Node knows them by. GB18030 is GBK and GB2312 with more characters. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a text was stored, so that it can be stored so again. */
export interface Stored {
  readonly encoding: Encoding;
  readonly bom: boolean;
}

export interface Decoded extends Stored {
  /** Without the byte order mark, as editors count positions. */
  readonly text: string;
}

const MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

const isMarked = (bytes: Uint8Array, encoding: Encoding): boolean => MARKS[encoding].every((byte, i) => bytes[i] === byte);

/** The mark of UTF-32, which begins like that of UTF-16. */
const isUtf32 = (bytes: Uint8Array): boolean => isMarked(bytes, 'utf-16le') && bytes[2] === 0 && bytes[3] === 0;

/** The text in `bytes`: as their byte order mark says, else UTF-8. Throws a `TypeError` where they are not. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf32(bytes)) throw new TypeError('UTF-32');
  return decodeAs(bytes, ENCODINGS.find((encoding) => isMarked(bytes, encoding)) ?? 'utf-8');
}

/** The text in `bytes`, which are in `encoding`, with its byte order mark or without. Throws a `TypeError` where they are not. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const bom = isMarked(bytes, encoding);
  const content = bom ? bytes.subarray(MARKS[encoding].length) : bytes;
  return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content), encoding, bom };
}

export function encode(text: string, { encoding, bom }: Stored): Buffer {
  const marked = bom ? `\ufeff${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'gb18030':
      return encodeGb18030(marked);
    default: {
      const bytes = Buffer.from(marked, 'utf16le');
      return encoding === 'utf-16be' ? bytes.swap16() : bytes;
    }
  }
}
