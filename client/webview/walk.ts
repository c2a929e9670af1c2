/** Walking through the cells of a table with the arrow keys: one stop of the Tab key for a table, as in a spreadsheet. */

/** Makes one cell of a table the stop of the Tab key: the one that was it before, else the first. */
export function oneStop(table: Element): void {
  if (!table.querySelector('td.value[tabindex="0"]')) table.querySelector('td.value')?.setAttribute('tabindex', '0');
}

/** Moves the focus from `cell` as `key` says. Whether it is a key that does. */
export function moveFocus(cell: HTMLElement, key: string): boolean {
  const move = MOVES[key];
  if (!move) return false;
  const next = move(cell);
  if (next) {
    cell.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  }
  return true;
}

const valuesIn = (row: Element | null): HTMLElement[] => [...(row?.querySelectorAll<HTMLElement>('td.value') ?? [])];

const MOVES: Readonly<Record<string, (cell: HTMLElement) => HTMLElement | undefined>> = {
  ArrowLeft: (cell) => beside(cell, -1),
  ArrowRight: (cell) => beside(cell, 1),
  ArrowUp: (cell) => across(cell, -1),
  ArrowDown: (cell) => across(cell, 1),
  Home: (cell) => valuesIn(cell.parentElement)[0],
  End: (cell) => valuesIn(cell.parentElement).at(-1),
};

function beside(cell: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const row = valuesIn(cell.parentElement);
  return row[row.indexOf(cell) + step];
}

/** In the next row that has values, the one that stands nearest above or below: cells reach over several columns. */
function across(cell: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rows = [...(cell.closest('table')?.querySelectorAll('tr') ?? [])];
  const middle = ({ left, right }: DOMRect): number => (left + right) / 2;
  const own = middle(cell.getBoundingClientRect());
  for (let at = rows.indexOf(cell.parentElement as HTMLTableRowElement) + step; at >= 0 && at < rows.length; at += step) {
    const cells = valuesIn(rows[at]!).map((other) => ({ other, distance: distanceTo(other.getBoundingClientRect(), own) }));
    if (cells.length > 0) return cells.reduce((a, b) => (b.distance < a.distance ? b : a)).other;
  }
  return undefined;
}

const distanceTo = ({ left, right }: DOMRect, x: number): number => Math.max(left - x, x - right, 0);
