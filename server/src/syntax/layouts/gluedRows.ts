/**
 * A row a line with nothing between its cells: `规章000`, and 15 digits alone on a line for 表四. Web pages whose rows are asked for
 * as text have it. Where one number ends and the next begins is not to be seen here.
 */
import { fold } from '../../text/fold';
import { byText } from '../../text/recent';
import type { RowSyntax } from '../types';
import { digitCells } from './flattened';
import { cellAt, isBlankLine, type LayoutReader, type Line } from './layout';

/** What the digits at the end of a line may be made of. */
const OF_DIGITS = /[-+\d.,万元]/;
/** So many rows show it, some of them with as many digits as a row of several columns has, if no line shows otherwise. */
const FEWEST_ROWS = 4;
const FEWEST_WIDE = 2;
const WIDE = /\d{3}$/;
/** Nothing else has so many digits. */
const REMEDIES = /^\d{15,}$/;

type Kind = 'words' | 'row' | 'wide row' | 'remedies' | 'numbers';

/** Where the digits begin that end `text`; its length, if it ends in words. */
function digitsFrom(text: string): number {
  let at = text.length;
  while (at > 0 && OF_DIGITS.test(text[at - 1]!)) at--;
  while (at < text.length && !/[-+\d]/.test(text[at]!)) at++;
  return at;
}

const kindOf = byText(1024, 160, (line): Kind => {
  const text = fold(line).trimEnd();
  const at = digitsFrom(text);
  if (at === text.length) return 'words';
  if (REMEDIES.test(text.trim())) return 'remedies';
  // Numbers apart from their labels, or from each other, are none of this layout's.
  if (!/[\p{Script=Han})”"]/u.test(text[at - 1] ?? '')) return 'numbers';
  return WIDE.test(text) ? 'wide row' : 'row';
});

export const gluedRows: LayoutReader = {
  family: 'plain',
  sniff(lines) {
    const kinds = lines.filter((line) => !isBlankLine(line)).map(({ text }) => kindOf(text));
    const count = (kind: Kind): number => kinds.filter((own) => own === kind).length;
    if (count('numbers') > 0) return 0;
    const wide = count('wide row');
    return (wide >= FEWEST_WIDE && wide + count('row') >= FEWEST_ROWS) || count('remedies') === 1 ? 2 : 0;
  },
  read: (lines) => lines.filter((line) => !isBlankLine(line)).map(readLine),
};

/** The words of a line, and its digits behind them. */
function readLine(line: Line): RowSyntax {
  const text = fold(line.text).trimEnd();
  const at = digitsFrom(text);
  const words = cellAt(line, 0, at);
  const cells = [...(words.text === '' ? [] : [words]), ...digitCells(line, at, text.length)];
  return { span: { start: cells[0]!.span.start, end: cells.at(-1)!.span.end }, layout: 'flattened', cells, open: false };
}
