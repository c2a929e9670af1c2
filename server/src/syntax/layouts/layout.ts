/** What every layout reader shares: lines in, rows of cells out. A reader cuts; it never asks what a cell means. */
import { detached } from '../../text/detached';
import { fold } from '../../text/fold';
import { type Quantity, readQuantity } from '../../text/quantity';
import { byText } from '../../text/recent';
import type { Span } from '../../text/span';
import type { CellSyntax, RowSyntax } from '../types';

/** A line of a slice without its line end; offsets are relative to the slice. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Which separators a line shows; neighbouring lines of one family are read by one reader. */
export type Family = 'pipe' | 'tab' | 'html' | 'plain';

export interface LayoutReader {
  readonly family: Family;
  /** How well the lines of one run fit, 0–1; the best reader of the family reads them. */
  sniff(lines: readonly Line[]): number;
  read(lines: readonly Line[]): RowSyntax[];
}

interface Content {
  /** Padding before the text, in UTF-16 units. */
  readonly lead: number;
  readonly text: string;
  readonly quantity: Quantity;
}

/** Spaces as web pages write them, and Markdown that comes of them or indents rows with them. */
export const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288);/gi;

/** As Markdown tables and what converts to them write a line break inside a cell. */
const LINE_BREAK = /<br\s?\/?>/gi;

/** Blanks in the place of what stands for one, so that offsets stay. */
export const blankedOut = (written: string): string => ' '.repeat(written.length);

/** Cells say the same few words and numbers over and over. */
const contentOf = byText(8192, 64, (raw): Content => {
  const folded = fold(raw).replace(LINE_BREAK, blankedOut).replace(ENTITY, blankedOut);
  const text = detached(folded.trim());
  return { lead: text === '' ? 0 : folded.indexOf(text), text, quantity: readQuantity(text) };
});

/** A cell in one piece. Documents have them by the hundred thousand, and few are asked where they stand: that is put together then. */
class Cell implements CellSyntax {
  constructor(
    private readonly start: number,
    readonly text: string,
    readonly quantity: Quantity,
  ) {}

  /** Folded text is as long as what was written. */
  get span(): Span {
    return { start: this.start, end: this.start + this.text.length };
  }

  /** With its span, for whoever compares or prints what was read. */
  toJSON(): CellSyntax {
    return { span: this.span, text: this.text, quantity: this.quantity };
  }
}

/** The cell that begins at `start` and holds `text`. */
export function cellOf(start: number, text: string, quantity = readQuantity(text)): CellSyntax {
  return new Cell(start, text, quantity);
}

/** The cell in `line.text[from, to)`, padding removed. */
export function cellAt(line: Line, from: number, to: number): CellSyntax {
  const { lead, text, quantity } = contentOf(line.text.slice(from, to));
  return cellOf(line.start + from + lead, text, quantity);
}

/** What may stand between two cells: a character that `isSeparator` tells by its code. */
export type Separator = (code: number) => boolean;

/** A bar of any width, or one drawn as a box. */
export const isBar: Separator = (code) => code === 0x7c || code === 0xff5c || code === 0x2502;

export const isTab: Separator = (code) => code === 0x09;

/** Cells of `line` between single-character separators. */
export function splitCells(line: Line, isSeparator: Separator): CellSyntax[] {
  const { text } = line;
  const cells: CellSyntax[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSeparator(text.charCodeAt(at))) continue;
    cells.push(cellAt(line, from, at));
    from = at + 1;
  }
  return cells.slice(); // without room to grow: most rows are short
}

export function isBlankLine(line: Line): boolean {
  return fold(line.text).trim() === '';
}

/**
 * A cell written in pieces (on several lines, in several paragraphs); its span runs from the first piece to the last. Two
 * numbers below each other are not one, unless `between` says how they are joined.
 */
export function joinPieces(pieces: readonly CellSyntax[], between?: string): CellSyntax {
  const written = pieces.filter(({ text }) => text !== '');
  if (written.length <= 1) return written[0] ?? pieces[0]!;
  const text = written.map((piece) => piece.text).join(between ?? (written.every(isNumber) ? ' ' : ''));
  const spans = written.flatMap(({ span, pieces: own }) => own ?? [span]);
  return { span: { start: spans[0]!.start, end: spans.at(-1)!.end }, pieces: spans, text, quantity: readQuantity(text) };
}

export const isNumber = ({ quantity }: CellSyntax): boolean => quantity.kind === 'number';

/** A blank cell at `offset`. */
export function emptyAt(offset: number): CellSyntax {
  return cellOf(offset, '');
}
