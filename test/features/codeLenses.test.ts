import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../server/src/analysis/settings';
import { codeLenses } from '../../server/src/features/codeLenses';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { at, placed } from '../support/placed';
import { reportText } from '../support/reports';

/** Each lens with the words it stands above. */
function lenses(text: string, settings: Partial<Settings> = {}): string[] {
  const { analysis } = placed(text, settings);
  return codeLenses(analysis).map(({ span, title }) => `${at(analysis, span).slice(0, 4)}… ${title}`);
}

const wrong = (row: { readonly id: string }, column: { readonly id: string }): string => (row.id === 'granted' && column.id === 'total' ? '4' : '0');

describe('the line above a table', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    for (const edition of ['2019', '2021'] as const) {
      test(`${edition} form, ${layout}: says that it adds up`, () => {
        const year = edition === '2019' ? 2020 : 2024;
        const [numbers, sums] = edition === '2019' ? [22, 37] : [10, 39];
        assert.deepEqual(lenses(reportText({ layout, edition, year })), [`二、主动… ✓ ${numbers} 个数都已填`, `三、收到… ✓ 勾稽平衡（${sums} 项）`, '四、政府… ✓ 勾稽平衡（3 项）']);
      });
    }

    test(`${layout}: or how much does not, and which cells`, () => {
      const { analysis } = placed(reportText({ layout, cell: wrong }));
      const lens = codeLenses(analysis)[1]!;
      assert.equal(lens.title, '✗ 2 处不平（共 39 项勾稽关系）');
      assert.deepEqual(lens.cells.map((span) => at(analysis, span)), ['4']);
    });
  }

  test('in English', () => {
    assert.deepEqual(lenses(reportText({ cell: wrong }), { locale: 'en' }), ['二、主动… ✓ all 10 numbers are there', '三、收到… ✗ 2 of 39 sums do not hold', '四、政府… ✓ all 3 sums hold']);
  });

  test('of a form that nobody has filled in yet, not that it adds up', () => {
    const blank = (cell: string): string[] => lenses(reportText({ cell: () => cell }));
    for (const cell of ['/', '—', '']) assert.deepEqual(blank(cell), ['二、主动… 还没有填数', '三、收到… 还没有填数', '四、政府… 还没有填数'], cell);
  });

  test('says what was not checked', () => {
    const second = (text: string): string => lenses(text)[1]!;
    assert.equal(second(reportText().replace('（一）予以公开 | 0 |', '（一）予以公开 |')), '三、收到… 31 项勾稽关系平衡，8 项有空缺或读不准、没有核对');
    assert.equal(lenses(reportText().replace('规章 | 0 |', '规章 |  |'))[0], '二、主动… 读出 9 个数，共应有 10 个');
    assert.deepEqual(lenses('四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n结果维持结果纠正其他结果尚未审结总计\n'), ['四、政府… 读不准，没有核对']);
    const glued = '四、政府信息公开行政复议、行政诉讼情况 行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计100010000000000\n';
    assert.deepEqual(lenses(glued), ['四、政府… 数字连在一起，按唯一的拆法读出，没有核对']);
  });

  test('is there from the start, so that no line jumps while the table is typed', () => {
    const whole = reportText();
    const table = whole.indexOf('三、收到');
    const next = whole.indexOf('四、政府');
    for (let end = whole.indexOf('\n', table); end < next; end += 25) assert.equal(lenses(whole.slice(0, end) + '\n\n' + whole.slice(next)).length, 3);
    assert.deepEqual(lenses('二、主动公开政府信息情况\n'), ['二、主动… 没有读到统计表']);
  });

  test('stands at the table where its heading is lost', () => {
    const text = reportText().replace('四、政府信息公开行政复议、行政诉讼情况\n', '');
    assert.equal(lenses(text)[2], '结果维持… ✓ 勾稽平衡（3 项）');
  });

  test('can be switched off; earlier reports, of which nothing is checked, and other texts have none', () => {
    assert.deepEqual(lenses(reportText(), { codeLens: false }), []);
    assert.deepEqual(lenses('云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n全年公开12条。\n'), []);
    assert.deepEqual(lenses('随便写点什么。\n'), []);
    assert.deepEqual(lenses(''), []);
  });

  test('each report of a volume has its own', () => {
    assert.equal(lenses(reportText() + reportText({ agency: '云溪县林业局', cell: wrong })).filter((lens) => lens.includes('✗')).length, 1);
  });
});
