/** Where a slice is prose: the sections that are written, up to a table that stands in one because a heading was lost. */
import type { SectionSyntax } from '../syntax/types';
import type { SectionId } from '../syntax/sections';
import { fold } from '../text/fold';
import { type Span, span } from '../text/span';
import { remembered } from './remembered';

const WRITTEN: ReadonlySet<SectionId> = new Set<SectionId>(['overview', 'problemsAndImprovements', 'otherMatters']);
const TABLE_BEGINS = /勾稽关系|申请人情况|本年(?:制发件数|新制作数量|新收政府信息公开申请数量)|第二十条\s{0,3}第/;

/** The text of a written section, without its heading; undefined for any other slice. Computed once for a slice. */
export const proseOf = remembered(({ text, heading }: SectionSyntax): Span | undefined => {
  if (!heading || !WRITTEN.has(heading.id)) return undefined;
  const from = heading.span.end;
  const table = text.slice(from).search(TABLE_BEGINS);
  return span(from, table < 0 ? text.length : from + table);
});

/** The whole slice folded. Computed once for a slice. */
export const foldedText = remembered(({ text }: SectionSyntax): string => fold(text));
