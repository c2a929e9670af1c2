/**
 * Rows of cells → labels and records.
 *
 * A record is what one row of the form holds: the values, with the words that stand with them. Layouts that do not say
 * where a row ends give open rows; their values are counted off by the number of columns.
 */
import type { CellSyntax, LayoutId, RowSyntax } from '../syntax/types';
import type { LabelMatcher } from './labels';

/** Words without numbers: a label, a piece of one, a header, a group. */
export interface Fragment {
  readonly kind: 'fragment';
  readonly cell: CellSyntax;
}

export interface Record {
  readonly kind: 'record';
  /** Words in the same row, before the values. */
  readonly own: readonly CellSyntax[];
  /** Without structural blanks before the label; padding after the values is still there. */
  readonly values: CellSyntax[];
  readonly layout: LayoutId;
  readonly open: boolean;
}

export type Item = Fragment | Record;

/** The items of `rows`. `arity`: values in a row of this table, 0 where rows differ. */
export function itemsOf(rows: readonly RowSyntax[], matcher: LabelMatcher, arity: number): Item[] {
  const items: Item[] = [];
  for (const row of rows) for (const item of rowItems(row, matcher, arity)) append(items, item, arity);
  const closed = items.some((item) => item.kind === 'record' && !item.open);
  return items.flatMap((item) => {
    if (item.kind === 'fragment' || !item.open || arity === 0) return [item];
    return closed && isStray(item, arity) ? [] : chunks(item, arity);
  });
}

/** A lone number between rows that have cells: a page number, torn out of its place. */
function isStray({ own, values }: Record, arity: number): boolean {
  return own.length === 0 && values.length === 1 && arity > 1;
}

const isText = (cell: CellSyntax): boolean => cell.quantity.kind === 'text';
const isEmpty = (cell: CellSyntax): boolean => cell.text === '';

function rowItems(row: RowSyntax, matcher: LabelMatcher, arity: number): readonly Item[] {
  const items: Item[] = [];
  let own: CellSyntax[] = [];
  let values: CellSyntax[] = [];
  for (const cell of row.cells) {
    if (!isText(cell)) {
      values.push(cell);
    } else if (values.every(isEmpty)) {
      values = []; // cells of row spans before a label
      own.push(cell);
    } else if (matcher.exact(cell.text) !== undefined) {
      // Two records side by side.
      addRecord(items, own, values, row, matcher, arity);
      own = [cell];
      values = [];
    } else {
      values.push(cell); // words where a number should be
    }
  }
  addRecord(items, own, values, row, matcher, arity);
  return items;
}

/** What `own` words and `values` make: a record, or fragments where there are no values. */
function addRecord(items: Item[], own: CellSyntax[], values: CellSyntax[], row: RowSyntax, matcher: LabelMatcher, arity: number): void {
  const named = own.findLastIndex((cell) => matcher.exact(cell.text) !== undefined);
  // `1.属于国家秘密 | 见附件 | 0 | …`: the words after the label are its first value.
  if (named >= 0 && named < own.length - 1 && arity > 0 && own.length - 1 - named + values.length === arity) {
    values = [...own.slice(named + 1), ...values];
    own = own.slice(0, named + 1);
  }
  if (values.every(isEmpty)) {
    const blankRow = values.length > 0 && named === own.length - 1 && named >= 0 && values.length >= Math.max(arity, 1) && !matcher.isHeader(own[named]!.text);
    if (!blankRow) {
      for (const cell of own) items.push({ kind: 'fragment', cell });
      return;
    }
  }
  items.push({ kind: 'record', own, values, layout: row.layout, open: row.open });
}

/** Appends `item`; values that go on where the record before them left off are joined to it. */
function append(items: Item[], item: Item, arity: number): void {
  const last = items.at(-1);
  if (item.kind === 'record' && item.own.length === 0 && last?.kind === 'record' && goesOn(last, item, arity)) {
    // In place: thousands of lines may go on one after another.
    while (last.values.at(-1)?.text === '') last.values.pop();
    for (const value of item.values) last.values.push(value);
  } else {
    items.push(item.kind === 'record' ? { ...item, values: [...item.values] } : item);
  }
}

function goesOn(last: Record, next: Record, arity: number): boolean {
  if (last.open && next.open && !fullLine(last, next, arity)) return true;
  const written = arity > 0 ? count(last.values) : 0;
  return arity > 0 && written < arity && written + count(next.values) === arity;
}

const count = (values: readonly CellSyntax[]): number => values.filter((cell) => !isEmpty(cell)).length;

/** Whole rows, each on its own line, are not joined even where lines are open. */
function fullLine(last: Record, next: Record, arity: number): boolean {
  return arity > 1 && last.values.length === arity && next.values.length === arity;
}

/** A run of values that is a whole number of rows, cut into rows; the words before it belong to the first. */
function chunks(record: Record, arity: number): Record[] {
  const { values } = record;
  if (values.length <= arity || values.length % arity !== 0) return [record];
  const parts: Record[] = [];
  for (let i = 0; i < values.length; i += arity) {
    parts.push({ ...record, own: i === 0 ? record.own : [], values: values.slice(i, i + arity) });
  }
  return parts;
}
