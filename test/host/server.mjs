/** VS Code's server: it serves the workbench to a browser and runs extensions in the real Node extension host. */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installEditor } from './install.mjs';
import { inProject, run, temporaryFolder } from './project.mjs';

const startTimeout = 30_000;

/**
 * @typedef {object} Opening  What a window shows; all are absolute paths.
 * @property {string} folder
 * @property {string} [openFile]
 * @property {string} [developmentPath]  An extension in development.
 * @property {string} [testsPath]        A module whose `run()` the extension host calls.
 */

/**
 * Starts a server of this machine's own, on a free port.
 * @param {{ extensions?: string, env?: NodeJS.ProcessEnv }} [options]  `extensions` is a folder of installed ones.
 * @returns {Promise<{ url: (opening: Opening) => string, stop: () => void, log: () => string }>}
 */
export async function startServer({ extensions, env } = {}) {
  const data = temporaryFolder();
  const machine = join(data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  copyFileSync(inProject('test', 'host', 'settings.json'), join(machine, 'settings.json'));

  // Whoever reaches the port could run programs as this user: a token keeps other users and web pages out.
  const token = randomUUID();
  const server = spawn(
    process.execPath,
    [
      await installEditor(),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust', '--enable-smoke-test-driver'],
      ...['--server-data-dir', data, '--extensions-dir', extensions ?? join(data, 'extensions')],
    ],
    { env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const stop = () => killGroup(server);
  process.once('exit', stop);

  let log = '';
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The VS Code server did not start.\n${log}`)), startTimeout);
    const read = (chunk) => {
      log += chunk;
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (!listening) return;
      clearTimeout(timer);
      resolve(listening[1]);
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
    server.once('exit', (code) => reject(new Error(`The VS Code server ended with ${code}.\n${log}`)));
  });

  return {
    url: (opening) => workbenchUrl(port, token, opening),
    log: () => log,
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}

/** Installs a packaged extension into a folder of extensions. */
export async function installExtension(vsix, extensions) {
  const options = ['--extensions-dir', extensions, '--server-data-dir', temporaryFolder(), '--accept-server-license-terms'];
  await run(process.execPath, [await installEditor(), '--install-extension', vsix, ...options], { stdio: ['ignore', 'inherit', 'ignore'] });
}

/** The address of a window: the workbench reads what to open from its query. */
function workbenchUrl(port, token, { folder, openFile, developmentPath, testsPath }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
  const payload = [['skipWelcome', 'true']];
  if (openFile) payload.push(['openFile', remote(openFile)]);
  if (developmentPath) payload.push(['extensionDevelopmentPath', remote(developmentPath)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  const query = new URLSearchParams({
    tkn: token,
    folder: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}

/** Without the variables of a VS Code whose terminal this may run in: they would point the server at that one. */
function cleanEnvironment(added) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/** Ends the server and the extension hosts it started, at once: nothing it holds is worth saving. */
function killGroup({ pid }) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
