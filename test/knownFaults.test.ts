/** Faults that are known to be in the real reports beside the project; where the folder is not there they are skipped. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { rangesIn } from '../server/src/cli/positions';
import { Neighbourhood } from '../server/src/model/report/neighbours';
import { reportsOf } from '../server/src/model/report/reports';
import { summariesOf } from '../server/src/model/report/summary';
import { segment } from '../server/src/syntax/segment';

const FOLDER = resolve(__dirname, '../../shared/reports/real');
const skip = !existsSync(FOLDER) && `the real reports are not here (${FOLDER})`;

/** The copies of a report; those that only hold its text as one line leave too little of its tables. */
const copies = (number: string, { flattened }: { readonly flattened: boolean }): string[] =>
  skip ? [] : readdirSync(FOLDER).filter((name) => name.startsWith(number) && (flattened || !name.includes('flattened'))).sort();

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

interface Known {
  readonly number: string;
  readonly what: string;
  readonly rule: string;
  /** What the finding's message says. */
  readonly says: RegExp;
  readonly flattened: boolean;
}

const KNOWN: readonly Known[] = [
  { number: '011', what: '（七） is 20, its results are 26', rule: 'table/result-total', says: /“（七）总计·自然人”填 20，各办理结果相加为 26/, flattened: false },
  { number: '011', what: 'the parts of 2602 are 2603', rule: 'report/prose-sum', says: /2602.*2603/, flattened: true },
  { number: '018', what: 'the parts of 425 are 421', rule: 'report/prose-sum', says: /425.*421/, flattened: true },
  { number: '022', what: 'the parts of 2599 are 2533', rule: 'report/prose-sum', says: /2599.*2533/, flattened: true },
  { number: '013', what: 'the heading says 行政法复议', rule: 'section/title-wording', says: /行政法复议.*多了“法”/, flattened: true },
];

for (const { number, what, rule, says, flattened } of KNOWN) {
  describe(`${number}: ${what}`, { skip }, () => {
    for (const name of copies(number, { flattened })) {
      test(name, () => {
        const found = analyse(textOf(name), DEFAULT_SETTINGS).diagnostics.filter((own) => own.rule === rule);
        assert.deepEqual(found.map(({ message }) => says.test(message)), [true], found.map(({ message }) => message).join('\n'));
      });
    }
  });
}

describe('现行有效 from year to year', { skip }, () => {
  const [last, own] = ['012', '013'].map((number) => copies(number, { flattened: false }).find((name) => name.includes('tsv'))!) as [string, string];
  const found = (text: string): string[] => {
    const neighbourhood = new Neighbourhood();
    neighbourhood.set(last, summariesOf(reportsOf(segment(textOf(last)), 'auto'), last, rangesIn(textOf(last))));
    return analyse(text, DEFAULT_SETTINGS, undefined, { file: own, neighbourhood }).diagnostics.filter(({ rule }) => rule === 'workspace/in-force').map(({ message }) => message);
  };

  /** This copy has lost its title, by which reports of one agency are found. */
  const titled = (): string => `平潭综合实验区2022年政府信息公开工作年度报告\n${textOf(own)}`;

  test('665 + 88 − 55 = 698: nothing is said', () => assert.deepEqual(found(titled()), []));

  test('any other number is asked for', () => {
    const text = titled().replace('\t88\t55\t698', '\t88\t55\t689');
    assert.notEqual(text, titled());
    const [message, ...others] = found(text);
    assert.deepEqual(others, []);
    for (const number of ['665', '88', '55', '698', '689']) assert.ok(message?.includes(number), message);
  });
});
