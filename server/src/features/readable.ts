/** Words of a document as an outline shows them. */
import { radicalAt } from '../text/radicals';

const IDEOGRAPH = '[\\p{Script=Han}（），。、：；“”]';
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;
const GAP_IN_WORDS = new RegExp(`(?<=${IDEOGRAPH}) (?=${IDEOGRAPH})`, 'gu');

/** What there is anything to do about. Nearly every text is readable as it is. */
const UNREADABLE = /[\u2e80-\u2fdf\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u;

/** `raw` on one line, radicals as the ordinary characters they stand for. Widths and punctuation stay as written. */
export function readable(raw: string): string {
  if (!UNREADABLE.test(raw)) return raw;
  let text = '';
  for (let i = 0; i < raw.length; i++) text += radicalAt(raw.charCodeAt(i))?.target ?? raw[i]!;
  return text.replace(INVISIBLE, ' ').replace(GAP_IN_WORDS, '').trim();
}
