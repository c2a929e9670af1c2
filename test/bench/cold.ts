/** A whole check of a text never seen before, in this process: megabytes (UTF-8) a second, and whether it is linear. */
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type Corpus, documentOf, megabytes } from './corpus';
import { figure, printTable, ratio, Times } from './figures';

const SIZES = [10e3, 100e3, 1e6, 10e6];

export async function cold(corpora: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Check of a whole text from cold. Target: ≥ 50 MB/s, linear from 10 kB to 10 MB. The floor looks at every character once.\n');
  for (const corpus of corpora) {
    const rows = SIZES.map((size) => measure(corpus, size, rounds));
    const rate = (row: (typeof rows)[number]): number => row.size / row.p50;
    printTable(
      [corpus.name, 'n', 'p50 ms', 'p99 ms', 'MB/s', 'to 10 kB', 'floor MB/s', 'findings'],
      rows.map((row) => [`${figure(row.size)} MB`, String(row.n), figure(row.p50), figure(row.p99), figure(rate(row) * 1000), ratio(rate(row), rate(rows[0]!)), figure((row.size / row.floor) * 1000), String(row.found)]),
    );
  }
}

function measure(corpus: Corpus, bytes: number, rounds: number) {
  const text = documentOf(corpus, bytes);
  const n = Math.max(3, Math.min(rounds, Math.ceil(2e7 / bytes)));
  const [own, floor] = [new Times(), new Times()];
  let found = 0;
  let sum = 0;
  for (let i = -n; i < n; i++) {
    const fresh = Buffer.from(text).toString();
    let start = performance.now();
    found = analyse(fresh, { ...DEFAULT_SETTINGS }).found;
    if (i >= 0) own.add(performance.now() - start);
    start = performance.now();
    for (let k = 0; k < fresh.length; k++) sum += fresh.charCodeAt(k);
    if (i >= 0) floor.add(performance.now() - start);
  }
  if (sum === 0) throw new Error('The floor looked at nothing.');
  return { size: megabytes(text), n, p50: own.percentile(0.5), p99: own.percentile(0.99), floor: floor.percentile(0.5), found };
}
