/**
 * `npm run bench [-- SUITE…] [-- --rounds N] [-- --peers]`: what the product costs, beside what it is measured against, in one run.
 * Nothing here passes or fails: `docs/performance.md` says what the figures should be.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { answers } from './answers';
import { cold } from './cold';
import { corpora } from './corpus';
import { edits } from './edits';
import { files } from './files';
import { memory } from './memory';
import { start } from './start';
import { tables } from './tables';

const SUITES = { cold, edits, answers, start, memory, tables, files };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { rounds: { type: 'string', default: '100' }, corpus: { type: 'string' }, peers: { type: 'boolean', default: false } }, allowPositionals: true });
  const unknown = positionals.find((name) => !(name in SUITES));
  if (unknown !== undefined) throw new Error(`No suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}.`);
  const chosen = corpora().filter(({ name }) => name.includes(values.corpus ?? ''));
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  for (const [name, suite] of Object.entries(SUITES)) {
    if (positionals.length === 0 || positionals.includes(name)) await suite(chosen, Number(values.rounds), values.peers);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
