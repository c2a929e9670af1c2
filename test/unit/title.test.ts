/** Which lines are a report's title, and which part of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAgency, readTitleYear, readYear } from '../../server/src/model/report/title';
import { isAgencyLine, isTitleHead, titleIn } from '../../server/src/syntax/title';

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
    [`Page 8 - ${TITLE}`, TITLE],
    [`标题: ${TITLE}`, TITLE],
    [`标 题: ${TITLE}`, TITLE],
    [`名  称 ${TITLE}`, TITLE],
    [`- ${TITLE}`, TITLE],
    [`- 标 题: ${TITLE}`, TITLE],
    [`  • 名称：${TITLE}`, TITLE],
    [`信息名称：${TITLE}`, TITLE],
    [`标 题 | ${TITLE} | ||`, TITLE],
    [`| 标题 | ${TITLE} |`, TITLE],
    [`索引号 | 0123 | 标题 | ${TITLE} | 文号 |  |`, TITLE],
    [`| 名称 | ${TITLE} | 文号 | 云水〔2025〕1号 |`, TITLE],
    [`${TITLE} | ${'|'.repeat(95)}`, TITLE],
    ['云溪县水利局2024政府信息公开工作年度报告', '云溪县水利局2024政府信息公开工作年度报告'],
    ['2024年云溪县水利局政府信息公开工作年度报告', '2024年云溪县水利局政府信息公开工作年度报告'],
    ['云溪县水利局 2024 年 政府信息公开工作年度报告', '云溪县水利局 2024 年 政府信息公开工作年度报告'],
    ['云溪县水利局 2024 年政府信息 公开工作年度报告', '云溪县水利局 2024 年政府信息 公开工作年度报告'],
    ['云溪县水利局2024年度政务公开年报', '云溪县水利局2024年度政务公开年报'],
    ['宁陵县⼯业信息化局2021年政府信息公开⼯作年度报告', '宁陵县⼯业信息化局2021年政府信息公开⼯作年度报告'],
    [`${TITLE}（公开稿）`, `${TITLE}（公开稿）`],
    [`${TITLE} 本报告根据《中华人民共和国政府信息公开条例》编制，${'内容详实。'.repeat(30)}`, TITLE],
    [`${TITLE}根据《中华人民共和国政府信息公开条例》编制，${'内容详实。'.repeat(30)}`, TITLE],
    [`首页 政府信息公开 政府信息公开年报 ${TITLE} 来源：云溪县水利局 时间：2025-01-20`, TITLE],
    [`${TITLE} 2025-01-20`, TITLE],
    [`${TITLE} [2025-01-20 10:15]`, TITLE],
    [`您的位置：首页 >> 政府信息公开 >> ${TITLE}`, TITLE],
    [`> ${TITLE}`, `> ${TITLE}`],
  ];
  for (const [line, title] of cases) test(line.slice(0, 50), () => assert.equal(titleOf(line), title));
});

describe('lines that are no title', () => {
  const lines = [
    ...['', '现公布云溪县水利局2024年政府信息公开工作年度报告根据《条例》编制', '年度报告', '本报告根据《条例》编制。', '一、总体情况', '栏目: 政府信息公开年报', '首页 > 水利局 > 政府信息公开年度报告', '分类 信息公开年报  其他  报告'],
    ...['本地目录: zwgk/zfxxgk/202103/80595_云溪县2020年度政府信息公开工作年度报告', '附件：云溪县水利局2024年政府信息公开工作年度报告'],
    ...['下一篇：云溪县2023年政府信息公开工作年度报告', '关于做好2024年政府信息公开工作年度报告编制工作的通知', '中华人民共和国政府信息公开工作年度报告格式'],
    ...['根据《条例》，现公布云溪县水利局2024年政府信息公开工作年度报告。', '云溪县水利局发布2024年政府信息公开工作年度报告', '云溪县召开会议部署政府信息公开工作年度报告'],
    '云溪县水利局2023年政府信息公开工作年度报告 | 2024-01-20 |',
    '云溪县水利局2024年政府信息公开工作年度报告根据条例编制，现予公布。',
    ...['第五十条规定和《中华人民共和国政府信息公开工作年度报告', '务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告', '公开条例》规定编制的2024年政府信息公开工作年度报告'],
  ];
  for (const line of lines) test(JSON.stringify(line), () => assert.equal(titleOf(line), undefined));
});

test('agency lines', () => {
  for (const line of ['新乡市牧野区科技和工业信息化局', '　云溪县人民政府　', '中共云溪县委办公室']) assert.ok(isAgencyLine(line), line);
  for (const line of ['', '一、总体情况', '2024年', '全年公开信息12条。', '局']) assert.ok(!isAgencyLine(line), line);
});

test('first lines of a title printed on two', () => {
  for (const line of ['云溪县水利局', '云溪镇人民政府2022年', '云溪县人民政府办公厅2022', '2022年度云溪县水利局', '松岭旗白音苏木2022年', '云溪县人民政府机关', '临江大学', '云溪县档案馆2024年政府', '云溪海关', '云溪县供销合作社', '云溪县档案馆', '云溪市规划和自然资源系统']) assert.ok(isTitleHead(line), line);
  for (const line of ['', '政府信息公开', '2024年1月15日', '全年公开信息12条。', '发布时间：2024', '发布日期2024年', '一、总体情况', '政府信息公开管理系统', '政务公开平台']) assert.ok(!isTitleHead(line), line);
});

test('what a title says', () => {
  const SAID: readonly (readonly [title: string, agency: string | undefined, year: number | undefined])[] = [
    ['云溪县水利局2024年政府信息公开工作年度报告', '云溪县水利局', 2024],
    ['2024年度云溪县水利局政府信息公开工作年度报告', '云溪县水利局', 2024],
    ['松岭市城关街道2021政府信息公开年度报告', '松岭市城关街道', 2021],
    ['2022政府信息公开工作年度报告', undefined, 2022],
    ['云溪县水利局二〇二四年度政府信息公开工作年度报告', '云溪县水利局', 2024],
    ['二○一九年云溪县水利局政府信息公开工作年度报告', '云溪县水利局', 2019],
    ['云溪县水利局二零二零年政府信息公开工作年度报告', '云溪县水利局', 2020],
    ['松岭区人民政府信息公开工作年度报告(2023年度)', '松岭区人民政府', 2023],
    ['松岭区人民政府政府信息公开工作年度报告(2023年度)', '松岭区人民政府', 2023],
    ['2022-2023学年度信息公开工作报告', undefined, undefined],
    ['临江大学2022-2023学年度信息公开工作报告', '临江大学', undefined],
    // In the script of the title, with what a PDF tool made of its characters put right.
    ['雲溪縣氣象局關於2022年度政府信息公開工作年度報告', '雲溪縣氣象局', 2022],
    ['云溪县⼯业信息化局2021年政府信息公开⼯作年度报告', '云溪县工业信息化局', 2021],
  ];
  for (const [title, agency, year] of SAID) assert.deepEqual([readAgency(title), readYear(title)], [agency, year], title);
  assert.deepEqual(['临江海关政府信息公开工作年度报告(2024)', '临江海关政府信息公开工作年度报告(2024年)', '临江海关政府信息公开工作年度报告'].map(readTitleYear), [2024, 2024, undefined]);
});
