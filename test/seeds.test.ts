/** The findings on the real reports beside the project, each of them defended in `seeds.snapshot.txt`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { rangesIn } from '../server/src/cli/positions';
import { noSeeds, SEEDS, type Seed } from './support/seeds';
import { readSnapshot, writeSnapshot } from './support/snapshot';

const SNAPSHOT = join(__dirname, 'seeds.snapshot.txt');
const HEAD = `What is found in the real reports beside the project: file, line, rule, severity, and why that is right.
UPDATE=1 node --import tsx --test test/seeds.test.ts writes this file again and keeps the reasons of lines that stay;
a line without a reason fails the test.`;

const snapshot = readSnapshot(existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : '');

test('every expected finding is defended', { skip: process.env['UPDATE'] !== undefined && 'the snapshot is being written' }, () => {
  const bare = [...snapshot].filter(([, reason]) => reason === '').map(([line]) => line);
  assert.deepEqual(bare, []);
});

test('the real reports show what is expected, and nothing else', { skip: noSeeds }, () => {
  const found = SEEDS.flatMap(findingsIn);
  if (process.env['UPDATE'] !== undefined) writeFileSync(SNAPSHOT, writeSnapshot(HEAD, found, snapshot));
  else assert.deepEqual(found, [...snapshot.keys()]);
});

/** A list that nobody reads to its end helps nobody. Hints are not listed. */
const MOST_LISTED = 12;

test('no real report lists more than a dozen problems', { skip: noSeeds }, () => {
  for (const { name, text } of SEEDS) {
    const listed = analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
    assert.ok(listed.length <= MOST_LISTED, `${name}: ${listed.length} problems: ${listed.join(', ')}`);
  }
});

/** `000:12 table/balance error`, with `×2` where a line has two of them. */
function findingsIn({ name, text }: Seed): string[] {
  const rangeOf = rangesIn(text);
  const { diagnostics, failedRules } = analyse(text, { ...DEFAULT_SETTINGS, maxProblems: Number.MAX_SAFE_INTEGER });
  assert.deepEqual(failedRules, []);
  const counts = new Map<string, number>();
  for (const { span, rule, severity } of diagnostics) {
    const line = `${name}:${rangeOf(span).start.line + 1} ${rule} ${severity}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count > 1 ? `${line} ×${count}` : line));
}
