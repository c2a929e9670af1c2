/**
 * 表二 and 表三, a row of the form below the other: every value gets its row and column, or the row says why it can't.
 *
 * Nothing is guessed. A row with too many or too few values keeps no cells; a table most of whose rows are so is
 * unreadable as a whole and gives one finding instead of many.
 */
import type { TableSpec } from '../../editions';
import type { SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import type { BoundRow, BoundTable, UnknownRow, UnreadableReason } from '../types';
import { boundRow, labelAbove, labelOf, restsBelow, withoutSpanned } from './boundRow';
import { boundTable, spanOf, unreadTable } from './boundTable';
import { withoutDoubted } from './doubts';
import { framesOf } from './frame';
import { type LabelMatcher, matcherOf } from './labels';
import { labelsOnly } from './labelsOnly';
import { rowsWithoutNumbers } from './numberedRows';
import { withoutOtherTables } from './otherTables';
import { type Placement, placeRecords } from './places';
import { itemsOf } from './records';

export function bindRows(section: SectionSyntax, spec: TableSpec): BoundTable | undefined {
  const matcher = matcherOf(spec);
  const arities = new Set(spec.rows.map(({ columns }) => columns.length));
  const arity = arities.size === 1 ? spec.rows[0]!.columns.length : 0;
  const items = withoutOtherTables(itemsOf(rowsWithoutNumbers(section), matcher, arity), spec);
  const placed = placeRecords(items, matcher);
  if (!placed) return unreadTable(section, spec, 'places', spanOf(items.flatMap((item) => (item.kind === 'record' ? item.values : []))));
  const placements = withoutDoubted(placed, spec);
  if (!placements.some(({ row, anchor }) => row !== undefined && anchor)) return labelsOnly(section, spec, items, matcher);
  const first = placements.findIndex(({ row }) => row !== undefined);
  const last = placements.findLastIndex(({ row }) => row !== undefined);
  const frames = framesOf(placements.flatMap(({ record, row }) => (row === undefined ? [] : [{ record, columns: spec.rows[row]!.columns.length }])));
  const rows: BoundRow[] = [];
  const unknown: UnknownRow[] = [];
  placements.forEach((placement, index) => {
    const rowSpec = placement.row === undefined ? undefined : spec.rows[placement.row]!;
    if (rowSpec) rows.push(withoutSpanned(boundRow(placement, rowSpec, frames, restsBelow(placements[index + 1], rowSpec, matcher)), section));
    else if (isBlankGroup(placement, matcher) || isRestOf(placements[index - 1], placement, spec, matcher)) return;
    else if (index > first && index < last ? isRowLike(placement, spec) : isNamedRow(placement, spec)) {
      unknown.push({ label: labelOf(placement) ?? labelAbove(placement, matcher), span: spanOf([...placement.record.own, ...placement.record.values]), repeats: placement.repeats === undefined ? undefined : spec.rows[placement.repeats], instead: [] });
    }
  });
  return boundTable(section, spec, rows, unknown, unreadableReason(rows) ?? (placed.tornApart && isMostlyLost(rows, spec) ? 'places' : undefined));
}

/** Whether less than half of the rows are read: of the others, which have their labels here and their numbers there, nobody shall be told that they are missing. */
function isMostlyLost(rows: readonly BoundRow[], spec: TableSpec): boolean {
  return rows.filter(({ cells }) => cells.length > 0).length * 2 < spec.rows.length;
}

/**
 * Whether a row that lacks numbers goes on below, beside the rest of its label or of its group's: what a page has at one height may stand
 * on two lines, and in which order its numbers do nobody can say. The row tells of it.
 */
function isRestOf(before: Placement | undefined, { record: { open, own, values } }: Placement, spec: TableSpec, matcher: LabelMatcher): boolean {
  const words = own.at(-1)?.text;
  if (before?.row === undefined || !open || words === undefined) return false;
  const isPiece = matchKey(words) !== '' && (matcher.isHeaderPiece(words) || matcher.isPiece(matcher.pieceKey(words)));
  const numbers = [...before.record.values, ...values].filter(({ text }) => text !== '');
  return isPiece && numbers.length === spec.rows[before.row]!.columns.length;
}

/** Between rows of the form, anything with the values of a row is a row; outside, it must look like one. */
function isRowLike({ record, repeats }: Placement, spec: TableSpec): boolean {
  const arities = spec.rows.map(({ columns }) => columns.length);
  return repeats !== undefined || (!record.open && (record.own.length > 0 || record.values.length > 1)) || arities.includes(record.values.length);
}

/** The name of a group with marks for nothing behind it. */
function isBlankGroup({ record: { own, values } }: Placement, matcher: LabelMatcher): boolean {
  return values.every(({ quantity }) => quantity.kind === 'blank') && matcher.isHeader(own.at(-1)?.text ?? '');
}

function isNamedRow(placement: Placement, spec: TableSpec): boolean {
  return placement.repeats !== undefined || (!placement.record.open && isRowLike(placement, spec) && placement.record.values.length >= spec.rows[0]!.columns.length);
}

/** Half the rows, and at least four, with a wrong number of values: the cells can't be told apart. */
function unreadableReason(rows: readonly BoundRow[]): UnreadableReason | undefined {
  const odd = rows.filter(({ found, expected, layout }) => found !== expected && layout !== 'flattened').length;
  return odd >= 4 && odd * 2 >= rows.length ? 'counts' : undefined;
}
