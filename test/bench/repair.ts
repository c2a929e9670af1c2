/**
 * Which numbers are wrong: processor time for a busy 表三 with one to four wrong numbers, with what stands in another's place, and
 * with tables made to be as dear as they can be.
 */
import { crossFoot } from '../../server/src/model/crossfoot/crossfoot';
import { repair } from '../../server/src/model/crossfoot/repair';
import type { BoundTable } from '../../server/src/model/types';
import { plausibleCells } from '../faults/numbers';
import { specOf } from '../faults/report';
import { renderTable } from '../../server/src/model/writing/render';
import { Random } from '../support/random';
import { key, tablesOf } from '../support/tables';
import type { Corpus } from './corpus';
import { figure, printTable, Times } from './figures';

const WARM_UP = 20;
/** The least of so many runs is the table's: what is collected and compiled in the others is not its work. */
const REPEATS = 5;

type Damage = (cells: Map<string, string>, random: Random) => void;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'one wrong number': (cells, random) => wrong(cells, random, 1),
  'two wrong numbers': (cells, random) => wrong(cells, random, 2),
  'three wrong numbers': (cells, random) => wrong(cells, random, 3),
  'four wrong numbers': (cells, random) => wrong(cells, random, 4),
  'three wrong by the same': (cells, random) => shifted(cells, random, 3, () => 7),
  'three wrong totals in a column': (cells, random) => shifted(cells, random, 3, () => 7, / total$/),
  'nine where three rows meet three columns': (cells, random) => crossed(cells, random),
  'any numbers': (cells, random) => wrong(cells, random, 200),
  'any large numbers': (cells, random) => wrong(cells, random, 600, 1_000_000),
  'every equation broken': (cells, random) => shifted(cells, random, 100, () => 1 + random.below(9), / total$|^(?:processedTotal|received) /),
  'rows in other places': (cells, random) => exchangedRows(cells, random),
  'nothing but ones': (cells) => { for (const name of cells.keys()) cells.set(name, '1'); },
};

export function repairs(_: readonly Corpus[], rounds: number): void {
  console.log('The mistakes behind broken equations, milliseconds of processor time a table. Target: a few.\n');
  const rows = Object.entries(DAMAGES).map(([name, damage]) => {
    const times = new Times();
    for (let round = 0; round < rounds + WARM_UP; round++) {
      const { equations, table } = broken(damage, new Random(round));
      if (round >= WARM_UP) times.add(Math.min(...Array.from({ length: REPEATS }, () => costOf(() => repair(table, equations)))));
    }
    return [name, String(times.count), figure(times.percentile(0.5)), figure(times.percentile(0.99)), figure(times.percentile(1))];
  });
  printTable(['表三', 'n', 'p50', 'p99', 'most'], rows);
}

/** Milliseconds of processor time, of all threads. */
function costOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function broken(damage: Damage, random: Random): { readonly table: BoundTable; readonly equations: ReturnType<typeof crossFoot>['equations'] } {
  const cells = new Map([...plausibleCells('2021', random)].filter(([name]) => specOf('2021', 'requests').rows.some(({ id }) => name.startsWith(`${id} `))));
  damage(cells, random);
  const text = `三、收到和处理政府信息公开申请情况\n${renderTable(specOf('2021', 'requests'), 'pipe', (row, column) => cells.get(key(row.id, column.id))!, '\n')}`;
  const table = tablesOf(text).get('requests')!;
  return { table, equations: crossFoot(table).equations };
}

function wrong(cells: Map<string, string>, random: Random, count: number, below = 60): void {
  const names = [...cells.keys()];
  for (let n = 0; n < count; n++) cells.set(random.pick(names), String(random.below(below)));
}

/** More than there should be in some cells, of those whose names fit. */
function shifted(cells: Map<string, string>, random: Random, count: number, by: () => number, names = /^/): void {
  const left = [...cells.keys()].filter((name) => names.test(name));
  for (let n = 0; n < count && left.length > 0; n++) {
    const [name] = left.splice(random.below(left.length), 1) as [string];
    cells.set(name, String(Number(cells.get(name)) + by()));
  }
}

/** Few rows and few columns are off, so that the search goes as deep as it may. */
function crossed(cells: Map<string, string>, random: Random): void {
  const { rows, columns } = specOf('2021', 'requests');
  const some = <T>(all: readonly T[]): T[] => Array.from({ length: 3 }, () => random.pick(all));
  const [ownRows, ownColumns] = [some(rows), some(columns)];
  for (const row of ownRows) for (const column of ownColumns) cells.set(key(row.id, column.id), String(random.below(500)));
}

/** Every row has the numbers of another. */
function exchangedRows(cells: Map<string, string>, random: Random): void {
  const { rows } = specOf('2021', 'requests');
  const order = rows.map((row) => ({ row, at: random.below(1000) })).sort((a, b) => a.at - b.at).map(({ row }) => row);
  const before = new Map(cells);
  rows.forEach((row, i) => { for (const column of row.columns) cells.set(key(row.id, column.id), before.get(key(order[i]!.id, column.id))!); });
}
