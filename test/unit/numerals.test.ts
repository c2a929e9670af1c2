import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNumeral, writeNumeral } from '../../server/src/text/numerals';

test('every numeral that is written is read', () => {
  for (let value = 0; value < 20_000; value++) assert.equal(readNumeral(writeNumeral(value)), value);
  for (const value of [100_000, 1_000_001, 20_500_030, 99_999_999]) assert.equal(readNumeral(writeNumeral(value)), value);
});

test('as people write them', () => {
  const written: readonly (readonly [string, number])[] = [['零', 0], ['〇', 0], ['○', 0], ['两', 2], ['十', 10], ['十二', 12], ['三十五', 35], ['一百零二', 102], ['两千六百零二', 2602], ['一万零三十', 10_030]];
  for (const [text, value] of written) assert.equal(readNumeral(text), value, text);
  assert.equal(writeNumeral(35), '三十五');
  assert.equal(writeNumeral(2602), '二千六百零二');
  assert.equal(writeNumeral(110_000), '十一万');
});

test('what is not written by the rules is no number', () => {
  for (const text of ['', '三五', '二〇二四', '百', '一百十二', '三百五', '一万二', '零五', '一十二', '万', '三万万']) assert.equal(readNumeral(text), undefined, text);
});
