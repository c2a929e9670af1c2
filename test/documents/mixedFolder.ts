/**
 * `npm run folder -- [--files 2000] [--seed N]`: a folder of mixed files is made, imported and checked in one call, and held against what is in it.
 * Prints the first lines of the summary, its last one, and the most memory that the process took at any time.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { surprises, type FolderRecord } from '../support/folderRecords';
import { writeMixedFolder } from '../support/mixedFolder';
import { Random } from '../support/random';

const { values } = parseArgs({ options: { files: { type: 'string', default: '2000' }, seed: { type: 'string' } } });

const WATCH_MS = 200;
const SHOWN = 12;

/** In bytes; 0 where the system does not tell. */
function residentMemory(pid: number): number {
  try {
    return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function main(): Promise<void> {
  const random = values.seed === undefined ? new Random() : new Random(Number(values.seed));
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-folder-'));
  try {
    const expected = await writeMixedFolder(join(folder, 'in'), Number(values.files), random);
    const bytes = readdirSync(join(folder, 'in'), { recursive: true, encoding: 'utf8' }).reduce((sum, name) => sum + statSync(join(folder, 'in', name)).size, 0);
    console.log(`OGI_SEED=${random.seed}: ${expected.size} files, ${(bytes / 1e6).toFixed(1)} MB`);
    const began = performance.now();
    const child = spawn(process.execPath, [join(__dirname, '../../dist/cli.js'), 'import', '--check', '--lang', 'en', '-o', 'out', '--json-output', 'result.ndjson', 'in'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    let memory = 0;
    const watch = setInterval(() => (memory = Math.max(memory, residentMemory(child.pid!))), WATCH_MS);
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    clearInterval(watch);
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s, exit status ${String(code)}, ${memory === 0 ? 'memory not known on this system' : `${Math.round(memory / 1e6)} MB at most`}`);
    const summary = out.trimEnd().split('\n');
    console.log([...summary.slice(0, SHOWN), '…', summary.at(-1)].join('\n'));
    const records = readFileSync(join(folder, 'result.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as FolderRecord);
    const wrong = surprises(expected, records, 'in');
    for (const line of wrong) console.log(line);
    console.log(`${expected.size - wrong.length} of ${expected.size} files came out as they should`);
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void main();
