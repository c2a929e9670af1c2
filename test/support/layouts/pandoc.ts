/** What pandoc writes as plain text: a grid of rules where cells have several lines, else columns below a rule of dashes. */
import { cutToWidth, displayWidth, padded } from './canvas';
import { gridOf, type TableLayout, widest } from './form';
import type { Random } from '../random';

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

/** A row a line; or, where cells have several lines, a row a block between blank lines. */
const belowRule = (id: string, between: string, piecesOf: (text: string, random: Random) => readonly string[]): TableLayout => ({
  id,
  cells: 'all',
  rowsBy: 'separators',
  render(form, random) {
    const rows = gridOf(form).map(({ cells }) => cells.map((cell) => piecesOf(cell?.text ?? '', random)));
    const widths = Array.from({ length: widest(rows) }, (_, column) => Math.max(2, ...rows.flatMap((cells) => (cells[column] ?? []).map(displayWidth))));
    const line = (cells: readonly string[]): string => `  ${widths.map((width, column) => padded(cells[column] ?? '', width)).join(' ')}\n`;
    const rule = line(widths.map((width) => '-'.repeat(width)));
    const blocks = rows.map((cells) => Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, i) => line(cells.map((pieces) => pieces[i] ?? ''))).join(''));
    return rule + blocks.join(between) + rule;
  },
});

export const pandocSimple = belowRule('pandoc, columns below a rule', '', (text) => [text]);
/** Line breaks stand where the document has them: in labels, and between words of a header. */
export const pandocBlocks = belowRule('pandoc, blocks below a rule', '\n', (text, random) => (text.length > 5 && !/^[-\d]/.test(text) && random.oneIn(2) ? cutToWidth(text, 2 * (3 + random.below(text.length))) : [text]));
