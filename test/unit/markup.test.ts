/** What a report holds is shown as it is, whatever it would mean in Markdown. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escaped, markupOf } from '../../server/src/lsp/markup';

describe('hover lines', () => {
  const lines = [{ form: 'title', text: '表三 · *总计*' }, { form: 'text', text: '3 件' }, { form: 'item', text: '✓ 一 + 二' }, { form: 'item', text: '✗ 3 ≠ 4' }] as const;

  test('in Markdown: a title, paragraphs, a list', () => {
    assert.deepEqual(markupOf(lines, true), { kind: 'markdown', value: '**表三 · \\*总计\\***\n\n3 件\n\n- ✓ 一 \\+ 二\n- ✗ 3 ≠ 4' });
  });

  test('in plain text: the same, a line each', () => {
    assert.deepEqual(markupOf(lines, false), { kind: 'plaintext', value: '表三 · *总计*\n3 件\n✓ 一 + 二\n✗ 3 ≠ 4' });
  });

  test('a line stays one line', () => {
    assert.equal(markupOf([{ form: 'text', text: '一\r\n# 二\u2028三\t四' }], false).value, '一 # 二 三 四');
    assert.equal(escaped('一\n- 二'), '一 \\- 二');
  });

  test('a line is not turned around, and hides nothing', () => {
    assert.equal(markupOf([{ form: 'text', text: '一\u202e二\u200b' }], false).value, '一<U+202E>二<U+200B>');
  });
});

describe('escaping', () => {
  test('leaves no mark of Markdown or HTML as it is, and no word out', () => {
    const all = String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i));
    for (const text of [all, '[附件](command:workbench.action.quit)', '<script>alert(1)</script>', '![x](http://a/b.png)', '&nbsp;&#60;', '$(flame) https://example.com', '`a` **b** __c__ ~~d~~ | e | 1. f']) {
      const safe = escaped(text);
      assert.equal(safe.replace(/\\([!-/:-@[-`{-~])/g, '$1'), text.trim());
      assert.doesNotMatch(safe.replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~]/);
    }
  });
});
