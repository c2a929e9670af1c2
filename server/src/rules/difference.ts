/** How words that were written differ from those of the form. */
import type { Text } from '../text/span';

export interface Difference {
  /** Where the two begin to differ. */
  readonly from: number;
  readonly surplus: string;
  readonly lacking: string;
}

/** What stands between the beginning and the end that both have. */
export function differenceOf(written: string, official: string): Difference {
  const most = Math.min(written.length, official.length);
  let from = 0;
  while (from < most && written[from] === official[from]) from++;
  let tail = 0;
  while (tail < most - from && written.at(-1 - tail) === official.at(-1 - tail)) tail++;
  return { from, surplus: written.slice(from, written.length - tail), lacking: official.slice(from, official.length - tail) };
}

/** `（漏了“息”）`: only what can be seen at a glance; a longer difference shows in the words themselves. */
export function differenceInWords({ surplus, lacking }: Difference): Text {
  if (surplus === lacking || surplus.length > 4 || lacking.length > 4) return { zh: '', en: '' };
  if (lacking === '') return { zh: `（多了“${surplus}”）`, en: ` (“${surplus}” is one too many)` };
  if (surplus === '') return { zh: `（漏了“${lacking}”）`, en: ` (“${lacking}” is left out)` };
  return { zh: `（“${surplus}”应为“${lacking}”）`, en: ` (“${lacking}”, not “${surplus}”)` };
}
