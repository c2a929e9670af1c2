/** What the language status says about a report. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { balanceLine, editionLine, limitsLine, reportLine, waitingLine } from '../../client/src/statusText';
import type { ReportStatus, StatusParams, TableStatus } from '../../server/src/protocol';

/** `vscode.l10n.t` without a bundle. */
const t = (message: string, ...args: (string | number)[]): string => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const tables = (requests: TableStatus['state'], failing = 0): TableStatus[] => [
  { id: 'proactiveDisclosure', state: 'balanced', failing: 0 },
  { id: 'requests', state: requests, failing },
  { id: 'reviewAndLitigation', state: 'balanced', failing: 0 },
];
const report: ReportStatus = { title: '云溪县科技局2024年政府信息公开工作年度报告', agency: '云溪县科技局', fiscalYear: 2024, edition: '2021', editionReason: 'year', tables: tables('balanced') };
const status = (...reports: ReportStatus[]): StatusParams => ({ uri: 'file:///a.ogi', reports, findings: 0, shown: 0, failedRules: [], tooLong: false });

describe('report', () => {
  test('agency and year, else the title', () => {
    assert.equal(reportLine(status(report), t).text, '云溪县科技局 2024');
    assert.equal(reportLine(status({ edition: '2021', editionReason: 'default', tables: [], title: '年度报告' }), t).text, '年度报告');
    assert.equal(reportLine(status({ edition: '2021', editionReason: 'default', tables: [] }), t).text, 'Report without a title');
  });

  test('several reports are counted and named', () => {
    assert.deepEqual(reportLine(status(report, { ...report, fiscalYear: 2023 }), t), { text: '2 reports', detail: '云溪县科技局 2024, 云溪县科技局 2023' });
  });

  test('none', () => assert.equal(reportLine(status(), t).text, 'No report found'));
});

describe('edition', () => {
  test('with the reason', () => {
    assert.deepEqual(editionLine(status(report), t), { text: 'Form of 2021', detail: 'used for 2024' });
    assert.deepEqual(editionLine(status({ ...report, editionReason: 'setting' }), t), { text: 'Form of 2021', detail: 'chosen in the settings' });
  });

  test('earlier reports are recognised, not checked', () => {
    const early = status({ ...report, edition: 'pre2019', tables: [] });
    assert.deepEqual(editionLine(early, t), { text: 'No national form', detail: 'recognised, not checked against a form' });
    assert.deepEqual(balanceLine(early, t), { text: 'Tables are not checked' });
  });
});

describe('balance', () => {
  test('all tables add up', () => {
    assert.deepEqual(balanceLine(status(report), t), { text: 'Table 2 ✓ · Table 3 ✓ · Table 4 ✓', detail: '', warning: false });
  });

  test('the table that does not add up is named', () => {
    const line = balanceLine(status({ ...report, tables: tables('unbalanced', 3) }), t);
    assert.deepEqual(line, { text: 'Table 2 ✓ · Table 3 ✗ · Table 4 ✓', detail: 'Table 3: wrong sums: 3', warning: true });
  });

  test('a table without numbers does not add up', () => {
    const line = balanceLine(status({ ...report, tables: tables('blank') }), t);
    assert.deepEqual(line, { text: 'Table 2 ✓ · Table 3 ○ · Table 4 ✓', detail: 'Table 3: no numbers yet', warning: true });
  });

  test('of several reports, those that add up are counted', () => {
    const line = balanceLine(status(report, { ...report, fiscalYear: 2023, tables: tables('missing') }), t);
    assert.deepEqual(line, { text: '1 of 2 reports add up', detail: '云溪县科技局 2023', warning: true });
  });
});

describe('limits', () => {
  test('nothing to say', () => assert.equal(limitsLine(status(report), [], t), undefined));

  test('more problems than shown', () => {
    assert.deepEqual(limitsLine({ ...status(report), findings: 1200, shown: 1000 }, [], t), { text: '1000 of 1200 problems shown', warning: true });
  });

  test('rules and parts of the server that failed are named, and none hides the other', () => {
    const line = limitsLine({ ...status(report), findings: 2, shown: 1, failedRules: ['table/balance'] }, ['hover', 'foldingRange'], t);
    assert.deepEqual(line, { text: 'Rules that failed: 1; Parts of the server that failed: 2; 1 of 2 problems shown', detail: 'table/balance; hover, foldingRange', warning: true });
  });

  test('a document too long to be checked', () => {
    assert.deepEqual(limitsLine({ ...status(), tooLong: true }, [], t), { text: 'Not checked: longer than 20 million characters', warning: true });
  });

  test('parts that failed before anything was found out', () => {
    assert.deepEqual(limitsLine(undefined, ['diagnostic'], t), { text: 'Parts of the server that failed: 1', detail: 'diagnostic', warning: true });
  });
});

describe('before anything is known', () => {
  test('it is being checked, or says why not', () => {
    assert.deepEqual(waitingLine(false, ['hover'], t), { text: 'Checking…' });
    assert.deepEqual(waitingLine(false, ['hover', 'diagnostic'], t), { text: 'Not checked: the check failed', warning: true });
    assert.deepEqual(waitingLine(true, ['diagnostic'], t), { text: 'Not checked: the language server is not running', warning: true });
  });
});
