/**
 * Bars between some cells only, and blanks between the others: what OCR makes of a table whose rules it saw here and there
 * (`1.属于国家秘密   0 |559| 0 0  0 |118`). Such bars tell no more than blanks do, and no blank
 * cell stands between two of them; nor do the other marks that rules become.
 */
import { fold } from '../../text/fold';
import { readLine } from './flow';
import { isBar, isBlankLine, isNumber, type LayoutReader, type Line, splitCells } from './layout';
import { isRule } from './ruleMarks';

/** A cell with several numbers. */
const SEVERAL = /(?<!\S)\d[\d.,]*(?:\s+\S{1,3})*?\s+\d[\d.,]*(?!\S)/;
/** Words and a number far behind them, which may be padded as well. */
const FAR_BEHIND = /[^\d\s.,]\s{2,}\d[\d.,]*$/;
/** `0 0` */
const SHORTEST = 3;
/** So many numbers with bars between them show a row whose cells all have bars. */
const MANY = 2;

/** So many lines with numbers far behind are a table out of OCR. */
const FEWEST = 3;

export const someBars: LayoutReader = {
  family: 'pipe',
  sniff(lines) {
    let several = 0;
    let far = 0;
    let all = 0;
    for (const line of lines) {
      const cells = splitCells(line, isBar);
      // A tab is no blank that OCR writes.
      if (cells.length < 2 || line.text.includes('\t')) continue;
      if (cells.some(({ text }) => text.length >= SHORTEST && SEVERAL.test(text))) several++;
      else if (cells.some(({ text }) => text.length >= SHORTEST && FAR_BEHIND.test(text))) far++;
      else if (cells.filter(isNumber).length >= MANY) all++;
    }
    return (several > 0 || far >= FEWEST) && several + far > all ? 1.2 : 0;
  },
  read: (lines) =>
    lines.flatMap((line) => {
      const placed = isBlankLine(line) ? undefined : readLine(withoutBars(line));
      return placed === undefined || placed === 'page mark' ? [] : [{ ...placed.row, cells: placed.row.cells.filter(({ text }) => !isRule(text)) }];
    }),
};

/** The line with a blank in place of each bar. */
const withoutBars = ({ start, end, text }: Line): Line => ({ start, end, text: fold(text).replace(/[|│]/g, ' ') });
