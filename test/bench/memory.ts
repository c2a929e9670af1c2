/**
 * Resident memory of the server beside a trivial one: with documents of every size open, and after a long day's work. Right after
 * edits it counts what V8 has not collected yet as well; when nothing has happened for a while, V8 collects and gives back.
 */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Random } from '../support/random';
import { type Corpus, documentOf, editScript, megabytes } from './corpus';
import { figure, printTable } from './figures';
import { type ServerName, ServerProcess } from './serverProcess';

const SIZES = [6e3, 100e3, 1e6, 10e6];
const EDITS = 10_000;
const OPENINGS = 1000;
/** V8 begins to give memory back after some eight seconds without work. */
const REST_MS = 20_000;

export async function memory(corpora: readonly Corpus[]): Promise<void> {
  if (!existsSync('/proc/self/status')) {
    console.log('Memory: not measured, this system has no /proc.\n');
    return;
  }
  console.log('Resident memory, MB. Target: ≤ the trivial server + 25 MB on one report; ≤ 3× the text beyond it at 10 MB; no growth.\n');
  const corpus = corpora.at(-1)!;
  const rows: string[][] = [];
  for (const size of SIZES) {
    const text = documentOf(corpus, size);
    const [own, trivial] = await Promise.all([opened('ogi-report', text), opened('trivial', text)]);
    const timesTheText = (at: 'edited' | 'rested'): string => figure((own[at] - trivial[at]) / megabytes(text));
    rows.push([`${figure(megabytes(text))} MB`, figure(trivial.edited), figure(own.edited), figure(own.edited - trivial.edited), timesTheText('edited'), figure(own.peak), figure(trivial.rested), figure(own.rested), timesTheText('rested')]);
  }
  printTable([`${corpus.name}, right after edits`, 'trivial', 'own', 'more', 'times the text', 'own peak', `trivial, ${REST_MS / 1000} s later`, 'own', 'times the text'], rows);
  await growth(corpus);
}

interface Used {
  readonly edited: number;
  readonly rested: number;
  readonly peak: number;
}

async function opened(name: ServerName, text: string): Promise<Used> {
  const server = await ServerProcess.start(name);
  await server.open(text);
  // A few edits, so that what only the first analysis needed can go.
  for (const edit of editScript(text, '', 10, new Random(1))) await server.edit(edit);
  const { now: edited, peak } = server.memory();
  await setTimeout(REST_MS);
  const { now: rested } = server.memory();
  await server.stop();
  return { edited, rested, peak };
}

async function growth(corpus: Corpus): Promise<void> {
  const server = await ServerProcess.start('ogi-report');
  const text = documentOf(corpus, 100e3);
  await server.open(text);
  const rows: string[][] = [];
  const note = (after: string): void => void rows.push([after, figure(server.memory().now)]);
  const script = editScript(text, '', EDITS / 3, new Random(2));
  for (const [i, edit] of script.entries()) {
    await server.edit(edit);
    if (i % Math.floor(script.length / 5) === 0) note(`${i} edits`);
  }
  for (let i = 0; i <= OPENINGS; i++) {
    await server.close();
    await server.open(text);
    if (i % (OPENINGS / 4) === 0) note(`${i} openings`);
  }
  await server.stop();
  printTable(['100 kB open, after', 'own'], rows);
}
