/** What is in the two packages, and that it is enough: every file that a bundle loads lies beside it. */
import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { before, describe, test } from 'node:test';
import { listFiles } from '@vscode/vsce';
import manifest from '../package.json';

const ROOT = join(__dirname, '..');

/** Nothing else is shipped: no source, no map, no test, no dependency. */
const EXTENSION = [
  ...[/^package(?:\.nls(?:\.zh-cn)?)?\.json$/, /^(?:README|CHANGELOG)\.md$/, /^LICENSE$/, /^dist\/NOTICES\.txt$/],
  ...[/^dist\/(?:[\w-]+|server\/[\w-]+|web\/(?:server\/)?[\w-]+)\.js$/],
  ...[/^syntaxes\/[\w.-]+(?:\.json|\.code-snippets)$/, /^client\/images\/[\w-]+\.(?:png|svg)$/, /^client\/l10n\/bundle\.l10n\.zh-cn\.json$/],
  ...[/^docs\/images\/[\w-]+\.jpg$/, /^docs\/(?:rules|law)\/[\w-]+\.md$/, /^docs\/schema\/[\w.]+\.schema\.json$/],
];
const COMMAND_LINE = [/^package\.json$/, /^(?:README|CHANGELOG)\.md$/, /^LICENSE$/, /^dist\/NOTICES\.txt$/, /^dist\/(?:[\w-]+|server\/[\w-]+)\.js$/, /^docs\/(?:rules|law)\/[\w-]+\.md$/, /^docs\/schema\/[\w.]+\.schema\.json$/, /^docs\/command-line\.md$/];

/** Files that the bundles among `files` load from beside themselves, and that are not there; a worker's first script has pieces in it. */
function missing(files: readonly string[]): string[] {
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => ({ folder: dirname(file), text: readFileSync(join(ROOT, file), 'utf8') }));
  const loaded = scripts.flatMap(({ folder, text }) => [...text.matchAll(/\b(?:require|import)\(["'](\.\.?\/[\w./-]+)["']\)/g)].map(([, path]) => posix.join(folder, path!)));
  const held = new Set(scripts.flatMap(({ folder, text }) => [...text.matchAll(/^ogiReportPieces\["([\w.-]+)"\]/gm)].map(([, name]) => `${folder}/server/${name!}`)));
  return [...new Set(loaded)].filter((path) => !held.has(path) && !files.some((file) => file === path || file === `${path}.js`)).sort();
}

const strangers = (files: readonly string[], allowed: readonly RegExp[]): string[] => files.filter((file) => !allowed.some((own) => own.test(file)));

function check(name: string, list: () => Promise<readonly string[]>, allowed: readonly RegExp[], needed: readonly string[]): void {
  describe(name, () => {
    let files: readonly string[] = [];
    before(async () => {
      files = await list();
    });
    test('holds what is allowed, and nothing else', () => assert.deepEqual(strangers(files, allowed), []));
    test('holds what it begins with, and everything that is loaded', () => {
      assert.deepEqual(needed.filter((file) => !files.includes(file)), []);
      assert.deepEqual(missing(files), []);
    });
  });
}

test('docs/dependencies.md names every dependency, and none that is gone', () => {
  const page = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
  const named = [...page.matchAll(/^\| ([^|]+) \|/gm)].filter(([, cell]) => !cell!.includes('test/host/')).flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
  assert.deepEqual(named.sort(), Object.keys(manifest.devDependencies).sort());
});

describe('the licences of what is bundled', { skip: !existsSync(join(ROOT, 'dist/NOTICES.txt')) && 'not built; npm run build' }, () => {
  const notices = existsSync(join(ROOT, 'dist/NOTICES.txt')) ? readFileSync(join(ROOT, 'dist/NOTICES.txt'), 'utf8').split(/\n\n─+\n\n/) : [];

  test('every package of the product has its notice, in the version that is installed', () => {
    const [, table = ''] = /## In the product \(bundled\)\n([^#]+)/.exec(readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')) ?? [];
    const named = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name!);
    assert.ok(named.length > 10);
    for (const name of named) {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string };
      assert.ok(notices.some((notice) => notice.startsWith(`${name} ${version}\n`)), name);
    }
  });

  test('each may be passed on, and says so in full', () => {
    for (const notice of notices) {
      assert.match(notice, /^\S+ \d+\.\d+\.\d+\n\nLicense: (?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0)\n/);
      assert.match(notice, /permission|license/i);
      assert.ok(notice.length > 500, notice);
    }
  });
});

const clean = (path: string): string => path.replace(/^\.\//, '');

check(
  'the extension’s package',
  async () => (await listFiles({ cwd: ROOT, dependencies: [] } as Parameters<typeof listFiles>[0])).map((path) => path.replaceAll('\\', '/')),
  EXTENSION,
  [clean(manifest.main), 'dist/server.js', 'package.nls.json', 'package.nls.zh-cn.json', 'LICENSE', 'README.md', 'dist/NOTICES.txt', 'dist/web/extension.js', 'dist/web/server.js'],
);

check(
  'the command line’s package',
  () => {
    const [pack] = JSON.parse(execSync('npm pack --dry-run --json --ignore-scripts', { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ files: { path: string }[] }];
    return Promise.resolve(pack.files.map(({ path }) => path));
  },
  COMMAND_LINE,
  [...Object.values(manifest.bin).map(clean), 'LICENSE', 'README.md'],
);
