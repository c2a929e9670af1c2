/** GitHub's tables: bars at both ends, a rule below the first row, cells padded so that columns stand below each other. */
import { gridOf, type TableLayout, widest } from './form';

export const github: TableLayout = {
  id: 'GitHub table',
  cells: 'all',
  rowsBy: 'separators',
  render(form, random) {
    const rows = gridOf(form).map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    const widths = Array.from({ length: widest(rows) }, (_, column) => Math.max(3, ...rows.map((cells) => (cells[column] ?? '').length)));
    const line = (cells: readonly string[]): string => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |\n`;
    const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`;
    // Converters that find no header leave it empty.
    return random.oneIn(2) ? line(widths.map(() => '')) + rule + rows.map(line).join('') : line(rows[0]!) + rule + rows.slice(1).map(line).join('');
  },
};
