/**
 * Blocks as the text of a report: a paragraph a line, a table row a line. Tables stand as the templates of the form do: a bar behind each cell, each
 * cell once, where it begins; with tabs where a cell holds a bar. Characters stay as they are, for the checker to see.
 */
import { type WrittenRow, writeRows } from '../../model/writing/render';
import { readQuantity } from '../../text/quantity';
import { fold } from '../../text/fold';
import { seam } from '../../text/seam';
import type { Block, Cell, Table } from '../blocks';
import { columnsOf, spanCounter } from '../grid';

export function writeText(blocks: readonly Block[]): string {
  const parts: string[] = [];
  let tableBefore = false;
  for (const block of blocks) {
    const part = block.kind === 'table' ? writeTable(block) : writeParagraph(block.text);
    if (part === '') continue;
    const isTable = block.kind === 'table';
    if (parts.length > 0 && (isTable || tableBefore)) parts.push('\n');
    parts.push(part);
    tableBefore = isTable;
  }
  return parts.join('');
}

function writeParagraph(text: string): string {
  return linesOf(text).map((line) => `${oneTab(line)}\n`).join('');
}

/** One tab sets off a number or an indent; with several, a line is meant to stand in columns. */
function oneTab(line: string): string {
  const tabs = line.split('\t').length - 1;
  return tabs === 1 ? line.replace('\t', ' ') : line;
}

/** Blanks at the ends of lines are the page's, not the text's. */
const linesOf = (text: string): string[] => text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => line.trim()).filter((line) => line !== '');

const BAR = /[|｜│]/;

function writeTable({ rows }: Table): string {
  const columns = columnsOf(rows);
  const spanOf = spanCounter(rows, columns);
  const written = rows.map((row, r) => rowOf(row, (i) => spanOf(columns[r]![i]!, row[i]!.across))).filter(({ words }) => words.some((word) => word !== ''));
  const layout = written.some(({ words }) => words.some((word) => BAR.test(word))) ? 'tab' : 'pipe';
  return writeRows(written, layout, '\n');
}

/** A value that goes over columns is followed by a blank for each, so that those after it keep their place; at the end of a row there are none. */
function rowOf(row: readonly Cell[], spanOf: (index: number) => number): WrittenRow {
  const words = row.flatMap((cell, i): string[] => {
    const text = cellText(cell.text);
    const more = i < row.length - 1 && readQuantity(fold(text)).kind !== 'text' ? spanOf(i) - 1 : 0;
    return [text, ...new Array<string>(more).fill('')];
  });
  return { words, values: [] };
}

/** A cell on one line: what was broken over lines is joined as Chinese is, two numbers stay two. */
export function cellText(text: string): string {
  const lines = linesOf(text).map((line) => line.replaceAll('\t', ' '));
  return lines.reduce((whole, line) => (whole === '' ? line : whole + seam(whole, line) + line), '');
}
