/**
 * Text → GB18030. Node decodes it and can't encode it; so the codes are found by decoding each of them once, and what is
 * encoded is decoded to the same text whatever version of the standard this Node follows.
 */

/** First byte and number of values of each byte of a code. */
const HIGH = { from: 0x81, count: 0x7e };
const LOW = { from: 0x40, count: 0xbf };
const DIGIT = { from: 0x30, count: 10 };
/** Codes of four bytes count on from 81 30 81 30; those of the characters beyond U+FFFF have a place of their own, in order. */
const BEYOND_BMP = linear(0x90, 0x30, 0x81, 0x30);
/** Up to which the others go. */
const LAST_OF_BMP = linear(0x84, 0x31, 0xa4, 0x39);

function linear(a: number, b: number, c: number, d: number): number {
  return (((a - HIGH.from) * DIGIT.count + (b - DIGIT.from)) * HIGH.count + (c - HIGH.from)) * DIGIT.count + (d - DIGIT.from);
}

function bytesOf(code: number): number[] {
  const d = DIGIT.from + (code % DIGIT.count);
  const c = HIGH.from + (Math.floor(code / DIGIT.count) % HIGH.count);
  const b = DIGIT.from + (Math.floor(code / DIGIT.count / HIGH.count) % DIGIT.count);
  return [HIGH.from + Math.floor(code / DIGIT.count / HIGH.count / DIGIT.count), b, c, d];
}

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** The codes of the characters up to U+FFFF beyond ASCII; of two for one character the shorter, which everybody writes. */
function codes(): ReadonlyMap<string, readonly number[]> {
  if (known) return known;
  const all: number[][] = [];
  for (let high = 0; high < HIGH.count; high++) for (let low = 0; low < LOW.count; low++) all.push([HIGH.from + high, LOW.from + low]);
  for (let code = 0; code <= LAST_OF_BMP; code++) all.push(bytesOf(code));
  // A line end after each: what is no code spoils no other.
  const characters = new TextDecoder('gb18030').decode(Uint8Array.from(all.flatMap((bytes) => [...bytes, 0x0a]))).split('\n');
  const found = new Map<string, readonly number[]>();
  for (const [i, bytes] of all.entries()) {
    const character = characters[i]!;
    if (character.length === 1 && !found.has(character)) found.set(character, bytes);
  }
  // What stands for a code that is none has a code of its own.
  return (known = found.set('\ufffd', bytesOf(linear(0x84, 0x31, 0xa4, 0x37))));
}

/** Throws a `RangeError` for half a character, and for one that this Node decodes no code to. */
export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else bytes.push(...(point > 0xffff ? bytesOf(BEYOND_BMP + point - 0x10000) : codeOf(character)));
  }
  return Buffer.from(bytes);
}

function codeOf(character: string): readonly number[] {
  const code = codes().get(character);
  if (!code) throw new RangeError('GB18030 has no code for a character.');
  return code;
}
