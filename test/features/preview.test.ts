import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import { rangesIn } from '../../server/src/cli/positions';
import { type Preview, previewOf } from '../../server/src/features/preview';
import { Neighbourhood } from '../../server/src/model/report/neighbours';
import { reportsOf } from '../../server/src/model/report/reports';
import { summariesOf } from '../../server/src/model/report/summary';
import { segment } from '../../server/src/syntax/segment';
import { reportText } from '../support/reports';

interface Options {
  readonly offset?: number;
  readonly settings?: Partial<Settings>;
  /** Other files, by path. */
  readonly beside?: Readonly<Record<string, string>>;
}

function preview(text: string, { offset = 0, settings = {}, beside = {} }: Options = {}): Preview {
  const neighbourhood = new Neighbourhood();
  for (const [file, other] of Object.entries(beside)) neighbourhood.set(file, summariesOf(reportsOf(segment(other), 'auto'), file, rangesIn(other)));
  const found = previewOf(analyse(text, { ...DEFAULT_SETTINGS, ...settings }, undefined, { file: 'own.ogi', neighbourhood }), offset);
  assert.ok(found);
  return found;
}

describe('a report as a person sees it', () => {
  test('title, year, form, six sections with their text and three tables', () => {
    const text = reportText();
    const { title, agency, fiscalYear, edition, index, count, span, sections } = preview(text);
    assert.deepEqual([title, agency, fiscalYear, edition.id, index, count], ['云溪县水利局2024年政府信息公开工作年度报告', '云溪县水利局', 2024, '2021', 1, 1]);
    assert.deepEqual(span, { start: 0, end: text.length });
    assert.deepEqual(sections.map(({ ordinal, title: own }) => `${ordinal} ${own.slice(0, 4)}`), ['1 总体情况', '2 主动公开', '3 收到和处', '4 政府信息', '5 存在的主', '6 其他需要']);
    assert.deepEqual(sections.map(({ table }) => table?.id), [undefined, 'proactiveDisclosure', 'requests', 'reviewAndLitigation', undefined, undefined]);
    assert.deepEqual(sections.map(({ lines }) => lines.length), [3, 0, 0, 0, 5, 1]);
    for (const { span: own, lines } of sections) {
      assert.match(text.slice(own!.start, own!.end), /^[一二三四五六]、/);
      for (const line of lines) assert.equal(text.slice(line.span.start, line.span.end), line.text);
    }
  });

  test('a section that is missing, and its finding; the findings of a section are with it', () => {
    const text = reportText().replace('六、其他需要报告的事项\n\n本年度未收取信息处理费。\n', '').replace('网站运行', '⽹站运行');
    const { sections } = preview(text);
    assert.deepEqual(sections.map(({ span }) => span !== undefined), [true, true, true, true, true, false]);
    assert.ok(sections.flatMap(({ findings }) => findings).some(({ message }) => message.includes('其他需要报告的事项')));
    assert.deepEqual(sections[0]!.findings.map(({ severity, span }) => [severity, text.slice(span.start, span.end)]), [['warning', '⽹']]);
    assert.equal(sections[0]!.lines[2]!.text, '（二）平台建设情况。网站运行平稳。');
  });

  test('digits that run together are the table’s, and no line of text', () => {
    const glued = '行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计100010000000000';
    const [section] = preview(`四、政府信息公开行政复议、行政诉讼情况 ${glued}\n以上均已办结。\n`).sections.filter(({ id }) => id === 'reviewAndLitigation');
    assert.deepEqual(section!.lines.map(({ text }) => text), ['以上均已办结。']);
    assert.deepEqual(section!.table!.body.flat().map(({ text }) => text).slice(0, 5), ['1', '0', '0', '0', '1']);
  });

  test('a section that is there twice is shown twice, its table once', () => {
    const text = reportText().replace('四、政府信息公开行政', '三、收到和处理政府信息公开申请情况\n再写一次。\n四、政府信息公开行政');
    const { sections } = preview(text);
    assert.deepEqual(sections.map(({ ordinal, table }) => `${ordinal}${table ? ' table' : ''}`), ['1', '2 table', '3 table', '3', '4 table', '5', '6']);
    assert.deepEqual(sections[3]!.lines.map((line) => line.text), ['再写一次。']);
  });

  test('of a volume, the report at the place asked for', () => {
    const first = reportText();
    const text = first + reportText({ agency: '云溪县林业局' });
    assert.deepEqual([preview(text).agency, preview(text, { offset: first.length + 50 }).agency], ['云溪县水利局', '云溪县林业局']);
    const second = preview(text, { offset: text.length });
    assert.deepEqual([second.index, second.count, second.span.start], [2, 2, first.length]);
    assert.ok(second.sections[2]!.table!.body.flat().every(({ span }) => !span || span.start > first.length));
  });

  test('of a report of before 2019, its text; of no report, nothing', () => {
    const earlier = preview('云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n全年公开12条。\n');
    assert.deepEqual([earlier.edition.id, earlier.sections.length], ['pre2019', 0]);
    assert.deepEqual(earlier.front.lines.map(({ text }) => text), ['一、概述', '全年公开12条。']);
    assert.equal(previewOf(analyse('随便写点什么。\n', DEFAULT_SETTINGS), 0), undefined);
    assert.equal(previewOf(analyse('', DEFAULT_SETTINGS), 0), undefined);
  });

  test('of very long texts, as much as can be read', () => {
    const text = reportText().replace('网站运行平稳。', `${'网站运行平稳。\n'.repeat(3000)}${'长'.repeat(50_000)}`);
    const { lines, cut } = preview(text).sections[0]!;
    assert.deepEqual([lines.length, cut], [400, true]);
    assert.ok(lines.every((line) => line.text.length <= 4000));
  });
});

describe('beside last year', () => {
  const cell = (numbers: Readonly<Record<string, string>>) => (row: { readonly id: string }, column: { readonly id: string }): string => numbers[`${row.id}/${column.id}`] ?? '0';
  const same = { 'received/naturalPerson': '8', 'received/total': '8', 'processedTotal/naturalPerson': '8', 'processedTotal/total': '8', 'granted/naturalPerson': '8', 'granted/total': '8' };
  const own = reportText({ cell: cell({ ...same, 'normativeDocuments/inForce': '7' }) });
  const figures = ({ comparison }: Preview): string[] => comparison!.figures.filter(({ now, before }) => now !== 0 || before !== 0).map(({ name, unit, now, before }) => `${name} ${now} ${before} ${unit}`);

  test('the main figures, from whatever file the other report is in', () => {
    const { comparison } = preview(own, { beside: { '往年/甲.txt': reportText({ year: 2023, cell: cell({ 'normativeDocuments/inForce': '5' }) }) } });
    assert.deepEqual([comparison!.agency, comparison!.fiscalYear, comparison!.file, comparison!.further], ['云溪县水利局', 2023, '往年/甲.txt', 0]);
    const found = figures(preview(own, { beside: { 'a.ogi': reportText({ year: 2023, cell: cell({ 'normativeDocuments/inForce': '5' }) }) } }));
    assert.deepEqual(found, ['行政规范性文件·现行有效件数 7 5 件', '本年新收申请 8 0 件', '予以公开 8 0 件', '办理结果总计 8 0 件']);
  });

  test('the forms of 2019 and 2021: requests and remedies, and not what they count differently', () => {
    const { comparison } = preview(reportText({ year: 2021 }), { beside: { 'a.ogi': reportText({ year: 2020, edition: '2019' }) } });
    assert.deepEqual(new Set(comparison!.figures.map(({ table }) => table)), new Set(['requests', 'reviewAndLitigation']));
    assert.deepEqual(comparison!.figures.find(({ name }) => name === '其他处理'), { table: 'requests', name: '其他处理', unit: '件', now: 0, before: 0 });
  });

  test('a number that its own table calls wrong is left out', () => {
    const doubtful = reportText({ cell: cell({ ...same, 'granted/total': '9' }) });
    const { comparison } = preview(doubtful, { beside: { 'a.ogi': reportText({ year: 2023 }) } });
    assert.equal(comparison!.figures.find(({ name }) => name === '予以公开')!.now, undefined);
  });

  test('nothing where there is no such report, none of its tables, or reports are not compared', () => {
    assert.equal(preview(reportText({ table: () => '略。\n' }), { beside: { 'a.ogi': reportText({ year: 2023 }) } }).comparison, undefined);
    assert.equal(preview(own).comparison, undefined);
    assert.equal(preview(own, { beside: { 'a.ogi': reportText({ year: 2022 }) } }).comparison, undefined);
    assert.equal(preview(own, { beside: { 'a.ogi': reportText({ year: 2023, agency: '云溪县林业局' }) } }).comparison, undefined);
    assert.equal(preview(own, { beside: { 'a.ogi': reportText({ year: 2023 }) }, settings: { compareReports: false } }).comparison, undefined);
  });

  test('two files of one year: the first is shown, and that there is another', () => {
    const { comparison } = preview(own, { beside: { 'a.ogi': reportText({ year: 2023 }), 'b.ogi': reportText({ year: 2023 }) } });
    assert.deepEqual([comparison!.file, comparison!.further], ['a.ogi', 1]);
  });
});
