import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../server/src/analysis/settings';
import { hover } from '../../server/src/features/hovers';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { placed, at } from '../support/placed';
import { reportText } from '../support/reports';

/** What is told at `$0`, a line each: the title in stars, items with a dash. */
function told(source: string, settings: Partial<Settings> = {}): string[] | undefined {
  const { analysis, offset } = placed(source, settings);
  return hover(analysis, offset)?.lines.map(({ form, text }) => (form === 'title' ? `**${text}**` : form === 'item' ? `- ${text}` : text));
}

/** What the hover at `$0` is about. */
function about(source: string): string | undefined {
  const { analysis, offset } = placed(source);
  const found = hover(analysis, offset);
  return found && at(analysis, found.span);
}

const NUMBERS: Readonly<Record<string, string>> = {
  'received naturalPerson': '30',
  'received business': '2',
  'received total': '32',
  'granted naturalPerson': '9',
  'granted total': '9',
  'denied.stateSecret naturalPerson': '21',
  'denied.stateSecret business': '2',
  'denied.stateSecret total': '23',
  'processedTotal naturalPerson': '30',
  'processedTotal business': '2',
  'processedTotal total': '32',
};
const cell = (row: { readonly id: string }, column: { readonly id: string }): string => NUMBERS[`${row.id} ${column.id}`] ?? '0';
const REPORT = reportText({ cell });

/** `text` with the caret before `words`. */
const caretAt = (words: string, text = REPORT): string => text.replace(words, `$0${words}`);

describe('a cell tells', () => {
  const expected = ['**表三 · （三）1.属于国家秘密 · 自然人**', '21 件', '依法确定为国家秘密。《中华人民共和国政府信息公开条例》第十四条', '- ✓ （七）= 各办理结果之和：30 = 9 + 21', '- ✓ 总计 = 自然人 + 法人或其他组织：23 = 21 + 2'];
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: where it stands, what it counts, by which law, and its equations with their numbers`, () => {
      assert.deepEqual(told(caretAt('21', reportText({ layout, cell }))), expected);
    });
  }

  test('in English', () => {
    assert.deepEqual(told(caretAt('21'), { locale: 'en' }), ['**Table 三 · （三）1.属于国家秘密 · 自然人**', '21 件', 'state secret. 《中华人民共和国政府信息公开条例》第十四条', '- ✓ （七）= 各办理结果之和: 30 = 9 + 21', '- ✓ 总计 = 自然人 + 法人或其他组织: 23 = 21 + 2']);
  });

  test('what is broken, with the difference', () => {
    const lines = told(caretAt('33 |', REPORT.replace('| 32 |', '| 33 |')));
    assert.deepEqual(lines?.slice(-2), ['- ✗ 一 + 二 =（七）+ 四：33 + 0 ≠ 32 + 0，相差 1', '- ✗ 总计 = 自然人 + 法人或其他组织：33 ≠ 30 + 2 = 32，相差 1']);
  });

  test('that an equation could not be checked', () => {
    const lines = told(caretAt('9 |', REPORT.replace('21 | 2 | 0', '见附件 | 2 | 0')));
    assert.ok(lines?.includes('- – （七）= 各办理结果之和：有的数没有填，或者读不准，没有核对'), lines?.join('\n'));
  });

  test('of 表二 the article behind its block, of 表四 the remedy', () => {
    const rows = reportText({ cell: (row, column) => (row.id === 'fees' ? '12.5' : row.id === 'directLitigation' && column.id === 'upheld' ? '1' : '0') });
    assert.deepEqual(told(caretAt('12.5', rows)), ['**表二 · 行政事业性收费 · 本年收费金额**', '12.5 万元', '本年行政事业性收费金额，单位万元。《中华人民共和国政府信息公开条例》第二十条第（八）项：行政事业性收费项目及其依据、标准']);
    assert.equal(told(caretAt('1 | 0 | 0 | 0 | 0 | 0', rows))?.[0], '**表四 · 行政诉讼·未经复议直接起诉 · 结果维持**');
  });

  test('how it is read where it is not a plain number', () => {
    const value = (written: string): string | undefined => told(caretAt(written, REPORT.replace('| 21 |', `| ${written} |`)))?.find((line) => /^(?:“|空白)/.test(line));
    assert.equal(value('２１'), '“２１”，读作 21');
    assert.equal(value('1,021'), '“1,021”，读作 1021');
    assert.equal(value('21元'), '“21元”，读作 21');
    assert.equal(value('见附件'), '“见附件”不是数，没有核对。');
    assert.equal(value('/'), '空白，核对时按 0 计。');
  });

  test('that it was deduced', () => {
    const glued = '四、政府信息公开行政复议、行政诉讼情况 行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计$0100010000000000\n';
    const lines = told(glued);
    assert.deepEqual(lines?.slice(0, 2), ['**表四 · 行政复议 · 结果维持**', '1 件']);
    assert.match(lines?.at(-1) ?? '', /按表式唯一的拆法读出/);
    assert.match(told(glued, { locale: 'en' })?.at(-1) ?? '', /^Deduced:/);
  });
});

describe('a row tells', () => {
  test('what it counts, and its equation', () => {
    assert.deepEqual(told(caretAt('1.属于国家秘密')), ['**表三 · （三）1.属于国家秘密**', '依法确定为国家秘密。《中华人民共和国政府信息公开条例》第十四条', '- ✓ 总计 = 自然人 + 法人或其他组织：23 = 21 + 2']);
  });

  test('how the form words its label', () => {
    const lines = told(caretAt('2.其他法律法规禁止公开', REPORT.replace('2.其他法律行政法规禁止公开', '2.其他法律法规禁止公开')));
    assert.equal(lines?.[1], '表式行名：2.其他法律行政法规禁止公开');
  });

  test('that its values can’t be told apart', () => {
    const text = REPORT.replace('| 9 |', '| 9 | 0 |');
    const expected = '这一行有 8 个数，表式为 7 列，分不清各数属于哪一列。';
    assert.deepEqual(told(caretAt('9 |', text)), ['**表三 · （一）予以公开**', expected]);
    assert.ok(told(caretAt('（一）予以公开', text))?.includes(expected));
  });
});

test('of 表四 with a wrong number of values nothing is told but that', () => {
  const rows = reportText().replace('0 | '.repeat(14), '0 | '.repeat(12)).replace(/(总计 \|\n)(?=0 )/, '$1$0');
  assert.deepEqual(told(rows), ['**表四**', '表中有 13 个数，表式为 15 个，分不清各数的位置。']);
});

describe('titles and captions tell', () => {
  test('of a column its equations', () => {
    assert.deepEqual(told(caretAt('自然人')), ['**表三 · 自然人**', '- ✓ 一 + 二 =（七）+ 四：30 + 0 = 30 + 0', '- ✓ （七）= 各办理结果之和：30 = 9 + 21']);
  });

  test('of a group the sum that the form has no row for, if the group is whole', () => {
    assert.deepEqual(told(caretAt('（三）不予公开')), ['**表三 · （三）不予公开**', '8 行的总计相加得 23；表式不设小计。']);
    assert.deepEqual(told(caretAt('（三）不予公开', REPORT.replace('8.属于行政查询事项 | 0 | 0', '8.属于行政查询事项 | 0'))), ['**表三 · （三）不予公开**']);
  });

  test('of a caption of 表二 what the article names', () => {
    assert.deepEqual(told(caretAt('第二十条第（六）项')), ['**表二 · 第二十条第（六）项**', '行政处罚、行政强制的依据、条件、程序，以及有一定社会影响的处罚决定。《中华人民共和国政府信息公开条例》第二十条第（六）项']);
  });
});

describe('a heading tells', () => {
  test('what its section holds, and how its table comes out', () => {
    assert.deepEqual(told(caretAt('三、收到和处理')), ['**三、收到和处理政府信息公开申请情况**', '收到和处理政府信息公开申请的情况。《中华人民共和国政府信息公开条例》第五十条第（二）项', '- 表三：✓ 勾稽平衡（39 项）']);
    assert.equal(about(caretAt('三、收到和处理')), '三、收到和处理政府信息公开申请情况');
  });

  test('how the form words it', () => {
    const lines = told(caretAt('五、存在问题', REPORT.replace('五、存在的主要问题', '五、存在问题')));
    assert.deepEqual(lines?.slice(0, 2), ['**五、存在的主要问题及改进情况**', '以上为表式的标题。']);
  });

  test('the topics of the first section as the form of 2021 names them', () => {
    assert.match(told(caretAt('一、总体情况'))?.[1] ?? '', /监督保障。《.*》（国办公开办函〔2021〕30号）$/);
    assert.doesNotMatch(told(caretAt('一、总体情况', reportText({ edition: '2019', year: 2020 })))?.[1] ?? '', /2021/);
  });

  test('nothing in a table of contents, or in a report of before 2019', () => {
    const contents = ['一、总体情况\n', '二、主动公开政府信息情况\n', '三、收到和处理政府信息公开申请情况\n'].join('');
    assert.equal(told(`$0${contents}\n${reportText({ title: false })}`), undefined);
    assert.equal(told('云溪县水利局2016年政府信息公开工作年度报告\n\n$0一、总体情况\n全年公开12条。\n'), undefined);
  });
});

describe('an odd character tells', () => {
  const head = (source: string): string | undefined => told(`一、总体情况\n${source}\n`)?.[0];

  test('what it is, and the ordinary one', () => {
    assert.equal(head('行政$0⽂件'), '**⽂ U+2F42 → 文 · 部首字符**');
    assert.equal(head('行政文$0⾒'), '**⾒ U+2F92 → 见 · 部首字符**');
    assert.equal(head('$0⺮'), '**⺮ U+2EAE · 部首字符**');
    assert.equal(head('$0\uf967予公开'), '**\uf967 U+F967 → 不 · 兼容汉字**');
    assert.equal(head('公$0\u200b开'), '**U+200B 零宽空格 · 看不见的字符**');
    assert.equal(head('$0\uf0b7公开'), '**\uf0b7 U+F0B7 · 私用区字符**');
    assert.equal(head('公开$0１２件'), '**１ U+FF11 → 1 · 全角数字**');
  });

  test('and nothing where there is none', () => {
    assert.equal(head('行政文$0件'), undefined);
    assert.equal(head('行政⽂$0件'), undefined);
    assert.equal(head('$0　　公开'), undefined);
  });

  test('in a label the row too', () => {
    const lines = told(caretAt('⼈', REPORT.replace('1.属于国家秘密', '1.属于国家秘密（⼈）')));
    assert.equal(lines?.[0], '**⼈ U+2F08 → 人 · 部首字符**');
    assert.ok(lines?.includes('**表三 · （三）1.属于国家秘密**'));
  });
});

test('nothing is told of plain text', () => {
  assert.equal(told(caretAt('开展工作')), undefined);
  assert.equal(told('$0'), undefined);
});
