/** What pandoc writes as plain text: a grid of rules where cells have several lines, else columns below a rule of dashes. */
import { cutToWidth, displayWidth, padded } from './canvas';
import { gridOf, type TableLayout, widest } from './form';

export const pandocGrid: TableLayout = {
  id: 'pandoc, grid',
  cells: 'all',
  rowsBy: 'separators',
  render(form, random) {
    const width = 12 + 2 * random.below(4);
    const rows = gridOf(form).map(({ cells }) => cells.map((cell) => cutToWidth(cell?.text ?? '', width)));
    const columns = Array.from({ length: widest(rows) }, (_, column) => column);
    const rule = `+${columns.map(() => '-'.repeat(width + 2)).join('+')}+\n`;
    const lines = rows.map((cells) => {
      const height = Math.max(...cells.map((pieces) => pieces.length));
      return Array.from({ length: height }, (_, i) => `| ${columns.map((column) => padded(cells[column]?.[i] ?? '', width)).join(' | ')} |\n`).join('');
    });
    return rule + lines.map((line) => line + rule).join('');
  },
};

export const pandocSimple: TableLayout = {
  id: 'pandoc, columns below a rule',
  cells: 'all',
  rowsBy: 'separators',
  render(form) {
    const rows = gridOf(form).map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    const widths = Array.from({ length: widest(rows) }, (_, column) => Math.max(2, ...rows.map((cells) => displayWidth(cells[column] ?? ''))));
    const line = (cells: readonly string[]): string => `  ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' ')}\n`;
    const rule = line(widths.map((width) => '-'.repeat(width)));
    return rule + rows.map(line).join('') + rule;
  },
};
