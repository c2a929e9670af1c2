/** Edits of cells and rows that keep the layout they stand in. */
import type { BoundCell, BoundTable } from '../model/types';
import type { LayoutId } from '../syntax/types';
import { type Edit, type Span, span } from '../text/span';

/** Layouts whose separators show where a blank cell is, so that it can be filled or removed. */
const SEPARATED: ReadonlySet<LayoutId> = new Set<LayoutId>(['pipe', 'tab', 'cell-per-line']);

export function isSeparated(layout: LayoutId): boolean {
  return SEPARATED.has(layout);
}

/** Writes `content` into a cell; undefined where the cell is not one piece of text or its place can't be told. */
export function writeCell(table: BoundTable, cell: BoundCell, content: string): Edit | undefined {
  const { text } = table.section;
  const { start, end } = cell.syntax.span;
  if (end > start) return /[\r\n|\t]/.test(text.slice(start, end)) ? undefined : { span: span(start, end), newText: content };
  const layout = table.row(cell.row.id)?.layout ?? table.layout;
  if (layout === 'tab') return { span: span(start, start), newText: content };
  if (layout === 'cell-per-line') {
    const after = start + /^[\t ]*/.exec(text.slice(start))![0].length;
    return { span: span(after, after), newText: content };
  }
  if (layout !== 'pipe') return undefined;
  // As many characters as there are, so that columns which stand below each other stay so.
  const spaces = Math.min(/^ */.exec(text.slice(start))![0].length, content.length + 2);
  return { span: span(start, start + spaces), newText: ` ${content} ` };
}

/** Removes a blank cell together with the separator after it. */
export function removeBlank(text: string, layout: LayoutId, blank: Span): Edit | undefined {
  const rest = text.slice(blank.start);
  const pattern = layout === 'cell-per-line' ? /^[^\r\n]*(?:\r\n|\r|\n)/ : layout === 'tab' ? /^[^\t\r\n]*\t/ : layout === 'pipe' ? /^[^|｜│\r\n]*[|｜│]/ : undefined;
  const found = pattern?.exec(rest);
  return found ? { span: span(blank.start, blank.start + found[0].length), newText: '' } : undefined;
}

/** The line end a text uses. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** End of the line that `offset` is in, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}
