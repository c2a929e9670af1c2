/** Text that OCR made of a scan: rules that became letters or went missing, digits that became letters, characters that look alike. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { TableId } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { someRows, wholeTable } from '../../server/src/rules/tableExamples';
import { tablesOf } from '../support/tables';

const table = (text: string, id: TableId = 'requests'): BoundTable => tablesOf(text).get(id)!;
const numbersOf = (bound: BoundTable, row: string): readonly (number | null)[] | undefined => bound.row(row)?.cells.map(({ value }) => value);
/** What is said of its tables. */
const messages = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.flatMap(({ rule, message }) => (rule.startsWith('table/') ? [message] : []));

const GRANTED = [17, 5, 1, 0, 2, 0, 25];
const REQUESTS = wholeTable('requests', { granted: GRANTED.join(' | '), processedTotal: GRANTED.join(' | '), received: GRANTED.join(' | ') });

describe('rules of a table', () => {
  for (const mark of ['[', ']', '丨', 'l', 'I', '!', '¦', '_', '“']) {
    test(`that became ${mark} are none of its numbers`, () => {
      const text = REQUESTS.replace(/ \| ?/g, ` ${mark} `);
      assert.deepEqual(numbersOf(table(text), 'granted'), GRANTED);
      assert.deepEqual(messages(text), []);
    });
  }

  test('of which some became other marks and some were lost', () => {
    const marks = [' | ', '   ', ' 丨 ', ' [ ', '|', '   '];
    let at = 0;
    const text = REQUESTS.replace(/ \| ?/g, () => marks[at++ % marks.length]!);
    assert.deepEqual(numbersOf(table(text), 'granted'), GRANTED);
    assert.deepEqual(messages(text), []);
  });

  test('that were seen here and there are no rows of cells with several numbers each', () => {
    const text = REQUESTS.replace(/(\d) \| (\d+) \| (\d+) \| (\d+)/g, '$1 |$2   $3  $4').replace(/(?<=[\p{Script=Han}”）]) \| (?=\d)/gu, '      ');
    assert.deepEqual(numbersOf(table(text), 'granted'), GRANTED);
    assert.deepEqual(messages(text), []);
  });

  test('in whose place a mark stands that may be a number: the row is read as far as it is certain', () => {
    const row = (cells: string): string => REQUESTS.replaceAll(' | ', ' ').replace(/ \|$/gm, '').replace('公开 17 5 1 0 2 0 25', `公开 ${cells}`);
    assert.deepEqual(numbersOf(table(row('17 5 l 0 2 0 25')), 'granted'), [17, 5, null, 0, 2, 0, 25]);
    assert.deepEqual(numbersOf(table(row('17 5 l 1 0 2 0 25')), 'granted'), GRANTED);
    assert.deepEqual(numbersOf(table(row('17 l 5 1 0 2 l 25')), 'granted'), []);
    assert.deepEqual(numbersOf(table(row('l 5 1 0 2 0 25')), 'granted'), [null, 5, 1, 0, 2, 0, 25]);
  });

  test('rows with a number too many or too few are not read where bars stand here and there', () => {
    for (const cells of ['17 |5   1  0 2 | 0', '17 |5   1  0 2 | 0 0 |25']) {
      assert.deepEqual(numbersOf(table(REQUESTS.replace('公开 | 17 | 5 | 1 | 0 | 2 | 0 | 25 |', `公开 | ${cells}`)), 'granted') ?? [], []);
    }
  });
});

describe('numbers that are misread', () => {
  const fixed = (text: string): string => {
    const { diagnostics } = analyse(text, DEFAULT_SETTINGS);
    const edits = diagnostics.filter(({ rule }) => rule === 'table/not-a-number').flatMap(({ fixes }) => (fixes[0]?.safety === 'suggested' ? fixes[0].edits : []));
    return edits.sort((a, b) => b.span.start - a.span.start).reduce((so, { span, newText }) => so.slice(0, span.start) + newText + so.slice(span.end), text);
  };

  for (const [written, number] of [['1O', '10'], ['l7', '17'], ['丨2', '12'], ['2S', '25'], ['o', '0'], ['1 234', '1234'], ['1.234', '1234'], ['1、234', '1234'], ['1. 234', '1234'], ['1 4', '14']] as const) {
    test(`${written} is offered as ${number}, and nothing is reckoned with it`, () => {
      const text = wholeTable('proactiveDisclosure', { penalties: written });
      assert.deepEqual(messages(text).filter((message) => message.includes(`像是 ${number}`)).length, 1);
      assert.equal(fixed(text), wholeTable('proactiveDisclosure', { penalties: number }));
    });
  }

  for (const written of ['OO', '0l', 'nan', '见附件', '1 23', '12.5', '1.2.3', '007', '01134']) {
    test(`${written} means no number for certain: none is offered, and it is read as none`, () => {
      const text = wholeTable('proactiveDisclosure', { penalties: written });
      assert.equal(fixed(text), text);
      assert.equal(messages(text).length, 1);
      if (!/^\d+\.\d$/.test(written)) assert.deepEqual(numbersOf(table(text, 'proactiveDisclosure'), 'penalties'), [null]);
    });
  }

  test('of which a table has many are one finding', () => {
    const text = REQUESTS.replaceAll(' 0 |', ' O |');
    assert.equal(messages(text).length, 1);
    assert.equal(fixed(text), REQUESTS);
  });

  test('a count with the mark of thousands in it contradicts no text', () => {
    const text = `一、总体情况\n2024年，我局新收政府信息公开申请1025件。\n${wholeTable('requests', { received: '1025 | 0 | 0 | 0 | 0 | 0 | 1.025' })}`;
    assert.deepEqual(analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'report/prose-disagrees'), []);
  });
});

describe('rows set in columns', () => {
  const cells = (row: string): string[] => [row.padEnd(40, '　'), ...GRANTED.map(String)];
  const set = (own: readonly string[]): string => `${own[0]!.slice(0, 40)}${own.slice(1).map((cell) => cell.padStart(8)).join('')}\n`;
  const text = (first: string): string =>
    '三、收到和处理政府信息公开申请情况\n' + ['一、本年新收政府信息公开申请数量', '（一）予以公开', '2.其他法律行政法规禁止公开', '（七）总计'].map((label, i) => set(i === 1 ? [cells(label)[0]!, first, ...GRANTED.slice(1).map(String)] : cells(label))).join('');

  test('whose first number is misread have no blank cell in its place', () => {
    for (const first of ['l', '!', '丨', ']', 'O']) {
      const row = table(text(first)).row('granted');
      assert.deepEqual(row?.cells.map(({ value }) => value), [null, ...GRANTED.slice(1)], first);
      assert.equal(row.cells[0]!.syntax.text, first);
    }
  });

  test('whose numbers have blanks between their digits are not read by chance', () => {
    const row = '一 、 本 年 新 收 政 府 信 息 公 开 申 请 数 量 2 1 件 3 1 0 0 2 0 6\n';
    assert.deepEqual(table(`三、收到和处理政府信息公开申请情况\n${row}（一）予以公开 0 0 0 0 0 0 0\n（七）总计 0 0 0 0 0 0 0\n`).row('received')?.cells, []);
  });
});

test('the head of a 表四 with marks between its words is no row of it', () => {
  const dashes = '四、政府信息公开行政复议、行政诉讼情况\n— — — — 结果维持 — — — — — — — — — 行政诉讼 —\n';
  assert.deepEqual(messages(dashes).filter((message) => message.includes('没有填数（')), []);
});

describe('rows whose label or numbers can’t be read', () => {
  const rows = REQUESTS.replaceAll(' | ', ' ').replace(/ \|$/gm, '');

  test('are told as such in one finding, not as missing', () => {
    const text = rows
      .replace(/1\.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请.*/, '上.申请人无正当理由这期不补正、行政机关不再处\n理其政府信息公开申请')
      .replace(/2\.没有现成信息需要另行制作.*/, '2.没有现成信息需要另行制作 iolollo lola')
      .replace(/5\.属于三类内部事务信息.*/, '5.屈于三类内部亊务信息');
    const [message, ...others] = messages(text);
    assert.match(message!, /有 3 行有行名，但行名或数读不准：（三）5.*（四）2.*（六）1/);
    assert.deepEqual(others, []);
  });

  test('rows that are not there are missing', () => {
    const text = rows.replace(/2\.重复申请.*\n3\.要求提供公开出版物.*\n/, '').replace(/8\.属于行政查询事项.*\n/, '');
    assert.deepEqual(messages(text).map((message) => message.slice(0, message.indexOf('缺') + 5)), ['表三（收到和处理政府信息公开申请情况）缺 1 行', '表三（收到和处理政府信息公开申请情况）缺 2 行']);
  });
});

describe('a 表四 no word of whose head is whole', () => {
  const head = '四、政府信息公开行政复议、行政诉讼情况\n行政复议         行政诉讼\n未经复议直接起拆        复议后起拆\n结果维 | 结果纠 | 其他结 | 尚末审 | 总\n持 | 正 | 果 | 结 | 计 | 结果维 | 结果纠 | 其他结 | 尚未宙 | 总\n';

  test('is read by its row of numbers', () => {
    const bound = table(`${head}0     12     0     12     24 |0      4      398     0  |402|0      0      0      13     13\n`, 'reviewAndLitigation');
    assert.deepEqual(bound.spec.rows.map(({ id }) => numbersOf(bound, id)), [[0, 12, 0, 12, 24], [0, 4, 398, 0, 402], [0, 0, 0, 13, 13]]);
  });

  test('without numbers is there, and not filled in', () => assert.match(messages(head).join(), /没有填数/));
});

test('a table of which OCR left only the captions is not filled in, and not missing', () => {
  const captions = ['一', '五', '六', '八'].map((item) => `第二十条第 (${item}) 项\n国让0\n`).join('');
  assert.match(messages(`二、主动公开政府信息情况\n${captions}`).join(), /表二.*没有填数/);
});

test('a number that runs into its label is none of the label’s words', () => {
  const text = someRows('requests', { granted: '0 | 0 | 0 | 0 | 0 | 0 | 0' }) + '2.其他法律行政法规禁止公开    125 | 0 | 0 | 0 | 0 | 125 |\n';
  assert.deepEqual(messages(text).filter((message) => message.startsWith('行名')), []);
});

describe('a title', () => {
  const saidOf = (title: string): readonly [string | undefined, number | undefined, readonly string[]] => {
    const { reports, diagnostics } = analyse(`${title}\n一、总体情况\n略。\n`, DEFAULT_SETTINGS);
    return [reports[0]?.model.agency, reports[0]?.model.fiscalYear?.year, diagnostics.flatMap(({ rule, message }) => (rule === 'report/title' ? [message] : []))];
  };

  test('with a blank behind every character is one', () => {
    assert.deepEqual(saidOf('云 溪 县 水 利 局 2 0 2 4 年 政 府 信 息 公 开 工 作 年 度 报 告'), ['云溪县水利局', 2024, []]);
    assert.deepEqual(saidOf('云溪县水利局2 0 2 4 年政府信息公开工作年度报告'), ['云溪县水利局', 2024, []]);
  });

  test('one of whose fixed characters is misread is one, and the character is named', () => {
    assert.deepEqual(saidOf('云溪县水利局2024年政府佶息公开工作年度报告'), ['云溪县水利局', 2024, ['标题中的“佶”像是“信”，请对照原件。']]);
    assert.deepEqual(saidOf('云溪县水利局2024年政府信息公开工作年度报吿'), ['云溪县水利局', 2024, ['标题中的“吿”像是“告”，请对照原件。']]);
  });

  test('whose words are others is not mended', () => {
    assert.deepEqual(saidOf('云溪县水利局2024年政务信息公开工作年度报告')[2], []);
  });

  test('whose year is misread names it, and the year is not taken from it', () => {
    assert.deepEqual(saidOf('云溪县水利局2O24年政府信息公开工作年度报告')[2], ['标题中的“2O24”像是“2024”，请对照原件。']);
    assert.equal(saidOf('云溪县水利局2O24年政府信息公开工作年度报告')[1], undefined);
  });
});
