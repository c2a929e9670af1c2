/**
 * Reports with any numbers, in every layout that tables are found in, are read back: equal where the layout shows its cells, never
 * with another number, and with few refusals; with damage, right or refused. `OGI_RUNS` makes the run longer; a trial that fails is
 * told with what it is made of, so that it can be had again.
 */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { EDITIONS } from '../../server/src/editions';
import { LAYOUTS, TORN } from '../support/layouts';
import type { TableLayout } from '../support/layouts/form';
import { attempt, type Trial } from '../support/layouts/trial';
import { Random } from '../support/random';

const { seed } = new Random();
const RUNS = Number(process.env['OGI_RUNS'] ?? 3);
/** Reports that are the same in every run: the share of cells that are read of these is held. */
const HELD = [1, 2, 3, 4];

type Kind = Pick<Trial, 'blanks' | 'unbalanced' | 'damaged'>;

/** Share of the cells written that are read, over reports of both editions for each of `seeds`; a number that was not written fails. */
function readShare(layout: TableLayout, seeds: readonly number[], kindOf: (run: number) => Kind): number {
  let cells = 0;
  let read = 0;
  for (const { id: edition } of EDITIONS) {
    seeds.forEach((own, run) => {
      const trial: Trial = { layout, edition, seed: own, ...kindOf(run) };
      const outcome = attempt(trial);
      assert.deepEqual(outcome.wrong, [], `${JSON.stringify({ ...trial, layout: layout.id })}, damage: ${outcome.damages.join(', ')}\n${outcome.text}`);
      cells += outcome.cells;
      read += outcome.read;
    });
  }
  return read / cells;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const RANDOM = Array.from({ length: RUNS }, (_, run) => seed + run);

function hold(context: TestContext, layout: TableLayout, least: number, kindOf: (run: number) => Kind): void {
  const random = readShare(layout, RANDOM, kindOf);
  context.diagnostic(`${percent(1 - random)} of the cells of ${RUNS * EDITIONS.length} reports refused (OGI_SEED=${seed})`);
  const held = readShare(layout, HELD, kindOf);
  assert.ok(held >= least, `${percent(held)} of the cells read; not less than ${percent(least)}`);
}

/** Least shares of the held reports: whole, with blank cells, damaged. */
type Shares = readonly [whole: number, blanks: number, damaged: number];

/** PDF text loses its columns, and glued digits mostly have several readings. */
const LEAST: Readonly<Record<string, Shares>> = {
  pdftotext: [0.9, 0.05, 0.5],
  'pdftotext -layout': [1, 0.5, 0.7],
  'torn Markdown tables': [0.99, 0.95, 0.85],
  // A bar at the end of a row may be its last cell or padding.
  'a cell a line with a bar behind it, blank ones too': [1, 0.9, 0.85],
  'a cell a line, its bar on the next': [1, 0.9, 0.85],
  'a cell a line with a bar behind it, and one before its row': [1, 0.9, 0.85],
  'one line, digits glued': [0.02, 0, 0],
  'a row a line, digits glued': [0.02, 0, 0],
};
const leastOf = ({ id, cells }: TableLayout): Shares => LEAST[id] ?? (cells === 'all' ? [1, 0.97, 0.85] : [1, 0.1, 0.5]);

for (const layout of LAYOUTS) {
  describe(layout.id, () => {
    const [whole, blanks, damaged] = leastOf(layout);
    test('numbers that cross-foot, and such that do not', (context) => hold(context, layout, whole, (run) => ({ blanks: false, unbalanced: run % 2 === 1, damaged: false })));
    test('blank cells', (context) => hold(context, layout, blanks, (run) => ({ blanks: true, unbalanced: run % 2 === 1, damaged: false })));
    test('damage', (context) => hold(context, layout, damaged, (run) => ({ blanks: run % 2 === 1, unbalanced: run % 3 === 1, damaged: true })));
  });
}

describe('what is torn apart', () => {
  for (const layout of TORN) test(layout.id, (context) => hold(context, layout, layout.id === 'PDF text sorted by height' ? 1 : 0, (run) => ({ blanks: false, unbalanced: run % 2 === 1, damaged: false })));
});
