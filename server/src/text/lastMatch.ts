/**
 * Where `pattern`, which looks at nothing before its match, matches last in a text; −1: nowhere. What was asked of last is remembered: whether it matches
 * behind each of thousands of places of one sentence is then asked of the sentence once.
 */
export function lastMatch(pattern: RegExp): (text: string) => number {
  // Where one match lies within another, both count.
  const starts = new RegExp(`(?=${pattern.source})`, 'g');
  let known = '';
  let last = -1;
  return (text) => {
    if (text !== known) {
      known = text;
      last = -1;
      for (const { index } of text.matchAll(starts)) last = index;
    }
    return last;
  };
}
