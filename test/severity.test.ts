/** docs/severity.md lists every rule, in order, with its level and a reason for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { docsFile } from '../server/src/analysis/analyse';
import { RULES } from '../server/src/rules';

const PAGE = readFileSync(join(__dirname, '../docs/severity.md'), 'utf8');
const ROWS = PAGE.split('\n').filter((line) => line.startsWith('| [')).map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));

test('the list is that of the rules, with their levels', () => {
  const expected = RULES.map(({ id, severity }) => [`[\`${id}\`](rules/${docsFile(id)})`, severity]);
  assert.deepEqual(ROWS.map(([rule, level]) => [rule, level]), expected, 'each rule has a row in docs/severity.md, in the order of server/src/rules/index.ts');
});

test('each level has a reason in both languages', () => {
  for (const [rule, , zh, en] of ROWS) {
    assert.match(zh ?? '', /\p{Script=Han}{4}/u, rule);
    assert.match(en ?? '', /[a-z]{4}/, rule);
  }
});

test('errors are what the policy says: the form, the arithmetic, and what is no text at all', () => {
  const errors = RULES.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  for (const id of errors) assert.match(id, /^(?:section|table)\/|^report\/mojibake$/, `${id} judges words, and is no error`);
});
