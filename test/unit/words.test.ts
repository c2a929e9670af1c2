/** What findings say, and what their fixes say they do: the words themselves, in both languages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { someRows, wholeTable } from '../../server/src/rules/tableExamples';
import { withInnerQuotes } from '../../server/src/text/innerQuotes';

type Locale = (typeof DEFAULT_SETTINGS)['locale'];

const findings = (text: string, rule: string, locale: Locale): Diagnostic[] => analyse(text, { ...DEFAULT_SETTINGS, locale }).diagnostics.filter((own) => own.rule === rule);

/** The findings of `rule` say this, and the first fix of each says that. */
function assertSays(text: string, rule: string, locale: Locale, ...expected: readonly (readonly [message: string, fix?: string])[]): void {
  const told = findings(text, rule, locale).map(({ message, fixes: [fix] }) => (fix ? [message, fix.title] : [message]));
  assert.deepEqual(told, expected);
}

describe('of blank cells is told', () => {
  test('each cell, where they are few', () => {
    const text = wholeTable('reviewAndLitigation', { reconsideration: '2 | / | 1 | 0 | 3' });
    assertSays(text, 'table/blank-cell', 'zh-CN', ['表四（行政复议、行政诉讼情况）有 1 个单元格没有填数（行政复议·结果纠正），勾稽核对时按 0 计；没有发生的应填 0。', '1 个没有填数的单元格填 0']);
    assertSays(text, 'table/blank-cell', 'en', ['Table 四 (reconsideration and litigation) has 1 cell without a number (行政复议·结果纠正), counted as 0; where nothing happened the cell holds 0.', 'Fill 1 cell with 0']);
  });

  test('whole columns and rows, or that all are', () => {
    const row = (values: string): string => someRows('requests', { received: values, carriedIn: values, granted: '/ | / | / | / | / | / | /' });
    assertSays(row('1 | 0 | 0 | 0 | / | 0 | 1'), 'table/blank-cell', 'zh-CN', ['表三（收到和处理政府信息公开申请情况）有 9 个单元格没有填数（“法律服务机构”整列、“（一）予以公开”整行），勾稽核对时按 0 计；没有发生的应填 0。', '9 个没有填数的单元格填 0']);
    const [all] = findings(wholeTable('requests').replace(/\| 0(?= )/g, '| /'), 'table/blank-cell', 'zh-CN');
    assert.match(all!.message, /有 175 个单元格没有填数（全部），/);
  });

  test('the number of a total', () => {
    const text = (totals: string, other: string): string => wholeTable('reviewAndLitigation', { reconsideration: `2 | ${other} | 1 | 0 | ${totals}`, directLitigation: `1 | 0 | 0 | 0 | ${totals}` });
    assertSays(text('/', '0'), 'table/blank-cell', 'zh-CN', ['表四（行政复议、行政诉讼情况）有 2 个总计没有填：“行政复议·总计”应为 3，“行政诉讼·未经复议直接起诉·总计”应为 1。', '2 个总计填各数之和']);
    assertSays(text('/', '/'), 'table/blank-cell', 'zh-CN', [
      '表四（行政复议、行政诉讼情况）有 3 个单元格没有填数（行政复议·结果纠正、行政复议·总计、行政诉讼·未经复议直接起诉·总计），其中 2 个是总计：“行政复议·总计”应为 3，“行政诉讼·未经复议直接起诉·总计”应为 1；其余没有发生的应填 0。',
      '1 个没有填数的单元格填 0，2 个总计填各数之和',
    ]);
    assertSays(wholeTable('reviewAndLitigation', { reconsideration: '2 | 0 | 1 | 0 | /' }), 'table/blank-cell', 'en', ['Table 四 (reconsideration and litigation) has 1 total left blank: “行政复议·总计” should be 3.', 'Fill “行政复议·总计” with 3']);
  });
});

test('a finding leads to the page of its rule, where there are pages', () => {
  const url = (docsBase: string): string => analyse('听取意\u2fb1见\n', { ...DEFAULT_SETTINGS, docsBase }).diagnostics.find(({ rule }) => rule === 'glyph/radical')!.docsUrl;
  assert.equal(url('https://example.org/rules/'), 'https://example.org/rules/glyph-radical.md');
  assert.equal(url(''), '');
});

test('a fix says what becomes of the number', () => {
  const licensing = (text: string): string => someRows('proactiveDisclosure', { licensing: text });
  const title = (text: string): string | undefined => findings(text, 'table/unit-in-cell', 'zh-CN')[0]?.fixes[0]?.title;
  assert.equal(title(licensing('14件')), '只留数字：14');
  assert.equal(title(licensing('1,234')), '改为 1234');
  assert.equal(title(licensing('〇')), '改为 0');
  const fees = (head: string): string => `二、主动公开政府信息情况\n\n信息内容 | ${head} |\n行政事业性收费 | 251000元 |\n`;
  assert.equal(title(fees('本年收费金额（单位：万元）')), '换算为万元：25.1');
  // 251000 or 25.1: where the header names no unit nobody knows.
  assertSays(fees('本年收费金额'), 'table/unit-in-cell', 'zh-CN', ['“行政事业性收费·本年收费金额”填“251000元”，单元格内只填数字；这一列的表头没有写明单位，请把单位写在表头。']);
});

test('a negative count with a unit beside it is told once: that it is negative', () => {
  for (const cell of ['-3件', '减3']) {
    const text = someRows('proactiveDisclosure', { licensing: cell });
    assertSays(text, 'table/negative', 'zh-CN', [`“行政许可·本年处理决定数量”填 ${cell}，不能为负数。`]);
    assertSays(text, 'table/unit-in-cell', 'zh-CN');
  }
});

test('a fix that exchanges numbers names their cells', () => {
  const numbers = { granted: '117 | 14 | 0 | 0 | 0 | 0 | 131', processedTotal: '148 | 21 | 0 | 0 | 0 | 0 | 169', received: '148 | 21 | 0 | 0 | 0 | 0 | 169' };
  const text = (partially: string): string => wholeTable('requests', { ...numbers, partiallyGranted: `31 | ${partially} | 0 | 0 | 0 | 38` });
  const [zh] = findings(text('0 | 7'), 'table/result-total', 'zh-CN');
  const [en] = findings(text('0 | 7'), 'table/result-total', 'en');
  assert.deepEqual(zh!.fixes.map(({ title }) => title), ['对调“（二）部分公开·商业企业”与“（二）部分公开·科研机构”的数']);
  assert.deepEqual(en!.fixes.map(({ title }) => title), ['Exchange the numbers of “（二）部分公开·商业企业” and “（二）部分公开·科研机构”']);
  assert.equal(applyEdits(text('0 | 7'), zh!.fixes[0]!.edits), text('7 | 0'));
});

test('tables of another edition are named, but not the one that is the same in both', () => {
  const trial = `云溪县水利局2022年政府信息公开工作年度报告\n\n${wholeTable('requests', {}, '2019')}\n${wholeTable('reviewAndLitigation', {}, '2019')}`;
  assertSays(trial, 'report/edition-mixed', 'zh-CN', ['表三（收到和处理政府信息公开申请情况）用的是国办公开办函〔2019〕60号的试行格式；2022 年度的报告应使用国办公开办函〔2021〕30号的格式。']);
});

test('a fix of header cells says how many it writes, or which', () => {
  const remedies = wholeTable('reviewAndLitigation');
  assertSays(remedies.replace('结果纠正', '结果 纠正'), 'table/header-label', 'zh-CN', ['表四（行政复议、行政诉讼情况）的表头有多余的空格：“结果 纠正”应为“结果纠正”。', '改为“结果纠正”']);
  assertSays(remedies.replace('结果纠正 | 其他结果 | 尚未审结', '结果 | 其他结果 | 尚未'), 'table/header-label', 'zh-CN', ['表四（行政复议、行政诉讼情况）的表头不完整：“结果”应为“结果纠正”，“尚未”应为“尚未审结”。', '按表式改正表头（2 处）']);
});

test('a fix of a list says which number it writes, and how many go on from there', () => {
  const list = (items: string): string => `五、存在的主要问题及改进情况\n${items}\n`;
  assertSays(list('一是形式单一；三是更新不够及时。'), 'report/enumeration', 'zh-CN', ['“一是”之后是“三是”，缺“二是”。', '将“三是”改为“二是”']);
  assertSays(list('（一）形式单一。\n（二）更新不够及时。\n（二）培训不足。\n（三）解读较少。'), 'report/enumeration', 'zh-CN', ['“（二）”重复了，前面已有一个。', '将“（二）”改为“（三）”，其后 1 个序号顺改']);
  assertSays(list('（十）形式单一。\n（十二）更新不够及时。\n（十三）培训不足。').replace('（十）', Array.from('一二三四五六七八九十', (mark) => `（${mark}）解读较少。\n`).join('')), 'report/enumeration', 'zh-CN', ['“（十）”之后是“（十二）”，缺“（十一）”。', '将“（十二）”改为“（十一）”，其后 1 个序号顺改']);
  // There is no number to write behind these.
  const twenty = Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x2460 + i));
  assertSays(list(`${twenty.map((mark) => `${mark}解读较少。`).join('')}⑳培训不足。`), 'report/enumeration', 'zh-CN', ['“⑳”重复了，前面已有一个。']);
});

describe('English messages keep to the singular, and to English numerals', () => {
  const report = (text: string): string => `云溪县水利局2024年政府信息公开工作年度报告\n\n${text}\n`;

  test('of characters', () => {
    assertSays('听取意\u2fb1见\n', 'glyph/radical', 'en', ['This line has 1 radical in place of an ordinary character (\u2fb1 U+2FB1→韦). It stands for a traditional form in Unicode: look at the original before replacing it by the simplified one.', 'Replace 1 radical by a simplified character']);
    assertSays('⼯作⼈员\n', 'glyph/radical', 'en', ['This line has 2 radicals in place of ordinary characters (⼯ U+2F2F→工, ⼈ U+2F08→人). Copying out of a PDF often does that: it looks the same, but a search does not find it.', 'Replace 2 radicals by ordinary characters']);
    assertSays('加强\u0007领导\n', 'glyph/control', 'en', ['This line has 1 control character (U+0007), no part of the text. Can be cleared away.', 'Clear the control characters of this section']);
  });

  test('of parts and days', () => {
    const parts = '本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。';
    assertSays(report(parts), 'report/parts-named', 'en', ['6 parts are announced, but only 5 named; missing: “政府信息公开行政复议、行政诉讼情况”.']);
    assertSays(report(parts), 'report/parts-named', 'zh-CN', ['写明有六个部分，列出的只有五个，缺“政府信息公开行政复议、行政诉讼情况”。']);
    const period = report('报告中数据的统计时限为2024年1月1日至12月30日。');
    assertSays(period, 'report/period', 'en', ['The period ends on 30 December; that of an annual report is 1 January to 31 December.', 'Write “12月31日”']);
    const noMonth = period.replace('12月30日', '22月31日');
    assertSays(noMonth, 'report/period', 'en', ['The period ends on 22月31日; that of an annual report is 1 January to 31 December.', 'Write “12月31日”']);
    assertSays(noMonth, 'report/period', 'zh-CN', ['统计期限止于 22 月 31 日；年度报告的统计期限为 1 月 1 日至 12 月 31 日。', '改为“12月31日”']);
    assertSays(period, 'report/period', 'zh-CN', ['统计期限止于 12 月 30 日；年度报告的统计期限为 1 月 1 日至 12 月 31 日。', '改为“12月31日”']);
  });
});

describe('what is quoted of a report', () => {
  test('shows where a label differs from the form’s', () => {
    const row = (label: string): string => `${someRows('requests', { granted: '5 | 0 | 0 | 0 | 0 | 0 | 5', 'denied.stateSecret': '0 | 0 | 0 | 0 | 0 | 0 | 0' })}${label} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n`;
    assertSays(row('2.其他法律法规禁止公开'), 'table/row-label', 'zh-CN', ['行名“2.其他法律法规禁止公开”与表式不同，应为“2.其他法律行政法规禁止公开”（漏了“行政”）。', '改为“2.其他法律行政法规禁止公开”']);
    assertSays(row('2.其他法律行政法规禁止公'), 'table/row-label', 'en', ['The label “2.其他法律行政法规禁止公” is cut; the form has “2.其他法律行政法规禁止公开” (“开” is left out).', 'Change to “2.其他法律行政法规禁止公开”']);
  });

  test('is no longer than can be read, and no character is halved', () => {
    const cell = `见${'𠀀'.repeat(60)}`;
    assertSays(someRows('proactiveDisclosure', { licensing: cell }), 'table/not-a-number', 'zh-CN', [`“行政许可·本年处理决定数量”填的是“见${'𠀀'.repeat(38)}…”，应填数字。`]);
    const passage = '云溪县水利局第三季度专题新闻发布会';
    assertSays(`一、总体情况\n参加${passage}${passage}。\n`, 'report/doubled-word', 'zh-CN', ['“云溪县水利局第三季度专题…”重复了。', '删去一个“云溪县水利局第三季度专题…”']);
  });

  test('names each row by itself', () => {
    const text = `${someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14' })}行政确认 | 15 |\n行政事业性收费 | 0 |\n`;
    assert.match(findings(text, 'table/unknown-row', 'zh-CN')[0]!.message, /^“行政确认”不是表二（主动公开政府信息情况）表式中的行，这里应是“行政处罚”“行政强制”；/);
  });
});

test('marks of quotation inside others are the inner ones', () => {
  const text = wholeTable('requests', { 'denied.securityAndStability': '-1 | 0 | 0 | 0 | 0 | 0 | 0' });
  assert.equal(findings(text, 'table/negative', 'zh-CN')[0]!.message, '“（三）3.危及‘三安全一稳定’·自然人”填 -1，不能为负数。');
  assert.equal(withInnerQuotes('“甲”与“乙”'), '“甲”与“乙”');
  for (const unpaired of ['“甲“乙”', '甲”乙“', '“甲']) assert.equal(withInnerQuotes(unpaired), unpaired);
});
