/**
 * A slice → what its running text tells.
 *
 * Sentence by sentence, number by number: the words round a number say what it counts, the words before it of whom and of
 * which year. Each number is looked at once, with the few words about it: the work grows with the text and no faster.
 */
import type { SectionSyntax } from '../../syntax/types';
import { remembered } from '../remembered';
import { type Denial, denialsIn, readAbsence } from './absences';
import { countsIn } from './counts';
import { readDocuments } from './documents';
import { readFee } from './fees';
import { listsIn } from './lists';
import { type Phrase, phrasesIn } from './phrases';
import { type Sentence, sentencesOf } from './sentences';
import { readRemedy, readRemedyResults } from './remedies';
import { readRequests, readResults } from './requests';
import { isAnotherTime, lastTopic, openedBy, OPENING, type Scene, sceneAfter } from './scene';
import { type Subject, voiceOf } from './subject';
import type { Fact, Meaning, PartList, Told } from './types';
import { ADVERB, madeOf } from './words';

export interface Telling {
  readonly facts: readonly Fact[];
  readonly lists: readonly PartList[];
  /** How the text speaks of the agency that reports. */
  readonly voice: Subject | undefined;
}

/** Without one of these there is nothing that is understood; a radical for a character (⽂, ⽆) is not in the way. */
const MAY_TELL = /申请|申請|复议|復議|诉讼|訴訟|规章|規章|规范|規範|处理费|處理費|[\d０-９]\s{0,3}[条條件个篇份]/;
const NOTHING: Telling = { facts: [], lists: [], voice: undefined };

/** What the slice tells. Computed once for a slice. */
export const toldIn = remembered((section: SectionSyntax): Telling => (MAY_TELL.test(section.text) ? read(section) : NOTHING));

function read(section: SectionSyntax): Telling {
  const sentences = sentencesOf(section);
  const facts: Fact[] = [];
  const lists: PartList[] = [];
  let voice: Subject | undefined;
  let scene = OPENING;
  sentences.forEach((sentence, index) => {
    const counts = countsIn(sentence.text);
    const opened = openedBy(sentence.text, scene);
    scene = readSentence(sentence, phrasesIn(sentence.text, counts), opened, facts);
    // Another agency is spoken of in its own sentence only.
    if (scene.subject.kind === 'elsewhere') scene = { ...scene, subject: opened.subject };
    lists.push(...listsIn(sentence, counts, sentences[index + 1]));
    voice ??= voiceOf(sentence.text);
  });
  return { facts, lists, voice };
}

/** Units of requests, cases and documents; 人次 and 件次 count something else. */
const CASES = new Set(['件', '份', '宗', '起', '条', '例', '封', '个', '项', '部', '']);
/** Beside what was late, what was answered in time is a part. */
const LATE = /(?:延期|逾期|超期)(?:办结|答复|办理)?了?\d/;
/** An object behind its number is short: `35件申请`. */
const OBJECT = 24;

/** Adds the facts of `sentence` to `facts`; the scene at its end. */
function readSentence({ text, place }: Sentence, phrases: readonly Phrase[], opening: Scene, facts: Fact[]): Scene {
  const results = new Map([...readResults(text, phrases), ...readRemedyResults(text, phrases)]);
  const said = new Set<string>();
  const late = LATE.test(text);
  let scene = opening;
  let elsewhen = false;
  let astray = false;
  let at = 0;
  const walkTo = (next: number): void => {
    const words = text.slice(at, next);
    astray &&= lastTopic(words) === undefined;
    scene = sceneAfter(words, scene);
    elsewhen ||= isAnotherTime(words);
    at = next;
  };
  const add = (meaning: Meaning, { subject, year }: Pick<Told, 'subject' | 'year'>, fact: Pick<Fact, 'value' | 'span' | 'said' | 'writing'>): void => {
    const own = year ?? scene.year;
    // The second number of a kind in a sentence is of somebody or something else.
    if (elsewhen || (late && /^(?:answered|processed)/.test(meaning)) || said.has(`${meaning} ${own}`)) return;
    said.add(`${meaning} ${own}`);
    facts.push({ meaning, ...fact, year: own, subject: subject.kind === 'unsaid' ? scene.subject : subject });
  };
  for (const next of inOrder(phrases, denialsIn(text))) {
    if ('what' in next) {
      walkTo(next.start);
      const absence = readAbsence(next, scene);
      const fact = { value: 0, span: place(next.start, next.end), said: next.before + text.slice(next.start, next.end), writing: 'words' } as const;
      for (const meaning of absence?.meanings ?? []) add(meaning, absence!, fact);
    } else {
      const { count, start, before, after } = next;
      walkTo(count.start);
      const told: Told | undefined = results.get(next) ?? readPhrase(next, astray ? { ...scene, topic: 'elsewhere' } : scene);
      // The sentence may go on with things of which nothing is known: `承办督办件30件，办结30件`.
      astray ||= !told && !/申请|公开/.test(before + after) && !madeOf(before, ADVERB);
      const end = count.after + (after.length > OBJECT ? 0 : after.length);
      if (told && count.value !== undefined) add(told.meaning, told, { value: count.value, span: place(count.start, count.end), said: text.slice(start, end), writing: count.writing });
    }
  }
  walkTo(text.length);
  return scene;
}

function readPhrase(phrase: Phrase, scene: Scene): Told | undefined {
  if (phrase.count.unit === '元') return readFee(phrase);
  return CASES.has(phrase.count.unit) ? (readRequests(phrase, scene) ?? readRemedy(phrase, scene) ?? readDocuments(phrase, scene)) : undefined;
}

function inOrder(phrases: readonly Phrase[], denials: readonly Denial[]): (Phrase | Denial)[] {
  const place = (own: Phrase | Denial): number => ('what' in own ? own.start : own.count.start);
  return [...phrases, ...denials].sort((a, b) => place(a) - place(b));
}
