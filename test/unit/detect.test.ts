/** What is taken for a report by its content, and what is not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { detect } from '../../server/src/model/report/detect';
import { COLLECTED, noCollected } from '../support/collected';
import { reportText } from '../support/reports';

const lines = (...texts: string[]): string => `${texts.join('\n')}\n`;

describe('reports', () => {
  const REPORTS: Readonly<Record<string, string>> = {
    complete: reportText(),
    'with CRLF': reportText({ eol: '\r\n' }),
    'without a title': reportText({ title: false }),
    'of 2019': reportText({ year: 2020, edition: '2019', layout: 'flow' }),
    several: reportText() + reportText({ agency: '云溪县林业局' }) + reportText({ agency: '云溪县民政局' }) + reportText({ agency: '云溪县教育局' }),
    'its beginning': reportText().slice(0, 120),
    'two headings and a table': lines('根据要求，结合工作实际，编制本报告。', '一、总体情况', '略。', '二、主动公开政府信息情况', '第二十条第(一)项 |', '规章 | 0 | 0 | 0 |'),
    'of before 2019': lines('云溪县2011年政府信息公开工作年度报告', '一、概述', '全年公开信息12条，公开工作有序推进。', '二、收费及减免情况', '无。'),
    'being typed': lines('云溪县水利局', '2024年政府信息公开工作年度报告', '', '本报告根据《中华人民共和国政府信息公开条例》编制。'),
    'with radicals': lines('云溪县⽔利局2024年政府信息公开⼯作年度报告', '⼀、总体情况', '按照上级部署，认真落实各项⼯作要求，扎实推进公开⼯作。'),
  };
  for (const [name, text] of Object.entries(REPORTS)) test(name, () => assert.ok(detect(text).isReport));
});

describe('other texts', () => {
  const OTHERS: Readonly<Record<string, string>> = {
    empty: '',
    blank: ' \n\t\n'.repeat(40),
    'another text': '今天天气很好，我们去公园散步，看到很多花。'.repeat(10),
    'a notice': lines(
      '关于做好2024年政府信息公开工作年度报告编制工作的通知',
      '各乡镇人民政府，县政府各部门：',
      '根据《中华人民共和国政府信息公开条例》，现就编制年度报告的有关事项通知如下。',
      '一、编制要求',
      '年度报告由总体情况、主动公开政府信息情况等六个部分组成，统计期限为2024年1月1日至12月31日。',
      '二、报送时间',
      '请于1月20日前报送。',
    ),
    'a news page': lines(
      '云溪县水利局发布2024年政府信息公开工作年度报告',
      '近日，云溪县水利局发布了2024年政府信息公开工作年度报告。报告根据《条例》编制，从总体情况、主动公开等方面介绍了全年工作。',
    ),
    'a list of reports': lines(
      '首页 政务公开 政府信息公开指南 依申请公开 政府信息公开年报',
      ...['水利局', '林业局', '民政局', '教育局', '财政局'].map((office) => `云溪县${office}2024年政府信息公开工作年度报告`),
      '一、本网站的使用说明',
    ),
    'a link to a report': lines('首页 政务公开 依申请公开 网站地图 联系我们', '云溪县水利局2024年政府信息公开工作年度报告', '2025-01-20', '版权所有：云溪县水利局'),
    'the regulation': lines(
      '中华人民共和国政府信息公开条例',
      '第二十条　行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息：',
      '（一）行政法规、规章和规范性文件；',
      '第五十条　政府信息公开工作年度报告应当包括下列内容：',
      '（一）行政机关主动公开政府信息的情况；',
      '（二）行政机关收到和处理政府信息公开申请的情况；',
    ),
    'another annual report': lines('云溪县水利局2024年法治政府建设年度报告', '一、总体情况', '2024年，我局认真推进法治政府建设，各项工作取得新的进展。', '二、存在的问题'),
    'source code': 'export function detect(text: string): boolean {\n  return /年度报告/.test(text); // 政府信息公开\n}\n',
  };
  for (const [name, text] of Object.entries(OTHERS)) test(name, () => assert.deepEqual(detect(text), { isReport: false, reason: 'none' }));
});

describe('collected reports', { skip: noCollected }, () => {
  for (const { name, text } of COLLECTED) test(name, () => assert.equal(detect(text).isReport, !name.includes('mojibake')));
});
