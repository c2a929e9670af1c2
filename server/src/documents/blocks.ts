/** What a document is made of, whatever its format: paragraphs and tables, in order. */

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Lines end in `\n`. */
  readonly text: string;
}

/** A cell of a table, listed once, in the row and column that it begins in. */
export interface Cell {
  /** Its paragraphs and lines, each ending in `\n` but the last. */
  readonly text: string;
  /** Columns that it spans, at least 1. */
  readonly across: number;
  /** Rows that it spans, at least 1. */
  readonly down: number;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text });
