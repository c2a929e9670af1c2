/**
 * What a text looks like before it means anything: slices with headings, and rows of cells.
 *
 * Every span in a `SectionSyntax` is RELATIVE to the start of its slice, so an untouched slice keeps its identity
 * (`===`) when text before it grows or shrinks, and everything computed from it is reused.
 */
import type { Span } from '../text/span';
import type { SectionId } from './sections';
import type { Quantity } from '../text/quantity';

/** How a run of lines separates its cells; one reader each in `layouts/`. */
export type LayoutId = 'pipe' | 'pipe-cell' | 'grid' | 'html' | 'tab' | 'cell-per-line' | 'flow' | 'ruled' | 'flattened';

export interface CellSyntax {
  /** Without padding; an empty cell keeps its zero-width place. */
  readonly span: Span;
  /** Where the text stands, if it is in pieces between which other things may stand. */
  readonly pieces?: readonly Span[];
  /** Folded, trimmed text: for matching only, never for editing. */
  readonly text: string;
  /** What the cell holds, read as a quantity; labels are `text`. */
  readonly quantity: Quantity;
}

export interface RowSyntax {
  readonly span: Span;
  readonly layout: LayoutId;
  readonly cells: readonly CellSyntax[];
  /** The layout does not tell where a row ends: neighbouring open rows may be parts of one row. */
  readonly open: boolean;
}

/** A recognised section heading: `三、收到和处理政府信息公开申请情况`. */
export interface HeadingSyntax {
  /** The whole heading without surrounding white space: ordinal and title. */
  readonly span: Span;
  /** The section the title names. */
  readonly id: SectionId;
  /** 1–10 as written; undefined where the heading has none. */
  readonly ordinal: number | undefined;
  /** The ordinal as written with its mark (`三、`); empty at the place where it should stand. */
  readonly ordinalSpan: Span;
  readonly titleSpan: Span;
  /** How the title was recognised: as the form prints it, in a known variant, or by likeness. */
  readonly match: 'official' | 'variant' | 'similar';
}

/** A piece of a document between two boundaries: a heading with what follows it, or text before the first heading. */
export interface SectionSyntax {
  /** The exact slice, line ends included. */
  readonly text: string;
  /** Undefined: the slice starts with a report title or with the document. */
  readonly heading: HeadingSyntax | undefined;
}

export interface PlacedSection {
  /** Offset of the slice in the document. */
  readonly start: number;
  readonly syntax: SectionSyntax;
}

/** A document cut into slices without gaps: their texts concatenated are the text. */
export interface DocumentSyntax {
  readonly length: number;
  readonly sections: readonly PlacedSection[];
}
