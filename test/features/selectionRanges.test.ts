import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { at, placed } from '../support/placed';
import { reportText } from '../support/reports';

/** The beginning and the end of each step at `$0`, on one line. */
function steps(source: string): string[] {
  const { analysis, offset } = placed(source);
  return selectionRanges(analysis, offset).map((span) => {
    const words = at(analysis, span).trim().replace(/\s+/g, ' ');
    return words.length <= 12 ? words : `${words.slice(0, 6)}…${words.slice(-6)}`;
  });
}

const cell = (row: { readonly id: string }, column: { readonly id: string }): string => (row.id === 'denied.otherLaw' && column.id === 'business' ? '7' : '0');

describe('a selection grows', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: from cell to row, group, table, section, report`, () => {
      const report = reportText({ layout, cell });
      const text = report.replace(/7(?=\s)/, '$07');
      const { analysis, offset } = placed(text);
      const found = selectionRanges(analysis, offset);
      const words = found.map((span) => at(analysis, span).trim());
      assert.equal(words[0], '7');
      assert.match(words[1]!, /^2\.其他法律行政法规禁止公开/);
      assert.match(words[2]!, /^（三）不予公开[^]*8\.属于行政查询事项/);
      assert.match(words[3]!, /^[| ]*（本列数据[^]*四、结转下年度继续办理/);
      assert.match(words[4]!, /^三、收到和处理[^]*四、结转下年度继续办理/);
      assert.equal(words[5], report.trim());
      assert.equal(found.length, 6);
      found.forEach(({ start, end }, i) => assert.ok(start <= offset && offset <= end && (i === 0 || (start <= found[i - 1]!.start && end >= found[i - 1]!.end))));
    });
  }

  test('from a label, a title of a column', () => {
    assert.deepEqual(steps(reportText().replace('规章', '规$0章')).slice(0, 2), ['规章', '规章 | 0… 0 | 0']);
    assert.deepEqual(steps(reportText().replace('自然人', '自$0然人')).slice(0, 2), ['自然人', '（本列数据的… 0 | 0']);
  });

  test('in text by sub-heading and section', () => {
    assert.deepEqual(steps(reportText({ title: false }).replace('公开不够及时', '公开$0不够及时')).slice(0, 3), ['1.公开不够及时。', '（一）存在的…读形式单一。', '五、存在的主…，及时更新。']);
  });

  test('in a volume to its own report', () => {
    const second = reportText({ agency: '云溪县林业局' }).replace('12条', '1$02条');
    const found = steps(reportText() + second);
    assert.match(found.at(-1)!, /^云溪县林业局…/);
  });

  test('of nothing, nothing', () => {
    assert.deepEqual(steps('$0'), []);
  });
});
