/** The words and numbers of a table, apart from what is drawn around them. */
import { TAG } from '../../syntax/layouts/html';
import { ENTITY } from '../../syntax/layouts/layout';
import type { CellSyntax } from '../../syntax/types';
import { fold } from '../../text/fold';
import { lines } from '../../text/lines';

const ONLY_DRAWN = /^[\u2500-\u257f\s]+$/;

/** What stands in a cell, its pieces joined as they are read; nothing for what only draws a frame. */
export function rawOf(text: string, cell: CellSyntax): string {
  let raw = '';
  let read = 0;
  for (const { start, end } of cell.pieces ?? [cell.span]) {
    const gap = cell.text[read] === ' ' ? ' ' : '';
    raw += gap + text.slice(start, end);
    read += gap.length + end - start;
  }
  if (cell.quantity.kind === 'text' && ONLY_DRAWN.test(raw)) return '';
  return raw.replace(ENTITY, ' ');
}

const SEPARATOR = /[|｜│\u2500-\u257f]/g;

/** `text` without what only separates cells: rules, bars, tags, white space and line ends. */
export function contentOf(text: string, html: boolean): string {
  const own = (html ? withoutComments(text).replace(TAG, '') : text).replace(ENTITY, '');
  let content = '';
  for (const [start, end] of lines(own)) {
    const line = own.slice(start, end);
    if (isRule(line)) continue;
    const folded = fold(line);
    // What folds to a space has no width or is one.
    for (let i = 0; i < line.length; i++) if (folded[i] !== ' ') content += line[i]!;
  }
  return content.replace(SEPARATOR, '');
}

function withoutComments(html: string): string {
  const [last = '', ...before] = html.split('-->').reverse();
  return before.reverse().map((part) => (part.includes('<!--') ? part.slice(0, part.indexOf('<!--')) : part)).join('') + last;
}

const RULE = /^[\s|｜│:+=\u2500-\u257f-]+$/;

/** `|---|---|`, `+====+`, `├──┤`, and the longer `-----  ----` of tables without bars, where a short one is a blank mark. */
export function isRule(line: string): boolean {
  return RULE.test(line) && (/[|｜│+]/.test(line) ? /--|==|[\u2500-\u257f]{2}/.test(line) : /-{4}|[\u2500-\u257f]{4}/.test(line));
}
