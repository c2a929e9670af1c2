/**
 * PDF text placed as on the page: columns of spaces, a position for every character wide or narrow, numbers in the middle of
 * their column, and labels of several lines around their numbers.
 */
import { type DataRow, type Form, type HeadRow, type TableLayout, wrapped } from './form';
import type { Random } from '../random';
import { pageMark } from './pages';
import { groupPieces } from './pdfRaw';

const COLUMN = 9;

export const pdfLayout: TableLayout = {
  id: 'pdftotext -layout',
  cells: 'all',
  rowsBy: 'number',
  render(form, random) {
    const page = new Page(14 + random.below(12), random);
    const gap = random.below(3);
    let groups: readonly string[] = [];
    for (const row of form.rows) {
      if (random.oneIn(25)) page.breakAt(pageMark(random));
      if (row.kind === 'head') page.head(row, form);
      else {
        const opening = row.groups.filter((group, depth) => groups[depth] !== group);
        groups = row.groups;
        page.data(row, opening.flatMap((group) => groupPieces(group, random)));
      }
      page.blank(gap);
    }
    return page.text();
  },
};

class Page {
  readonly #lines: string[] = [];
  /** Pieces of group labels, which stand to the left of the lines that follow. */
  readonly #left: string[] = [];
  readonly #labelAt = 12;
  readonly #valuesAt: number;

  constructor(
    private readonly labelWidth: number,
    private readonly random: Random,
  ) {
    this.#valuesAt = this.#labelAt + labelWidth + 8;
  }

  head({ cells }: HeadRow, { labelColumns, valueColumns }: Form): void {
    const width = labelColumns + valueColumns;
    const across = cells.reduce((sum, cell) => sum + cell.across, 0);
    // What goes on from the rows above takes the columns at the left, and the last one.
    let column = across === width ? 0 : Math.max(0, width - across - (across === valueColumns - 2 ? 1 : 0));
    const pieces = cells.map((cell) => {
      const center = column < labelColumns ? this.#labelAt : this.#center(column - labelColumns) + Math.floor(((cell.across - 1) * COLUMN) / 2);
      column += cell.across;
      return { center, lines: wrapped(cell.text, column <= labelColumns ? this.labelWidth : cell.across > 1 ? 12 : 4) };
    });
    const height = Math.max(...pieces.map(({ lines }) => lines.length));
    for (let i = 0; i < height; i++) this.#put(pieces.flatMap(({ center, lines }) => lines.slice(i, i + 1).map((text) => [center - Math.floor(text.length / 2), text] as const)));
  }

  data({ label, values }: DataRow, groups: readonly string[]): void {
    this.#left.push(...groups);
    const pieces = label === undefined ? [] : wrapped(label, this.labelWidth);
    const middle = pieces.length % 2 === 1 ? (pieces.length - 1) / 2 : -1;
    const numbers = values.flatMap((text, k) => (text === undefined || text === '' ? [] : [[this.#center(k) - Math.floor(text.length / 2) + this.random.below(2), text] as const]));
    pieces.forEach((piece, i) => {
      if (middle < 0 && i === pieces.length / 2) this.#put(numbers, false);
      this.#put([[this.#labelAt, piece], ...(i === middle ? numbers : [])]);
    });
    if (pieces.length === 0) this.#put(numbers, false);
  }

  blank(lines: number): void {
    for (let i = 0; i < lines; i++) this.#lines.push('');
  }

  breakAt(mark: string): void {
    this.#lines.push('', `${' '.repeat(this.#valuesAt)}${mark}`.replace(/(?<! ) *\f/, '\f'), '');
  }

  text(): string {
    this.#flush();
    return `${this.#lines.join('\n')}\n`;
  }

  #center(column: number): number {
    return this.#valuesAt + column * COLUMN + 4;
  }

  #put(words: readonly (readonly [number, string])[], withGroup = true): void {
    const group = withGroup && this.#left.length > 0 && !words.some(([at]) => at < 6) ? [[0, this.#left.shift()!] as const] : [];
    let line = '';
    for (const [at, text] of [...group, ...words]) line = line.padEnd(Math.max(at, line === '' ? 0 : line.length + 2)) + text;
    this.#lines.push(line);
  }

  #flush(): void {
    this.#lines.push(...this.#left.splice(0));
  }
}
