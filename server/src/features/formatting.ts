/**
 * Tables set in order: columns that stand below each other, no padding. Layout, words and numbers stay; a table that would be
 * read otherwise is left as it is.
 *
 * The proof is by report and kept with it; of a report that was edited only the slice that was touched is read again.
 */
import type { Analysis } from '../analysis/analyse';
import { saysTheSameWith, sliceWith } from '../analysis/reading';
import { alignTable } from '../model/writing/align';
import { remembered } from '../model/remembered';
import type { EditionSetting } from '../model/report/report';
import type { BoundTable, ReportModel, ReportTable } from '../model/types';
import type { SectionSyntax } from '../syntax/types';
import { lineEnd, lineStart } from '../text/lines';
import { type Edit, shift, type Span } from '../text/span';

/** The edits that set the tables of a document in order, or the lines of them that touch one of `ranges`; in the order of the text. */
export function formatting({ text, reports, settings: { edition } }: Analysis, ranges?: readonly Span[]): Edit[] {
  const within = ranges?.map(({ start, end }): Span => ({ start: lineStart(text, start), end: lineEnd(text, end) }));
  const touched = ({ span }: Edit): boolean => !within || within.some(({ start, end }) => span.start >= start && span.end <= end);
  return reports.flatMap(({ start, model }) => {
    // A part of what sets a report in order is asked for where a report is touched at all.
    if (within && !within.some((range) => range.start < start + model.length && range.end >= start)) return [];
    return inOrder(model, edition).map((edit) => moved(edit, start)).filter(touched);
  });
}

const proven = new WeakMap<ReportModel, { readonly setting: EditionSetting; readonly edits: readonly Edit[] }>();

/** The edits of one report, relative to it. */
function inOrder(model: ReportModel, setting: EditionSetting): readonly Edit[] {
  let known = proven.get(model);
  if (known?.setting !== setting) proven.set(model, (known = { setting, edits: provenEdits(model, setting) }));
  return known.edits;
}

function provenEdits(model: ReportModel, setting: EditionSetting): readonly Edit[] {
  const ragged = apart(model.tables.filter(({ table }) => alignTable(table).length > 0));
  if (ragged.length === 0 || isReadAlike(model, ragged, setting)) return editsOf(ragged);
  // One of them would be read otherwise; the others need not wait for it.
  return editsOf(ragged.filter((own) => isReadAlike(model, [own], setting)));
}

/** Without those that would set lines in order which one before them sets, too: the head of a table that lost its heading may be within reach of both. */
function apart(tables: readonly ReportTable[]): ReportTable[] {
  const taken: Span[] = [];
  return tables.filter((own) => {
    const edits = editsOf([own]);
    const reach: Span = { start: edits[0]!.span.start, end: edits.at(-1)!.span.end };
    if (taken.some(({ start, end }) => reach.start < end && start < reach.end)) return false;
    taken.push(reach);
    return true;
  });
}

const editsOf = (tables: readonly ReportTable[]): Edit[] => tables.flatMap(({ start, table }) => alignTable(table).map((edit) => moved(edit, start))).sort((a, b) => a.span.start - b.span.start);

const moved = ({ span, newText }: Edit, by: number): Edit => ({ span: shift(span, by), newText });

function isReadAlike(model: ReportModel, tables: readonly ReportTable[], setting: EditionSetting): boolean {
  const instead = new Map<SectionSyntax, SectionSyntax>();
  for (const slice of new Set(tables.map(({ table }) => table.section))) {
    const own = tables.flatMap(({ table }) => (table.section === slice ? table : []));
    const aligned = own.length === 1 ? alone(own[0]!) : sliceWith(slice, own.flatMap(alignTable));
    if (!aligned) return false;
    instead.set(slice, aligned);
  }
  return saysTheSameWith(model, instead, setting);
}

/** The slice of a table with that table in order: the same object each time, so that what is read of it is known. */
const alone = remembered((table: BoundTable) => sliceWith(table.section, alignTable(table)));
