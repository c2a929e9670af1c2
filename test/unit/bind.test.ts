/** What a table's rows are bound to, and when binding is refused. Whole tables in every layout: test/property/tables.test.ts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type TableId, tableSpec } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { someRows, wholeTable } from '../../server/src/rules/tableExamples';
import { LAYOUTS } from '../support/layouts';
import { formOf } from '../support/layouts/form';
import { Random } from '../support/random';
import { tablesOf } from '../support/tables';

const table = (text: string, id: TableId = 'requests'): BoundTable => tablesOf(text).get(id)!;
const ZEROS = '0 | 0 | 0 | 0 | 0 | 0 | 0';
const REQUESTS = wholeTable('requests', { granted: '1 | 2 | 3 | 4 | 5 | 6 | 21' });

function values(bound: BoundTable, row: string): (number | null)[] | undefined {
  return bound.row(row)?.cells.map(({ value }) => value);
}

describe('labels', () => {
  const labelled = (label: string): BoundTable => table(REQUESTS.replace('2.其他法律行政法规禁止公开', label));

  test('misspelt, cut, with a tail: bound, and told apart', () => {
    const kinds = ['2.其他法律法规禁止公开', '2.其他法律行政法规', '2.其他法律行政法规禁止公开（见说明）'].map((label) => labelled(label).row('denied.otherLaw')?.label?.kind);
    assert.deepEqual(kinds, ['misspelt', 'cut', 'tail']);
  });

  test('widths, spaces and punctuation make no other label', () => {
    const kinds = ['２．其他法律行政法规禁止公开', '2. 其他 法律行政法规 禁止公开', '2、其他法律行政法规禁止公开'].map((label) => labelled(label).row('denied.otherLaw')?.label?.kind);
    assert.deepEqual(kinds, ['exact', 'exact', 'exact']);
  });

  test('broken over rows of a closed layout: not whole, so it is not taken for cut', () => {
    const bound = table(REQUESTS.replace(/2\.其他法律行政法规禁止公开 (\|.*)\n/, '2.其他法律行政法规禁止 $1\n公开 |\n'));
    assert.deepEqual({ kind: bound.row('denied.otherLaw')?.label?.kind, whole: bound.row('denied.otherLaw')?.label?.whole }, { kind: 'exact', whole: false });
  });
});

describe('rows', () => {
  test('missing ones of one gap stand together', () => {
    const bound = table(REQUESTS.replace(/4\.保护第三方.*\n5\.属于三类.*\n/, '').replace(/3\.其他.*\n/, ''));
    assert.deepEqual(bound.missing.map(({ rows }) => rows.map(({ id }) => id)), [['denied.thirdPartyRights', 'denied.internalAffairs'], ['other.other']]);
  });

  test('numbers without a name before the first that has one may be the first of the form: they are not missing', () => {
    const bound = table(REQUESTS.replace(/一、本年新收政府信息公开申请数量 \|.*/, '| 3 | 0 | 2 | 0 | 0 | 2 | 8 |'));
    assert.deepEqual(bound.missing, []);
    assert.deepEqual(bound.unknown.map(({ instead }) => instead.map(({ id }) => id)), [['received']]);
  });

  test('numbers below the head, a number a line, are those of a row whose label is blank, if they are all there', () => {
    const lines = (...first: readonly (string | number)[]): (number | null)[] | undefined =>
      values(table(`二、主动公开政府信息情况\n\n${['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', ...first, '行政规范性文件', 6, 2, 25, '第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', 14].join('\n\n')}\n`, 'proactiveDisclosure'), 'rules');
    assert.deepEqual([lines(3, 1, 17), lines(' ', 3, 1, 17)], [[3, 1, 17], [3, 1, 17]]);
    assert.deepEqual([lines(' ', 3, 17) ?? [], lines(3, 17) ?? []], [[], []]);
  });

  test('one that is there twice is read once', () => {
    const bound = table(REQUESTS.replace(/(（七）总计 .*\n)/, '$1$1'));
    assert.deepEqual(bound.unknown.map(({ repeats }) => repeats?.id), ['processedTotal']);
  });

  for (const [what, stray] of [['with numbers', `四、结转下年度继续办理 | ${ZEROS} |`], ['with one number', '\t四、结转下年度继续办理\n\t3']] as const) {
    test(`a label that strayed before the table, ${what}, takes no row from where it belongs`, () => {
      const own = REQUESTS.replace(/^(四、结转下年度继续办理 \|).*/m, '$1 1 | 2 | 0 | 0 | 0 | 0 | 3 |');
      const bound = table(own.replace('（本列', `${stray}\n（本列`));
      assert.deepEqual(values(bound, 'carriedOut'), [1, 2, 0, 0, 0, 0, 3]);
      assert.deepEqual(bound.missing, []);
      assert.deepEqual(bound.unknown.map(({ repeats }) => repeats?.id), ['carriedOut']);
    });
  }

  test('one that stands in place of another, but says that it is its neighbour, is neither', () => {
    const label = '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
    const twice = REQUESTS.replace(/2\.申请人逾期未按收费通知[^|]*/, `（六）其他处理${label} `);
    assert.notEqual(twice, REQUESTS);
    const bound = table(twice);
    assert.equal(values(bound, 'other.feeOverdue'), undefined);
    assert.equal(bound.unknown.length, 1);
  });

  test('too many or too few values: no cells', () => {
    const bound = table(REQUESTS.replace('（一）予以公开 | 1 |', '（一）予以公开 | 1 | 1 |').replace('2.重复申请 | 0 |', '2.重复申请 |'));
    assert.deepEqual([bound.row('granted'), bound.row('notProcessed.repeated')].map((row) => [row?.found, row?.expected, row?.cells.length]), [[8, 7, 0], [6, 7, 0]]);
    assert.equal(bound.unreadable, undefined);
  });

  test('most rows so: the table is not read', () => {
    const bound = table(REQUESTS.replaceAll(` | ${ZEROS} |`, ' | 0 | 0 |'));
    assert.equal(bound.unreadable, 'counts');
    assert.equal(bound.cell('granted', 'naturalPerson'), undefined);
  });
});

describe('values', () => {
  test('digits raised or lowered by a tag are no part of a number', () => {
    const cells = (first: string): (number | null)[] | undefined => values(table(`二、主动公开政府信息情况\n<table><tr><td>规章</td><td>${first}</td><td>0</td><td>3</td></tr></table>\n`, 'proactiveDisclosure'), 'rules');
    assert.deepEqual(cells('12<sup>1</sup>'), [null, 0, 3]);
    assert.deepEqual(cells('<sub>1</sub>12'), [null, 0, 3]);
    assert.deepEqual(cells('<sup>12</sup>'), [12, 0, 3]);
    assert.deepEqual(cells('<b>1</b>2'), [12, 0, 3]);
  });

  test('blanks keep their columns where separators show them', () => {
    const blanks = table(REQUESTS.replace('| 1 | 2 | 3 | 4 | 5 | 6 | 21 |', '| 1 |  | / |  | — | 无 | 21 |'));
    assert.deepEqual(values(blanks, 'granted'), [1, null, null, null, null, null, 21]);
  });

  test('bars that pad a row are no cells', () => {
    assert.deepEqual(values(table(REQUESTS.replace('| 5 | 6 | 21 |', '| 5 | 6 | 21 | | | ||')), 'granted'), [1, 2, 3, 4, 5, 6, 21]);
  });

  test('a bar at the end of a line shows a blank cell where other lines end without one', () => {
    const row = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')}\n`;
    const lines = row('一、本年新收政府信息公开申请数量', '', 3, 0, 0, 0, 0, 0, 3) + row('二、上年结转政府信息公开申请数量', '', 1, 0, 0, 0, 0, 0, '') + row('', '（一）予以公开', '', 2, 0, 0, 0, 0, '') + row('', '（二）部分公开', 2, '', '', '', '', '', 2);
    const bound = table(`三、收到和处理政府信息公开申请情况\n${lines}`);
    assert.deepEqual(['received', 'carriedIn', 'granted', 'partiallyGranted'].map((id) => values(bound, id)), [[3, 0, 0, 0, 0, 0, 3], [1, 0, 0, 0, 0, 0, null], [null, 2, 0, 0, 0, 0, null], [2, null, null, null, null, null, 2]]);
  });

  test('a spanning cell that was converted to several of the same content is one', () => {
    const heads = (title: string): string => `| 信息内容 | ${title} | ${title} | ${title} |\n`;
    const text = `二、主动公开政府信息情况\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 2 |\n| 行政规范性文件 | 4 | 1 | 9 |\n${heads('本年处理决定数量')}| 行政许可 | 12 | 12 | 12 |\n${heads('本年处理决定数量')}| 行政处罚 | 3 | 4 | 3 |\n| 行政强制 | 0 | 0 | 0 |\n`;
    const bound = table(text, 'proactiveDisclosure');
    assert.deepEqual(['rules', 'licensing', 'penalties', 'coercion'].map((id) => values(bound, id)), [[0, 0, 2], [12], [], [0]]);
    // Without spanning words that were converted so, three numbers are two too many.
    assert.deepEqual(values(table(text.replace(/(本年处理决定数量) \| \1 \| \1/g, '$1 | | '), 'proactiveDisclosure'), 'licensing'), []);
  });

  test('a line break in a cell is no part of its words', () => {
    const bound = table(REQUESTS.replace('（一）予以公开', '（一）<br>予以公开').replace('| 1 | 2 |', '| 1<br/> | 2 |'));
    assert.deepEqual([values(bound, 'granted'), bound.row('granted')?.label?.kind], [[1, 2, 3, 4, 5, 6, 21], 'exact']);
  });

  test('merged cells are blank ones beside a value, but in rows whose header is merged like them', () => {
    const html = (...rows: readonly string[]): string => `<table>${rows.map((cells) => `<tr>${cells.replace(/(\d?)\[([^[\]]*)\]/g, (_, columns: string, text: string) => `<td colspan="${columns || '1'}">${text}</td>`)}</tr>`).join('')}</table>\n`;
    const documents = table(`二、主动公开政府信息情况\n${html('5[第二十条第（一）项]', '[信息内容][本年制发件数]2[本年废止件数][现行有效件数]', '[规章][0]2[0][0]', '[行政规范性文件][2]2[1][6]', '[信息内容]4[本年处理决定数量]', '[行政许可]4[14]')}`, 'proactiveDisclosure');
    assert.deepEqual([values(documents, 'normativeDocuments'), values(documents, 'licensing')], [[2, 1, 6], [14]]);
    const requests = table(`三、收到和处理政府信息公开申请情况\n${html('[自然人]5[法人或其他组织][总计]', '[一、本年新收政府信息公开申请数量][4]5[][4]', '[二、上年结转政府信息公开申请数量][1]3[2][0][0][3]')}`);
    assert.deepEqual(values(requests, 'carriedIn'), [1, 2, null, null, 0, 0, 3]);
  });

  test('words where a number should be keep their place', () => {
    const bound = table(REQUESTS.replace('| 1 | 2 | 3 |', '| 1 | 见附件 | 3 |'));
    assert.deepEqual(values(bound, 'granted'), [1, null, 3, 4, 5, 6, 21]);
    assert.equal(bound.cell('granted', 'business')?.syntax.quantity.kind, 'text');
  });
});

test('what a page hides in a comment is no cell', () => {
  const row = (cells: string): string => `<tr>${cells}</tr>`;
  const page = `二、主动公开政府信息情况\n<table>${row('<td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td>')}${row('<td>规章</td><!-- <td>5</td> --><td>1</td><td>2</td><td>3<!--</td><td>--></td>')}</table>\n`;
  assert.deepEqual(values(table(page, 'proactiveDisclosure'), 'rules'), [1, 2, 3]);
});

describe('a table that lost a column', () => {
  const spec = tableSpec('requests', '2021');
  const whole = formOf(spec, (row, column) => (row.id === 'granted' && column.id === 'total' ? '9' : '4'));
  const form = { ...whole, valueColumns: 6, rows: whole.rows.map((row) => (row.kind === 'data' ? { ...row, values: row.values.slice(1) } : row)) };
  for (const layout of LAYOUTS.filter(({ cells, rowsBy }) => cells === 'all' && rowsBy === 'separators')) {
    test(`${layout.id}: no value is another’s, and the form is its own`, () => {
      const bound = table(`三、收到和处理政府信息公开申请情况\n\n${layout.render(form, new Random(1))}`);
      assert.equal(bound.spec.edition, '2021');
      const wrong = bound.rows.flatMap(({ cells }) => cells).filter(({ value, syntax }) => value !== null || syntax.quantity.kind === 'text');
      assert.ok(bound.unreadable !== undefined || wrong.length === 0, wrong.map(({ row, column, value }) => `${row.id} ${column.id} ${value}`).join());
    });
  }
});

describe('表四', () => {
  const REMEDIES = wholeTable('reviewAndLitigation', { reconsideration: '1 | 2 | 3 | 4 | 10', directLitigation: '0 | 0 | 7 | 0 | 7' });

  test('fifteen values in a row are three rows of five', () => {
    const bound = table(REMEDIES, 'reviewAndLitigation');
    assert.deepEqual(['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map((row) => values(bound, row)), [[1, 2, 3, 4, 10], [0, 0, 7, 0, 7], [0, 0, 0, 0, 0]]);
  });

  test('words in place of one are told where they stand, a cell a paragraph; in doubt nothing is', () => {
    const paragraphs = (...own: readonly string[]): BoundTable => table(`四、政府信息公开行政复议、行政诉讼情况\n\n结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n${own.join('\n\n')}\n`, 'reviewAndLitigation');
    const bound = paragraphs(...'1 2 3 4 10 0 0 若干 0 7 2 0 0 0 2'.split(' '));
    assert.deepEqual(['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map((row) => values(bound, row)), [[1, 2, 3, 4, 10], [0, 0, null, 0, 7], [2, 0, 0, 0, 2]]);
    assert.equal(bound.cell('directLitigation', 'otherResult')?.syntax.text, '若干');
    assert.deepEqual(paragraphs(...'1 2 3 4 10 0 0 若干 0 7 2 0 0 2 0'.split(' ')).rows.flatMap(({ cells }) => cells), []);
    assert.deepEqual(paragraphs(...'1 2 3 4 10 0 0 若干 0 7 2 0 0 2'.split(' ')).rows.flatMap(({ cells }) => cells), []);
  });

  test('three rows of five in another order than the form’s are refused', () => {
    const inRows = (...captions: readonly string[]): BoundTable =>
      table(`四、政府信息公开行政复议、行政诉讼情况\n${captions.map((caption, i) => `${caption}\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n${i} | 0 | 0 | 0 | ${i} |\n`).join('')}`, 'reviewAndLitigation');
    assert.deepEqual(values(inRows('行政复议', '行政诉讼 未经复议直接起诉', '复议后起诉'), 'litigationAfterReconsideration'), [2, 0, 0, 0, 2]);
    assert.equal(inRows('行政复议', '行政诉讼 复议后起诉', '未经复议直接起诉').unreadable, 'places');
  });

  test('sixteen are refused', () => {
    const bound = table(REMEDIES.replace('| 10 |', '| 10 | 0 |'), 'reviewAndLitigation');
    assert.deepEqual(bound.rows.map(({ found, expected, cells }) => [found, expected, cells.length]), [[16, 15, 0]]);
  });

  test('numbers in small groups are refused as a whole', () => {
    const text = '四、政府信息公开行政复议、行政诉讼情况\n行政复议\n结果维持 结果纠正 其他结果 尚未审结\n1 2 3 4\n总计\n10\n行政诉讼\n结果维持 结果纠正\n0 0\n总计\n0\n';
    assert.equal(table(text, 'reviewAndLitigation').unreadable, 'places');
  });

  test('whose last cell is blank goes on in no line that holds nothing', () => {
    const bound = table(`${REMEDIES.trimEnd().replace(/0 \|$/, '|')}\n\t\n`, 'reviewAndLitigation');
    assert.equal(bound.rows.length, 3);
    assert.equal(bound.row('litigationAfterReconsideration')?.cells.at(-1)?.value, null);
  });

  test('one that is not filled in has fifteen blank cells', () => {
    const blank = wholeTable('reviewAndLitigation').replace(/^(0 \| ){14}0 \|$/m, `|${'  |'.repeat(15)}`);
    const bound = table(blank, 'reviewAndLitigation');
    assert.deepEqual(bound.rows.map(({ cells }) => cells.map(({ value }) => value)), [[null, null, null, null, null], [null, null, null, null, null], [null, null, null, null, null]]);
  });
});

describe('rows that are not the form’s', () => {
  const group = (cell: string): string => REQUESTS.replace('（三）不予公开 | ', `（三）不予公开 |${` ${cell} |`.repeat(7)}\n`);

  test('the name of a group with marks for nothing behind it is none; with numbers it is told what it is', () => {
    for (const mark of ['—', '/', '-', '']) assert.deepEqual(table(group(mark)).unknown, [], mark);
    const told = analyse(group('1'), DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/unknown-row').map(({ message }) => message);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^“（三）不予公开”在表三.*是分组的名称，不填数/);
  });

  test('several in the place of one whose label has no numbers are its parts, and one finding', () => {
    const services = (cellEnd: string, rowEnd: string): string => {
      const row = (...cells: readonly (string | number)[]): string => cells.map((cell) => `${cell}${cellEnd}`).join('') + rowEnd;
      return `云溪县北里街道办事处2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${row('信息内容', '上一年项目数量', '本年增/减', '处理决定数量')}${row('行政许可', 7, 0, 12)}${row('其他对外管理服务事项', '行政检查', 3, 0, 41)}${row('行政确认', 2, -1, 9)}${row('行政处罚', 1, 0, 0)}${row('行政强制', 0, 0, 0)}`;
    };
    const told = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/unknown-row').map(({ span: { start, end }, message }) => `${text.slice(start, end)}: ${message}`);
    for (const text of [services(' | ', '\n'), services(' |\n', ''), services('\n', '')]) {
      const [first, ...others] = told(text);
      assert.deepEqual(others, []);
      assert.match(first!, /^其他对外管理服务事项: .*只有一行，这里分列为“行政检查”“行政确认”；/);
    }
    // One row alone is another in its place, and rows without a label of the form before them are no parts of one.
    for (const text of [services(' | ', '\n').replace(/行政确认.*\n/, ''), services(' | ', '\n').replace('其他对外管理服务事项 | ', '')]) for (const own of told(text)) assert.match(own, /不是表二.*表式中的行/);
  });

  test('a column that counts the rows is none of theirs; numbers that count nothing are told', () => {
    const numbered = (number: (i: number) => number): string => {
      let i = 0;
      return group('').split('\n').map((line) => (/^（?[一二三四五六七\d][、）.]/.test(line) && line.includes('|') ? `${number(i++)} | ${line}` : line)).join('\n');
    };
    const counted = table(numbered((i) => i + 1));
    assert.deepEqual([counted.unknown, values(counted, 'granted'), counted.rows.length], [[], [1, 2, 3, 4, 5, 6, 21], 25]);
    assert.ok(table(numbered((i) => (i * 7) % 5)).unknown.length > 0);
  });
});

test('each table tells its own edition, also where they are mixed', () => {
  const text = `云溪县水利局2023年政府信息公开工作年度报告\n\n${wholeTable('proactiveDisclosure')}\n${wholeTable('requests', {}, '2019')}`;
  assert.deepEqual([...tablesOf(text).values()].map(({ spec }) => `${spec.id} ${spec.edition}`), ['proactiveDisclosure 2021', 'requests 2019']);
});

test('a table shows its edition also by the last of the rows that only that has', () => {
  const rest = table(REQUESTS.replace(/^.*逾期不补正.*\n.*逾期未按收费通知.*\n/m, ''));
  assert.deepEqual([rest.spec.edition, rest.row('other.other')?.label?.kind], ['2021', 'exact']);
});

test('a table without any of the rows that tell its edition is one of its year’s, and lacks that one’s', () => {
  const rest = REQUESTS.replace(/^.*逾期不补正.*\n.*逾期未按收费通知.*\n3\.其他.*\n/m, '');
  const missing = (year: number): readonly string[] => table(`云溪县水利局${year}年政府信息公开工作年度报告\n\n${rest}`).missing.flatMap(({ rows }) => rows.map(({ id }) => id));
  assert.deepEqual([missing(2020), missing(2024)], [['other'], ['other.correctionOverdue', 'other.feeOverdue', 'other.other']]);
});

test('a table without its heading is found in the section before it', () => {
  const text = `${someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '1 | 0 | 4', licensing: '5', penalties: '0', coercion: '0', fees: '0' })}\n${REQUESTS.split('\n').slice(2).join('\n')}`;
  assert.deepEqual([...tablesOf(text)].map(([id, { rows }]) => `${id} ${rows.length}`), ['proactiveDisclosure 6', 'requests 25']);
});

test('the numbers of a 表四 without its heading are no row of 表三 that went missing', () => {
  const remedies = wholeTable('reviewAndLitigation', { reconsideration: '1 | 2 | 3 | 4 | 10' }).split('\n').slice(2).join('\n');
  const text = REQUESTS.replace(/四、结转下年度继续办理.*\n/, '') + remedies;
  assert.deepEqual(table(text).missing.map(({ rows }) => rows.map(({ id }) => id)), [['carriedOut']]);
  assert.deepEqual(values(table(text, 'reviewAndLitigation'), 'reconsideration'), [1, 2, 3, 4, 10]);
});

describe('any size', () => {
  const HEAD = '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n';
  // Each of these once overran the stack or took the square of the time.
  for (const [name, body] of [['numbers', '0\n'], ['words', '公开申请\n'], ['rows', '1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n'], ['cells', '\t予以公开\n\t0\n'], ['HTML cells', '<table><tr><td>0</td>\n']] as const) {
    test(`600,000 characters of ${name}`, () => {
      const analysis = analyse(HEAD + body.repeat(600_000 / body.length), DEFAULT_SETTINGS);
      assert.deepEqual(analysis.failedRules, []);
      assert.equal(analysis.reports.length, 1);
    });
  }
});
