/** Which lines are section headings, and what of them is ordinal and title. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findHeadings } from '../../server/src/syntax/headings';
import { mayHoldHeading } from '../../server/src/syntax/headingStart';
import { SECTION_IDS, SECTION_TITLES, sectionOrdinal, sectionTitle } from '../../server/src/syntax/sections';
import type { HeadingSyntax } from '../../server/src/syntax/types';
import { writeOrdinal } from '../../server/src/text/ordinals';

/** The headings in `line`, found only if the cheap test lets the line through, as everywhere. */
const headingsIn = (line: string): readonly HeadingSyntax[] => (mayHoldHeading(line, 0, line.length) ? findHeadings(line) : []);

const describeHeading = ({ ordinal, id, match }: HeadingSyntax): string => `${ordinal ?? '-'} ${id} ${match}`;

describe('headings that are recognised', () => {
  const cases: readonly [line: string, heading: string][] = [
    ['一、总体情况', '1 overview official'],
    ['　　一、总体情况　', '1 overview official'],
    ['⼀、总体情况', '1 overview official'],
    ['⼆、主动公开政府信息情况', '2 proactiveDisclosure official'],
    ['四、政府信息公开⾏政复议、⾏政诉讼情况', '4 reviewAndLitigation official'],
    ['四、政府信息公开行政复议行政诉讼情况', '4 reviewAndLitigation official'],
    ['## 三、收到和处理政府信息公开申请情况', '3 requests official'],
    ['**六、其他需要报告的事项**', '6 otherMatters official'],
    ['一．总体情况', '1 overview official'],
    ['一 总体情况', '1 overview official'],
    ['第一部分 总体情况', '1 overview official'],
    ['1.总体情况', '1 overview official'],
    ['１．总体情况', '1 overview official'],
    ['总体情况', '- overview official'],
    ['总体情况：', '- overview official'],
    ['其他需要报告的事项无。', '- otherMatters official'],
    ['六、其他需要报告的事项。', '6 otherMatters official'],
    ['\u2003总体情况', '- overview official'],
    ['l六、其他需要报告的事项', '6 otherMatters official'],
    ['—、总体情况', '- overview official'],
    ['、总体情况', '- overview official'],
    ['l、总体情况', '- overview official'],
    ['= 、主动公开政府信息情况', '- proactiveDisclosure official'],
    ['囗、政府信息公开行政复议、行政诉讼情况', '- reviewAndLitigation official'],
    ['五丶存在的主要问题及改进情况', '5 problemsAndImprovements official'],
    ['六其他需要报告的事项', '6 otherMatters official'],
    ['五、存 在 的 主 要 问 题 及 改 进 情 况', '5 problemsAndImprovements official'],
    ['五、存在問題及改進情況', '5 problemsAndImprovements variant'],
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', '4 reviewAndLitigation variant'],
    ['四、政府信息公开行政法复议、行政诉讼情况', '4 reviewAndLitigation similar'],
    ['五、存在的主要问题及改近情况', '5 problemsAndImprovements similar'],
    ['一、总体情况如下：', '1 overview similar'],
    ['一、总体情况体情况', '1 overview similar'],
    ['七、其他需要报告的事项', '7 otherMatters official'],
    ['四、因政府信息公开被申请行政复议和提起行政诉讼情况', '4 reviewAndLitigation variant'],
    ['四、因政府信息公开被申请行政复议和提起行政诉松情况', '4 reviewAndLitigation similar'],
    ['三、行政机关收到和处理政府信息公开申请情况', '3 requests variant'],
    ['三、行政机构收到和处理政府信息公开申请情况', '3 requests similar'],
    ['一、我局政府信息公开总体情况', '1 overview variant'],
    ['一、全县政府信息公开工作总体情况：', '1 overview variant'],
    ['二、本机关主动公开政府信息的情况', '2 proactiveDisclosure variant'],
    ['一、我局政府信息公开总体情兄', '1 overview similar'],
    ['一、总体情况概述', '1 overview variant'],
    ['一、总体情况（概述）', '1 overview variant'],
    ['一、总体概况', '1 overview variant'],
    ['三、收到和处理政府信息公开申请情况（单位：件）', '3 requests variant'],
    ['三、收到和处理政府信息公开申请情况（单位：件、次）：', '3 requests variant'],
    ['三、收到和处理政府信息公开申请情况（略）', '3 requests similar'],
    ['四、政府信息公开被申请行政复议、提起行政诉讼情况', '4 reviewAndLitigation variant'],
    ['五、政府信息公开工作中存在的主要问题及改进情况', '5 problemsAndImprovements variant'],
    ['五、存在的主要问题及下一步改进情况', '5 problemsAndImprovements variant'],
    ['五、存在的主要问题及下一步改近情况', '5 problemsAndImprovements similar'],
    ['六、其他需要报告的事项说明', '6 otherMatters variant'],
    ['六、其他需报告事项', '6 otherMatters variant'],
    ['- 总体情况', '- overview official'],
    ['－　总体情况', '- overview official'],
    ['•主动公开政府信息情况', '- proactiveDisclosure official'],
    ['  ● 收到和处理政府信息公开申请情况', '- requests official'],
    ['· 其他需要报告的事项：', '- otherMatters official'],
    ['* 存在的主要问题及改进情况', '- problemsAndImprovements official'],
    ['- 六、其他需要报告的事项', '6 otherMatters official'],
    ['六、其他需要报告的事项无。', '6 otherMatters official'],
    ['六、其他需要报告的事项：无', '6 otherMatters official'],
    ['一、总体情况2024年，本机关认真落实条例。', '1 overview official'],
    ['一、2024年总体情况', '1 overview variant'],
    ['一、2024 年度总体情况', '1 overview variant'],
    ['一、本年度政府信息公开工作总体情况', '1 overview variant'],
    ['三、2024年收到和处理政府信息公开申请情况', '3 requests variant'],
    ['五、2024年存在的主要问题及改近情况', '5 problemsAndImprovements similar'],
  ];
  for (const [line, expected] of cases) test(line, () => assert.deepEqual(headingsIn(line).map(describeHeading), [expected]));

  test('every title and variant, with its ordinal', () => {
    for (const { id, title, variants } of SECTION_TITLES) {
      for (const wording of [title, ...variants]) {
        const [heading] = headingsIn(`${writeOrdinal(sectionOrdinal(id))}、${wording}`);
        assert.equal(heading?.id, id, wording);
        assert.equal(heading.match, wording === title ? 'official' : 'variant', wording);
      }
    }
  });
});

describe('lines that are no headings', () => {
  const lines = [
    ...['', '0', '12', '一', '第二十条第（一）项', '规章 | 0 | 0 | 0 |', '其他', '总计', '行政复议'],
    ...['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '三、本年度办理结果', '四、结转下年度继续办理 | 0 | 0 |', '（七）总计', '3.其他'],
    ...['（一）主动公开政府信息情况', '（一）总体情况', '一是加强主动公开政府信息情况的检查。', '1.主动公开政府信息情况较好，全年公开12条。'],
    ...['一、总体情况……………1', '二、主动公开政府信息情况 ······ 3', '三、收到和处理政府信息公开申请情况　　5', '三、收到和处理政府信息公开申请情况（续）', '一、总体情况（第12页）', '一、总体情况    第1页', '一、总体情况…第1页', '三、收到和处理政府信息公开申请情况…4', '一、2024年总体情况……1'],
    ...['三、主动公开政府信息情况。2024年，我局公开信息20条。', '四、总体情况。全年平稳。'],
    ...['一、2024年主动公开情况', '一、2024年，我局总体情况良好', '2024年总体情况'],
    ...['其他需要报告的事项。', '存在的主要问题及改进情况；'],
    ...['- 总体情况良好，全年公开12条。', '- 12', '-', '● 主动公开政府信息情况见表', '--- | --- | ---', '- - 总体情况'],
    ...['一、总体情况 1 二、主动公开政府信息情况 3 三、收到和处理政府信息公开申请情况 5', '一、总体情况……1 二、主动公开政府信息情况……3'],
    ...['一、概述', '二、依申请公开情况', '主动公开情况', '本报告由总体情况、主动公开政府信息情况等六个部分组成。'],
    // The rest of a sentence that names the sections.
    '况、政府信息公开行政复议、行政诉讼情况',
    '、主动公开政府信息情况、收到和处理政府信息公开申请情况',
    '六其他需要报告的事项见附件',
  ];
  for (const line of lines) test(JSON.stringify(line), () => assert.deepEqual(headingsIn(line).map(describeHeading), []));
});

test('spans hold what they name', () => {
  const line = '  ⼆、 主动公开政府信息情况  ';
  const [heading] = headingsIn(line);
  const at = ({ start, end }: { readonly start: number; readonly end: number }): string => line.slice(start, end);
  assert.equal(at(heading!.span), '⼆、 主动公开政府信息情况');
  assert.equal(at(heading!.ordinalSpan), '⼆、');
  assert.equal(at(heading!.titleSpan), '主动公开政府信息情况');
  const [bare] = headingsIn(' 总体情况');
  assert.deepEqual(bare!.ordinalSpan, { start: 1, end: 1 }, 'an absent ordinal has the place where it should stand');
});

describe('headings that share a line of usual length', () => {
  const cases: readonly [line: string, ids: readonly number[]][] = [
    ['五、存在的主要问题及改进情况 内容不够全面。今后加强培训。 六、其他需要报告的事项 未收取信息处理费。', [5, 6]],
    ['五、存在的主要问题及改进情况（一）内容不够全面。（二）加强培训。六、其他需要报告的事项', [5, 6]],
    ['四、政府信息公开行政复议、行政诉讼情况　无　五、存在问题及改进情况　无　六、其他需要报告的事项　无', [4, 5, 6]],
    ['一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况', [1, 2, 3]],
    ['五、存在的主要问题及改进情况 已改进，收费见“六、其他需要报告的事项”。', [5]],
    ['五、存在的主要问题及改进情况 已改进，收费见 六、其他需要报告的事项。', [5]],
    ['五、存在的主要问题及改进情况 已改进。六、其他需要报告的事项中作了说明。', [5]],
    ['五、存在的主要问题及改进情况 已改进。六、其他工作 无。', [5]],
    ['三、收到和处理政府信息公开申请情况 无。 五、存在的主要问题及改进情况 无。', [3]],
    ['一、总体情况、二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况等六个部分组成。', [1]],
    ['本报告由以下部分组成： 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况', []],
  ];
  for (const [line, ids] of cases) {
    test(line, () => {
      const found = headingsIn(line);
      assert.deepEqual(found.map(({ id }) => sectionOrdinal(id)), ids);
      for (const { span, ordinal } of found) assert.ok(line.slice(span.start, span.end).startsWith(writeOrdinal(ordinal!)));
    });
  }
});

describe('a report pasted as one line', () => {
  const prose = '按照上级部署认真落实各项工作要求，扎实推进公开工作。'.repeat(12);
  const flat = `本报告由一、总体情况，二、主动公开政府信息情况等部分组成。${SECTION_IDS.map((id) => `${writeOrdinal(sectionOrdinal(id))}、${sectionTitle(id)} ${prose}`).join('')}`;

  test('all six headings, and not those that a sentence names', () => {
    const found = headingsIn(flat);
    assert.deepEqual(found.map(({ id }) => id), [...SECTION_IDS]);
    for (const { span, id } of found) assert.ok(flat.slice(span.start, span.end).endsWith(sectionTitle(id)));
  });

  test('behind the words that announce the report, but not in a list of its parts', () => {
    const ids = (line: string): number[] => headingsIn(line).map(({ id }) => sectionOrdinal(id));
    for (const before of ['现将有关情况报告如下：', '现将工作情况汇报如下: ', '现公布如下，']) assert.deepEqual(ids(`${before}一、总体情况 1、主动公开${prose}二、主动公开政府信息情况`), [1, 2], before);
    for (const before of ['本报告共六个部分：', '详见：', '内容如下：“']) assert.deepEqual(ids(`${before}一、总体情况${prose}二、主动公开政府信息情况`), [2], before);
    assert.deepEqual(ids(`各部分如下：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。${prose}`), []);
    assert.deepEqual(ids(`各部分如下：一、总体情况 二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况。${prose}`), []);
  });

  test('a misspelt one', () => {
    const found = headingsIn(flat.replace('四、政府信息公开行政复议', '四、政府信息公开行政法复议'));
    assert.deepEqual(found.map(describeHeading)[3], '4 reviewAndLitigation similar');
    assert.equal(found.length, 6);
  });
});
