/**
 * `npm run fuzz`: random texts and edits, until a failure is found or the time is over.
 *
 *   --minutes N   how long; 5 by default
 *   --seed N      the same texts again, as far as no clock decides
 *   --all         go on after a failure, and tell each kind once
 *   --only CHECK  text, incremental, or time
 *
 * What a failing text was shrunk to is printed and written to a file. The checking is done in a process of its own: one
 * that hangs, or runs out of memory, is a failure like any other.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Random } from '../support/random';
import { kindOf, type Message } from './messages';

/** A text that takes longer than this, with every way of shrinking it and on a machine that does other things too, is hanging. */
const HANGING_MS = 600_000;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' }, all: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } });
const { seed } = values.seed === undefined ? new Random() : new Random(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'ogi-fuzz-'));
const failures = new Map<string, number>();

console.log(`--seed ${seed}, ${values.minutes} minutes`);
const child = fork(join(__dirname, 'worker.ts'), [String(seed), String(Number(values.minutes) * 60_000), values.only], { execArgv: ['--import', 'tsx', '--max-old-space-size=1024'], serialization: 'advanced' });
let last: { readonly check: string; readonly text: string } | undefined;
let watchdog: NodeJS.Timeout | undefined;
let finished = false;
let stopped = false;

child.on('message', (message: Message) => {
  clearTimeout(watchdog);
  watchdog = setTimeout(() => child.kill('SIGKILL'), HANGING_MS);
  if (message.kind === 'text') last = message;
  else if (message.kind === 'failure') tell(message.check, message.message, message.text, message.case);
  else {
    finished = true;
    const { texts, byCheck, characters, kept, blocks } = message;
    console.log(`${texts} texts (${Object.entries(byCheck).map(([check, count]) => `${check} ${count}`).join(', ')}), ${(characters / 1e6).toFixed(1)} million characters; ${kept} kept for what they met, ${blocks} blocks of code by how often`);
  }
});
child.on('exit', (code, signal) => {
  clearTimeout(watchdog);
  if (!finished && !stopped && last) tell(last.check, `the process ended with ${signal ?? code}: hanging, or out of memory`, last.text, last.text);
  console.log(failures.size === 0 ? 'nothing found' : `${[...failures.values()].reduce((sum, count) => sum + count, 0)} failures of ${failures.size} kinds, in ${folder}`);
  process.exitCode = finished && failures.size === 0 ? 0 : 1;
});

function tell(check: string, message: string, text: string, small: string): void {
  const kind = `${check}: ${kindOf(message)}`;
  const count = (failures.get(kind) ?? 0) + 1;
  failures.set(kind, count);
  if (count > 1) return;
  const file = join(folder, `${failures.size}.txt`);
  writeFileSync(file, small);
  writeFileSync(join(folder, `${failures.size}.whole.txt`), text);
  console.log(`\n${kind}\n${message.slice(0, 2000)}\n${small.length} of ${text.length} characters, in ${file}:\n${JSON.stringify(small.slice(0, 600))}\n`);
  if (values.all) return;
  stopped = true;
  child.kill('SIGKILL');
}
