/**
 * UTF-16 without a byte order mark. Digits and line ends have a zero byte in it, which no other text has; and only in the right order of
 * bytes does nearly everything come out as what Chinese texts are written in.
 */

export type ByteOrder = 'utf-16le' | 'utf-16be';

/** Bytes to look at. */
const SAMPLE = 1 << 16;
/** Fewer characters prove nothing. */
const FEWEST = 16;
/** Per hundred that may be something else: odd characters are what reports are checked for. */
const STRANGE = 5;

/** The order of bytes in which they are UTF-16 beyond doubt; undefined for anything else, and where a mark says it. */
export function unmarkedUtf16(bytes: Uint8Array): ByteOrder | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (isMarked(sample)) return undefined;
  if (bytes.length % 2 !== 0 || sample.length < 2 * FEWEST || !sample.includes(0)) return undefined;
  return ([['utf-16le', 0], ['utf-16be', 1]] as const).find(([, low]) => isText(sample, low))?.[0];
}

const isMarked = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** `low`: where the lower byte of each pair is. */
function isText(bytes: Uint8Array, low: 0 | 1): boolean {
  let strange = 0;
  for (let at = 0; at + 1 < bytes.length; at += 2) if (!isUsual(bytes[at + low]! + 256 * bytes[at + 1 - low]!)) strange++;
  return strange * 200 <= STRANGE * bytes.length;
}

/** ASCII, general punctuation, Chinese characters, their punctuation, and what is as wide. */
const isUsual = (unit: number): boolean => (unit >= 0x20 && unit < 0x7f) || unit === 9 || unit === 10 || unit === 13 || (unit >= 0x2010 && unit < 0x2070) || (unit >= 0x2e80 && unit < 0xa000) || unit >= 0xff00;
