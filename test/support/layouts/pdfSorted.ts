/**
 * PDF text sorted from the top of the page to its bottom: a number a line, and those of a row before its label as often as behind it, for
 * a label of several lines begins above them and one on a single line stands beside them. Pieces of group labels come in between.
 */
import { printedRows, type TableLayout, wrapped } from './form';
import { pageMark } from './pages';
import { groupPieces } from './pdfRaw';

export const pdfSorted: TableLayout = {
  id: 'PDF text sorted by height',
  cells: 'written',
  rowsBy: 'order',
  render(form, random) {
    const width = 6 + random.below(30);
    const lines: string[] = [];
    for (const { cells, data } of printedRows(form)) {
      if (random.oneIn(25)) lines.push(pageMark(random));
      if (!data) {
        lines.push(...cells.flatMap(({ text }) => wrapped(text, random.oneIn(3) ? 3 : 24)));
        continue;
      }
      const labels = cells.filter(({ kind }) => kind === 'label').map(({ text }) => text);
      const groups = labels.slice(0, -1).flatMap((group) => groupPieces(group, random));
      const label = labels.slice(-1).flatMap((text) => wrapped(text, width));
      const numbers = data.values.flatMap((text) => text || []);
      const before = random.oneIn(2);
      if (before) lines.push(...groups);
      lines.push(...(random.oneIn(label.length > 1 ? 6 : 3) ? [...label, ...numbers] : [...numbers, ...label]));
      if (!before) lines.push(...groups);
    }
    return `${lines.join('\n')}\n`;
  },
};
