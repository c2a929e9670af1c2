/**
 * Paragraphs that were broken into lines of one width, as PDF tools print them.
 *
 * A line goes on in the next one if what comes there did not fit on it, or if it ends in the middle of a sentence. Where text
 * may end or begin (a sentence's end, a mark, an indent) lines stay apart, and so they do in a text that shows no width.
 */
import { PAGE_MARK } from '../../syntax/layouts/flow';
import { isAgencyLine } from '../../syntax/title';
import { fold } from '../../text/fold';
import { lineEnd, lines } from '../../text/lines';
import { seam } from '../../text/seam';
import { type Edit, type Span, span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { remembered } from '../remembered';
import { tableText } from './tableText';
import type { ReportModel } from '../types';

export interface WrappedParagraph {
  /** Relative to the report. */
  readonly span: Span;
  /** One for each line end that is to go. */
  readonly edits: readonly Edit[];
}

interface Line {
  /** Without the white space around it, relative to the report. */
  readonly span: Span;
  readonly text: string;
  readonly folded: string;
  /** In columns of display, as are all widths here. */
  readonly width: number;
  /** White space before the text. */
  readonly indent: number;
}

/** The paragraphs of a report that are more than one line, in order. */
export const wrappedParagraphs = remembered((report: ReportModel): readonly WrappedParagraph[] => {
  const blocks = blocksOf(report);
  const measure = measureOf(blocks.flat());
  return measure === undefined ? [] : blocks.flatMap((block) => paragraphsOf(block, measure));
});

// Lines of prose.

/** Lines of prose that follow each other. */
function blocksOf(report: ReportModel): Line[][] {
  const blocks: Line[][] = [];
  for (const { start, syntax } of report.slices) {
    const { text, heading } = syntax;
    const tables = report.tables.filter((own) => own.start === start).map(({ table }) => (table.unreadable ? span(0, table.span.end) : tableText(table).span));
    let block: Line[] = [];
    blocks.push(block);
    for (const [from, to] of lines(text, heading ? lineEnd(text, heading.span.end) : 0)) {
      const line = tables.some((table) => from < table.end && to > table.start) ? undefined : lineAt(text, from, to, start);
      if (line && !overlaps(line.span, report.title?.span)) block.push(line);
      else if (block.length > 0) blocks.push((block = []));
    }
  }
  return blocks;
}

const overlaps = (a: Span, b: Span | undefined): boolean => b !== undefined && a.start < b.end && b.start < a.end;

const NOT_PROSE = /[\t|｜│<>]|^[\s\d.,%-]*$/;

/** The line `text[from, to)`; undefined where it is no prose. */
function lineAt(text: string, from: number, to: number, origin: number): Line | undefined {
  const raw = text.slice(from, to);
  const own = raw.trim();
  const folded = fold(own);
  if (own === '' || NOT_PROSE.test(own) || PAGE_MARK.test(folded)) return undefined;
  const start = from + raw.indexOf(own);
  return { span: span(origin + start, origin + start + own.length), text: own, folded, width: displayWidth(own), indent: displayWidth(text.slice(from, start)) };
}

// How wide the text was printed.

const SHORTEST = 30;
const FEWEST = 4;
/** Punctuation at the end of a line may stand out by one character, or be kept on the line by leaving one out. */
const HANG = 2;

/** The width that lines were broken at: many end there, and in the middle of a sentence. Undefined: none shows. */
function measureOf(all: readonly Line[]): number | undefined {
  const long = all.filter(({ width }) => width >= SHORTEST);
  const counts = new Map<number, number>();
  for (const { width, text } of long) if (!SENTENCE_END.test(text)) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [measure] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (measure === undefined) return undefined;
  const near = long.filter(({ width }) => Math.abs(width - measure) <= HANG);
  const broken = near.filter(({ text }) => !SENTENCE_END.test(text));
  return broken.length >= FEWEST && broken.length * 3 >= near.length * 2 ? measure : undefined;
}

// Which lines belong together.

function paragraphsOf(block: readonly Line[], measure: number): WrappedParagraph[] {
  const paragraphs: WrappedParagraph[] = [];
  for (let first = 0; first < block.length; ) {
    let last = first;
    while (last + 1 < block.length && goesOn(block, first, last, measure)) last++;
    const own = block.slice(first, last + 1);
    if (last > first) paragraphs.push({ span: span(own[0]!.span.start, own.at(-1)!.span.end), edits: own.slice(1).map((line, i) => joint(own[i]!, line)) });
    first = last + 1;
  }
  return paragraphs;
}

const joint = (before: Line, after: Line): Edit => ({ span: span(before.span.end, after.span.start), newText: seam(before.text, after.text) });

const SENTENCE_END = /[。！？；：!?;:.…][”’"'）)》]?$/;
const MID_SENTENCE = /[，、,（(《〈“‘]$/;
/** What begins a paragraph or an item, folded. */
const MARK = /^(?:\([一二三四五六七八九十\d]{1,3}\)|第[一二三四五六七八九十\d]{1,3}[章节条部项,、]|[一二三四五六七八九十]{1,3}(?:[、.:,]|是|方面)|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳⑴-⒛㈠-㈩❶-❿➀-➉]|[-–—•·●■◆▪◦○*#+~]|附件|附:|注:|表[一二三四\d])/;
const PUNCTUATION = /[,。;:、!?]/;
const DAY = /^[12二][\d〇零○一二三四五六七八九]{3}\s*年.{1,8}日$/;

/** Two characters, which a paragraph begins with. PDF tools leave the white space out. */
const INDENT = 4;

/** Whether the line at `at`, of the paragraph that begins at `first`, goes on in the next. */
function goesOn(block: readonly Line[], first: number, at: number, measure: number): boolean {
  const line = block[at]!;
  const next = block[at + 1]!;
  if (next.indent > line.indent + 1 || MARK.test(next.folded) || standsAlone(line) || standsAlone(next)) return false;
  // A line that is much wider was not broken at that width.
  if (displayWidth(line.text.replace(/\s/g, '')) > measure + 2 * HANG) return false;
  const full = line.width + (at === first ? INDENT : 0) + unbreakable(next.text) > measure;
  if (!SENTENCE_END.test(line.text)) return full || MID_SENTENCE.test(line.text);
  // Paragraphs that are seen to begin with an indent do not begin without one.
  return full && block[first]!.indent >= next.indent + 2;
}

/** A sub-heading without text behind it, or the signature. */
function standsAlone({ text, folded }: Line): boolean {
  return (MARK.test(folded) && !PUNCTUATION.test(folded.replace(MARK, ''))) || isAgencyLine(text) || DAY.test(folded);
}

/** The width of what the line begins with and is never broken: a word, a number, a character. */
function unbreakable(text: string): number {
  return displayWidth(/^(?:[\x21-\x7e]{1,20}|.)/su.exec(text)![0]);
}
