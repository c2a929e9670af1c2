/** Numbers that a careful reader would ask about, and those that only look odd. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { EditionId } from '../../server/src/editions';
import { type WritableLayout, WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { tableFeeMagnitude } from '../../server/src/rules/table/fee-magnitude';
import { tableIssuedExceedsInForce } from '../../server/src/rules/table/issued-exceeds-in-force';
import { tableRulemakingPower } from '../../server/src/rules/table/rulemaking-power';
import { formOf } from '../support/layouts/form';
import { pandocSimple } from '../support/layouts/pandoc';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

interface Case {
  readonly agency?: string;
  readonly edition?: EditionId;
  /** `row.column` of table 二, and what stands there; every other cell is 0. */
  readonly cells: Readonly<Record<string, string>>;
}

function textOf({ agency = '云溪县水利局', edition = '2021', cells }: Case, layout: WritableLayout): string {
  const own = new Map(Object.entries(cells));
  return reportText({ agency, edition, layout, year: edition === '2019' ? 2020 : 2024, cell: (row, column) => own.get(`${row.id}.${column.id}`) ?? '0' });
}

/** What `rule` marks, in every layout the same. */
function found(rule: { readonly id: string }, own: Case): string[] {
  const [first, ...others] = WRITABLE_LAYOUTS.map((layout) => {
    const text = textOf(own, layout);
    const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS);
    assert.deepEqual(failedRules, []);
    return diagnostics.filter((diagnostic) => diagnostic.rule === rule.id).map(({ span }) => text.slice(span.start, span.end));
  });
  for (const other of others) assert.deepEqual(other, first);
  return first!;
}

const named = (cells: Case['cells'], agency = '', edition = ''): string => `${agency} ${edition} ${Object.entries(cells).map(([cell, value]) => `${cell} ${value}`).join(', ')}`.trim();

const RULES_6 = { 'rules.inForce': '6' };
const POWERLESS = [
  '青山镇人民政府', '云溪县青山乡人民政府', '沿河街道办事处', '城东街道', '云溪县人民政府', '云溪县水利局', '云溪县人民政府办公室', '北山区人民政府', '临江市北山区教育局', '江南市北山区人民政府沿河街道办事处',
  '宽城满族自治县人民政府', '科左中旗人民政府', '民意乡', '云溪县公安局', '云溪县疾病预防控制中心',
];
const MAY_MAKE = [
  '临江市人民政府', '临江市水利局', '江南省人民政府', '江南省水利厅', '广西壮族自治区人民政府', '内蒙古自治区林业局', '上海市浦东新区人民政府', '临江综合实验区', '临江经济技术开发区管委会', '国家乡村振兴局',
  '镇江市人民政府', '景德镇市财政局', '大理白族自治州人民政府', '临江市城区管理局', '临江市乡村振兴局',
];
for (const agency of POWERLESS) test(`table/rulemaking-power: ${agency}`, () => assert.deepEqual(found(tableRulemakingPower, { agency, cells: RULES_6 }), ['6']));
for (const agency of MAY_MAKE) test(`table/rulemaking-power is silent: ${agency}`, () => assert.deepEqual(found(tableRulemakingPower, { agency, cells: RULES_6 }), []));
test('table/rulemaking-power: none, blanks and marks are no rules', () => {
  for (const value of ['0', '/', '无']) assert.deepEqual(found(tableRulemakingPower, { agency: '青山镇人民政府', cells: { 'rules.inForce': value } }), []);
  assert.deepEqual(found(tableRulemakingPower, { agency: '青山镇人民政府', edition: '2019', cells: { 'rules.newlyMade': '3', 'rules.totalDisclosed': '5' } }), ['3']);
});

const documents = (issued: string, repealed: string, inForce: string, row = 'normativeDocuments'): Case['cells'] => ({ [`${row}.issued`]: issued, [`${row}.repealed`]: repealed, [`${row}.inForce`]: inForce });
const disclosed = (made: string, newly: string, total: string): Case => ({ edition: '2019', cells: { 'normativeDocuments.newlyMade': made, 'normativeDocuments.newlyDisclosed': newly, 'normativeDocuments.totalDisclosed': total } });
const TOO_MANY: readonly (readonly [Case, string])[] = [
  [{ cells: documents('9', '0', '5') }, '5'], [{ cells: documents('9', '2', '5') }, '5'], [{ cells: documents('2', '0', '0') }, '0'], [{ cells: documents('4', '4', '3') }, '3'],
  [{ cells: documents('10', '8', '9') }, '9'], [{ cells: documents('1', '0', '0') }, '0'], [{ cells: documents('88', '55', '69') }, '69'], [{ cells: documents('100', '1', '99') }, '99'],
  [{ cells: documents('3', '0', '2', 'rules') }, '2'], [{ agency: '临江市人民政府', cells: documents('5', '1', '3', 'rules') }, '3'], [{ cells: documents('6', '6', '5') }, '5'],
  [disclosed('0', '5', '3'), '3'], [disclosed('9', '9', '0'), '0'], [disclosed('2', '12', '11'), '11'], [disclosed('0', '1', '0'), '0'],
];
const RIGHT: readonly Case[] = [
  { cells: documents('8', '26', '66') }, { cells: documents('0', '0', '0') }, { cells: documents('5', '0', '5') }, { cells: documents('5', '5', '5') }, { cells: documents('0', '12', '0') }, { cells: documents('0', '0', '6') },
  { cells: documents('1', '0', '11', 'rules') }, { cells: documents('3', '9', '3') }, { cells: documents('69', '3', '665') }, { cells: documents('2', '', '') }, { cells: documents('2', '0', '/') }, { cells: documents('-2', '0', '-3') },
  disclosed('9', '9', '60'), disclosed('87', '0', '0'), disclosed('0', '0', '0'), disclosed('6', '6', '6'),
];
for (const [own, mark] of TOO_MANY) test(`table/issued-exceeds-in-force: ${named(own.cells, own.agency, own.edition)}`, () => assert.deepEqual(found(tableIssuedExceedsInForce, own), [mark]));
for (const own of RIGHT) test(`table/issued-exceeds-in-force is silent: ${named(own.cells, own.agency, own.edition)}`, () => {
  // Text without separators can't hold blanks: there the row has other values.
  const layouts = WRITABLE_LAYOUTS.filter((layout) => layout !== 'flow' || !Object.values(own.cells).includes(''));
  for (const layout of layouts) assert.deepEqual(analyse(textOf(own, layout), DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === tableIssuedExceedsInForce.id), []);
});

const fee = (amount: string): Case['cells'] => ({ 'fees.amount': amount });
const MUCH: readonly Case[] = [
  ...['25100', '1000', '251000', '3200.00', '98765.43'].map((amount) => ({ agency: '青山镇人民政府', cells: fee(amount) })),
  ...['1500', '60000'].map((amount) => ({ agency: '沿河街道办事处', cells: fee(amount) })),
  ...['251000', '73802895.90', '5600000'].map((amount) => ({ agency: '云溪县人民政府', cells: fee(amount) })),
  ...['250000', '8800000'].map((amount) => ({ agency: '云溪县水利局', cells: fee(amount) })),
  ...['960000000', '5000000'].map((amount) => ({ agency: '临江市人民政府', cells: fee(amount) })),
  { agency: '江南省人民政府', cells: fee('123456789.12') },
];
const PLAUSIBLE: readonly Case[] = [
  ...['0', '2.51', '999.99', '45.6', '0.0380'].map((amount) => ({ agency: '青山镇人民政府', cells: fee(amount) })),
  ...['96171.6', '7730.28', '12345.6789', '60000'].map((amount) => ({ agency: '云溪县人民政府', cells: fee(amount) })),
  ...['24252.311082', '150000', '4068.208'].map((amount) => ({ agency: '临江市自然资源局', cells: fee(amount) })),
  { agency: '江南省人民政府', cells: fee('3000000') }, { agency: '青山镇人民政府', cells: fee('/') }, { agency: '青山镇人民政府', cells: fee('251000元') }, { agency: '青山镇人民政府', cells: fee('增25100') }, { agency: '沿河街道', cells: fee('0') },
];
for (const own of MUCH) test(`table/fee-magnitude: ${named(own.cells, own.agency)}`, () => assert.deepEqual(found(tableFeeMagnitude, own), Object.values(own.cells)));
for (const own of PLAUSIBLE) test(`table/fee-magnitude is silent: ${named(own.cells, own.agency)}`, () => assert.deepEqual(found(tableFeeMagnitude, own), []));

test('an amount in 元 is converted exactly, by a person’s click', () => {
  for (const [amount, converted] of [['25100', '2.51'], ['73802895.90', '7380.28959'], ['5000', '0.5']] as const) {
    const text = textOf({ agency: '青山镇人民政府', cells: fee(amount) }, 'pipe');
    const [finding] = analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === tableFeeMagnitude.id);
    const [fix] = finding!.fixes;
    assert.equal(fix!.safety, 'suggested');
    assert.equal(fix!.preferred, false);
    assert.equal(applyEdits(text, fix!.edits), text.replace(`| ${amount} |`, `| ${converted} |`));
  }
});

test('an amount that would be too wide for its column is not written there', () => {
  const fixes = (amount: string): number[] => {
    const text = reportText({ agency: '青山镇人民政府', table: (spec) => pandocSimple.render(formOf(spec, (row) => (row.id === 'fees' ? amount : '0')), new Random(1)) });
    return analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === tableFeeMagnitude.id).map(({ fixes: own }) => own.length);
  };
  assert.deepEqual([fixes('25100'), fixes('1001')], [[1], [0]]);
});

test('cells with the same words are told once, with their number; few of them by themselves', () => {
  const told = (filled: number): readonly (readonly [message: string, places: number])[] => {
    let left = filled;
    const text = reportText({ cell: (row, column) => (row.id.startsWith('denied.') && column.id === 'research' && left-- > 0 ? '#N/A' : '0') });
    return analyse(text, DEFAULT_SETTINGS).diagnostics.flatMap(({ rule, message, finding }) => (rule === 'table/not-a-number' ? [[message, finding.repeats?.length ?? 0] as const] : []));
  };
  assert.equal(told(3).length, 3);
  const [[message, places], ...others] = told(8) as readonly [readonly [string, number], ...(readonly (readonly [string, number])[])];
  assert.deepEqual([places, others], [7, []]);
  assert.match(message, /有 8 个单元格填的是“#N\/A”，应填数字：（三）1\.属于国家秘密·科研机构、/);
});
