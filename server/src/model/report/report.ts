/**
 * Slices → the model of one report.
 *
 * A model is computed from its slices alone, with spans relative to the report, so a report that was not touched keeps its
 * model (and its findings) when the document changes before or after it.
 */
import { type EditionId, editionOfYear, EDITIONS, FIRST_FORM_YEAR, type TableId } from '../../editions';
import { fold } from '../../text/fold';
import { work } from '../../text/work';
import { SECTION_IDS, type SectionId } from '../../syntax/sections';
import type { PlacedSection, SectionSyntax } from '../../syntax/types';
import { isBare } from './bareHeading';
import { bindTable } from '../binding/bind';
import { remembered } from '../remembered';
import { findTitle } from './reportTitle';
import { isSchoolReport, readAgency, readTitleYear, readYear } from './title';
import type { ReportModel, ReportSection, ReportTable, ReportTitle } from '../types';

export type EditionSetting = 'auto' | EditionId;

interface Memo {
  readonly slices: readonly SectionSyntax[];
  readonly setting: EditionSetting;
  readonly model: ReportModel;
}

/** By first slice, latest first: an untouched report, or one that an edit was taken back in, is found by comparing its slices by identity. */
const models = new WeakMap<SectionSyntax, readonly Memo[]>();
/** So many states of a report are kept: the present one and that before it. */
const MOST_KEPT = 2;

/** The model of the report made of `group`, computed once. */
export function modelOf(group: readonly PlacedSection[], setting: EditionSetting): ReportModel {
  const first = group[0]!.syntax;
  const memos = models.get(first) ?? [];
  const known = memos.find((own) => own.setting === setting && own.slices.length === group.length && own.slices.every((slice, i) => slice === group[i]!.syntax));
  if (known && known === memos[0]) return known.model;
  const memo = known ?? { slices: group.map(({ syntax }) => syntax), setting, model: buildModel(group, setting) };
  models.set(first, [memo, ...memos.filter((own) => own !== memo)].slice(0, MOST_KEPT));
  return memo.model;
}

function buildModel(group: readonly PlacedSection[], setting: EditionSetting): ReportModel {
  work.reports++;
  const { earlier, ...head } = readHead(group, setting);
  const { slices, sections, fiscalYear } = head;
  const last = slices.at(-1)!;
  const preferred = preferredEdition(setting, fiscalYear?.year);
  const tables = earlier ? [] : tablesOf(slices, sections, preferred.id);
  return {
    length: last.start + last.syntax.text.length,
    ...head,
    edition: earlier ? { id: 'pre2019', reason: fiscalYear ? 'year' : 'tables' } : decideEdition(preferred, tables),
    tables,
  };
}

/** What a report says of itself without its tables. */
export interface ReportHead extends Pick<ReportModel, 'slices' | 'title' | 'agency' | 'fiscalYear' | 'sections'> {
  /** The report is of before 2019, or a school's of its school year: there is no form for it. */
  readonly earlier: boolean;
}

/** The head of the report made of `group`: a small part of the work that its model takes. */
export function readHead(group: readonly PlacedSection[], setting: EditionSetting): ReportHead {
  const origin = group[0]!.start;
  const slices = group.map(({ start, syntax }) => ({ start: start - origin, syntax }));
  const title = findTitle(slices);
  const fiscalYear = findYear(slices, title);
  const sections = sectionsOf(slices);
  const earlier = setting === 'auto' && (isSchoolReport({ title, sections }) || isEarlierFormat(slices, fiscalYear?.year, sections));
  return { slices, title, agency: title && readAgency(title.text), fiscalYear, sections, earlier };
}

type Slices = ReportModel['slices'];

/**
 * Headings with their slices, without the entries of a table of contents and without sub-headings that name a section
 * (`1.主动公开政府信息情况` in 一) beside the section itself.
 */
function sectionsOf(slices: Slices): ReportSection[] {
  const all = withoutContents(slices.flatMap(({ start, syntax }): ReportSection[] => (syntax.heading ? [{ id: syntax.heading.id, start, syntax }] : [])));
  const numbered = new Set(all.filter(hasHanOrdinal).map(({ id }) => id));
  return all.filter((section) => hasHanOrdinal(section) || !numbered.has(section.id));
}

/** From the first section that repeats one of three or more bare headings; the last of these may have text behind it. */
function withoutContents(all: readonly ReportSection[]): readonly ReportSection[] {
  const seen = new Set<SectionId>();
  for (let i = 0; i < all.length; i++) {
    if (i >= 2 && !isBare(all[i - 2]!.syntax)) break;
    if (i >= 3 && seen.has(all[i]!.id)) return all.slice(i);
    seen.add(all[i]!.id);
  }
  return all;
}

function hasHanOrdinal({ syntax: { heading, text } }: ReportSection): boolean {
  return heading?.ordinal !== undefined && !/\d/.test(fold(text.slice(heading.ordinalSpan.start, heading.ordinalSpan.end)));
}

const PERIOD = /(20\d{2})\s*年\s*1\s*月\s*1\s*日.{0,6}?(?:20\d{2}\s*年)?\s*12\s*月\s*31\s*日/;
/** A year is looked for in the beginnings of slices only, so that an edit further on changes nothing. */
const HEAD = 2000;

function findYear(slices: Slices, title: ReportTitle | undefined): ReportModel['fiscalYear'] {
  const titled = title && readTitleYear(fold(title.text));
  if (titled) return { year: titled, source: 'title' };
  for (const { syntax } of slices.slice(0, 3)) {
    const { period } = yearsAtHead(syntax);
    if (period !== undefined) return { year: period, source: 'period' };
  }
  const named = slices[0] && yearsAtHead(slices[0].syntax).named;
  if (named !== undefined) return { year: named, source: 'text' };
  const overview = slices.find(({ syntax }) => syntax.heading?.id === 'overview');
  const year = overview && yearsAtHead(overview.syntax).first;
  return year ? { year, source: 'text' } : undefined;
}

/** `现公布云溪县水利局2018年政府信息公开工作年度报告` */
const REPORT_OF = /(20\d{2})\s*年度?\s*政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;

interface YearsAtHead {
  /** The year that a slice says at its beginning to report on, that in the name of the report, and the first one named there. */
  readonly period: number | undefined;
  readonly named: number | undefined;
  readonly first: number | undefined;
}

const yearsAtHead = remembered(({ text }: SectionSyntax): YearsAtHead => {
  const head = fold(text.slice(0, HEAD));
  const [period, named] = [PERIOD, REPORT_OF].map((told) => told.exec(head)?.[1]);
  return { period: period === undefined ? undefined : Number(period), named: named === undefined ? undefined : Number(named), first: readYear(head) };
});

const EARLIER_WORDS = /概述|收费及减免|收费和减免|统计表|指标名称|计量单位|咨询处理|历年累计/;

/** A report of before 2019: by its year, or by the words of its sections where it has none of the form's. */
function isEarlierFormat(slices: Slices, year: number | undefined, sections: readonly ReportSection[]): boolean {
  if (year !== undefined) return year < FIRST_FORM_YEAR;
  if (new Set(sections.map(({ id }) => id)).size >= 3) return false;
  return slices.some(({ syntax }) => EARLIER_WORDS.test(syntax.text) && /年度报告|年报/.test(syntax.text));
}

interface Preferred {
  readonly id: EditionId;
  readonly reason: 'setting' | 'year' | 'default';
}

function preferredEdition(setting: EditionSetting, year: number | undefined): Preferred {
  if (setting !== 'auto') return { id: setting, reason: 'setting' };
  const byYear = year === undefined ? undefined : editionOfYear(year);
  return byYear ? { id: byYear.id, reason: 'year' } : { id: EDITIONS[0]!.id, reason: 'default' };
}

/** The tables show their edition; the report's is theirs where they agree, else the one its year asks for. */
function decideEdition(preferred: Preferred, tables: readonly ReportTable[]): ReportModel['edition'] {
  if (preferred.reason === 'setting') return preferred;
  // 表四 is the same in both, and 表三 shows its edition by its rows only.
  const telling = tables.filter(({ id, table }) => id === 'proactiveDisclosure' || (id === 'requests' && !table.unreadable));
  const shown = new Set(telling.map(({ table }) => table.spec.edition));
  if (shown.size === 1 && !shown.has(preferred.id)) return { id: [...shown][0]!, reason: 'tables' };
  return preferred;
}

/** Each table of the form once: in its own section, else wherever its words are (a lost or misplaced heading). */
function tablesOf(slices: Slices, sections: readonly ReportSection[], preferred: EditionId): ReportTable[] {
  const ids: readonly TableId[] = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'];
  return ids.flatMap((id): ReportTable[] => {
    const own = sections.filter((section) => section.id === id);
    const ownSlices = new Set(own.map(({ syntax }) => syntax));
    const others = slices.filter(({ syntax }) => !ownSlices.has(syntax));
    for (const { start, syntax } of [...own, ...others]) {
      const table = bindTable(syntax, id, preferred);
      if (table) return [{ id, start, table }];
    }
    return [];
  });
}

/** Sections of the form that a report lacks, in order. */
export function missingSections(report: ReportModel): SectionId[] {
  const there = new Set(report.sections.map(({ id }) => id));
  return SECTION_IDS.filter((id) => !there.has(id));
}
