/** The tables of the real reports beside the project against their true values: every cell right or not read, none wrong. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { SEEDS } from './support/seeds';
import { cellsOf, key, TABLE_IDS, tablesOf } from './support/tables';

const FOLDER = join(__dirname, '../../shared/reports');
const GOLD = join(FOLDER, 'gold.json');
const absent: string | false = !existsSync(GOLD) && `the real reports are not here (${GOLD})`;

type Gold = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>>>;
const gold: Gold = absent ? {} : (JSON.parse(readFileSync(GOLD, 'utf8')) as Gold);

/** Layouts from which every cell must be read, not only no wrong one. */
const READ = /\.(?:pipe|tsv|cell-per-line|pdf-raw|pdf-layout)\.txt$/;
const files = absent ? [] : readdirSync(join(FOLDER, 'real')).sort().filter((name) => gold[name.slice(0, 3)]);

describe('real reports with true values', { skip: absent }, () => {
  for (const name of files) {
    test(name, (context) => {
      const text = readFileSync(join(FOLDER, 'real', name), 'utf8');
      const truth = new Map(TABLE_IDS.flatMap((id) => Object.entries(gold[name.slice(0, 3)]![id] ?? {}).flatMap(([row, columns]) => Object.entries(columns).map(([column, value]) => [key(row, column), value] as const))));
      const cells = cellsOf(text);
      const wrong = [...cells].filter(([cell, value]) => value !== (truth.get(cell) ?? null)).map(([cell, value]) => `${cell}: ${value}, not ${truth.get(cell)}`);
      const refused = [...tablesOf(text)].flatMap(([id, { unreadable }]) => (unreadable ? [`${id} (${unreadable})`] : []));
      context.diagnostic(`${cells.size - wrong.length} right, ${truth.size - cells.size} not read, ${wrong.length} wrong${refused.length > 0 ? `; refused: ${refused.join(', ')}` : ''}`);
      assert.deepEqual(wrong, []);
      if (READ.test(name)) assert.equal(cells.size, truth.size);
    });
  }
});

/** Cells that are read: 10 + 175 + 15, and in 003 22 + 140: the rows with a number too many are refused. */
const SEED_CELLS: Readonly<Record<string, number>> = { '000': 200, '002': 200, '003': 162, '004': 200 };

/** What is not 0 in them. */
const SEED_NUMBERS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  '003': ['newlyMade', 'newlyDisclosed', 'totalDisclosed'].map((column) => [key('normativeDocuments', column), 1] as const),
};

describe('the seeds', { skip: SEEDS.length === 0 && 'the seed reports are not here' }, () => {
  for (const { name, text } of SEEDS) {
    test(`${name}: every cell`, () => {
      const cells = cellsOf(text);
      assert.equal(cells.size, SEED_CELLS[name]);
      assert.deepEqual([...cells].filter(([, value]) => value !== 0), SEED_NUMBERS[name] ?? []);
    });
  }
});
