/** Laws of the safe fixes for odd characters, on random texts in every layout: no cell is read otherwise, no number changes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits, fixAll } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { rowsOf } from '../../server/src/syntax/rows';
import { segment } from '../../server/src/syntax/segment';
import { fold, matchKey } from '../../server/src/text/fold';
import { MOST_OF_A_KIND } from '../../server/src/text/glyphs';

const analysisOf = (text: string): ReturnType<typeof analyse> => analyse(text, DEFAULT_SETTINGS);
const fix = (text: string, rule: string): string => fixAll(analysisOf(text), (diagnostic) => diagnostic.rule === rule);

/** Everything the layout readers see: per row its layout, and its cells as keys and quantities. */
function reading(text: string): unknown {
  return segment(text).sections.map(({ syntax }) =>
    rowsOf(syntax).map(({ layout, cells }) => [layout, ...cells.map((cell) => [matchKey(cell.text), cell.quantity])]),
  );
}

/** The numbers that the layout readers see, in order. */
function numbersRead(text: string): number[] {
  const cells = segment(text).sections.flatMap(({ syntax }) => rowsOf(syntax).flatMap((row) => row.cells));
  return cells.flatMap(({ quantity }) => (quantity.kind === 'number' ? [quantity.value] : []));
}

const digits = (text: string): string[] => fold(text).match(/\d+/g) ?? [];

const HEADINGS = ['三、收到和处理政府信息公开申请情况', '二、主动公开政府信息情况', '五、存在的主要问题及改进情况'];
const WORDS = ['规章', '自然人', '1.属于国家秘密', '0', '12', '3.5', '-4', '１２', '/', '本年度共受理申请。', '（一）予以公开', '商业　企业', '2024 年'];
const SPACES = ['\u00a0', '\u3000', '\u3000\u3000', ' ', '\u2002', ' \u00a0 '];
const ODD = ['\u200b', '\ufeff', '\u200e', '\u00ad', '\f', '\u2028', '\v', '\u0000', '\u0007', '\u{e0041}'];
const SEPARATORS = ['\t', '|', ' | ', '\n', '\r\n', '\n\n', '\n\t', '|\n', '<p>', '</p>'];

const textOf = (...parts: readonly string[][]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', ...HEADINGS), fc.array(fc.oneof(...parts.map((part) => fc.constantFrom(...part))), { minLength: 4, maxLength: 40 }))
    .map(([heading, pieces]) => `${heading}\n${pieces.join('')}`);

/** A label and its numbers, with what may stand between columns. */
const ROW = fc
  .tuple(
    fc.constantFrom('规章', '行政许可', '自然人', '（一）予以公开'),
    fc.array(fc.tuple(fc.stringMatching(/^[ \u200b\ufeff\u200e\u00ad\f\v]{1,3}$/), fc.constantFrom('0', '12', '3.5', '-4', '/')), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('', ' ', '\u200b', '\f'),
  )
  .map(([label, columns, end]) => label + columns.flat().join('') + end);

const RUNS = { numRuns: 150 };

describe('clearing padding', () => {
  test('changes no cell that is read', () => {
    let changed = 0;
    fc.assert(
      fc.property(textOf(WORDS, SPACES, SEPARATORS), (text) => {
        const after = fix(text, 'glyph/padding');
        if (after !== text) changed++;
        assert.deepEqual(reading(after), reading(text), JSON.stringify(after));
        assert.equal(fix(after, 'glyph/padding'), after);
      }),
      RUNS,
    );
    assert.ok(changed > 50, `only ${changed} texts had padding`);
  });

  test('takes nothing but wide spaces away', () => {
    const bare = (text: string): string => text.replace(/[ \u00a0\u2002\u3000]/g, '');
    const ordinary = (text: string): number => text.split(' ').length;
    fc.assert(
      fc.property(textOf(WORDS, SPACES, ['\t', '\n', '|']), (text) => {
        const after = fix(text, 'glyph/padding');
        assert.equal(bare(after), bare(text));
        // Beside bars that are read as blanks they are replaced by ordinary ones.
        assert.ok(ordinary(after) >= ordinary(text));
      }),
      RUNS,
    );
  });

  test('leaves columns that only wide spaces separate, paragraph indents and spaces between words', () => {
    for (const text of ['规章　0　0　0\n行政规范性文件　2　1　6\n', '　　2024\u00a0年，全年收到申请\u00a012\u00a0件。\n', '联系人　张某　电话　12345\n', '五、存在的主要问题及改进情况\n无　六、其他需要报告的事项\n无\n']) {
      assert.equal(fix(text, 'glyph/padding'), text);
      assert.deepEqual(analysisOf(text).diagnostics.filter(({ rule }) => rule === 'glyph/padding'), []);
    }
  });

  test('keeps the columns of a ruled table aligned', () => {
    const text = '| 规章　 | \u00a00 |\n|--------|----|\n| 其他   | 1  |\n';
    assert.equal(fix(text, 'glyph/padding'), '| 规章   |  0 |\n|--------|----|\n| 其他   | 1  |\n');
    // Bars that OCR left between some cells are read as blanks.
    assert.equal(fix('\n规章\u00a0|规章\n0\u00a0\u00a012|\n', 'glyph/padding'), '\n规章 |规章\n0\u00a0\u00a012|\n');
  });
});

for (const rule of ['glyph/invisible', 'glyph/control']) {
  test(`${rule}: the safe fix joins no digits`, () => {
    fc.assert(
      fc.property(textOf(WORDS, ODD, ['\t', '|', '\n', ' ']), (text) => {
        const after = fix(text, rule);
        assert.deepEqual(digits(after), digits(text), JSON.stringify(after));
        assert.equal(fix(after, rule), after);
      }),
      RUNS,
    );
  });

  test(`${rule}: the safe fix joins no columns`, () => {
    fc.assert(
      fc.property(fc.array(ROW, { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.join('\n');
        assert.deepEqual(numbersRead(fix(text, rule)), numbersRead(text));
      }),
      RUNS,
    );
  });
}

test('no tag is made where none was', () => {
  for (const tag of ['<\u00adtd>', '<t\u200bd>', '</\u00adtd>', '</td\u0007>', '<td\u0085colspan="2">', '<td col\u00adspan="2">', '<td\n\u200bcolspan="2">', '<!\u00ad-- -->']) {
    const text = `三、收到和处理政府信息公开申请情况\n<table><tr><td>规章${tag}</td><td>0</td></tr></table>\n申请\u200b人与<总\u200b计>\n`;
    const after = fixAll(analysisOf(text));
    assert.equal(after, text.replaceAll('申请\u200b', '申请').replaceAll('总\u200b', '总'), JSON.stringify(text));
    assert.ok(analysisOf(after).diagnostics.some(({ rule }) => rule === 'glyph/invisible' || rule === 'glyph/control'), JSON.stringify(text));
  }
});

test('fix-all leaves none of what it can repair, whatever the text', () => {
  const radicals = ['⾏', '⼯', '⻔', '⼾', '\uf967', '\ufffd', '\ue000', '\ud800', '⾒', '⺮'];
  fc.assert(
    fc.property(textOf(WORDS, ODD, SPACES, SEPARATORS, radicals), (text) => {
      const { failedRules } = analysisOf(text);
      assert.deepEqual(failedRules, []);
      const after = fixAll(analysisOf(text), ({ rule }) => rule.startsWith('glyph/'));
      assert.deepEqual(digits(after), digits(text));
      const left = analysisOf(after).diagnostics.filter(({ rule, fixes }) => rule.startsWith('glyph/') && fixes.some(({ safety }) => safety === 'safe'));
      assert.deepEqual(left.map(({ rule, message }) => `${rule} ${message}`), []);
    }),
    RUNS,
  );
});

test('a character that is odd everywhere in a long line is found and fixed in time', () => {
  for (const unit of ['\u0000a', '\u200b1', '\t\u00a0', '\u00a0', '１', '1．', '⼀a', '\ufffd', '\ud800', '\uf967', '銆', 'é']) {
    const started = performance.now();
    const analysis = analysisOf(unit.repeat(100_000));
    assert.deepEqual(analysis.failedRules, []);
    assert.ok(performance.now() - started < 5000, JSON.stringify(unit));
  }
});

test('more than are counted are told as at least so many, and all are mended', () => {
  const text = '⼯'.repeat(MOST_OF_A_KIND + 2);
  for (const [locale, words] of [['zh-CN', `至少 ${MOST_OF_A_KIND} 个`], ['en', `at least ${MOST_OF_A_KIND} radicals`]] as const) {
    const analysis = analyse(text, { ...DEFAULT_SETTINGS, locale });
    assert.ok(analysis.diagnostics.some(({ rule, message }) => rule === 'glyph/radical' && message.includes(words)));
    assert.equal(fixAll(analysis), '工'.repeat(text.length));
  }
  const padded = analyse(`${'\u3000'.repeat(MOST_OF_A_KIND + 2)}|`, DEFAULT_SETTINGS);
  assert.ok(padded.diagnostics.some(({ rule, message }) => rule === 'glyph/padding' && message.includes(`至少 ${MOST_OF_A_KIND} 个全角空格`)));
});

test('what may change a number is never the fix of a single keystroke, and says so', () => {
  for (const odd of ['\u200b', '\u0000']) {
    const [finding] = analysisOf(`一、总体情况\n收到申请 1${odd}2 件。\n`).diagnostics.filter(({ rule }) => rule.startsWith('glyph/'));
    const [fix] = finding!.fixes;
    assert.equal(fix!.safety, 'suggested');
    assert.ok(!fix!.preferred && fix!.title.includes('请核对'));
  }
});

test('a full-width number below a rule of dashes is written in its width: what stands behind it is told by its place', () => {
  const text = '三、收到和处理政府信息公开申请情况\n  ------------ ---------- ------\n               自然人     总计\n  本年新收     １２       12\n  ------------ ---------- ------\n共１２件。\n';
  const [fix] = analysisOf(text).diagnostics.find(({ rule }) => rule === 'glyph/width')!.fixes;
  assert.equal(applyEdits(text, fix!.edits), text.replace('１２   ', '12     ').replace('共１２件', '共12件'));
});
