/** Made-up numbers for the three tables that cross-foot, as a fast-check arbitrary, and the tables read back. */
import fc from 'fast-check';
import { type EditionId, EDITIONS, type TableId } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';

export const TABLE_IDS: readonly TableId[] = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'];

/** Numbers by `row column`; row ids are unique among the tables of an edition. */
export type Numbers = ReadonlyMap<string, number>;

export const key = (row: string, column: string): string => `${row} ${column}`;

/** Mostly nothing, as in real reports; now and then a lot. */
const COUNT = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 1, arbitrary: fc.integer({ min: 41, max: 3_000_000 }) });
const CHANGE = fc.integer({ min: -30, max: 30 });
const AMOUNT = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(0, 5, 25, 3333, 311082)).map(([whole, decimals]) => Number(`${whole}.${decimals}`));

export function crossFooting(id: EditionId): fc.Arbitrary<Numbers> {
  return fc.tuple(disclosure(id), requests(id), remedies(id)).map((parts) => new Map(parts.flatMap((part) => [...part])));
}

const specOf = (edition: EditionId, id: TableId) => EDITIONS.find((own) => own.id === edition)!.tables.find((own) => own.id === id)!;

function disclosure(edition: EditionId): fc.Arbitrary<Numbers> {
  const cells = specOf(edition, 'proactiveDisclosure').rows.flatMap((row) => row.columns.map((column) => ({ name: key(row.id, column.id), quantity: column.quantity })));
  const values = cells.map(({ quantity }) => (quantity === 'change' ? CHANGE : quantity === 'amount' ? AMOUNT : COUNT));
  return fc.tuple(...values).map((drawn) => new Map(cells.map(({ name }, i) => [name, drawn[i]!])));
}

/** Results as drawn; what was carried over is part of what was processed, and the rest of it was received. */
function requests(edition: EditionId): fc.Arbitrary<Numbers> {
  const { rows, columns } = specOf(edition, 'requests');
  const applicants = columns.slice(0, -1).map((column) => column.id);
  const results = rows.slice(2, -2).map((row) => row.id);
  const drawn = fc.array(fc.record({ results: fc.array(COUNT, { minLength: results.length, maxLength: results.length }), out: COUNT, before: fc.integer({ min: 0, max: 100 }) }), {
    minLength: applicants.length,
    maxLength: applicants.length,
  });
  return drawn.map((byApplicant) => {
    const numbers = new Map<string, number>();
    applicants.forEach((applicant, i) => {
      const own = byApplicant[i]!;
      const processed = sum(own.results);
      const carriedIn = Math.floor(((processed + own.out) * own.before) / 100);
      results.forEach((result, k) => numbers.set(key(result, applicant), own.results[k]!));
      numbers.set(key('processedTotal', applicant), processed);
      numbers.set(key('carriedOut', applicant), own.out);
      numbers.set(key('carriedIn', applicant), carriedIn);
      numbers.set(key('received', applicant), processed + own.out - carriedIn);
    });
    for (const { id } of rows) numbers.set(key(id, 'total'), sum(applicants.map((applicant) => numbers.get(key(id, applicant))!)));
    return numbers;
  });
}

function remedies(edition: EditionId): fc.Arbitrary<Numbers> {
  const { rows, columns } = specOf(edition, 'reviewAndLitigation');
  return fc.array(fc.array(COUNT, { minLength: columns.length - 1, maxLength: columns.length - 1 }), { minLength: rows.length, maxLength: rows.length }).map((drawn) => {
    const numbers = new Map<string, number>();
    rows.forEach(({ id }, r) => columns.forEach((column, c) => numbers.set(key(id, column.id), column.id === 'total' ? sum(drawn[r]!) : drawn[r]![c]!)));
    return numbers;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The tables of the one report in `text`, by id. */
export function tablesOf(text: string): ReadonlyMap<TableId, BoundTable> {
  return new Map(analyse(text, DEFAULT_SETTINGS).reports.flatMap(({ model }) => model.tables.map(({ id, table }) => [id, table] as const)));
}

/** Every cell of every table that was read: `row column` with its value. */
export function cellsOf(text: string): ReadonlyMap<string, number | null> {
  return new Map([...tablesOf(text).values()].flatMap((table) => table.rows.flatMap(({ cells }) => cells.map(({ row, column, value }) => [key(row.id, column.id), value] as const))));
}
