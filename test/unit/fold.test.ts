/** Folding keeps every offset: whatever goes in comes out as long as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, foldInScript, matchKey } from '../../server/src/text/fold';

test('every UTF-16 unit folds to one unit, and folding again changes nothing', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const folded = fold(String.fromCharCode(code));
    assert.equal(folded.length, 1, `U+${code.toString(16)}`);
    assert.equal(fold(folded), folded, `U+${code.toString(16)}`);
  }
});

test('any string folds to the same length, unit by unit', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('⼾', '０', '（', '\u00a0', '\u3000', '\u200b', '公', '開', '\ud840', '😀', '\n'),
  );
  const text = fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
  // A failure prints its seed.
  fc.assert(
    fc.property(text, (raw) => {
      const folded = fold(raw);
      assert.equal(folded.length, raw.length);
      assert.equal(folded, raw.split('').map(fold).join(''));
    }),
    { numRuns: 500 },
  );
});

test('texts longer than the window fold like short ones', () => {
  for (const length of [4095, 4096, 4097, 8192, 10_000]) {
    for (const prefix of ['', '公开', '０']) {
      const raw = prefix + '⼾（'.repeat(length / 2);
      assert.equal(fold(raw), prefix.replace('０', '0') + '户('.repeat(length / 2), `${length}`);
    }
  }
});

test('widths, spaces, radicals and traditional forms are unified', () => {
  assert.equal(fold('（１２．５％）'), '(12.5%)');
  assert.equal(fold('\u3000\u00a0\u2003\u200b\u200e\ufeff\u2028a'), '       a');
  assert.equal(fold('⼾⻔⻓⺠⾏'), '户门长民行');
  assert.equal(fold('規範開'), '规范开');
  assert.equal(fold('中華人民共和國政府信息公開工作年度報告格式'), '中华人民共和国政府信息公开工作年度报告格式');
  assert.equal(fold('依申請公開、平臺建設、監督保障，雲溪縣張家鎮'), '依申请公开、平台建设、监督保障,云溪县张家镇');
  assert.equal(fold('“一”—、。'), '"一"—、。');
});

test('a name as it is shown keeps its script', () => assert.equal(foldInScript('雲溪縣⼯業局（籌）'), '雲溪縣工業局(籌)'));

test('line ends stay', () => assert.equal(fold('a\r\nb\nc\rd'), 'a\r\nb\nc\rd'));

test('a key holds letters, ideographs and digits only', () => {
  assert.equal(matchKey('（三） 不 予\u3000公开：１.'), '三不予公开1');
  assert.equal(matchKey('、。 \u200b'), '');
});
