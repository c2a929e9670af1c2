/** A readable table in another layout, as one edit of the text it stands in. */
import { rowsOf } from '../../syntax/rows';
import { isLineStart, nextLineEnd, previousLine } from '../../text/lines';
import type { Edit, Span } from '../../text/span';
import { contentOf } from './cellText';
import { gridOf, writeRows, type WritableLayout, type WrittenRow } from './render';
import { type Part, tableText } from './tableText';
import type { BoundTable } from '../types';

/** The layouts that a table can be converted to: those that keep a blank cell. */
export const TARGET_LAYOUTS = ['pipe', 'tab', 'cell-per-line', 'github', 'aligned'] as const satisfies readonly WritableLayout[];
export type TargetLayout = (typeof TARGET_LAYOUTS)[number];

/**
 * Why a table is not converted. `unreadable`: no cell can be told. `rows`: not every row can. `stray`: a number is no row's.
 * `deduced`: its numbers are not told apart by the text. `separator`: a cell holds what would separate cells. `outside`: words
 * stand in no cell. `changed`: it would be read otherwise.
 */
export type Refusal = 'unreadable' | 'rows' | 'stray' | 'deduced' | 'separator' | 'outside' | 'changed';

export type Conversion = { readonly kind: 'edit'; readonly edit: Edit } | { readonly kind: 'refused'; readonly why: Refusal };

const refused = (why: Refusal): Conversion => ({ kind: 'refused', why });

/** `table` in `layout`; the edit is relative to its slice. That the result is read alike is for the caller to prove. */
export function convertTable(table: BoundTable, layout: TargetLayout, eol: string): Conversion {
  const cannot = refusalOf(table);
  if (cannot) return refused(cannot);
  const { text } = table.section;
  const { span, parts, stray } = tableText(table);
  if (stray) return refused('stray');
  if (parts.some((part) => part.kind === 'row' && [...part.row.words, ...part.row.values].some((cell) => SEPARATORS.test(cell)))) return refused('separator');
  const before = text.slice(span.start, span.end);
  const after = write(parts, text, layout, eol);
  const html = table.rows.some((row) => row.layout === 'html');
  if (!sameContent(contentOf(before, html), contentOf(after, false), table)) return refused('outside');
  return { kind: 'edit', edit: { span, newText: inPlace(text, span, after, layout, eol) } };
}

/** Why `table` can't be converted to any layout; undefined if nothing is against it yet. */
export function refusalOf({ unreadable, rows, unknown, deduced }: BoundTable): Refusal | undefined {
  if (unreadable) return 'unreadable';
  if (unknown.length > 0 || rows.some(({ cells }) => cells.length === 0)) return 'rows';
  return deduced ? 'deduced' : undefined;
}

const SEPARATORS = /[|｜│\t\r\n]/;

/** The rows in `layout`, and between them the lines that are none, without a line end after the last. */
function write(parts: readonly Part[], text: string, layout: TargetLayout, eol: string): string {
  const rows = parts.flatMap((part) => (part.kind === 'row' ? [part.row] : []));
  const grid = gridOf(rows);
  let written = '';
  let block: WrittenRow[] = [];
  const endBlock = (): void => {
    if (block.length > 0) written += writeRows(block, layout, eol, grid);
    block = [];
  };
  const blank = (): void => {
    if (written !== '' && !written.endsWith(eol + eol)) written += eol;
  };
  parts.forEach((part, i) => {
    if (part.kind === 'row') {
      block.push(part.row);
      return;
    }
    endBlock();
    if ((layout === 'github' && parts[i - 1]?.kind === 'row') || isBlankBefore(text, part.span.start)) blank();
    written += text.slice(part.span.start, part.span.end) + eol;
    if (parts[i + 1]?.kind === 'row' && (layout === 'github' || isBlankAfter(text, part.span.end))) blank();
  });
  endBlock();
  return written.replace(/(?<![\r\n])[\r\n]+$/, '');
}

/** Whether the line before the one that starts at `offset` is blank. */
function isBlankBefore(text: string, offset: number): boolean {
  const before = previousLine(text, offset);
  return before < offset && text.slice(before, offset).trim() === '';
}

/** Whether the line after the one that ends at `offset` is blank. */
function isBlankAfter(text: string, offset: number): boolean {
  const next = nextLineEnd(text, offset);
  return next < text.length && text.slice(offset, next).trim() === '';
}

/** `after` as it is put in the place of the span: on lines of its own, and GitHub's tables between blank lines. */
function inPlace(text: string, { start, end }: Span, after: string, layout: TargetLayout, eol: string): string {
  const apart = layout === 'github' ? eol : '';
  const lead = isLineStart(text, start) ? (start > 0 && !isBlankBefore(text, start) ? apart : '') : eol + apart;
  // A slice may end in the middle of a line.
  const tail = end === text.length ? eol + apart : isBlankAfter(text, end) ? '' : apart;
  return lead + after + tail;
}

/** Cells in pieces may stand beside each other, line by line: what is put together then changes the order of characters. */
function sameContent(before: string, after: string, { section }: BoundTable): boolean {
  if (before === after) return true;
  const beside = rowsOf(section).some(({ cells }) => cells.some(({ pieces }) => pieces));
  return beside && [...before].sort().join('') === [...after].sort().join('');
}
