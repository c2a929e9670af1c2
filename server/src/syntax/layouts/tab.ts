/** A row a line, cells between tabs: pasted from a spreadsheet or a web table. Rows may be ragged; one of tabs alone is blank. */
import { isBlankLine, isTab, type LayoutReader, splitCells } from './layout';

export const tab: LayoutReader = {
  family: 'tab',
  sniff: (lines) => lines.filter(({ text }) => text.trim().includes('\t')).length / lines.length,
  read: (lines) =>
    lines
      .filter((line) => line.text.includes('\t') || !isBlankLine(line))
      .map((line) => ({ span: { start: line.start, end: line.end }, layout: 'tab', cells: splitCells(line, isTab), open: false })),
};
