/** Findings that are left for a reason: found again while they are the same, and never instead of another one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { fingerprintsOf, type Ignore, sift } from '../../server/src/analysis/ignore';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { Locale } from '../../server/src/text/span';
import { CLEAN, replaced, UNBALANCED } from '../support/commandLine';

const diagnosticsOf = (text: string, locale: Locale = 'zh-CN'): readonly Diagnostic[] => analyse(text, { ...DEFAULT_SETTINGS, locale }).diagnostics;
const fingerprints = (text: string, locale?: Locale): string[] => [...fingerprintsOf(text, diagnosticsOf(text, locale)).values()];

/** Every finding of `text`, left. */
function ignoresOf(text: string): Ignore[] {
  return [...fingerprintsOf(text, diagnosticsOf(text))].map(([{ rule }, fingerprint]) => ({ file: 'a.txt', rule, fingerprint, reason: '已核实' }));
}

/** Rules of what is still told of `text`. */
const told = (text: string, ignores: readonly Ignore[]): string[] => sift(text, diagnosticsOf(text), ignores).diagnostics.map(({ rule }) => rule);

const WRONG = replaced(UNBALANCED, '行文起草', '⾏⽂起草');

describe('a finding that was left', () => {
  test('is told no more, and with its reason', () => {
    const all = ignoresOf(WRONG);
    const { diagnostics, ignored, unused } = sift(WRONG, diagnosticsOf(WRONG), all);
    assert.ok(all.length >= 2);
    assert.deepEqual([diagnostics, unused], [[], []]);
    assert.deepEqual(ignored.map(({ diagnostic, reason }) => [diagnostic.rule, reason]), all.map(({ rule, reason }) => [rule, reason]));
  });

  test('is the same after edits elsewhere, in another language, and with other line ends', () => {
    const [number] = ignoresOf(UNBALANCED);
    assert.deepEqual(told(`说明：草稿\n\n${UNBALANCED.replaceAll('\n', '\r\n')}`, [number!]), []);
    assert.deepEqual(fingerprints(UNBALANCED), fingerprints(UNBALANCED, 'en'));
  });

  test('is news with another number', () => {
    assert.deepEqual(told(replaced(UNBALANCED, '| 19 | 5 | 1 |', '| 20 | 5 | 1 |'), ignoresOf(UNBALANCED)).length, 1);
  });

  test('does not hide the same mistake in another row, nor another rule', () => {
    const radical = ignoresOf(WRONG).filter(({ rule }) => rule === 'glyph/radical');
    assert.equal(radical.length, 1);
    assert.deepEqual(told(replaced(WRONG, '全年通过县政府', '全年通过县政⼴'), radical).filter((rule) => rule === 'glyph/radical').length, 1);
    assert.deepEqual(told(WRONG, [{ ...radical[0]!, rule: 'glyph/width' }]), told(WRONG, []));
  });

  test('that is there twice is left once', () => {
    const twice = `${UNBALANCED}\n${UNBALANCED}`;
    const all = fingerprints(twice);
    assert.equal(new Set(all).size, all.length);
    assert.equal(told(twice, ignoresOf(UNBALANCED)).length, told(twice, []).length - 1);
  });

  test('and was mended is unused', () => {
    const all = ignoresOf(UNBALANCED);
    assert.deepEqual(sift(CLEAN, diagnosticsOf(CLEAN), all).unused, all);
  });
});

test('missing parts, which stand at one place, are told apart', () => {
  const cut = CLEAN.slice(0, CLEAN.indexOf('五、存在的主要问题'));
  const missing = [...fingerprintsOf(cut, diagnosticsOf(cut))].filter(([{ rule }]) => rule === 'section/missing');
  assert.equal(new Set(missing.map(([, fingerprint]) => fingerprint)).size, missing.length);
  const one = CLEAN.slice(0, CLEAN.indexOf('六、其他需要报告的事项'));
  const [left] = ignoresOf(one).filter(({ rule }) => rule === 'section/missing');
  assert.ok(told(cut, [left!]).includes('section/missing'), 'the other one is still missing');
});
