/** Numbers as offices have them: most rows empty, few requests, now and then a busy year; they add up. */
import type { EditionId } from '../../server/src/editions';
import type { Random } from '../support/random';
import { key } from '../support/tables';
import { type Cells, specOf } from './report';

/** How many requests a year sees. */
const SIZES = [0, 3, 12, 40, 160, 900] as const;

export function plausibleCells(edition: EditionId, random: Random): Cells {
  return new Map([...disclosure(edition, random), ...requests(edition, random), ...remedies(edition, random)].map(([name, value]) => [name, String(value)]));
}

type Numbers = [string, number][];

function disclosure(edition: EditionId, random: Random): Numbers {
  const inForce = random.below(60);
  const issued = random.below(Math.min(inForce, 9) + 1);
  const values: Readonly<Record<string, readonly number[]>> =
    edition === '2021'
      ? { rules: [0, 0, 0], normativeDocuments: [issued, random.below(6), inForce], licensing: [random.below(3000)], penalties: [random.below(400)], coercion: [random.below(20)], fees: [random.below(4) * 12.5] }
      : { rules: [0, 0, 0], normativeDocuments: [issued, issued, inForce], licensing: [random.below(40), random.below(9) - 4, random.below(3000)], otherServices: [random.below(40), 0, random.below(500)], penalties: [random.below(60), 0, random.below(300)], coercion: [random.below(9), 0, random.below(20)], fees: [random.below(6), 0], procurement: [random.below(40), random.below(9000) / 4] };
  return specOf(edition, 'proactiveDisclosure').rows.flatMap((row) => row.columns.map((column, i): [string, number] => [key(row.id, column.id), values[row.id]![i]!]));
}

/** Nine of ten applicants are natural persons; what is carried in was received a year before. */
function requests(edition: EditionId, random: Random): Numbers {
  const { rows, columns } = specOf(edition, 'requests');
  const results = rows.slice(2, -2).map(({ id }) => id);
  const usual = results.filter(() => random.oneIn(3));
  const size = random.pick(SIZES);
  const all = new Map<string, number>();
  const add = (row: string, applicant: string, by: number): void => void all.set(key(row, applicant), (all.get(key(row, applicant)) ?? 0) + by);
  columns.slice(0, -1).forEach(({ id: applicant }, i) => {
    const processed = i === 0 ? size : random.oneIn(3) ? Math.ceil((size * random.below(20)) / 100) : 0;
    for (let n = 0; n < processed; n++) add(random.oneIn(3) || usual.length === 0 ? 'granted' : random.pick(usual), applicant, 1);
    const carriedOut = random.oneIn(2) ? random.below(Math.ceil(processed / 8) + 1) : 0;
    const carriedIn = Math.min(processed, random.oneIn(2) ? random.below(Math.ceil(processed / 8) + 1) : 0);
    add('processedTotal', applicant, processed);
    add('carriedOut', applicant, carriedOut);
    add('carriedIn', applicant, carriedIn);
    add('received', applicant, processed + carriedOut - carriedIn);
  });
  return rows.flatMap(({ id }) => {
    const own = columns.slice(0, -1).map((column) => all.get(key(id, column.id)) ?? 0);
    return [...own, sum(own)].map((value, i): [string, number] => [key(id, columns[i]!.id), value]);
  });
}

function remedies(edition: EditionId, random: Random): Numbers {
  const { rows, columns } = specOf(edition, 'reviewAndLitigation');
  return rows.flatMap(({ id }) => {
    const own = columns.slice(0, -1).map(() => (random.oneIn(3) ? random.below(random.oneIn(5) ? 200 : 8) : 0));
    return [...own, sum(own)].map((value, i): [string, number] => [key(id, columns[i]!.id), value]);
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
