import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Analysis } from '../../server/src/analysis/analyse';
import { type SemanticToken, semanticTokens } from '../../server/src/features/semanticTokens';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { COLLECTED, noCollected } from '../support/collected';
import { LAYOUTS } from '../support/layouts';
import { formOf } from '../support/layouts/form';
import { analysisOf } from '../support/outline';
import { at, placed, whole } from '../support/placed';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

/** `number.total 3`, in the order of the text. */
const named = (analysis: Analysis, tokens: readonly SemanticToken[]): string[] => tokens.map(({ span, type, modifiers }) => `${[type, ...modifiers].join('.')} ${at(analysis, span)}`);

/** What editors ask of tokens: in order, on one line each, not overlapping, not empty. */
function assertOrdered(analysis: Analysis): void {
  let end = 0;
  for (const { span } of semanticTokens(analysis, whole(analysis))) {
    assert.ok(span.start >= end && span.end > span.start);
    assert.doesNotMatch(at(analysis, span), /[\r\n]/);
    end = span.end;
  }
}

describe('semantic tokens', () => {
  const cell = (row: { readonly id: string }, column: { readonly id: string }): string => (row.id === 'received' && (column.id === 'business' || column.id === 'total') ? '3' : '0');

  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: labels, numbers, totals and zeros`, () => {
      const analysis = analysisOf(reportText({ layout, cell }));
      assertOrdered(analysis);
      const all = named(analysis, semanticTokens(analysis, whole(analysis)));
      const row = all.findIndex((token) => token.includes('一、本年新收'));
      assert.deepEqual(all.slice(row, row + 8), ['label 一、本年新收政府信息公开申请数量', 'number.zero 0', 'number 3', 'number.zero 0', 'number.zero 0', 'number.zero 0', 'number.zero 0', 'number.total 3']);
      assert.equal(all.filter((token) => token.startsWith('number')).length, 10 + 175 + 15);
      // The last column, the row （七）, and the three of 表四.
      assert.equal(all.filter((token) => token.startsWith('number.total')).length, 25 + 6 + 3);
      assert.equal(all.filter((token) => token.startsWith('label')).length, 6 + 25 + 3);
    });
  }

  test('odd characters, wherever they stand; a label or a number around them is what is left of it', () => {
    const text = reportText().replace('公开信息12条', '公开⽂件12条，⻔⼾\u200b网站').replace('1.属于国家秘密', '1.属于⼯家秘密');
    const analysis = analysisOf(text);
    assertOrdered(analysis);
    const all = named(analysis, semanticTokens(analysis, whole(analysis)));
    assert.deepEqual(all.slice(0, 2), ['oddGlyph ⽂', 'oddGlyph ⻔⼾\u200b']);
    const label = all.findIndex((token) => token.startsWith('label 1.属于'));
    assert.deepEqual(all.slice(label, label + 3), ['label 1.属于', 'oddGlyph ⼯', 'label 家秘密']);
  });

  test('what is no number has none; what was deduced says so', () => {
    const { analysis } = placed('二、主动公开政府信息情况\n\n规章 | / | 见附件 | １２ |\n行政规范性文件 | 0 | 0 | 0 |\n');
    assert.deepEqual(named(analysis, semanticTokens(analysis, whole(analysis))).slice(0, 2), ['label 规章', 'number １２']);
    const glued = placed('四、政府信息公开行政复议、行政诉讼情况 行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计100010000000000\n').analysis;
    assert.ok(named(glued, semanticTokens(glued, whole(glued))).includes('number.deduced 1'));
  });

  test('of a row with a wrong number of values, only the label', () => {
    const { analysis } = placed('二、主动公开政府信息情况\n\n规章 | 1 | 2 |\n行政规范性文件 | 0 | 0 | 0 |\n');
    assert.deepEqual(named(analysis, semanticTokens(analysis, whole(analysis))).slice(0, 2), ['label 规章', 'label 行政规范性文件']);
  });

  test('of a range, those that touch it, and of a volume those of its reports', () => {
    const text = reportText({ cell }) + reportText({ agency: '云溪县林业局', cell });
    const analysis = analysisOf(text);
    const all = semanticTokens(analysis, whole(analysis));
    for (let start = 0; start < text.length; start += 97) {
      const within = { start, end: Math.min(text.length, start + 150) };
      const touching = all.filter(({ span }) => span.start <= within.end && span.end > within.start);
      const found = semanticTokens(analysis, within);
      // The last one before a range may begin it or end before it: that does no harm.
      assert.deepEqual(found.filter(({ span }) => span.end > within.start), touching);
      assert.ok(found.length <= touching.length + 2);
    }
  });

  const random = new Random();
  for (const layout of LAYOUTS) {
    test(`${layout.id}: in order (OGI_SEED=${random.seed})`, () => {
      const analysis = analysisOf(reportText({ table: (spec) => layout.render(formOf(spec, () => '0'), random) }));
      assertOrdered(analysis);
      assert.ok(semanticTokens(analysis, whole(analysis)).length > 20 || layout.cells === 'deduced');
    });
  }

  test('of real reports, in order', { skip: noCollected }, () => {
    for (const { text } of COLLECTED) assertOrdered(analysisOf(text));
  });
});
