/** Edits of cells and rows that keep the layout they stand in. */
import { bindTable } from '../model/binding/bind';
import { allCells } from '../model/binding/boundTable';
import type { BoundCell, BoundTable } from '../model/types';
import { writtenLayout } from '../model/writing/writtenLayout';
import type { LayoutId } from '../syntax/types';
import { emphasisOf } from '../text/markdown';
import { type Edit, type Span, span } from '../text/span';
import { displayWidth, padded } from '../text/width';

/** Layouts whose separators show where a blank cell is, so that it can be filled or removed. */
const SEPARATED: ReadonlySet<LayoutId> = new Set<LayoutId>(['pipe', 'tab', 'cell-per-line']);

export function isSeparated(layout: LayoutId): boolean {
  return SEPARATED.has(layout);
}

/** Writes `content` into a cell; undefined where the cell is not one piece of text or its place can't be told. */
export function writeCell(table: BoundTable, cell: BoundCell, content: string): Edit | undefined {
  const { text } = table.section;
  const { start, end } = cell.syntax.span;
  const layout = table.row(cell.row.id)!.layout;
  if (end > start) {
    if (/[\r\n|\t]/.test(text.slice(start, end))) return undefined;
    return rewritten(table, layout, cell.syntax.span, content);
  }
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

/** Writes `content` in the place of `cell`, its words; undefined where its column is told by its place alone, and is too narrow. What is bold stays so. */
export function rewritten(table: BoundTable, layout: LayoutId, cell: Span, content: string): Edit | undefined {
  const { text } = table.section;
  const marks = emphasisOf(text.slice(cell.start, cell.end));
  const own = span(cell.start + marks, cell.end - marks);
  const inColumns = standsInColumns(table, layout, own);
  // In text set in columns nobody says how wide a Chinese character was taken to be, nor so what stands below one.
  if (layout === 'flow' && inColumns) {
    if (displayWidth(text.slice(own.start, own.end)) > own.end - own.start) return undefined;
    return [true, false].map((middle) => inColumn(text, own, content, middle)).find((edit) => keepsOthers(table, own, edit));
  }
  const edit = inColumns ? inColumn(text, own, content, false) : { span: span(own.start, own.end), newText: content };
  return layout === 'ruled' && displayWidth(edit.newText) > displayWidth(text.slice(edit.span.start, edit.span.end)) ? undefined : edit;
}

/** Whether every cell outside `own` is read with `edit` as it is without: in text set in columns a blank more or less may move all of them. */
function keepsOthers(table: BoundTable, own: Span, { span: { start, end }, newText }: Edit): boolean {
  const { section, spec } = table;
  const after = bindTable({ ...section, text: section.text.slice(0, start) + newText + section.text.slice(end) }, spec.id, spec.edition);
  const isOwn = ({ syntax }: BoundCell): boolean => syntax.span.start < own.end && own.start < syntax.span.end;
  return allCells(table).every((cell) => isOwn(cell) || after?.cell(cell.row.id, cell.column.id)?.value === cell.value);
}

/** Whether the column of `own` is told, or shown, by its place on the line: in some layouts, and where two spaces or more stand beside it. */
function standsInColumns(table: BoundTable, layout: LayoutId, { start, end }: Span): boolean {
  const { text } = table.section;
  return layout === 'ruled' || layout === 'grid' || (layout === 'flow' ? text.startsWith('  ', end) || text.startsWith('  ', start - 2) : writtenLayout(table) === 'aligned');
}

/**
 * Writes `content` in the place of `own`, with as many spaces as keep what follows it on the line where it stands: behind it, or half of
 * them before it where it shall stand in the `middle`, as it does below the words of a head. A head that is narrower than the number was may
 * stand to the left of its middle.
 */
function inColumn(text: string, own: Span, content: string, middle: boolean): Edit {
  const [rest] = /^[^\r\n]*/.exec(text.slice(own.end))!;
  const width = displayWidth(text.slice(own.start, own.end));
  const before = middle ? Math.max(0, width - displayWidth(content)) >> 1 : 0;
  const written = ' '.repeat(before) + content;
  if (rest.trim() === '') return { span: span(own.start, own.end), newText: written };
  const spare = /^ */.exec(rest)![0].length - 1;
  const taken = Math.max(0, Math.min(displayWidth(content) - width, spare));
  return { span: span(own.start, own.end + taken), newText: padded(written, width) };
}

/** Removes a blank cell together with the separator after it. */
export function removeBlank(text: string, layout: LayoutId, blank: Span): Edit | undefined {
  const rest = text.slice(blank.start);
  const pattern = layout === 'cell-per-line' ? /^[^\r\n]*(?:\r\n|\r|\n)/ : layout === 'tab' ? /^[^\t\r\n]*\t/ : layout === 'pipe' ? /^[^|｜│\r\n]*[|｜│]/ : undefined;
  const found = pattern?.exec(rest);
  return found ? { span: span(blank.start, blank.start + found[0].length), newText: '' } : undefined;
}
