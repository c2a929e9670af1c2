/** Words of a report, or a file's name, where a person reads them: a terminal, a message, a title. */

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\ufffd]/gu;

/** `text` with characters that a terminal would obey, that turn what follows around, or that nobody sees, as their numbers. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}
