/**
 * Columns below a rule of dashes (`----- --- -----`), as pandoc writes simple tables. The dashes say where a column begins and
 * ends; a line that goes over a border is not of the table. Rows are lines or, where blank lines stand between them, blocks.
 */
import type { CellSyntax, RowSyntax } from '../types';
import { rowsOfBlock } from './block';
import { flow } from './flow';
import { cellAt, isBlankLine, type LayoutReader, type Line } from './layout';
import { type Metric, METRICS } from './metrics';

const RULE = /^\s*-{2,}(?:\s+-{2,})+\s*$/;
const DASHES = /^(?=.*--)[\s-]+$/;

export const ruled: LayoutReader = {
  family: 'plain',
  sniff: (lines) => (lines.some(({ text }) => RULE.test(text)) ? 2 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    const addAll = (more: readonly RowSyntax[]): void => {
      for (const row of more) rows.push(row);
    };
    let rule: Line | undefined;
    let below: Line[] = [];
    const endPart = (next: Line | undefined): void => {
      addAll(rule ? readTable(below, rule) : flow.read(below));
      rule = next;
      below = [];
    };
    for (const line of lines) {
      if (!DASHES.test(line.text)) below.push(line);
      else if (rule) endPart(undefined);
      else if (RULE.test(line.text)) endPart(line);
    }
    endPart(undefined);
    return rows;
  },
};

function readTable(lines: readonly Line[], rule: Line): RowSyntax[] {
  const columns = [...rule.text.matchAll(/-+/g)].map(({ 0: dashes, index }) => [index, index + dashes.length] as const);
  const cuts = METRICS.map((metric) => lines.map((line) => cut(line, columns, metric)));
  const fitting = cuts.map((own, i) => own.reduce((sum, cells, line) => sum + (cells ? FITS + flush(cells, lines[line]!, columns, METRICS[i]!) : 0), 0));
  const best = cuts.filter((_, i) => fitting[i] === Math.max(...fitting));
  const cells = lines.map((_, i) => (best.every((own) => isSame(own[i], best[0]![i])) ? best[0]![i] : undefined));
  // What is blank at the end of a line may stand in the next, if that one does not fit.
  const told = cells.map((own, i) => (own?.at(-1)?.text === '' && cells[i + 1] === undefined && i + 1 < lines.length ? undefined : own));
  const rows: RowSyntax[] = [];
  for (const block of blocksOf(lines)) {
    const own = block.map((i) => lines[i]!);
    const fit = block.flatMap((i) => (told[i] ? [told[i]] : []));
    const read = fit.length === own.length ? rowsOfBlock(own, fit, 'ruled') : own.map((line): RowSyntax => ({ span: { start: line.start, end: line.end }, layout: 'ruled', cells: [cellAt(line, 0, line.text.length)], open: false }));
    for (const row of read) rows.push(row);
  }
  return rows;
}

/** A line that fits is worth more than any number of cells that are flush. */
const FITS = 1000;

/** How many cells begin where their column begins, as they do where the table is set flush left and widths are counted right. */
function flush(cells: readonly CellSyntax[], line: Line, columns: readonly (readonly [number, number])[], metric: Metric): number {
  const at = metric(line.text);
  return cells.filter(({ text, span }, i) => text !== '' && at[span.start - line.start] === columns[i]![0]).length;
}

/** The cells of `line`; undefined where one goes over a border, or holds what stands in two columns. */
function cut(line: Line, columns: readonly (readonly [number, number])[], metric: Metric): CellSyntax[] | undefined {
  const at = metric(line.text);
  const cells: CellSyntax[] = [];
  let from = 0;
  for (let i = 0; i < columns.length; i++) {
    const next = columns[i + 1]?.[0] ?? Infinity;
    let to = from;
    while (to < line.text.length && at[to]! < next) to++;
    const cell = cellAt(line, from, to);
    if (cell.text !== '' && (at[cell.span.end - line.start]! > columns[i]![1] || at[cell.span.start - line.start]! < columns[i]![0] || cell.text.includes('  '))) return undefined;
    cells.push(cell);
    from = to;
  }
  return cells;
}

/** Wherever in its column a blank cell may be. */
function isSame(a: readonly CellSyntax[] | undefined, b: readonly CellSyntax[] | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.every(({ span, text }, i) => text === b[i]!.text && (text === '' || span.start === b[i]!.span.start)));
}

/** Indices of the lines of each row. */
function blocksOf(lines: readonly Line[]): number[][] {
  const blocks: number[][] = [[]];
  lines.forEach((line, i) => {
    if (!isBlankLine(line)) blocks.at(-1)!.push(i);
    else if (blocks.at(-1)!.length > 0) blocks.push([]);
  });
  const written = blocks.filter((block) => block.length > 0);
  return written.length > 1 ? written : written.flatMap((block) => block.map((i) => [i]));
}
