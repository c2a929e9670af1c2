/** Which number is wrong: one mistake gives one fault, and a fault names a cell only where no other explanation is as short. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EditionId, TableId } from '../../server/src/editions';
import { crossFoot, type Fault } from '../../server/src/model/crossfoot/crossfoot';
import { MAX_TRIALS, smallestWays } from '../../server/src/model/crossfoot/repair';
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
  return fault.ways.map(({ changes }) => changes.map(({ cell, expected }) => `${cell.row.id} ${cell.column.id} = ${expected}`).join(', ')).join(' or ');
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

/** The kinds of slips that are recognised, in the order of the faults and their ways. */
function slipsOf(change: Readonly<Record<string, string>>): string[] {
  const table = tablesOf(wholeTable('requests', { ...BUSY, ...change })).get('requests')!;
  return crossFoot(table).faults.flatMap((fault) => (fault.kind === 'equations' ? ['equations'] : fault.ways.map(({ slip }) => `${fault.certain ? '' : 'perhaps '}${slip === undefined ? 'a number' : slip.kind === 'exchanged' ? `${slip.what} exchanged` : slip.kind}`)));
}

/** A year with numbers that can be told apart. */
const BUSY = {
  received: '165 | 24 | 0 | 0 | 6 | 0 | 195',
  carriedIn: '12 | 0 | 0 | 0 | 0 | 0 | 12',
  granted: '117 | 14 | 0 | 0 | 5 | 0 | 136',
  partiallyGranted: '31 | 7 | 0 | 0 | 0 | 0 | 38',
  'unavailable.notHeld': '20 | 0 | 0 | 0 | 1 | 0 | 21',
  processedTotal: '168 | 21 | 0 | 0 | 6 | 0 | 195',
  carriedOut: '9 | 3 | 0 | 0 | 0 | 0 | 12',
};

describe('slips', () => {
  const CASES: readonly (readonly [what: string, change: Readonly<Record<string, string>>, slips: readonly string[]])[] = [
    ['digits transposed: 171 for 117', { granted: '171 | 14 | 0 | 0 | 5 | 0 | 136' }, ['transposed']],
    ['a digit lost: 17 for 117', { granted: '17 | 14 | 0 | 0 | 5 | 0 | 136' }, ['digit-lost']],
    ['a digit twice: 1117 for 117', { granted: '1117 | 14 | 0 | 0 | 5 | 0 | 136' }, ['digit-extra']],
    ['the number of the next column', { partiallyGranted: '31 | 31 | 0 | 0 | 0 | 0 | 38' }, ['copied']],
    ['the number of the row above', { partiallyGranted: '117 | 7 | 0 | 0 | 0 | 0 | 38' }, ['copied']],
    ['another number', { partiallyGranted: '39 | 7 | 0 | 0 | 0 | 0 | 38' }, ['a number']],
    ['a number in the column beside its own', { partiallyGranted: '31 | 0 | 7 | 0 | 0 | 0 | 38' }, ['cells exchanged']],
    ['numbers in each other’s rows', { granted: '31 | 14 | 0 | 0 | 5 | 0 | 136', partiallyGranted: '117 | 7 | 0 | 0 | 0 | 0 | 38' }, ['perhaps cells exchanged', 'perhaps a number']],
    ['two rows in each other’s places', { processedTotal: BUSY.carriedOut, carriedOut: BUSY.processedTotal }, ['rows exchanged']],
  ];
  for (const [what, change, slips] of CASES) {
    test(what, () => assert.deepEqual(slipsOf(change), slips));
  }

  test('of several ways, the one with a slip is told first', () => {
    const table = tablesOf(wholeTable('reviewAndLitigation', { reconsideration: '117 | 3 | 0 | 0 | 210' })).get('reviewAndLitigation')!;
    const [fault] = crossFoot(table).faults;
    assert.deepEqual(fault?.kind === 'cells' && fault.ways.map(({ changes, slip }) => `${changes[0]!.cell.column.id} = ${changes[0]!.expected} ${slip?.kind}`), ['total = 120 transposed', 'corrected = 93 digit-lost']);
  });
});

describe('work', () => {
  test('however broken a table is, the search ends soon', () => {
    let most = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const numbers = (row: number): string => Array.from({ length: 7 }, (_, column) => (seed * (row + 3) * (column + 5)) % (seed < 30 ? 3 : 997)).join(' | ');
      const rows = ['received', 'carriedIn', 'granted', 'denied.stateSecret', 'unavailable.notHeld', 'processedTotal', 'carriedOut'].slice(0, 1 + (seed % 7));
      const table = tablesOf(wholeTable('requests', { ...BUSY, ...Object.fromEntries(rows.map((row, i) => [row, numbers(i)])) })).get('requests')!;
      most = Math.max(most, smallestWays(crossFoot(table).equations).trials);
    }
    assert.ok(most > 0 && most <= MAX_TRIALS + 1, `${most} trials`);
  });
});
