/**
 * Tables converted from every layout to every other and back: what is extracted stays the same, no word or number is lost or
 * changes its place, and a layout that is written twice is written alike.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { extractions } from '../../server/src/cli/extraction';
import { rangesIn } from '../../server/src/cli/positions';
import { type EditionId, EDITIONS } from '../../server/src/editions';
import { convertLayout, placedTables, proven } from '../../server/src/features/convertLayout';
import { TARGET_LAYOUTS, type TargetLayout } from '../../server/src/model/convert';
import { WRITABLE_LAYOUTS } from '../../server/src/model/render';
import { writtenLayout } from '../../server/src/model/writtenLayout';
import { COLLECTED, noCollected } from '../support/collected';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { crossFooting, key } from '../support/tables';

const { seed } = new Random();
const RUNS = Number(process.env['OGI_RUNS'] ?? 6);
const YEARS: Readonly<{ [id in EditionId]: number }> = { '2019': 2020, '2021': 2024 };

/** What the command line extracts, without places. */
function extracted(text: string): unknown {
  const records = extractions('', analyse(text, DEFAULT_SETTINGS), rangesIn(text), ({ en }) => en);
  return JSON.parse(JSON.stringify(records, (name, value: unknown) => (name === 'range' || name === 'line' ? undefined : value)));
}

/** Everything but white space, bars and the rules of GitHub's tables. */
function content(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !/^[\s|]*(?:---[\s|]*)+$/.test(line));
  return lines.join('').replace(/[\s|]/g, '');
}

/** All tables of `text` in `layout`; none may be refused. */
function converted(text: string, layout: TargetLayout): string {
  for (let i = 0; i < placedTables(analyse(text, DEFAULT_SETTINGS)).length; i++) {
    const analysis = analyse(text, DEFAULT_SETTINGS);
    const result = proven(analysis, convertLayout(placedTables(analysis)[i]!, layout));
    assert.equal(result.kind, 'edits', `${layout}: ${result.kind === 'refused' ? result.why.en : ''}\n${text}`);
    if (result.kind === 'edits') text = applyEdits(text, result.edits);
  }
  return text;
}

for (const edition of EDITIONS.map(({ id }) => id)) {
  describe(`${edition} (OGI_SEED=${seed})`, () => {
    for (const from of WRITABLE_LAYOUTS) {
      for (const to of TARGET_LAYOUTS) {
        if (from === to) continue;
        test(`${from} → ${to} and back`, () => {
          const blank = from === 'flow' ? fc.constant('0') : fc.constantFrom('', '0', '/', '—', '22（其中修订 16 件）', '１,２３４');
          const drawn = fc.tuple(crossFooting(edition), fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const), fc.array(blank, { minLength: 40, maxLength: 40 }));
          fc.assert(
            fc.property(drawn, ([numbers, eol, texts]) => {
              let zeros = 0;
              const cell = (name: string): string => (numbers.get(name) === 0 ? texts[zeros++ % texts.length]! : String(numbers.get(name)));
              const a = reportText({ year: YEARS[edition], edition, layout: from, eol, cell: (row, column) => cell(key(row.id, column.id)) });
              const b = converted(a, to);
              assert.deepEqual(extracted(b), extracted(a), `${a}\n${b}`);
              assert.equal(content(b), content(a));
              assert.ok(placedTables(analyse(b, DEFAULT_SETTINGS)).every(({ table }) => writtenLayout(table) === to), b);
              if (from === 'flow') return;
              const back = converted(b, from);
              assert.deepEqual(extracted(back), extracted(a));
              assert.equal(converted(back, to), b);
            }),
            { seed, numRuns: RUNS, endOnFailure: true },
          );
        });
      }
    }
  });
}

test('real reports: converted, or refused with a reason', { skip: noCollected }, (context) => {
  const counts = new Map<string, number>();
  const count = (what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const { name, text } of COLLECTED) {
    const analysis = analyse(text, DEFAULT_SETTINGS);
    const before = extracted(text);
    for (const placed of placedTables(analysis)) {
      for (const layout of TARGET_LAYOUTS) {
        const result = proven(analysis, convertLayout(placed, layout));
        if (result.kind === 'refused') {
          count(`refused, ${result.why.en}`);
          continue;
        }
        const once = applyEdits(text, result.edits);
        assert.deepEqual(extracted(once), before, `${name} ${layout}`);
        count('converted');
      }
    }
  }
  for (const [what, n] of counts) context.diagnostic(`${what}: ${n}`);
  assert.ok(counts.get('converted')! > 0);
});
