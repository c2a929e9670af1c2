/** Numbers that stand in each other's places: of two cells, two rows, two columns. */
import { key } from '../../support/tables';
import type { Random } from '../../support/random';
import type { Fault, Faulty } from '../fault';
import { type Report, specOf, withCells } from '../report';

const TABLE = 'requests';

type Pair = readonly [string, string];

export const swapFaults: readonly Fault[] = [
  swap('cells beside each other exchanged', (report, random) => {
    const { rows, columns } = specOf(report.edition, TABLE);
    const [row, column] = [random.pick(rows).id, random.below(columns.length - 1)];
    return [[key(row, columns[column]!.id), key(row, columns[column + 1]!.id)]];
  }),
  swap('cells below each other exchanged', (report, random) => {
    const { rows, columns } = specOf(report.edition, TABLE);
    const [row, { id }] = [random.below(rows.length - 1), random.pick(columns)];
    return [[key(rows[row]!.id, id), key(rows[row + 1]!.id, id)]];
  }),
  swap('the numbers of two rows exchanged', (report, random) => {
    const { rows, columns } = specOf(report.edition, TABLE);
    const [one, two] = [random.below(rows.length), random.below(rows.length)];
    return columns.map(({ id }) => [key(rows[one]!.id, id), key(rows[two]!.id, id)]);
  }),
  swap('the numbers of rows below each other exchanged', (report, random) => {
    const { rows, columns } = specOf(report.edition, TABLE);
    const row = random.below(rows.length - 1);
    return columns.map(({ id }) => [key(rows[row]!.id, id), key(rows[row + 1]!.id, id)]);
  }),
  swap('the numbers of two columns exchanged', (report, random) => {
    const { rows, columns } = specOf(report.edition, TABLE);
    const [one, two] = [random.below(columns.length), random.below(columns.length)];
    return rows.map(({ id }) => [key(id, columns[one]!.id), key(id, columns[two]!.id)]);
  }),
];

function swap(mechanism: string, pairs: (report: Report, random: Random) => readonly Pair[]): Fault {
  return {
    family: 'numbers exchanged',
    mechanism,
    inject(report, random) {
      for (let attempt = 0; attempt < 40; attempt++) {
        const faulty = exchanged(report, pairs(report, random));
        if (faulty) return faulty;
      }
      return undefined;
    },
  };
}

function exchanged(report: Report, pairs: readonly Pair[]): Faulty | undefined {
  const differing = pairs.filter(([one, two]) => report.cells.get(one) !== report.cells.get(two));
  if (differing.length === 0) return undefined;
  const changes = differing.flatMap(([one, two]): [string, string][] => [[one, report.cells.get(two)!], [two, report.cells.get(one)!]]);
  return { report: withCells(report, new Map(changes)), expected: { kind: 'cells', table: TABLE, cells: changes.map(([name]) => name) } };
}
