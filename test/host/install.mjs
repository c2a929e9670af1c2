/**
 * Installs "a VS Code to run in": the workbench and extension host that the npm package code-server ships.
 * It is about 290 MB, so it has a folder and a lock file of its own and is fetched when it is first needed.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MissingPrerequisite, inProject, npm } from './project.mjs';

const editor = inProject('test', 'host', 'editor');
/** The server inside the package; the wrapper around it (login page, update check) is of no use here. */
const vscode = join(editor, 'node_modules', 'code-server', 'lib', 'vscode');
/** Written last, and with the lock file's hash: a broken or outdated install is done again. */
const marker = join(editor, 'node_modules', '.installed');

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const wanted = () => hash(readFileSync(join(editor, 'package-lock.json'), 'utf8'));
const isInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted();

/**
 * Installs the editor unless it is there already.
 * @returns {Promise<string>} the server's entry, to be run with Node
 */
export async function installEditor() {
  if (!isInstalled()) await oneAtATime(install);
  return join(vscode, 'out', 'server-main.js');
}

async function install() {
  if (isInstalled()) return; // by the process waited for
  const started = Date.now();
  // Native modules are not built: the server runs without them, and so needs no compiler. Its own dependencies
  // are not part of the package and must be installed inside it.
  const options = '--ignore-scripts --engine-strict=false --no-audit --no-fund --loglevel=error';
  try {
    console.log('Installing a VS Code server, once (about 290 MB) …');
    await npm(`ci ${options}`, { cwd: editor });
    console.log('Installing its own dependencies …');
    await npm(`install --omit=dev ${options}`, { cwd: vscode });
  } catch (error) {
    throw new MissingPrerequisite(`the VS Code server could not be installed: ${error.message}`, 'check the access to the npm registry');
  }
  writeFileSync(marker, wanted());
  console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
}

/** Runs the action under a lock between processes. A lock whose process is gone does not count. */
async function oneAtATime(action) {
  const lock = join(tmpdir(), `ogi-report-editor-${hash(editor)}.lock`);
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(lock)) rmSync(lock, { force: true });
    else if (!told) console.log('Waiting for another process that installs the VS Code server …');
    told = true;
    await delay(300);
  }
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  try {
    await action();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

function isStale(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
