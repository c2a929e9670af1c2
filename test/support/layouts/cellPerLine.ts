/** A cell a line behind a tab, a blank line between rows or none; cells of spans may leave an empty cell in the rows after. */
import { gridOf, printedRows, type TableLayout } from './form';

/** What web pages pad their cells with. */
const PADDING = ['', '', '\u00a0', '\u3000', '\u3000\u3000', '\u3000\u00a0'];

const rendered = (id: string, withSpans: boolean, between = '\n'): TableLayout => ({
  id,
  cells: 'all',
  rowsBy: 'number',
  render(form, random) {
    const line = (text: string): string => `\t${random.pick(PADDING)}${text}\n`;
    if (!withSpans) return printedRows(form).map(({ cells }) => `${cells.map(({ text }) => line(text)).join('')}${between}`).join('');
    return gridOf(form)
      .map(({ cells, data }) => {
        const labels = cells.slice(0, form.labelColumns);
        // The empty cells of spans stand before the label; a label of several columns leaves none.
        const first = labels.findIndex((cell) => cell !== undefined);
        const shown = data ? [...labels.slice(0, Math.max(first, 0)).map(() => ''), ...labels.flatMap((cell) => (cell ? [cell.text] : []))] : labels.flatMap((cell) => (cell ? [cell.text] : []));
        const values = cells.slice(form.labelColumns).flatMap((cell) => (cell ? [cell.text] : data ? [] : ['']));
        return `${[...shown, ...values].map(line).join('')}${between}`;
      })
      .join('');
  },
});

export const cellPerLine = rendered('a cell a line behind tabs', false);
export const cellPerLineSpans = rendered('a cell a line behind tabs, spans blank', true);
export const cellPerLineOnly = rendered('a cell a line behind tabs, no line between rows', false, '');
