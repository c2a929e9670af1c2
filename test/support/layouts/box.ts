/** Box drawing, as a text browser prints a web table: rules only where cells end, a cell of several rows in their middle. */
import { cutToWidth, padded } from './canvas';
import { type Form, gridOf, type PrintedCell, type TableLayout } from './form';

export const box: TableLayout = {
  id: 'box drawing',
  cells: 'all',
  rowsBy: 'separators',
  render: (form, random) => draw(form, 40 + random.below(40)),
};

/** The same in plain characters, as `links` prints it. */
export const boxOfDashes: TableLayout = {
  ...box,
  id: 'box of dashes',
  render: (form, random) => box.render(form, random).replace(/[├┤│]/g, '|').replace(/[┌┐└┘┼┬┴]/g, '+').replaceAll('─', '-'),
};

interface Placed extends PrintedCell {
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly string[];
}

function draw(form: Form, labelWidth: number): string {
  const grid = gridOf(form);
  const width = form.labelColumns + form.valueColumns;
  const columns = Array.from({ length: width }, (_, column) => (column < form.labelColumns ? (column === form.labelColumns - 1 ? labelWidth : 16) : 12));
  const span = ({ column, across }: { column: number; across: number }): number => columns.slice(column, column + across).reduce((sum, own) => sum + own, across - 1);
  const cells = grid.flatMap(({ cells: line }, row) => line.flatMap((cell, column): Placed[] => (cell ? [{ ...cell, row, column, pieces: cutToWidth(cell.text, span({ column, across: cell.across })) }] : [])));
  const owner = ownersOf(cells, grid.length, width);
  const heights = grid.map((_, row) => Math.max(1, ...cells.filter((cell) => cell.row === row && cell.down === 1).map(({ pieces }) => pieces.length)));
  // A cell of several rows that needs more lines than they have makes the last of them higher.
  for (const cell of cells) {
    const own = heights.slice(cell.row, cell.row + cell.down).reduce((sum, height) => sum + height, cell.down - 1);
    if (cell.pieces.length > own) heights[cell.row + cell.down - 1]! += cell.pieces.length - own;
  }
  const lines: string[] = [];
  for (let row = 0; row <= grid.length; row++) {
    lines.push(ruleAbove(row));
    if (row === grid.length) break;
    for (let line = 0; line < heights[row]!; line++) lines.push(contentLine(row, line));
  }
  return `${lines.join('\n')}\n`;

  function at(row: number, column: number): Placed | undefined {
    return owner[row]?.[column];
  }

  /** Lines from the top of the cell to the line `line` of `row`, rules between its rows included. */
  function contentLine(row: number, line: number): string {
    let text = '│';
    for (let column = 0; column < width; ) {
      const cell = at(row, column)!;
      const before = heights.slice(cell.row, row).reduce((sum, height) => sum + height + 1, 0);
      text += `${padded(pieceAt(cell, before + line), span(cell))}│`;
      column = cell.column + cell.across;
    }
    return text;
  }

  function pieceAt(cell: Placed, line: number): string {
    const room = heights.slice(cell.row, cell.row + cell.down).reduce((sum, height) => sum + height, cell.down - 1);
    const top = cell.down > 1 ? Math.floor((room - cell.pieces.length) / 2) : 0;
    return cell.pieces[line - top] ?? '';
  }

  function ruleAbove(row: number): string {
    let text = '';
    for (let column = 0; column <= width; column++) {
      const [aboveLeft, aboveRight, belowLeft, belowRight] = [at(row - 1, column - 1), at(row - 1, column), at(row, column - 1), at(row, column)];
      const open = aboveRight !== undefined && aboveRight === belowRight;
      text += corner(aboveLeft !== aboveRight, belowLeft !== belowRight, aboveLeft !== belowLeft, aboveRight !== belowRight);
      if (column === width) break;
      if (!open) text += '─'.repeat(columns[column]!);
      else {
        const before = heights.slice(aboveRight.row, row).reduce((sum, height) => sum + height + 1, 0) - 1;
        const whole = padded(pieceAt(aboveRight, before), span(aboveRight));
        const from = columns.slice(aboveRight.column, column).reduce((sum, own) => sum + own + 1, 0);
        text += from === 0 ? whole : '';
        if (from === 0) column = aboveRight.column + aboveRight.across - 1;
      }
    }
    return text;
  }
}

function ownersOf(cells: readonly Placed[], rows: number, width: number): (Placed | undefined)[][] {
  const owner = Array.from({ length: rows }, () => new Array<Placed | undefined>(width).fill(undefined));
  for (const cell of cells) for (let row = cell.row; row < Math.min(rows, cell.row + cell.down); row++) for (let column = cell.column; column < Math.min(width, cell.column + cell.across); column++) owner[row]![column] = cell;
  return owner;
}

/** The character where lines meet, by which of its four arms are there. */
function corner(up: boolean, down: boolean, left: boolean, right: boolean): string {
  const key = [up, down, left, right].map(Number).join('');
  const drawn: Readonly<Record<string, string>> = { '0101': '┌', '0110': '┐', '1001': '└', '1010': '┘', '1101': '├', '1110': '┤', '0111': '┬', '1011': '┴', '1111': '┼', '1100': '│', '0011': '─' };
  return drawn[key] ?? ' ';
}

