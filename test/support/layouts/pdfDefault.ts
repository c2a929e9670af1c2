/**
 * PDF text in reading order: a number a line with blank lines between, the words of the head in any order, and labels that
 * take several lines printed apart from their numbers, at the end of the page.
 */
import { type DataRow, type Form, printedRows, type TableLayout, wrapped } from './form';
import type { Random } from '../random';
import { pageMark } from './pages';
import { groupPieces } from './pdfRaw';

export const pdfDefault: TableLayout = {
  id: 'pdftotext',
  cells: 'written',
  rowsBy: 'order',
  render(form, random) {
    const width = 14 + random.below(20);
    const lines: string[] = [];
    let apart: string[] = [];
    const endPage = (): void => {
      lines.push(...apart);
      apart = [];
    };
    for (const { cells, data } of printedRows(form)) {
      if (!data) {
        lines.push(...shuffledHead(cells.map(({ text }) => text), random));
        continue;
      }
      if (random.oneIn(12)) {
        endPage();
        lines.push(pageMark(random));
      }
      const labels = cells.filter(({ kind }) => kind === 'label').map(({ text }) => text);
      apart.push(...labels.slice(0, -1).flatMap((group) => groupPieces(group, random)));
      const pieces = labels.length > 0 ? wrapped(labels.at(-1)!, width) : [];
      if (pieces.length > 1) apart.push(...pieces);
      else lines.push(...pieces);
      lines.push(...numbers(form, data, random));
    }
    endPage();
    return `${lines.join('\n\n')}\n`;
  },
};

function shuffledHead(words: readonly string[], random: Random): string[] {
  const lines = words.flatMap((word) => (random.oneIn(3) ? wrapped(word, 3) : [word]));
  return lines.map((line) => ({ line, at: random.below(lines.length) })).sort((a, b) => a.at - b.at).map(({ line }) => line);
}

/** 表四 may come in groups, with words of its head between them; which group is whose is then not to be told. */
function numbers({ spec }: Form, { values }: DataRow, random: Random): string[] {
  const written = values.flatMap((text) => text || []);
  if (spec.id !== 'reviewAndLitigation' || random.oneIn(2)) return written;
  return [...written.slice(0, 4), '结果', '复议后起诉', '维持', ...written.slice(10, 14), '总计', ...written.slice(4, 5), '纠正', ...written.slice(5, 10), '总计', ...written.slice(14)];
}
