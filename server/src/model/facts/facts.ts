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
import { type Denial, denialsIn } from './absences';
import { type Count, countsIn } from './counts';
import { listsIn } from './lists';
import { type Numbers, sharesOf } from './shares';
import { type Phrase, phrasesIn } from './phrases';
import { opensPart, OPENING, sameScene, type Scene } from './scene';
import { readSentence, type Said } from './sentenceReading';
import { sentencesOf } from './sentences';
import { IN_PASSING, opensItem, type Subject, subjectOfItem, voiceOf } from './subject';
import type { Fact, PartList } from './types';

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
  /** Who was spoken of before an item that begins with the name of a body, to the end of that. */
  let beforeItem: Subject | undefined;
  let isNumber = false;
  let before: Numbers | undefined;
  sentences.forEach((sentence, index) => {
    const isNumbered = isNumber;
    isNumber = BARE_NUMBER.test(sentence.text);
    if (beforeItem && (isNumber || opensItem(sentence.text))) {
      scene = { ...scene, subject: beforeItem };
      beforeItem = undefined;
    }
    if (isNumber) return;
    const own = wordingOf(sentence.text);
    if (own.opensPart) beforeItem = undefined;
    const opened = own.opensPart ? OPENING : scene;
    const ofItem = own.counts.length === 0 ? subjectOfItem(sentence.text, isNumbered) : undefined;
    if (ofItem) {
      beforeItem = opened.subject;
      scene = { ...opened, subject: ofItem };
      return;
    }
    const heard = hear(sentence.text, own, opened);
    scene = heard.end;
    for (const { from, to, ...fact } of heard.facts) facts.push({ ...fact, span: sentence.place(from, to) });
    if (own.counts.length > 0) {
      const told = listsIn(sentence, own.counts, sentences[index + 1]);
      const shares = told.length === 0 ? sharesOf({ sentence, counts: own.counts }, before) : undefined;
      lists.push(...told, ...(shares ? [shares] : []));
    }
    before = { sentence, counts: own.counts };
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
  const { facts, end } = readSentence(text, wording.phrases, wording.denials, opening);
  // Another agency is spoken of in its own sentence only.
  return (wording.heard = { opening, facts, end: IN_PASSING.has(end.subject.kind) ? { ...end, subject: opening.subject } : end });
}
