/** Which number is wrong: one mistake gives one fault, and a fault names a cell only where no other explanation is as short. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EditionId, TableId } from '../../server/src/editions';
import { crossFoot, type Fault } from '../../server/src/model/crossfoot';
import { someRows, wholeTable } from '../../server/src/rules/tableExamples';
import { tablesOf } from '../support/tables';

/** A complete 表三 that cross-foots: 20 requests, 3 of them of companies. */
const HOLDS = {
  received: '18 | 4 | 0 | 0 | 0 | 0 | 22',
  carriedIn: '2 | 0 | 0 | 0 | 0 | 0 | 2',
  granted: '10 | 3 | 0 | 0 | 0 | 0 | 13',
  'denied.deliberative': '1 | 0 | 0 | 0 | 0 | 0 | 1',
  'unavailable.notHeld': '6 | 0 | 0 | 0 | 0 | 0 | 6',
  processedTotal: '17 | 3 | 0 | 0 | 0 | 0 | 20',
  carriedOut: '3 | 1 | 0 | 0 | 0 | 0 | 4',
};

/** `unavailable.notHeld naturalPerson = 6`, ways separated by `or`; `resultTotal: naturalPerson total` where no cell is to blame. */
function told(fault: Fault): string {
  if (fault.kind === 'equations') return `${fault.equations[0]!.equation.id}: ${fault.equations.map(({ at }) => at).join(' ')}`;
  return fault.ways.map((way) => way.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} = ${expected}`).join(', ')).join(' or ');
}

function faultsOf(text: string, id: TableId = 'requests'): string[] {
  return crossFoot(tablesOf(text).get(id)!).faults.map(told);
}

const faults = (change: Readonly<Record<string, string>>, edition: EditionId = '2021'): string[] => faultsOf(wholeTable('requests', { ...HOLDS, ...change }, edition));

describe('certain', () => {
  test('nothing where every equation holds', () => {
    assert.deepEqual(faults({}), []);
  });

  test('a result, by its row and its column', () => {
    assert.deepEqual(faults({ 'unavailable.notHeld': '7 | 0 | 0 | 0 | 0 | 0 | 6' }), ['unavailable.notHeld naturalPerson = 6']);
  });

  test('a total of a row that is also an addend of the column of totals', () => {
    assert.deepEqual(faults({ granted: '10 | 3 | 0 | 0 | 0 | 0 | 31' }), ['granted total = 13']);
  });

  test('（七）, by three equations', () => {
    assert.deepEqual(faults({ processedTotal: '71 | 3 | 0 | 0 | 0 | 0 | 20' }), ['processedTotal naturalPerson = 17']);
  });

  test('a number and its total, both wrong by the same, are one mistake', () => {
    assert.deepEqual(faults({ processedTotal: '15 | 3 | 0 | 0 | 0 | 0 | 18' }), ['processedTotal naturalPerson = 17, processedTotal total = 20']);
  });

  test('two numbers in different rows and columns are two', () => {
    const found = faults({ granted: '10 | 5 | 0 | 0 | 0 | 0 | 13', 'unavailable.notHeld': '9 | 0 | 0 | 0 | 0 | 0 | 6' });
    assert.deepEqual(found.sort(), ['granted business = 3', 'unavailable.notHeld naturalPerson = 6']);
  });

  test('two numbers of one column are two', () => {
    const found = faults({ granted: '12 | 3 | 0 | 0 | 0 | 0 | 13', 'unavailable.notHeld': '9 | 0 | 0 | 0 | 0 | 0 | 6' });
    assert.deepEqual(found.sort(), ['granted naturalPerson = 10', 'unavailable.notHeld naturalPerson = 6']);
  });
});

describe('uncertain', () => {
  test('an equation that fails in a column and in 总计 alike is one fault', () => {
    // Seen in a real report: the results add up to more than （七）, which itself agrees with 一, 二 and 四.
    assert.deepEqual(faults({ granted: '12 | 3 | 0 | 0 | 0 | 0 | 15' }), ['resultTotal: naturalPerson total']);
  });

  test('equal differences that fit crosswise: both ways are told, in one fault', () => {
    assert.deepEqual(faults({ granted: '12 | 3 | 0 | 0 | 0 | 0 | 13', 'unavailable.notHeld': '6 | 2 | 0 | 0 | 0 | 0 | 6' }), [
      'granted naturalPerson = 10, unavailable.notHeld business = 0 or granted business = 1, unavailable.notHeld naturalPerson = 4',
    ]);
  });

  test('表四 has one equation a row, so only the equation is told', () => {
    assert.deepEqual(faultsOf(wholeTable('reviewAndLitigation', { reconsideration: '2 | 0 | 1 | 0 | 4' }), 'reviewAndLitigation'), ['remedyTotal: reconsideration']);
  });

  test('more mistakes than can be untangled are told by their equations', () => {
    const rows = ['granted', 'denied.stateSecret', 'denied.otherLaw', 'unavailable.notHeld', 'other.other'];
    const found = faults(Object.fromEntries(rows.map((row, i) => [row, `${i + 1} | 0 | 0 | 0 | 0 | 0 | ${i + 40}`])));
    assert.ok(found.every((fault) => fault.includes(': ')), found.join('\n'));
    assert.equal(found.filter((fault) => fault.startsWith('resultTotal')).length, 1);
  });
});

describe('not assessable', () => {
  test('a row with too many values stays out of its columns', () => {
    const surplus = wholeTable('requests', { ...HOLDS, processedTotal: '1 | 1 | 0 | 0 | 0 | 0 | 2' }).replace('（七）总计 |', '（七）总计 | 0 |');
    assert.deepEqual(faultsOf(surplus), []);
  });

  test('words and negative numbers take no part', () => {
    assert.deepEqual(faults({ granted: '见附件 | 3 | 0 | 0 | 0 | 0 | 13' }), []);
    assert.deepEqual(faults({ granted: '-10 | 3 | 0 | 0 | 0 | 0 | 13' }), []);
  });

  test('a blank counts as 0', () => {
    assert.deepEqual(faults({ granted: '10 | 3 |  | / | - | 无 | 13' }), []);
    assert.deepEqual(faults({ granted: ' | 3 | 0 | 0 | 0 | 0 | 13' }), ['granted naturalPerson = 10']);
  });

  test('a total that was left out is not a wrong one, and its sum is known', () => {
    const table = tablesOf(wholeTable('requests', { ...HOLDS, granted: '10 | 3 | 0 | 0 | 0 | 0 | ' })).get('requests')!;
    const { faults: found, omitted } = crossFoot(table);
    assert.deepEqual(found, []);
    assert.deepEqual(omitted.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} = ${expected}`), ['granted total = 13']);
  });

  test('only the rows that are there are checked', () => {
    assert.deepEqual(faultsOf(someRows('requests', { granted: '1 | 0 | 0 | 0 | 0 | 0 | 1' })), []);
    assert.deepEqual(faultsOf(someRows('requests', { granted: '1 | 0 | 0 | 0 | 0 | 0 | 2' })), ['rowTotal: granted']);
  });
});

test('a table that is being filled in: where one side has nothing but blanks, nothing is wrong yet', () => {
  const blank = '/ | / | / | / | / | / | /';
  const rest = { received: blank, processedTotal: blank, carriedOut: blank };
  assert.deepEqual(faultsOf(wholeTable('requests', { ...rest, carriedIn: '2 | 0 | 0 | 0 | 0 | 0 | 2' })), []);
  assert.notDeepEqual(faultsOf(wholeTable('requests', { ...rest, carriedIn: '2 | 0 | 0 | 0 | 0 | 0 | 2', carriedOut: '1 | / | / | / | / | / | 1' })), []);
});
