/** A cell a paragraph: nothing but blank lines between cells and no mark between rows. A blank cell is a blank paragraph, or nothing at all. */
import { type Form, printedRows, type TableLayout } from './form';
import type { Random } from '../random';

/** Header words come in paragraphs of their own now and then: `商业`, `企业`. */
function paragraphs(form: Form, random: Random): string[] {
  return printedRows(form).flatMap(({ cells }) =>
    cells.flatMap(({ text, kind }) => (kind === 'head' && /^(?:商业|科研)/.test(text) && random.oneIn(2) ? [text.slice(0, 2), text.slice(2)] : [text])),
  );
}

export const paragraphPerCell: TableLayout = {
  id: 'a paragraph a cell',
  cells: 'all',
  rowsBy: 'number',
  render: (form, random) => `${paragraphs(form, random).join('\n\n')}\n`,
};

export const paragraphPerText: TableLayout = {
  id: 'a paragraph a cell, blank ones lost',
  cells: 'written',
  rowsBy: 'number',
  render: (form, random) => `${paragraphs(form, random).filter((text) => text !== '').join(random.oneIn(2) ? '\n\n' : '\n')}\n`,
};

export const linePerCell: TableLayout = {
  id: 'a line a cell, blank ones blank lines',
  cells: 'written',
  rowsBy: 'number',
  render: (form, random) => `${paragraphs(form, random).join('\n')}\n`,
};
