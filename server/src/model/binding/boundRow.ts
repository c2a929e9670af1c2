/** A record and the row of the form it is → a row with its cells, or with what keeps it from having any. */
import type { RowSpec } from '../../editions';
import { rowsOf } from '../../syntax/rows';
import type { CellSyntax, SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { span } from '../../text/span';
import { remembered } from '../remembered';
import type { BoundLabel, BoundRow } from '../types';
import { cellsOf, spanOf } from './boundTable';
import { type Frames, valuesOf } from './frame';
import type { LabelMatcher } from './labels';
import type { Placement } from './places';

/** `rests`: how many numbers below it may be the ends of its own. */
export function boundRow(placement: Placement, spec: RowSpec, frames: Frames, rests: number): BoundRow {
  const { record } = placement;
  const expected = spec.columns.length;
  const read = valuesOf({ record, columns: expected }, frames);
  const all = isBehindOrdinal(read[0], placement, spec) ? read.slice(1) : read;
  const values = record.broken && all.at(-1)?.text === '' ? all.slice(0, all.findLastIndex(({ text }) => text !== '') + 1) : all;
  const label = labelOf(placement);
  const found = values.length + (values.length === expected ? (label ? numbersBehind(label, record.open || isInPieces(placement)) : 0) + (record.open ? rests : 0) : 0);
  return {
    spec,
    label,
    cells: found === expected ? cellsOf(spec, values) : [],
    found,
    expected,
    valuesSpan: spanOf(values.length > 0 ? values : record.values),
    values,
    layout: record.layout,
  };
}

/** Whether the row's number ran into its first value, set at the same height on the page: `5.0` behind `属于三类内部事务信息`. */
function isBehindOrdinal(first: CellSyntax | undefined, { anchor }: Placement, { title }: RowSpec): boolean {
  const ordinal = /^\d\./.exec(title)?.[0];
  return ordinal !== undefined && first?.text.startsWith(ordinal) === true && anchor !== undefined && !/^\d/.test(anchor.cells[0]!.text);
}

const NUMBERS_BEHIND = /\s\d[\d\s.,]*(?:件|条|项|宗|起|个|次|万?元)?$/;
const NUMBERS_GLUED = /(?<=\p{Script=Han})\d[\d\s.,]*$/u;

/** Whether a label stands on several lines of its cell, which are joined without a blank: what was wrapped below it may be a value. */
const isInPieces = (placement: Placement): boolean => (namingAnchor(placement)?.cells ?? placement.record.own).at(-1)?.pieces !== undefined;

/** The anchor of a placement, if its words name the row: those of another row say nothing of this one. */
const namingAnchor = ({ anchor, row, repeats }: Placement): Placement['anchor'] => (anchor?.row === (row ?? repeats) ? anchor : undefined);

/** How many numbers stand in the cell of a label behind its words, which are values that nothing told from it; where they may be `glued` also without a blank between. */
function numbersBehind({ text, kind }: Pick<BoundLabel, 'text' | 'kind'>, glued: boolean): number {
  if (kind === 'exact') return 0;
  const numbers = NUMBERS_BEHIND.exec(text) ?? (glued ? NUMBERS_GLUED.exec(text) : null);
  return numbers?.[0].match(/\d+/g)?.length ?? 0;
}

/** A cell that spans columns is converted, now and then, to as many cells of the same content: its value is one. */
export function withoutSpanned(row: BoundRow, section: SectionSyntax): BoundRow {
  const { spec, values, found, expected } = row;
  if (found <= expected || !values.slice(expected).every(({ text }) => text === values[expected - 1]!.text) || !repeatsSpans(section)) return row;
  const own = values.slice(0, expected);
  return { ...row, cells: cellsOf(spec, own), found: expected, valuesSpan: spanOf(own), values: own };
}

/** Whether a row has the same words in cells beside each other. */
const repeatsSpans = remembered((section: SectionSyntax): boolean =>
  rowsOf(section).some(({ open, cells }) => !open && cells.some(({ text, quantity }, i) => quantity.kind === 'text' && text === cells[i + 1]?.text)),
);

export function labelOf(placement: Placement): BoundLabel | undefined {
  const anchor = namingAnchor(placement);
  if (anchor) {
    const { cells, kind } = anchor;
    const [first, last] = [cells[0]!, cells.at(-1)!];
    if (first === last) return { span: first.span, text: first.text, kind, whole: kind !== 'part' };
    return { span: span(first.span.start, last.span.end), text: cells.map(({ text }) => text).join(''), kind, whole: false };
  }
  const own = placement.record.own.at(-1);
  return own ? { span: own.span, text: own.text, kind: 'place', whole: !placement.record.open } : undefined;
}

/** The words directly above numbers that stand on lines of their own: what a person takes for their label, though the form has no such row. */
export function labelAbove({ record, above }: Placement, matcher: LabelMatcher): BoundLabel | undefined {
  const words = record.open ? above?.words : undefined;
  return words && !matcher.isHeaderPiece(words.text) && !/\d/.test(words.text) ? { span: words.span, text: words.text, kind: 'place', whole: false } : undefined;
}

/** How many numbers stand below a row, beside the rest of its label: where it has all of its own, these are the ends of numbers that narrow columns broke. */
export function restsBelow(below: Placement | undefined, { title }: RowSpec, matcher: LabelMatcher): number {
  const words = below?.row === undefined && below?.record.open ? below.record.own.at(-1)?.text : undefined;
  if (words === undefined) return 0;
  const key = matcher.pieceKey(words.replace(NUMBERS_GLUED, ''));
  return key !== '' && matchKey(title).includes(key) ? below!.record.values.length + numbersBehind({ text: words, kind: 'part' }, true) : 0;
}
