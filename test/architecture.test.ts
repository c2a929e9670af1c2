/** The rings of docs/architecture.md: imports go one way, and the pure rings know neither LSP, nor VS Code, nor Node. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';

const SERVER = resolve(__dirname, '../server/src');
const CLIENT = resolve(__dirname, '../client/src');
const RINGS = ['text', 'syntax', 'editions', 'model', 'rules', 'analysis', 'features', 'view'];
/** Entries and glue, outside the pure rings. */
const OUTER = new Set(['documents', 'lsp', 'cli', 'node', 'browser', 'protocol']);

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsUnder(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(folder, name);
      return [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gms)].map(([, target]) => ({ file, target: target! }));
    });
}

const ringOf = (path: string): string => relative(SERVER, path).split(sep)[0]!.replace(/\.ts$/, '');

test('imports between the rings go one way', () => {
  const imports = importsUnder(SERVER).filter(({ file, target }) => RINGS.includes(ringOf(file)) && target.startsWith('.'));
  assert.ok(imports.length > 50, 'the scan must see the imports');
  const wrong = imports.filter(({ file, target }) => {
    const to = ringOf(resolve(dirname(file), target));
    return OUTER.has(to) || RINGS.indexOf(to) > RINGS.indexOf(ringOf(file)) || !RINGS.includes(to);
  });
  assert.deepEqual(wrong.map(({ file, target }) => `${relative(SERVER, file)} → ${target}`), []);
});

/** Facts about characters that are not the product's own: a table, as pure as the ring itself. */
const PURE_PACKAGES: Readonly<Record<string, string>> = { text: 'get-east-asian-width' };

test('the pure rings import no package but tables of characters', () => {
  const wrong = importsUnder(SERVER).filter(({ file, target }) => RINGS.includes(ringOf(file)) && !target.startsWith('.') && PURE_PACKAGES[ringOf(file)] !== target);
  assert.deepEqual(wrong.map(({ file, target }) => `${relative(SERVER, file)} → ${target}`), []);
});

test('server files belong to a ring or to the outer layers', () => {
  const unknown = readdirSync(SERVER).filter((name) => !RINGS.includes(name.replace(/\.ts$/, '')) && !OUTER.has(name.replace(/\.ts$/, '')));
  assert.deepEqual(unknown, []);
});

/** What reads and writes documents of other kinds. */
const DOCUMENT_PACKAGES = new Set(['docx', 'fflate', 'parse5', 'pdfjs-dist', 'saxes']);

test('documents are brought in and sent out without Node: by the pure rings and packages that work on bytes', () => {
  const imports = importsUnder(join(SERVER, 'documents'));
  assert.ok(imports.length > 20, 'the scan must see the imports');
  const wrong = imports.filter(({ file, target }) => {
    const to = target.startsWith('.') ? ringOf(resolve(dirname(file), target)) : undefined;
    return to === undefined ? !DOCUMENT_PACKAGES.has(target.split('/')[0]!) : to !== 'documents' && to !== 'protocol' && !RINGS.includes(to);
  });
  assert.deepEqual(wrong.map(({ file, target }) => `${relative(SERVER, file)} → ${target}`), []);
});

test('of the server the client uses the protocol and the detection only', () => {
  const allowed = new Set([join(SERVER, 'protocol'), join(SERVER, 'model', 'report', 'detect')]);
  const wrong = importsUnder(CLIENT).filter(({ file, target }) => target.startsWith('.') && resolve(dirname(file), target).startsWith(SERVER) && !allowed.has(resolve(dirname(file), target)));
  assert.deepEqual(wrong.map(({ file, target }) => `${relative(CLIENT, file)} → ${target}`), []);
});
