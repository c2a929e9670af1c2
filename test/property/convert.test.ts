/**
 * Tables converted from every layout to every other and back: what is extracted stays the same, no word or number is lost or
 * changes its place, and a layout that is written twice is written alike.
 */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type EditionId, EDITIONS } from '../../server/src/editions';
import { convertLayout, placedTables, proven } from '../../server/src/features/convertLayout';
import { TARGET_LAYOUTS, type TargetLayout } from '../../server/src/model/writing/convert';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { writtenLayout } from '../../server/src/model/writing/writtenLayout';
import { COLLECTED, noCollected } from '../support/collected';
import { extracted } from '../support/extracted';
import { LAYOUTS } from '../support/layouts';
import { attempt } from '../support/layouts/trial';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { crossFooting, key } from '../support/tables';

const { seed } = new Random();
/** Of every pair of layouts, which each draw reports of their own. */
const RUNS = Number(process.env['OGI_RUNS'] ?? 1);
const YEARS: Readonly<{ [id in EditionId]: number }> = { '2019': 2020, '2021': 2024 };

/** Everything but white space, also as an entity, and what separates cells: bars, box drawing, rules, tags. */
function content(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/^(?=.*(?:--|==|─))[\s|+=:─┌┬┐├┼┤└┴┘│-]+$/.test(line));
  return lines.join('').replace(/<\/?[a-z][^<>]*>|&(?:nbsp|emsp);/gi, '').replace(/[\s|│─┌┬┐├┼┤└┴┘]/g, '');
}

/** The table of that index in `layout`; undefined where it is refused, with the reason told. */
function convertedTable(text: string, index: number, layout: TargetLayout, refused: (why: string) => void): string | undefined {
  const analysis = analyse(text, DEFAULT_SETTINGS);
  const result = proven(analysis, convertLayout(placedTables(analysis)[index]!, layout));
  if (result.kind === 'edits') return applyEdits(text, result.edits);
  refused(result.why.en);
  return undefined;
}

/** All tables of `text` in `layout`; none may be refused. */
function converted(text: string, layout: TargetLayout): string {
  const tables = placedTables(analyse(text, DEFAULT_SETTINGS));
  return tables.reduce((own, _, i) => convertedTable(own, i, layout, (why) => assert.fail(`${layout}: ${why}\n${own}`))!, text);
}

/** Converts every table of `text` to every layout, and counts what comes of it. */
function convertAll(name: string, text: string, counts: Map<string, number>): void {
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  const before = extracted(text);
  placedTables(analyse(text, DEFAULT_SETTINGS)).forEach(({ table }, i) => {
    for (const layout of TARGET_LAYOUTS) {
      const once = convertedTable(text, i, layout, (why) => count(`refused: ${why}`));
      if (once === undefined) continue;
      count('converted');
      assert.deepEqual(extracted(once), before, `${name} ${layout}`);
      // Cells of several lines stand side by side: put together they change the order of characters.
      const inOrder = (own: string): string => (table.layout === 'grid' || table.layout === 'ruled' ? [...content(own)].sort().join('') : content(own));
      assert.equal(inOrder(once), inOrder(text), `${name} ${layout}`);
      const other = TARGET_LAYOUTS[(TARGET_LAYOUTS.indexOf(layout) + 1) % TARGET_LAYOUTS.length]!;
      const away = convertedTable(once, i, other, () => undefined);
      const back = away === undefined ? undefined : convertedTable(away, i, layout, () => undefined);
      // Where labels stand apart from their rows, the rows of words may be cut otherwise on the way back; what is read may not.
      if (back !== undefined) assert.deepEqual(extracted(back), before, `${name}: ${layout}, ${other} and back`);
    }
  });
}

function tell(context: TestContext, counts: ReadonlyMap<string, number>): void {
  for (const [what, n] of [...counts].sort()) context.diagnostic(`${what}: ${n}`);
  assert.ok(counts.get('converted')! > 0);
}

for (const edition of EDITIONS.map(({ id }) => id)) {
  describe(`${edition} (OGI_SEED=${seed})`, () => {
    for (const [f, from] of WRITABLE_LAYOUTS.entries()) {
      for (const to of TARGET_LAYOUTS.filter((layout) => layout !== from)) {
        test(`${from} → ${to} and back`, () => {
          // In flowing text a blank cell is lost, and marks alone are words.
          const zero = from === 'flow' ? fc.constant('0') : fc.constantFrom('', '0', '/', '—', '22（其中修订 16 件）', '１,２３４');
          const drawn = fc.tuple(crossFooting(edition), fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const), fc.array(zero, { minLength: 40, maxLength: 40 }));
          const property = fc.property(drawn, ([numbers, eol, zeros]) => {
            let met = 0;
            const cell = (name: string): string => (numbers.get(name) === 0 ? zeros[met++ % zeros.length]! : String(numbers.get(name)));
            const a = reportText({ year: YEARS[edition], edition, layout: from, eol, cell: (row, column) => cell(key(row.id, column.id)) });
            const b = converted(a, to);
            assert.deepEqual(extracted(b), extracted(a), `${a}\n${b}`);
            assert.equal(content(b), content(a));
            assert.ok(placedTables(analyse(b, DEFAULT_SETTINGS)).every(({ table }) => writtenLayout(table) === to), b);
            if (from === 'flow') return;
            const back = converted(b, from);
            assert.deepEqual(extracted(back), extracted(a));
            assert.equal(converted(back, to), b);
          });
          // Texts of this size are not worth shrinking.
          fc.assert(property, { seed: seed + f * TARGET_LAYOUTS.length + TARGET_LAYOUTS.indexOf(to), numRuns: RUNS, endOnFailure: true });
        });
      }
    }
  });
}

describe(`every layout that is read (OGI_SEED=${seed})`, () => {
  for (const layout of LAYOUTS) {
    test(layout.id, (context) => {
      const counts = new Map<string, number>();
      for (const { id: edition } of EDITIONS) {
        for (const damaged of [false, true]) {
          const trial = { layout, edition, seed, blanks: damaged, unbalanced: false, damaged };
          convertAll(`${layout.id} ${edition} ${damaged ? 'damaged' : 'whole'}`, attempt(trial).text, counts);
        }
      }
      if (layout.cells !== 'deduced') tell(context, counts);
    });
  }
});

test('numbers that stand below each other in a cell stay two, and what only draws a frame is no cell', () => {
  const page = '<table><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>12<br>34</td></tr><tr><td>行政规范性文件</td><td>0</td><td>0</td><td>0</td></tr></table>\n';
  assert.equal(converted(`二、主动公开政府信息情况\n\n${page}`, 'pipe'), '二、主动公开政府信息情况\n\n规章 | 0 | 0 | 0 |\n12 34 |\n行政规范性文件 | 0 | 0 | 0 |\n');
  const drawn = '二、主动公开政府信息情况\n\n──── | 规章 | 1 | 2 | 3 |\n行政规范性文件 | 0 | 0 | 0 |\n';
  assert.equal(converted(drawn, 'tab'), '二、主动公开政府信息情况\n\n规章\t1\t2\t3\n行政规范性文件\t0\t0\t0\n');
});

test('real reports', { skip: noCollected }, (context) => {
  const counts = new Map<string, number>();
  for (const { name, text } of COLLECTED) convertAll(name, text, counts);
  tell(context, counts);
});
