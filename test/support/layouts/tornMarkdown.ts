/** A PDF turned to Markdown that tore its tables: rows of numbers in tables of their own, labels of several lines left outside. */
import { type Form, printedRows, type TableLayout, wrapped } from './form';
import type { Random } from '../random';

export const tornMarkdown: TableLayout = {
  id: 'torn Markdown tables',
  cells: 'all',
  rowsBy: 'order',
  render(form, random) {
    const width = 11 + random.below(10);
    const parts: string[] = [];
    let torn = true;
    for (const { cells, data } of printedRows(form)) {
      const words = cells.filter(({ kind }) => kind !== 'value').map(({ text }) => text);
      if (!data) {
        parts.push(...headLines(form, words, random));
        torn = true;
        continue;
      }
      const label = words.at(-1) ?? '';
      const outside = label.length > width;
      for (const group of words.slice(0, -1)) parts.push(group.slice(0, 4), group.slice(4));
      if (outside) parts.push(...wrapped(label, width));
      const values = data.values.filter((text) => text !== undefined);
      const row = outside || label === '' ? values : [label, ...values];
      parts.push(`| ${row.join(' | ')} |`);
      if (outside || torn) parts.push(`|${'---|'.repeat(row.length)}`);
      torn = outside;
    }
    return `${parts.join('\n')}\n`;
  },
};

/** Words of the head as prose, or swallowed as a row of a table whose number of columns is wrong. */
function headLines({ spec }: Form, words: readonly string[], random: Random): string[] {
  if (words.length < 4 || spec.id === 'proactiveDisclosure' || random.oneIn(2)) return [words.join('')];
  const last = words.map((word) => word.slice(-2));
  return [words.map((word) => word.slice(0, -2)).join(''), `| ${last.join(' | ')} |`, `|${'---|'.repeat(last.length)}`];
}
