/**
 * Runs the suite inside a real VS Code: the desktop program where there is one, else VS Code's server in its place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { findDesktop, freshProfile } from '../host/desktop.mjs';
import { requireEmbeddedEditor } from '../host/embedded.mjs';
import { inProject, root, run, temporaryFolder } from '../host/project.mjs';
import { installExtension } from '../host/server.mjs';

/** @typedef {{ name: string, ok: boolean, ms: number, error?: string }} Row  What the suite reports of one test. */

/**
 * @param {string} [vsix]  the packaged extension to test; without it, the one in development
 * @param {object} [alone]  for what is measured alone
 * @param {Record<string, string>} [alone.environment]  what else the suite is told
 * @param {(extensions: string) => void} [alone.installed]  called with the folder of installed extensions
 * @returns {Promise<Row[]>}
 */
export async function runSuite(vsix, { environment = {}, installed = () => undefined } = {}) {
  const desktop = findDesktop();
  if (!desktop) await requireEmbeddedEditor();
  await bundleSuite();
  console.log(desktop ? `VS Code: ${desktop}` : 'VS Code: the server, in Chromium');
  const profile = freshProfile();
  const extensions = temporaryFolder();
  if (vsix && desktop) await installOnDesktop(desktop, vsix, extensions, profile);
  else if (vsix) await installExtension(vsix, extensions);
  installed(extensions);

  const report = join(temporaryFolder(), 'report.json');
  const failure = await runTests({
    vscodeExecutablePath: desktop ?? process.execPath,
    launchArgs: [
      ...(desktop ? [] : [inProject('test', 'host', 'stand-in.mjs')]),
      temporaryFolder(),
      `--extensions-dir=${extensions}`,
      `--user-data-dir=${profile}`,
    ],
    extensionDevelopmentPath: vsix ? inProject('test', 'e2e', 'empty-extension') : root,
    extensionTestsPath: inProject('test', 'e2e', 'out', 'index'),
    extensionTestsEnv: { OGI_E2E_REPORT: report, OGI_E2E_FIXTURES: inProject('test', 'fixtures'), OGI_E2E_PROJECT: root, ...environment },
  }).then(
    () => undefined,
    (error) => error,
  );
  // The report is the proof, not the exit code: a window that closes early ends with 0 as well.
  if (!existsSync(report)) throw failure ?? new Error('VS Code ended without a report of its tests');
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** The extension host loads the suite as one CommonJS file. */
async function bundleSuite() {
  await build({
    absWorkingDir: inProject('test', 'e2e'),
    entryPoints: ['suite/index.ts'],
    outfile: 'out/index.js',
    external: ['vscode'],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function installOnDesktop(desktop, vsix, extensions, profile) {
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(desktop);
  const args = ['--no-sandbox', '--install-extension', vsix, '--extensions-dir', extensions, '--user-data-dir', profile];
  const shell = process.platform === 'win32'; // there the command is a .cmd file
  const quote = (word) => (shell ? `"${word}"` : word);
  await run(quote(cli), args.map(quote), { shell });
}
