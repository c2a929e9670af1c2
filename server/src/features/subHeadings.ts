/**
 * Headings below a section: `一、`, `（一）` and `1.` at the start of a line.
 *
 * Nothing but the mark tells them, and rows of tables have marks too: whoever asks leaves out the places of tables.
 */
import { lines } from '../text/lines';
import type { SectionSyntax } from '../syntax/types';
import { fold } from '../text/fold';
import { type Span, span } from '../text/span';
import { shortened } from '../text/shortened';
import { readable } from './readable';

export interface SubHeading {
  /** 0 for `一、`, 1 for `（一）`, 2 for `1.`. */
  readonly level: 0 | 1 | 2;
  /** Relative to the slice: from the mark to the end of the heading's words. */
  readonly span: Span;
  readonly name: string;
}

const MAX_NAME = 40;
const HAN = '[一二三四五六七八九十]{1,3}';
// Folded text. `1.5万元` is no heading, nor is `2021.`.
const MARK = new RegExp(`^\\s*(?:(${HAN}\\s*、)|(\\(${HAN}\\)(?:\\s*[、.])?)|\\d{1,2}\\s*[.、](?!\\d))\\s*(?=\\S)`);
/** What a line with a mark begins with, raw: nearly every line fails this test, and folding is left out. */
const MAY_BEGIN = /^\s*[一二三四五六七八九十⼀⼆⼋⼗(（0-9０-９]/;
/** Where the heading of a run-in paragraph ends. */
const END = /[。:;!?\t|]/;

const memo = new WeakMap<SectionSyntax, readonly SubHeading[]>();

/** The sub-headings of a slice, after its own heading, in order. Computed once for a slice. */
export function subHeadings(section: SectionSyntax): readonly SubHeading[] {
  let found = memo.get(section);
  if (!found) memo.set(section, (found = [...find(section)]));
  return found;
}

function* find({ text, heading }: SectionSyntax): Generator<SubHeading> {
  for (const [start, end] of lines(text, heading?.span.end ?? 0)) {
    const line = text.slice(start, end);
    if (!MAY_BEGIN.test(line)) continue;
    const folded = fold(line);
    const mark = MARK.exec(folded);
    if (!mark) continue;
    const words = mark[0].length;
    const stop = folded.slice(words).search(END);
    const to = stop < 0 ? folded.trimEnd().length : words + stop;
    if (to === words) continue;
    const from = mark[0].length - mark[0].trimStart().length;
    yield {
      level: mark[1] ? 0 : mark[2] ? 1 : 2,
      span: span(start + from, start + to),
      name: shortened(readable(line.slice(from, to)), MAX_NAME),
    };
  }
}
