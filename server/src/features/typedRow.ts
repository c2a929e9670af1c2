/**
 * The row that is being typed and the column that the caret is in, told from the text before the caret: a row that is not
 * complete has no cells yet. The line of the caret is read, and where each cell has a line of its own, the few lines above it.
 *
 * Rows of the same table show how many separators stand between a label and its first value. Where they don't agree nothing
 * is told.
 */
import type { Analysis } from '../analysis/analyse';
import { editionToWrite, EDITIONS, type RowSpec, type TableSpec, tableSpec } from '../editions';
import { type LabelMatch, matcherOf } from '../model/binding/labels';
import type { BoundTable } from '../model/types';
import { fold } from '../text/fold';
import { type Quantity, readQuantity } from '../text/quantity';
import { cellAt, sliceAt } from './cellAt';

export interface TypedRow {
  readonly table: TableSpec;
  readonly row: RowSpec;
  /** Index into the row's columns. */
  readonly column: number;
  /** Of the columns before it, as far as they are numbers or blank. */
  readonly before: readonly Quantity[];
  /** What is there of the cell itself. */
  readonly content: Quantity;
}

/** Undefined where `offset` is in no row, in a label, or behind the last cell. */
export function typedRow(analysis: Analysis, offset: number): TypedRow | undefined {
  return boundRow(analysis, offset) ?? unboundRow(analysis, offset);
}

/** A complete row. */
function boundRow(analysis: Analysis, offset: number): TypedRow | undefined {
  const place = cellAt(analysis, offset);
  if (!place) return undefined;
  const { table, cell } = place;
  const { cells } = table.row(cell.row.id)!;
  const column = cells.indexOf(cell);
  return { table: table.spec, row: cell.row, column, before: cells.slice(0, column).map(({ syntax }) => syntax.quantity), content: cell.syntax.quantity };
}

/** More than a row has on one line. */
const LONGEST_LINE = 400;

function unboundRow(analysis: Analysis, offset: number): TypedRow | undefined {
  const slice = sliceAt(analysis, offset);
  if (!slice) return undefined;
  const { start, syntax, model } = slice;
  const text = syntax.text.slice(syntax.heading?.span.end ?? 0, offset - start);
  const bound = model.tables.filter(({ table }) => table.section === syntax).map(({ table }) => table);
  const ids = EDITIONS[0]!.tables.filter(({ section }) => section === syntax.heading?.id && bound.length === 0).map(({ id }) => id);
  const specs = [...bound.map(({ spec }) => spec), ...ids.map((id) => tableSpec(id, editionToWrite(model.edition.id)))];
  for (const spec of specs) {
    const table = bound.find((own) => own.spec === spec);
    const typed = onOneLine(text, spec, table) ?? onLinesOfTheirOwn(text, spec, table);
    if (typed) return typed;
  }
  return undefined;
}

/** The lines of a text from the last one up; a line that no row is on ends them. */
class LinesAbove {
  #end: number;

  constructor(private readonly text: string) {
    this.#end = text.length;
  }

  next(): string | undefined {
    if (this.#end < 0) return undefined;
    const before = this.text.slice(Math.max(0, this.#end - LONGEST_LINE), this.#end);
    const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    if (from === 0 && this.#end > LONGEST_LINE) return undefined;
    const start = this.#end - before.length + from;
    this.#end = start - (this.text.slice(0, start).endsWith('\r\n') ? 2 : 1);
    return before.slice(from);
  }
}

const BAR = /[|｜│]/;

type Separator = 'bar' | 'tab' | 'space' | 'line';

/** A line up to the caret, cut into cells; the last one is where the caret is. */
interface CutLine {
  readonly cells: readonly string[];
  readonly separator: Separator;
}

function cut(line: string): CutLine {
  if (BAR.test(line)) {
    const cells = line.split(BAR);
    // A bar at the beginning frames the row.
    return { cells: cells[0]!.trim() === '' ? cells.slice(1) : cells, separator: 'bar' };
  }
  if (line.trimStart().includes('\t')) return { cells: line.split('\t'), separator: 'tab' };
  const tokens = [...line.matchAll(/\S+/g)];
  const words = tokens.findLastIndex(({ 0: token }) => quantityOf(token).kind === 'text');
  const label = words < 0 ? [] : [line.slice(0, tokens[words]!.index + tokens[words]![0].length)];
  const values = tokens.slice(words + 1).map(([token]) => token);
  return { cells: [...label, ...values, ...(/\s$/.test(line) ? [''] : [])], separator: 'space' };
}

const quantityOf = (cell: string): Quantity => readQuantity(fold(cell).trim());

/** `text` ends at the caret; `table`: as far as it is written. */
function onOneLine(text: string, spec: TableSpec, table: BoundTable | undefined): TypedRow | undefined {
  const above = new LinesAbove(text);
  const line = above.next();
  if (line === undefined) return undefined;
  const { cells, separator } = cut(line);
  if (spec.id === 'reviewAndLitigation') {
    const isRow = cells.length > 1 && cells.every((cell) => quantityOf(cell).kind !== 'text');
    return isRow && endsHeader(above) ? remedyRow(spec, cells) : undefined;
  }
  const label = cells.findLastIndex((cell) => rowNamed(cell, spec) !== undefined);
  const lead = leadIn(table, separator);
  if (label < 0 || label === cells.length - 1 || lead === undefined) return undefined;
  return typed(spec, rowNamed(cells[label]!, spec)!, cells.slice(label + 1 + lead));
}

/** A cell a line: the label stands above the cells before this one. */
function onLinesOfTheirOwn(text: string, spec: TableSpec, table: BoundTable | undefined): TypedRow | undefined {
  const above = new LinesAbove(text);
  const content = contentOf(above.next() ?? '…');
  if (quantityOf(content).kind === 'text') return undefined;
  const most = Math.max(...spec.rows.map(({ columns }) => columns.length)) * (spec.id === 'reviewAndLitigation' ? spec.rows.length : 2);
  const cells = [content];
  while (cells.length <= most) {
    const next = above.next();
    if (next === undefined) return undefined;
    const cell = contentOf(next);
    const row = rowNamed(cell, spec);
    const lead = row && leadIn(table, 'line');
    if (row) return lead === undefined ? undefined : typed(spec, row, cells.slice(lead));
    if (cell === '' && !/[\t|｜│]/.test(next)) return spec.id === 'reviewAndLitigation' && endsHeader(above) ? remedyRow(spec, cells) : undefined;
    if (quantityOf(cell).kind === 'text') return undefined;
    cells.unshift(cell);
  }
  return undefined;
}

const contentOf = (line: string): string => line.replace(/[|｜│]/g, ' ').trim();

/** A label that names a row without a doubt. */
function rowNamed(cell: string, spec: TableSpec): RowSpec | undefined {
  const match = matcherOf(spec).match(fold(cell).trim());
  return match && SURE.has(match.kind) ? spec.rows[match.row] : undefined;
}

const SURE: ReadonlySet<LabelMatch['kind']> = new Set<LabelMatch['kind']>(['exact', 'prefixed', 'tail']);

/** Whether the next line above that holds anything is the header of 表四. */
function endsHeader(above: LinesAbove): boolean {
  for (let line = above.next(); line !== undefined; line = above.next()) {
    const words = contentOf(line);
    if (/[^\s:-]/.test(words)) return /总\s?计$/.test(fold(words));
  }
  return false;
}

/** 表四 has its three rows beside each other. */
function remedyRow(spec: TableSpec, cells: readonly string[]): TypedRow | undefined {
  const width = spec.columns.length;
  const row = spec.rows[Math.floor((cells.length - 1) / width)];
  return row && typed(spec, row, cells.slice(spec.rows.indexOf(row) * width));
}

/** `cells`: those of the row, the last one where the caret is. */
function typed(table: TableSpec, row: RowSpec, cells: readonly string[]): TypedRow | undefined {
  const column = cells.length - 1;
  if (column < 0 || column >= row.columns.length) return undefined;
  return { table, row, column, before: cells.slice(0, -1).map(quantityOf), content: quantityOf(cells[column]!) };
}

const SEPARATORS: Readonly<Record<Exclude<Separator, 'space'>, RegExp>> = { bar: /[|｜│]/g, tab: /\t/g, line: /\r\n|\r|\n/g };

/** How many blank cells stand between the label and the first value, where all complete rows agree; 0 if there is none yet. */
function leadIn(table: BoundTable | undefined, separator: Separator): number | undefined {
  // A space ends a cell only where no other separator does.
  if (separator === 'space') return !table || table.layout === 'flow' ? 0 : undefined;
  let lead: number | undefined;
  for (const { label, cells } of table?.rows ?? []) {
    if (!label || cells.length === 0) continue;
    const own = (table!.section.text.slice(label.span.end, cells[0]!.syntax.span.start).match(SEPARATORS[separator])?.length ?? 0) - 1;
    // A row of another make says nothing about this one.
    if (own < 0) continue;
    if (lead !== undefined && lead !== own) return undefined;
    lead = own;
  }
  return lead ?? 0;
}
