/**
 * Slices → reports. A document may hold several reports one after another; each is bound and checked by itself.
 *
 * Where a report ends is decided by its own slices and a few after them, so an edit in a thick volume is grouped anew from
 * the report it is in to the next one that begins where one began before.
 */
import { FIRST_FORM_YEAR } from '../../editions';
import { fold } from '../../text/fold';
import type { SectionId } from '../../syntax/sections';
import type { DocumentSyntax, PlacedSection } from '../../syntax/types';
import { isBare } from './bareHeading';
import { type EditionSetting, modelOf, readHead, type ReportHead } from './report';
import { readYear } from './title';
import type { PlacedReport } from '../types';

/** The reports of a document before an edit. */
export interface Grouped {
  readonly syntax: DocumentSyntax;
  readonly reports: readonly PlacedReport[];
}

/** The reports of a document, in order; at least one unless the document is empty. Those of `before`, read under the same setting, are kept where nothing changed. */
export function reportsOf({ sections }: DocumentSyntax, setting: EditionSetting, before?: Grouped): PlacedReport[] {
  const old = before?.reports ?? [];
  const same = before ? sameEnds(before.syntax.sections, sections) : { head: 0, tail: 0 };
  const reports: PlacedReport[] = [];
  for (const report of old) {
    if (report.reach >= same.head) break;
    reports.push(report);
  }
  let first = reports.length === 0 ? 0 : reports.at(-1)!.first + reports.at(-1)!.model.slices.length;
  // In the text before, the slices that are the same at the end stood so much further on.
  const moved = (before?.syntax.sections.length ?? 0) - sections.length;
  let next = reports.length;
  while (first < sections.length) {
    while (next < old.length && old[next]!.first < first + moved) next++;
    if (first >= sections.length - same.tail && next < old.length && old[next]!.first === first + moved) {
      const by = sections[first]!.start - old[next]!.start;
      for (const { start, model, first: at, reach } of old.slice(next)) reports.push({ start: start + by, model, first: at - moved, reach: reach - moved });
      break;
    }
    const { end, reach } = reportFrom(sections, first);
    const group = sections.slice(first, end);
    reports.push({ start: group[0]!.start, model: modelOf(group, setting), first, reach });
    first = end;
  }
  return reports;
}

/** The heads of the reports of a document, in order: those that `reportsOf` gives, without their tables. */
export function headsOf({ sections }: DocumentSyntax, setting: EditionSetting): ReportHead[] {
  const heads: ReportHead[] = [];
  for (let first = 0; first < sections.length; ) {
    const { end } = reportFrom(sections, first);
    heads.push(readHead(sections.slice(first, end), setting));
    first = end;
  }
  return heads;
}

/** How many slices at the beginning, and of the others at the end, are the same objects; those at the beginning at the same place. */
function sameEnds(old: readonly PlacedSection[], now: readonly PlacedSection[]): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && (old[head] === now[head] || (old[head]!.syntax === now[head]!.syntax && old[head]!.start === now[head]!.start))) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail]!.syntax === now[now.length - 1 - tail]!.syntax) tail++;
  return { head, tail };
}

/** What is known of a report while its slices are gathered. */
class Gathering {
  readonly ids = new Set<SectionId>();
  headings = 0;
  /** Whether the last section has text, whether one before it has, and whether one after 一 has. */
  lastWritten = false;
  earlierWritten = false;
  partWritten = false;

  add({ syntax }: PlacedSection): void {
    if (!syntax.heading) return;
    this.ids.add(syntax.heading.id);
    this.headings++;
    this.earlierWritten ||= this.lastWritten;
    this.lastWritten = !isBare(syntax);
    this.partWritten ||= this.lastWritten && syntax.heading.id !== 'overview';
  }
}

/** Where the report that begins at `first` ends, and the last slice that was looked at to tell: `Infinity` if it is the end of the document that tells. */
function reportFrom(sections: readonly PlacedSection[], first: number): { readonly end: number; readonly reach: number } {
  const report = new Gathering();
  let reach = first;
  for (let index = first; index < sections.length; index++) {
    if (index > first) {
      const answer = opensReport(sections, index, report);
      reach = Math.max(reach, answer.reach);
      if (answer.opens) return { end: index, reach };
    }
    report.add(sections[index]!);
  }
  return { end: sections.length, reach: Infinity };
}

interface Answer {
  readonly opens: boolean;
  readonly reach: number;
}

function opensReport(sections: readonly PlacedSection[], index: number, { ids, headings, earlierWritten, partWritten }: Gathering): Answer {
  const no = { opens: false, reach: index };
  // Of a table of contents at most the last entry has text after it: what stands between contents and report.
  const isContents = headings >= 3 && !earlierWritten;
  if (!partWritten || isContents) return no;
  const { heading } = sections[index]!.syntax;
  if (!heading) return { opens: startsReport(sections, index), reach: index + TITLE_REACH };
  if (heading.id !== 'overview') return no;
  return ids.has('overview') && ids.has('otherMatters') ? { opens: true, reach: index } : repeats(sections, index, ids);
}

/** Whether a section after the overview at `index` is one of `ids`; if none is, that overview is a stray of the same report. */
function repeats(sections: readonly PlacedSection[], index: number, ids: ReadonlySet<SectionId>): Answer {
  for (let i = index + 1; i < sections.length; i++) {
    const id = sections[i]!.syntax.heading?.id;
    if (id === 'overview') return { opens: false, reach: i };
    if (id && ids.has(id)) return { opens: true, reach: i };
  }
  return { opens: false, reach: Infinity };
}

/** How many slices after a title are asked for a heading. */
const TITLE_REACH = 8;

/** Whether the title at `index`, after sections of a report, opens another report: headings follow, or an earlier year's text. */
function startsReport(sections: readonly PlacedSection[], index: number): boolean {
  if (sections.slice(index + 1, index + 1 + TITLE_REACH).some(({ syntax }) => syntax.heading)) return true;
  const { text } = sections[index]!.syntax;
  const year = readYear(fold(text.slice(0, 200)));
  return year !== undefined && year < FIRST_FORM_YEAR && text.length > 500;
}
