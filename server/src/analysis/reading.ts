/** What a text says, whatever its layout: proof that an edit which shall change nothing but the layout does change nothing else. */
import { remembered } from '../model/remembered';
import { reportsOf } from '../model/report/reports';
import type { BoundTable, PlacedReport, ReportModel } from '../model/types';
import { type EditionSetting, modelOf } from '../model/report/report';
import { resegment, segment } from '../syntax/segment';
import type { DocumentSyntax, PlacedSection, SectionSyntax } from '../syntax/types';
import type { Edit } from '../text/span';
import type { Analysis } from './analyse';
import { applyEdits, edited } from './fixAll';

/** Whether `analysis.text` with `edits`, which are in order and at least one, is read as it is without them. */
export function readsAlike(analysis: Analysis, edits: readonly Edit[]): boolean {
  const { text, settings, syntax, reports } = analysis;
  const after = edited(text, edits);
  return saysTheSame(reportsOf(resegment(after.text, syntax, after.change), settings.edition, analysis), reports);
}

/** The slice with `edits`, which leave its heading; undefined where it would be cut otherwise. */
export function sliceWith(slice: SectionSyntax, edits: readonly Edit[]): SectionSyntax | undefined {
  const text = applyEdits(slice.text, edits);
  return cutsOf(segment(text)) === cutsOf(segment(slice.text)) ? { ...slice, text } : undefined;
}

const cutsOf = ({ sections }: DocumentSyntax): string => JSON.stringify(sections.map(({ syntax: { heading } }) => heading && [heading.id, heading.span, heading.titleSpan]));

/** Whether a report says the same with other slices in the place of some of its own. What was read of a slice before is not read again. */
export function saysTheSameWith(model: ReportModel, instead: ReadonlyMap<SectionSyntax, SectionSyntax>, setting: EditionSetting): boolean {
  let end = 0;
  const slices = model.slices.map(({ syntax }): PlacedSection => {
    const own = instead.get(syntax) ?? syntax;
    const start = end;
    end += own.text.length;
    return { start, syntax: own };
  });
  return sameReport(modelOf(slices, setting), model);
}

/** Whether two texts hold the same reports: titles, headings, and every cell. */
export function saysTheSame(some: readonly PlacedReport[], others: readonly PlacedReport[]): boolean {
  return some.length === others.length && some.every(({ model }, i) => sameReport(model, others[i]!.model));
}

function sameReport(one: ReportModel, other: ReportModel): boolean {
  return one === other || (headOf(one) === headOf(other) && one.tables.length === other.tables.length && one.tables.every(({ table }, i) => sameTable(table, other.tables[i]!.table)));
}

const sameTable = (one: BoundTable, other: BoundTable): boolean => one === other || contentOf(one) === contentOf(other);

function headOf({ title, agency, fiscalYear, edition, sections }: ReportModel): string {
  const headings = sections.map(({ id, syntax }) => [id, syntax.text.slice(syntax.heading!.titleSpan.start, syntax.heading!.titleSpan.end)]);
  return JSON.stringify([title?.text, agency, fiscalYear, edition, headings]);
}

/** Every cell with its value, or its words; rows that can't be told, and why. */
const contentOf = remembered(({ spec, rows, unknown, missing, unreadable, deduced }: BoundTable): string => {
  const told = rows.map((row) => [row.spec.id, row.found, row.expected, row.cells.map(({ value, syntax }) => [value, syntax.text])]);
  const strange = unknown.map(({ label, repeats }) => [label?.text, repeats?.id]);
  const lost = missing.map((gap) => gap.rows.map(({ id }) => id));
  return JSON.stringify([spec.id, spec.edition, unreadable, deduced, told, strange, lost]);
});
