/**
 * The project's paths, its child processes and its set-up. Node's own modules only: this runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json; it is also the extension in development. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export const inProject = (...parts) => join(root, ...parts);

/** Something the machine lacks: `remedy` is the command, or the sentence, that brings it. */
export class MissingPrerequisite extends Error {
  constructor(reason, remedy) {
    super(reason);
    this.remedy = remedy;
  }
}

/** A command that ended badly; it has told why itself. */
class CommandFailed extends Error {}

/** An error as a person wants to read it: what is missing and how to get it, what failed, or where the fault is. */
export function explain(error) {
  if (error instanceof MissingPrerequisite) return `${error.message}\n  → ${error.remedy}`;
  return error instanceof CommandFailed ? error.message : error.stack;
}

/** Says so, and stops, on a Node that is too old; the newer syntax of other files would only give a riddle. */
export function requireNode(oldest = 20) {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return;
  console.error(`Node ${oldest} or newer is needed; this is ${process.version}. Get it from https://nodejs.org`);
  process.exit(1);
}

/**
 * Runs a command to its end, its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<void>} rejects when the exit code is not 0
 */
export function run(command, args, options) {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
      .on('error', reject)
      .on('exit', (code, signal) =>
        code === 0 ? resolve() : reject(new CommandFailed(`${[command, ...args].join(' ')} ended with ${signal ?? `exit code ${code}`}`)),
      );
  });
}

/** Runs npm. Through a shell, because it is a `.cmd` file on Windows; so the arguments are fixed words, never paths. */
export const npm = (words, options) => run(`npm ${words}`, [], { shell: true, ...options });

/** Runs a script with this Node: no shell and no `.cmd` file in between, the same on every system. */
export const node = (args, options) => run(process.execPath, args, options);

/** Installs the project's dependencies unless they are newer than the lock file already. */
export async function setUp() {
  const installed = inProject('node_modules', '.package-lock.json');
  const locked = inProject('package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  console.log('Installing dependencies (npm ci) …');
  await npm('ci --no-audit --no-fund');
}

/** @type {string[]} */
const temporaryFolders = [];

/** A temporary folder under its real name (macOS links /tmp), gone when this process is. */
export function temporaryFolder() {
  if (temporaryFolders.length === 0) {
    process.on('exit', () => temporaryFolders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })));
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ogi-report-')));
  temporaryFolders.push(folder);
  return folder;
}

/** Copies a file into a new workspace folder, so that trying things out never changes the project. */
export function copyToWorkspace(original) {
  const folder = join(temporaryFolder(), 'reports');
  const file = join(folder, basename(original));
  mkdirSync(folder);
  copyFileSync(original, file);
  return { folder, file };
}

/** Lets Ctrl-C and `kill` end this process through its exit handlers, which stop what it started. */
export function exitOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
}

/** The first of these programs that is on the PATH. */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find((file) => existsSync(file));
}
