/**
 * PDF files. A page has no order but the one that a reader sees: tables are what lines enclose, paragraphs are lines that go on to the
 * margin, and both go on over pages.
 */
import { type Block, paragraph } from '../blocks';
import { seam } from '../../text/seam';
import { continuedTable } from './continuedTable';
import { isRestOf } from './pdfBrokenNumbers';
import { type Found, Losses, Refusal } from './imported';
import { columnRuns, goesOn, inColumns, linesOf, lineText, type Margins, type TextLine } from './pdfLines';
import { type Page, pagesOf } from './pdfPages';
import { type RuledTable, ruledTables } from './ruledTables';

/** Throws a `Refusal`. */
export async function readPdf(bytes: Uint8Array): Promise<Found> {
  const losses = new Losses();
  const { pages, missingMaps } = await pagesOf(bytes);
  const read = pages.filter((page) => page !== undefined);
  if (read.every(({ words }) => words.every(({ text }) => /^\ufffd*$/.test(text))) && (missingMaps.size > 0 || read.some(({ unknown }) => unknown > 0))) {
    throw new Refusal({
      zh: '其中的字体没有说明各字形是什么文字，无法读取；请取得原始的 Word 文件，或用文字识别（OCR）软件处理',
      en: 'its fonts don’t say which characters their glyphs are; get the Word file it was made from, or run text recognition (OCR)',
    });
  }
  if (read.every(({ words }) => words.length === 0)) {
    throw new Refusal({
      zh: '是扫描件，没有文字层；请取得原始的 Word 文件，或先用文字识别（OCR）软件处理',
      en: 'a scan without a text layer; get the Word file it was made from, or run text recognition (OCR) first',
    });
  }
  losses.add('brokenPages', pages.length - read.length);
  losses.add('unknownMaps', missingMaps.size);
  losses.add('unknownGlyphs', read.reduce((sum, { unknown }) => sum + unknown, 0));
  losses.add('emptyPages', read.filter(({ words, pictures }) => words.length === 0 && pictures > 0).length);
  losses.add('images', read.filter(({ words }) => words.length > 0).reduce((sum, { pictures }) => sum + pictures, 0));
  const running = runningLines(read);
  const pieces = read.flatMap((page) => piecesOf(page, running, losses));
  return { blocks: blocksOf(pieces), losses: losses.told };
}

/** A paragraph's line, or a table, where it stands. */
type Piece = ({ readonly kind: 'line'; readonly line: TextLine; readonly margins: Margins } | { readonly kind: 'table'; readonly table: RuledTable } | { readonly kind: 'columns'; readonly text: string }) & { readonly page: Page };

/** Top and bottom of a page, as parts of its height. */
const HEAD = 0.08;
/** Official documents have the number 7 mm below the text, which ends 35 mm above the edge. */
const FOOT = 0.895;
/** `— 3 —`, `第3页 共6页`, `3/6`. */
const PAGE_NUMBER = /^[\s第\-—–－―─·.~]{0,6}\d{1,4}[\s页\-—–－―─·.~/／，,共]{0,6}(?:\d{1,4}[\s页]{0,3})?$/;
/** Of the whole line, in sizes of its font. */
const WIDEST_NUMBER = 10;
/** Pages that show the same line at the top or the bottom. */
const RUNNING = 3;

const isPageNumber = (line: TextLine): boolean => line.right - line.left < WIDEST_NUMBER * line.size && PAGE_NUMBER.test(lineText(line));

const isAtEdge = ({ base }: TextLine, { height }: Page): boolean => base < height * HEAD || base > height * FOOT;

/** Headers and footers: the same words at the edge of several pages. */
function runningLines(pages: readonly Page[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) for (const text of new Set(linesOf(page.words).filter((line) => isAtEdge(line, page) && !isPageNumber(line)).map(lineText))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= RUNNING ? [text] : [])));
}

/** What stands on a page, from top to bottom. */
function piecesOf(page: Page, running: ReadonlySet<string>, losses: Losses): Piece[] {
  const { tables, others } = ruledTables(page.rules, page.words);
  const lines = linesOf(others).filter((line, i, all) => {
    const isNumber = isAtEdge(line, page) && isPageNumber(line) && !(i > 0 && isRestOf(all[i - 1]!, line));
    const isRunning = isAtEdge(line, page) && running.has(lineText(line));
    if (isNumber) losses.add('pageNumbers');
    if (isRunning) losses.add('headers');
    return !isNumber && !isRunning;
  });
  const margins = { left: Math.min(...lines.map(({ left }) => left), page.width / 3), right: Math.max(...lines.map(({ right }) => right), (page.width * 2) / 3) };
  const placed: { readonly at: number; readonly piece: Piece }[] = tables.map((table) => ({ at: table.top, piece: { kind: 'table', table, page } }));
  const runs = columnRuns(lines);
  losses.add('unruledTables', runs.length > 0 ? 1 : 0);
  lines.forEach((line, i) => {
    const run = runs.find(([from, to]) => i >= from && i < to);
    if (!run) placed.push({ at: line.base, piece: { kind: 'line', line, margins, page } });
    else if (run[0] === i) placed.push({ at: line.base, piece: { kind: 'columns', text: inColumns(lines.slice(...run)), page } });
  });
  return placed.sort((a, b) => a.at - b.at).map(({ piece }) => piece);
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (piece.kind === 'table') {
      const column = before?.kind === 'table' && before.page !== piece.page ? columnIn(before.table, piece.table) : undefined;
      if (last?.kind === 'table' && column !== undefined) blocks[blocks.length - 1] = continuedTable(last, piece.table.table, column);
      else blocks.push(piece.table.table);
    } else if (piece.kind === 'columns') blocks.push(paragraph(piece.text));
    else {
      const text = lineText(piece.line);
      const joins = before?.kind === 'line' && last?.kind === 'paragraph' && goesOn(before.line, piece.line, piece.page === before.page ? piece.margins : before.margins, piece.page === before.page);
      if (joins) blocks[blocks.length - 1] = paragraph(last.text + seam(last.text, text) + text);
      else blocks.push(paragraph(text));
    }
    before = piece;
  }
  return blocks;
}

/** How far the columns of one table may be shifted on the next page, in points. */
const SHIFTED = 6;

/**
 * The column of `table` that `next`, at the top of the next page, begins in if it goes on with it; undefined if it does not. A group as tall
 * as the page has no lines but at its sides, and is not seen there.
 */
function columnIn(table: RuledTable, next: RuledTable): number | undefined {
  const near = (one: number, other: number): boolean => Math.abs(one - other) < SHIFTED;
  const first = table.columns.findIndex((at) => near(at, next.left));
  const [few, many] = [table.columns.slice(first), next.columns].sort((a, b) => a.length - b.length);
  return first >= 0 && near(table.right, next.right) && few!.every((at) => many!.some((own) => near(own, at))) ? first : undefined;
}
