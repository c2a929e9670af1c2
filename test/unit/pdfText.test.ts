/** Text that tools take out of PDF pages in their own order: what stands beside what is read, and what is torn apart is refused with one finding. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type TableId, tableSpec } from '../../server/src/editions';
import type { BoundTable } from '../../server/src/model/types';
import { tablesOf } from '../support/tables';

const table = (text: string, id: TableId = 'requests'): BoundTable => tablesOf(text).get(id)!;
const numbersOf = (bound: BoundTable, row: string): readonly (number | null)[] | undefined => bound.row(row)?.cells.map(({ value }) => value);
const found = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith('table/'));

const HEAD = '三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n商业企业\n总计\n';
const ROWS = tableSpec('requests', '2021').rows;
/** Numbers of the row at `index` that add up. */
const numbers = (index: number): number[] => [index, 0, 1, 0, 0, 2, index + 3];

describe('numbers before their labels and behind them', () => {
  /** A row a line or more: its label and its numbers in the order that `behind` says. */
  const rows = (behind: (index: number) => boolean): string[] => ROWS.map(({ title }, i) => (behind(i) ? [...numbers(i), title] : [title, ...numbers(i)]).join('\n'));

  test('where every row is whole, neighbours pair off in one way', () => {
    const bound = table(`${HEAD}${rows((i) => i < 5 || i % 3 === 0).join('\n')}\n`);
    ROWS.forEach(({ id }, i) => assert.deepEqual(numbersOf(bound, id), numbers(i), id));
  });

  test('where a label is lost between them, nobody can say whose they are: one finding', () => {
    const lost = rows((i) => i < 12).join('\n').replace(`${ROWS[7]!.title}\n`, '');
    assert.deepEqual(found(`${HEAD}${lost}\n`), ['table/unreadable']);
  });
});

test('a label around its numbers is put together past the name of its group', () => {
  const label = (own: string): string => `${HEAD}${ROWS[20]!.title} 0 0 0 0 0 0 0\n1.申请人无正当理由逾期不补正、行政\n机关不再处理其政府信息公开申请 0 0 0 0 0 0 0\n${own}3.其他 0 0 0 0 0 0 0\n`;
  const bound = table(label('（六）其 2.申请人逾期未按收费通知要求缴纳费\n他处理 用、行政机关不再处理其政府信息公开 4 0 0 0 0 0 4\n申请\n'));
  assert.deepEqual(numbersOf(bound, 'other.feeOverdue'), [4, 0, 0, 0, 0, 0, 4]);
});

test('a label around its numbers is put together where they stand beside a piece of its group’s label', () => {
  const text = `${HEAD}${ROWS[0]!.title}  3 0 0 0 0 0 3\n三、   （一）予以公开   1 0 0 0 0 0 1\n本年   （二）部分公开（区分处理的，只\n度办                         16 0 0 0 0 0 16\n     计这一情形，不计其他情形）\n理结\n            1.属于国家秘密       0 0 0 0 0 0 0\n果\n`;
  const bound = table(text);
  assert.deepEqual(numbersOf(bound, 'partiallyGranted'), [16, 0, 0, 0, 0, 0, 16]);
  assert.deepEqual(bound.unknown, []);
});

test('the same where the piece reads like a mark for nothing, and the label has four lines', () => {
  const text = `${HEAD}${ROWS[0]!.title}  3 0 0 0 0 0 3\n（四）\n          2.没有\n      无              1     0      0    0    0     0    1\n          现成信息需要另行制作\n      法提供\n（六 1.申请         0       0     0    0    0     168 168\n）其 人无正当理由逾期不补正、\n行政机关不再处理其政府信\n息公开申请\n`;
  const bound = table(text);
  assert.deepEqual(numbersOf(bound, 'unavailable.needsCreation'), [1, 0, 0, 0, 0, 0, 1]);
  assert.deepEqual(numbersOf(bound, 'other.correctionOverdue'), [0, 0, 0, 0, 0, 168, 168]);
});

describe('numbers of one row on two lines, its label on both', () => {
  const rows = ROWS.map(({ title }) => `${title.padEnd(40, '\u3000')}     4     0     0     0      0     0    4`);
  const page = (own: string): string => `${HEAD}${rows.map((row) => (row.startsWith('（二）') ? own : row)).join('\n')}\n`;
  const first = '（二）部分公开（区分处理的，只计这一情形，不 29';

  test('are read where columns show which of them the second line lacks', () => {
    const bound = table(page(`${first}\n${'计其他情形）'.padEnd(40, '\u3000')}           17     0     0     26     0   72`));
    assert.deepEqual(numbersOf(bound, 'partiallyGranted'), [29, 17, 0, 0, 26, 0, 72]);
    assert.deepEqual(bound.unknown, []);
  });

  test('are not read where nothing shows it, and told once', () => {
    const bound = table(page(`${first}\n计其他情形） 17 0 0 26 0 72`));
    assert.deepEqual(numbersOf(bound, 'partiallyGranted'), []);
    assert.deepEqual(found(page(`${first}\n计其他情形） 17 0 0 26 0 72`)).filter((rule) => rule !== 'table/balance'), ['table/column-count']);
  });
});

test('a label whose number stands in the line of its values, lower than its words, is put together', () => {
  const text = (own: string): string => `${HEAD}${ROWS[0]!.title}  3 0 0 0 0 0 3\n${own}`;
  const alone = table(text('（四）无法         没有现成信息需要另行制作\n  提供     2.                               0     4     0      0     0   0    4\n'));
  assert.deepEqual(numbersOf(alone, 'unavailable.needsCreation'), [0, 4, 0, 0, 0, 0, 4]);
  const behind = table(text('（六）其 申请  申请人逾期未按收费通知要求缴\n他处理 2.纳费用、行政机关不再处理其政府    0    5  0  0  0   0 5\n信息公开申请\n'));
  assert.deepEqual(numbersOf(behind, 'other.feeOverdue'), [0, 5, 0, 0, 0, 0, 5]);
  const other = table(text('（四）无法         没有现成信息需要另行制作\n  提供     3.                               0     4     0      0     0   0    4\n'));
  assert.equal(numbersOf(other, 'unavailable.needsCreation'), undefined);
});

test('a label that a number or its group’s label runs into is there all the same, and no other wording', () => {
  const rows = ROWS.map(({ title }) => `${title}     0  0  0  0  0  0  0`);
  const broken = rows.map((row) => (row.startsWith('4.无') ? '               不予处4.无正当理由大量反复申763 0                0   0    0       0  763\n               理     请' : row.startsWith('5.属于') ? '5.属于三类内部事务信息0          0      0   0    0       0  0' : row));
  assert.deepEqual([...new Set(found(`${HEAD}${broken.join('\n')}\n`))], ['table/column-count']);
});

test('a table whose head is torn and whose numbers stand elsewhere is not called missing', () => {
  const text = '云溪县水利局2024年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n结果 结果 其他 尚未 总计\n维持 纠正 结果 审结\n五、存在的主要问题及改进情况              22  22 19 29\n1.公开不够及时。\n';
  assert.deepEqual(found(text), ['table/unreadable']);
});

test('a row is not called missing whose label is there, in pieces too, without a number', () => {
  const rows = ROWS.map(({ title }, i) => `${title} ${numbers(i).join(' ')}`);
  const text = (own: string): string => `${HEAD}${rows.slice(0, 18).join('\n')}\n${own}${rows.slice(19).join('\n')}\n`;
  assert.equal(ROWS[18]!.id, 'notProcessed.excessive');
  assert.deepEqual(found(text('4.无正\n当理由大量反复申请\n')).filter((rule) => rule !== 'table/balance'), ['table/column-count']);
  assert.deepEqual(found(text('')).filter((rule) => rule !== 'table/balance'), ['table/missing-row']);
});

test('an ordinal that ran into the first number makes no number of both', () => {
  const rows = ROWS.map(({ title }, i) => `${title} ${numbers(i).join(' ')}`).join('\n');
  const text = (own: string): string => HEAD + rows.replace(/^5\.(属于三类内部事务信息) \d+/m, own);
  assert.deepEqual(numbersOf(table(text('$1 5.0')), 'denied.internalAffairs'), []);
  assert.deepEqual(numbersOf(table(text('$1 5')), 'denied.internalAffairs')?.[0], 5);
  assert.deepEqual(found(text('$1 5.0')).filter((rule) => rule !== 'table/balance'), ['table/column-count']);
});

test('numbers column by column, below several labels, are no rows', () => {
  const columns = [4, 0, 0, 23, 0, 101, 2, 0, 0, 0, 0, 0, 0, 12, 6, 136].join('\n');
  const bound = table(`${HEAD}${ROWS[0]!.title}\n${ROWS[1]!.title}\n${columns}\n${ROWS[2]!.title}\n3\n0\n0\n0\n0\n0\n3\n`);
  assert.equal(numbersOf(bound, 'received')?.length ?? 0, 0);
  assert.equal(numbersOf(bound, 'carriedIn')?.length ?? 0, 0);
});

describe('columns set by spaces', () => {
  const page = (...rows: string[]): string => `${HEAD}一、本年新收政府信息公开申请数量   465  6      56  53   39      895  1514\n二、上年结转政府信息公开申请数量   672  0      5   0    0       0    677\n${rows.join('\n')}\n`;

  test('a number that a long label runs into leaves no blank cell in its column: the row is not read', () => {
    const bound = table(page('（一）予以公开                     282  0      17  0    0       0    299', '3.危及“三安全一稳定”7             0      0   0    0       0    7', '1.属于国家秘密                     0    0      0   0    0       1    1'));
    assert.deepEqual(numbersOf(bound, 'denied.securityAndStability') ?? [], []);
  });

  test('twice as many numbers as columns on one line are numbers that narrow columns broke', () => {
    const bound = table(page('1.属于国家秘密                     0    0      0   0    0       1    1', '（七）总计    258473 6  480492 9  188059 8  421473 8  589857 8  337397 9  227575 58'));
    assert.deepEqual([numbersOf(bound, 'denied.stateSecret'), numbersOf(bound, 'processedTotal') ?? []], [[0, 0, 0, 0, 0, 1, 1], []]);
  });

  test('numbers beside the rest of a label, below a row that has all of its own, are the ends of these', () => {
    const bound = table(page('1.属于国家秘密                     0    0      0   0    0       1    1', '（二）部分公开（区分处理   122104  0      6      0      0      0       122105', '的，只计这一情形，不计其4 0', '他情形）'));
    assert.deepEqual([numbersOf(bound, 'denied.stateSecret'), numbersOf(bound, 'partiallyGranted') ?? []], [[0, 0, 0, 0, 0, 1, 1], []]);
  });

  test('a first number that its label runs into makes the row longer by one', () => {
    const bound = table(page('四、结转下年度继续办理0 1 602650 788612 0 8 139127', '1'));
    assert.deepEqual([numbersOf(bound, 'carriedIn'), numbersOf(bound, 'carriedOut') ?? []], [[672, 0, 5, 0, 0, 0, 677], []]);
  });

  test('a row of fewer columns than those above has no blank cell where these have a column', () => {
    const rows = ['行政许可              3             4            38', '其他对外管理服务事项        6             2             0', '行政处罚              0            27            29', '行政强制              0             1             2', '行政事业性收费          25                          10', '政府集中采购            7                          11'];
    const bound = table(`二、主动公开政府信息情况\n信息内容           上一年项目数量         本年增/减        处理决定数量\n${rows.join('\n')}\n`, 'proactiveDisclosure');
    assert.deepEqual([numbersOf(bound, 'fees'), numbersOf(bound, 'procurement')], [[25, 10], [7, 11]]);
  });

  test('numbers that stand below each other are not one row', () => {
    const staggered = ['（一）予以公开', '                                   21', '                                   714  0', '                                        0      0', '                                               0   0    0', '                                                   0    0       29   50', '                                                                0    714', '1.属于国家秘密                     0    0      0   0    0       1    1'];
    assert.equal(numbersOf(table(page(...staggered)), 'granted')?.length ?? 0, 0);
  });
});

test('a table all words of which are broken over lines beside each other is there, but not to be read', () => {
  const head = '行政复议 行政诉讼\n未经复议 复议后起诉\n结果维 结果纠 其他结 尚未审 总 直接起诉\n持 正 果 结 计 结果维 结果纠 其他结 尚未审 总\n';
  const text = (numbers: string): string => `四、政府信息公开行政复议、行政诉讼情况\n${head}${numbers}\n五、存在的主要问题及改进情况\n公开不够及时。\n`;
  assert.deepEqual(found(text('7\n28\n0\n35 1')), ['table/unreadable']);
  assert.deepEqual(numbersOf(table(text('7    28   0   0   35 1   0   0   0   1   0   0   9   0   9'), 'reviewAndLitigation'), 'litigationAfterReconsideration'), [0, 0, 9, 0, 9]);
});

test('sentences with numbers are no table', () => {
  assert.deepEqual(found('四、政府信息公开行政复议、行政诉讼情况\n2024年行政复议 3 件，其中结果维持 2 件；行政诉讼 0 件。\n五、存在的主要问题及改进情况\n公开不够及时。\n'), ['table/missing']);
});

test('a label that goes on in the lines beside its numbers is not told as cut; one that does not is', () => {
  const row = (label: string, rest: string): string => `${HEAD}（一）予以公开   465  6      56  53   39      895  1514\n${label}   0    0      0   8    0       0    8\n${rest}3.补正后申请内容仍不明确   0    0      0   0    0       1    1\n`;
  const told = (text: string): boolean => found(text).includes('table/row-label');
  assert.deepEqual([told(row('（四）无 2.其他法律行政法规', '法提供 禁止公开\n')), told(row('2.其他法律行政法规', ''))], [false, true]);
});

test('where the fonts of a page say wrong characters, punctuation among digits, no table is read: one finding', () => {
  const rows = ROWS.map(({ title }, i) => `${title.replace('（', 'ÿ').replace('）', 'Ā').replace('、', '1')} ${numbers(i).join(' ')}`).join('\n');
  const text = `云溪县水利局2024年政府信息公开工作年度报告\n${HEAD}${rows}\n`;
  assert.equal(table(text).unreadable, 'garbled');
  assert.deepEqual(analyse(text, DEFAULT_SETTINGS).diagnostics.map(({ rule }) => rule), ['report/mojibake']);
});

test('letters of other languages are no garbled text', () => {
  const text = '一、总体情况\n与姐妹城市Genève、Zürich、São Paulo交流，“ā á ǎ à”四声，Møller、Škoda各一件。\n';
  assert.ok(!analyse(text, DEFAULT_SETTINGS).diagnostics.some(({ rule }) => rule === 'report/mojibake'));
});
