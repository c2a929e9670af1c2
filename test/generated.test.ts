/** Generated files are what the rules make of them, and there are no others. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RULES } from '../server/src/rules';
import { generated } from './support/generated';

const root = join(__dirname, '..');
const read = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

test('nothing generated is stale (npm run generate)', () => {
  const stale = [...generated(RULES, read)].filter(([path, content]) => read(path) !== content).map(([path]) => path);
  assert.deepEqual(stale, []);
});

test('docs/rules holds no page of a rule that is gone', () => {
  const pages = [...generated(RULES, read).keys()].filter((path) => path.startsWith('docs/rules/')).map((path) => path.slice('docs/rules/'.length));
  assert.deepEqual(readdirSync(join(root, 'docs/rules')).sort(), pages.sort());
});
