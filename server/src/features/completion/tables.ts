/** Rows of the form that a table lacks, in the form's order, and tables that are not there at all. */
import { EDITIONS, openingOf, type RowSpec, type TableSpec, tableSpec } from '../../editions';
import { gridOf, renderRow, renderTable, type WritableLayout } from '../../model/writing/render';
import type { BoundTable } from '../../model/types';
import { gridIn, writtenLayout } from '../../model/writing/writtenLayout';
import { mannerOf, TO_BE_FILLED_IN } from '../../rules/sectionEdits';
import { textOf } from '../../rules/sectionWords';
import { rowName } from '../../rules/tableWords';
import type { LayoutId } from '../../syntax/types';
import { fold, matchKey } from '../../text/fold';
import { readQuantity } from '../../text/quantity';
import { startOf } from '../../model/binding/boundTable';
import type { Offer } from '../completions';
import { type Caret, endsLine, lineWords, typedFrom } from './caret';
import type { Offers } from './headings';

/** Stands for a blank while a row is written: as wide as the sign that is put there, and in no label. */
const BLANK = '~';

const SEPARATORS = ['\t', '|', '｜', '│'] as const;

export function rows(caret: Caret): Offers {
  const { before } = caret;
  const cell = Math.max(...SEPARATORS.map((separator) => before.lastIndexOf(separator))) + 1;
  const from = before.length - before.slice(cell).trimStart().length;
  const typed = typedFrom(caret, from);
  const above = before.slice(0, from).split(/[\t|｜│]/).map((cell) => fold(cell).trim());
  // Behind a number there is no label.
  if (above.some((cell) => cell !== '' && readQuantity(cell).kind !== 'text')) return { typed, offers: [] };
  return { typed, offers: tablesAt(caret).flatMap(({ spec, table }) => rowOffers(caret, spec, table)) };
}

interface Wanted {
  readonly spec: TableSpec;
  /** As far as it is written. */
  readonly table: BoundTable | undefined;
}

/** The tables that the caret's section holds, or should hold. */
function tablesAt({ model, edition, syntax, sliceStart, lineStart }: Caret): Wanted[] {
  if (sliceStart + (syntax.heading?.span.end ?? 0) > lineStart) return [];
  const bound = model.tables.filter(({ table }) => table.section === syntax).map(({ table }): Wanted => ({ spec: table.spec, table }));
  if (bound.length > 0) return bound;
  const ids = EDITIONS[0]!.tables.filter(({ section, id }) => section === syntax.heading?.id && !model.tables.some((own) => own.id === id)).map(({ id }) => id);
  return ids.map((id) => ({ spec: tableSpec(id, edition), table: undefined }));
}

/** Those that are not there yet: first the ones that come after the last row above, then those before. */
function rowOffers(caret: Caret, spec: TableSpec, table: BoundTable | undefined): Offer[] {
  // 表四 has no labels of its own.
  if (spec.id === 'reviewAndLitigation' || table?.unreadable) return [];
  const { lineStart, offset, sliceStart } = caret;
  const there = (table?.rows ?? []).filter((row) => sliceStart + startOf(row) < lineStart || sliceStart + startOf(row) > offset);
  const last = there.findLast((row) => sliceStart + startOf(row) < lineStart);
  const next = last ? spec.rows.indexOf(last.spec) + 1 : 0;
  const missing = spec.rows.filter((row) => !there.some((own) => own.spec === row));
  const inOrder = [...missing.filter((row) => spec.rows.indexOf(row) >= next), ...missing.filter((row) => spec.rows.indexOf(row) < next)];
  return inOrder.map((row): Offer => ({
    label: row.title,
    ...(row.group ? { detail: { zh: row.group, en: row.group } } : {}),
    pieces: endsLine(caret) ? rowPieces(caret, spec, row, table) : [row.title],
    words: [row.title.replace(/^(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d\.)/, ''), rowName(row), ...openingOf(spec, row.id)],
    about: { kind: 'row', table: spec.id, edition: spec.edition, row: row.id },
  }));
}

/** The row in the layout of its table, cut at the cells that are to be filled in. */
function rowPieces({ before, syntax, model }: Caret, spec: TableSpec, row: RowSpec, table: BoundTable | undefined): string[] {
  const manner = mannerOf(model, textOf(model));
  const layout: WritableLayout | LayoutId = table && table.rows.length > 0 ? (writtenLayout(table) ?? table.layout) : manner.layout;
  // In flowing text a blank cell is lost, and what a program wrote is not written on.
  if (layout !== 'pipe' && layout !== 'tab' && layout !== 'cell-per-line' && layout !== 'github' && layout !== 'aligned') return [row.title];
  const key = matchKey(syntax.text);
  const opening = openingOf(spec, row.id).filter((label) => !key.includes(matchKey(label)));
  const written = { words: [...opening, row.title], values: row.columns.map(() => BLANK) };
  const grid = table && layout === 'aligned' ? gridIn(table) : gridOf([written]);
  const line = renderRow(row, layout, () => BLANK, manner.eol, opening, grid).trimEnd();
  // A bar or a tab at the beginning, where it is typed already.
  const own = lineWords(before) < before.length || /\t$/.test(before) ? (/[\t|｜│]/.test(before) ? line.replace(layout === 'aligned' ? firstBar(before) : /^[\s|]+/, '') : line) : line;
  return own.split(BLANK);
}

/** What of a row in aligned columns is typed already; a cell before its label may be blank. */
const firstBar = (before: string): RegExp => (/[|｜]\s/.test(before) ? /^\| / : /^\|/);

/** A table that is not there, on a line of its own. */
export function wholeTable(caret: Caret): Offers {
  const typed = typedFrom(caret, lineWords(caret.before));
  const { model } = caret;
  const possible = endsLine(caret) && !/[\t|｜│]/.test(caret.before);
  const wanted = possible ? tablesAt(caret).filter(({ table }) => !table) : [];
  if (wanted.length === 0) return { typed, offers: [] };
  const { eol, layout } = mannerOf(model, textOf(model));
  return {
    typed,
    offers: wanted.map(({ spec }): Offer => ({
      label: spec.name.zh,
      detail: { zh: `整张表，${spec.edition} 年格式，各格待填`, en: `the whole table of the form of ${spec.edition}, to be filled in` },
      pieces: [renderTable(spec, layout, () => TO_BE_FILLED_IN, eol).trimEnd()],
      words: ['统计表', spec.name.en],
      about: { kind: 'table', table: spec.id, edition: spec.edition },
    })),
  };
}
