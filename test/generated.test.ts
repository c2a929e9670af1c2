/** Generated files are what the rules make of them, and there are no others. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docsFile } from '../server/src/analysis/analyse';
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

test('the page of each rule has its basis, a bad and a good example, and when to leave a finding, in both languages', () => {
  for (const { id, docs } of RULES) {
    const page = read(`docs/rules/${docsFile(id)}`);
    const parts = page.split(/^#{2,3} /m).map((part) => part.split('\n').filter((line) => line.trim() !== ''));
    for (const heading of ['依据', 'Legal basis', '何时可以不改', 'When to leave it', '查什么', 'What it reports', '为什么', 'Why']) assert.ok(parts.some(([own, ...text]) => own === heading && text.length > 0), `${id}: ${heading}`);
    for (const heading of ['不正确 · Bad', '正确 · Good']) assert.equal(page.split('\n').filter((line) => line.startsWith(heading)).length, docs.examples.length, `${id}: ${heading}`);
    for (const { bad } of docs.examples) assert.match(bad, /⟦/, `${id}: nothing is marked`);
  }
});
