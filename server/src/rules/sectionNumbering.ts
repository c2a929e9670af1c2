/**
 * Which section headings are numbered otherwise than in the form, and whether by mistake or by a numbering of their own.
 *
 * Three or more headings that deviate in one way are a numbering of its own (all in Arabic digits, all one too low) and give
 * one finding. Where sections are missing or out of order and the headings are numbered 1, 2, 3 … as they stand, the numbers
 * only follow from that, and `section/missing` or `section/order` has told it.
 */
import type { ReportModel, ReportSection } from '../model/types';
import { type SectionId, sectionOrdinal } from '../syntax/sections';
import { fold } from '../text/fold';
import { type Edit, shift } from '../text/span';
import { firstSections, headingOf, headingSpan, ordinalMark } from './sectionWords';

/** `none`: no ordinal; `unread`: something stands in its place; `digits`: 1 instead of 一; `other`: the ordinal of another section. */
export type DeviationKind = 'none' | 'unread' | 'digits' | 'other';

export interface Deviation {
  readonly section: ReportSection;
  readonly kind: DeviationKind;
}

export interface Numbering {
  /** Deviations to be told one by one. */
  readonly single: readonly Deviation[];
  /** Deviations of one kind, three or more. */
  readonly systematic: readonly (readonly Deviation[])[];
}

const ENOUGH = 3;

export function numberingOf(report: ReportModel): Numbering {
  const sections = firstSections(report);
  if (followsFromPlace(sections)) return { single: [], systematic: [] };
  const inOrder = isInOrder(sections);
  const alike = new Map<string, Deviation[]>();
  sections.forEach((section, index) => {
    const kind = deviationOf(section);
    const { ordinal } = headingOf(section);
    // Out of order and numbered by its place: the order is the mistake.
    if (kind === undefined || (kind === 'other' && !inOrder && ordinal === index + 1)) return;
    const key = kind === 'other' ? `${ordinal! - sectionOrdinal(section.id)}` : kind;
    alike.set(key, [...(alike.get(key) ?? []), { section, kind }]);
  });
  const groups = [...alike.values()];
  return { single: groups.filter(({ length }) => length < ENOUGH).flat(), systematic: groups.filter(({ length }) => length >= ENOUGH) };
}

/** Whether the headings are numbered 1, 2, 3 … as they stand, although some are missing or out of order. */
export function followsFromPlace(sections: readonly ReportSection[]): boolean {
  const byPlace = sections.every((section, index) => deviationOf(section) !== 'digits' && headingOf(section).ordinal === index + 1);
  return byPlace && sections.some((section, index) => sectionOrdinal(section.id) !== index + 1);
}

export function isInOrder(sections: readonly ReportSection[]): boolean {
  return sections.every(({ id }, index) => index === 0 || sectionOrdinal(sections[index - 1]!.id) < sectionOrdinal(id));
}

function deviationOf(section: ReportSection): DeviationKind | undefined {
  const { ordinal, ordinalSpan } = headingOf(section);
  if (ordinal === undefined) return ordinalSpan.end > ordinalSpan.start ? 'unread' : 'none';
  if (/\d/.test(fold(section.syntax.text.slice(ordinalSpan.start, ordinalSpan.end)))) return 'digits';
  return ordinal === sectionOrdinal(section.id) ? undefined : 'other';
}

/** Gives a heading the ordinal of the form; `as` where the heading is taken for another section's. */
export function renumber(section: ReportSection, as: SectionId = section.id): Edit {
  return { span: shift(headingOf(section).ordinalSpan, section.start), newText: ordinalMark(as) };
}

/** Where a wrong ordinal is seen: the ordinal, or the heading that has none. */
export function ordinalPlace(section: ReportSection): Edit['span'] {
  const { ordinalSpan } = headingOf(section);
  return ordinalSpan.end > ordinalSpan.start ? shift(ordinalSpan, section.start) : headingSpan(section);
}
