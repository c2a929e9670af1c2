/** What the editor waits for before the extension is there, in a real VS Code, beside an extension of the editor's own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Corpus } from './corpus';
import { figure, printTable, Times } from './figures';

const ROOT = join(__dirname, '../..');
const MOST_ROUNDS = 7;

export function activation(_: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Activation of the packaged extension in VS Code, whole milliseconds, each in a new window. Target: ≤ 50 ms.\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'test/e2e/activation.mjs'), String(Math.min(rounds, MOST_ROUNDS))], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) {
    console.log(`Not measured: ${stderr.trim().slice(-1000)}\n`);
    return Promise.resolve();
  }
  const rows = Object.entries(JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number[]>).map(([name, measured]) => {
    const times = new Times();
    for (const time of measured) times.add(time);
    return [name.slice(name.indexOf(' ') + 1), String(times.count), ...[0, 0.5, 1].map((share) => figure(times.percentile(share)))];
  });
  printTable(['', 'n', 'least', 'p50', 'most'], rows);
  return Promise.resolve();
}
