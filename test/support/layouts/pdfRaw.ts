/**
 * PDF text in the order of its content: a row is its label and its numbers on one line; numbers of a label that takes several
 * lines stand below it, and group labels come one character a line or in two pieces.
 */
import { printedRows, type PrintedRow, type TableLayout, wrapped } from './form';
import { pageMark } from './pages';
import type { Random } from '../random';

export const pdfRaw: TableLayout = {
  id: 'pdftotext -raw',
  cells: 'written',
  rowsBy: 'number',
  render(form, random) {
    const width = 12 + random.below(30);
    const lines: string[] = [];
    // The second piece of a group label may end up on the line of the row after.
    let left = '';
    for (const row of printedRows(form)) {
      if (random.oneIn(25)) lines.push(pageMark(random));
      if (!row.data) lines.push(...headLines(row, random));
      else {
        const labels = row.cells.filter(({ kind }) => kind === 'label').map(({ text }) => text);
        for (const group of labels.slice(0, -1)) {
          const pieces = groupPieces(group, random);
          if (pieces.length === 2 && random.oneIn(4)) {
            lines.push(pieces[0]!);
            left = `${pieces[1]!} `;
          } else lines.push(...pieces);
        }
        lines.push(...dataLines(left + (labels.at(-1) ?? ''), row, left === '' ? width : 60));
        left = '';
      }
    }
    return `${lines.join(random.oneIn(3) ? '\n\n' : '\n')}\n`;
  },
};

export function dataLines(label: string, { data }: PrintedRow, width: number): string[] {
  const values = data!.values.filter((text) => text !== undefined && text !== '').join(' ');
  const pieces = wrapped(label, width);
  return (pieces.length === 1 ? [`${label} ${values}`.trim()] : [...pieces, values]).filter((line) => line !== '');
}

/** `三、本年度办理结果` one character a line, others in two pieces. */
export function groupPieces(group: string, random: Random): string[] {
  if (group.startsWith('三') && random.oneIn(2)) return ['三、', ...group.slice(2)];
  return random.oneIn(3) ? [group] : [group.slice(0, 4), group.slice(4)];
}

function headLines({ cells }: PrintedRow, random: Random): string[] {
  const words = cells.map(({ text }) => text);
  if (words.length < 5 && words.every((word) => word.length < 12) && random.oneIn(2)) return [words.join(' ')];
  return words.flatMap((word) => wrapped(word, word.length > 12 ? 24 : random.oneIn(2) ? 3 : 12).map((piece) => (piece.length < 5 && random.oneIn(3) ? [...piece].join(' ') : piece)));
}
