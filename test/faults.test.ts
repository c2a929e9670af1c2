/** A sample of `npm run faults`: its targets are met, whatever the seed. OGI_SEED repeats a run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtures, randomReports } from './faults/corpus';
import { figuresOf, missedTargets, missesOf } from './faults/figures';
import { FAULTS, measured } from './faults/measure';
import { Random } from './support/random';

const EVERY = 13;

const { seed } = new Random();
const reports = [...fixtures(), ...randomReports(2, new Random(seed))];

test(`known faults are found, and named where the equations decide it; clean reports are left alone (OGI_SEED=${seed})`, () => {
  const result = measured({ reports, seed, rounds: 1, every: EVERY });
  assert.deepEqual(missedTargets(result), [], missesOf(result, 40).join('\n'));
  // A sample in which little was put in proves little.
  const mechanisms = new Set(result.trials.map(({ fault }) => fault.mechanism));
  assert.ok(mechanisms.size > FAULTS.length / 2, `only ${mechanisms.size} mechanisms were tried`);
  assert.ok(figuresOf(result.trials).faults > 200);
});
