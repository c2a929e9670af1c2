/** A table of a Word document as rows of cells, each where it begins. */
import type { Block, Cell } from '../blocks';
import { plain } from './plain';
import type { Losses } from './imported';
import type { Reader } from './docx';
import { child, valueOf, type XmlElement } from './xml';

interface Draft {
  readonly blocks: readonly Block[];
  readonly across: number;
  down: number;
}

const MOST_COLUMNS = 1000;

/** A table with others inside only arranges what it holds, as does one of a single column: their content comes one after another. */
export function wordTable(table: XmlElement, reader: Reader, losses: Losses): Block[] {
  const rows: Draft[][] = [];
  /** The cell that may go on below, by the column it begins in. */
  const above = new Map<number, Draft>();
  for (const row of rowsOf(table, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del')) {
      losses.add('deletions');
      continue;
    }
    if (child(properties, 'w:ins')) losses.add('insertions');
    const cells: Draft[] = [];
    let column = count(valueOf(properties, 'w:gridBefore'), 0);
    if (column > 0) cells.push({ blocks: [], across: column, down: 1 });
    for (const cell of rowsOf(row, 'w:tc')) {
      const own = child(cell, 'w:tcPr');
      const across = count(valueOf(own, 'w:gridSpan'), 1);
      const merge = child(own, 'w:vMerge');
      const upper = above.get(column);
      const last = cells.at(-1);
      if (merge && merge.attributes['val'] !== 'restart' && upper) upper.down++;
      else if (valueOf(own, 'w:hMerge') === 'continue' && last) cells[cells.length - 1] = { ...last, across: last.across + across };
      else {
        const draft = { blocks: reader.blocksIn(cell), across, down: 1 };
        cells.push(draft);
        if (merge) above.set(column, draft);
        else above.delete(column);
      }
      column += across;
    }
    rows.push(cells);
  }
  return blocksOf(rows, losses);
}

function blocksOf(rows: readonly (readonly Draft[])[], losses: Losses): Block[] {
  const cells = rows.flat();
  const nested = cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'));
  if (nested) losses.add('nestedTables');
  if (nested || rows.every((row) => row.length <= 1)) return cells.flatMap(({ blocks }) => blocks);
  return [{ kind: 'table', rows: rows.map((row) => row.map(({ blocks, across, down }): Cell => ({ text: plain(blocks), across, down }))) }];
}

const count = (value: string | undefined, otherwise: number): number => (value !== undefined && /^\d{1,4}$/.test(value) ? Math.min(Number(value), MOST_COLUMNS) : otherwise);

/** The rows of a table, or the cells of a row, whatever is put around them. */
function* rowsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const own of element.children) {
    if (own.name === name) yield own;
    else if (own.name === 'w:sdt' || own.name === 'w:sdtContent' || own.name === 'w:customXml' || own.name === 'w:ins') yield* rowsOf(own, name);
  }
}
