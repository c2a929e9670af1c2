import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Settings } from '../../server/src/analysis/settings';
import { tableSpec } from '../../server/src/editions';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { WRITABLE_LAYOUTS, type WritableLayout } from '../../server/src/model/writing/render';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

/** The columns at `$0` with the current one in brackets, behind the name of the row. */
function help(source: string, settings: Partial<Settings> = {}): string | undefined {
  const { analysis, offset } = placed(source, settings);
  const found = signatureHelp(analysis, offset);
  if (!found) return undefined;
  const { start, end } = found.columns[found.active]!.span;
  return `${found.label.slice(0, start)}[${found.label.slice(start, end)}]${found.label.slice(end)}`;
}

/** Only the row and the current column. */
function current(source: string): string | undefined {
  const [row, ...columns] = help(source)?.split(' ｜ ') ?? [];
  return row === undefined ? undefined : `${row}: ${columns.find((column) => column.startsWith('['))!.slice(1, -1)}`;
}

const COLUMNS = tableSpec('requests', '2021').columns.map(({ title }) => title);

/** The report with the row （一）予以公开 as far as it is typed: its label, `values`, then `rest` in place of the others. */
function typing(layout: WritableLayout, values: readonly string[], rest: string): string {
  const report = reportText({ layout });
  const label = report.indexOf(LABEL) + LABEL.length;
  const end = label + /^(?:\n\t.*)+|^.*/.exec(report.slice(label))![0].length;
  return report.slice(0, label) + values.map((value) => SEPARATORS[layout] + value).join('') + rest + report.slice(end);
}

const LABEL = '（一）予以公开';

const SEPARATORS: Readonly<Record<WritableLayout, string>> = { pipe: ' | ', tab: '\t', 'cell-per-line': '\n\t', flow: ' ', github: ' | ', aligned: ' | ' };

describe('while a row is typed', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: the column of the caret, in each cell and behind each separator`, () => {
      COLUMNS.forEach((column, index) => {
        const before = COLUMNS.slice(0, index).map(() => '0');
        assert.equal(current(typing(layout, [...before, '12$0'], '')), `（一）予以公开: ${column}`, `in cell ${index}`);
        assert.equal(current(typing(layout, before, `${SEPARATORS[layout]}$0`)), `（一）予以公开: ${column}`, `before cell ${index}`);
      });
    });

    test(`${layout}: nothing in the label, nothing behind the last cell`, () => {
      assert.equal(help(typing(layout, [], '$0')), undefined);
      assert.equal(help(typing(layout, COLUMNS.map(() => '0'), `${SEPARATORS[layout]}$0`)), undefined);
    });

    test(`${layout}: in the first row of a table that is not there yet`, () => {
      const rest = layout === 'cell-per-line' ? '\n\t' : SEPARATORS[layout];
      const start = layout === 'cell-per-line' ? '\t' : layout === 'github' || layout === 'aligned' ? '| ' : '';
      assert.equal(current(`三、收到和处理政府信息公开申请情况\n\n${start}一、本年新收政府信息公开申请数量${rest}3${rest}$0`), '一、本年新收: 商业企业');
    });
  }

  test('all columns are shown, the current one marked', () => {
    assert.equal(help(typing('pipe', ['3', '$0'], '')), '（一）予以公开 ｜ 自然人 ｜ [商业企业] ｜ 科研机构 ｜ 社会公益组织 ｜ 法律服务机构 ｜ 其他 ｜ 总计');
    assert.equal(help('二、主动公开政府信息情况\n\n行政规范性文件 | 2 | $0'), '行政规范性文件 ｜ 本年制发件数 ｜ [本年废止件数] ｜ 现行有效件数');
    assert.equal(help('二、主动公开政府信息情况\n\n行政事业性收费\t$0'), '行政事业性收费 ｜ [本年收费金额]');
  });

  test('the sum of the numbers before a total', () => {
    const about = (source: string, settings?: Partial<Settings>): string => {
      const { analysis, offset } = placed(source, settings);
      const { columns, active } = signatureHelp(analysis, offset)!;
      return columns[active]!.documentation;
    };
    assert.equal(about(typing('tab', ['3', '1', '0', '', '/', '2', '$0'], '')), '单位：件。前面各数相加得 6');
    assert.equal(about(typing('tab', ['3', '1', '0', '0', '0', '2', '$0'], ''), { locale: 'en' }), 'in 件; the numbers before it sum to 6');
    assert.equal(about(typing('tab', ['3', '见附件', '0', '0', '0', '2', '$0'], '')), '单位：件');
    assert.equal(about(typing('tab', ['3', '$0'], '')), '单位：件');
  });

  test('what the row counts', () => {
    const { analysis, offset } = placed(typing('tab', ['$0'], ''));
    assert.equal(signatureHelp(analysis, offset)?.documentation, '全部公开。《中华人民共和国政府信息公开条例》第三十六条第（一）、（二）项');
  });

  test('of 表四, whose rows have no labels, the columns of the remedy', () => {
    const header = '四、政府信息公开行政复议、行政诉讼情况\n\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';
    assert.equal(help(`${header}1 | $0`), '行政复议 ｜ 结果维持 ｜ [结果纠正] ｜ 其他结果 ｜ 尚未审结 ｜ 总计');
    assert.equal(current(`${header}| 1 | 0 | 0 | 0 | 1 | $0`), '行政诉讼·未经复议直接起诉: 结果维持');
    assert.equal(current(`${header.replaceAll(' |', '\t')}1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t$0`), '行政诉讼·复议后起诉: 总计');
    assert.equal(current(`${header.replace(/ \| ?/g, '\n\t')}\n\n\t1\n\t0\n\t$0`), '行政复议: 其他结果');
    assert.equal(help(`${header}${'0 | '.repeat(15)}$0`), undefined);
  });

  test('in a row that is complete, the column of the cell', () => {
    assert.equal(current(reportText({ cell: (row) => (row.id === 'carriedOut' ? '5' : '0') }).replace('| 5 |', '| 5$0 |')), '四、结转下年度继续办理: 自然人');
  });

  test('where blank cells stand between labels and numbers, as in the other rows', () => {
    const table = (row: string): string => `三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量 | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n（一）予以公开 | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n${row}`;
    assert.equal(current(table('（二）部分公开 | | 1 | $0')), '（二）部分公开: 商业企业');
  });
});

describe('nothing is shown', () => {
  test('in plain text, in a heading, in a header', () => {
    const nowhere = ['一、总体情况\n公开信息 12 $0条。', '三、收到和处理政府信息公开申请情况 $0', '三、收到和处理政府信息公开申请情况\n自然人 | $0', '三、收到和处理政府信息公开申请情况\n\n一、本年新收$0', '$0', '四、政府信息公开行政复议、行政诉讼情况\n1 | $0'];
    for (const source of nowhere) assert.equal(help(source), undefined, source);
  });

  test('where the rows don’t agree how many blank cells they have', () => {
    const table = '三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量 | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n（二）部分公开 | 1 | $0';
    assert.equal(help(table), undefined);
  });

  test('where a label is a guess, or a line is longer than a row', () => {
    assert.equal(help('三、收到和处理政府信息公开申请情况\n\n3.危及三全 | 0 | $0'), undefined);
    assert.equal(help(`三、收到和处理政府信息公开申请情况\n\n（一）予以公开 |${' 0 |'.repeat(150)} $0`), undefined);
  });
});
