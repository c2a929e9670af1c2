import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { formatting } from '../../server/src/features/formatting';
import { renderTable, WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { writtenLayout } from '../../server/src/model/writing/writtenLayout';
import { displayWidth } from '../../server/src/text/width';
import { readMarked } from '../support/marked';
import { reportText } from '../support/reports';

function formatted(text: string, ranges?: Parameters<typeof formatting>[1]): string {
  return applyEdits(text, formatting(analyse(text, DEFAULT_SETTINGS), ranges));
}

const HEADING = '二、主动公开政府信息情况\n\n';
const ragged = (eol = '\n'): string => `${HEADING}第二十条第（一）项|\n信息内容 |本年制发件数|本年废止件数|现行有效件数|\n规章|0|0|0|\n行政规范性文件   |2| 1 |　16|\n`.replaceAll('\n', eol);

describe('columns between bars', () => {
  test('line up by the width they are drawn in, and padding goes', () => {
    assert.equal(
      formatted(ragged()),
      `${HEADING}第二十条第（一）项 |
信息内容           | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章               | 0            | 0            | 0            |
行政规范性文件     | 2            | 1            | 16           |
`,
    );
  });

  for (const eol of ['\r\n', '\r']) test(`with ${JSON.stringify(eol)} at the ends of lines`, () => assert.equal(formatted(ragged(eol)), formatted(ragged()).replaceAll('\n', eol)));

  test('where rows have one label or two, numbers begin in one column and header rows only lose their padding', () => {
    const text = '三、收到和处理政府信息公开申请情况\n\n自然人 |   法人或其他组织 | 总计 |\n一、本年新收政府信息公开申请数量 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |\n三、本年度办理结果 | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n（三）不予公开 | 1.属于国家秘密 | 10 | 0 | 0 | 0 | 0 | 0 | 10 |\n';
    assert.equal(
      formatted(text),
      `三、收到和处理政府信息公开申请情况

自然人 | 法人或其他组织 | 总计 |
一、本年新收政府信息公开申请数量    | 12 | 0 | 0 | 0 | 0 | 0 | 12 |
三、本年度办理结果 | （一）予以公开 | 2  | 0 | 0 | 0 | 0 | 0 | 2  |
（三）不予公开 | 1.属于国家秘密     | 10 | 0 | 0 | 0 | 0 | 0 | 10 |
`,
    );
  });

  test('never changes a blank twice: the head of a table without its heading is within reach of the one before', () => {
    const text = '政府集中采购 | 27 | 418.35万元 |\n |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计\n |  | 4.保护第三方合法权益 | | 5.属于三类内部事务信息 |  |  |  |  |  |  | 0\n四、结转下年度继续办理 |  |  | ２ | 0 | 0 | 0 | 0 | 0 | 2\n';
    const edits = formatting(analyse(text, DEFAULT_SETTINGS));
    for (const [i, { span }] of edits.entries()) assert.ok(i === 0 || edits[i - 1]!.span.end <= span.start, JSON.stringify(span));
  });

  test('of a GitHub table, with its rule', () => {
    const text = `${HEADING}| 第二十条第（一）项 | | | |\n|:--|---:|:-:|---|\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n`;
    assert.equal(
      formatted(text),
      `${HEADING}| 第二十条第（一）项 |              |              |              |
| :----------------- | -----------: | :----------: | ------------ |
| 信息内容           | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章               | 0            | 0            | 0            |
`,
    );
  });

  test('keep blank cells and the bars that are there', () => {
    const text = `${HEADING}规章 |/| |0|\n行政规范性文件 | 2 | 1 | 6 | | |\n`;
    assert.equal(formatted(text), `${HEADING}规章           | / |   | 0 |\n行政规范性文件 | 2 | 1 | 6 |  |  |\n`);
  });
});

test('between tabs padding goes, tabs stay', () => {
  assert.equal(formatted(`${HEADING}规章 \t 0\t0 \t　\n行政规范性文件\t 2\t1\t6\n`), `${HEADING}规章\t0\t0\t\n行政规范性文件\t2\t1\t6\n`);
});

test('cells on lines of their own begin alike, and blank ones keep their tab', () => {
  assert.equal(formatted(`${HEADING}\t规章\n\t0 \n\t \n\t  0\n\n\t行政规范性文件\n\t2\n\t1\n\t6\u00a0\n`), `${HEADING}\t规章\n\t0\n\t\n\t0\n\n\t行政规范性文件\n\t2\n\t1\n\t6\n`);
});

describe('left as it is', () => {
  const left = (text: string): void => assert.equal(formatted(text), text);

  test('everything that is no table', () => left('云溪县水利局2024年政府信息公开工作年度报告\n\n　　一、总体情况  \n\t本年度  公开 | 信息 12 条。 \n\n'));
  test('a table set in columns by spaces', () => left(`${HEADING}规章              0     0     0\n行政规范性文件    2     1     6\n`));
  test('a box', () => left(`${HEADING}┌────┬───┬───┬───┐\n│ 规章 │ 0│ 0 │ 0 │\n└────┴───┴───┴───┘\n`));
  test('a web page’s table', () => left(`${HEADING}<table><tr><td> 规章 </td><td> 0</td><td>0</td><td>0 </td></tr></table>\n`));
  test('a table that can’t be read', () => left('四、政府信息公开行政复议、行政诉讼情况\n\n|1 |  0|\n'));
  test('a table that would hold a heading, while others are set in order', () => {
    // Behind a blank the title opens a section, behind a bar it does not.
    const own = `${HEADING}规章|0|0|0|\n行政规范性文件 |2|1|6|\n说明|三、收到和处理政府信息公开申请情况|\n`;
    left(own);
    const other = ragged().replace(HEADING, '三、收到和处理政府信息公开申请情况\n\n').replace(/规章[^]*/, '一、本年新收政府信息公开申请数量|0|0| 0|0|0|0|0|\n');
    assert.match(formatted(own + other).slice(own.length), / \| 0 \| 0 \| 0 \| 0 \|\n$/);
    assert.equal(formatted(own + other).slice(0, own.length), own);
  });
  test('a report without a table, and no text at all', () => {
    left('');
    left(reportText({ table: () => '略。\n' }));
  });
});

test('of a volume only the report that a range touches', () => {
  const text = ragged() + reportText() + ragged();
  const last = text.length - 3;
  assert.equal(formatted(text, [{ start: last, end: last }]).slice(0, text.length - ragged().length), text.slice(0, text.length - ragged().length));
});

test('under another form the tables are proven again', () => {
  const text = ragged();
  for (const edition of ['auto', '2019', '2021', 'auto'] as const) assert.equal(applyEdits(text, formatting(analyse(text, { ...DEFAULT_SETTINGS, edition }))), formatted(text));
});

test('of a range only the lines that it touches', () => {
  const { text, marks } = readMarked(ragged().replace('规章|0', '规⟦章|⟧0'));
  const lines = formatted(text, marks).split('\n');
  assert.equal(lines[4], formatted(text).split('\n')[4]);
  assert.deepEqual([...lines.slice(0, 4), ...lines.slice(5)], [...text.split('\n').slice(0, 4), ...text.split('\n').slice(5)]);
  const both = formatted(text, [marks[0]!, { start: text.length - 3, end: text.length - 3 }]).split('\n');
  assert.deepEqual(both.slice(4), formatted(text).split('\n').slice(4));
});

describe('in each layout that is written', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout} stays what it is, and nothing is done twice`, () => {
      const text = reportText({ layout, cell: (row, column) => (row.id === 'received' && column.id === 'total' ? '1234' : '0') });
      const once = formatted(text);
      assert.equal(formatted(once), once);
      const layouts = (own: string): unknown[] => analyse(own, DEFAULT_SETTINGS).reports.flatMap(({ model }) => model.tables.map(({ table }) => writtenLayout(table)));
      assert.deepEqual(layouts(once), layouts(text));
      if (layout !== 'pipe' && layout !== 'github') assert.equal(once, text);
    });
  }

  test('what is written in aligned columns is in order', () => {
    for (const { table } of analyse(reportText({ layout: 'aligned' }), DEFAULT_SETTINGS).reports[0]!.model.tables) {
      const rows = renderTable(table.spec, 'aligned', () => '0', '\n').trimEnd().split('\n').map(displayWidth);
      assert.ok(rows.every((width) => width <= Math.max(...rows)));
    }
    const text = reportText({ layout: 'aligned' });
    assert.deepEqual(formatting(analyse(text, DEFAULT_SETTINGS)), []);
  });
});
