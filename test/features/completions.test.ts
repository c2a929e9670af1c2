import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import { EDITIONS, tableSpec } from '../../server/src/editions';
import { aboutLines, type Completion, completions, isAbout } from '../../server/src/features/completions';
import { WRITABLE_LAYOUTS, type WritableLayout } from '../../server/src/model/writing/render';
import { SECTION_IDS, sectionTitle } from '../../server/src/syntax/sections';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

function offered(source: string, settings: Partial<Settings> = {}): Completion[] {
  const { analysis, offset } = placed(source, settings);
  return completions(analysis, offset);
}

const labels = (source: string, settings?: Partial<Settings>): string[] => offered(source, settings).map(({ label }) => label);

/** The text after the offer with this label is taken, `＿` where something is to be filled in. */
function taken(source: string, label: string): string {
  const { analysis, offset } = placed(source);
  const offer = completions(analysis, offset).find((own) => own.label === label);
  assert.ok(offer, `${label} is offered, not only ${completions(analysis, offset).map((own) => own.label).join(' · ')}`);
  const { replaced, pieces } = offer;
  assert.ok(replaced.start <= offset && offset <= replaced.end, 'it replaces what is at the caret');
  assert.doesNotMatch(analysis.text.slice(replaced.start, replaced.end), /[\r\n]/);
  return analysis.text.slice(0, replaced.start) + pieces.join('＿') + analysis.text.slice(replaced.end);
}

const HEADINGS = SECTION_IDS.map((id, i) => `${'一二三四五六'[i]!}、${sectionTitle(id)}`);
const REPORT = reportText();
const ROWS = tableSpec('requests', '2021').rows.map(({ title }) => title);

/** `REPORT` without the part from `from` up to `to`, the caret with `typed` in its place. */
function without(from: string, to: string, typed: string, text = REPORT): string {
  const start = text.indexOf(from);
  return `${text.slice(0, start)}${typed}$0\n\n${text.slice(text.indexOf(to))}`;
}

describe('titles of sections', () => {
  test('the next missing one first, then those after it, then those before; with a frame to write in or without', () => {
    const text = `云溪县水利局2024年政府信息公开工作年度报告\n\n${HEADINGS[1]}\n略。\n\n$0\n\n${HEADINGS[3]}\n略。\n`;
    const titles = labels(text).filter((label) => /^[一二三四五六]、.*(?:情况|事项)$/.test(label) && !/申请数量/.test(label));
    assert.deepEqual(titles, [HEADINGS[2], HEADINGS[4], HEADINGS[5], HEADINGS[0]]);
  });

  test('none that is there, and nothing once all are', () => {
    assert.deepEqual(labels(`${REPORT}\n$0`).filter((label) => HEADINGS.includes(label)), []);
  });

  for (const typed of ['', '三', '三、', '三、收到', '收到', '收到和处理', 'sd', 'shouldn’t'.slice(0, 1)]) {
    test(`typed so far: “${typed}”`, () => {
      const source = without(HEADINGS[2]!, HEADINGS[3]!, typed);
      const own = offered(source).filter(({ label }) => label === HEADINGS[2]);
      assert.equal(own.length, 1);
      assert.ok(typed === '' || own[0]!.filter.startsWith(`${typed} `), own[0]!.filter);
      assert.ok(taken(source, HEADINGS[2]!).includes(`\n${HEADINGS[2]}\n\n`));
    });
  }

  test('of a heading that is nearly typed, which is read as it already', () => {
    const source = without(HEADINGS[5]!, '本年度未收取', '六、其他需要报告的');
    assert.ok(taken(source, HEADINGS[5]!).includes(`\n${HEADINGS[5]}\n`));
    assert.deepEqual(labels(source.replace('报告的$0', '报告的事项$0')).filter((label) => label === HEADINGS[5]), [], 'nothing is offered that would change nothing');
  });

  test('with the table of the report’s layout and form behind it', () => {
    for (const layout of WRITABLE_LAYOUTS.filter((own) => own !== 'flow')) {
      const source = without(HEADINGS[2]!, HEADINGS[3]!, '三', reportText({ layout, edition: '2019', year: 2020 }));
      const text = taken(source, `${HEADINGS[2]} …`);
      const { tables } = analyse(text, DEFAULT_SETTINGS).reports[0]!.model;
      const table = tables.find(({ id }) => id === 'requests')!.table;
      assert.deepEqual([table.spec.edition, table.rows.length, table.layout], ['2019', 23, layout === 'github' || layout === 'aligned' ? 'pipe' : layout], layout);
      assert.ok(table.rows.every(({ cells }) => cells.length === 7 && cells.every(({ syntax }) => syntax.text === '/')), layout);
    }
  });

  test('in the layout of a table that can’t be read, where it is the only one', () => {
    const unread = '二、主动公开政府信息情况\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n| 规章 | 1 | 2 |\n| 行政规范性文件 | 3 | 4 |\n| 行政许可 | 1 | 2 |\n| 行政处罚 | 1 | 2 |\n| 行政强制 | 1 | 2 |\n\n$0';
    assert.ok(placed(unread).analysis.reports[0]!.model.tables[0]!.table.unreadable);
    assert.match(taken(unread, `${HEADINGS[2]} …`), /\n\| --- \| --- \|/);
  });

  test('numbers, values and the middle of a sentence are left alone', () => {
    const nowhere = ['一、总体情况\n公开信息12$0条。', '一、总体情况\n2024$0', '一、总体情况\n我局做好$0', `一、总体情况$0\n公开信息12条。`, REPORT.replace('规章 | 0', '规章 | 0$0'), REPORT.replace('规章 | 0 |', '规章 | $0 |'), REPORT.replace('公开信息12条', '公开信息$012条')];
    for (const source of nowhere) assert.deepEqual(labels(source), [], source.slice(0, 40));
  });

  test('nothing in a report of before 2019', () => assert.deepEqual(labels('云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n$0\n'), []));
});

describe('sub-headings', () => {
  const topics = (text: string): string[] => labels(`云溪县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n${text}\n`).filter((label) => label.startsWith('（'));

  test('of 一: the five topics in order, those that are there left out, numbered on', () => {
    assert.deepEqual(topics('$0'), ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'].map((label, i) => (i === 0 ? label : label.replace(/（.）/, '（一）'))));
    assert.deepEqual(topics('（十）主动公开情况。公开信息。\n$0')[0], '（十一）依申请公开');
    for (const last of ['二十', '二十一', '一二']) assert.deepEqual(topics(`（${last}）主动公开情况。公开信息。\n$0`), [], 'behind a number that is not gone on from');
    assert.deepEqual(topics('（一）主动公开情况。公开信息。\n（二）监督保障。很好。\n$0'), ['（三）依申请公开', '（三）政府信息管理', '（三）政府信息公开平台建设']);
  });

  test('a bracket that the editor closed is taken along', () => {
    assert.ok(taken('一、总体情况\n（一）主动公开。公开信息。\n（$0）\n', '（二）依申请公开').includes('\n（二）依申请公开\n'));
    assert.ok(taken('一、总体情况\n(一$0)\n', '（一）主动公开').includes('\n（一）主动公开\n'));
  });

  test('of 五: problems, then measures', () => {
    assert.deepEqual(labels('五、存在的主要问题及改进情况\n（一）存在的问题\n公开不及时。\n$0').filter((label) => label.startsWith('（')), ['（二）改进情况']);
  });
});

describe('rows', () => {
  const TYPED: Readonly<Record<WritableLayout, string>> = { pipe: '', tab: '', 'cell-per-line': '\t', flow: '', github: '| ', aligned: '| ' };

  for (const layout of WRITABLE_LAYOUTS) {
    /** The report as far as the row （一）予以公开, without what follows in its table. */
    const upTo = (typed: string): string => {
      const text = reportText({ layout });
      const row = text.indexOf('（二）部分公开');
      const start = Math.max(text.lastIndexOf('\n', row), text.lastIndexOf('\r', row)) + 1;
      return `${text.slice(0, start)}${TYPED[layout]}${typed}$0\n\n${text.slice(text.indexOf(HEADINGS[3]!))}`;
    };

    test(`${layout}: those that are missing, from the next one on`, () => {
      assert.deepEqual(labels(upTo('')).filter((label) => ROWS.includes(label)), ROWS.slice(3));
      assert.deepEqual(labels(upTo('（二')).filter((label) => ROWS.includes(label)), [ROWS[3]]);
      assert.deepEqual(labels(upTo('部分')).filter((label) => ROWS.includes(label)), [ROWS[3]]);
    });

    test(`${layout}: taken, the row is read with all its cells to be filled in`, () => {
      const text = taken(upTo('部分'), ROWS[3]!).replaceAll('＿', '/');
      const row = analyse(text, DEFAULT_SETTINGS).reports[0]!.model.tables.find(({ id }) => id === 'requests')!.table.row('partiallyGranted');
      if (layout === 'flow') assert.equal(row, undefined, 'in flowing text a row without numbers is none');
      else assert.deepEqual(row?.cells.map(({ syntax }) => syntax.text), Array(7).fill('/'), text);
    });
  }

  test('between the columns of a table whose bars stand below each other', () => {
    const text = reportText({ layout: 'aligned' });
    const row = /\n[^\n]*（二）部分公开.*/.exec(text)![0];
    for (const typed of ['', '| ', '|']) assert.equal(taken(text.replace(row, `\n${typed}部分$0`), ROWS[3]!).replaceAll('＿', '0'), text, typed);
  });

  test('with the label of the group where the row opens it', () => {
    const source = without('（三）不予公开 |', HEADINGS[3]!, '');
    assert.ok(taken(source, '1.属于国家秘密').includes('（三）不予公开 | 1.属于国家秘密 | ＿ | ＿ | ＿ | ＿ | ＿ | ＿ | ＿ |\n'));
    assert.ok(taken(source.replace('$0', '（三）不予公开 | 1$0').replace('1$0', '$0'), '1.属于国家秘密').includes('\n（三）不予公开 | 1.属于国家秘密 | ＿ |'));
  });

  test('only the label where its numbers are there', () => {
    const source = REPORT.replace('2.重复申请 |', '2.重$0 |');
    assert.ok(taken(source, '2.重复申请').includes('\n2.重复申请 | 0 | 0 |'));
  });

  test('of the first row in a table that is not there yet, and of 表二 its own columns', () => {
    assert.ok(taken('三、收到和处理政府信息公开申请情况\n\n$0', ROWS[0]!).endsWith(`\n${ROWS[0]} | ＿ | ＿ | ＿ | ＿ | ＿ | ＿ | ＿ |`));
    assert.ok(taken('二、主动公开政府信息情况\n\n行政事$0', '行政事业性收费').endsWith('\n行政事业性收费 | ＿ |'));
  });

  test('an unfinished table is gone on with before the next section is begun', () => {
    assert.equal(labels('三、收到和处理政府信息公开申请情况\n\n$0')[1], ROWS[0]);
    const begun = labels('三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n$0');
    assert.equal(begun[0], ROWS[1]);
    assert.ok(begun.indexOf(HEADINGS[3]!) >= ROWS.length - 1);
  });

  test('none behind a number, none of 表四', () => {
    assert.deepEqual(labels(REPORT.replace('规章 | 0 | 0 | 0 |\n', '规章 | 0 | 0 | 0 | $0\n')), []);
    assert.deepEqual(labels('四、政府信息公开行政复议、行政诉讼情况\n\n$0').filter((label) => /起诉/.test(label)), []);
  });
});

describe('whole tables', () => {
  for (const { id: edition, years: [year] } of EDITIONS) {
    for (const layout of WRITABLE_LAYOUTS) {
      test(`${edition}, ${layout}: as the others of the report are written`, () => {
        const full = reportText({ layout, edition, year });
        const source = without(HEADINGS[2]!, HEADINGS[3]!, `${HEADINGS[2]}\n\n`, full);
        const text = taken(source, tableSpec('requests', edition).name.zh);
        const { tables } = analyse(text, DEFAULT_SETTINGS).reports[0]!.model;
        assert.deepEqual(tables.map(({ id, table }) => [id, table.spec.edition, table.unreadable]), ['proactiveDisclosure', 'requests', 'reviewAndLitigation'].map((id) => [id, edition, undefined]));
      });
    }
  }

  test('only where there is none', () => assert.deepEqual(offered(REPORT.replace('二、主动公开政府信息情况\n', '二、主动公开政府信息情况\n$0')).filter(({ kind }) => kind === 'table'), []));
});

describe('sentences', () => {
  const sixth = (text: string, year = 2024): string => `云溪县水利局${year}年政府信息公开工作年度报告\n\n六、其他需要报告的事项\n${text}\n`;

  test('the processing fee with the report’s year, and that nothing else is to be told', () => {
    const sentences = ['2023年，本机关未收取信息处理费。', '2023年，本机关依法收取信息处理费＿件，共计＿元。', '无其他需要报告的事项。'];
    assert.deepEqual(labels(sixth('$0', 2023)).filter((label) => label.endsWith('。')), sentences);
    assert.ok(taken(sixth('未收$0'), '2024年，本机关未收取信息处理费。').includes('\n2024年，本机关未收取信息处理费。\n'));
    assert.ok(taken(sixth('2024年，本机关未收取信息处理费。无其$0'), '无其他需要报告的事项。').includes('处理费。无其他需要报告的事项。\n'));
  });

  test('what the checker asks for is what it gets', () => {
    const rules = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.map(({ rule }) => rule);
    const bare = REPORT.replace('本年度未收取信息处理费。', '$0');
    const fixed = taken(bare, '2024年，本机关未收取信息处理费。');
    assert.ok(!rules(fixed).some((rule) => rule === 'report/fee-statement' || rule === 'section/empty' || rule === 'report/prose-disagrees'));
  });

  test('of the first section only what its tables do not contradict', () => {
    const first = (received: string): string[] =>
      labels(reportText({ cell: (row, column) => (row.id === 'received' && (column.id === 'total' || column.id === 'business') ? received : '0') }).replace('（一）主动公开情况', '$0\n（一）主动公开情况')).filter((label) => label.endsWith('。'));
    assert.deepEqual(first('0'), ['2024年，本机关未收到政府信息公开申请。', '2024年，本机关未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。']);
    assert.deepEqual(first('3'), ['2024年，本机关未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。']);
  });

  test('before the first section the basis by the form of the year, and the period', () => {
    const preamble = (year: number): string[] => labels(`云溪县水利局${year}年政府信息公开工作年度报告\n\n本$0\n\n一、总体情况\n略。\n`).filter((label) => label.endsWith('。'));
    assert.deepEqual(preamble(2020), ['本报告根据《中华人民共和国政府信息公开条例》第五十条和《政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）编制。', '本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。']);
    assert.match(preamble(2022)[0]!, /〔2021〕30号/);
    assert.deepEqual(labels('$0云溪县水利局2024年政府信息公开工作年度报告\n').filter((label) => label.startsWith('本报告')), []);
  });
});

test('every offer is documented, in both languages', () => {
  const sources = [`云溪县水利局2024年政府信息公开工作年度报告\n\n$0\n`, ...HEADINGS.map((heading) => `云溪县水利局2024年政府信息公开工作年度报告\n\n${heading}\n$0\n`)];
  const all = sources.flatMap((source) => offered(source));
  assert.deepEqual(new Set(all.map(({ kind }) => kind)), new Set(['section', 'topic', 'row', 'table', 'phrase']));
  for (const { about, label } of all) {
    assert.ok(isAbout(JSON.parse(JSON.stringify(about))), label);
    assert.ok(aboutLines(about, 'zh-CN').length > 0 && aboutLines(about, 'en').every(({ text }) => text !== ''), label);
  }
  for (const wrong of [null, {}, { kind: 'section', id: 'x', edition: '2021' }, { kind: 'row', table: 'requests', edition: 'x', row: 'y' }, { kind: 'phrase', id: 'constructor' }, { kind: 1 }]) assert.ok(!isAbout(wrong));
  assert.deepEqual(aboutLines({ kind: 'row', table: 'requests', edition: '2021', row: 'no such row' }, 'zh-CN'), [], 'of a row that the form does not have nothing is told');
});
