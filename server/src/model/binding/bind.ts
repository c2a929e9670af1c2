/** Rows of cells → a table of the form, under the edition whose rows and columns it has. */
import { type EditionId, type TableId, type TableSpec, tableSpec } from '../../editions';
import { isNumber } from '../../syntax/layouts/layout';
import { readingFailure, rowsOf } from '../../syntax/rows';
import type { SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { span } from '../../text/span';
import { errorOf } from '../../text/thrown';
import { work } from '../../text/work';
import { bindRemedies } from './bindRemedies';
import { bindRows } from './bindRows';
import { boundTable, unreadTable } from './boundTable';
import { isGlued, readGluedRows } from './glued';
import { matcherOf } from './labels';
import { mojibakeOf } from '../mojibake';
import { keyOfSection } from './sectionKey';
import { candidateEditions } from './tableEdition';
import type { BoundTable } from '../types';

const memo = new WeakMap<SectionSyntax, Map<string, BoundTable | null>>();

/**
 * The table `id` in `section`, under the edition that its own rows and columns show, else under `preferred`.
 * Undefined if the slice holds nothing of it. Computed once for a slice.
 */
export function bindTable(section: SectionSyntax, id: TableId, preferred: EditionId): BoundTable | undefined {
  let bound = memo.get(section);
  if (!bound) memo.set(section, (bound = new Map()));
  const key = `${id} ${preferred}`;
  let table = bound.get(key);
  if (table === undefined) bound.set(key, (table = bindSafely(section, id, preferred) ?? null));
  return table ?? undefined;
}

const failures = new WeakMap<SectionSyntax, Error>();

/** Why a table in the slice, as far as anybody asked for it, is not read: a reader of its layout threw, or binding its rows did. */
export function tableFailure(section: SectionSyntax): Error | undefined {
  return readingFailure(section) ?? failures.get(section);
}

/** What could not be read is there all the same: nobody shall be told that it is missing. */
const unreadFor = (section: SectionSyntax, spec: TableSpec): BoundTable => unreadTable(section, spec, 'places', section.heading?.span ?? span(0, Math.min(1, section.text.length)));

function bindSafely(section: SectionSyntax, id: TableId, preferred: EditionId): BoundTable | undefined {
  try {
    return bind(section, id, preferred);
  } catch (error) {
    failures.set(section, errorOf(error));
    return unreadFor(section, tableSpec(id, preferred));
  }
}

function bind(section: SectionSyntax, id: TableId, preferred: EditionId): BoundTable | undefined {
  const worded = mayHold(section, id);
  let table = worded ? bindBest(section, id, preferred) : undefined;
  if (!table && isTorn(section, tableSpec(id, preferred))) {
    const torn = worded ? undefined : bindBest(section, id, preferred);
    // Where cells are seen to go on over lines, so may their numbers.
    table = torn?.layout === 'flow' ? torn : unreadTable(section, tableSpec(id, preferred), hasNumbers(section) ? 'places' : 'blank', section.heading!.span);
  }
  // Where punctuation comes out as digits, no number is certain.
  return table && mojibakeOf(section)?.cause === 'font' ? unreadTable(section, table.spec, 'garbled', table.span) : table;
}

/** Words that every copy of the table has; a slice without them is not read. */
const MARKS: Readonly<{ [id in TableId]: RegExp }> = {
  proactiveDisclosure: /规章|行政许可|行政处罚|行政强制|行政事业性收费|本年收费金额|政府集中采购|第二十条第/,
  requests: /本年新收|上年结转|结转下年度|予以公开|部分公开|不予公开|无法提供|不予处理|属于国家秘密|社会公益组织/,
  reviewAndLitigation: /结果维持|尚未审结|维持纠正|结果纠正|未经复议直接起诉复议后起诉/,
};

function mayHold(section: SectionSyntax, id: TableId): boolean {
  return MARKS[id].test(keyOfSection(section));
}

/** So many pieces of its words show that a table is there, if they are different ones or with some numbers; fewer do where a line has the numbers of a row. */
const FEWEST_PIECES = 6;
const FEWEST_NUMBERS = 3;
const FEWEST_WITH_ROW = 2;
const FEWEST_IN_ROW = 7;

/** Whether a slice under the heading of its table holds the table, of whose words too few are whole: they are broken over lines beside each other, or misread. */
function isTorn(section: SectionSyntax, spec: TableSpec): boolean {
  if (section.heading?.id !== spec.section) return false;
  const matcher = matcherOf(spec);
  const rows = rowsOf(section);
  const cells = rows.flatMap((row) => row.cells);
  const pieces = cells.flatMap(({ text, quantity }) => (quantity.kind === 'text' ? text.split(' ') : [])).filter((word) => matchKey(word) !== '' && (matcher.isHeaderPiece(word) || matcher.isPiece(matchKey(word))));
  if (pieces.length >= FEWEST_WITH_ROW && rows.some((row) => row.cells.filter(isNumber).length >= FEWEST_IN_ROW)) return true;
  return pieces.length >= FEWEST_PIECES && (new Set(pieces).size >= FEWEST_PIECES || cells.filter(isNumber).length >= FEWEST_NUMBERS);
}

const hasNumbers = (section: SectionSyntax): boolean => rowsOf(section).some(({ cells }) => cells.some(isNumber));

function bindBest(section: SectionSyntax, id: TableId, preferred: EditionId): BoundTable | undefined {
  work.tables++;
  if (rowsOf(section).length === 0 && readingFailure(section)) return unreadFor(section, tableSpec(id, preferred));
  if (id === 'reviewAndLitigation') return bindRemedies(section, tableSpec(id, preferred));
  let best: { table: BoundTable; score: number } | undefined;
  for (const candidate of candidateEditions(section, id, preferred)) {
    const table = bindRows(section, tableSpec(id, candidate));
    if (!table) continue;
    const score = fitOf(table);
    if (!best || score > best.score) best = { table, score };
  }
  return best && (isGlued(best.table.rows) ? withoutGlue(best.table) : best.table);
}

/** Digits that run into each other are numbers only where the form leaves one reading. */
function withoutGlue({ section, spec, rows, unknown }: BoundTable): BoundTable {
  const read = readGluedRows(spec, rows);
  return read ? { ...boundTable(section, spec, read, unknown, undefined), deduced: read.some((row, i) => row !== rows[i]) } : boundTable(section, spec, rows, [], 'glued');
}

/** More than a table has rows: worse than any that is read. */
const UNREADABLE = 100;

/**
 * How well a table fits the form it was bound to: rows told, less rows that don't fit. Rows not written yet don't count, nor does one
 * that words make complete: they may be the label of another.
 */
function fitOf(table: BoundTable): number {
  const complete = table.rows.filter(({ found, expected, layout, cells }) => layout === 'flattened' || (found === expected && cells.every(({ syntax }) => syntax.quantity.kind !== 'text'))).length;
  // Of what can't be read there are still the labels.
  if (table.unreadable) return table.rows.length - table.unknown.length - UNREADABLE;
  return complete - table.unknown.length - (table.rows.length - complete) * 0.5;
}
