/** Rows that a table lacks are inserted where the form has them: below the head of their block, with the label of their group, in the layout of the table. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { EDITIONS, type SkeletonRow, type TableSpec, tableSpec } from '../../server/src/editions';
import { renderTable, type WritableLayout } from '../../server/src/model/writing/render';
import { reportText } from '../support/reports';

const LAYOUTS: readonly WritableLayout[] = ['pipe', 'tab', 'cell-per-line', 'github', 'aligned'];
const YEARS = { '2019': 2020, '2021': 2024 };

/** A report whose table of `spec` has only the rows of `skeleton`, with `mark` in the cells of `marked` and 0 in all others. */
function reportWith(spec: TableSpec, layout: WritableLayout, skeleton: readonly SkeletonRow[], marked: ReadonlySet<string>): string {
  const { edition } = spec;
  const table = (own: TableSpec): string => renderTable(own.id === spec.id ? { ...own, skeleton } : own, layout, ({ id }) => (marked.has(id) ? '/' : '0'), '\n');
  return reportText({ year: YEARS[edition], edition, table });
}

/** The text after the fixes of all missing rows. */
function mended(text: string): string {
  const found = analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === 'table/missing-row');
  assert.ok(found.length > 0);
  return applyEdits(text, found.flatMap(({ fixes }) => fixes[0]!.edits));
}

/** New rows of aligned columns that were the longest are not aligned; that is formatting's. */
const unpadded = (text: string): string => text.replace(/ +/g, ' ');

/** Runs of rows of a table, of these lengths. */
const runs = ({ rows }: TableSpec, lengths: readonly number[]): string[][] => lengths.flatMap((length) => rows.slice(0, -length).map((_, i) => rows.slice(i, i + length).map(({ id }) => id)));

for (const edition of EDITIONS.map(({ id }) => id)) {
  for (const layout of LAYOUTS) {
    describe(`${edition} ${layout}`, () => {
      for (const [id, lengths] of [['proactiveDisclosure', [1, 2, 3, 4]], ['requests', [1, 4]]] as const) {
        const spec = tableSpec(id, edition);
        test(`${id}: rows that went missing`, () => {
          for (const lost of runs(spec, lengths)) {
            const without = spec.skeleton.filter(({ row }) => row === undefined || !lost.includes(row));
            const after = mended(reportWith(spec, layout, without, new Set()));
            assert.equal(unpadded(after), unpadded(reportWith(spec, layout, spec.skeleton, new Set(lost))), lost.join());
          }
        });
      }

      test('blocks of 表二 that went missing with their heads', () => {
        const spec = tableSpec('proactiveDisclosure', edition);
        const starts = spec.skeleton.flatMap(({ cells: [caption] }, i) => (caption!.startsWith('第二十条') ? [i] : []));
        for (const [k, from] of starts.entries()) {
          if (k === 0 && layout === 'github') continue; // the rule below the first row of such a table has gone to the next
          const to = starts[k + 1] ?? spec.skeleton.length;
          const lost = spec.skeleton.slice(from, to).flatMap(({ row }) => row ?? []);
          const after = mended(reportWith(spec, layout, [...spec.skeleton.slice(0, from), ...spec.skeleton.slice(to)], new Set()));
          assert.equal(unpadded(after), unpadded(reportWith(spec, layout, spec.skeleton, new Set(lost))), lost.join());
        }
      });
    });
  }
}

test('a row whose group’s label is still there is inserted below it', () => {
  const spec = tableSpec('requests', '2021');
  const text = reportWith(spec, 'cell-per-line', spec.skeleton, new Set());
  const after = mended(text.replace(/\t1\.属于国家秘密\n(?:\t0\n){7}/, ''));
  assert.match(after, /（三）不予公开\n\s*1\.属于国家秘密\n(?:\s*\/\n){7}\s*2\.其他法律/);
});
