/**
 * A cell a line with a bar behind it, or a line break inside every cell: web tables saved as text. Bars alone are padding,
 * so a blank cell can't be told from it; the number of values in a row shows whether one is lost.
 */
import { fold } from '../../text/fold';
import { isBar, isBlankLine, type LayoutReader, type Line, splitCells } from './layout';

const BARS_ALONE = /^[\s|│]*$/;

/** Bars alone, or a cell with a bar or two; a cell with many bars is a row with its blanks. */
function isCellLine(line: Line): boolean {
  let bars = 0;
  for (let at = 0; at < line.text.length && bars <= 2; at++) if (isBar(line.text.charCodeAt(at))) bars++;
  return bars > 2 ? BARS_ALONE.test(fold(line.text)) : splitCells(line, isBar).filter(({ text }) => text !== '').length <= 1;
}

export const pipeCell: LayoutReader = {
  family: 'pipe',
  sniff(lines) {
    const content = lines.filter((line) => !isBlankLine(line));
    return content.length < 4 ? 0 : content.filter(isCellLine).length / content.length;
  },
  read: (lines) =>
    lines.flatMap((line) => {
      const cells = splitCells(line, isBar).filter(({ text }) => text !== '');
      return cells.length === 0 ? [] : [{ span: { start: line.start, end: line.end }, layout: 'pipe-cell' as const, cells, open: true }];
    }),
};
