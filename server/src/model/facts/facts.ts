/**
 * A slice → what its running text tells.
 *
 * Sentence by sentence, number by number: the words round a number say what it counts, the words before it of whom and of
 * which year. Each number is looked at once, with the few words about it: the work grows with the text and no faster.
 */
import type { SectionSyntax } from '../../syntax/types';
import { byText } from '../../text/recent';
import type { Span } from '../../text/span';
import { remembered } from '../remembered';
import type { BoundTable, ReportModel } from '../types';
import { type Denial, denialsIn, readAbsence } from './absences';
import { type Counted, isFinished, opensClass, toldAfter } from './afterOthers';
import { type Count, countsIn } from './counts';
import { readDocuments } from './documents';
import { readFee } from './fees';
import { listsIn } from './lists';
import { type Phrase, phrasesIn } from './phrases';
import { sentencesOf } from './sentences';
import { otherCasesIn, readRemedy, readRemedyResults } from './remedies';
import { countsWhole, othersIn, readRequests, readResults } from './requests';
import { isAnotherTime, lastTopic, opensPart, OPENING, sameScene, type Scene, sceneAfter } from './scene';
import { IN_PASSING, OTHERS, type Subject, subjectBefore, voiceOf } from './subject';
import type { Fact, Meaning, PartList, Told } from './types';
import { ADVERB, madeOf } from './words';

export interface Telling {
  readonly facts: readonly Fact[];
  readonly lists: readonly PartList[];
  /** How the text speaks of the agency that reports. */
  readonly voice: Subject | undefined;
}

export interface PlacedTelling {
  /** Offset of the slice in the report. */
  readonly start: number;
  readonly telling: Telling;
}

/** Without one of these there is nothing that is understood; a radical for a character (⽂, ⽆) is not in the way. */
const MAY_TELL = /申请|申請|复议|復議|诉讼|訴訟|规章|規章|规范|規範|处理费|處理費|[\d０-９]\s{0,3}[条條件个篇份]/;
const NOTHING: Telling = { facts: [], lists: [], voice: undefined };

const tellings = new WeakMap<SectionSyntax, { readonly tables: readonly BoundTable[]; readonly telling: Telling }>();

/** What each slice of a report tells outside the report's tables. Computed once for a report. */
export const toldOf = remembered(({ slices, tables }: ReportModel): readonly PlacedTelling[] =>
  slices.map(({ start, syntax }) => ({ start, telling: toldIn(syntax, tables.flatMap((own) => (own.start === start ? [own.table] : []))) })),
);

/** What the slice tells outside `tables`. Computed once for a slice, as long as its tables are the same. */
export function toldIn(section: SectionSyntax, tables: readonly BoundTable[]): Telling {
  const known = tellings.get(section);
  if (known?.tables.length === tables.length && known.tables.every((table, i) => table === tables[i])) return known.telling;
  const telling = MAY_TELL.test(section.text) ? read(section, tables.map((table) => table.span).sort((a, b) => a.start - b.start)) : NOTHING;
  tellings.set(section, { tables, telling });
  return telling;
}

function read(section: SectionSyntax, tables: readonly Span[]): Telling {
  const sentences = sentencesOf(section, tables);
  const facts: Fact[] = [];
  const lists: PartList[] = [];
  let voice: Subject | undefined;
  let scene = OPENING;
  sentences.forEach((sentence, index) => {
    if (BARE_NUMBER.test(sentence.text)) return;
    const own = wordingOf(sentence.text);
    const opened = own.opensPart ? OPENING : scene;
    const heard = hear(sentence.text, own, opened);
    scene = heard.end;
    for (const { from, to, ...fact } of heard.facts) facts.push({ ...fact, span: sentence.place(from, to) });
    if (own.counts.length > 0) lists.push(...listsIn(sentence, own.counts, sentences[index + 1]));
    voice ??= own.voice;
  });
  return { facts, lists, voice };
}

/** A cell of a table: it tells nothing by itself. */
const BARE_NUMBER = /^[\d.,%-]+$/;

/** What a sentence says wherever it stands, and what it was heard to tell where it stood last. */
interface Wording {
  readonly opensPart: boolean;
  readonly voice: Subject | undefined;
  readonly counts: readonly Count[];
  readonly phrases: readonly Phrase[];
  readonly denials: readonly Denial[];
  heard?: Heard;
}

/** A fact with its place in its sentence. */
type Said = Omit<Fact, 'span'> & { readonly from: number; readonly to: number };

interface Heard {
  readonly opening: Scene;
  readonly facts: readonly Said[];
  readonly end: Scene;
}

/** Sentences of late: an edit leaves most of its slice as it was, and forms and cells say the same everywhere. */
const wordingOf = byText(4096, 300, (text): Wording => {
  const counts = countsIn(text);
  return { opensPart: opensPart(text), voice: voiceOf(text), counts, phrases: phrasesIn(text, counts), denials: denialsIn(text) };
});

/** What `text` tells after `opening`. */
function hear(text: string, wording: Wording, opening: Scene): Heard {
  const before = wording.heard;
  if (before && sameScene(before.opening, opening)) return before;
  const facts: Said[] = [];
  const end = readSentence(text, wording, opening, facts);
  // Another agency is spoken of in its own sentence only.
  return (wording.heard = { opening, facts, end: IN_PASSING.has(end.subject.kind) ? { ...end, subject: opening.subject } : end });
}

/** Units of requests, cases and documents; 人次 and 件次 count something else. */
const CASES = new Set(['件', '份', '宗', '起', '条', '例', '封', '个', '项', '部', '']);
/**
 * Words of a sentence beside which some meanings are not the reporter's whole: in time beside late, newly made beside changed;
 * an authority decides the cases of others; what each of several years is told of is not this one's.
 */
const PARTED: readonly (readonly [words: RegExp, meanings: RegExp])[] = [
  [/(?:延期|逾期|超期)(?:办结|答复|办理)?了?\d/, /^(?:answered|processed)/],
  [/修[改订][^,，;；()]{0,12}\d/, /\.issued$/],
  [/\d[件宗份条个]?(?:申请)?\((?:20\d\d年度?[^()\d]{0,4}\d+[件宗份条个]?[、,]){1,9}20\d\d年/, /^(?:received|requests|handled|processed|answered)/],
  [/作为(?:行政)?复议机关/, /^(?:reconsideration|remedies)|[lL]itigation/],
];
const INCOME = /^(?:received|requests|handled)$/;
/** What became of requests that were told before. */
const OUTCOME = /^(?:processed|answered|carriedOut|results)/;
/** An object behind its number is short: `35件申请`. */
const OBJECT = 24;

/** Adds the facts of the sentence `text` to `facts`; the scene at its end. */
function readSentence(text: string, { phrases, denials }: Wording, opening: Scene, facts: Said[]): Scene {
  const ofRequests = readResults(text, phrases);
  const results = new Map([...ofRequests, ...(opening.disclosure || /公开|信息/.test(text) ? readRemedyResults(text, phrases) : [])]);
  const sum = sumOf(ofRequests);
  const said = new Set<string>();
  const parted = PARTED.filter(([words]) => words.test(text));
  let scene = opening;
  let elsewhen = false;
  let astray = false;
  let last: Counted | undefined;
  let part: number | undefined;
  let at = 0;
  const walkTo = (next: number): void => {
    const words = text.slice(at, next);
    astray &&= lastTopic(words) === undefined;
    const { subject } = scene;
    scene = sceneAfter(words, scene);
    // Who is named, and is not just another of those in passing, begins anew.
    if (scene.subject !== subject && !IN_PASSING.has(scene.subject.kind)) scene = { ...scene, aside: false };
    elsewhen ||= isAnotherTime(words);
    at = next;
  };
  // What goes on without a subject is of the same body.
  const turnTo = (subject: Subject | undefined): void => {
    if (subject && subject.kind !== 'unsaid') scene = { ...scene, subject, aside: IN_PASSING.has(subject.kind) && (scene.topic ?? 'requests') === 'requests' };
  };
  const add = (meaning: Meaning, { subject, year }: Pick<Told, 'subject' | 'year'>, fact: Pick<Said, 'value' | 'from' | 'to' | 'said' | 'writing'>): void => {
    const own = year ?? scene.year;
    // `市政府收到45件。已办结44件`: nobody is named who these could be of but those of the sentence before.
    const goesOn = opening.aside && scene.aside && scene.subject === opening.subject && OUTCOME.test(meaning);
    const whose = subject.kind !== 'unsaid' ? subject : goesOn ? OTHERS : scene.subject;
    // The second number of a kind in a sentence is of somebody or something else; a result's, of what was carried in.
    const kind = `${meaning.replace('resultsOfReceived', 'results')} ${own}`;
    if (whose.kind === 'others' || elsewhen || parted.some(([, meanings]) => meanings.test(meaning)) || said.has(kind)) return;
    said.add(kind);
    facts.push({ meaning, ...fact, year: own, subject: whose, ...(meaning.startsWith('results') ? { of: scene.whole } : {}) });
  };
  for (const next of inOrder(phrases, denials)) {
    if ('what' in next) {
      walkTo(next.start);
      turnTo(subjectBefore(text, next.start - next.before.length));
      const absence = readAbsence(next, scene);
      const fact = { value: 0, from: next.start, to: next.end, said: next.before + text.slice(next.start, next.end), writing: 'words' } as const;
      for (const meaning of absence?.meanings ?? []) add(meaning, absence!, fact);
      turnTo(absence?.subject);
    } else {
      const { count, start, before, after } = next;
      walkTo(count.start);
      turnTo(subjectBefore(text, start));
      const result = results.get(next);
      const read: Told | undefined = result ?? readPhrase(next, astray ? { ...scene, topic: 'elsewhere' } : scene, text);
      const told: Told | undefined = read && (part === count.value && isFinished(read) ? undefined : toldAfter(last, read, count.value, sum));
      if (read && !result) last = { meaning: read.meaning, value: count.value };
      // What comes in without a word of whose it is, is the reporter's again.
      if (told?.subject.kind === 'unsaid' && INCOME.test(told.meaning) && scene.subject === opening.subject) scene = { ...scene, aside: false };
      // `其中8件涉及征地，答复8件`
      if (!read) part = before.includes('其中') && CASES.has(count.unit) ? count.value : part;
      // The sentence may go on with things of which nothing is known: `承办督办件30件，办结30件`.
      astray ||= !read && !/申请|公开/.test(before + after) && !madeOf(before, ADVERB);
      if (!result && countsWhole(next, scene)) scene = { ...scene, whole: count.value };
      const end = count.after + (after.length > OBJECT ? 0 : after.length);
      if (told && count.value !== undefined) add(told.meaning, told, { value: count.value, from: count.start, to: count.end, said: text.slice(start, end), writing: count.writing });
      if (!result) turnTo(told?.subject ?? othersIn(next, scene) ?? otherCasesIn(next, text) ?? (opensClass(before + after, text, said.size > 0) ? OTHERS : undefined));
    }
  }
  walkTo(text.length);
  return scene;
}

/** What results add up to, each counted where it is told first. */
function sumOf(results: ReadonlyMap<Phrase, Told>): number {
  const values = new Map<Meaning, number>();
  for (const [{ count }, { meaning }] of results) if (!values.has(meaning)) values.set(meaning, count.value ?? NaN);
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}

function readPhrase(phrase: Phrase, scene: Scene, sentence: string): Told | undefined {
  if (phrase.count.unit === '元') return readFee(phrase);
  return CASES.has(phrase.count.unit) ? (readRequests(phrase, scene, sentence) ?? readRemedy(phrase, scene, sentence) ?? readDocuments(phrase, scene)) : undefined;
}

function inOrder(phrases: readonly Phrase[], denials: readonly Denial[]): (Phrase | Denial)[] {
  const place = (own: Phrase | Denial): number => ('what' in own ? own.start : own.count.start);
  return [...phrases, ...denials].sort((a, b) => place(a) - place(b));
}
