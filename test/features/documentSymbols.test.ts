import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { documentSymbols, type DocumentSymbol } from '../../server/src/features/documentSymbols';
import { readMarked, writeMarked } from '../support/marked';
import { analysisOf, flat, outlineOf } from '../support/outline';
import { reportText } from '../support/reports';
import { noSeeds, SEEDS } from '../support/seeds';

const SECTIONS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', '六、其他需要报告的事项'];

/** Editors reject an outline that breaks this law. */
function assertNested(symbols: readonly DocumentSymbol[], from: number, to: number): void {
  for (const { span, selection, children, name } of symbols) {
    assert.ok(from <= span.start && span.start <= span.end && span.end <= to, `${name}: [${span.start}, ${span.end}) lies in [${from}, ${to})`);
    assert.ok(span.start <= selection.start && selection.start <= selection.end && selection.end <= span.end, `${name}: the selection lies in the span`);
    assert.notEqual(name.trim(), '');
    assertNested(children, span.start, span.end);
  }
}

describe('outline', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    for (const edition of ['2019', '2021'] as const) {
      test(`${edition} form, ${layout}: title, sections, tables, groups and rows`, () => {
        const numbers = new Map([['received naturalPerson', '3'], ['received total', '3']]);
        const text = reportText({ layout, edition, year: edition === '2019' ? 2020 : 2024, cell: (row, column) => numbers.get(`${row.id} ${column.id}`) ?? '0' });
        const symbols = documentSymbols(analysisOf(text));
        assertNested(symbols, 0, text.length);
        assert.deepEqual(symbols.map(({ kind, name, detail }) => [kind, name, detail]), [['report', `云溪县水利局${edition === '2019' ? 2020 : 2024}年政府信息公开工作年度报告`, `${edition}年格式`]]);
        assert.deepEqual(symbols[0]!.children.map(({ name }) => name), SECTIONS);
        const rows = flat(symbols).filter(({ kind }) => kind === 'row');
        assert.equal(rows.find(({ name }) => name.startsWith('一、本年新收'))!.detail, '3 0 0 0 0 0 3');
        assert.equal(rows.find(({ name }) => name === '规章')!.detail, '0 0 0');
        const denied = flat(symbols).find(({ name }) => name === '（三）不予公开')!;
        assert.equal(denied.children.length, 8);
        assert.equal(text.slice(denied.selection.start, denied.selection.end), '（三）不予公开');
      });
    }
  }

  test('sub-headings of two levels, also where the text runs on after them', () => {
    const symbols = documentSymbols(analysisOf(reportText()))[0]!.children;
    const names = (section: number): string[] => flat(symbols[section]!.children).map(({ name }) => name);
    assert.deepEqual(names(0), ['（一）主动公开情况', '（二）平台建设情况']);
    assert.deepEqual(names(4), ['（一）存在的问题', '1.公开不够及时', '2.解读形式单一', '（二）改进措施']);
    assert.deepEqual(symbols[4]!.children.map(({ children }) => children.length), [2, 0]);
  });

  test('what is shown when one is picked: the heading, the words of the sub-heading, the label and values of a row', () => {
    const { text, marks } = readMarked(
      '云溪县\n⟦云溪县水利局2024年政府信息公开工作年度报告⟧\n\n  ⟦一、总体情况⟧\n ⟦（一）主动公开情况⟧。公开12条。\n⟦1．平台⟧\n' +
        '⟦二、主动公开政府信息情况⟧\n⟦第二十条第（一）项⟧\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n⟦规章 | 0 | 0 | 1⟧\n',
    );
    const selections = flat(documentSymbols(analysisOf(text))).filter(({ kind }) => kind !== 'table').map(({ selection }) => selection);
    assert.equal(writeMarked(text, selections), writeMarked(text, marks));
  });

  test('characters of two units before the label of a group move nothing', () => {
    const text = reportText({ layout: 'tab' }).replace('（三）不予公开\t1.属于国家秘密', '𠮷𠮷𠮷\n（三）不予公开\t1.属于国家秘密');
    const denied = flat(documentSymbols(analysisOf(text))).find(({ name }) => name === '（三）不予公开')!;
    assert.equal(text.slice(denied.selection.start, denied.selection.end), '（三）不予公开');
  });

  test('a number, a year or a decimal at the start of a line is no sub-heading', () => {
    assert.equal(outlineOf('一、总体情况\n2021年，公开12条。\n1.5万元。\n3\n（一）\n'), 'section 一、总体情况');
  });

  test('radicals are shown as the characters they stand for, and white space is left out', () => {
    assert.equal(outlineOf('⼀、总体情况\n（⼆）⻔⼾⽹站　建设。已完成。\n'), 'section 一、总体情况\n  heading （二）门户网站建设');
  });

  test('a row whose label is nothing that shows has a mark in its place', () => {
    const text = '二、主动公开政府信息情况\n\n规章 | 0 | 0 | 0 |\n\u0007 | 7 | 8 | 9 |\n行政规范性文件 | 0 | 0 | 0 |\n';
    assert.match(outlineOf(text), /row \?: \| 7 \| 8 \| 9/);
  });

  test('without a title the sections are the roots', () => {
    const symbols = documentSymbols(analysisOf(reportText({ title: false })));
    assert.deepEqual(symbols.map(({ name }) => name), SECTIONS);
  });

  test('each report of a volume is a root', () => {
    const volume = reportText({ agency: '云溪县水利局' }) + reportText({ agency: '云溪县林业局', year: 2023 });
    const symbols = documentSymbols(analysisOf(volume));
    assertNested(symbols, 0, volume.length);
    assert.deepEqual(symbols.map(({ name }) => name), ['云溪县水利局2024年政府信息公开工作年度报告', '云溪县林业局2023年政府信息公开工作年度报告']);
    assert.deepEqual(symbols.map(({ children }) => children.length), [6, 6]);
  });

  test('a row with a wrong number of values says so', () => {
    const text = reportText().replace('一、本年新收政府信息公开申请数量 | 0', '一、本年新收政府信息公开申请数量 | 0 | 0');
    const row = flat(documentSymbols(analysisOf(text))).find(({ name }) => name.startsWith('一、本年新收'))!;
    assert.equal(row.detail, '0 0 0 0 0 0 0 0 (8 ≠ 7)');
  });

  test('a table tells whether it adds up', () => {
    const broken = reportText({ cell: (row, column) => (row.id === 'received' && column.id === 'total' ? '1' : '0') });
    const table = flat(documentSymbols(analysisOf(broken))).find(({ name }) => name.startsWith('表三'))!;
    assert.match(table.detail, /^\d+ 处不平$/);
  });

  test('a report of before 2019 has its headings of all levels', () => {
    const text = '云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n全年公开12条。\n（一）平台\n已建成。\n二、收费及减免情况\n无。\n';
    assert.equal(outlineOf(text), 'report 云溪县水利局2016年政府信息公开工作年度报告: 没有统一格式\n  heading 一、概述\n    heading （一）平台\n  heading 二、收费及减免情况');
  });

  test('an empty document and one that is no report have no outline', () => {
    assert.equal(outlineOf(''), '');
    assert.equal(outlineOf('随便写点什么。\n'), '');
  });
});

describe('outline of the seeds', { skip: noSeeds }, () => {
  for (const { name, text } of SEEDS) {
    test(`${name} has its six sections and three tables`, () => {
      const symbols = documentSymbols(analysisOf(text));
      assertNested(symbols, 0, text.length);
      const all = flat(symbols);
      assert.deepEqual(all.filter(({ kind }) => kind === 'section').map((symbol) => symbol.name), SECTIONS);
      assert.equal(all.filter(({ kind }) => kind === 'table').length, 3);
    });
  }
});
