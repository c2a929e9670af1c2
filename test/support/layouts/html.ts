/** Raw HTML with the spans of the form; words may be cut into one element for every character or two, blanks be entities. */
import { printedRows, type PrintedCell, type TableLayout, wrapped } from './form';
import type { Random } from '../random';

const BLANKS = ['', '&nbsp;', '<p>&nbsp;</p>', '<p> </p>', '<o:p>&nbsp;</o:p>', '<br/>'];

const rendered = (id: string, between: string, rowsBy: TableLayout['rowsBy']): TableLayout => ({
  id,
  cells: 'all',
  rowsBy,
  render(form, random) {
    const office = random.oneIn(3);
    const rows = printedRows(form).map(({ cells }) => ['<tr>', ...cells.map((cell) => cellOf(cell, office, random)), '</tr>'].join(between));
    return ['<table border="1"><tbody>', ...rows, '</tbody></table>', ''].join('\n');
  },
});

export const html = rendered('HTML, a row a line', '', 'separators');
export const htmlCells = rendered('HTML, a cell a line', '\n', 'number');

function cellOf({ text, kind, across, down }: PrintedCell, office: boolean, random: Random): string {
  const spans = (across > 1 ? ` colspan="${across}"` : '') + (down > 1 ? ` rowspan="${down}"` : '');
  const content = text === '' ? random.pick(BLANKS) : office ? officeText(text, random) : random.oneIn(2) ? `<p>${text}</p>` : text;
  const tag = kind === 'head' && random.oneIn(2) ? 'th' : 'td';
  return `<${tag}${spans}>${content}</${tag}>`;
}

/** As a word processor writes it. */
function officeText(text: string, random: Random): string {
  const spans = wrapped(text, 1 + random.below(2)).map((piece) => `<span lang="EN-US">${piece}</span>`);
  return `<p class="MsoNormal">${spans.join('')}<o:p></o:p></p>`;
}
