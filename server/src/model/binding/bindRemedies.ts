/** 表四 stands beside itself: three times four results and a total, in one row of 15 or in three of 5. */
import type { TableSpec } from '../../editions';
import { rowsOf } from '../../syntax/rows';
import type { CellSyntax, RowSyntax, SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { span } from '../../text/span';
import { boundTable, cellsOf, spanOf, unreadTable } from './boundTable';
import { holdsAlong } from './deduce';
import { NO_FRAMES, valuesOf } from './frame';
import { readGluedBeside } from './glued';
import { mayBeValue, standsForNumber } from './joinedRecords';
import { matcherOf } from './labels';
import type { Item, Record } from './item';
import { itemsOf } from './records';
import { withoutRules } from './withoutRules';
import { keyOfSection } from './sectionKey';
import type { BoundRow, BoundTable } from '../types';

export function bindRemedies(section: SectionSyntax, spec: TableSpec): BoundTable | undefined {
  const matcher = matcherOf(spec);
  const width = spec.rows[0]!.columns.length;
  const full = width * spec.rows.length;
  const all = itemsOf(rowsOf(section), matcher, 0);
  // Behind a heading that was lost 表三 stands above it in the slice, with totals of its own.
  const start = all.findIndex((item) => item.kind === 'fragment' && item.cell.text !== '总计' && (matcher.isHeader(item.cell.text) || /^结果|复议|诉讼/.test(item.cell.text)));
  const items = all.slice(Math.max(start, 0));
  const records = items.filter((item): item is Record => item.kind === 'record' && !item.values.some(({ text }) => HEAD.test(text)));
  const written = remedyValues(items, records, full, width);
  const deduced = records[0]?.layout === 'flattened' && written.length !== full ? readGluedBeside(written, spec.rows) : undefined;
  const empty = written.length === 0 ? emptyRemedies(section, full) : undefined;
  const values = deduced ?? empty?.cells.slice(0, full) ?? (written.length === full ? written : (withWord(items, spec, full) ?? written));
  if (values.length === 0) {
    const key = keyOfSection(section);
    return /结果维持结果纠正其他结果/.test(key) ? unreadTable(section, spec, /\d/.test(key) ? 'places' : 'blank', section.heading?.span ?? span(0, 1)) : undefined;
  }
  if (mayBeShifted(values, records[0]) && !addsUp(values, spec)) return unreadTable(section, spec, 'places', spanOf(values));
  const fits = values.length === full;
  if (!fits && records[0]!.layout === 'flattened') return unreadTable(section, spec, 'glued', spanOf(values));
  // Numbers in several small groups, headers between them: not even which of them belong together is certain.
  if (!fits && values.length * 2 < full) return unreadTable(section, spec, 'places', spanOf(values));
  const rows = spec.rows.map((row, i): BoundRow => {
    const own = fits ? values.slice(i * width, (i + 1) * width) : values;
    return {
      spec: row,
      label: undefined,
      cells: fits ? cellsOf(row, own) : [],
      found: fits ? width : values.length,
      expected: fits ? width : full,
      valuesSpan: spanOf(own),
      values: own,
      layout: empty?.layout ?? records[0]!.layout,
    };
  });
  return { ...boundTable(section, spec, fits ? rows : rows.slice(0, 1), [], undefined), deduced: deduced !== undefined };
}

/** Among the values of a row they show that it is the head, with marks between its words. */
const HEAD = /结果|维持|纠正|审结|总计|复议|诉讼/;

/** The row of a 表四 that is not filled in: below the header, as many blank cells as there are values, and nothing else. */
function emptyRemedies(section: SectionSyntax, full: number): RowSyntax | undefined {
  const rows = rowsOf(section);
  const header = rows.findLastIndex(({ cells }) => cells.some(({ text }) => /尚未|总计/.test(text)));
  return rows.slice(header + 1).find(({ cells, open }) => header >= 0 && !open && cells.length >= full && cells.every(({ text }) => text === ''));
}

/** The 15 values, or whatever stands in their place. */
function remedyValues(items: readonly Item[], records: readonly Record[], full: number, width: number): readonly CellSyntax[] {
  const asWritten = records.map((record) => withoutRules(valuesOf({ record, columns: full }, NO_FRAMES), full));
  // A row of the head may be padded with as many blanks.
  const isWhole = (own: readonly CellSyntax[]): boolean => own.length === full;
  const filled = asWritten.findIndex((own) => isWhole(own) && own.some(({ text }) => text !== ''));
  const whole = filled >= 0 ? filled : asWritten.findIndex(isWhole);
  if (whole >= 0) {
    if (isFirstBrokenOff(items, records[whole]!, asWritten[whole]!)) return [];
    const { broken } = records[whole]!;
    return broken && asWritten[whole]!.at(-1)!.text === '' ? [...asWritten[whole]!, ...(records[whole + 1]?.values ?? [])] : asWritten[whole]!;
  }
  const parts = records.filter((record) => valuesOf({ record, columns: width }, NO_FRAMES).length === width);
  if (parts.length * width === full && parts.length === records.length && inOrder(items, parts)) return parts.flatMap((record) => valuesOf({ record, columns: width }, NO_FRAMES));
  const longest = asWritten.sort((a, b) => b.length - a.length)[0] ?? [];
  return longest.some(({ text }) => text !== '') ? longest : [];
}

/** A blank first value, and a number alone on the line before it: that may be it, or a page's number. */
function isFirstBrokenOff(items: readonly Item[], record: Record, [first]: readonly CellSyntax[]): boolean {
  const before = items[items.indexOf(record) - 1];
  return first?.text === '' && before?.kind === 'record' && before.values.length === 1;
}

/**
 * Words in place of one number, among numbers that stand by themselves, before them, or, where they look like one, behind them: the rows
 * that hold none must vouch for their places.
 */
function withWord(items: readonly Item[], spec: TableSpec, full: number): readonly CellSyntax[] | undefined {
  const [first, last] = [Math.max(items.findIndex(({ kind }) => kind === 'record'), 0), items.findLastIndex(({ kind }) => kind === 'record')];
  const [before, behind] = [items[first - 1], items[last + 1]];
  const reaches: (readonly [from: number, to: number])[] = [[first, last]];
  if (before && mayBeValue(before, matcherOf(spec))) reaches.push([first - 1, last]);
  if (behind && standsForNumber(behind)) reaches.push([first, last + 1]);
  for (const [from, to] of reaches) {
    const cells = items.slice(from, to + 1).flatMap((item): readonly CellSyntax[] => (item.kind === 'record' ? [...item.own, ...item.values] : [item.cell]));
    const words = cells.filter(({ quantity }) => quantity.kind === 'text');
    if (words.length === 1 && !NO_VALUE.test(words[0]!.text) && cells.length === full && addsUp(cells, spec, words[0])) return cells;
  }
  return undefined;
}

/** Bars between the rows of a web table look like blank cells: one at an end of the values may be none of them. */
function mayBeShifted(values: readonly CellSyntax[], record: Record | undefined): boolean {
  return record?.layout === 'pipe-cell' && [values[0], values.at(-1)].some((cell) => cell?.text === '');
}

/** Whether every row of `values`, blanks counted as 0, adds up, but for the one that holds `except`. */
function addsUp(values: readonly CellSyntax[], { rows, equations }: TableSpec, except?: CellSyntax): boolean {
  let from = 0;
  return rows.every(({ columns }) => {
    const own = values.slice(from, (from += columns.length));
    if (except && own.includes(except)) return true;
    const numbers = columns.map((_, i) => (own[i]?.quantity.kind === 'number' ? own[i].quantity.value : 0));
    return equations.every((equation) => holdsAlong(equation, columns.map(({ id }) => id), numbers));
  });
}

/** Words of the head, and marks of pages. */
const NO_VALUE = new RegExp(`${HEAD.source}|\\d|页`);

/** Whether the words above the second and the third of the rows, if they say whose these are, say it in the order of the form. */
function inOrder(items: readonly Item[], [first, second, third]: readonly Record[]): boolean {
  const above = (from: Record, to: Record): string => {
    const between = items.slice(items.indexOf(from) + 1, items.indexOf(to));
    return matchKey(between.flatMap((item) => (item.kind === 'fragment' ? [item.cell.text] : [])).join('')) + matchKey(to.own.map(({ text }) => text).join(''));
  };
  const names = (words: string): readonly boolean[] => [words.includes('未经复议'), words.includes('复议后')];
  const [direct, after] = names(above(first!, second!));
  const [directAgain, afterAgain] = names(above(second!, third!));
  return (direct! || !after!) && (!directAgain! || afterAgain!);
}
