/**
 * Rows of cells → labels and records.
 *
 * A record is what one row of the form holds: the values, with the words that stand with them. Layouts that do not say
 * where a row ends give open rows; their values are counted off by the number of columns.
 */
import { isRuleMark } from '../../syntax/layouts/ruleMarks';
import type { CellSyntax, RowSyntax } from '../../syntax/types';
import { isEmpty, isText, type Item, type Record } from './item';
import { withRowsOnTwoLines, withWordsInside } from './joinedRecords';
import type { LabelMatcher } from './labels';
import { betweenRules } from './withoutRules';

/** The items of `rows`. `arity`: values in a row of this table, 0 where rows differ. */
export function itemsOf(rows: readonly RowSyntax[], matcher: LabelMatcher, arity: number): Item[] {
  const apart: Item[] = [];
  for (const row of rows) new RowReading(apart, row, matcher, arity).read();
  const read = withWordsInside(apart, matcher);
  // Where some rows are seen to be whole, a lone number between them is none of theirs: a page number.
  const rowsSeen = read.some((item) => item.kind === 'record' && (!item.open || (item.whole && arity > 1 && item.values.length === arity)));
  const items: Item[] = [];
  read.forEach((written, index) => {
    const item = written.kind === 'record' && written.open ? betweenRules(written, matcher, arity) : written;
    if (item.kind === 'fragment' || !item.open) items.push(item);
    else if (item.values.every(isEmpty) && !isBlankOpenRow(item, read, index, matcher)) for (const cell of item.own) items.push({ kind: 'fragment', cell });
    else if (arity === 0) items.push(item);
    else if (!(rowsSeen && isStray(item, arity))) items.push(...chunks(item, arity));
  });
  return arity === 0 ? items : withRowsOnTwoLines(items, matcher, arity);
}

/** A label has no more pieces where each has a line of its own. */
const MOST_PIECES = 4;

/** At least as many blanks as a row has values, below its label, whole or in pieces. */
function isBlankOpenRow({ own, values }: Record, items: readonly Item[], index: number, matcher: LabelMatcher): boolean {
  if (own.length > 0) return false;
  let label = '';
  for (let i = index - 1; i >= Math.max(0, index - MOST_PIECES); i--) {
    const piece = items[i]!;
    if (piece.kind !== 'fragment') return false;
    label = piece.cell.text + label;
    const columns = matcher.columnsOf(label);
    if (columns > 0) return values.length >= columns;
  }
  return false;
}

/** A number without words where rows have several. */
function isStray({ own, values }: Record, arity: number): boolean {
  return own.length === 0 && values.length === 1 && arity > 1;
}

/** Cuts one row: what it holds is appended to `items`. */
class RowReading {
  /** A number without a label stands before what is read: the last of its row may have been wrapped to there. */
  #broken = false;

  constructor(
    private readonly items: Item[],
    private readonly row: RowSyntax,
    private readonly matcher: LabelMatcher,
    private readonly arity: number,
  ) {}

  read(): void {
    const { cells } = this.row;
    let own: CellSyntax[] = [];
    /** Where the values begin that end before the cell looked at, and whether all of them are blank. */
    let from = 0;
    let blank = true;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      if (!isText(cell)) {
        blank &&= isEmpty(cell);
      } else if (blank) {
        own.push(cell);
        from = index + 1; // those before it are cells of row spans before a label
      } else if (this.matcher.exact(cell.text) !== undefined) {
        // Two records side by side.
        this.#add(own, from, index);
        this.#broken = own.length === 0;
        own = [cell];
        from = index + 1;
        blank = true;
      } // else: words where a number should be
    }
    this.#add(own, from, cells.length);
  }

  /** Appends what `own` words and the cells `[from, end)` make: a record, or fragments where there are no values. */
  #add(own: readonly CellSyntax[], from: number, end: number): void {
    const { items, row, matcher, arity } = this;
    if (from === end && own.length === 1) {
      items.push({ kind: 'fragment', cell: own[0]! });
      return;
    }
    let values = row.cells.slice(from, end);
    const exact = own.findLastIndex((cell) => matcher.exact(cell.text) !== undefined);
    // `规韋 l 0 5`: what has no ideographs is no label.
    const named = exact < 0 && !WORDS.test(own.at(-1)?.text ?? '') ? own.findLastIndex(({ text }) => WORDS.test(text)) : exact;
    // `1.属于国家秘密 | 见附件 | 0 | …`: the words after the label are its first value.
    const words = named < 0 ? [] : own.slice(named + 1);
    const label = words.length > 0 ? matcher.match(own[named]!.text) : undefined;
    if (label && areValues(words, values, matcher.columns[label.row]!, matcher)) {
      values = [...words, ...values];
      own = own.slice(0, named + 1);
    }
    if (values.length === 0 || (values.every(isEmpty) && !row.open && !isBlankRow(own, named, values, matcher, arity))) {
      for (const cell of own) items.push({ kind: 'fragment', cell });
      return;
    }
    if (own.length === 0 && row.open && beginsWithWord(values, matcher, arity)) {
      own = values.slice(0, 1);
      values = values.slice(1);
    }
    const place = row.open ? undefined : { offset: end - values.length, cells: row.cells.length };
    addValued(items, { kind: 'record', own, values, layout: row.layout, open: row.open, whole: true, place, broken: this.#broken }, arity);
  }
}

const WORDS = /\p{Script=Han}/u;

/** Whether `words` behind a label stand where numbers should: with the values after them they are as many as its row has columns. */
function areValues(words: readonly CellSyntax[], values: readonly CellSyntax[], columns: number, matcher: LabelMatcher): boolean {
  const written = values.findLastIndex((cell) => !isEmpty(cell)) + 1;
  return [written, values.length].some((count) => words.length + count === columns) && !words.some(({ text }) => matcher.isHeader(text));
}

/** Whether what reads like a mark for nothing (无) stands before all values of a row: then it is a piece of a group’s label beside them. */
function beginsWithWord(values: readonly CellSyntax[], matcher: LabelMatcher, arity: number): boolean {
  const { quantity, text } = values[0]!;
  return values.length === arity + 1 && quantity.kind === 'blank' && /\p{Script=Han}/u.test(text) && matcher.isHeaderPiece(text);
}

/** A row of the form that is not filled in; a label with fewer blanks behind it is padded. */
function isBlankRow(own: readonly CellSyntax[], named: number, values: readonly CellSyntax[], matcher: LabelMatcher, arity: number): boolean {
  return named >= 0 && named === own.length - 1 && values.length >= Math.max(arity, 1) && !matcher.isHeader(own[named]!.text);
}

/** Appends `record`; values that go on where the record before them left off are joined to it. */
function addValued(items: Item[], record: Record, arity: number): void {
  const last = items.at(-1);
  if (record.own.length === 0 && last?.kind === 'record') {
    if (goesOn(last, record, arity)) {
      // In place: thousands of lines may go on one after another.
      for (const value of record.values) last.values.push(value);
      if (last.whole) items[items.length - 1] = { ...last, whole: false, place: undefined };
      return;
    }
    if (!last.open) items[items.length - 1] = { ...last, broken: true };
  }
  items.push(record);
}

function goesOn(last: Record, next: Record, arity: number): boolean {
  const isRow = ({ values, whole }: Record): boolean => arity > 1 && whole && values.length === arity;
  if (last.open && next.open) return !isRow(last) && !isRow(next);
  return arity > 0 && last.layout === next.layout && last.values.length + next.values.length === arity;
}

/**
 * A run of values that is a whole number of rows, cut into rows; the words before it belong to the first. Twice as many behind a label, on its own
 * line, are numbers that narrow columns broke: `（七）总计 258473 6 480492 9 …`.
 */
function chunks(record: Record, arity: number): Record[] {
  const { own, values, whole } = record;
  if (values.length <= arity || values.length % arity !== 0 || (whole && own.length > 0) || values.some((value) => isText(value) && isRuleMark(value.text))) return [record];
  const parts: Record[] = [];
  for (let i = 0; i < values.length; i += arity) {
    parts.push({ ...record, own: i === 0 ? record.own : [], values: values.slice(i, i + arity) });
  }
  return parts;
}
