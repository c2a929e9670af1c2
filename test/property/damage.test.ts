/**
 * Reports damaged at random, as texts are in the wild: a short run of what `npm run fuzz` does for as long as one likes. Nothing
 * throws, every span lies in the text, and fixes leave nothing worse. `OGI_RUNS` makes the run longer.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '../fuzz/checks';
import { mutated } from '../fuzz/mutate';
import { Random } from '../support/random';
import { SEEDS } from '../support/seeds';
import { startTexts } from '../support/startTexts';

const RUNS = Number(process.env['OGI_RUNS'] ?? 400);

test('damaged reports', (t) => {
  const random = new Random();
  t.diagnostic(`OGI_SEED=${random.seed}, ${RUNS} reports`);
  const texts = [...startTexts(random).map(({ text }) => text), ...SEEDS.map(({ text }) => text)];
  const seen = { found: 0, fixable: 0, tables: 0 };
  for (let run = 0; run < RUNS; run++) {
    const text = mutated(random.pick(texts), random, texts);
    try {
      const { found, diagnostics, reports } = checkText(text, random);
      seen.found += found;
      seen.fixable += diagnostics.some(({ fixes }) => fixes.length > 0) ? 1 : 0;
      seen.tables += reports.some(({ model }) => model.tables.some(({ table }) => table.rows.length > 0)) ? 1 : 0;
    } catch (error) {
      throw new Error(`run ${run}, OGI_SEED=${random.seed}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
  t.diagnostic(JSON.stringify(seen));
  assert.ok(seen.found > RUNS && seen.fixable > RUNS / 4 && seen.tables > RUNS / 4, 'the damage must be worth telling and fixing, and leave something to read');
});
