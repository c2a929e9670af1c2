/** The running text of a slice in sentences. Every character knows its place in the slice. */
import type { SectionSyntax } from '../../syntax/types';
import { type Span, span } from '../../text/span';
import { runningText } from './runningText';

/** A sentence without its full stop, or a line that is not joined with the next; what stands in a cell is alone, too. */
export interface Sentence {
  readonly text: string;
  /** Where `text[from, to)`, which is not empty, stands in the slice. */
  place(from: number, to: number): Span;
}

/** One character. */
const END = /[。！？!?\n]|\.(?!\d)/g;

/** The sentences of a slice after its heading and outside `tables`, which are in order, in order. */
export function sentencesOf({ text: raw, heading }: SectionSyntax, tables: readonly Span[]): Sentence[] {
  const { text, placeOf } = runningText(raw, heading?.span.end ?? 0, tables);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = start;
    if (end > from) sentences.push({ text: text.slice(from, end), place: (a, b) => span(placeOf(from + a), placeOf(from + b - 1) + 1) });
    start = end + 1;
  };
  for (END.lastIndex = 0; END.test(text); ) close(END.lastIndex - 1);
  close(text.length);
  return sentences;
}
