/** What docs/security.md promises of the product as a whole: the parts that no other test holds. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import manifest from '../package.json';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { reportText } from './support/reports';

const ROOT = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const sources = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: join(folder, name), text: read(join(folder, name)) })),
);

describe('the sources', () => {
  test('import of Node what reads, writes and computes; nothing that talks or runs programs', () => {
    const allowed = new Set(['crypto', 'events', 'fs', 'fs/promises', 'os', 'path', 'stream/consumers', 'url', 'util', 'worker_threads']);
    const imported = sources.flatMap(({ name, text }) => [...text.matchAll(/from '(?:node:)([\w/]+)'/g)].map(([, module]) => ({ name, module: module! })));
    assert.ok(imported.length > 20, 'the scan must see the imports');
    assert.deepEqual(imported.filter(({ module }) => !allowed.has(module)), []);
  });

  test('call nothing that talks, evaluates or trusts Markdown; one place shows a page', () => {
    const FORBIDDEN = /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|eval|require|createWebviewPanel|registerWebviewViewProvider|createTelemetryLogger|openExternal)\s*\(|\bnew Function\b|\bimport\s*\((?!'\.\.?\/)|\b(?:isTrusted|supportHtml)\b|\btelemetry\b|\bMarkdownString\b/;
    // In a browser a part of the extension can only be loaded so; what it loads is named by its callers, and shipped with it. The
    // preview is a page, and a page that a person has just saved is shown when asked for.
    const ALLOWED = ['client/src/loadPart.ts: new Function', 'client/src/preview/previews.ts: createWebviewPanel(', 'client/src/preview/savePage.ts: openExternal('];
    assert.deepEqual(sources.flatMap(({ name, text }) => FORBIDDEN.exec(text)?.[0].split('\n').map((found) => `${name.replaceAll('\\', '/')}: ${found}`) ?? []), ALLOWED);
    const loaded = sources.flatMap(({ text }) => [...text.matchAll(/\bloadPart<[^(]*>\(([^)]*)\)/g)].map(([, given]) => given!));
    assert.ok(loaded.some((given) => /^context\.extensionUri, 'dist\/web\/\w+\.js'$/.test(given)), 'the scan must see the parts');
    assert.deepEqual(loaded.filter((given) => !/^(?:context\.extensionUri, 'dist\/web\/\w+\.js'|extensionUri: Uri, path: string)$/.test(given)), []);
  });
});

describe('settings', () => {
  interface Schema {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly additionalProperties?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
  }

  test('can only choose among what there is: none names a program, a path or an address', () => {
    const chooses = ({ type, enum: values, additionalProperties, properties = {} }: Schema): boolean =>
      type === 'boolean' || type === 'integer' || values !== undefined || (type === 'object' && additionalProperties !== undefined && [additionalProperties, ...Object.values(properties)].every(chooses));
    const settings = manifest.contributes.configuration.properties as unknown as Readonly<Record<string, Schema>>;
    assert.deepEqual(Object.entries(settings).filter(([, schema]) => !chooses(schema)).map(([name]) => name), []);
  });
});

describe('what a report says', () => {
  test('is quoted without what would turn, hide or end the words around it', () => {
    const evil = '\u202e\u2066\u001b[31m\0\u2028\ud800';
    const text = reportText({ cell: () => `x${evil}` }).replace('一、总体情况', `一、总${evil}体情况`).replace('三、收到', `三、收${evil}到`);
    const words = analyse(text, DEFAULT_SETTINGS).diagnostics.flatMap(({ message, related, fixes }) => [message, ...related.map((other) => other.message), ...fixes.map(({ title }) => title)]);
    assert.ok(words.some((own) => own.includes('<U+202E>')), 'it is quoted at all');
    for (const own of words) assert.doesNotMatch(own, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('what is shipped', () => {
  test('the package is an allow-list', () => {
    const [first, ...rest] = read('.vscodeignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    assert.equal(first, '**');
    assert.ok(rest.every((line) => line.startsWith('!')), 'nothing else is taken out, so nothing can slip in');
    assert.ok(rest.every((line) => !/src|test|\.map|node_modules/.test(line)));
  });

  test('dependencies are exact, locked with their hashes, and none runs when the extension is installed', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; dev?: boolean; devOptional?: boolean; hasInstallScript?: boolean }> };
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    for (const version of Object.values(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    assert.deepEqual(manifest.dependencies, {});
    assert.deepEqual(packages.filter(([, { integrity }]) => !integrity).map(([name]) => name), []);
    // Only those of these that build or package; a new one is worth a look.
    assert.deepEqual(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name), ['node_modules/@vscode/vsce-sign', 'node_modules/esbuild', 'node_modules/keytar']);
  });
});
