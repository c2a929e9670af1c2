/** The rows of a slice: each run of lines of one family is cut by the layout reader that fits it best. */
import { cellPerLine } from './layouts/cellPerLine';
import { flattened } from './layouts/flattened';
import { flow } from './layouts/flow';
import { gluedRows } from './layouts/gluedRows';
import { grid } from './layouts/grid';
import { html } from './layouts/html';
import type { Family, LayoutReader, Line } from './layouts/layout';
import { paragraphs } from './layouts/paragraphs';
import { pipe } from './layouts/pipe';
import { pipeCell } from './layouts/pipeCell';
import { ruled } from './layouts/ruled';
import { someBars } from './layouts/someBars';
import { barLines, separatorStretch, tabLines } from './layouts/separatorLines';
import { tab } from './layouts/tab';
import { fold } from '../text/fold';
import { LineCursor } from '../text/lines';
import { readQuantity } from '../text/quantity';
import { byText } from '../text/recent';
import { errorOf } from '../text/thrown';
import { work } from '../text/work';
import type { RowSyntax, SectionSyntax } from './types';

/** A new layout is a new reader in this list. */
const READERS: readonly LayoutReader[] = [pipe, pipeCell, barLines, someBars, grid, html, tab, tabLines, cellPerLine, flow, paragraphs, ruled, flattened, gluedRows];

const memo = new WeakMap<SectionSyntax, readonly RowSyntax[]>();

/** The slice after its heading as rows, in order; spans are relative to the slice. Computed once for a slice. */
export function rowsOf(section: SectionSyntax): readonly RowSyntax[] {
  let rows = memo.get(section);
  if (!rows) {
    work.slices++;
    rows = readSafely(section);
    memo.set(section, rows);
  }
  return rows;
}

const failures = new WeakMap<SectionSyntax, Error>();

/** Why the slice, as far as anybody asked for its rows, has none: a reader threw. */
export function readingFailure(section: SectionSyntax): Error | undefined {
  return failures.get(section);
}

function readSafely(section: SectionSyntax): readonly RowSyntax[] {
  try {
    return readRows(section.text, section.heading?.span.end ?? 0);
  } catch (error) {
    failures.set(section, errorOf(error));
    return [];
  }
}

function readRows(text: string, from: number): RowSyntax[] {
  const rows: RowSyntax[] = [];
  let run: Line[] = [];
  let family: Family | undefined;
  /** Blank lines join the run only if it goes on after them. */
  let blanks: Line[] = [];
  const flush = (): void => {
    if (family && run.length > 0) for (const row of bestReader(family, run).read(run)) rows.push(row);
    run = [];
    blanks = [];
  };
  let inHtml = false;
  const lines = linesOf(text, from);
  const cut = separatorStretch(lines);
  for (const line of lines) {
    const look = lookOf(line.text);
    inHtml ||= look.opensHtml;
    const shown = inHtml ? 'html' : family === 'pipe' && hasBarBelow(text, line.end) ? 'pipe' : look.family;
    const own = shown === 'plain' && cut && cut.span.start <= line.start && line.end <= cut.span.end ? cut.family : shown;
    if (look.closesHtml) inHtml = false;
    if (own === undefined) {
      blanks.push(line);
      continue;
    }
    if (own !== family) flush();
    family = own;
    for (const blank of blanks) run.push(blank);
    run.push(line);
    blanks = [];
  }
  if (endsInBreak(run)) run.pop();
  flush();
  return rows;
}

/**
 * Whether the last line of plain `run` is the rule of Markdown between two sections, and no blank cell: the other cells would stand on
 * lines of their own as well.
 */
function endsInBreak(run: readonly Line[]): boolean {
  if (!/^\s*-{3,}\s*$/.test(run.at(-1)?.text ?? '')) return false;
  return run.slice(0, -1).every(({ text }) => text.trim() === '' || readQuantity(fold(text).trim()).kind === 'text');
}

function linesOf(text: string, from: number): Line[] {
  const all: Line[] = [];
  for (const cursor = new LineCursor(text, from); cursor.next(); ) all.push({ start: cursor.start, end: cursor.end, text: text.slice(cursor.start, cursor.end) });
  return all;
}

const LINE_WITH_BAR_BELOW = /(?:\r\n|\n|\r)([^\r\n|｜│]*[|｜│][^\r\n|｜│]*)(?=[\r\n]|$)/y;

/** Whether nothing but a bar stands on the line below the one that ends at `end`: the bar behind the cell that it holds. */
function hasBarBelow(text: string, end: number): boolean {
  LINE_WITH_BAR_BELOW.lastIndex = end;
  const below = LINE_WITH_BAR_BELOW.exec(text)?.[1];
  return below !== undefined && fold(below).trim().length === 1;
}

/** What a line shows by itself. */
interface Look {
  /** Undefined for blank lines; a line of nothing but tabs is an empty cell, not blank. */
  readonly family: Family | undefined;
  readonly opensHtml: boolean;
  readonly closesHtml: boolean;
}

const lookOf = byText(2048, 160, (text): Look => ({ family: familyOf(text), opensHtml: /<(?:table|tr|td|th)[\s>]/i.test(text), closesHtml: /<\/table>/i.test(text) }));

function familyOf(text: string): Family | undefined {
  if (/[|｜│]|^\s*\+(?:[-=:]+\+)+\s*$|^[\s┌┬┐├┼┤└┴┘─]+$/.test(text) && text.trim() !== '') return 'pipe';
  if (text.includes('\t')) return 'tab';
  return fold(text).trim() === '' ? undefined : 'plain';
}

function bestReader(family: Family, run: readonly Line[]): LayoutReader {
  let best: LayoutReader | undefined;
  let bestScore = -1;
  for (const reader of READERS) {
    if (reader.family !== family) continue;
    const score = reader.sniff(run);
    if (score > bestScore) {
      best = reader;
      bestScore = score;
    }
  }
  return best!;
}
