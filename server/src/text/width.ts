/** How wide text is drawn, in columns: ideographs and full-width punctuation take two. */
import { eastAsianWidth } from 'get-east-asian-width';

/** Drawn on other characters, or not at all. */
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u;

/**
 * The columns that `text`, which is on one line, takes. Characters that are narrow or wide depending on their surroundings
 * (“ ” — …) are counted wide: the fonts in which Chinese columns line up at all draw them so.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) if (!WITHOUT_WIDTH.test(char)) width += eastAsianWidth(char.codePointAt(0)!, { ambiguousAsWide: true });
  return width;
}

/** `text` followed by spaces up to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
