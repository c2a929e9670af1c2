/** Lines, as LSP counts them: they end in `\n`, `\r\n` or `\r`, and in nothing else. */

const CARRIAGE_RETURN = 0x0d;

/**
 * Goes from line to line: `for (const line = new LineCursor(text); line.next(); )`. Every text is walked through several
 * times; an object a line would be most of what a walk costs.
 */
export class LineCursor {
  /** The line is `text.slice(start, end)`, without its end. */
  start: number;
  end: number;
  #next: number;
  /** The first newline at or after the next line; the length of the text where there is none. */
  #newline = -1;

  constructor(
    private readonly text: string,
    from = 0,
  ) {
    this.start = this.end = this.#next = from;
  }

  /** Whether there is another line; an empty one after the last line end is none. */
  next(): boolean {
    const { text } = this;
    const start = this.#next;
    if (start >= text.length) return false;
    if (this.#newline < start) {
      const newline = text.indexOf('\n', start);
      this.#newline = newline < 0 ? text.length : newline;
    }
    // Looked for in this line alone: most texts have none, and the rest of a long one would be searched for nothing.
    let end = start;
    while (end < this.#newline && text.charCodeAt(end) !== CARRIAGE_RETURN) end++;
    this.start = start;
    this.end = end;
    this.#next = end + (end + 1 === this.#newline ? 2 : 1);
    return true;
  }
}

/** Lines from `from` on as [start, end). */
export function* lines(text: string, from = 0): Generator<readonly [number, number]> {
  for (const line = new LineCursor(text, from); line.next(); ) yield [line.start, line.end];
}

/** Start of the line that `offset` is in. */
export function lineStart(text: string, offset: number): number {
  let at = Math.max(0, offset);
  while (!isLineStart(text, at)) at--;
  return at;
}

/** Where the line begins that comes after the one whose text ends at `end`; the end of the text where there is none. */
export function nextLineStart(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** Start of the line after the one that `offset` is in, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return Math.min(text.length, at + 1);
}

export function isLineStart(text: string, offset: number): boolean {
  const before = offset === 0 ? 0x0a : text.charCodeAt(offset - 1);
  return before === 0x0a || before === 0x0d;
}

/** Start of the line before the one that starts at `offset`; the first has none before it. */
export function previousLine(text: string, offset: number): number {
  const isPair = text[offset - 1] === '\n' && text[offset - 2] === '\r';
  return lineStart(text, offset - (isPair ? 2 : 1));
}

/** End of the line that `offset` is in, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

/** Where the line ends that comes after the one that ends at `end`; the end of the text where there is none. */
export function nextLineEnd(text: string, end: number): number {
  return lineEnd(text, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** The line end a text uses. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
