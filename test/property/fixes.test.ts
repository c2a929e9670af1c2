/**
 * Every fix of every finding, of reports in every layout with wrong numbers, damage and odd characters: what it does not touch is
 * read as before. A cell that was not read may be read now; none that was may be lost or have another number.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis, type DiagnosticFix } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { EDITIONS } from '../../server/src/editions';
import type { Span } from '../../server/src/text/span';
import { LAYOUTS } from '../support/layouts';
import { attempt } from '../support/layouts/trial';
import { Random } from '../support/random';

const { seed } = new Random();
const RUNS = Number(process.env['OGI_RUNS'] ?? 2);

interface ReadCell {
  readonly value: number | null;
  /** In the text. */
  readonly span: Span;
}

function cellsOf({ reports }: Analysis): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  for (const [r, { start, model }] of reports.entries()) {
    for (const { id, start: slice, table } of model.tables) {
      for (const { row, column, value, syntax } of table.rows.flatMap((own) => own.cells)) {
        const by = start + slice;
        cells.set(`${r} ${id} ${row.id} ${column.id}`, { value, span: { start: syntax.span.start + by, end: syntax.span.end + by } });
      }
    }
  }
  return cells;
}

/** Whether the fix writes in the cell: a blank one has no words of its own, and is filled somewhere in its space. */
const isTouched = ({ edits }: DiagnosticFix, { value, span }: ReadCell): boolean => edits.some((edit) => edit.span.start <= span.end && span.start <= edit.span.end) || (value === null && edits.some(({ newText }) => /\d/.test(newText)));

for (const layout of LAYOUTS) {
  describe(`${layout.id} (OGI_SEED=${seed})`, () => {
    for (const { id: edition } of EDITIONS) {
      test(edition, () => {
        for (let run = 0; run < RUNS; run++) {
          const { text } = attempt({ layout, edition, seed: seed + run, blanks: run % 2 === 1, unbalanced: true, damaged: run % 3 > 0 });
          const analysis = analyse(text, DEFAULT_SETTINGS);
          const before = cellsOf(analysis);
          for (const { rule, fixes } of analysis.diagnostics) {
            for (const fix of fixes) {
              const fixed = applyEdits(text, fix.edits);
              const after = cellsOf(analyse(fixed, DEFAULT_SETTINGS));
              for (const [name, cell] of before) {
                const now = after.get(name);
                assert.ok(now && (now.value === cell.value || isTouched(fix, cell)), `${rule}: ${fix.title}: ${name} ${cell.value} → ${now?.value} (run ${run})\n${text}\n----\n${fixed}`);
              }
            }
          }
        }
      });
    }
  });
}
