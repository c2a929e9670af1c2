/** What binding works on: words, and values with the words that stand with them. */
import type { CellSyntax, LayoutId } from '../../syntax/types';

/** Words without numbers: a label, a piece of one, a header, a group. */
export interface Fragment {
  readonly kind: 'fragment';
  readonly cell: CellSyntax;
}

/** What one row of the form holds, or a part of it. */
export interface Record {
  readonly kind: 'record';
  /** Words in the same row, before the values. */
  readonly own: readonly CellSyntax[];
  /** Without structural blanks before the label; padding after the values is still there. */
  readonly values: CellSyntax[];
  readonly layout: LayoutId;
  readonly open: boolean;
  /** All values stand in one row of the text. */
  readonly whole: boolean;
  /** In rows with separators: the index of the first value, and how many cells the row has. */
  readonly place: { readonly offset: number; readonly cells: number } | undefined;
  /** Values without words stand below it, or before it in its row: if it ends in blanks, they may be the rest of it, broken off. */
  readonly broken: boolean;
}

export type Item = Fragment | Record;

/** Whether values stand by themselves in a layout that shows no ends of rows: which row they are is told by what is around them. */
export const standsApart = ({ open, own }: Record): boolean => open && own.length === 0;

export const isText = (cell: CellSyntax): boolean => cell.quantity.kind === 'text';
/** A blank cell. */
export const isEmpty = (cell: CellSyntax): boolean => cell.text === '';
