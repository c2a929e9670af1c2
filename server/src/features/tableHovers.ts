/** What is told of a piece of a table. */
import type { TableSpec } from '../editions';
import { CAPTION_MEANINGS } from '../editions/meanings';
import type { BoundCell, BoundRow, BoundTable } from '../model/types';
import { columnName, isWholeTable, rowName, written } from '../rules/tableWords';
import { matchKey } from '../text/fold';
import type { Text } from '../text/span';
import type { PlacedPiece } from './cellAt';
import { equationInWords, equationsAt, type Place } from './equations';
import { item, line, type Line, title } from './told';
import { meaningOf, withLaw } from './meanings';
import { readable } from './readable';

export function pieceLines({ table, meaning }: PlacedPiece): Line<Text>[] {
  switch (meaning.kind) {
    case 'cell':
      return cellLines(table, meaning.row, meaning.cell);
    case 'value':
      return [title(isWholeTable(meaning.row) ? named(table.spec) : named(table.spec, rowName(meaning.row.spec))), line(countsOf(meaning.row))];
    case 'row':
      return rowLines(table, meaning.row);
    case 'column':
      return [title(named(table.spec, columnName(meaning.column))), ...equations(table, { column: meaning.column.id })];
    case 'group':
      return groupLines(table.spec, meaning.group, meaning.rows);
  }
}

function cellLines(table: BoundTable, row: BoundRow, cell: BoundCell): Line<Text>[] {
  return [
    title(named(table.spec, rowName(row.spec), columnName(cell.column))),
    line(valueOf(table, cell)),
    line(meaningOf(row.spec)),
    ...doubts(table, row),
    ...equations(table, { row: row.spec.id, column: cell.column.id }),
  ];
}

function rowLines(table: BoundTable, row: BoundRow): Line<Text>[] {
  const { spec, label } = row;
  const differs = label !== undefined && label.kind !== 'place' && !matchKey(label.text).endsWith(matchKey(spec.title));
  return [
    title(named(table.spec, rowName(spec))),
    ...(differs ? [line({ zh: `表式行名：${spec.title}`, en: `Label of the form: ${spec.title}` })] : []),
    line(meaningOf(spec)),
    ...doubts(table, row),
    ...(row.cells.length === 0 ? [line(countsOf(row))] : []),
    ...equations(table, { row: spec.id }),
  ];
}

/** The caption of a block of 表二, or the label of rows that the form does not add up. */
function groupLines(spec: TableSpec, group: string, rows: readonly BoundRow[]): Line<Text>[] {
  const meaning = CAPTION_MEANINGS[group];
  if (meaning) return [title(named(spec, group)), line(withLaw(meaning))];
  const totals = rows.map(({ cells }) => cells.find(({ column }) => column.id === 'total')?.value);
  const all = spec.rows.filter((row) => row.group === group).length;
  // Only of a group that is whole: half a sum would be taken for the sum.
  const sum = totals.length === all && totals.every((value) => typeof value === 'number') ? totals.reduce((so, value) => so + value, 0) : undefined;
  const known = spec.id === 'requests' && sum !== undefined;
  return [title(named(spec, group)), ...(known ? [line({ zh: `${all} 行的总计相加得 ${sum}；表式不设小计。`, en: `The totals of its ${all} rows sum to ${sum}; the form has no row for it.` })] : [])];
}

/** `表三 · （三）1.属于国家秘密 · 自然人` */
export function named({ name }: TableSpec, ...words: readonly string[]): Text {
  const of = (table: string): string => [table.replace(/\s?[（(].*/, '').replace(/^t/, 'T'), ...words].join(' · ');
  return { zh: of(name.zh), en: of(name.en) };
}

function valueOf(table: BoundTable, cell: BoundCell): Text {
  const { value, column, syntax } = cell;
  const { zh: raw } = written(table, cell);
  const quoted = readable(raw);
  if (syntax.quantity.kind === 'blank') return { zh: '空白，核对时按 0 计。', en: 'Blank, reckoned as 0.' };
  if (value === null) return { zh: `“${quoted}”不是数，没有核对。`, en: `“${quoted}” is no number and was not checked.` };
  if (raw === String(value)) return { zh: `${value} ${column.unit}`, en: `${value} ${column.unit}` };
  return { zh: `“${quoted}”，读作 ${value}`, en: `“${quoted}”, read as ${value}` };
}

/** What makes a row less than certain. */
function doubts({ spec, deduced }: BoundTable, { label }: BoundRow): Line<Text>[] {
  const byPlace = spec.id !== 'reviewAndLitigation' && (label === undefined || label.kind === 'place');
  return [
    ...(byPlace ? [line({ zh: '行名读不出，按所在位置认定。', en: 'The label can’t be read; the row is known by its place.' })] : []),
    ...(deduced ? [line({ zh: '这张表的数字连在一起，按表式唯一的拆法读出，请与原表核对。', en: 'Deduced: the digits of this table run together and were split in the only way that fits the form. Compare with the original.' })] : []),
  ];
}

function countsOf(row: BoundRow): Text {
  const { found, expected } = row;
  if (isWholeTable(row)) return { zh: `表中有 ${found} 个数，表式为 ${expected} 个，分不清各数的位置。`, en: `The table has ${found} values where the form has ${expected}; their places are not certain.` };
  return { zh: `这一行有 ${found} 个数，表式为 ${expected} 列，分不清各数属于哪一列。`, en: `The row has ${found} values where the form has ${expected} columns; their columns are not certain.` };
}

function equations(table: BoundTable, place: Place): Line<Text>[] {
  return equationsAt(table, place).map((own) => item(equationInWords(own)));
}
