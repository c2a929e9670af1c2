/** The table of radicals against Unicode: what Node's own data says, and the table it was made from where that is at hand. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRadicals, FIRST_RADICAL, LAST_RADICAL, radicalAt, type RadicalClass } from '../../server/src/text/radicals';

/** Where a simplified text means another character than Unicode's compatibility mapping gives. */
const SIMPLIFIED = new Map([
  ...'戶户見见貝贝車车長长門门韋韦頁页風风飛飞馬马魚鱼鳥鸟鹵卤麥麦黃黄黽黾齊齐齒齿龍龙龜龟靑青鬥斗'.matchAll(/(.)(.)/gu),
].map(([, traditional, simplified]) => [traditional!, simplified!]));

const radicals = [...allRadicals()].map(([code, radical]) => ({ code, char: String.fromCharCode(code), ...radical }));
const isKangxi = ({ code }: { readonly code: number }): boolean => code >= 0x2f00 && code <= 0x2fd5;

test('every radical of Unicode is in the table, and nothing else', () => {
  for (let code = 0x2e00; code <= 0x2fff; code++) {
    assert.equal(radicalAt(code) !== undefined, /\p{Radical}/u.test(String.fromCharCode(code)), `U+${code.toString(16)}`);
  }
  assert.ok(radicals.every(({ code }) => code >= FIRST_RADICAL && code <= LAST_RADICAL));
  assert.equal(radicals.filter(isKangxi).length, 214);
  assert.equal(radicals.length - 214, 115);
});

test('a Kangxi radical becomes its compatibility mapping, or the simplified form of it', () => {
  for (const { char, target } of radicals.filter(isKangxi)) {
    const mapped = char.normalize('NFKC');
    assert.equal(target, SIMPLIFIED.get(mapped) ?? mapped, char);
  }
});

test('only 户 is a safe replacement that differs from the compatibility mapping', () => {
  const different = radicals.filter((radical) => isKangxi(radical) && radical.class === 'same' && radical.target !== radical.char.normalize('NFKC'));
  assert.deepEqual(different.map(({ char, target }) => `${char}${target}`), ['⼾户']);
});

test('the supplement’s own mappings agree', () => {
  const mapped = radicals.filter((radical) => !isKangxi(radical) && radical.char.normalize('NFKC') !== radical.char);
  assert.deepEqual(mapped.map(({ char, target }) => `${char}${target}`), ['⺟母', '⻳龟']);
  for (const { char, target } of mapped) assert.equal(target, char.normalize('NFKC'));
});

test('what PDF copies of simplified text hold is replaced safely', () => {
  for (const [radical, target] of ['⼾户', '⻔门', '⻓长', '⺠民', '⼯工', '⾏行', '⼀一', '⽹网', '⻅见', '⻋车']) {
    assert.deepEqual(radicalAt(radical!.charCodeAt(0)), { class: 'same', target }, radical);
  }
});

test('a target is one UTF-16 unit and no radical itself', () => {
  for (const { char, target, class: kind } of radicals) {
    if (target === undefined) assert.equal(kind, 'component', char);
    else {
      assert.equal(target.length, 1, char);
      assert.equal(radicalAt(target.charCodeAt(0)), undefined, char);
    }
  }
});

const SOURCE = join(__dirname, '../../../shared/format/glyph-map.tsv');
const CLASSES: Readonly<Record<string, RadicalClass>> = { A: 'same', B: 'same', C: 'traditional', D: 'component', E: 'shape' };

test('the table equals its source', { skip: existsSync(SOURCE) ? false : 'glyph-map.tsv is not beside the repository' }, () => {
  const [header, ...rows] = readFileSync(SOURCE, 'utf8').trimEnd().split(/\r?\n/).map((line) => line.split('\t'));
  const column = (name: string): number => header!.indexOf(name);
  const expected = rows.map((row) => {
    const target = row[column('simplified_choice')]!;
    return [row[column('radical')], CLASSES[row[column('class')]!], target.length === 1 ? target : undefined];
  });
  assert.deepEqual(radicals.map(({ char, class: kind, target }) => [char, kind, target]).sort(), expected.sort());
});
