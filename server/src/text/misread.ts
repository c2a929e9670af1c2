/** Numbers that OCR, or a hand, wrote with what looks like a digit (`1O`, `l7`), or with marks between their digits (`1 234`, `1.234`). */

/** Folded characters that look like a digit. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', o: '0', D: '0', Q: '0', '○': '0', '口': '0', '囗': '0', '□': '0', l: '1', I: '1', i: '1', '丨': '1', '|': '1', '!': '1', Z: '2', z: '2', S: '5', s: '5', b: '6', B: '8', g: '9', q: '9' };
const LONGEST = 12;
const NUMBER = /^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** Three digits behind each mark, or one digit behind each blank. */
const IN_GROUPS = /^[-+]?[1-9]\d{0,2}(?:\s?[\s.,、·']\s?\d{3})+$/;
const SPACED = /^[1-9](?:\s\d)+$/;

/** The number that `text` (folded, trimmed) seems to mean with another character for each that looks like a digit; undefined where it is one, or seems none. */
export function lookalikeOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const number = text.replace(/[^\d.+-]/g, (character) => LOOKS_LIKE[character] ?? character);
  return number !== text && NUMBER.test(number) ? number : undefined;
}

/** The number that `text` seems to mean without the marks between its digits; undefined where there are none. */
export function ungroupedOf(text: string): string | undefined {
  return text.length <= 2 * LONGEST && (IN_GROUPS.test(text) || SPACED.test(text)) ? text.replace(/[^\d+-]/g, '') : undefined;
}
