/** Everything that is known of a document as plain data, so that two ways to it can be compared. */
import assert from 'node:assert/strict';
import { type Analysis, analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { FIX_ALL, QUICK_FIX } from '../../server/src/features/announced';
import { articlesCited } from '../../server/src/features/articles';
import { codeActions, fixAllEdits } from '../../server/src/features/codeActions';
import { codeLenses } from '../../server/src/features/codeLenses';
import { completions } from '../../server/src/features/completions';
import { convertLayout, placedTables, proven } from '../../server/src/features/convertLayout';
import { definitions } from '../../server/src/features/definitions';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { formatting } from '../../server/src/features/formatting';
import { hover } from '../../server/src/features/hovers';
import { inlayHints } from '../../server/src/features/inlayHints';
import { inlineCompletion } from '../../server/src/features/inlineCompletions';
import { joinLines } from '../../server/src/features/joinLines';
import { moveTitle } from '../../server/src/features/moveTitle';
import { previewOf } from '../../server/src/features/preview';
import { references } from '../../server/src/features/references';
import { renameable } from '../../server/src/features/renames';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { reportStatuses } from '../../server/src/features/status';
import { TARGET_LAYOUTS } from '../../server/src/model/writing/convert';
import type { BoundTable } from '../../server/src/model/types';
import { whole } from './placed';

/** What each file of `features/` answers about a whole document. A new feature is a new line: a test fails without it. */
export const ANSWERS: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  articles: articlesCited,
  codeActions: (analysis) => codeActions(analysis, { span: whole(analysis), only: [QUICK_FIX, FIX_ALL] }),
  completions: atPlaces(completions),
  documentSymbols,
  foldingRanges,
  status: reportStatuses,
  codeLenses,
  definitions: atPlaces(definitions),
  documentHighlights: atPlaces(documentHighlights),
  hovers: atPlaces(hover),
  inlayHints: (analysis) => inlayHints({ ...analysis, settings: { ...analysis.settings, inlayHints: 'names' } }, whole(analysis)),
  inlineCompletions: atPlaces(inlineCompletion),
  moveTitle: (analysis) => moveTitle(analysis, whole(analysis)),
  references: atPlaces((analysis, offset) => references(analysis, offset, true)),
  renames: atPlaces(renameable),
  selectionRanges: atPlaces(selectionRanges),
  semanticTokens: (analysis) => semanticTokens(analysis, whole(analysis)),
  signatureHelp: atPlaces(signatureHelp),
};

/** Answers that take analyses of their own: compared now and then. */
export const DEAR_ANSWERS: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  everyAction: (analysis) => codeActions(analysis, { span: whole(analysis) }),
  fixAll: (analysis) => fixAllEdits(analysis),
  convertLayout: (analysis) => placedTables(analysis).map((table) => TARGET_LAYOUTS.map((layout) => proven(analysis, convertLayout(table, layout)))),
  formatting: (analysis) => formatting(analysis),
  joinLines: (analysis) => joinLines(analysis),
  preview: atPlaces(previewOf),
};

const PLACES = 12;

/** What `answer` says at some places of a document, the same for the same text. */
function atPlaces(answer: (analysis: Analysis, offset: number) => unknown): (analysis: Analysis) => unknown {
  return (analysis) => Array.from({ length: PLACES }, (_, i) => answer(analysis, Math.floor((analysis.text.length * i) / (PLACES - 1))));
}

/** Files of `features/` that answer nobody but other features, or about no document. */
export const SHARED_BY_FEATURES: readonly string[] = ['announced', 'readable', 'subHeadings', 'balance', 'carriedOver', 'cellAt', 'comparison', 'completion', 'equations', 'expectations', 'formFrame', 'formTables', 'glyphHovers', 'lawPage', 'meanings', 'newReport', 'previewSections', 'sentences', 'tableHovers', 'told', 'typedRow', 'workspaceSymbols'];

export function digestOf(analysis: Analysis): Readonly<Record<string, unknown>> {
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
    failedRules: failedRules.map(({ rule, error }) => `${rule}: ${error.message}`),
    ...Object.fromEntries(Object.entries(ANSWERS).map(([name, answer]) => [name, answer(analysis)])),
  };
}

/** The same of `text`, analysed from nothing. */
export function digestOfText(text: string): Readonly<Record<string, unknown>> {
  return digestOf(analyse(text, DEFAULT_SETTINGS));
}

export function dearAnswersOf(analysis: Analysis): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(DEAR_ANSWERS).map(([name, answer]) => [name, answer(analysis)]));
}

export function dearAnswersOfText(text: string): Readonly<Record<string, unknown>> {
  return dearAnswersOf(analyse(text, DEFAULT_SETTINGS));
}

/** Two digests are the same. */
export function assertSame(incremental: unknown, full: unknown, where: string): void {
  // As text first: that is the faster comparison, and nearly always all there is to do.
  if (JSON.stringify(incremental) !== JSON.stringify(full)) assert.deepEqual(incremental, full, where);
}

/** Without the slice, which is compared by itself, and without functions; specs by their names. */
function tableDigest({ spec, section: _, row: _row, cell: _cell, rows, missing, unknown, ...own }: BoundTable): object {
  return {
    ...own,
    edition: spec.edition,
    rows: rows.map((row) => ({ ...row, spec: row.spec.id, cells: row.cells.map(({ column, value, syntax }) => ({ column: column.id, value, span: syntax.span })) })),
    missing: missing.map(({ rows: lost, at }) => ({ rows: lost.map(({ id }) => id), at })),
    unknown: unknown.map((row) => ({ ...row, repeats: row.repeats?.id })),
  };
}
