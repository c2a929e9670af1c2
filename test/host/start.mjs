/**
 * `npm start`: shows the extension in a VS Code with a sample report open. That is the desktop VS Code of this machine,
 * or else VS Code's server, for any browser.
 *
 *     npm start -- --check SCREENSHOT    opens it without a window, waits for the report, saves a picture and ends
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findDesktop, freshProfile, hasDisplay } from './desktop.mjs';
import { openEmbedded } from './embedded.mjs';
import { copyToWorkspace, exitOnSignals, explain, inProject, node, requireNode, root, run, setUp, temporaryFolder } from './project.mjs';
import { startServer } from './server.mjs';

requireNode();
exitOnSignals();
const { values } = parseArgs({ options: { check: { type: 'string' } } });

try {
  await setUp();
  await node(['esbuild.mjs']);
  const report = copyToWorkspace(inProject('test', 'fixtures', 'sample.ogi'));
  const desktop = findDesktop();
  if (values.check) await check(report, values.check);
  else if (desktop) await showOnDesktop(desktop, report);
  else await showInBrowser(report);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

/** Runs till the window is closed. */
async function showOnDesktop(program, { folder, file }) {
  console.log(`Opening ${program}`);
  const options = ['--no-sandbox', '--skip-welcome', '--disable-workspace-trust', '--user-data-dir', freshProfile()];
  await run(program, [...options, '--extensions-dir', temporaryFolder(), `--extensionDevelopmentPath=${root}`, folder, file]);
}

/** Runs till Ctrl-C: the server keeps this process alive. */
async function showInBrowser({ folder, file }) {
  const url = (await startServer()).url({ folder, openFile: file, developmentPath: root });
  console.log(`\nThe extension runs in VS Code at\n\n  ${url}\n\nCtrl-C ends it.`);
  if (hasDisplay()) openDefaultBrowser(url);
}

/** Waits until the report is open as one: in the editor, and in a language that only the extension knows. */
async function check({ folder, file }, screenshot) {
  const { page, close } = await openEmbedded({ folder, openFile: file, developmentPath: root });
  try {
    await page.waitForSelector('.monaco-editor[data-uri$="sample.ogi"] .view-line span', { timeout: 60_000 });
    await page.waitForFunction(() => !/^(|Plain Text)$/.test(document.getElementById('status.editor.mode')?.textContent ?? ''));
  } finally {
    await page.screenshot({ path: screenshot }); // of a failure, too
    await close();
  }
  console.log(`The workbench shows the sample report: ${screenshot}`);
}

/** Best effort: the address is on the screen in any case. */
function openDefaultBrowser(url) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
