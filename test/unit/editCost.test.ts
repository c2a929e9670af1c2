/**
 * What an edit costs, in work and not in time: a character typed costs the same in one report as in a volume of hundreds, and in
 * prose it binds no table.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Analysis, analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { workOf, type Work } from '../../server/src/text/work';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const NUMERALS = [...'甲乙丙丁戊己庚辛壬癸'];
/** Names of one length: the same offset is the same place in every report. */
const nameOf = (index: number): string => [...String(index).padStart(3, '0')].map((digit) => NUMERALS[Number(digit)]).join('');

/** `count` reports, each of another agency: no slice of one is a slice of another. */
function volume(count: number): string {
  return Array.from({ length: count }, (_, i) => reportText({ agency: `云溪县${nameOf(i)}局` }).replace('网站运行平稳', `网站由${nameOf(i)}中心运行`)).join('');
}

interface Typed {
  readonly cost: Work;
  readonly analysis: Analysis;
  readonly slicesMade: number;
}

/** `inserted` at `at`, and what the analysis of it costs. */
function typed(before: Analysis, at: number, inserted: string): Typed {
  const text = before.text.slice(0, at) + inserted + before.text.slice(at);
  let analysis = before;
  const cost = workOf(() => (analysis = analyse(text, DEFAULT_SETTINGS, { analysis: before, change: { start: at, oldEnd: at, newEnd: at + inserted.length } })));
  const known = new Set(before.syntax.sections.map(({ syntax }) => syntax));
  return { cost, analysis, slicesMade: analysis.syntax.sections.filter(({ syntax }) => !known.has(syntax)).length };
}

/** Places in the middle of sentences, one in each paragraph of prose, and places in numbers of a table. */
const PROSE = ['认真', '开展工作', '公开信息', '运行', '公开不够', '解读形式', '加强培训', '本年度未收取'];
const SIZES = [1, 20, 400];

describe('a character typed in prose', () => {
  for (const size of SIZES) {
    test(`in ${size} report${size === 1 ? '' : 's'}`, (t) => {
      const before = analyse(volume(size), DEFAULT_SETTINGS);
      assert.equal(before.reports.length, size);
      let most = { lines: 0, checks: 0 };
      for (const words of PROSE.filter((own) => before.text.includes(own))) {
        const places = [...before.text.matchAll(new RegExp(words, 'g'))].map(({ index }) => index + 1);
        const { cost, slicesMade } = typed(before, places[places.length >> 1]!, '好');
        assert.deepEqual([cost.tables, cost.slices <= 1, cost.reports, slicesMade], [0, true, 1, 1], `${words}: ${JSON.stringify(cost)}`);
        most = { lines: Math.max(most.lines, cost.lines), checks: Math.max(most.checks, cost.checks) };
      }
      t.diagnostic(`${before.text.length} characters: at most ${most.lines} lines looked at, ${most.checks} checks`);
      assert.ok(most.lines <= 12, `${most.lines} lines: those about the edit`);
    });
  }
});

test('what any edit costs does not grow with the document', () => {
  const random = new Random();
  const [small, large] = [3, 300].map((size) => analyse(volume(size), DEFAULT_SETTINGS));
  const middleOf = ({ reports }: Analysis): number => reports[reports.length >> 1]!.start;
  const { length } = small!.reports[1]!.model;
  let tables = 0;
  for (let i = 0; i < 100; i++) {
    const offset = random.below(length);
    const inserted = random.pick(['0', '，', '\n', '|', '好']);
    const [one, other] = [small!, large!].map((before) => typed(before, middleOf(before) + offset, inserted).cost);
    assert.deepEqual(other, one, `${JSON.stringify(inserted)} at ${offset}, OGI_SEED=${random.seed}`);
    tables += one!.tables;
  }
  assert.ok(tables > 0, 'some edits are in tables');
});

test('a digit typed in a table binds that table and no other', () => {
  for (const size of SIZES) {
    const before = analyse(volume(size), DEFAULT_SETTINGS);
    const { start, model } = before.reports[size >> 1]!;
    for (const { start: slice, table } of model.tables) {
      const { cost, analysis } = typed(before, start + slice + table.rows[0]!.values[0]!.span.start, '1');
      assert.deepEqual([cost.tables, cost.slices, cost.reports], [1, 1, 1], JSON.stringify(cost));
      assert.ok(cost.lines <= 40, `${cost.lines} lines`);
      assert.equal(analysis.reports.length, size);
    }
  }
});
