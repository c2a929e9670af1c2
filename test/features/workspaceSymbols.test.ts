import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { type ReportSummary, summariesOf } from '../../server/src/model/report/summary';
import { reportText } from '../support/reports';

const TEXTS: Readonly<Record<string, string>> = {
  'a.ogi': reportText({ agency: '云溪县水利局', year: 2023 }),
  'b.ogi': reportText({ agency: '云溪县水利局', year: 2024, layout: 'tab' }),
  'c.ogi': reportText({ agency: '临江市林业局', year: 2024 }).replace(/五、[^]*(?=六、)/, ''),
};

function summed(files: Readonly<Record<string, string>>): ReportSummary[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const document = TextDocument.create(file, '', 0, text);
    return summariesOf(analyse(text, DEFAULT_SETTINGS).reports, file, ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) }));
  });
}

const found = (query: string, files = TEXTS): string[] => workspaceSymbols(summed(files), query).map(({ name, container, file }) => `${file} ${name}${container === '' ? '' : ` (${container})`}`);

test('without a query all reports, and nothing else', () => assert.deepEqual(found(' '), ['a.ogi 云溪县水利局 2023年', 'b.ogi 云溪县水利局 2024年', 'c.ogi 临江市林业局 2024年']));

test('by agency, by year, by both, with characters left out', () => {
  const reports = (query: string): string[] => found(query).filter((own) => !own.includes('('));
  assert.deepEqual(reports('水利局'), ['a.ogi 云溪县水利局 2023年', 'b.ogi 云溪县水利局 2024年']);
  assert.deepEqual(reports('2024'), ['b.ogi 云溪县水利局 2024年', 'c.ogi 临江市林业局 2024年']);
  assert.deepEqual(reports('2024 水利'), ['b.ogi 云溪县水利局 2024年']);
  assert.deepEqual(reports('云水2024'), ['b.ogi 云溪县水利局 2024年']);
  assert.deepEqual(reports('２０２３'), ['a.ogi 云溪县水利局 2023年']);
  assert.deepEqual(found('没有的局'), []);
});

test('sections of every report, with the report they are in; those that are missing are not there', () => {
  assert.deepEqual(found('五、存在的主要问题'), ['a.ogi 五、存在的主要问题及改进情况 (云溪县水利局 2023年)', 'b.ogi 五、存在的主要问题及改进情况 (云溪县水利局 2024年)']);
  assert.deepEqual(found('林业 复议'), ['c.ogi 四、政府信息公开行政复议、行政诉讼情况 (临江市林业局 2024年)']);
});

test('places are those of the title and of the headings, in every layout', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    const text = `\n\n${reportText({ layout, eol: '\r\n' })}`;
    const document = TextDocument.create('', '', 0, text);
    const symbols = workspaceSymbols(summed({ 'a.ogi': text }), '云溪');
    assert.equal(symbols.length, 1 + 6);
    for (const { name, range, kind } of symbols) assert.equal(document.getText(range), kind === 'report' ? '云溪县水利局2024年政府信息公开工作年度报告' : name);
  }
});
