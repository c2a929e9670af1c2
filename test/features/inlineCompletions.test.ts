import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { inlineCompletion } from '../../server/src/features/inlineCompletions';
import { Neighbourhood } from '../../server/src/model/report/neighbours';
import { WRITABLE_LAYOUTS, type WritableLayout } from '../../server/src/model/writing/render';
import { summariesOf } from '../../server/src/model/report/summary';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

function shown(source: string): string | undefined {
  const { analysis, offset } = placed(source);
  return inlineCompletion(analysis, offset);
}

const LABEL = '（一）予以公开';
const SEPARATORS: Readonly<Record<WritableLayout, string>> = { pipe: ' | ', tab: '\t', 'cell-per-line': '\n\t', flow: ' ', github: ' | ', aligned: ' | ' };

/** The report with the row （一）予以公开 as far as it is typed: its label, `values`, then `rest` in place of the others. */
function typing(layout: WritableLayout, values: readonly string[], rest: string): string {
  const report = reportText({ layout });
  const label = report.indexOf(LABEL) + LABEL.length;
  const end = label + /^(?:\n\t.*)+|^.*/.exec(report.slice(label))![0].length;
  return report.slice(0, label) + values.map((value) => SEPARATORS[layout] + value).join('') + rest + report.slice(end);
}

describe('the sum of a row', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: where the total is about to be typed`, () => {
      const before = ['3', '1', '0', '12', '0', '2'];
      assert.equal(shown(typing(layout, before, `${SEPARATORS[layout]}$0`)), '18');
      assert.equal(shown(typing(layout, before.slice(0, 5), `${SEPARATORS[layout]}$0`)), undefined, 'not in another column');
    });
  }

  test('in a cell that is blank, behind its bar with a space', () => {
    assert.equal(shown(reportText().replace('（一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '（一）予以公开 | 4 | 0 | 0 | 1 | 0 | 0 |$0 |')), ' 5');
  });

  test('with the tab of a line that is not begun yet', () => assert.equal(shown(typing('cell-per-line', ['3', '1', '0', '12', '0', '2'], '\n$0')), '\t18'));

  test('of 表四', () => {
    const header = '四、政府信息公开行政复议、行政诉讼情况\n\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n';
    assert.equal(shown(`${header}1\t0\t2\t1\t$0`), '4');
    assert.equal(shown(`${header}1\t0\t2\t1\t4\t0\t1\t0\t0\t$0`), '1');
  });
});

/** A report in which 表三 adds up, but for one cell that is about to be typed. */
function balanced(row: string, column: string, cells: Readonly<Record<string, number>> = {}): string {
  const values: Readonly<Record<string, number>> = { received: 9, carriedIn: 2, granted: 4, 'denied.stateSecret': 3, processedTotal: 7, carriedOut: 4, ...cells };
  return reportText({ cell: ({ id }, { id: at }) => (id === row && at === column ? '$0' : String(at === 'naturalPerson' || at === 'total' ? (values[id] ?? 0) : 0)) });
}

describe('down a column', () => {
  test('（七）总计 is the sum of the results above it', () => {
    assert.equal(shown(balanced('processedTotal', 'naturalPerson')), '7');
    assert.equal(shown(balanced('processedTotal', 'total')), '7', 'and of its row');
  });

  test('四 is what is left of 一 + 二', () => assert.equal(shown(balanced('carriedOut', 'naturalPerson')), '4'));

  test('not where the results would come to more than there was', () => assert.equal(shown(balanced('carriedOut', 'naturalPerson', { processedTotal: 12 })), undefined));

  test('not where row and column disagree', () => assert.equal(shown(balanced('processedTotal', 'total', { 'denied.stateSecret': 5, processedTotal: 7 })), undefined));

  test('not where a result is blank or can’t be read', () => {
    for (const there of ['/', '', '见附件']) assert.equal(shown(balanced('processedTotal', 'naturalPerson').replace(/(（一）予以公开 \| )4/, `$1${there}`)), undefined, there);
  });

  test('not one of the results, or 一, from the others', () => {
    assert.equal(shown(balanced('granted', 'naturalPerson')), undefined);
    assert.equal(shown(balanced('received', 'naturalPerson')), undefined);
  });
});

test('二 is what last year’s report carried over, where it is in the workspace', () => {
  const { text, offset } = placed(reportText({ cell: ({ id }, { id: column }) => (id === 'carriedIn' && column === 'naturalPerson' ? '$0' : '0') }));
  const neighbourhood = new Neighbourhood();
  const lastYear = analyse(reportText({ year: 2023, cell: (row, { id }) => (/^(received|carriedOut)$/.test(row.id) && /^(naturalPerson|total)$/.test(id) ? '6' : '0') }), DEFAULT_SETTINGS);
  const beside = (others: typeof lastYear | undefined): string | undefined => {
    if (others) neighbourhood.set('2023.txt', summariesOf(others.reports, '2023.txt', () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })));
    return inlineCompletion(analyse(text, DEFAULT_SETTINGS, undefined, { file: '2024.txt', neighbourhood }), offset);
  };
  assert.equal(beside(undefined), undefined);
  assert.equal(beside(lastYear), '6');
});

describe('nothing', () => {
  test('where something is typed already, a number is missing or can’t be read', () => {
    for (const layout of ['pipe', 'tab', 'cell-per-line'] as const) assert.equal(shown(typing(layout, ['3', '1', '0', '0', '0', '2', '6 $0'], '')), undefined, layout);
    const perLine = typing('cell-per-line', ['3', '1', '0', '0', '0', '2', '6'], '').replace(/\n\t(?!\n)(.*)/g, '\n$1 |');
    for (const typed of ['\n6 $0\n', '\n6 |$0\n', '\n6 | $0\n']) assert.equal(shown(perLine.replace('\n6 |\n', typed)), undefined, typed);
    for (const values of [['3', '1', '0', '0', '0', '2', '6$0'], ['3', '', '0', '0', '0', '2', '$0'], ['3', '见附件', '0', '0', '0', '2', '$0'], ['3', '-1', '0', '0', '0', '2', '$0'], ['3', '1.5', '0', '0', '0', '2', '$0']]) {
      assert.equal(shown(typing('tab', values, '')), undefined, values.join(' '));
    }
  });

  test('in 表二, in text, in a header', () => {
    for (const source of ['二、主动公开政府信息情况\n\n行政规范性文件 | 2 | 1 | $0', '一、总体情况\n公开 1 2 $0', '$0', '三、收到和处理政府信息公开申请情况\n自然人 | $0']) assert.equal(shown(source), undefined, source);
  });
});
