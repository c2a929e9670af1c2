/** A stretch of text as it is read: folded, without blanks and line ends, with the way back to where it stands. */
import { foldedUnit, stringOf } from './fold';
import { lastFrom } from './search';
import { type Span, span } from './span';

export interface Squeezed {
  readonly text: string;
  /** The pieces between blanks, in order: where each begins in `text`, and where in the raw text. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
}

/** Squeezed text is put together here. */
let scratch = new Uint16Array(2048);

/**
 * `raw.slice(from, to)` squeezed; places are those of `raw`. For the neighbourhood of what was found by a cheap search:
 * PDF text breaks its lines anywhere and sets blanks beside numbers, and a person reads on.
 */
export function squeeze(raw: string, from = 0, to = raw.length): Squeezed {
  const start = Math.max(0, from);
  const end = Math.min(to, raw.length);
  if (scratch.length < end - start) scratch = new Uint16Array(end - start);
  const codes = scratch;
  const pieces: { at: number; offset: number }[] = [];
  let length = 0;
  let isBlank = true;
  for (let offset = start; offset < end; offset++) {
    const code = foldedUnit(raw.charCodeAt(offset));
    // Blanks of every other kind are folded to a space.
    if (code === 0x20 || code === 0x0a || code === 0x0d) {
      isBlank = true;
      continue;
    }
    if (isBlank) pieces.push({ at: length, offset });
    isBlank = false;
    codes[length++] = code;
  }
  return { text: stringOf(codes.subarray(0, length)), pieces };
}

/** Where `text.slice(from, to)`, which is not empty, stands in the raw text. */
export function placeOf({ pieces }: Squeezed, from: number, to: number): Span {
  return span(offsetOf(pieces, from), offsetOf(pieces, to - 1) + 1);
}

function offsetOf(pieces: Squeezed['pieces'], index: number): number {
  const { at, offset } = pieces[lastFrom(pieces, index, (piece) => piece.at)]!;
  return offset + index - at;
}
