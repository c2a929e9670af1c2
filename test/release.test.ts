/** What is released says everywhere which version it is, and brings what both marketplaces ask for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import lock from '../package-lock.json';
import manifest from '../package.json';
import { RULES } from '../server/src/rules';

const read = (path: string): string => readFileSync(join(__dirname, '..', path), 'utf8');

describe('the version', () => {
  const releases = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\](?: - (\d{4}-\d{2}-\d{2}))?$/gm)].map(([, version, date]) => ({ version: version!, date }));

  test('has a section of the changelog, the first one, with its day; so have those before it', () => {
    assert.equal(releases[0]?.version, manifest.version);
    for (const { version, date } of releases) assert.ok(date !== undefined && !Number.isNaN(Date.parse(date)), version);
    assert.deepEqual(releases.map(({ date }) => date), releases.map(({ date }) => date).sort().reverse());
    assert.match(read('CHANGELOG.md'), /^## \[Unreleased\]$/m);
  });

  test('is that of the lock file, and of what the manual asks for', () => {
    assert.deepEqual([lock.version, lock.packages[''].version], [manifest.version, manifest.version]);
    const asked = [...read('docs/command-line.md').matchAll(/(?:rev: |ogi-report@)v(\S+)/g)].map(([, version]) => version);
    assert.deepEqual(asked, [manifest.version, manifest.version]);
  });

  test('of every rule is one that was released', () => {
    for (const { id, since } of RULES) assert.ok(releases.some(({ version }) => version === since), `${id}: ${since}`);
  });
});

describe('both marketplaces', () => {
  /** Visual Studio's; Open VSX takes any. */
  const CATEGORIES = new Set(['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization']);

  test('find what they ask for', () => {
    const { name, publisher, license, categories, keywords, pricing } = manifest;
    assert.match(`${publisher}.${name}`, /^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$/);
    assert.equal(license, 'MIT');
    assert.match(read('LICENSE'), /^MIT License/);
    assert.deepEqual(categories.filter((own) => !CATEGORIES.has(own)), []);
    assert.ok(keywords.length > 0 && keywords.length <= 30);
    assert.equal(pricing, 'Free');
    for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const { displayName, description } = JSON.parse(read(path)) as Record<string, string>;
      assert.ok(displayName && description && description.length <= 200, path);
    }
  });

  test('show a picture that is large enough, and no drawing that could hold a script', () => {
    const icon = readFileSync(join(__dirname, '..', manifest.icon));
    assert.equal(icon.toString('latin1', 1, 4), 'PNG');
    assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
    assert.doesNotMatch(read('README.md'), /!\[[^\]]*\]\([^)]*\.svg\)/);
  });

  test('get no proposed API, and the oldest editor that the types are of', () => {
    assert.ok(!('enabledApiProposals' in manifest));
    assert.equal(manifest.engines.vscode.replace('^', ''), manifest.devDependencies['@types/vscode']);
  });
});
