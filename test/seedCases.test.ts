/**
 * What the real seeds show, in texts of the project's own: each state a report is found in, with every finding it may have.
 * (The seeds themselves are checked by seeds.test.ts where they exist.)
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../server/src/analysis/analyse';
import { fixAll } from '../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import type { TableId } from '../server/src/editions';
import { documentSymbols } from '../server/src/features/documentSymbols';
import { detect } from '../server/src/model/report/detect';
import { allRadicals } from '../server/src/text/radicals';
import { reportText } from './support/reports';

const analysed = (text: string): Analysis => analyse(text, DEFAULT_SETTINGS);

/** `line rule`, lines from 1. */
function found({ text, diagnostics }: Analysis): string[] {
  return diagnostics.map(({ rule, span }) => `${text.slice(0, span.start).split(/\r\n|\r|\n/).length} ${rule}`);
}

const rules = (analysis: Analysis): string[] => [...new Set(analysis.diagnostics.map(({ rule }) => rule))].sort();

/** How many cells each table has. */
function cells({ reports }: Analysis): Partial<Record<TableId, number>> {
  return Object.fromEntries(reports[0]!.model.tables.map(({ id, table }) => [id, table.rows.reduce((sum, row) => sum + row.cells.length, 0)]));
}

function assertWhole(analysis: Analysis): void {
  assert.equal(detect(analysis.text).isReport, true);
  assert.deepEqual(analysis.failedRules, []);
  const names = JSON.stringify(documentSymbols(analysis));
  for (const ordinal of '一二三四五六') assert.ok(names.includes(`"${ordinal}、`), `no section ${ordinal} in the outline`);
}

const ALL_2021 = { proactiveDisclosure: 10, requests: 175, reviewAndLitigation: 15 };

for (const [name, eol] of [['LF', '\n'], ['CRLF', '\r\n']] as const) {
  describe(`a cell a line, padded, with a label cut short (${name})`, () => {
    const clean = reportText({ layout: 'cell-per-line', eol });
    const padded = clean.replaceAll('\t0', '\t\u00a00').replace('规章', '规章\u3000').replace('不再处理其政府信息公开申请', '不再处理其政府信息公开');
    const analysis = analysed(padded);

    test('every cell is read, the label told, the padding a hint a table, and nothing is an error', () => {
      assertWhole(analysis);
      assert.deepEqual(cells(analysis), ALL_2021);
      assert.deepEqual(analysis.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`), ['glyph/padding hint', 'glyph/padding hint', 'table/row-label information', 'glyph/padding hint']);
    });

    test('fix-all clears the padding and nothing else', () => {
      assert.equal(fixAll(analysis), padded.replaceAll('\u00a0', '').replaceAll('\u3000', ''));
    });
  });

  describe(`PDF text with radicals, wrapped labels and the title below heading 一 (${name})`, () => {
    const clean = reportText({ layout: 'flow', eol, title: false })
      .replace(`一、总体情况${eol}`, `一、总体情况${eol}${eol}云溪县水利局2024年政府信息公开工作年度报告${eol}`)
      .replace('行政机关不再处理其政府信息公开申请 0', `行政机关不再处理其政府信息${eol}公开申请${eol}0`);
    const radicalOf = new Map([...allRadicals()].filter(([, { class: kind }]) => kind === 'same').map(([code, { target }]) => [target!, String.fromCharCode(code)]));
    const dirty = [...clean].map((char) => radicalOf.get(char) ?? char).join('');
    const analysis = analysed(dirty);

    test('the title is found, every cell read, and only radicals are told, once a section', () => {
      assertWhole(analysis);
      assert.deepEqual(cells(analysis), ALL_2021);
      assert.equal(analysis.reports[0]!.model.agency, '云溪县水利局');
      assert.deepEqual(rules(analysis), ['glyph/radical']);
      assert.ok(analysis.diagnostics.length <= 6, found(analysis).join());
      const marked = analysis.diagnostics.flatMap(({ span, repeats }) => [span, ...repeats.map((repeat) => repeat.span)]);
      assert.ok(marked.length > 40);
      assert.ok(marked.every(({ start, end }) => /^[\u2e80-\u2fdf]+$/.test(dirty.slice(start, end))), 'nothing that is right is marked');
      assert.equal(marked.map(({ start, end }) => dirty.slice(start, end)).join(''), dirty.replace(/[^\u2e80-\u2fdf]/g, ''));
    });

    test('fix-all brings back the ordinary characters', () => assert.equal(fixAll(analysis), clean));

    test('⼾ is 户 and never 戶', () => assert.equal(fixAll(analysed(dirty.replace('⽹站', '⻔⼾⽹站'))), clean.replace('网站', '门户网站')));
  });

  describe(`tabs, edition 2019, with a value too many in some rows (${name})`, () => {
    const clean = reportText({ layout: 'tab', eol, edition: '2019', year: 2020 });
    const text = clean
      .replace('其他法律行政法规', '其他法律法规')
      .replace(/(（六）其他处理.*?\t0)/, '$1\t0')
      .replace(/(（七）总计.*?\t0)/, '$1\t0')
      .replace(/(四、结转下年度继续办理.*?\t0)/, '$1\t0')
      .replace(/^((?:0\t){14}0)$/m, '$1\t0')
      .replace(/^((?:0\t){14}0)\r$/m, '$1\t0\r');
    const analysis = analysed(text);

    test('those rows are refused with the reason, the others read, and no arithmetic is done on them', () => {
      assertWhole(analysis);
      assert.equal(analysis.reports[0]!.model.edition.id, '2019');
      assert.deepEqual(cells(analysis), { proactiveDisclosure: 22, requests: 140, reviewAndLitigation: 0 });
      assert.deepEqual(analysis.diagnostics.map(({ rule }) => rule), ['table/row-label', 'table/column-count', 'table/column-count']);
      assert.equal(fixAll(analysis), text, 'nothing of it is safe to fix');
    });
  });

  describe(`ragged bars, ASCII punctuation, cut headers and no title (${name})`, () => {
    const text = reportText({ eol, title: false })
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll('，', ',')
      .replace('商业企业', '商业 企业')
      .replace('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未', '结果维持 | 结果 | 其他 | 尚未 | 总计 | 未')
      .replace('规章 | 0 | 0 | 0 |', '规章 | 0 | 0 | 0 | ||')
      .replace(/(第二十条第\(五\)项 \|)/, '$1 |||');
    const analysis = analysed(text);

    test('each is told once, nothing is said of the punctuation, and nothing is an error', () => {
      assertWhole(analysis);
      assert.deepEqual(cells(analysis), ALL_2021);
      assert.deepEqual(analysis.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`), [
        'report/title information',
        'table/padding-bars information',
        'table/header-label information',
        'table/header-label information',
      ]);
    });
  });
}
