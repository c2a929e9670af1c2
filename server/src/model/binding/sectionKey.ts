/** The words of a slice without anything between them: for looking for words that may be broken over lines, cells and tags. */
import type { SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';

const TAG = /<\/?[a-z][^<>]{0,400}>/gi;

const keys = new WeakMap<SectionSyntax, string>();

/** Letters and digits of the slice, folded. */
export function keyOfSection(section: SectionSyntax): string {
  let key = keys.get(section);
  if (key === undefined) keys.set(section, (key = matchKey(section.text.replace(TAG, ' '))));
  return key;
}
