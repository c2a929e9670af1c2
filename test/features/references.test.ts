import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { references } from '../../server/src/features/references';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { at, placed } from '../support/placed';
import { reportText } from '../support/reports';

const NUMBERS: Readonly<Record<string, string>> = {
  'granted business': '101',
  'granted total': '102',
  'processedTotal business': '103',
  'processedTotal total': '104',
  'received business': '105',
  'carriedIn business': '106',
  'carriedOut business': '107',
  'received total': '108',
};
const cell = (row: { readonly id: string }, column: { readonly id: string }): string => NUMBERS[`${row.id} ${column.id}`] ?? '0';

/** The numbers that refer to `number`. */
function referring(number: string, text: string, itself = false): string[] {
  const { analysis, offset } = placed(text.replace(number, `${number}$0`));
  return references(analysis, offset, itself).map((span) => at(analysis, span));
}

describe('references', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: of an addend, the totals that it is in`, () => {
      const text = reportText({ layout, cell });
      assert.deepEqual(referring('101', text), ['102', '103']);
      assert.deepEqual(referring('101', text, true), ['101', '102', '103']);
      assert.deepEqual(referring('102', text), ['104']);
    });
  }

  test('of a term of 一 + 二 =（七）+ 四, the other terms', () => {
    assert.deepEqual(referring('105', reportText({ cell })), ['108', '106', '103', '107']);
  });

  test('of anything else, none', () => {
    const { analysis, offset } = placed(reportText().replace('规章', '$0规章'));
    assert.deepEqual(references(analysis, offset, true), []);
  });
});
