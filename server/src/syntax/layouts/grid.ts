/**
 * Cells of several lines between rules: pandoc's grid tables (`+---+---+`), text browsers' (`|---+---|`) and box drawing. The
 * pieces of a cell, one below the other, are joined. A rule may end some of the columns only; the words beside it are those of a
 * cell of several rows.
 */
import type { RowSyntax } from '../types';
import { rowsOfBlock } from './block';
import { cellAt, type LayoutReader, type Line, type Separator, splitCells } from './layout';

const RULE = /\+[-=:]{2,}\+|─/;
/** Between two rows, where the frame is drawn by the others. */
const INNER_RULE = /\|-{3}[-+]*\|/;
const isRule = ({ text }: Line): boolean => RULE.test(text) || INNER_RULE.test(text);
const isBoxBar: Separator = (code) => code === 0x7c || code === 0x2502;
/** Between what rules and bars are made of. */
const WORDS = /[^|│+\-=─┌┬┐├┼┤└┴┘]+/g;

export const grid: LayoutReader = {
  family: 'pipe',
  sniff: (lines) => (lines.filter(({ text }) => RULE.test(text)).length >= 2 ? 2 : 0),
  read(lines) {
    const rows: RowSyntax[] = [];
    let block: Line[] = [];
    const endBlock = (): void => {
      for (const row of rowsOfBlock(block, block.map((line) => splitCells(line, isBoxBar).slice(1, -1)), 'grid')) rows.push(row);
      block = [];
    };
    for (const line of lines) {
      if (!isRule(line)) block.push(line);
      else {
        endBlock();
        rows.push(...wordsBeside(line));
      }
    }
    endBlock();
    return rows;
  },
};

function wordsBeside(rule: Line): RowSyntax[] {
  const cells = [...rule.text.matchAll(WORDS)].map(({ 0: words, index }) => cellAt(rule, index, index + words.length)).filter(({ quantity }) => quantity.kind === 'text');
  return cells.length === 0 ? [] : [{ span: { start: rule.start, end: rule.end }, layout: 'grid', cells, open: false }];
}
