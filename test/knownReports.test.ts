/** The known reports are read to the last cell and give no finding; their files are what they are made from (UPDATE=1 writes them). */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { knownReports } from './support/knownReports';
import { cellsOf, key } from './support/tables';

const FOLDER = join(__dirname, 'fixtures/known');
const REPORTS = knownReports();

if (process.env['UPDATE']) {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, text } of REPORTS) writeFileSync(join(FOLDER, name), text);
}

test('the files are those of the known reports', () => {
  assert.deepEqual(existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [], REPORTS.map(({ name }) => name).sort());
});

for (const { name, text, values } of REPORTS) {
  describe(name, () => {
    test('is checked in as it is made', () => assert.equal(readFileSync(join(FOLDER, name), 'utf8'), text));

    for (const eol of ['\n', '\r\n', '\r']) {
      test(`is read to the last cell and found in order (${JSON.stringify(eol)})`, () => {
        const written = text.replaceAll('\n', eol);
        const cells = cellsOf(written);
        const expected = Object.values(values).flatMap((rows) => Object.entries(rows).flatMap(([row, columns]) => Object.entries(columns).map(([column, value]) => [key(row, column), value] as const)));
        assert.deepEqual(new Map([...cells].sort()), new Map([...expected].sort()));
        assert.deepEqual(analyse(written, DEFAULT_SETTINGS).diagnostics.map(({ rule, message }) => `${rule} ${message}`), []);
      });
    }
  });
}
