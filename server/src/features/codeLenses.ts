/**
 * A line above each table with the state of its equations.
 *
 * It stands at the heading under which the form puts the table, whatever is made of the table, so that no line comes or goes
 * while one is typed; where there is no such heading, at the table.
 */
import type { Analysis } from '../analysis/analyse';
import { EDITIONS } from '../editions';
import { remembered } from '../model/remembered';
import type { ReportModel, ReportTable } from '../model/types';
import type { SectionId } from '../syntax/sections';
import { inLocale, shift, type Span, span, type Text } from '../text/span';
import { visibleSpan } from '../rules/tableWords';
import { balanceInWords, unbalancedCells } from './balance';
import { headerStart } from './documentSymbols';

export interface CodeLens {
  /** Where it stands: above the line that this begins in. */
  readonly span: Span;
  readonly title: string;
  /** The cells that don't add up. */
  readonly cells: readonly Span[];
}

/** In the order of the text; none if they are switched off. */
export function codeLenses({ reports, settings }: Analysis): CodeLens[] {
  if (!settings.codeLens) return [];
  return reports.flatMap(({ start, model }) =>
    lensesOf(model).map(({ span: own, title, cells }) => ({ span: shift(own, start), title: inLocale(title, settings.locale), cells: cells.map((cell) => shift(cell, start)) })),
  );
}

interface Lens {
  readonly span: Span;
  readonly title: Text;
  readonly cells: readonly Span[];
}

const WITH_TABLE: ReadonlySet<SectionId> = new Set(EDITIONS.flatMap(({ tables }) => tables.map(({ section }) => section)));

/** Relative to the report. */
const lensesOf = remembered(({ edition, sections, tables }: ReportModel): readonly Lens[] => {
  if (edition.id === 'pre2019') return [];
  const headings = sections.filter(({ id }, i) => WITH_TABLE.has(id) && sections.findIndex((other) => other.id === id) === i);
  const without = tables.filter(({ table: { spec } }) => !headings.some(({ id }) => id === spec.section));
  return [
    ...headings.map(({ id, start, syntax }) => lens(shift(syntax.heading!.span, start), tables.find(({ table: { spec } }) => spec.section === id))),
    ...without.map((own) => lens(shift(span(headerStart(own.table), own.table.span.end), own.start), own)),
  ].sort((a, b) => a.span.start - b.span.start);
});

function lens(where: Span, own: ReportTable | undefined): Lens {
  const cells = own ? unbalancedCells(own.table).map((cell) => shift(visibleSpan(own.table, cell), own.start)) : [];
  return { span: where, title: balanceInWords(own?.table), cells };
}
