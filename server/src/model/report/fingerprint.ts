/**
 * How much of a text stands in another one, without keeping the other one: hashes of all its runs of eight letters.
 * Punctuation, spaces and digits are passed over, so that a text taken over with another year in it is the same text.
 */
import { matchKey } from '../../text/fold';

/** Runs of eight letters recur by chance only in stock phrases; shorter ones are the language's. */
const RUN = 8;
/** UTF-16 units that are looked at: several times what a section holds. */
const MOST = 20_000;

/** Sorted, each once. */
export type Fingerprint = readonly number[];

export interface Runs {
  /** Letters of the text. */
  readonly length: number;
  /** The hash of the run at each letter that one begins at. */
  readonly hashes: readonly number[];
}

export function runsOf(text: string): Runs {
  const letters = matchKey(text.slice(0, MOST)).replace(/\d/g, '');
  const hashes: number[] = [];
  for (let i = 0; i + RUN <= letters.length; i++) hashes.push(hash(letters, i));
  return { length: letters.length, hashes };
}

/** FNV-1a, 32 bits. */
function hash(letters: string, from: number): number {
  let value = 0x811c9dc5;
  for (let i = from; i < from + RUN; i++) value = Math.imul(value ^ letters.charCodeAt(i), 0x01000193);
  return value;
}

export function fingerprintOf({ hashes }: Runs): Fingerprint {
  return [...new Set(hashes)].sort((a, b) => a - b);
}

/** The share of a text's letters, 0–1, that stand in runs which the other text has too. */
export function shareIn({ length, hashes }: Runs, other: Fingerprint): number {
  let shared = 0;
  let counted = 0; // letters before this one are counted
  hashes.forEach((own, start) => {
    if (!holds(other, own)) return;
    shared += start + RUN - Math.max(start, counted);
    counted = start + RUN;
  });
  return length === 0 ? 0 : shared / length;
}

function holds(sorted: Fingerprint, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
