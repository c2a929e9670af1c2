/** From an edit to its findings, over the protocol, beside a server that does nothing. */
import { renderTable } from '../../server/src/model/writing/render';
import { tableSpec } from '../../server/src/editions';
import { Random } from '../support/random';
import { type Corpus, documentOf, EDIT_KINDS, editScript } from './corpus';
import { figure, printTable, ratio, Times } from './figures';
import { type Asking, type ServerName, ServerProcess } from './serverProcess';

const SIZES = [10e3, 100e3, 1e6, 10e6];
const SERVERS: readonly ServerName[] = ['trivial', 'ogi-report'];
const WARM_UP = 40;

export async function edits(corpora: readonly Corpus[], rounds: number): Promise<void> {
  const random = new Random();
  console.log(`didChange → findings, milliseconds (OGI_SEED=${random.seed}). Target: p50 ≤ 1.5×, p99 ≤ 2× the trivial server; “work” compares processor time.\n`);
  for (const corpus of corpora) {
    const rows: string[][] = [];
    for (const size of SIZES) {
      for (const mode of ['extension', 'pull', 'push'] as const) rows.push(...(await measure(corpus, size, mode, rounds, random)));
    }
    printTable([corpus.name, 'mode', 'edit', 'n', 'trivial p50', 'p99', 'own p50', 'p99', 'ratio p50', 'p99', 'work p50', 'findings'], rows);
  }
}

async function measure(corpus: Corpus, size: number, mode: Asking, rounds: number, random: Random): Promise<string[][]> {
  const text = documentOf(corpus, size);
  const table = renderTable(tableSpec('requests', '2021'), 'pipe', () => '0', '\n');
  const script = editScript(text, table, Math.ceil(rounds / (size > 1e6 ? 4 : 1)) + WARM_UP / 4, random);
  const times = new Map<string, Times>();
  const timesOf = (server: ServerName, kind: string): Times => {
    const key = `${server} ${kind}`;
    if (!times.has(key)) times.set(key, new Times());
    return times.get(key)!;
  };
  const servers = await Promise.all(SERVERS.map(async (name) => ({ name, server: await ServerProcess.start(name, name === 'trivial' && mode === 'extension' ? 'pull' : mode) })));
  let findings = NaN;
  for (const { server } of servers) findings = await server.open(text);
  for (const [index, edit] of script.entries()) {
    // Edit by edit in turn, so that the machine's moods meet both alike.
    for (const { name, server } of servers) {
      const [start, worked] = [performance.now(), server.processorTime()];
      await server.edit(edit);
      const elapsed = performance.now() - start;
      const work = server.processorTime() - worked;
      if (index < WARM_UP) continue;
      // What other programs do on the machine lengthens the time and not, or not by much, the work.
      for (const kind of [edit.kind, 'all']) timesOf(name, `${kind} work`).add(work);
      for (const kind of [edit.kind, 'all']) timesOf(name, kind).add(elapsed);
    }
  }
  await Promise.all(servers.map(({ server }) => server.stop()));
  const label = size >= 1e6 ? `${size / 1e6} MB` : `${size / 1e3} kB`;
  return [...EDIT_KINDS, 'all'].map((kind) => {
    const [trivial, own] = SERVERS.map((name) => timesOf(name, kind));
    const [p50, p99] = [0.5, 0.99].map((share) => [trivial!.percentile(share), own!.percentile(share)] as const);
    return [label, mode, kind, String(own!.count), figure(p50![0]), figure(p99![0]), figure(p50![1]), figure(p99![1]), ratio(p50![1], p50![0]), ratio(p99![1], p99![0]), ratio(timesOf('ogi-report', `${kind} work`).percentile(0.5), timesOf('trivial', `${kind} work`).percentile(0.5)), kind === 'all' ? String(findings) : ''];
  });
}
