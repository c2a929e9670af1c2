/**
 * Marks in test texts: `⟦…⟧` is a place that is expected to be reported, `⟦…⟧{table/row-total}` says by which rule, `$0` is
 * the cursor. Not `|` or carets: tables are made of bars, and carets don't line up under Chinese characters.
 */
import type { Span } from '../../server/src/text/span';

export interface Mark extends Span {
  readonly rule: string | undefined;
}

export interface Marked {
  /** The text without marks. */
  readonly text: string;
  /** In the order of their beginnings. */
  readonly marks: readonly Mark[];
  readonly cursor: number | undefined;
}

const TOKEN = /⟦|⟧(?:\{([a-z]+\/[a-z0-9-]+)\})?|\$0/g;

/** Reads the marks out of `source`. Throws where they do not match: a test with such a text tests nothing. */
export function readMarked(source: string): Marked {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  let cursor: number | undefined;
  let from = 0;
  for (const token of source.matchAll(TOKEN)) {
    text += source.slice(from, token.index);
    from = token.index + token[0].length;
    if (token[0] === '⟦') open.push(text.length);
    else if (token[0] === '$0') {
      if (cursor !== undefined) throw new Error('more than one $0');
      cursor = text.length;
    } else {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ at ${token.index}`);
      marks.push({ start, end: text.length, rule: token[1] });
    }
  }
  if (open.length > 0) throw new Error('⟦ without ⟧');
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text: text + source.slice(from), marks, cursor };
}

/** `text` with `spans` marked, for messages that a person compares; they are in order and do not overlap. */
export function writeMarked(text: string, spans: readonly Span[]): string {
  const tokens = spans.flatMap(({ start, end }) => [{ at: start, token: '⟦' }, { at: end, token: '⟧' }]);
  tokens.sort((a, b) => a.at - b.at);
  let marked = '';
  let from = 0;
  for (const { at, token } of tokens) {
    marked += text.slice(from, at) + token;
    from = at;
  }
  return marked + text.slice(from);
}
