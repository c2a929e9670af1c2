import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../server/src/analysis/settings';
import { inlayHints } from '../../server/src/features/inlayHints';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { placed, whole } from '../support/placed';
import { reportText } from '../support/reports';

/** The text with its hints as an editor shows them, each in ‹›. */
function shown(text: string, settings: Partial<Settings> = {}): string {
  const { analysis } = placed(text, settings);
  const hints = inlayHints(analysis, whole(analysis)).sort((a, b) => b.offset - a.offset);
  return hints.reduce((so, { offset, label }) => `${so.slice(0, offset)}‹${label}›${so.slice(offset)}`, text);
}

const NUMBERS: Readonly<Record<string, string>> = {
  'received naturalPerson': '3',
  'received total': '3',
  'granted naturalPerson': '3',
  'granted total': '4',
  'processedTotal naturalPerson': '3',
  'processedTotal total': '3',
};
const withNumbers = (numbers: Readonly<Record<string, string>>) => (row: { readonly id: string }, column: { readonly id: string }) => numbers[`${row.id} ${column.id}`] ?? '0';

/** The line of 表三 that begins with `label`, with its hints. */
const line = (text: string, label: string, settings?: Partial<Settings>): string => shown(text, settings).split('\n').find((own) => own.includes(label))!;

describe('beside a number that does not add up', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: the sum that must be there, and nothing anywhere else`, () => {
      const { analysis, text } = placed(reportText({ layout, cell: withNumbers(NUMBERS) }));
      const hints = inlayHints(analysis, whole(analysis));
      assert.deepEqual(hints.map(({ offset, label }) => [text.slice(0, offset).split(/\s/).at(-1), label]), [['4', '应为 3']]);
    });
  }

  test('the wrong one of its numbers where that is certain, a total or not', () => {
    assert.equal(line(reportText({ cell: withNumbers({ ...NUMBERS, 'granted total': '3', 'granted naturalPerson': '5' }) }), '予以公开'), '三、本年度办理结果 | （一）予以公开 | 5‹应为 3› | 0 | 0 | 0 | 0 | 0 | 3 |');
  });

  test('only what it sums to where another number may be the wrong one', () => {
    const text = reportText({ cell: withNumbers({ 'granted naturalPerson': '3', 'granted total': '4', 'processedTotal naturalPerson': '9', 'received naturalPerson': '9' }) });
    assert.match(line(text, '予以公开'), / 4‹相加得 3› \|$/);
  });

  test('across and down where both do not hold', () => {
    const text = reportText({ cell: withNumbers({ 'received naturalPerson': '17', 'received total': '17', 'granted naturalPerson': '9', 'granted total': '8', 'processedTotal naturalPerson': '9', 'processedTotal total': '7', 'carriedIn naturalPerson': '3', 'carriedIn total': '3' }) });
    const total = line(text, '（七）总计');
    assert.match(total, /‹横向相加得 9›/);
    assert.match(total, /‹纵向相加得 8›/);
  });

  test('in a total left blank', () => {
    const text = reportText({ cell: withNumbers({ ...NUMBERS, 'granted total': '' }) });
    assert.match(line(text, '予以公开'), /\| 0 \| {2}‹相加得 3›\|$/);
  });

  test('with the equations as a tooltip, in the language of the messages', () => {
    const text = reportText({ cell: withNumbers(NUMBERS) });
    const { analysis } = placed(text, { locale: 'en' });
    assert.deepEqual(
      inlayHints(analysis, whole(analysis)).map(({ label, tooltip }) => [label, tooltip]),
      [['should be 3', '✗ （七）= 各办理结果之和: 3 ≠ 4, a difference of 1\n✗ 总计 = 自然人 + 法人或其他组织: 4 ≠ 3, a difference of 1']],
    );
  });

  test('nothing where the rule is off, or the setting', () => {
    const text = reportText({ cell: withNumbers(NUMBERS) });
    assert.equal(shown(text, { rules: { 'table/row-total': 'off' } }), text);
    assert.equal(shown(text, { inlayHints: 'off' }), text);
  });

  test('nothing where several ways would mend it, or a number can’t be read', () => {
    // Either both totals are missing, or both numbers are too many.
    const ways = reportText({ cell: withNumbers({ 'received naturalPerson': '1', 'carriedOut naturalPerson': '1' }) });
    assert.equal(shown(ways), ways);
    const unread = reportText({ cell: withNumbers({ ...NUMBERS, 'granted business': '见附件' }) });
    assert.doesNotMatch(line(unread, '予以公开'), /‹/);
    const short = reportText({ cell: withNumbers(NUMBERS) }).replace('（一）予以公开 | 3 | 0', '（一）予以公开 | 3');
    assert.doesNotMatch(line(short, '予以公开'), /‹/);
  });

  test('only in the range that is asked for', () => {
    const text = reportText({ cell: withNumbers(NUMBERS) });
    const { analysis } = placed(text);
    const at = text.indexOf('4 |');
    assert.equal(inlayHints(analysis, { start: at, end: at + 1 }).length, 1);
    assert.deepEqual(inlayHints(analysis, { start: 0, end: at }), []);
    assert.deepEqual(inlayHints(analysis, { start: at + 2, end: text.length }), []);
  });
});

describe('names of columns', () => {
  test('beside each cell that has a line of its own', () => {
    const text = reportText({ layout: 'cell-per-line' });
    const hinted = shown(text, { inlayHints: 'names' });
    assert.equal(hinted.match(/‹← /g)?.length, 10 + 175 + 15);
    const rules = '\t规章\n\t0‹← 本年制发件数›\n\t0‹← 本年废止件数›\n\t0‹← 现行有效件数›\n';
    assert.ok(hinted.includes(rules));
    assert.ok(hinted.includes('\t一、本年新收政府信息公开申请数量\n\t0‹← 自然人›\n\t0‹← 商业企业›\n'));
    assert.ok(hinted.includes('\t0‹← 行政诉讼·复议后起诉·总计›\n'));
  });

  test('also beside a blank one, and with the sums', () => {
    const text = reportText({ layout: 'cell-per-line', cell: (row, column) => (row.id === 'rules' && column.id === 'repealed' ? '' : (NUMBERS[`${row.id} ${column.id}`] ?? '0')) });
    const hinted = shown(text, { inlayHints: 'names' });
    assert.ok(hinted.includes('\t规章\n\t0‹← 本年制发件数›\n\t‹← 本年废止件数›\n'));
    assert.match(hinted, /\t4(?:‹应为 3›‹← 总计›|‹← 总计›‹应为 3›)\n/);
  });

  for (const layout of WRITABLE_LAYOUTS.filter((own) => own !== 'cell-per-line')) {
    test(`${layout}: none, where the row shows them`, () => {
      // The rows of 表二 with one column are no line of their own either.
      const text = reportText({ layout });
      assert.equal(shown(text, { inlayHints: 'names' }), text);
    });
  }

  test('none of a row with a wrong number of values', () => {
    const text = reportText({ layout: 'cell-per-line' }).replace('\t规章\n', '\t规章\n\t7\n');
    assert.ok(shown(text, { inlayHints: 'names' }).includes('\t规章\n\t7\n\t0\n\t0\n\t0\n'));
  });
});
