/**
 * A sentence → the facts it tells, from left to right: what was said before a number decides what the number tells.
 */
import { type Denial, readAbsence } from './absences';
import { type Counted, isFinished, opensClass, toldAfter } from './afterOthers';
import { readDocuments } from './documents';
import { readFee } from './fees';
import type { Phrase } from './phrases';
import { otherCasesIn, readRemedy, readRemedyResults } from './remedies';
import { countsWhole, othersIn, readRequests, readResults } from './requests';
import { isAnotherTime, lastTopic, type Scene, sceneAfter, sceneAfterWords } from './scene';
import { IN_PASSING, OTHERS, type Subject, subjectBefore } from './subject';
import type { Fact, Meaning, Told } from './types';
import { ADVERB, madeOf } from './words';

/** A fact with its place in its sentence. */
export type Said = Omit<Fact, 'span'> & { readonly from: number; readonly to: number };

/** What is said of a number, or of there being none. */
type Saying = Pick<Said, 'value' | 'from' | 'to' | 'said' | 'writing'>;

/** What the sentence `text` tells after `opening`, with the scene at its end. `phrases` and `denials` are those of the sentence. */
export function readSentence(text: string, phrases: readonly Phrase[], denials: readonly Denial[], opening: Scene): { readonly facts: readonly Said[]; readonly end: Scene } {
  if (phrases.length === 0 && denials.length === 0) return { facts: [], end: sceneAfterWords(text, opening) };
  const reading = new SentenceReading(text, phrases, opening);
  for (const next of inOrder(phrases, denials)) {
    if ('what' in next) reading.readDenial(next);
    else reading.readPhrase(next);
  }
  return reading.end();
}

function inOrder(phrases: readonly Phrase[], denials: readonly Denial[]): (Phrase | Denial)[] {
  const place = (own: Phrase | Denial): number => ('what' in own ? own.start : own.count.start);
  return [...phrases, ...denials].sort((a, b) => place(a) - place(b));
}

/** Units of requests, cases and documents; 人次 and 件次 count something else. */
const CASES = new Set(['件', '份', '宗', '起', '条', '例', '封', '个', '项', '部', '']);
/**
 * Words of a sentence beside which some meanings are not the reporter's whole: in time beside late, newly made beside changed,
 * repealed beside lapsed, which the form counts with it;
 * an authority decides the cases of others; what each of several years is told of is not this one's.
 */
const PARTED: readonly (readonly [words: RegExp, meanings: RegExp])[] = [
  [/(?:延期|逾期|超期)(?:办结|答复|办理)?了?\d/, /^(?:answered|processed)/],
  [/修[改订][^,，;；()]{0,12}\d/, /\.issued$/],
  [/\d[件宗份条个]?(?:申请)?\((?:20\d\d年度?[^()\d]{0,4}\d+[件宗份条个]?[、,]){1,9}20\d\d年/, /^(?:received|requests|handled|processed|answered)/],
  [/失效[^,，;；()]{0,12}\d/, /\.repealed$/],
  [/作为(?:行政)?复议机关/, /^(?:reconsideration|remedies)|[lL]itigation/],
];
const INCOME = /^(?:received|requests|handled)$/;
/** What became of requests that were told before. */
const OUTCOME = /^(?:processed|answered|carriedOut|results)/;
/** An object behind its number is short: `35件申请`. */
const OBJECT = 24;

/** What requests are about, and what became of them in words of no row of the form's. */
const OF_REQUESTS = /申请|公开|政府信息|不掌握|不存在|无法提供|不予|其他处理|补正|逾期|撤回|告知/;

class SentenceReading {
  readonly #facts: Said[] = [];
  #scene: Scene;
  /** Up to where it has been read. */
  #at = 0;
  /** Whether it has come to another time than a year. */
  #elsewhen = false;
  /** Whether it goes on with things of which nothing is known: `承办督办件30件，办结30件`. */
  #astray = false;
  /** The number told last that is no result. */
  #last: Counted | undefined;
  /** A part that was only named: `其中8件涉及征地，答复8件`. */
  #part: number | undefined;
  /** What was told already, with its year. */
  readonly #told = new Set<string>();
  /** Meanings that are not the reporter's whole here. */
  readonly #parted: readonly RegExp[];
  /** Numbers that tell how requests or cases were decided. */
  readonly #results: ReadonlyMap<Phrase, Told>;
  /** What the results of requests add up to. */
  readonly #sum: number;

  constructor(
    private readonly text: string,
    phrases: readonly Phrase[],
    private readonly opening: Scene,
  ) {
    this.#scene = opening;
    this.#parted = PARTED.flatMap(([words, meanings]) => (words.test(text) ? [meanings] : []));
    const ofRequests = readResults(text, phrases);
    this.#sum = sumOf(ofRequests);
    this.#results = new Map([...ofRequests, ...(opening.disclosure || /公开|信息/.test(text) ? readRemedyResults(text, phrases) : [])]);
  }

  readDenial(denial: Denial): void {
    const { start, end, before } = denial;
    this.#walkTo(start);
    this.#turnTo(subjectBefore(this.text, start - before.length));
    const absence = readAbsence(denial, this.#scene);
    const saying = { value: 0, from: start, to: end, said: before + this.text.slice(start, end), writing: 'words' } as const;
    for (const meaning of absence?.meanings ?? []) this.#tell(meaning, absence!, saying);
    this.#turnTo(absence?.subject);
  }

  readPhrase(phrase: Phrase): void {
    const { count, start, before, after } = phrase;
    this.#walkTo(count.start);
    this.#turnTo(subjectBefore(this.text, start));
    const result = this.#results.get(phrase);
    const read = result ?? meaningOf(phrase, this.#astray ? { ...this.#scene, topic: 'elsewhere' } : this.#scene, this.text);
    const told = read && this.#toldAfter(read, count.value);
    if (read && !result) this.#last = { meaning: read.meaning, value: count.value };
    // What comes in without a word of whose it is, is the reporter's again.
    if (told?.subject.kind === 'unsaid' && INCOME.test(told.meaning) && this.#scene.subject === this.opening.subject) this.#scene = { ...this.#scene, aside: false };
    if (!read) this.#part = before.includes('其中') && CASES.has(count.unit) ? count.value : this.#part;
    this.#astray ||= !read && !OF_REQUESTS.test(before + after) && !madeOf(before, ADVERB);
    if (!result && countsWhole(phrase, this.#scene)) this.#scene = { ...this.#scene, whole: count.value };
    if (told && count.value !== undefined) {
      const end = count.after + (after.length > OBJECT ? 0 : after.length);
      this.#tell(told.meaning, told, { value: count.value, from: count.start, to: count.end, said: this.text.slice(start, end), writing: count.writing });
    }
    if (!result) this.#turnTo(told?.subject ?? othersIn(phrase, this.#scene) ?? otherCasesIn(phrase, this.text) ?? (opensClass(before + after, this.text, this.#told.size > 0) ? OTHERS : undefined));
  }

  end(): { readonly facts: readonly Said[]; readonly end: Scene } {
    this.#walkTo(this.text.length);
    return { facts: this.#facts, end: this.#scene };
  }

  #walkTo(next: number): void {
    const words = this.text.slice(this.#at, next);
    this.#astray &&= lastTopic(words) === undefined;
    const before = this.#scene;
    const scene = sceneAfter(words, before);
    // Who is named, and is not just another of those in passing, begins anew.
    this.#scene = scene.subject !== before.subject && !IN_PASSING.has(scene.subject.kind) ? { ...scene, aside: false } : scene;
    this.#elsewhen ||= isAnotherTime(words);
    this.#at = next;
  }

  /** What goes on without a subject is of the same body. */
  #turnTo(subject: Subject | undefined): void {
    if (!subject || subject.kind === 'unsaid') return;
    const { topic = 'requests' } = this.#scene;
    this.#scene = { ...this.#scene, subject, aside: IN_PASSING.has(subject.kind) && topic === 'requests' };
  }

  /** What `told` of `value` means behind the numbers before it; undefined where it is of a part of them only. */
  #toldAfter(told: Told, value: number | undefined): Told | undefined {
    return this.#part === value && isFinished(told) ? undefined : toldAfter(this.#last, told, value, this.#sum);
  }

  /** Adds a fact, unless it is of others or of another time. */
  #tell(meaning: Meaning, { subject, year = this.#scene.year }: Pick<Told, 'subject' | 'year'>, saying: Saying): void {
    const whose = this.#whose(meaning, subject);
    // The second number of a kind in a sentence is of somebody or something else; a result's, of what was carried in.
    const kind = `${meaning.replace('resultsOfReceived', 'results')} ${year}`;
    if (whose.kind === 'others' || this.#elsewhen || this.#parted.some((meanings) => meanings.test(meaning)) || this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#facts.push({ meaning, ...saying, year, subject: whose, ...(meaning.startsWith('results') ? { of: this.#scene.whole } : {}) });
  }

  #whose(meaning: Meaning, subject: Subject): Subject {
    if (subject.kind !== 'unsaid') return subject;
    // `市政府收到45件。已办结44件`: nobody is named who these could be of but those of the sentence before.
    const goesOn = this.opening.aside && this.#scene.aside && this.#scene.subject === this.opening.subject && OUTCOME.test(meaning);
    return goesOn ? OTHERS : this.#scene.subject;
  }
}

/** What results add up to, each counted where it is told first. */
function sumOf(results: ReadonlyMap<Phrase, Told>): number {
  const values = new Map<Meaning, number>();
  for (const [{ count }, { meaning }] of results) if (!values.has(meaning)) values.set(meaning, count.value ?? NaN);
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

function meaningOf(phrase: Phrase, scene: Scene, sentence: string): Told | undefined {
  if (phrase.count.unit === '元') return readFee(phrase);
  return CASES.has(phrase.count.unit) ? (readRequests(phrase, scene, sentence) ?? readRemedy(phrase, scene, sentence) ?? readDocuments(phrase, scene)) : undefined;
}
