/** What a cell of a table is read as. The text is folded and trimmed, as readers hand it over. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Quantity, type QuantityNote, readQuantity } from '../../server/src/text/quantity';

const number = (value: number, note?: QuantityNote): Quantity => (note ? { kind: 'number', value, note } : { kind: 'number', value });
const blank = (mark: string): Quantity => ({ kind: 'blank', mark });

const CASES: Readonly<Record<string, readonly (readonly [string, Quantity])[]>> = {
  'plain numbers': [
    ['0', number(0)],
    ['007', number(7)],
    ['175', number(175)],
    ['-18', number(-18)],
    ['+14', number(14)],
    ['24252.311082', number(24252.311082)],
    ['\\-18', number(-18)],
    ['24252\\.5', number(24252.5)],
    ['**12**', number(12)],
    ['*-3*', number(-3)],
    ['**251000元**', number(251000, 'unit')],
    ['**/**', blank('/')],
    ['**', { kind: 'text' }],
    ['*5', { kind: 'text' }],
    ['**5*', { kind: 'text' }],
    ['\\\\-18元', { kind: 'text' }],
  ],
  'numbers that are written otherwise': [
    ['1,234', number(1234, 'separator')],
    ['1,234,567.5', number(1234567.5, 'separator')],
    ['251000元', number(251000, 'unit')],
    ['3 件', number(3, 'unit')],
    ['12.5万元', number(12.5, 'unit')],
    ['减3', number(-3, 'sign-word')],
    ['增加 12', number(12, 'sign-word')],
    ['22(其中修订 16 件)', number(22, 'annotation')],
    ['〇', number(0, 'numeral')],
  ],
  'nothing, and marks for nothing': [
    ['', blank('')],
    ['/', blank('/')],
    ['-', blank('-')],
    ['——', blank('——')],
    ['无', blank('无')],
    ['N/A', blank('N/A')],
  ],
  'what is no number': [
    ['规章', { kind: 'text' }],
    ['1.属于国家秘密', { kind: 'text' }],
    ['12 3', { kind: 'text' }],
    ['1,23', { kind: 'text' }],
    ['1.2.3', { kind: 'text' }],
    ['O', { kind: 'text' }],
    ['--5', { kind: 'text' }],
    ['9'.repeat(16), { kind: 'text' }],
    ['9'.repeat(1000), { kind: 'text' }],
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    for (const [text, expected] of cases) test(JSON.stringify(text.slice(0, 40)), () => assert.deepEqual(readQuantity(text), expected));
  });
}

test('every count reads back as itself', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => assert.deepEqual(readQuantity(String(value)), number(value))));
});

test('no text makes it throw, and a number is always finite', () => {
  const text = fc.array(fc.constantFrom('0', '9', '.', ',', '-', '+', '(', ')', '件', '元', '减', '无', '/', ' ', 'e', '一'), { maxLength: 12 }).map((chars) => chars.join('').trim());
  fc.assert(
    fc.property(text, (raw) => {
      const read = readQuantity(raw);
      if (read.kind === 'number') assert.ok(Number.isFinite(read.value), raw);
    }),
    { numRuns: 500 },
  );
});
