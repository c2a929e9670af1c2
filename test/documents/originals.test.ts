/** Real documents beside the project, as published, against their true values: every cell right, or the table refused. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildDocumentParts, ogiReport } from '../support/commandLine';
import { cellsOf, key, TABLE_IDS, tablesOf } from '../support/tables';

const FOLDER = join(__dirname, '../../../shared/reports');
const absent: string | false = !existsSync(join(FOLDER, 'originals')) && `the real documents are not here (${join(FOLDER, 'originals')})`;

type Gold = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>>>;
const gold: Gold = absent ? {} : (JSON.parse(readFileSync(join(FOLDER, 'gold.json'), 'utf8')) as Gold);
const files = absent ? [] : readdirSync(join(FOLDER, 'originals')).sort();
if (!absent) buildDocumentParts();

describe('real documents with true values', { skip: absent }, () => {
  for (const name of files) {
    test(name, async (context) => {
      const truth = new Map(TABLE_IDS.flatMap((id) => Object.entries(gold[name.slice(0, 3)]![id] ?? {}).flatMap(([row, columns]) => Object.entries(columns).map(([column, value]) => [key(row, column), value] as const))));
      const { code, out, err } = await ogiReport(['import', '--lang', 'en', join(FOLDER, 'originals', name)]);
      assert.equal(code, 0, err);
      const cells = cellsOf(out);
      const wrong = [...cells].filter(([cell, value]) => value !== (truth.get(cell) ?? null));
      const refused = [...tablesOf(out)].filter(([, { unreadable }]) => unreadable).map(([id]) => id);
      context.diagnostic(`${cells.size} of ${truth.size} cells read, ${wrong.length} wrong; refused: ${refused.join(', ') || 'none'}`);
      assert.deepEqual(wrong, []);
      assert.ok(refused.length > 0 || cells.size === truth.size);
    });
  }
});
