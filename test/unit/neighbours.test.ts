/** Reports beside each other: whose they are, what is kept of them, and that nothing changes where nothing did. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, isUpToDate } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { rangesIn } from '../../server/src/cli/positions';
import { agencyKey, divisionLevel } from '../../server/src/model/report/agencyKey';
import { fingerprintOf, runsOf, shareIn } from '../../server/src/model/report/fingerprint';
import { type Beside, Neighbourhood } from '../../server/src/model/report/neighbours';
import { reportsOf } from '../../server/src/model/report/reports';
import { type ReportSummary, summariesOf, tableIn, valueIn } from '../../server/src/model/report/summary';
import type { ReportModel } from '../../server/src/model/types';
import { segment } from '../../server/src/syntax/segment';
import { type ReportOptions, reportText } from '../support/reports';

const modelOf = (text: string): ReportModel => reportsOf(segment(text), 'auto')[0]!.model;
const summaries = (file: string, text: string): ReportSummary[] => summariesOf(reportsOf(segment(text), 'auto'), file, rangesIn(text));

describe('the key of an agency', () => {
  const same = (...names: string[]): void => assert.equal(new Set(names.map(agencyKey)).size, 1, names.map((name) => `${name} → ${agencyKey(name)}`).join(', '));

  test('is the same however a year writes the name', () => {
    same('云溪县水利局', '云溪县　水 利局', '云溪县⽔利局', '云溪县水利局（本级）');
    same('云溪县人民政府', '云溪县', '云溪县政府', '云溪县人民政府（汇总）');
    same('平海综合实验区', '平海综合实验区管委会', '平海综合实验区管理委员会');
  });

  test('keeps a government, its office and its departments apart', () => {
    const keys = ['云溪县人民政府', '云溪县人民政府办公室', '云溪县水利局', '云溪县水利局执法大队', '临江市水利局'].map(agencyKey);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(agencyKey('云溪县人民政府办公室'), agencyKey('云溪县政府办公室'));
  });

  test('is missing where the name does not say which place it is', () => {
    for (const name of ['水利局', '县水利局', '市场监督管理局', '住房和城乡建设局', '城市管理局', '我县水利局', '本局']) assert.equal(agencyKey(name), undefined, name);
    for (const name of ['杞县水利局', '国家统计局', '云溪街道办事处', '广西壮族自治区水利厅']) assert.ok(agencyKey(name), name);
  });

  test('tells how large the division of a government is', () => {
    const levels = ['云溪县水利局', '太平镇人民政府', '云溪街道办事处', '云溪县人民政府', '临江市人民政府', '江北省人民政府', '北京市人民政府'].map((name) => divisionLevel(agencyKey(name)!));
    assert.deepEqual(levels, [0, 1, 1, 2, 3, 4, 4]);
  });
});

describe('the share of a text that stands in another', () => {
  const text = '一是水利工程建设信息公开不够及时，个别项目开工后一个月才公开；二是依申请公开答复说理不充分。';
  const share = (own: string, other: string): number => shareIn(runsOf(own), fingerprintOf(runsOf(other)));

  test('counts letters, not punctuation, line ends and digits', () => {
    assert.equal(share(text, text), 1);
    assert.equal(share(text, `2023年${text.replaceAll('，', ',\n').replaceAll('；', ' ; ')}12`), 1);
    assert.equal(share(text, '监测数据改为表格并提供下载，公开栏更新纳入月度检查，由各站站长负责，局办公室抽查。'), 0);
  });

  test('is that of the text, whatever else the other holds', () => {
    assert.equal(share(text, `${text}此外还有很多别的内容，与之无关，长短不限，均不影响所占比例。`), 1);
    const half = share(`${text}监测数据改为表格并提供下载，公开栏更新纳入月度检查，由各站站长负责抽查。`, text);
    assert.ok(half > 0.5 && half < 0.6, String(half));
  });

  test('is 0 for texts of a few letters', () => {
    assert.deepEqual([share('无', '无'), share('', text), share('不够及时', text)], [0, 0, 0]);
  });
});

describe('a summary', () => {
  const NUMBERS: Readonly<Record<string, string>> = { 'carriedOut naturalPerson': '4', 'carriedOut total': '4', 'normativeDocuments inForce': '18' };
  const cell: NonNullable<ReportOptions['cell']> = (row, column) => NUMBERS[`${row.id} ${column.id}`] ?? '0';

  test('holds the numbers and where they stand', () => {
    const text = `\n\n${reportText({ cell })}`;
    const [summary] = summaries('a.txt', text);
    assert.deepEqual([summary!.agency, summary!.agencyKey, summary!.fiscalYear], ['云溪县水利局', '云溪县水利局', 2024]);
    assert.equal(summary!.title.start.line, 2);
    const requests = tableIn(summary!, 'requests')!;
    assert.deepEqual(['naturalPerson', 'business', 'total'].map((column) => valueIn(requests, 'carriedOut', column)), [4, 0, 4]);
    assert.match(text.split('\n')[requests.rows['carriedOut']!.start.line]!, /^四、结转下年度继续办理/);
    assert.match(text.split('\n')[summary!.problems!.range.start.line]!, /^五、/);
  });

  test('is small, and keeps none of the text', () => {
    const [summary] = summaries('a.txt', reportText({ cell }));
    const json = JSON.stringify(summary);
    assert.ok(json.length < 5000, String(json.length));
    assert.doesNotMatch(json, /公开不够及时|平台建设/);
  });

  test('leaves out what the equations call wrong, what is no number, and rows left blank', () => {
    const odd: Readonly<Record<string, string>> = { 'received total': '7', 'carriedIn business': '若干', 'granted total': '-1', 'denied.stateSecret business': '' };
    const [summary] = summaries('a.txt', reportText({ cell: (row, column) => odd[`${row.id} ${column.id}`] ?? (row.id === 'carriedOut' ? '' : '0') }));
    const value = (row: string, column: string): number | undefined => valueIn(tableIn(summary!, 'requests')!, row, column);
    assert.equal(value('received', 'total'), undefined, 'a wrong total');
    assert.equal(value('carriedIn', 'business'), undefined, 'words');
    assert.equal(value('granted', 'total'), undefined, 'a negative count');
    assert.equal(value('carriedOut', 'total'), undefined, 'a blank row');
    assert.equal(value('denied.stateSecret', 'business'), 0, 'a blank among numbers');
  });

  test('is made of reports that say whose they are, and of which year', () => {
    assert.deepEqual(summaries('a.txt', reportText({ title: false })), []);
    assert.deepEqual(summaries('a.txt', reportText({ agency: '水利局' })), []);
    assert.deepEqual(summaries('a.txt', reportText().replace('2024年政府信息公开', '政府信息公开')), [], 'a year that is only mentioned');
    assert.deepEqual(summaries('a.txt', reportText({ year: 2016 })), [], 'of before the form');
    assert.equal(summaries('a.txt', `${reportText()}\n${reportText({ year: 2023 })}`).length, 2);
  });
});

describe('a neighbourhood', () => {
  const years = (beside: Beside | undefined): string[] | undefined => beside?.others.map(({ file, fiscalYear }) => `${file} ${fiscalYear}`);

  test('finds reports by agency, in the order of their files', () => {
    const neighbourhood = new Neighbourhood();
    for (const year of [2022, 2019, 2023]) neighbourhood.set(`x/${year}.txt`, summaries(`x/${year}.txt`, reportText({ year })));
    neighbourhood.set('x/other.txt', summaries('x/other.txt', reportText({ agency: '临江市水利局' })));
    assert.deepEqual(years(neighbourhood.beside(modelOf(reportText()), 'y/now.txt', 'agency')), ['x/2019.txt 2019', 'x/2022.txt 2022', 'x/2023.txt 2023']);
    assert.equal(neighbourhood.beside(modelOf(reportText({ title: false })), 'y/now.txt', 'agency'), undefined);
  });

  test('finds reports by folder, and not in folders below', () => {
    const neighbourhood = new Neighbourhood();
    for (const file of ['x/a.txt', 'x/y/b.txt', 'c.txt']) neighbourhood.set(file, summaries(file, reportText({ agency: '临江市水利局' })));
    const folder = (file: string): string[] => years(neighbourhood.beside(modelOf(reportText()), file, 'folder'))!;
    assert.deepEqual([folder('x/now.txt'), folder('x/y/now.txt'), folder('now.txt'), folder('z/now.txt')], [['x/a.txt 2024'], ['x/y/b.txt 2024'], ['c.txt 2024'], []]);
  });

  test('gives the same object until a report changes that is seen', () => {
    const neighbourhood = new Neighbourhood();
    const now = modelOf(reportText());
    const beside = (): Beside => neighbourhood.beside(now, 'now.txt', 'agency')!;
    const last = reportText({ year: 2023 });
    assert.equal(neighbourhood.set('last.txt', summaries('last.txt', last)), true);
    const first = beside();
    assert.equal(beside(), first);
    assert.equal(neighbourhood.set('last.txt', summaries('last.txt', last)), false, 'read again, and nothing new');
    assert.equal(neighbourhood.set('last.txt', summaries('last.txt', last.replace('网站运行平稳', '网站运行正常'))), false, 'what nobody looks at');
    assert.equal(neighbourhood.set('else.txt', summaries('else.txt', reportText({ agency: '临江市水利局' }))), true);
    assert.equal(neighbourhood.set('now.txt', summaries('now.txt', reportText())), true, 'its own summary');
    assert.equal(beside(), first);
    assert.equal(neighbourhood.set('last.txt', summaries('last.txt', `\n${last}`)), true, 'it stands elsewhere');
    assert.notEqual(beside(), first);
    assert.equal(neighbourhood.set('last.txt', []), true);
    assert.deepEqual(beside().others, []);
    assert.equal(neighbourhood.size, 2);
  });

  test('shows a report the other years of its own file', () => {
    const neighbourhood = new Neighbourhood();
    const volume = `${reportText()}\n${reportText({ year: 2023 })}`;
    neighbourhood.set('volume.txt', summaries('volume.txt', volume));
    const reports = reportsOf(segment(volume), 'auto').map(({ model }) => years(neighbourhood.beside(model, 'volume.txt', 'agency')));
    assert.deepEqual(reports, [['volume.txt 2023'], ['volume.txt 2024']]);
  });
});

test('what is said of a report holds until another one changes that it is held against', () => {
  const neighbourhood = new Neighbourhood();
  const vicinity = { file: 'now.txt', neighbourhood };
  const set = (file: string, text: string): boolean => neighbourhood.set(file, summaries(file, text));
  const analysis = analyse(reportText(), DEFAULT_SETTINGS, undefined, vicinity);
  assert.ok(isUpToDate(analysis, vicinity));
  set('x/other.txt', reportText({ agency: '临江市水利局', year: 2019 }));
  assert.ok(isUpToDate(analysis, vicinity), 'of another agency, in another folder');
  set('last.txt', reportText({ year: 2023 }));
  assert.ok(!isUpToDate(analysis, vicinity));
});
