/** How table rules name rows, columns and cells, and where they point. */
import type { ColumnSpec, RowSpec } from '../editions';
import type { BoundCell, BoundRow, BoundTable } from '../model/types';
import { withoutMarks } from '../text/markdown';
import { shortened } from '../text/shortened';
import { type Span, span, type Text } from '../text/span';

/** What makes labels long without making them clearer. */
const LABEL_TAIL = /（区分.*）$|政府信息公开申请数量$|、行政机关不再处理.*$/;

/** `（三）2.其他法律行政法规禁止公开`: the ordinal of the group, where it has one, and the label without its tail. */
export function rowName({ title, group }: RowSpec): string {
  const ordinal = group && /^（[一二三四五六七]）/.exec(group);
  const own = title.replace(LABEL_TAIL, '');
  if (ordinal) return ordinal[0] + own;
  return group === '行政诉讼' ? `${group}·${own}` : own;
}

/** The column's title without the unit after it. */
export function columnName({ title }: ColumnSpec): string {
  return title.replace(/（单位.*）$/, '');
}

/** `（七）总计·自然人`. */
export function cellName({ row, column }: Pick<BoundCell, 'row' | 'column'>): string {
  return `${rowName(row)}·${columnName(column)}`;
}

/** What stands between names, and between clauses. */
const NAMES: Text = { zh: '、', en: ', ' };
export const CLAUSES: Text = { zh: '，', en: ', ' };

/** Names in one line, the first `most` of them. */
export function listed(names: readonly (string | Text)[], most: number, separator = NAMES): Text {
  const { zh, en } = joined(names.slice(0, most).map((name) => (typeof name === 'string' ? { zh: name, en: name } : name)), separator);
  return names.length > most ? { zh: andOthers(zh), en: `${en}, …` } : { zh, en };
}

/** A space stands only between Chinese characters and others. */
export const andOthers = (zh: string): string => zh + (/[!-~]$/.test(zh) ? ' 等' : '等');

/** Between marks of quotation no 、 is needed. */
export function joined(texts: readonly Text[], separator: Text): Text {
  return { zh: texts.map(({ zh }) => zh).join(separator.zh).replaceAll('”、“', '”“'), en: texts.map(({ en }) => en).join(separator.en) };
}

/** So much of a cell, or of a label, is quoted. */
export const LONGEST_QUOTE = 40;

/** What stands in a cell, as a person would quote it. */
export function written(table: BoundTable, { syntax }: BoundCell): Text {
  // Between the pieces of a cell stand tags, or other cells.
  const text = shortened(withoutMarks(syntax.pieces ? syntax.text : asWritten(table, syntax.span, syntax.text)), LONGEST_QUOTE);
  return text === '' ? { zh: '空白', en: 'blank' } : { zh: text, en: text };
}

/** The text at `own`; `folded` where it is in several pieces. */
export function asWritten(table: BoundTable, own: Span, folded: string): string {
  const raw = table.section.text.slice(own.start, own.end);
  return /[\r\n]/.test(raw) ? folded : raw;
}

/** The cell, or what can be seen beside it where it is blank: the label of its row, or the nearest value. */
export function visibleSpan(table: BoundTable, { row, syntax }: BoundCell): Span {
  if (syntax.span.end > syntax.span.start) return syntax.span;
  const own = table.row(row.id);
  if (own?.label) return firstPiece(table, own.label.span);
  const near = own?.values.find(({ text }) => text !== '') ?? table.rows.flatMap(({ values }) => values).find(({ text }) => text !== '');
  return near?.span ?? table.section.heading?.span ?? syntax.span;
}

/** Where something about a whole row is shown: its label, else its values. */
export function rowSpan(table: BoundTable, { label, valuesSpan }: BoundRow): Span {
  return firstPiece(table, label?.span ?? valuesSpan);
}

/** Where something about a whole table is shown: the heading it stands under, else its first line. */
export function tableSpan(table: BoundTable): Span {
  const { section, span: own } = table;
  return section.heading?.span ?? firstPiece(table, own);
}

/** Labels broken over lines may have other cells between their pieces. */
function firstPiece({ section }: BoundTable, own: Span): Span {
  const piece = /^[^\r\n\t|｜│]*/.exec(section.text.slice(own.start, own.end))![0].trimEnd();
  return span(own.start, own.start + piece.length);
}

/** 表四 is one row of the form: a wrong number of values concerns all of it. */
export function isWholeTable({ spec, expected }: BoundRow): boolean {
  return expected > spec.columns.length;
}
