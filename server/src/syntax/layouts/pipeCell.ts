/**
 * A cell a line with a bar behind it, or a line break inside every cell: web tables saved as text. A bar alone on its line is a blank
 * cell. Several bars alone are padding, into which blank cells may have gone: the number of values in a row shows whether one is lost.
 */
import { foldedUnit } from '../../text/fold';
import type { CellSyntax } from '../types';
import { isBar, isBlankLine, type LayoutReader, type Line, splitCells } from './layout';

/** What a line shows of the layout: `either`: a cell with many bars may be a row with its blanks, or padded. Cuts no cells: every table with bars is asked. */
function kindOf({ text }: Line): 'cell' | 'row' | 'either' {
  let bars = 0;
  let written = 0;
  let isBlank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBar(code)) {
      bars++;
      isBlank = true;
    } else if (isBlank && foldedUnit(code) !== 0x20) {
      if (++written > 1) return 'row';
      isBlank = false;
    }
  }
  return bars > 2 && written > 0 ? 'either' : 'cell';
}

/** Fewer cells are no table. */
const FEWEST = 4;

export const pipeCell: LayoutReader = {
  family: 'pipe',
  sniff(lines) {
    const kinds = lines.filter((line) => !isBlankLine(line)).map(kindOf);
    const [cells, rows] = (['cell', 'row'] as const).map((own) => kinds.filter((kind) => kind === own).length) as [number, number];
    return cells < FEWEST ? 0 : cells / (cells + rows);
  },
  read: (lines) => withoutPadding(stretchesOf(marksOf(lines))).map(({ cell, line }) => ({ span: { start: line.start, end: line.end }, layout: 'pipe-cell', cells: [cell], open: true })),
};

/** A cell that is written, or a bar alone on its line. */
interface Mark {
  readonly cell: CellSyntax;
  readonly line: Line;
}

function marksOf(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = [];
  /** The bar of the cell above stands on a line below it. */
  let isOpen = false;
  for (const line of lines) {
    const pieces = splitCells(line, isBar);
    const written = pieces.filter(({ text }) => text !== '');
    for (const cell of written) marks.push({ cell, line });
    if (written.length === 0 && pieces.length === 2 && !isOpen) marks.push({ cell: pieces[0]!, line });
    if (pieces.length > 1 || written.length > 0) isOpen = written.length > 0 && pieces.at(-1)!.text !== '';
  }
  return marks;
}

/** Words, or the values between words: those of a row, as a rule. */
interface Stretch {
  readonly isWords: boolean;
  readonly marks: Mark[];
}

function stretchesOf(marks: readonly Mark[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const mark of marks) {
    const isWords = mark.cell.quantity.kind === 'text';
    const last = stretches.at(-1);
    if (last && !isWords && !last.isWords) last.marks.push(mark);
    else stretches.push({ isWords, marks: [mark] });
  }
  return stretches;
}

const isBlank = (mark: Mark | undefined): boolean => mark?.cell.text === '';
const endsBlank = (stretch: Stretch | undefined): boolean => isBlank(stretch?.marks.at(-1));
const endsInOneBlank = ({ marks }: Stretch): boolean => isBlank(marks.at(-1)) && !isBlank(marks.at(-2));

/** A row has no more cells of words before its values: the names of two groups, and its own. */
const MOST_LABELS = 3;

/**
 * The marks without the bars that are no cells. A bar may stand before every row, the first among them: then one before words is none, and
 * one before values whose row no words began. Else a single one behind the values of a row is padding, or the blank that was lost from among them.
 */
function withoutPadding(stretches: readonly Stretch[]): Mark[] {
  const telling = stretches.filter((stretch, i) => !stretch.isWords && stretches[i + 1]?.isWords && (!endsBlank(stretch) || endsInOneBlank(stretch)));
  const areFramed = stretches[0]?.isWords === false && telling.filter(endsBlank).length * 2 > telling.length;
  /** The values before those looked at; −1: none. */
  let before = -1;
  return stretches.flatMap((stretch, i) => {
    const { marks } = stretch;
    if (stretch.isWords) return marks;
    // As many words are a row of the head.
    const isWorded = endsBlank(stretches[before]) && i - before - 1 <= MOST_LABELS;
    before = i;
    const opens = areFramed && isBlank(marks[0]) && stretches[i - 1] !== undefined && !isWorded;
    const isLone = endsInOneBlank(stretch) && marks.length > 1;
    const closes = isLone || (areFramed && stretches[i + 1] !== undefined && isBlank(marks.at(-1)));
    return marks.slice(opens ? 1 : 0, closes ? -1 : undefined);
  });
}
