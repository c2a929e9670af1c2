/** The bounded edit distance, against the textbook one without a bound. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../server/src/text/distance';

/** Optimal string alignment by its recurrence; slow and obvious. */
function distance(a: string, b: string): number {
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return Math.min(
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      swapped ? between(i - 2, j - 2) + 1 : Infinity,
    );
  };
  return between(a.length, b.length);
}

test('one character inserted, removed, replaced or swapped is a distance of one', () => {
  assert.equal(editDistance('总体情况', '总体情况', 2), 0);
  assert.equal(editDistance('总体情况', '总体的情况', 2), 1);
  assert.equal(editDistance('总体情况', '总体况', 2), 1);
  assert.equal(editDistance('总体情况', '总休情况', 2), 1);
  assert.equal(editDistance('总体情况', '总体况情', 2), 1);
});

test('what is further than the limit is told as one more', () => {
  assert.equal(editDistance('总体情况', '其他事项', 2), 3);
  assert.equal(editDistance('', '总体情况', 2), 3);
  assert.equal(editDistance('总', '体', 0), 1);
});

const label = fc.array(fc.constantFrom('总', '体', '情', '况'), { maxLength: 5 }).map((chars) => chars.join(''));

test('agrees with the textbook distance up to every limit, and is symmetric', () => {
  fc.assert(
    fc.property(label, label, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
      assert.equal(editDistance(a, b, limit), Math.min(distance(a, b), limit + 1));
      assert.equal(editDistance(b, a, limit), editDistance(a, b, limit));
    }),
    { numRuns: 500 },
  );
});
