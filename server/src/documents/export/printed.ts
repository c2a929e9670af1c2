/** What is sent out, whatever the format: paragraphs with the part they play in the report, and tables as the form draws them. */
import type { Text } from '../../text/span';
import type { Cell } from '../blocks';

/** `section`: 一、…; `topic`: （一）…; `signature`: agency and date at the end. */
export type ParagraphStyle = 'title' | 'section' | 'topic' | 'body' | 'signature';

export interface PrintedParagraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  /** One line. */
  readonly text: string;
  /** It begins a report that is not the first. */
  readonly newPage: boolean;
}

export interface PrintedCell extends Cell {
  readonly kind: 'head' | 'label' | 'value';
}

export interface PrintedTable {
  readonly kind: 'table';
  /** Columns of labels, and of all cells. */
  readonly labels: number;
  readonly columns: number;
  /** How many rows from the top are its head, to be repeated on every page. */
  readonly head: number;
  readonly rows: readonly (readonly PrintedCell[])[];
}

export interface PrintedDocument {
  /** Of the first report; empty where there is none. */
  readonly title: string;
  readonly blocks: readonly (PrintedParagraph | PrintedTable)[];
  /** What would be read otherwise, or is not as the form has it. */
  readonly losses: readonly Text[];
}
