/**
 * `npm run bench [-- SUITE…] [-- --rounds N] [-- --peers]`: what the product costs, beside what it is measured against, in one run.
 * Nothing here passes or fails: `docs/performance.md` says what the figures should be.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { activation } from './activation';
import { answers } from './answers';
import { cold } from './cold';
import { corpora } from './corpus';
import { edits } from './edits';
import { figure, Times } from './figures';
import { files } from './files';
import { memory } from './memory';
import { repairs } from './repair';
import { start } from './start';
import { tables } from './tables';

const SUITES = { cold, edits, answers, start, activation, memory, tables, files, repairs };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, corpus: { type: 'string' }, peers: { type: 'boolean', default: false } }, allowPositionals: true });
  const unknown = positionals.find((name) => !(name in SUITES));
  if (unknown !== undefined) throw new Error(`No suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}.`);
  const chosen = corpora().filter(({ name }) => name.includes(values.corpus ?? ''));
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  tellNoise();
  for (const [name, suite] of Object.entries(SUITES)) {
    if (positionals.length === 0 || positionals.includes(name)) await suite(chosen, Number(values.rounds), values.peers);
  }
}

/** How evenly the machine runs: the same sum over and over. Where p99 is a multiple of p50, so it is of whatever is measured. */
function tellNoise(): void {
  const times = new Times();
  for (let i = 0; i < 300; i++) {
    const start = performance.now();
    let sum = 0;
    for (let k = 0; k < 1e5; k++) sum = (sum + k * k) % 1_000_003;
    if (sum < 0) throw new Error('A sum of squares is not negative.');
    times.add(performance.now() - start);
  }
  const [p50, p99] = [0.5, 0.99].map((share) => times.percentile(share));
  console.log(`Noise: one sum takes ${figure(p50!)} ms at p50 and ${figure(p99!)} at p99; load ${loadavg().map(figure).join(', ')}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
