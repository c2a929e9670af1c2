/** Everything that is known of a document as plain data, so that two ways to it can be compared. */
import type { Analysis } from '../../server/src/analysis/analyse';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { reportStatuses } from '../../server/src/features/status';
import type { BoundTable } from '../../server/src/model/types';

export function digestOf(analysis: Analysis): unknown {
  const { syntax, reports, diagnostics, found, failedRules } = analysis;
  return {
    slices: syntax.sections.map(({ start, syntax: { text, heading } }) => ({ start, length: text.length, heading })),
    reports: reports.map(({ start, model: { slices: _, sections, tables, ...model } }) => ({
      start,
      ...model,
      sections: sections.map(({ id, start: at }) => ({ id, at })),
      tables: tables.map(({ id, start: at, table }) => ({ id, at, ...tableDigest(table) })),
    })),
    diagnostics,
    found,
    failedRules: failedRules.map(({ rule, error }) => `${rule}: ${error.stack}`),
    symbols: documentSymbols(analysis),
    folds: foldingRanges(analysis),
    status: reportStatuses(analysis),
  };
}

function tableDigest({ spec, span, rows, missing, unknown, unreadable, layout }: BoundTable): object {
  return {
    edition: spec.edition,
    span,
    rows: rows.map((row) => ({ ...row, spec: row.spec.id, cells: row.cells.map(({ column, value, syntax }) => ({ column: column.id, value, span: syntax.span })) })),
    missing: missing.map(({ rows: own, at }) => ({ rows: own.map(({ id }) => id), at })),
    unknown: unknown.map((row) => ({ ...row, repeats: row.repeats?.id })),
    unreadable,
    layout,
  };
}
