/** Which lines are a report's title, and which part of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAgencyLine, titleIn } from '../../server/src/syntax/title';

const titleOf = (line: string): string | undefined => {
  const range = titleIn(line);
  return range && line.slice(...range);
};

describe('titles', () => {
  const TITLE = '云溪县水利局2024年政府信息公开工作年度报告';
  const cases: readonly [line: string, title: string][] = [
    [TITLE, TITLE],
    [`  ${TITLE}　`, TITLE],
    [`# ${TITLE}`, TITLE],
    [`标题: ${TITLE}`, TITLE],
    ['2024年云溪县水利局政府信息公开工作年度报告', '2024年云溪县水利局政府信息公开工作年度报告'],
    ['云溪县水利局 2024 年 政府信息公开工作年度报告', '云溪县水利局 2024 年 政府信息公开工作年度报告'],
    ['云溪县水利局2024年度政务公开年报', '云溪县水利局2024年度政务公开年报'],
    ['宁陵县⼯业信息化局2021年政府信息公开⼯作年度报告', '宁陵县⼯业信息化局2021年政府信息公开⼯作年度报告'],
    [`${TITLE}（公开稿）`, `${TITLE}（公开稿）`],
    [`${TITLE} 本报告根据《中华人民共和国政府信息公开条例》编制，${'内容详实。'.repeat(30)}`, TITLE],
    [`首页 政府信息公开 政府信息公开年报 ${TITLE} 来源：云溪县水利局 时间：2025-01-20`, TITLE],
  ];
  for (const [line, title] of cases) test(line.slice(0, 50), () => assert.equal(titleOf(line), title));
});

describe('lines that are no title', () => {
  const lines = [
    ...['', '年度报告', '本报告根据《条例》编制。', '一、总体情况', '栏目: 政府信息公开年报', '分类 信息公开年报  其他  报告'],
    ...['本地目录: zwgk/zfxxgk/202103/80595_云溪县2020年度政府信息公开工作年度报告', '附件：云溪县水利局2024年政府信息公开工作年度报告'],
    ...['下一篇：云溪县2023年政府信息公开工作年度报告', '关于做好2024年政府信息公开工作年度报告编制工作的通知', '中华人民共和国政府信息公开工作年度报告格式'],
    ...['根据《条例》，现公布云溪县水利局2024年政府信息公开工作年度报告。', '云溪县水利局发布2024年政府信息公开工作年度报告', '云溪县召开会议部署政府信息公开工作年度报告'],
    '云溪县水利局2024年政府信息公开工作年度报告根据条例编制，现予公布。',
  ];
  for (const line of lines) test(JSON.stringify(line), () => assert.equal(titleOf(line), undefined));
});

test('agency lines', () => {
  for (const line of ['新乡市牧野区科技和工业信息化局', '　云溪县人民政府　', '中共云溪县委办公室']) assert.ok(isAgencyLine(line), line);
  for (const line of ['', '一、总体情况', '2024年', '全年公开信息12条。', '局']) assert.ok(!isAgencyLine(line), line);
});
