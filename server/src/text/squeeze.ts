/** A stretch of text as it is read: folded, without blanks and line ends, with the way back to where it stands. */
import { fold } from './fold';
import { type Span, span } from './span';

export interface Squeezed {
  readonly text: string;
  /** The pieces between blanks, in order: where each begins in `text`, and where in the raw text. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
}

const PIECE = /\S+/g;

/**
 * `raw.slice(from, to)` squeezed; places are those of `raw`. For the neighbourhood of what was found by a cheap search:
 * PDF text breaks its lines anywhere and sets blanks beside numbers, and a person reads on.
 */
export function squeeze(raw: string, from = 0, to = raw.length): Squeezed {
  const start = Math.max(0, from);
  const folded = fold(raw.slice(start, to));
  const pieces: { at: number; offset: number }[] = [];
  let text = '';
  for (const { 0: piece, index } of folded.matchAll(PIECE)) {
    pieces.push({ at: text.length, offset: start + index });
    text += piece;
  }
  return { text, pieces };
}

/** Where `text.slice(from, to)`, which is not empty, stands in the raw text. */
export function placeOf({ pieces }: Squeezed, from: number, to: number): Span {
  return span(offsetOf(pieces, from), offsetOf(pieces, to - 1) + 1);
}

function offsetOf(pieces: Squeezed['pieces'], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!.offset + index - pieces[low]!.at;
}
