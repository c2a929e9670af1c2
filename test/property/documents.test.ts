/** Whatever an editor sends, text and record of the change stay right. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { difference } from '../../server/src/lsp/changes';
import { OpenDocument } from '../../server/src/lsp/documents';

const TEXT = fc.string({ unit: fc.constantFrom('一', '、', 'a', '\n', '\r', '\r\n', '\ud83d', '\ude00', '　'), maxLength: 40 });
/** Positions beyond the text on purpose, and now and then backwards. */
const POSITION = fc.record({ line: fc.integer({ min: 0, max: 12 }), character: fc.integer({ min: 0, max: 12 }) });
const CHANGE = fc.oneof(
  { weight: 5, arbitrary: fc.record({ range: fc.record({ start: POSITION, end: POSITION }), text: TEXT }) },
  { weight: 1, arbitrary: fc.record({ text: TEXT }) },
);
const NOTIFICATIONS = fc.array(fc.array(CHANGE, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe('an open document', () => {
  test('the recorded change turns the old text into the new one, over any number of notifications', () => {
    let replaced = 0;
    fc.assert(
      fc.property(TEXT, NOTIFICATIONS, (before, notifications) => {
        const document = new OpenDocument('untitled:1', 'ogi-report', 1, before);
        notifications.forEach((changes, i) => document.update(changes, i + 2));
        const change = document.takeChange()!;
        const after = document.text;
        assert.equal(before.slice(0, change.start) + after.slice(change.start, change.newEnd) + before.slice(change.oldEnd), after);
        assert.ok(change.start <= change.oldEnd && change.oldEnd <= before.length);
        assert.equal(document.version, notifications.length + 1);
        assert.equal(document.takeChange(), undefined);
        if (change.start > 0 || change.oldEnd < before.length) replaced++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(replaced > 500, 'not every change may cover the whole text');
  });

  test('its lines are those of the same text opened afresh', () => {
    fc.assert(
      fc.property(TEXT, NOTIFICATIONS, (before, notifications) => {
        const document = new OpenDocument('untitled:1', 'ogi-report', 1, before);
        for (const changes of notifications) document.update(changes, 2);
        const fresh = new OpenDocument('untitled:1', 'ogi-report', 1, document.text);
        for (let offset = 0; offset <= document.text.length; offset++) assert.deepEqual(document.lines.positionAt(offset), fresh.lines.positionAt(offset));
      }),
      { numRuns: 2000 },
    );
  });

  test('a malformed change is refused, and those before it are kept', () => {
    const document = new OpenDocument('untitled:1', 'ogi-report', 1, '一二三');
    const position = { line: 0, character: 1 };
    const nonsense = { line: 0, character: Number.NaN };
    assert.throws(() => document.update([{ range: { start: position, end: position }, text: 'x' }, { range: { start: nonsense, end: nonsense }, text: 'y' }], 2), TypeError);
    assert.equal(document.text, '一x二三');
    assert.deepEqual(document.takeChange(), { start: 1, oldEnd: 1, newEnd: 2 });
  });
});

test('the difference of two texts leaves out what stays at both ends', () => {
  assert.deepEqual(difference('一二三四', '一五三四'), { start: 1, oldEnd: 2, newEnd: 2 });
  assert.deepEqual(difference('一一', '一一一'), { start: 2, oldEnd: 2, newEnd: 3 });
  assert.deepEqual(difference('一', '一'), { start: 1, oldEnd: 1, newEnd: 1 });
});
