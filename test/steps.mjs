/**
 * The steps of `npm test`, in their order. A step returns its counts, or throws: a MissingPrerequisite when it could
 * not run at all, any other error when it failed.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { browserPackages, findBrowser } from './host/browser.mjs';
import { requireEmbeddedEditor } from './host/embedded.mjs';
import { inProject, MissingPrerequisite, node, npm, temporaryFolder } from './host/project.mjs';

/** @typedef {{ passed: number, failed: number, skipped?: number }} Counts */

/**
 * @typedef {object} Step
 * @property {string} name          `e2e:vsix` is chosen by `e2e` too
 * @property {() => Promise<Counts | void>} run  without counts it is one test
 * @property {string[]} [packages]  Debian packages it needs
 * @property {boolean} [needsBuild] whether it tests what `build` makes
 */

/** @type {Step[]} */
export const steps = [
  { name: 'build', run: () => node(['esbuild.mjs']) },
  { name: 'types', run: types },
  { name: 'lint', run: () => node([inProject('node_modules', 'eslint', 'bin', 'eslint.js'), '--max-warnings=0', '.']) },
  { name: 'audit', run: audit },
  { name: 'unit', run: unit, packages: ['neovim', 'emacs-nox', 'elpa-eglot', 'parallel'], needsBuild: true },
  { name: 'grammar', run: grammar },
  { name: 'preview', run: preview, packages: browserPackages, needsBuild: true },
  { name: 'e2e:development', run: () => e2e(), packages: browserPackages, needsBuild: true },
  { name: 'e2e:interface', run: interfaceOf, packages: browserPackages, needsBuild: true },
  { name: 'package', run: packageSize },
  { name: 'e2e:vsix', run: packaged, packages: browserPackages, needsBuild: true },
  { name: 'e2e:web', run: inBrowser, packages: browserPackages, needsBuild: true },
  { name: 'start', run: start, packages: browserPackages, needsBuild: true },
];

/** The pages that run in a browser know its types, and nothing else does. */
async function types() {
  const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');
  await node([compiler, '--noEmit']);
  for (const folder of ['client', 'test']) await node([compiler, '--noEmit', '-p', inProject(folder, 'webview')]);
}

/** All `*.test.ts`, by Node's own runner; those that drive an editor are not among them. */
async function unit() {
  const files = filesUnder('test', /\.test\.ts$/).filter((file) => !file.startsWith(join('test', 'e2e')));
  if (files.length === 0) throw new MissingPrerequisite('there are no test/**/*.test.ts', 'write the first one');
  return tested(files);
}

/** The page of the preview in a browser. */
async function preview() {
  await findBrowser();
  return tested([join('test', 'webview', 'preview.ts')]);
}

/** Runs files of tests. */
async function tested(files) {
  const tap = join(temporaryFolder(), 'unit.tap');
  const reporters = ['spec', 'tap'].map((name) => `--test-reporter=${name}`);
  const destinations = ['stdout', tap].map((name) => `--test-reporter-destination=${name}`);
  const ended = await outcome(node(['--import', 'tsx', '--test', ...concurrency(), ...reporters, ...destinations, ...files]));
  const count = (kind) => Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(readFileSync(tap, 'utf8'))?.[1] ?? 0);
  return trusted({ passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') }, ended);
}

/** Where nobody waits for what random texts may find, they are the same each time, so that a failure is of what was changed; `npm run fuzz` goes on from there. */
const CI_SEED = '11';
if (process.env.CI) process.env.OGI_SEED ??= CI_SEED;

/** As many files at a time as there are processors; Node by itself leaves one idle, which of two is half. */
function concurrency() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 20 || minor >= 10 ? [`--test-concurrency=${availableParallelism()}`] : [];
}

/** The lines of test/grammar, each with the scopes that it must have. */
async function grammar() {
  if (filesUnder('test/grammar', /\.ogi$/).length === 0) {
    throw new MissingPrerequisite('there are no test/grammar/*.ogi', 'write the first one');
  }
  const reports = temporaryFolder();
  const program = inProject('node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');
  const ended = await outcome(node([program, '--xunit-report', reports, '--xunit-format', 'generic', 'test/grammar/*.ogi']));
  const xml = readdirSync(reports).map((file) => readFileSync(join(reports, file), 'utf8'));
  const sum = (attribute) => xml.reduce((total, text) => total + Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(text)?.[1] ?? 0), 0);
  const failed = sum('failures') + sum('errors');
  return trusted({ passed: sum('tests') - failed, failed }, ended);
}

/** The suite in a real VS Code, against the packaged extension or the one in development. */
async function e2e(vsix) {
  const { runSuite } = await import('./e2e/run.mjs'); // needs the dependencies, which may be installed only by now
  const rows = await runSuite(vsix);
  const failed = rows.filter(({ ok }) => !ok).length;
  return trusted({ passed: rows.length - failed, failed });
}

/** The workbench as a person uses it, with mouse and keyboard. */
async function interfaceOf() {
  await requireEmbeddedEditor();
  const { runInterface } = await import('./e2e/interface.mjs');
  const rows = await runInterface();
  const failed = rows.filter(({ ok }) => !ok).length;
  return trusted({ passed: rows.length - failed, failed });
}

async function packaged() {
  return e2e(await makePackage());
}

/** The suite in VS Code for the Web, against the packaged extension. */
async function inBrowser() {
  await findBrowser();
  const { runInBrowser } = await import('./e2e/web.mjs');
  const rows = await runInBrowser(await makePackage());
  const failed = rows.filter(({ ok }) => !ok).length;
  return trusted({ passed: rows.length - failed, failed });
}

/** In bytes: it is downloaded before anything works, over lines that may be slow. */
const LARGEST_PACKAGE = 2_600_000;

/** What a user downloads. */
async function packageSize() {
  const { size } = statSync(await makePackage());
  console.log(`${size} bytes, of at most ${LARGEST_PACKAGE}`);
  if (size > LARGEST_PACKAGE) throw new Error(`The package has ${size} bytes, more than ${LARGEST_PACKAGE}`);
}

let packed;
/** The vsix of the present sources, made once. */
function makePackage() {
  packed ??= npm('run package --silent').then(() => inProject('dist', 'ogi-report.vsix'));
  return packed;
}

/** `npm start`, as far as a person would see the sample report. */
async function start() {
  await requireEmbeddedEditor();
  await npm('start --silent -- --check test/e2e/out/start.png');
}

/** An error as a value: whether a runner's exit code counts is told by its report. */
const outcome = (running) =>
  running.then(
    () => undefined,
    (error) => error,
  );

/** Counts that can be believed: something ran, and a runner that failed also names what failed. */
function trusted(counts, error) {
  if (error && counts.failed === 0) throw error;
  if (counts.passed + counts.failed === 0) throw new Error('No test ran');
  return counts;
}

/** The files below a project folder whose names match, as paths from the project's root, in a stable order. */
function filesUnder(folder, name) {
  if (!existsSync(inProject(folder))) return [];
  return readdirSync(inProject(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path, name);
      return name.test(entry.name) ? [path] : [];
    })
    .sort();
}
