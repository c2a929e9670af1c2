/** Which numbers are wrong: milliseconds for a busy 表三 with up to four wrong numbers, rows exchanged, or nothing right at all. */
import { crossFoot } from '../../server/src/model/crossfoot';
import { repair } from '../../server/src/model/repair';
import type { BoundTable } from '../../server/src/model/types';
import { plausibleCells } from '../faults/numbers';
import { specOf } from '../faults/report';
import { renderTable } from '../../server/src/model/render';
import { Random } from '../support/random';
import { key, tablesOf } from '../support/tables';
import type { Corpus } from './corpus';
import { figure, printTable, Times } from './figures';

const WARM_UP = 20;

type Damage = (cells: Map<string, string>, random: Random) => void;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'one wrong number': (cells, random) => wrong(cells, random, 1),
  'four wrong numbers': (cells, random) => wrong(cells, random, 4),
  'any numbers': (cells, random) => wrong(cells, random, 200),
};

export function repairs(_: readonly Corpus[], rounds: number): void {
  console.log('The mistakes behind broken equations, milliseconds a table. Target: a few.\n');
  const rows = Object.entries(DAMAGES).map(([name, damage]) => {
    const times = new Times();
    for (let round = 0; round < rounds + WARM_UP; round++) {
      const { equations, table } = broken(damage, new Random(round));
      const start = performance.now();
      repair(table, equations);
      if (round >= WARM_UP) times.add(performance.now() - start);
    }
    return [name, String(times.count), figure(times.percentile(0.5)), figure(times.percentile(0.99))];
  });
  printTable(['表三', 'n', 'p50', 'p99'], rows);
}

function broken(damage: Damage, random: Random): { readonly table: BoundTable; readonly equations: ReturnType<typeof crossFoot>['equations'] } {
  const cells = new Map([...plausibleCells('2021', random)].filter(([name]) => specOf('2021', 'requests').rows.some(({ id }) => name.startsWith(`${id} `))));
  damage(cells, random);
  const text = `三、收到和处理政府信息公开申请情况\n${renderTable(specOf('2021', 'requests'), 'pipe', (row, column) => cells.get(key(row.id, column.id))!, '\n')}`;
  const table = tablesOf(text).get('requests')!;
  return { table, equations: crossFoot(table).equations };
}

function wrong(cells: Map<string, string>, random: Random, count: number): void {
  const names = [...cells.keys()];
  for (let n = 0; n < count; n++) cells.set(random.pick(names), String(random.below(60)));
}
