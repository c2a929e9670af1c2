/** Tables whose digits run together: read where the form leaves one reading, never guessed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { EDITIONS, type EditionId, tableSpec } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { Random } from '../support/random';

/** Numbers of one table by row, in the order of its columns. */
type Rows = ReadonlyMap<string, readonly number[]>;

/** 表三 on one line, as a page's text without its tags. */
function glued(edition: EditionId, rows: Rows): string {
  const spec = tableSpec('requests', edition);
  const cells = spec.skeleton.map(({ cells: labels, row }) => labels.join('') + (row === undefined ? '' : rows.get(row)!.join('')));
  return `三、收到和处理政府信息公开申请情况\n${cells.join('')}\n`;
}

/** A table that cross-foots, with `large` of its cells above 9. */
function crossFooting(edition: EditionId, random: Random, large: number): Rows {
  const { rows } = tableSpec('requests', edition);
  const details = rows.slice(2, -2);
  const values = new Map(rows.map(({ id }) => [id, [0, 0, 0, 0, 0, 0, 0]]));
  const set = (row: string, column: number, value: number): void => {
    const cells = values.get(row)!;
    cells[6]! += value - cells[column]!;
    cells[column] = value;
  };
  for (let i = 0; i < 6; i++) set(random.pick(details).id, random.below(6), random.below(10));
  for (let i = 0; i < large; i++) set(random.pick(details).id, random.below(2), 10 + random.below(300));
  for (let column = 0; column < 6; column++) {
    const total = details.reduce((sum, { id }) => sum + values.get(id)![column]!, 0);
    set('processedTotal', column, total);
    const out = random.oneIn(4) ? random.below(3) : 0;
    set('carriedOut', column, out);
    const before = Math.min(total + out, random.oneIn(3) ? random.below(4) : 0);
    set('carriedIn', column, before);
    set('received', column, total + out - before);
  }
  return values;
}

function tableIn(text: string): BoundTable {
  const table = analyse(text, DEFAULT_SETTINGS).reports[0]!.model.tables.find(({ id }) => id === 'requests')?.table;
  assert.ok(table, text);
  return table;
}

const read = (table: BoundTable): Map<string, readonly (number | null)[]> => new Map(table.rows.map(({ spec, cells }) => [spec.id, cells.map(({ value }) => value)]));

describe('glued digits', () => {
  for (const edition of EDITIONS.map(({ id }) => id)) {
    test(`table 三 of ${edition}: right, or refused`, (t) => {
      const random = new Random();
      let right = 0;
      const runs = 120;
      for (let run = 0; run < runs; run++) {
        const rows = crossFooting(edition, random, run % 4);
        const text = glued(edition, rows);
        const table = tableIn(text);
        if (table.unreadable) continue;
        right++;
        assert.equal(table.deduced, true);
        assert.deepEqual(Object.fromEntries(read(table)), Object.fromEntries(rows), `OGI_SEED=${random.seed}\n${text}`);
      }
      t.diagnostic(`OGI_SEED=${random.seed}: ${right} of ${runs} read, the others refused`);
      assert.ok(right > runs / 3, 'refusing everything would be no reading');
    });
  }

  test('what is deduced is told once, and its fix writes what was read', () => {
    const rows = crossFooting('2021', new Random(7), 1);
    const text = glued('2021', rows);
    const before = tableIn(text);
    const { diagnostics } = analyse(text, DEFAULT_SETTINGS);
    const told = diagnostics.filter(({ rule }) => rule === 'table/glued-digits');
    assert.equal(told.length, 1);
    const split = applyEdits(text, told[0]!.fixes[0]!.edits);
    const after = tableIn(split);
    assert.equal(after.deduced, false);
    assert.deepEqual(read(after), read(before));
    assert.deepEqual(analyse(split, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule.startsWith('table/')).map(({ message }) => message), []);
  });

  test('in a report that is one line the fix leaves every heading where it can be found', () => {
    const rows = crossFooting('2021', new Random(7), 1);
    const line = `一、总体情况略。 二、主动公开政府信息情况略。 ${glued('2021', rows).trim().replace('\n', '')} 四、政府信息公开行政复议、行政诉讼情况略。 五、存在的主要问题及改进情况略。 六、其他需要报告的事项无。`;
    const before = analyse(line, DEFAULT_SETTINGS);
    const [told] = before.diagnostics.filter(({ rule }) => rule === 'table/glued-digits');
    const after = analyse(applyEdits(line, told!.fixes[0]!.edits), DEFAULT_SETTINGS);
    const sections = ({ reports }: typeof before): string[] => reports.flatMap(({ model }) => model.sections.map(({ id }) => id));
    assert.deepEqual(sections(after), sections(before));
    assert.deepEqual(after.diagnostics.filter(({ rule }) => rule === 'table/glued-digits'), []);
  });

  test('a table with a row that can’t be split is not split: the row behind it would be lost', () => {
    const text = '二、主动公开政府信息情况\n\n第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件1123第二十条第（五）项信息内容本年处理决定数量行政许可14第二十条第（六）项信息内容本年处理决定数量行政处罚3行政强制0第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费0\n';
    const fixesOf = (own: string): number[] => analyse(own, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/glued-digits').map(({ fixes }) => fixes.length);
    assert.deepEqual(fixesOf(text), [0]);
    assert.deepEqual(fixesOf(text.replace('1123', '000')), [1]);
  });

  test('a row a line: the same, and numbers that stand apart are not taken for such digits', () => {
    const rows = crossFooting('2021', new Random(7), 1);
    const { skeleton } = tableSpec('requests', '2021');
    const text = `三、收到和处理政府信息公开申请情况\n本年度的申请情况如下。\n${skeleton.map(({ cells, row }) => `${cells.join('')}${row === undefined ? '' : rows.get(row)!.join('')}\n`).join('')}`;
    assert.deepEqual(read(tableIn(text)), read(tableIn(glued('2021', rows))));
    assert.equal(tableIn(text).deduced, true);
    const disclosure = '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件315\n第二十条第（五）项\n信息内容本年处理决定数量\n行政许可213\n第二十条第（六）项\n信息内容本年处理决定数量\n行政处罚4\n行政强制0\n第二十条第（八）项\n信息内容本年收费金额（单位：万元）\n行政事业性收费28.1\n';
    const layouts = (own: string): string[] => analyse(own, DEFAULT_SETTINGS).reports[0]!.model.tables.flatMap(({ table }) => table.rows.map(({ layout }) => layout));
    assert.deepEqual([...new Set(layouts(disclosure))], ['flattened']);
    assert.ok(!layouts(disclosure.replace('行政许可213', '行政许可 213')).includes('flattened'));
  });

  test('numbers in cells of their own are not said to run together', () => {
    const text = `三、收到和处理政府信息公开申请情况\n\n${tableSpec('requests', '2021').skeleton.map(({ cells, row }, i) => [...cells, ...(row === undefined || i % 4 > 0 ? [] : [i])].join('\n\n')).join('\n\n')}\n`;
    assert.equal(tableIn(text).unreadable, 'places');
  });

  test('digits that can be split in two ways are never a count', () => {
    const rows = new Map([...crossFooting('2021', new Random(3), 0)].map(([id]) => [id, [1, 11, 1, 0, 0, 0, 13]]));
    const table = tableIn(glued('2021', rows));
    assert.equal(table.unreadable, 'glued');
    assert.ok(table.rows.every(({ cells }) => cells.length === 0));
  });
});
