/**
 * The cells of a table with as much white space around them as their layout needs: padding goes, and where bars separate the
 * cells, columns stand below each other. Nothing but white space changes, and the dashes of GitHub's rules.
 *
 * Tables whose columns are made of spaces, and what a program wrote (HTML, grids, boxes), are left as they are.
 */
import { rowsOf } from '../../syntax/rows';
import type { RowSyntax } from '../../syntax/types';
import { lines } from '../../text/lines';
import { type Edit, type Span, span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { isRule } from './cellText';
import { headerColumns } from '../binding/headerWords';
import { remembered } from '../remembered';
import { claimsOf, tableText } from './tableText';
import type { BoundTable } from '../types';

/** The edits that set `table` in order, relative to its slice; none where it is in order, can't be read or is not touched. */
export const alignTable = remembered((table: BoundTable): readonly Edit[] => {
  if (table.unreadable || table.deduced || table.rows.length === 0) return [];
  const { text } = table.section;
  const reach = tableText(table).span;
  const rows = rowsOf(table.section).filter((row) => row.span.start >= reach.start && row.span.end <= reach.end);
  const layouts = new Set(rows.map(({ layout }) => layout));
  if (layouts.has('pipe')) return BOX.test(text.slice(reach.start, reach.end)) ? [] : betweenBars(table, rows, reach);
  if (layouts.has('tab')) return rows.flatMap((row) => (row.layout === 'tab' ? betweenTabs(text, row) : []));
  return layouts.has('cell-per-line') ? onLines(text, rows) : [];
});

const BOX = /[\u2500-\u257f]/;
const BAR = /[|｜]/g;

/** The gap at `from` … `to` as it shall be; nothing if it is so. */
function gap(text: string, from: number, to: number, wanted: string): Edit[] {
  return text.slice(from, to) === wanted ? [] : [{ span: span(from, to), newText: wanted }];
}

/** Where the words in `text[from, to)` stand; of blanks, nothing at `from`. */
function wordsIn(text: string, from: number, to: number): Span {
  const raw = text.slice(from, to);
  const start = raw.trim() === '' ? from : to - raw.trimStart().length;
  return span(start, start + raw.trim().length);
}

/** A line with bars. */
interface BarLine {
  readonly span: Span;
  /** From bar to bar, without what stands before a first and behind a last one. */
  readonly cells: readonly Cell[];
  readonly barBefore: boolean;
  readonly barBehind: boolean;
  /** Of a row with values, the index of the first one. */
  readonly lead: number | undefined;
  readonly isRule: boolean;
}

interface Cell {
  /** Between the bars. */
  readonly room: Span;
  readonly words: Span;
}

function betweenBars(table: BoundTable, rows: readonly RowSyntax[], reach: Span): Edit[] {
  const { text } = table.section;
  const own = barLines(table, rows, reach);
  const columns = columnsOf(table, own);
  return own.flatMap((line) => (line.isRule ? ruleEdits(text, line, columns.widths) : lineEdits(text, line, columns.widthsIn(line))));
}

function barLines(table: BoundTable, rows: readonly RowSyntax[], reach: Span): BarLine[] {
  const { text } = table.section;
  const claims = claimsOf(table);
  const rowAt = new Map(rows.map((row) => [row.span.start, row]));
  return [...lines(text.slice(0, reach.end), reach.start)].flatMap(([start, end]): BarLine[] => {
    const line = text.slice(start, end);
    const row = rowAt.get(start);
    const cut = cutAtBars(text, start, end);
    if (!cut) return [];
    if (isRule(line)) return GITHUB_RULE.test(line) ? [{ ...cut, lead: undefined, isRule: true }] : [];
    // What the reader of the layout cut otherwise is not touched.
    if (row?.layout !== 'pipe' || row.cells.length !== cut.cells.length) return [];
    const lead = row.cells.findIndex((cell) => claims.get(cell)?.kind === 'value');
    return [{ ...cut, lead: lead < 0 ? undefined : lead, isRule: false }];
  });
}

/** `|---|:--:|`: a rule with a bar at each end. */
const GITHUB_RULE = /^\s*[|｜](?:\s*:?-+:?\s*[|｜])+\s*$/;

function cutAtBars(text: string, start: number, end: number): Pick<BarLine, 'span' | 'cells' | 'barBefore' | 'barBehind'> | undefined {
  const bars = [...text.slice(start, end).matchAll(BAR)].map(({ index }) => start + index);
  if (bars.length === 0) return undefined;
  const edges = [start - 1, ...bars, end];
  const cells = edges.slice(1).map((to, i): Cell => ({ room: span(edges[i]! + 1, to), words: wordsIn(text, edges[i]! + 1, to) }));
  // A bar at an end frames the row, as its reader has it; a lone cell is one, blank or not.
  const isBlank = ({ words }: Cell): boolean => words.end === words.start;
  const barBefore = isBlank(cells[0]!) && cells.length > 1;
  if (barBefore) cells.shift();
  const barBehind = isBlank(cells.at(-1)!) && cells.length > 1;
  if (barBehind) cells.pop();
  return { span: span(start, end), cells, barBefore, barBehind };
}

interface Columns {
  /** Of the whole table, where rows have their cells in the same columns. */
  readonly widths: readonly number[];
  /** How wide each cell of `line` is to be; 0: as wide as it is. */
  widthsIn(line: BarLine): readonly number[];
}

function columnsOf(table: BoundTable, own: readonly BarLine[]): Columns {
  const { text } = table.section;
  const width = ({ words }: Cell): number => displayWidth(text.slice(words.start, words.end));
  const leads = new Set(own.flatMap(({ lead }) => lead ?? []));
  const most = Math.max(0, ...own.map(({ cells }) => cells.length));
  const widest = (cells: readonly (readonly Cell[])[]): number[] => Array.from({ length: most }, (_, i) => Math.max(0, ...cells.map((line) => (line[i] ? width(line[i]) : 0))));
  if (leads.size === 1) {
    const [lead] = [...leads];
    const stands = new Set(own.filter((line) => !line.isRule && (line.lead !== undefined || line.cells.length === most || agrees(table, line, lead!))));
    const widths = widest([...stands].map(({ cells }) => cells));
    return { widths, widthsIn: (line) => (stands.has(line) ? widths : []) };
  }
  // Rows with one label and with two: values begin in the same column, labels share what is before it.
  const valued = own.filter(({ lead }) => lead !== undefined && lead > 0);
  const labels = ({ cells, lead }: BarLine): number => cells.slice(0, lead).reduce((sum, cell) => sum + width(cell), BETWEEN * (lead! - 1));
  const before = Math.max(0, ...valued.map(labels));
  const widths = widest(valued.map(({ cells, lead }) => cells.slice(lead)));
  return {
    widths: [],
    widthsIn: (line) => {
      if (line.lead === undefined || line.lead === 0) return [];
      const last = before - labels(line) + width(line.cells[line.lead - 1]!);
      return [...line.cells.slice(0, line.lead - 1).map(() => 0), last, ...widths];
    },
  };
}

/** A bar with a space on either side. */
const BETWEEN = 3;

/** Whether a row of words has its cells where the form has them; of other words nothing is known. */
function agrees({ section: { text }, spec }: BoundTable, { cells }: BarLine, lead: number): boolean {
  const written = cells.flatMap(({ words }, i) => (words.end > words.start ? [{ at: i - lead, word: text.slice(words.start, words.end) }] : []));
  const printed = headerColumns(written.map(({ word }) => word), spec);
  return !printed || written.every(({ at }, i) => at === printed[i]);
}

function lineEdits(text: string, { span: line, cells, barBefore, barBehind }: BarLine, widths: readonly number[]): Edit[] {
  const edits = barBefore ? gap(text, line.start, cells[0]!.room.start - 1, '') : [];
  cells.forEach(({ room, words }, i) => {
    const last = i === cells.length - 1;
    const spare = Math.max(0, (widths[i] ?? 0) - displayWidth(text.slice(words.start, words.end)));
    const before = i > 0 || barBefore ? ' ' : '';
    const behind = last && !barBehind ? '' : `${' '.repeat(spare)} `;
    if (words.end > words.start) edits.push(...gap(text, room.start, words.start, before), ...gap(text, words.end, room.end, behind));
    else edits.push(...gap(text, room.start, room.end, before + behind));
  });
  const end = cells.at(-1)!.room.end;
  return barBehind ? [...edits, ...gap(text, end + 1, line.end, '')] : edits;
}

/** Three dashes at least make a rule. */
const SHORTEST_RULE = 3;

function ruleEdits(text: string, { span: line, cells }: BarLine, widths: readonly number[]): Edit[] {
  const edits = gap(text, line.start, cells[0]!.room.start - 1, '');
  cells.forEach(({ room, words }, i) => {
    const mark = text.slice(words.start, words.end);
    const [left, right] = [mark.startsWith(':') ? ':' : '', mark.length > 1 && mark.endsWith(':') ? ':' : ''];
    const dashes = Math.max(SHORTEST_RULE, widths[i] ?? 0) - left.length - right.length;
    edits.push(...gap(text, room.start, room.end, ` ${left}${'-'.repeat(dashes)}${right} `));
  });
  return [...edits, ...gap(text, cells.at(-1)!.room.end + 1, line.end, '')];
}

/** Tabs stay: where they lead is the editor's affair. */
function betweenTabs(text: string, { span: { start, end } }: RowSyntax): Edit[] {
  const edges = [start - 1, ...[...text.slice(start, end).matchAll(/\t/g)].map(({ index }) => start + index), end];
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i]! + 1;
    const words = wordsIn(text, from, to);
    return [...gap(text, from, words.start, ''), ...gap(text, words.end, to, '')];
  });
}

/** Cells on lines of their own begin as most of them do; a blank one is the tab alone. */
function onLines(text: string, rows: readonly RowSyntax[]): Edit[] {
  const own = rows.flatMap((row) => (row.layout === 'cell-per-line' ? [...lines(text.slice(0, row.span.end), row.span.start)] : []));
  const indents = new Map<string, number>();
  for (const [start, end] of own) {
    const words = wordsIn(text, start, end);
    if (words.end > words.start) indents.set(text.slice(start, words.start), (indents.get(text.slice(start, words.start)) ?? 0) + 1);
  }
  const [indent] = [...indents].sort((a, b) => b[1] - a[1])[0] ?? [''];
  if (!indent.includes('\t')) return [];
  return own.flatMap(([start, end]) => {
    const words = wordsIn(text, start, end);
    return words.end > words.start ? [...gap(text, start, words.start, indent), ...gap(text, words.end, end, '')] : gap(text, start, end, indent);
  });
}
