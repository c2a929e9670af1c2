import { article, FORM_2021 } from '../../editions/law';
import type { BoundTable } from '../../model/types';
import { openingOf } from '../../editions';
import { startOf } from '../../model/binding/boundTable';
import { renderHead, renderRow } from '../../model/writing/render';
import { gridIn, labelCellsIn, writtenLayout } from '../../model/writing/writtenLayout';
import { matchKey } from '../../text/fold';
import { lineEnd, lineEndOf, lineStart } from '../../text/lines';
import { LONG_LINE } from '../../syntax/headingStart';
import { rowsOf } from '../../syntax/rows';
import { type Edit, span } from '../../text/span';
import { type RowPlace, rowPlaces } from '../rowPlaces';
import { type Fix, type TableRule, withFixes } from '../rule';
import { TO_BE_FILLED_IN } from '../sectionEdits';
import { isSeparated } from '../tableEdits';
import { someRows } from '../tableExamples';
import { listed, rowName } from '../tableWords';
import { unreadRows } from '../unreadRows';

const MAX_NAMES = 5;

export const tableMissingRow: TableRule = {
  id: 'table/missing-row',
  scope: 'table',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: { zh: '{table}缺 {count} 行：{rows}。', en: '{table} lacks {count:row/rows} of the form: {rows}.' },
  },
  docs: {
    title: { zh: '缺少表式规定的行', en: 'Rows of the form are missing' },
    what: {
      zh: '表中找不到表式规定的行；连着的几行合为一条。只有行名没有数的行由 [`table/column-count`](table-column-count.md) 指出。提供的修复按本表版式插入待填写的行，以“/”占位，不填任何数。',
      en: 'The table lacks rows that the form has; neighbouring ones are one finding. Of rows with a label and no numbers [`table/column-count`](table-column-count.md) tells. The fix inserts them in the layout of the table with “/” in their cells: it invents no number.',
    },
    why: {
      zh: '没有发生的情形也应保留该行并填 0；缺行后合计无法核对，上级汇总也会错行。',
      en: 'A row stays, with zeros, where nothing happened; without it totals can’t be checked and compiled tables shift.',
    },
    ignore: { zh: '文本只是报告的摘录时可以忽略。', en: 'Leave it in a text that is only an extract of the report.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14⟦⟧', fees: '0' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '2 | 1 | 6', licensing: '14', penalties: '3', coercion: '0', fees: '0' }),
      },
    ],
  },
  *check(table) {
    const unread = unreadRows(table);
    for (const gap of table.missing) {
      const absent = gap.rows.filter((row) => !unread.has(row));
      if (absent.length === 0) continue;
      const places = rowPlaces(table, { ...gap, rows: absent });
      const { at } = places[0]!;
      yield withFixes({ span: span(at, at), args: { table: table.spec.name, count: absent.length, rows: listed(absent.map(rowName), MAX_NAMES) } }, () => insertion(table, places, gap.within.start));
    }
  },
};

/** The rows to be filled in, in the layout of the table; not where rows can't be told by their separators, or have no lines of their own. */
function insertion(table: BoundTable, places: readonly RowPlace[], from: number): Fix[] {
  const { layout, section, rows } = table;
  const onHeading = section.heading && lineStart(section.text, table.span.start) <= section.heading.span.start;
  // In a line that may hold several headings a line end would change what it holds.
  const inLongLine = places.some(({ at }) => lineEnd(section.text, at) - lineStart(section.text, at) > LONG_LINE);
  if (!isSeparated(layout) || onHeading || inLongLine || rows.some((row) => row.layout !== layout) || holdsNumbers(table, from)) return [];
  const missing = places.flatMap((place) => place.rows);
  const names = listed(missing.map(rowName), MAX_NAMES);
  return [
    {
      title: { zh: `插入待填写的 ${missing.length} 行：${names.zh}`, en: `Insert ${missing.length} ${missing.length === 1 ? 'row' : 'rows'} to be filled in: ${names.en}` },
      safety: 'suggested',
      edits: joinedAt(places.map((place) => rowsAt(table, place))),
    },
  ];
}

/** Whether numbers that belong to no row stand from `from` to the next row, whichever it is: one that is missing may be there. */
function holdsNumbers({ section, rows }: BoundTable, from: number): boolean {
  const bound = new Set(rows.flatMap(({ values }) => values));
  const to = Math.min(section.text.length, ...rows.map(startOf).filter((start) => start >= from));
  return rowsOf(section).some(({ cells }) => cells.some((cell) => cell.quantity.kind === 'number' && cell.span.start >= from && cell.span.end <= to && !bound.has(cell)));
}

const BLANK_LINE = /(?:\n|\r(?!\n))[^\S\r\n\t]*[\r\n]/;
/** Two lines one below the other, and two lines that two blank ones stand between. */
const NEIGHBOURS = /[^\r\n](?:\r\n|[\r\n])[^\r\n]/;
const BLANK_LINES = /(?:\r\n|\r(?!\n)|\n){3}/;

/** Two insertions at one place are one: else their order would be left to whoever makes them. */
function joinedAt(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last?.span.start === edit.span.start) joined.splice(-1, 1, { ...edit, newText: last.newText + edit.newText });
    else joined.push(edit);
  }
  return joined;
}

function rowsAt(table: BoundTable, { rows, at, before, head }: RowPlace): Edit {
  const { text } = table.section;
  const own = text.slice(table.span.start, table.span.end);
  // Where a blank line stands below every line, one does below every cell, and another below every row.
  const spaced = table.layout === 'cell-per-line' && !NEIGHBOURS.test(own);
  const eol = lineEndOf(text).repeat(spaced ? 2 : 1);
  const offset = before ? lineStart(text, at) : lineEnd(text, at);
  // Rows of one cell a line are told apart by the blank line between them, or stand without one.
  const perLine = table.layout === 'cell-per-line';
  const between = perLine && (table.rows.length === 1 || (spaced ? BLANK_LINES : BLANK_LINE).test(own)) ? eol : '';
  const key = matchKey(text);
  const layout = writtenLayout(table) ?? table.layout;
  const grid = gridIn(table);
  // Where all values begin in one column, those of the new rows do: a row that is longer or shorter may be told otherwise, and the others by it.
  const labels = (!perLine && labelCellsIn(table)) || 0;
  const written = rows.map((row) => {
    // Those that did not go missing with the row stand where they are.
    const opening = openingOf(table.spec, row.id).filter((group) => !key.includes(matchKey(group)));
    const blanks = Array.from({ length: Math.max(0, labels - 1 - opening.length) }, () => '');
    return renderRow(row, layout, () => TO_BE_FILLED_IN, eol, [...blanks, ...opening], grid);
  });
  const all = [...head.map((row) => renderHead(row, layout, eol, grid)), ...written];
  const lines = perLine ? all.map((row) => row.slice(0, -eol.length) + between) : all;
  // What follows a slice that ends in the middle of a line is a heading.
  const rest = offset === text.length ? eol : '';
  const newText = before ? lines.join('') : eol + between + lines.join('').slice(0, -(eol + between).length) + rest;
  return { span: span(offset, offset), newText };
}
