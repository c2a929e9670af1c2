/** Marks of quotation inside others, as in `“危及‘三安全一稳定’”`; words whose marks do not pair stay as they are. */
export function withInnerQuotes(words: string): string {
  let depth = 0;
  let written = '';
  for (const character of words) {
    if (character === '“') written += depth++ % 2 === 0 ? '“' : '‘';
    else if (character !== '”') written += character;
    else if (depth === 0) return words;
    else written += --depth % 2 === 0 ? '”' : '’';
  }
  return depth === 0 ? written : words;
}
