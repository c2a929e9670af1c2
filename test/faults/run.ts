/**
 * `npm run faults`: puts every known fault, one at a time, into clean reports in every layout, and prints how many are found,
 * how many are named where they are, how many findings one fault makes, and what is said of the clean reports. Ends with 1
 * where a target is missed.
 *
 * `-- --seed 7` repeats a run; `--reports 12` random reports; `--rounds 3` trials of each kind;
 * `--every 4` only every fourth combination of report and layout: four seeds in a row are samples that have none of the fixtures and real
 * reports in common and together all of them; `--family 'a cell'` only
 * those; `--misses 200` shows more of what was missed, `--texts DIR` writes the texts of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAYOUTS } from '../support/layouts';
import { Random } from '../support/random';
import { fixtures, NOT_CLEAN, randomReports, realReports } from './corpus';
import { missedTargets, missesOf, tableOf } from './figures';
import { FAULTS, measured } from './measure';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    reports: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    family: { type: 'string' },
    misses: { type: 'string', default: '60' },
    texts: { type: 'string' },
  },
});
const { seed } = new Random(values.seed === undefined ? undefined : Number(values.seed));
const real = realReports();
const reports = [...fixtures(), ...randomReports(Number(values.reports), new Random(seed)), ...real];
console.log(`seed ${seed}; ${reports.length} clean reports: ${reports.map(({ name }) => name).join(', ')}`);
console.log(real.length > 0 ? `left out, with mistakes of their own: ${Object.entries(NOT_CLEAN).map(([name, why]) => `${name} (${why})`).join(', ')}` : 'no folder with real reports beside the project');

const faults = FAULTS.filter(({ family }) => values.family === undefined || family === values.family);
const start = process.cpuUsage();
const result = measured({ reports, seed, rounds: Number(values.rounds), faults, every: Number(values.every) });
const { user, system } = process.cpuUsage(start);
console.log(`${result.prints} of ${reports.length * LAYOUTS.length} combinations of report and layout; ${Math.round((user + system) / 1_000_000)} s of processor time`);
console.log(`\n${tableOf(result)}\n`);
const misses = missesOf(result, Number(values.misses));
if (misses.length > 0) console.log(`Missed:\n${misses.join('\n')}\n`);
if (values.texts !== undefined) {
  mkdirSync(values.texts, { recursive: true });
  result.trials.forEach(({ judgement, fault, layout, text }, i) => {
    if (!judgement.traceless && (!judgement.found || (judgement.decided && !judgement.named) || judgement.findings.length > 3)) writeFileSync(join(values.texts!, `${i} ${fault.mechanism} ${layout}.txt`.replaceAll('/', '-')), text);
  });
}

const missed = missedTargets(result);
console.log(missed.length === 0 ? 'All targets are met.' : `Targets missed: ${missed.join('; ')}.`);
process.exitCode = missed.length === 0 ? 0 : 1;
