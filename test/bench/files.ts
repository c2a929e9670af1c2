/**
 * `check` over a folder of many files, as a process: files and megabytes a second with one thread and with all processors, and
 * the memory at its highest; beside it, with `--peers`, autocorrect's linter over the same files in the same run.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type Corpus, megabytes } from './corpus';
import { figure, printTable, ratio, Times } from './figures';

const ROOT = join(__dirname, '../..');
const PEER = 'autocorrect-node@2.14.0';
const FILES = Number(process.env['OGI_FILES'] ?? 2000);
/** Files of a folder; a town's agencies. */
const IN_FOLDER = 100;
const DIGITS = '甲乙丙丁戊己庚辛壬癸';

export async function files(corpora: readonly Corpus[], rounds: number, peers: boolean): Promise<void> {
  console.log(`Check of ${FILES} files. Target: all processors, bounded memory, ≥ 20× autocorrect on the same files.\n`);
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-files-'));
  try {
    const program = join(folder, 'cli.js');
    execFileSync(process.execPath, [join(ROOT, 'esbuild.mjs'), '--production', '--out', folder, 'cli']);
    const peer = peers ? installed(PEER, join(folder, 'peer')) : undefined;
    if (!peers) console.log(`Without --peers ${PEER} is not installed and not measured.\n`);
    for (const corpus of corpora) await measure(corpus, join(folder, 'reports'), program, peer, Math.min(rounds, 5));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program of `name`; undefined where it can't be installed, which is said. */
function installed(name: string, folder: string): string | undefined {
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', name], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return join(folder, 'node_modules', 'autocorrect-node', 'cli.js');
  console.log(`${name} can't be installed, so it is not measured.\n`);
  return undefined;
}

async function measure(corpus: Corpus, folder: string, program: string, peer: string | undefined, rounds: number): Promise<void> {
  const size = write(corpus, folder);
  const check = (jobs: number): string[] => [program, 'check', '--format', 'json', '--fail-on', 'never', '--jobs', String(jobs), folder];
  const all = availableParallelism();
  const calls: readonly (readonly [string, readonly string[]])[] = [['own, --jobs 1', check(1)], [`own, --jobs ${all}`, check(all)], ...(peer === undefined ? [] : [['autocorrect --lint', [peer, '--lint', folder]] as const])];
  const runs = calls.map(([name, args]) => ({ name, args, times: new Times(), memory: 0 }));
  // Taken in turns, so that what else the machine does hits all alike.
  for (let round = 0; round < rounds; round++) {
    for (const run of runs) run.memory = Math.max(run.memory, await timed(run.args, run.times));
  }
  const own = runs[1]!.times.percentile(0.5);
  printTable(
    [`${corpus.name}, ${figure(size)} MB`, 'n', 'p50 s', 'files/s', 'MB/s', 'peak MB', `to own, --jobs ${all}`],
    runs.map(({ name, times, memory }) => {
      const time = times.percentile(0.5);
      return [name, String(times.count), figure(time / 1000), figure((FILES / time) * 1000), figure((size / time) * 1000), figure(memory), ratio(time, own)];
    }),
  );
}

/** Reports of as many agencies: those of one agency would be held against each other. Megabytes. */
function write({ reports }: Corpus, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  const titles = reports.map((text) => titleStart(analyse(text, DEFAULT_SETTINGS)));
  let size = 0;
  for (let i = 0; i < FILES; i++) {
    const below = join(folder, String(Math.floor(i / IN_FOLDER)));
    if (i % IN_FOLDER === 0) mkdirSync(below, { recursive: true });
    const place = [...String(i).padStart(4, '0')].map((digit) => DIGITS[Number(digit)]).join('');
    const [text, title] = [reports[i % reports.length]!, titles[i % reports.length]!];
    const own = `${text.slice(0, title)}${place}县${text.slice(title)}`;
    size += megabytes(own);
    writeFileSync(join(below, `${i}.txt`), own);
  }
  return size;
}

/** Where the title begins, which begins with the agency; 0 where there is none. */
function titleStart({ reports: [report] }: Analysis): number {
  return report?.model.title ? report.start + report.model.title.span.start : 0;
}

/** Runs Node with `args`; resident megabytes at their highest, NaN where the system does not tell. */
async function timed(args: readonly string[], times: Times): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { stdio: 'ignore' });
  const watch = new PeakMemory(child.pid!);
  await once(child, 'exit');
  times.add(performance.now() - started);
  return watch.end();
}

/** Looks now and then at how much a process has had at most; what it takes in its last moments goes unseen. */
class PeakMemory {
  #peak = NaN;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.#timer = setInterval(() => this.#look(), 20);
  }

  end(): number {
    clearInterval(this.#timer);
    return this.#peak;
  }

  #look(): void {
    const status = `/proc/${this.pid}/status`;
    if (!existsSync(status)) return;
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8')) ?? [];
    if (kilobytes !== undefined) this.#peak = Number(kilobytes) / 1024;
  }
}
