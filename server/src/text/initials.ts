/**
 * The first letters of the pinyin of Chinese words, as people type them who look for one: 总体情况 is `ztqk`.
 *
 * JavaScript can sort by pinyin, so the letter of a character is the last one whose first character does not come after it.
 * A character with several readings has the one it is sorted by; nothing but a search by letters is lost where that is another.
 */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

let collator: Intl.Collator | undefined;
const known = new Map<string, string>();

/** One letter for each ideograph of `words`; everything else is left out. */
export function initialsOf(words: string): string {
  let letters = '';
  for (const character of words) {
    let letter = known.get(character);
    if (letter === undefined) known.set(character, (letter = initialOf(character)));
    letters += letter;
  }
  return letters;
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return '';
  collator ??= new Intl.Collator('zh-Hans-u-co-pinyin');
  let letter = '';
  for (let i = 0; i < FIRST.length && collator.compare(FIRST[i]!, character) <= 0; i++) letter = LETTERS[i]!;
  return letter;
}
