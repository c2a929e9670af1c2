/** How many cells of a report are read right, deduced, not read, or wrong. */
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { TableId } from '../../server/src/editions';
import type { Measured } from './measured';

export interface Score {
  readonly cells: number;
  readonly right: number;
  /** Right, of digits that were split by the equations of the form. */
  readonly deduced: number;
  /** Not read, where nobody could tell the cells apart. */
  readonly untold: number;
  /** Not read, though they could be told apart. */
  readonly unread: number;
  /** `table row column: value, not value`. */
  readonly wrong: readonly string[];
  /** Why cells are not read, a table each. */
  readonly reasons: readonly string[];
}

export function measure({ text, values, untold }: Measured): Score {
  const report = analyse(text, DEFAULT_SETTINGS).reports.map(({ model }) => model).find(({ tables }) => tables.length > 0);
  const count = { cells: 0, right: 0, deduced: 0, untold: 0, unread: 0 };
  const wrong: string[] = [];
  const reasons = new Set<string>();
  for (const [id, rows] of Object.entries(values)) {
    const table = report?.tables.find((own) => own.id === id)?.table;
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(columns)) {
        const cell = table?.cell(row, column);
        count.cells++;
        if (!cell) {
          const why = untold[id as TableId] ?? untold[`${id} ${row}`];
          count[why === undefined ? 'unread' : 'untold']++;
          reasons.add(`${id}: ${why ?? (table ? (table.unreadable ?? 'row') : 'no table')}`);
        } else if (cell.value !== value) wrong.push(`${id} ${row} ${column}: ${cell.value}, not ${value}`);
        else count[table!.deduced ? 'deduced' : 'right']++;
      }
    }
  }
  return { ...count, wrong, reasons: [...reasons] };
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (field: 'cells' | 'right' | 'deduced' | 'untold' | 'unread'): number => scores.reduce((total, own) => total + own[field], 0);
  return { cells: sum('cells'), right: sum('right'), deduced: sum('deduced'), untold: sum('untold'), unread: sum('unread'), wrong: scores.flatMap(({ wrong }) => wrong), reasons: [] };
}

/** Least share that must be read of the cells that can be told apart. */
export const TARGET = 0.99;

/** The share that is read of the cells that can be told apart; 1 where there are none. */
export function share({ cells, right, deduced, untold }: Score): number {
  return cells === untold ? 1 : (right + deduced) / (cells - untold);
}
