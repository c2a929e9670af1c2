/** The text layer of a scanned flip book: page by page under a page header, head words of 表四 one character a line across. */
import { printedRows, type TableLayout } from './form';
import { dataLines } from './pdfRaw';

export const flipBook: TableLayout = {
  id: 'flip book',
  cells: 'written',
  rowsBy: 'number',
  render(form, random) {
    let page = 7 + random.below(3);
    const every = 8 + random.below(8);
    const lines: string[] = [];
    printedRows(form).forEach((row, index) => {
      if (index % every === every - 1) {
        lines.push(`P. ${page}`, '', `Page ${page + 1} - 政府信息公开工作年报`);
        page++;
      }
      const words = row.cells.filter(({ kind }) => kind !== 'value').map(({ text }) => text);
      if (!row.data) lines.push(...(words.length > 5 && words.every((word) => word.length <= 4) ? vertical(words) : words));
      else lines.push(...words.slice(0, -1), ...dataLines(words.at(-1) ?? '', row, 40));
    });
    return `${lines.join('\n')}\n`;
  },
};

/** `结 结 其 尚` / `果 果 他 未` / `维 纠 结 审` / `持 正 果 结`. */
function vertical(words: readonly string[]): string[] {
  const height = Math.max(...words.map((word) => word.length));
  return Array.from({ length: height }, (_, i) => words.flatMap((word) => word[i] ?? []).join(' '));
}
