/** Parts of the output that wait: the same when they come back, wherever they were. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Parts } from '../../server/src/cli/parts';

const PARTS = ['', '一', 'a𠮷\n', '政府信息'.repeat(1000), '', 'z'];

/** Where systems are told the folder of temporary files. */
const NAMES = ['TMPDIR', 'TEMP'];

/** Runs `use` where temporary files go to a folder of its own. */
function withTemporary(use: (folder: string) => void): void {
  const before = NAMES.map((name) => process.env[name]);
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-parts-'));
  for (const name of NAMES) process.env[name] = folder;
  try {
    use(folder);
  } finally {
    NAMES.forEach((name, i) => (before[i] === undefined ? delete process.env[name] : (process.env[name] = before[i])));
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const inMemory of [0, 5, 100_000]) {
  test(`with ${inMemory} units in memory they come back in any order, and leave no file behind`, () => {
    withTemporary((folder) => {
      const parts = new Parts(inMemory);
      const kept = PARTS.map((part) => parts.keep(part));
      assert.equal(kept.some((own) => typeof own !== 'string'), inMemory < 100_000);
      for (const i of [3, 0, 5, 1, 4, 2]) assert.equal(parts.part(kept[i]!), PARTS[i]);
      parts.close();
      assert.deepEqual(readdirSync(folder), []);
    });
  });
}

test('where no file can be made they stay in memory', () => {
  withTemporary((folder) => {
    for (const name of NAMES) process.env[name] = join(folder, 'nowhere');
    const parts = new Parts(0);
    assert.deepEqual(PARTS.map((part) => parts.part(parts.keep(part))), PARTS);
    parts.close();
  });
});
