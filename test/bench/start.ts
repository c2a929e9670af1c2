/** From spawning a process to the answer to `initialize`, and to the findings of a first report, beside Node that does nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Corpus } from './corpus';
import { figure, printTable, Times } from './figures';
import { bundleOf, ServerProcess } from './serverProcess';

export async function start(corpora: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Start, milliseconds. Target: initialize ≤ bare Node + 45 ms, first findings ≤ 150 ms after it.\n');
  const bare = new Times();
  const trivial = new Times();
  const own = new Times();
  const first = new Times();
  bundleOf('trivial');
  bundleOf('ogi-report');
  const text = corpora.at(-1)!.reports[0]!;
  for (let i = 0; i < Math.min(rounds, 30); i++) {
    let begin = performance.now();
    await once(spawn(process.execPath, ['-e', '']), 'exit');
    bare.add(performance.now() - begin);
    begin = performance.now();
    const other = await ServerProcess.start('trivial');
    trivial.add(performance.now() - begin);
    await other.stop();
    begin = performance.now();
    const server = await ServerProcess.start('ogi-report');
    own.add(performance.now() - begin);
    begin = performance.now();
    await server.open(text);
    first.add(performance.now() - begin);
    await server.stop();
  }
  const row = (name: string, times: Times): string[] => [name, String(times.count), figure(times.percentile(0.5)), figure(times.percentile(0.99)), `${figure(times.percentile(0.5) - bare.percentile(0.5))}`];
  printTable(['', 'n', 'p50', 'p99', 'more than Node'], [row('node -e ""', bare), row('trivial: initialized', trivial), row('own: initialized', own), [...row('own: first findings', first).slice(0, 4), '']]);
}
