/**
 * Bytes ↔ text, without loss. UTF-8, and UTF-16 where a byte order mark says so; nothing is guessed, and bytes that are
 * not text are refused: a report read wrongly would be checked wrongly, and written back broken.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a text was stored, so that it can be stored so again. */
export interface Stored {
  readonly encoding: Encoding;
  readonly bom: boolean;
}

export interface Decoded extends Stored {
  /** Without the byte order mark, as editors count positions. */
  readonly text: string;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The text in `bytes`. Throws a `TypeError` where they are not in the encoding that they begin as. */
export function decode(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(([, own]) => own.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.[0] ?? 'utf-8';
  return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, bom: mark !== undefined };
}

export function encode(text: string, { encoding, bom }: Stored): Buffer {
  const marked = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
