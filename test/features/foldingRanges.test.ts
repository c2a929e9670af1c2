import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { foldingRangesOf } from '../../server/src/lsp/convert';
import { OpenDocument } from '../../server/src/lsp/documents';
import { analysisOf } from '../support/outline';
import { reportText } from '../support/reports';

/** Each fold as its first and last line. */
function folds(text: string): string[] {
  const document = new OpenDocument('untitled:1', 'ogi-report', 1, text);
  const lines = text.split(/\r\n|\r|\n/);
  return foldingRangesOf(document, foldingRanges(analysisOf(text))).map(({ startLine, endLine }) => `${lines[startLine]} … ${lines[endLine]}`);
}

describe('folding', () => {
  test('reports, sections, sub-headings, tables and row groups', () => {
    const found = folds(reportText());
    assert.deepEqual(found.slice(0, 3), [
      '云溪县水利局2024年政府信息公开工作年度报告 … 本年度未收取信息处理费。',
      '一、总体情况 … （二）平台建设情况。网站运行平稳。',
      '二、主动公开政府信息情况 … 行政事业性收费 | 0 |',
    ]);
    assert.ok(found.includes('第二十条第（一）项 | … 行政事业性收费 | 0 |'), 'the table, which begins with its first caption');
    assert.ok(found.includes('（三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | … 8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'));
    assert.ok(found.includes('（一）存在的问题 … 2.解读形式单一。'));
    assert.ok(found.includes('六、其他需要报告的事项 … 本年度未收取信息处理费。'));
  });

  test('rows are not folded, one a line or not', () => {
    assert.ok(!folds(reportText({ layout: 'cell-per-line' })).some((fold) => fold.includes('本年新收')));
  });

  for (const eol of ['\r\n', '\r'] as const) {
    test(`the same with ${JSON.stringify(eol)}`, () => assert.deepEqual(folds(reportText({ eol })), folds(reportText())));
  }

  test('a section that begins in mid-line, where the one before ends, is not hidden with it', () => {
    const found = folds(reportText().replace('网站运行平稳。\n\n', '网站运行平稳。'));
    assert.ok(found.includes('（二）平台建设情况。网站运行平稳。二、主动公开政府信息情况 … 行政事业性收费 | 0 |'), found.join('\n'));
    assert.deepEqual(found.filter((fold) => fold.endsWith('… （二）平台建设情况。网站运行平稳。二、主动公开政府信息情况')), []);
  });

  test('no two folds begin on one line, and each has two lines at least', () => {
    const document = new OpenDocument('untitled:1', 'ogi-report', 1, reportText());
    const ranges = foldingRangesOf(document, foldingRanges(analysisOf(reportText())));
    assert.equal(new Set(ranges.map(({ startLine }) => startLine)).size, ranges.length);
    assert.ok(ranges.every(({ startLine, endLine }) => endLine > startLine));
  });
});
