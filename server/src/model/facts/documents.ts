/** Numbers of 规章 and 规范性文件: issued, repealed, in force. */
import type { Phrase } from './phrases';
import type { Scene } from './scene';
import { readSubject } from './subject';
import type { DocumentId, Told } from './types';
import { ISSUED, madeOf, TALLY } from './words';

const KIND = '(?:行政|政府|部门)?(?<kind>规章|规范性文件)';
const MADE = `(?<issued>${ISSUED})`;
const REPEALED = '(?<repealed>(?:宣布|清理)?废止)';
const IN_FORCE = '(?<inForce>现行有效)';
/** The verb before or after the noun; `现行有效的规范性文件30件`, `规范性文件现行有效30件`. */
const FORMS: readonly RegExp[] = [
  new RegExp(`(?:${MADE}|${REPEALED}|${IN_FORCE})的?${KIND}`),
  new RegExp(`${KIND}(?:${MADE}|${REPEALED}|${IN_FORCE})`),
];
/** Without its noun, which was named before. */
const VERB = new RegExp(`${MADE}|${REPEALED}|${IN_FORCE}`);
const ACTS = ['issued', 'repealed', 'inForce'] as const;
const KINDS: Readonly<Record<string, DocumentId>> = { 规章: 'rules', 规范性文件: 'normativeDocuments' };

export function readDocuments({ before, after }: Phrase, { topic }: Scene): Told | undefined {
  const told = (match: RegExpExecArray, words: string, id: DocumentId | undefined): Told | undefined => {
    const act = ACTS.find((own) => match.groups![own] !== undefined);
    const subject = madeOf(words.slice(match.index + match[0].length), TALLY) ? readSubject(words.slice(0, match.index)) : undefined;
    return act && id && subject ? { meaning: `${id}.${act}`, subject } : undefined;
  };
  // `制发11件规范性文件` is read as if the noun stood before its number.
  const words = new RegExp(`^${KIND}$`).test(after) ? before + after : before;
  for (const form of FORMS) {
    const match = form.exec(words);
    if (match) return told(match, words, KINDS[match.groups!['kind']!]);
  }
  const match = after === '' ? VERB.exec(before) : null;
  return match && (topic === 'rules' || topic === 'normativeDocuments') ? told(match, before, topic) : undefined;
}
