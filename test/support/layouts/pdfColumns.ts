/**
 * PDF text read block by block: the labels of some rows, then their numbers, one column below the other. Who wrote which number is lost but
 * for rows that stand alone.
 */
import { type DataRow, printedRows, type TableLayout, wrapped } from './form';
import { groupPieces } from './pdfRaw';

export const pdfColumns: TableLayout = {
  id: 'PDF text block by block',
  cells: 'written',
  rowsBy: 'order',
  render(form, random) {
    const blocks: string[] = [];
    let rows: DataRow[] = [];
    const endBlock = (): void => {
      for (let column = 0; column < Math.max(0, ...rows.map(({ values }) => values.length)); column++) blocks.push(...rows.flatMap(({ values }) => values[column] || []));
      rows = [];
    };
    for (const { cells, data } of printedRows(form)) {
      if (!data || random.oneIn(4)) endBlock();
      const words = cells.flatMap(({ kind, text }) => (kind === 'value' ? [] : [text]));
      blocks.push(...words.flatMap((text, i) => (data && i < words.length - 1 ? groupPieces(text, random) : wrapped(text, 24))));
      if (data) rows.push(data);
    }
    endBlock();
    return `${blocks.join('\n\n')}\n`;
  },
};
