/** Blank cells and whole blank rows, as web pages leave them in text: what is there is read, what can't be told is refused, and the next row is none the worse. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type TableId, tableSpec } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { wholeTable } from '../../server/src/rules/tableExamples';
import { LAYOUTS } from '../support/layouts';
import { attempt, type Trial } from '../support/layouts/trial';
import { tablesOf } from '../support/tables';

const table = (text: string, id: TableId): BoundTable => tablesOf(text).get(id)!;
const valuesOf = (bound: BoundTable): Record<string, (number | null)[]> => Object.fromEntries(bound.rows.map(({ spec, cells }) => [spec.id, cells.map(({ value }) => value)]));
const found = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.map(({ rule, finding }) => `${rule} ${finding.message ?? ''}`.trim()).filter((rule) => !rule.startsWith('section/missing'));

const DISCLOSURE = '二、主动公开政府信息情况\n第二十条第（一）项 | |||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n';
const REQUESTS = '三、收到和处理政府信息公开申请情况\n申请人情况 |\n自然人 |\n总计 |\n';
const cells = (...texts: (string | number)[]): string => texts.map((text) => `${text} |\n`.trimStart()).join('');

test('a blank 表四 without its heading is told where its first blank cell stands', () => {
  const five = ' |  |  |  | ';
  const remedies = wholeTable('reviewAndLitigation', { reconsideration: five, directLitigation: five, litigationAfterReconsideration: five }).replace(/^.*\n+/, '');
  const [blank] = analyse(remedies, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/blank-cell');
  assert.equal(remedies.slice(0, blank!.span.start).split('\n').length, remedies.trimEnd().split('\n').length);
  assert.match(blank!.message, /^表四.*有 15 个单元格没有填数（全部）/);
});

describe('a cell a line with a bar behind it', () => {
  test('bars behind a cell are its padding, and the layout is seen all the same', () => {
    const text = `${DISCLOSURE}${cells('规章', 1, 0, 3, '行政规范性文件', 2, 1, 6)}第二十条第（五）项 | |||\n信息内容 |\n本年处理决定数量 | ||\n行政许可 |\n14 | ||\n行政处罚 |\n3 | ||\n`;
    assert.deepEqual(valuesOf(table(text, 'proactiveDisclosure')), { rules: [1, 0, 3], normativeDocuments: [2, 1, 6], licensing: [14], penalties: [3] });
  });

  test('a bar alone between values is a blank cell in its place', () => {
    const text = REQUESTS + cells('一、本年新收政府信息公开申请数量', 11, 3, '', 1, '', '', 15) + cells('二、上年结转政府信息公开申请数量', '', '', '', '', '', '', 0);
    assert.deepEqual(valuesOf(table(text, 'requests')), { received: [11, 3, null, 1, null, null, 15], carriedIn: [null, null, null, null, null, null, 0] });
  });

  test('a blank row is read, and so is the row below it', () => {
    const text = `${REQUESTS}${cells('一、本年新收政府信息公开申请数量', 8, 1, 0, 0, 0, 0, 9)}||\n${cells('二、上年结转政府信息公开申请数量', '', '', '', '', '', '', '')}||\n${cells('（一）予以公开', 7, 1, 0, 0, 0, 0, 8)}||\n`;
    assert.deepEqual(valuesOf(table(text, 'requests')), { received: [8, 1, 0, 0, 0, 0, 9], carriedIn: [null, null, null, null, null, null, null], granted: [7, 1, 0, 0, 0, 0, 8] });
  });

  test('a bar behind the last value is padding, or the blank that was lost: the row is not read', () => {
    const row = table(REQUESTS + cells('一、本年新收政府信息公开申请数量', 11, 3, 1, 0, 0, 15, '') + cells('二、上年结转政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0), 'requests').row('received')!;
    assert.deepEqual([row.cells.length, row.found], [0, 6]);
  });

  test('a bar before every row is no blank cell: what a lost value leaves is not shifted', () => {
    const head = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const numbers = [1, 0, 2, 0, 3, 0, 1, 1, 0, 2, 0, 0, 1, 1, 2];
    const written = (values: number[]): string => `四、政府信息公开行政复议、行政诉讼情况\n|\n行政复议 |||||\n行政诉讼 ||||||||||\n|\n${cells(...head)}|\n${cells(...head, ...head)}|\n${cells(...values)}`;
    assert.deepEqual(Object.values(valuesOf(table(written(numbers), 'reviewAndLitigation'))).flat(), numbers);
    // Without the 0 of 结果纠正 the numbers would add up one cell further on.
    assert.deepEqual(Object.values(valuesOf(table(written(numbers.filter((_, i) => i !== 1)), 'reviewAndLitigation'))).flat(), []);
  });

  const [received, carriedIn, granted, partly] = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'] as const;

  for (const padding of ['', '||\n']) {
    test(`the bar may stand on the next line, that of a row's last cell too${padding && ', and padding behind it'}`, () => {
      const below = (...texts: (string | number)[]): string => texts.map((text) => `${text}\n|\n`.trimStart()).join('') + padding;
      const text = `三、收到和处理政府信息公开申请情况\n${below('申请人情况')}${below('自然人', '商业\n企业', '科研\n机构', '总计')}${below(received, 11, 3, '', 1, '', '', 15)}${below(carriedIn, 2, 0, 0, 0, 0, 0, 2)}${below('三、本年度办理结果', granted, 7, 1, 0, 0, 0, 0, 8)}${below(partly, 1, 0, 0, 0, 0, 3, 4)}${below('（七）总计', 12, 3, 0, 1, 0, 0, 16)}`;
      assert.deepEqual(valuesOf(table(text, 'requests')), { received: [11, 3, null, 1, null, null, 15], carriedIn: [2, 0, 0, 0, 0, 0, 2], granted: [7, 1, 0, 0, 0, 0, 8], partiallyGranted: [1, 0, 0, 0, 0, 3, 4], processedTotal: [12, 3, 0, 1, 0, 0, 16] });
      // The blank of a cell that was lost with its bar is none at the end of its row.
      const row = table(text.replace('12\n|\n3\n|\n0\n|\n', '12\n|\n3\n|\n'), 'requests').row('processedTotal')!;
      assert.deepEqual([row.cells.length, row.found], [0, 6]);
    });
  }

  test('where a bar stands before every row, none is a cell before the values of a row that the name of a group begins', () => {
    const rows = [cells(received, 11, 3, '', 1, '', '', 15) + '||\n', cells(carriedIn, 2, 0, 0, 0, 0, 0, 2) + '||\n', cells('三、本年度办理结果', granted, '', 7, 1, '', '', '', 8) + '|\n', cells(partly, 0, 1, 0, 0, 0, 0, 1) + '|\n', cells('（三）不予公开', '1.属于国家秘密', 1, 1, 0, 0, 0, 0, 2)];
    const text = `三、收到和处理政府信息公开申请情况\n|\n申请人情况 |\n|||\n|\n${cells('自然人', '商业企业', '科研机构', '总计')}|\n${rows.join('|\n')}`;
    assert.deepEqual(valuesOf(table(text, 'requests')), { received: [11, 3, null, 1, null, null, 15], carriedIn: [2, 0, 0, 0, 0, 0, 2], granted: [null, 7, 1, null, null, null, 8], partiallyGranted: [0, 1, 0, 0, 0, 0, 1], 'denied.stateSecret': [1, 1, 0, 0, 0, 0, 2] });
  });

  test('a row of blanks that is padded with one more is blank, whatever the others are padded with', () => {
    const blank = ['', '', '', '', '', '', ''];
    const text = `${REQUESTS}${cells(received, 8, 1, 0, 0, 0, 0, 9)}||\n${cells(carriedIn, 0, 0, 0, 0, 0, 0, 0)}||\n${cells('三、本年度办理结果', granted, ...blank)}|\n${cells(partly, ...blank)}|\n${cells('（三）不予公开', '1.属于国家秘密', ...blank)}|\n${cells('2.其他法律行政法规禁止公开', '', 4, '', '', '', '', 4)}|\n`;
    assert.deepEqual(valuesOf(table(text, 'requests')), { received: [8, 1, 0, 0, 0, 0, 9], carriedIn: [0, 0, 0, 0, 0, 0, 0], granted: new Array(7).fill(null), partiallyGranted: new Array(7).fill(null), 'denied.stateSecret': new Array(7).fill(null), 'denied.otherLaw': [null, 4, null, null, null, null, 4] });
  });
});

test('a blank row is one whose label is broken too', () => {
  const blank = '\t\n'.repeat(7);
  const text = `三、收到和处理政府信息公开申请情况\n一、本年新收\n政府信息公开申请数量\t3\t0\t\n\t0\t0\t0\t3\n二、上年结转\n政府信息公开\n申请数量${blank}（一）予以公开\t3\t0\t0\t0\t0\t0\t3\n`;
  assert.deepEqual(valuesOf(table(text, 'requests')), { received: [3, 0, null, 0, 0, 0, 3], carriedIn: Array.from({ length: 7 }, () => null), granted: [3, 0, 0, 0, 0, 0, 3] });
});

test('a mark of the page between a tab and its number leaves no blank cell', () => {
  const row = (label: string, ...values: readonly number[]): string => [label, ...values].join('\n\t\n\n');
  const text = `三、收到和处理政府信息公开申请情况\n\n${row('一、本年新收政府信息公开申请数量', 3, 0, 0, 0, 0, 0, 3).replace(/3$/, '- 4 -\n\n3')}\n\n${row('二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1)}\n`;
  assert.deepEqual(valuesOf(table(text, 'requests')), { received: [3, 0, 0, 0, 0, 0, 3], carriedIn: [1, 0, 0, 0, 0, 0, 1] });
});

for (const [name, cellEnd] of [['a cell a paragraph, a blank cell one more blank line', '\n\n'], ['a cell a line, a blank cell a blank line', '\n']] as const) {
  describe(name, () => {
    const line = (...texts: (string | number)[]): string => texts.map((text) => (text === '' ? '\n' : `${text}${cellEnd}`)).join('');
    const head = line('三、收到和处理政府信息公开申请情况', '申请人情况', '自然人', '法人或其他组织', '总计', '商业', '企业', '科研', '机构', '社会公益组织', '法律服务机构', '其他');
    const blank = ['', '', '', '', '', '', ''];
    const rows = line('一、本年新收政府信息公开申请数量', 11, 3, '', 1, '', '', 15) + line('二、上年结转政府信息公开申请数量', 2, '', '', '', '', 0, 2) + line('三、本年度办理结果', '（一）予以公开', 7, '', '', '', '', '', 7);

    test('is in its place where all rows are as long', () => {
      const values = valuesOf(table(head + rows + line('（二）部分公开', ...blank, '（三）不予公开', '1.属于国家秘密', ...blank, '2.其他法律行政法规禁止公开', '', 1, '', '', '', '', 1), 'requests'));
      assert.deepEqual([values['received'], values['carriedIn'], values['granted'], values['denied.stateSecret'], values['denied.otherLaw']], [[11, 3, null, 1, null, null, 15], [2, null, null, null, null, 0, 2], [7, null, null, null, null, null, 7], new Array(7).fill(null), [null, 1, null, null, null, null, 1]]);
    });

    test('is not told where one row is longer or shorter', () => {
      const values = valuesOf(table(head + rows + line('（二）部分公开', 1, '', '', '', 1, '（七）总计', 9, '', '', 1, '', '', 10), 'requests'));
      assert.deepEqual(Object.values(values).flat(), []);
    });

    test('is not told where blank lines stand before or behind the numbers of every row', () => {
      for (const [before, behind] of [[[], ['']], [[''], []]]) {
        const spaced = (label: string, ...own: readonly (string | number)[]): string => line(label, ...before!, ...own, ...behind!);
        const values = valuesOf(table(head + spaced('一、本年新收政府信息公开申请数量', 11, 3, '', 1, '', '', 15) + spaced('二、上年结转政府信息公开申请数量', 2, '', '', '', '', 0, 2) + spaced('（一）予以公开', 7, '', '', '', '', '', 7) + line('四、结转下年度继续办理', ...before!, 0, 0, 0, 0, 0, 0, 0), 'requests'));
        assert.deepEqual(Object.keys(values).filter((row) => row !== 'carriedOut').flatMap((row) => values[row]!), []);
      }
    });
  });
}

test('a row that lost its blank cells takes no numbers from the row below it', () => {
  const lines = ['二、主动公开政府信息情况', '第二十条第（六）项', '信息内容', '行政处罚', 35, 12, 3, '行政强制', 0, 0, 0, '第二十条第（八）项', '信息内容', '上一年项目数量', '本年增/减', '行政事业性收费', '第二十条第（九）项', '信息内容', '采购项目数量', '采购总金额', '政府集中采购', 1, 20000];
  const text = `云溪县水利局2020年政府信息公开工作年度报告\n\n${lines.join('\n\n')}\n`;
  assert.deepEqual(valuesOf(table(text, 'proactiveDisclosure')), { penalties: [35, 12, 3], coercion: [0, 0, 0], procurement: [1, 20000] });
  assert.ok(found(text).includes('table/column-count none'), '行政事业性收费 has no numbers');
});

test('a row that was left blank is told by its name, whatever stands in brackets behind it', () => {
  const text = DISCLOSURE + cells('规章（没有立法权的机关不填）') + '|||\n' + cells('行政规范性文件（含决定、公告、通告、意见、通知以及标题里有“规定”“办法”“细则”“规范”“规程”“规则”的公文，一般都算在内）', 2, 1, 6) + cells('第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', 14, '行政处罚', 3);
  assert.deepEqual(valuesOf(table(text, 'proactiveDisclosure')), { normativeDocuments: [2, 1, 6], licensing: [14], penalties: [3] });
  assert.deepEqual(found(text).filter((rule) => /missing-row|column-count/.test(rule)), ['table/column-count none', 'table/missing-row']);
});

test('zeros are the first offer where a few cells are blank, not where the whole form is', () => {
  const preferred = (text: string): unknown => analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/blank-cell').map(({ fixes: [fix] }) => fix?.preferred);
  assert.deepEqual([preferred(wholeTable('requests', { granted: '3 | / | 0 | 0 | 0 | 0 | 3' })), preferred(wholeTable('requests', {}).replace(/\b0\b/g, '/'))], [[true], [false]]);
});

test('a row that ends in a blank is not read where a number stands before its label: it may be wrapped to there', () => {
  const rows = wholeTable('requests', { partiallyGranted: '47 | 0 | 0 | 0 | 0 | 0 | ' });
  const read = (text: string): unknown => valuesOf(table(text, 'requests'))['partiallyGranted'];
  assert.deepEqual([read(rows), read(rows.replace(/^(?=（二）)/m, '47（其中修订 7 件） | '))], [[47, 0, 0, 0, 0, 0, null], []]);
});

test('a row that is not in the form has the name that stands above its numbers', () => {
  const [unknown] = table(DISCLOSURE + cells('规章', 1, 0, 3, '行政规范性文件', 2, 1, 6, '其他主动公开文件', 4, 5, 9, '行政许可', 14, '行政处罚', 3), 'proactiveDisclosure').unknown;
  assert.equal(unknown?.label?.text, '其他主动公开文件');
});

test('a row a line, padded by as many bars as its kind of rows: blanks among its values are in their places', () => {
  const padded = wholeTable('requests', { received: '11 | 3 |  | 1 |  |  | 15', granted: ' |  |  |  |  |  | ', processedTotal: '12 |  | 0 | 0 | 0 | 0 | 12' }).replace(/^([一二四]、.*)$/gm, '$1 ||').replace(/^(（.*)$/gm, '$1 |');
  const values = valuesOf(table(padded, 'requests'));
  assert.deepEqual([values['received'], values['granted'], values['processedTotal']], [[11, 3, null, 1, null, null, 15], new Array(7).fill(null), [12, null, 0, 0, 0, 0, 12]]);
});

test('words in place of a number, a cell a line, are the value of their cell and end no row', () => {
  const text = `二、主动公开政府信息情况\n第二十条第（五）项 |\n信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n${cells('行政许可', 35, '持平', 3, '其他对外管理服务事项', 0, '--2', 1, '行政处罚', 5, 1, 7, '行政强制', 4, 0, 9)}`;
  assert.deepEqual(valuesOf(table(text, 'proactiveDisclosure')), { licensing: [35, null, 3], otherServices: [0, null, 1], penalties: [5, 1, 7], coercion: [4, 0, 9] });
  assert.deepEqual(found(text).filter((rule) => /not-a-number|column-count/.test(rule)), ['table/not-a-number', 'table/not-a-number']);
});

test('words in place of the first or the last number of a row, a cell a line, are its value', () => {
  const lines = ['二、主动公开政府信息情况', '第二十条第（八）项', '信息内容', '上一年项目数量', '本年增/减', '行政事业性收费', 4, '未增未减', '第二十条第（九）项', '信息内容', '采购项目数量', '采购总金额', '政府集中采购', '12批次', '8300.5元', '2020年12月'];
  const text = `云溪县水利局2020年政府信息公开工作年度报告\n\n${lines.join('\n\n')}\n`;
  assert.deepEqual(valuesOf(table(text, 'proactiveDisclosure')), { fees: [4, null], procurement: [null, 8300.5] });
  assert.deepEqual(found(text).filter((rule) => /not-a-number|column-count|unread/.test(rule)), ['table/not-a-number', 'table/not-a-number']);
});

test('words that say nothing of a number are the value of their cell where with the numbers beside them a row is whole, up to the next label', () => {
  const page = (...row: readonly (string | number)[]): string => `三、收到和处理政府信息公开申请情况\n\n${['一、本年新收政府信息公开申请数量', 3, 0, 0, 0, 0, 1, 4, '二、上年结转政府信息公开申请数量', ...row, '（一）予以公开', 2, 0, 0, 0, 0, 0, 2].join('\n\n')}\n`;
  const read = (...row: readonly (string | number)[]): unknown => valuesOf(table(page(...row), 'requests'))['carriedIn'];
  assert.deepEqual([read('O', 0, 0, 0, 0, 0, 0), read(1, 0, '见附件', 0, 0, 0, 1), read(1, 0, 0, 0, 0, 0, '若干')], [[null, 0, 0, 0, 0, 0, 0], [1, 0, null, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, null]]);
  assert.deepEqual(found(page(1, 0, '见附件', 0, 0, 0, 1)).filter((rule) => /not-a-number|column-count|unknown-row/.test(rule)), ['table/not-a-number']);
  // One number short, or with words that belong elsewhere, it is not read.
  assert.deepEqual([read(1, 0, '见附件', 0, 0, 1), read(1, 0, 0, 0, 0, 1, '（单位：件）'), read(1, 0, 0, 0, 0, 1, '第 3 页')], [[], [], []]);
});

test('words in place of the only number of a row are its value, up to the next label', () => {
  const page = (...penalties: readonly (string | number)[]): string => `二、主动公开政府信息情况\n\n${['第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', 14, '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', ...penalties, '行政强制', 2].join('\n\n')}\n`;
  const read = (...penalties: readonly (string | number)[]): unknown => valuesOf(table(page(...penalties), 'proactiveDisclosure'))['penalties'];
  assert.deepEqual([read('若干'), read('O'), read('3件'), read('（单位：件）')], [[null], [null], [3], undefined]);
  assert.deepEqual(found(page('若干')).filter((rule) => /not-a-number|column-count|unknown-row/.test(rule)), ['table/not-a-number']);
});

test('words in place of a number of 表四 are its value where the rows without them add up, at its ends too', () => {
  const HEAD = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉', ...Array<string[]>(3).fill(['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']).flat()];
  const page = (...values: readonly (string | number)[]): string => `四、政府信息公开行政复议、行政诉讼情况\n\n${[...HEAD, ...values].join('\n\n')}\n`;
  const read = (...values: readonly (string | number)[]): readonly unknown[] => Object.values(valuesOf(table(page(...values), 'reviewAndLitigation'))).flat();
  const [reviewed, direct, after] = [[1, 0, 2, 0, 3], [0, 1, 0, 0, 1], [0, 0, 0, 0, 0]];
  assert.deepEqual(read('若干', ...reviewed!.slice(1), ...direct!, ...after!), [null, 0, 2, 0, 3, ...direct!, ...after!]);
  assert.deepEqual(read(...reviewed!, ...direct!, 0, 0, 0, 0, 'O'), [...reviewed!, ...direct!, 0, 0, 0, 0, null]);
  assert.deepEqual(read(...reviewed!, ...direct!, 0, 0, 0, 0, '数据说明'), [], 'may be no value');
});

test('rows with blanks among their values show where values stand, if several agree', () => {
  const rows = ['一、本年新收政府信息公开申请数量 | 12 | 3 |  |  |  | 1 | 16 | ||', '二、上年结转政府信息公开申请数量 | 1 |  |  |  |  |  | 1 | ||', '（一）予以公开 | 9 | 2 |  |  |  | 1 | 12 | |', '（七）总计 | 10 | 3 |  |  |  | 1 | 14 | |', '四、结转下年度继续办理 |  |  |  |  |  |  |  | ||'];
  const text = `三、收到和处理政府信息公开申请情况\n\n自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n${rows.join('\n')}\n`;
  const read = valuesOf(table(text, 'requests'));
  assert.deepEqual([read['received'], read['granted'], read['carriedOut']], [[12, 3, null, null, null, 1, 16], [9, 2, null, null, null, 1, 12], new Array(7).fill(null)]);
});

test('表四 below a head of single characters, as PDF files have it, is there', () => {
  const head = ['行政复议 行政诉讼', '未经复议直接起诉 复议后起诉', '结 结 其 尚 总 结 结 其 尚 总 结 结 其 尚 总', '果 果 他 未 计 果 果 他 未 计 果 果 他 未 计', '维 纠 结 审 维 纠 结 审 维 纠 结 审', '持 正 果 结 持 正 果 结 持 正 果 结'];
  const text = `四、政府信息公开行政复议、行政诉讼情况\n${head.join('\n')}\n1 0 0 1 2 0 0 0 0 0 0 0 0 0 0\n`;
  assert.deepEqual(Object.values(valuesOf(table(text, 'reviewAndLitigation'))).flat(), [1, 0, 0, 1, 2, ...new Array(10).fill(0)]);
});

test('a row of the head that is padded with as many blanks as 表四 has numbers is not its row', () => {
  const head = ['行政复议 | 行政诉讼', '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉', '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计'];
  const padded = [...head, '2 | 1 | 0 | 1 | 4 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0'].map((row) => `${row} | ${'|'.repeat(22 - row.split('|').length)}\n`).join('');
  assert.deepEqual(Object.values(valuesOf(table(`四、政府信息公开行政复议、行政诉讼情况\n${padded}`, 'reviewAndLitigation'))).flat(), [2, 1, 0, 1, 4, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
  // Nor are fewer blanks numbers of it.
  const headOnly = head.map((row) => `${row} | ${'|'.repeat(15 - row.split('|').length)}\n`).join('');
  assert.equal(table(`四、政府信息公开行政复议、行政诉讼情况\n${headOnly}`, 'reviewAndLitigation').unreadable, 'blank');
});

describe('no table', () => {
  const SENTENCE = '2024年，共办理行政许可35件、行政处罚12件、行政强制0件，行政事业性收费0元。\n';
  test('a sentence that names half of the rows is none', () => assert.deepEqual(found(`云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n${SENTENCE}`).filter((rule) => rule.startsWith('table/')), []));
  test('nor is it one in place of the table', () => assert.deepEqual(found(`云溪县水利局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${SENTENCE}`), ['table/missing']));
});

for (const id of ['proactiveDisclosure', 'requests', 'reviewAndLitigation'] as const) {
  test(`${id} without any number is not filled in, not unreadable`, () => {
    const { rows, skeleton } = tableSpec(id, '2021');
    const words = id === 'requests' ? [...skeleton.flatMap(({ cells: own, row }) => (row === undefined ? own : [])), ...rows.map(({ title }) => title)] : skeleton.flatMap(({ cells: own }) => own);
    const text = `${wholeTable(id).split('\n')[0]!}\n\n${words.join('\n')}\n`;
    assert.equal(table(text, id).unreadable, 'blank');
    // The number of a label that is still being typed is none of the table.
    if (id === 'requests') for (const last of ['3.补正后', '2.没有现成信息需要另行']) assert.equal(table(`${text.slice(0, text.indexOf(last))}${last}\n`, id).unreadable, 'blank', last);
  });
}

test('numbers on lines of their own among blank cells that left no trace are not told as glued', () => {
  const { rows, skeleton } = tableSpec('requests', '2021');
  const words = [...skeleton.flatMap(({ cells: own, row }) => (row === undefined ? own : [])), ...rows.map(({ title, id }) => title + (/^(?:received|processedTotal)$/.test(id) ? '\n7\n\n7' : id === 'granted' ? '\n7' : ''))];
  assert.equal(table(`${wholeTable('requests').split('\n')[0]!}\n\n${words.join('\n')}\n`, 'requests').unreadable, 'places');
});

/** Reports that were once misread, by what they are made of. */
const ONCE_MISREAD: readonly (readonly [what: string, layout: string, Omit<Trial, 'layout'>])[] = [
  ['numbers that stand before their label, under pieces of others, are not those of the row before it', 'pdftotext', { edition: '2021', seed: 917, blanks: false, unbalanced: true, damaged: false }],
  ['the first number of 表四, broken off, leaves no blank cell', 'tabs, ragged', { edition: '2019', seed: 3008, blanks: false, unbalanced: false, damaged: true }],
];

for (const [what, id, trial] of ONCE_MISREAD) test(what, () => assert.deepEqual(attempt({ ...trial, layout: LAYOUTS.find((layout) => layout.id === id)! }).wrong, []));

test('a number that was wrapped below a label may be that of the blank cell: the row is not read', () => {
  const rule = '-------------------- ------------ ------------ ------------';
  const lines = [rule, '信息内容             本年制发件数 本年废止件数 现行有效件数', '', '规章                 8            16', '', '行政规范性文件       2            0', '           41', '', '第二十条第（五）项', '', '信息内容             本年处理决', '                     定数量', '', '行政许可             3', rule];
  const bound = table(`二、主动公开政府信息情况\n\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`, 'proactiveDisclosure');
  assert.deepEqual(valuesOf(bound), { rules: [8, 16, null], normativeDocuments: [], licensing: [3] });
});
