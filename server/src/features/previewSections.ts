/** The sections of a report as they are shown: what stands in them, line by line, their findings and their tables. */
import type { Diagnostic } from '../analysis/analyse';
import { type EditionId, EDITIONS, tableSpec } from '../editions';
import { tableText } from '../model/writing/tableText';
import type { PlacedReport, ReportModel, ReportSection } from '../model/types';
import type { Severity } from '../rules/rule';
import { SECTION_IDS, type SectionId, sectionOrdinal, sectionTitle } from '../syntax/sections';
import { lines } from '../text/lines';
import { shift, type Span, span } from '../text/span';
import { type FormOptions, formTable, type FormTable } from './formTables';
import { shortened } from '../text/shortened';
import { readable } from './readable';

export interface PreviewSection {
  readonly id: SectionId;
  /** 1–6. */
  readonly ordinal: number;
  /** As the form has it, without its ordinal. */
  readonly title: string;
  /** Of its heading in the document; undefined: the section is missing. */
  readonly span: Span | undefined;
  readonly findings: readonly PreviewFinding[];
  /** What it says beside its table. */
  readonly lines: readonly PreviewLine[];
  /** Whether there are more lines than those. */
  readonly cut: boolean;
  /** Of the sections that the form gives one, and of a missing one whose table is there. */
  readonly table: FormTable | undefined;
}

export interface PreviewLine {
  readonly text: string;
  readonly span: Span;
}

export interface PreviewFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** A person reads it: what is longer is shown in part. Lines, characters and findings. */
const MOST_LINES = 400;
const LONGEST_LINE = 4000;
const MOST_FINDINGS = 100;

/** What stands before the first section; all of a report of before 2019, which has no sections of the form. */
export function proseBefore({ start, model }: PlacedReport, { diagnostics }: FormOptions): { lines: PreviewLine[]; cut: boolean; findings: PreviewFinding[] } {
  const end = model.edition.id === 'pre2019' ? Infinity : (model.sections[0]?.start ?? Infinity);
  const { title } = model;
  const all = proseIn(model, 0, end).filter(({ span: own }) => !title || own.end <= title.span.start || own.start >= title.span.end);
  return { ...shown(all, start), findings: findingsIn(diagnostics, start, start + end) };
}

/** None of a report of before 2019. */
export function previewSections({ start, model }: PlacedReport, options: FormOptions): PreviewSection[] {
  const edition = model.edition.id;
  if (edition === 'pre2019') return [];
  return SECTION_IDS.flatMap((id): PreviewSection[] => {
    const form = { id, ordinal: sectionOrdinal(id), title: sectionTitle(id) };
    const table = tableOf(model, id, edition, start, options);
    const [first, ...again] = model.sections.filter((own) => own.id === id);
    if (!first) return [{ ...form, span: undefined, findings: [], lines: [], cut: false, table: table?.span && table }];
    const section = (own: ReportSection, its?: FormTable): PreviewSection => {
      const end = model.sections.find((other) => other.start > own.start)?.start ?? Infinity;
      return {
        ...form,
        span: shift(own.syntax.heading!.span, start + own.start),
        findings: findingsIn(options.diagnostics, start + own.start, start + end),
        ...shown(proseIn(model, own.start, end), start),
        table: its,
      };
    };
    return [section(first, table), ...again.map((own) => section(own))];
  });
}

/** The table that the form puts into a section, from wherever it stands in the report. */
function tableOf(model: ReportModel, section: SectionId, edition: EditionId, start: number, options: FormOptions): FormTable | undefined {
  const id = EDITIONS[0]!.tables.find((spec) => spec.section === section)?.id;
  if (!id) return undefined;
  const there = model.tables.find((own) => own.id === id);
  return formTable(there?.table.spec ?? tableSpec(id, edition), there?.table, start + (there?.start ?? 0), options);
}

/** Lines between two offsets of the report without headings and tables; of a slice whose table can't be read, those behind it. */
function proseIn({ slices, sections, tables }: ReportModel, from: number, to: number): PreviewLine[] {
  return slices
    .filter(({ start }) => start >= from && start < to)
    .flatMap(({ start, syntax: { text, heading } }) => {
      const without = tables.filter((own) => own.start === start).map(({ table }) => (table.unreadable ? span(0, table.span.end) : tableText(table).span));
      const first = heading && sections.some((own) => own.start === start) ? heading.span.end : 0;
      return [...lines(text, first)].flatMap(([at, end]): PreviewLine[] => {
        if (without.some((own) => at < own.end && end > own.start)) return [];
        const words = readable(text.slice(at, end));
        return words === '' ? [] : [{ text: shortened(words, LONGEST_LINE), span: span(start + at, start + end) }];
      });
    });
}

function shown(all: readonly PreviewLine[], start: number): Pick<PreviewSection, 'cut'> & { lines: PreviewLine[] } {
  return { lines: all.slice(0, MOST_LINES).map(({ text, span: own }) => ({ text, span: shift(own, start) })), cut: all.length > MOST_LINES };
}

function findingsIn(diagnostics: readonly Diagnostic[], from: number, to: number): PreviewFinding[] {
  const within = diagnostics.filter(({ span: { start } }) => start >= from && start < to);
  return within.slice(0, MOST_FINDINGS).map(({ severity, message, span: own }) => ({ severity, message, span: own }));
}
