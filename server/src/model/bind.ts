/**
 * Rows of cells → the form's table: every value gets its row and column, or the table says why it can't.
 *
 * Nothing is guessed. A row with too many or too few values keeps no cells; a table most of whose rows are so is
 * unreadable as a whole and gives one finding instead of many.
 */
import type { EditionId, RowSpec, TableId, TableSpec } from '../editions';
import { edition, EDITIONS, tableSpec } from '../editions';
import { rowsOf } from '../syntax/rows';
import type { CellSyntax, RowSyntax, SectionSyntax } from '../syntax/types';
import { matchKey } from '../text/fold';
import { covering, type Span, span } from '../text/span';
import { type Placement, placeRecords } from './anchors';
import { holdsAlong } from './deduce';
import { isGlued, readGluedBeside, readGluedRows } from './glued';
import { type LabelMatcher, matcherOf } from './labels';
import { type Item, itemsOf, type Record } from './records';
import type { BoundCell, BoundLabel, BoundRow, BoundTable, MissingRows, UnknownRow, UnreadableReason } from './types';

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
  if (table === undefined) {
    table = mayHold(section, id) ? (bindBest(section, id, preferred) ?? null) : null;
    bound.set(key, table);
  }
  return table ?? undefined;
}

/** Words that every copy of the table has; a slice without them is not read. */
const MARKS: Readonly<{ [id in TableId]: RegExp }> = {
  proactiveDisclosure: /规章|行政许可|行政处罚|行政强制|行政事业性收费|政府集中采购|第二十条第/,
  requests: /本年新收|上年结转|结转下年度|予以公开|部分公开|不予公开|无法提供|不予处理|属于国家秘密/,
  reviewAndLitigation: /结果维持|尚未审结|维持纠正|结果纠正/,
};

const squeezed = new WeakMap<SectionSyntax, string>();

/** Letters and digits of the slice, folded: for looking for words that may be broken over lines. */
function keyOf(section: SectionSyntax): string {
  let key = squeezed.get(section);
  if (key === undefined) squeezed.set(section, (key = matchKey(section.text)));
  return key;
}

function mayHold(section: SectionSyntax, id: TableId): boolean {
  return MARKS[id].test(keyOf(section));
}

function bindBest(section: SectionSyntax, id: TableId, preferred: EditionId): BoundTable | undefined {
  if (id === 'reviewAndLitigation') return bindRemedies(section, tableSpec(id, preferred));
  const candidates = candidateEditions(section, id, preferred);
  let best: { table: BoundTable; score: number } | undefined;
  for (const candidate of candidates) {
    const table = bindRows(section, tableSpec(id, candidate));
    if (!table) continue;
    const score = fitOf(table);
    if (!best || score > best.score) best = { table, score };
  }
  return best && (isGlued(best.table.rows) ? withoutGlue(best.table) : best.table);
}

/** Digits that run into each other are numbers only where the form leaves one reading. */
function withoutGlue(glued: BoundTable): BoundTable {
  const { section, spec, rows, unknown } = glued;
  const read = readGluedRows(spec, rows);
  return read ? { ...table(section, spec, read, unknown, undefined), deduced: read.some((row, i) => row !== rows[i]) } : table(section, spec, rows, [], 'glued');
}

/** The edition whose words the table has, or all of them, the preferred one first (it wins a tie). */
function candidateEditions(section: SectionSyntax, id: TableId, preferred: EditionId): EditionId[] {
  const all = [preferred, ...EDITIONS.map((own) => own.id).filter((other) => other !== preferred)];
  if (id !== 'proactiveDisclosure') return all;
  const shown = all.filter((own) => edition(own).marks.test(keyOf(section)));
  return shown.length === 1 ? shown : all;
}

/** How well a table fits the form it was bound to: rows told, less rows that don't fit. Rows not written yet don't count. */
function fitOf(table: BoundTable): number {
  const complete = table.rows.filter(({ found, expected, layout }) => found === expected || layout === 'flattened').length;
  return complete - table.unknown.length - (table.rows.length - complete) * 0.5 - (table.unreadable ? 100 : 0);
}

function bindRows(section: SectionSyntax, spec: TableSpec): BoundTable | undefined {
  const matcher = matcherOf(spec);
  const arities = new Set(spec.rows.map(({ columns }) => columns.length));
  const arity = arities.size === 1 ? spec.rows[0]!.columns.length : 0;
  const items = withoutOtherTables(itemsOf(rowsOf(section), matcher, arity), spec);
  const placements = placeRecords(items, matcher, spec.rows.length).map((placement) => (isDoubtful(placement, spec) ? { ...placement, row: undefined } : placement));
  const anchors = placements.filter(({ row, anchor }) => row !== undefined && anchor);
  if (anchors.length === 0) return labelsOnly(section, spec, items, matcher);
  const first = placements.findIndex(({ row }) => row !== undefined);
  const last = placements.findLastIndex(({ row }) => row !== undefined);
  const rows: BoundRow[] = [];
  const unknown: UnknownRow[] = [];
  const lead = leadingBlanks(placements, spec);
  placements.forEach((placement, index) => {
    const rowSpec = placement.row === undefined ? undefined : spec.rows[placement.row]!;
    if (rowSpec) rows.push(boundRow(placement, rowSpec, lead));
    else if (index > first && index < last ? isRowLike(placement, spec) : isNamedRow(placement, spec)) {
      unknown.push({ label: labelOf(placement), span: recordSpan(placement.record), repeats: placement.repeats === undefined ? undefined : spec.rows[placement.repeats], instead: [] });
    }
  });
  return table(section, spec, rows, unknown, unreadableReason(rows));
}

/** The labels are there but no values stand with them: digits glued to the labels, or an empty table. */
function labelsOnly(section: SectionSyntax, spec: TableSpec, items: readonly Item[], matcher: LabelMatcher): BoundTable | undefined {
  const key = keyOf(section);
  const named = spec.rows.filter(({ title }) => key.includes(matchKey(title)));
  if (named.length < spec.rows.length / 2) return undefined;
  const spans = items.flatMap((item) => (item.kind === 'fragment' && (matcher.match(item.cell.text) || matcher.isHeader(item.cell.text)) ? [item.cell.span] : []));
  const glued = named.some(({ title }) => new RegExp(`${matchKey(title)}\\d`).test(key));
  const whole = spans.length > 0 ? span(spans[0]!.start, spans.at(-1)!.end) : (section.heading?.span ?? span(0, Math.min(section.text.length, 1)));
  return { ...table(section, spec, [], [], glued ? 'glued' : 'places'), span: whole, missing: [] };
}

/** Items of a table whose heading is lost stand in the slice of another; they end this one. */
function withoutOtherTables(items: readonly Item[], spec: TableSpec): readonly Item[] {
  const own = matcherOf(spec);
  const others = EDITIONS.flatMap((own) => own.tables)
    .filter((other) => other.id !== spec.id && other.id !== 'reviewAndLitigation')
    .map(matcherOf);
  let from = 0;
  let started = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const words = item.kind === 'fragment' ? item.cell.text : item.own.at(-1)?.text;
    if (words === undefined) continue;
    if (own.exact(words) !== undefined) started = true;
    else if (others.some((other) => other.exact(words) !== undefined) && !own.isHeader(words)) {
      if (started) return items.slice(from, i);
      from = i + 1;
    }
  }
  return items.slice(from);
}

/**
 * A row that only its place tells, in a layout where rows have their labels, may have lost more than its label: a cut label
 * `4` looks like a value. Its own equation must vouch for it.
 */
function isDoubtful({ record, anchor, row }: Placement, spec: TableSpec): boolean {
  if (row === undefined || anchor || record.open || record.own.length > 0) return false;
  const { columns } = spec.rows[row]!;
  const values = valuesOf(record, columns.length, 0);
  const equation = spec.equations.find(({ along }) => along === 'row');
  if (!equation || values.length !== columns.length) return false;
  const numbers = values.map(({ quantity }) => (quantity.kind === 'number' ? quantity.value : 0));
  return !holdsAlong(equation, columns.map(({ id }) => id), numbers);
}

/** Between rows of the form, anything with the values of a row is a row; outside, it must look like one. */
function isRowLike({ record, repeats }: Placement, spec: TableSpec): boolean {
  const arities = spec.rows.map(({ columns }) => columns.length);
  return repeats !== undefined || (!record.open && (record.own.length > 0 || record.values.length > 1)) || arities.includes(record.values.length);
}

function isNamedRow(placement: Placement, spec: TableSpec): boolean {
  return placement.repeats !== undefined || (!placement.record.open && isRowLike(placement, spec) && placement.record.values.length >= spec.rows[0]!.columns.length);
}

/** `一 | | 26 | …`: how many blanks stand between label and values, where the rows that are full all agree; else undefined. */
function leadingBlanks(placements: readonly Placement[], spec: TableSpec): number | undefined {
  let lead: number | undefined;
  for (const { record, row } of placements) {
    if (row === undefined) continue;
    const written = record.values.filter(({ text }) => text !== '').length;
    if (written !== spec.rows[row]!.columns.length) continue;
    const own = record.values.findIndex(({ text }) => text !== '');
    if (lead !== undefined && lead !== own) return undefined;
    lead = own;
  }
  return lead ?? 0;
}

function boundRow(placement: Placement, spec: RowSpec, lead: number | undefined): BoundRow {
  const { record } = placement;
  const expected = spec.columns.length;
  const values = valuesOf(record, expected, lead);
  const cells = values.length === expected ? values.map((syntax, i): BoundCell => bound(spec, i, syntax)) : [];
  return {
    spec,
    label: labelOf(placement),
    cells,
    found: values.length,
    expected,
    valuesSpan: spanOf(values.length > 0 ? values : record.values),
    values,
    layout: record.layout,
  };
}

function bound(row: RowSpec, column: number, syntax: CellSyntax): BoundCell {
  return { row, column: row.columns[column]!, syntax, value: syntax.quantity.kind === 'number' ? syntax.quantity.value : null };
}

/**
 * The values of a record without the padding around them. Blanks inside count; at the ends they are cells only where that
 * makes the row complete in one way.
 */
function valuesOf(record: Record, expected: number, lead: number | undefined): readonly CellSyntax[] {
  const { values } = record;
  if (values.length === expected) return values;
  const first = values.findIndex(({ text }) => text !== '');
  const end = values.findLastIndex(({ text }) => text !== '') + 1;
  if (first < 0) return values.length > expected && lead === 0 ? values.slice(0, expected) : values;
  const written = values.slice(first, end);
  if (written.length >= expected || values.length < expected) return written;
  // Blank cells at the ends: their place is known only if full rows of this table tell where values begin.
  if (lead !== undefined && lead <= first && lead + expected <= values.length && lead + expected >= end) return values.slice(lead, lead + expected);
  return written;
}

function labelOf({ record, anchor, row }: Placement): BoundLabel | undefined {
  if (anchor && row !== undefined && anchor.row === row) {
    const [first, last] = [anchor.cells[0]!, anchor.cells.at(-1)!];
    const contiguous = anchor.cells.every((cell, i) => i === 0 || cell.span.start >= anchor.cells[i - 1]!.span.end);
    return {
      span: span(first.span.start, last.span.end),
      text: anchor.cells.map(({ text }) => text).join(''),
      kind: anchor.kind,
      whole: contiguous && anchor.cells.length === 1 && anchor.kind !== 'part',
    };
  }
  const own = record.own.at(-1);
  return own ? { span: own.span, text: own.text, kind: 'place', whole: !record.open } : undefined;
}

function spanOf(cells: readonly CellSyntax[]): Span {
  // A value that was joined to an earlier row may stand before it.
  return covering(cells.map((cell) => cell.span));
}

function recordSpan(record: Record): Span {
  return spanOf([...record.own, ...record.values]);
}

/** Half the rows, and at least four, with a wrong number of values: the cells can't be told apart. */
function unreadableReason(rows: readonly BoundRow[]): UnreadableReason | undefined {
  const odd = rows.filter(({ found, expected, layout }) => found !== expected && layout !== 'flattened').length;
  return odd >= 4 && odd * 2 >= rows.length ? 'counts' : undefined;
}

/** 表四 stands beside itself: three times four results and a total, in one row of 15 or in three of 5. */
function bindRemedies(section: SectionSyntax, spec: TableSpec): BoundTable | undefined {
  const matcher = matcherOf(spec);
  const width = spec.rows[0]!.columns.length;
  const items = itemsOf(rowsOf(section), matcher, 0);
  const start = items.findIndex((item) => item.kind === 'fragment' && (matcher.isHeader(item.cell.text) || /^结果|复议|诉讼/.test(item.cell.text)));
  const records = items.slice(Math.max(start, 0)).filter((item): item is Record => item.kind === 'record');
  const full = width * spec.rows.length;
  const written = remedyValues(records, full, width);
  const deduced = records[0]?.layout === 'flattened' ? readGluedBeside(written, spec.rows) : undefined;
  const empty = written.length === 0 ? emptyRemedies(section, full) : undefined;
  const values = deduced ?? empty?.cells.slice(0, full) ?? written;
  if (values.length === 0) {
    return /结果维持结果纠正其他结果/.test(keyOf(section)) ? { ...table(section, spec, [], [], 'places'), span: section.heading?.span ?? span(0, 1), missing: [] } : undefined;
  }
  const fits = values.length === full;
  if (!fits && records[0]!.layout === 'flattened') return { ...table(section, spec, [], [], 'glued'), span: spanOf(values), missing: [] };
  // Numbers in several small groups, headers between them: not even which of them belong together is certain.
  if (!fits && values.length * 2 < full) return { ...table(section, spec, [], [], 'places'), span: spanOf(values), missing: [] };
  const rows = spec.rows.map((row, i): BoundRow => {
    const own = fits ? values.slice(i * width, (i + 1) * width) : values;
    return {
      spec: row,
      label: undefined,
      cells: fits ? own.map((cell, column) => bound(row, column, cell)) : [],
      found: fits ? width : values.length,
      expected: fits ? width : full,
      valuesSpan: spanOf(own),
      values: own,
      layout: empty?.layout ?? records[0]!.layout,
    };
  });
  return { ...table(section, spec, fits ? rows : rows.slice(0, 1), [], undefined), deduced: deduced !== undefined };
}

/** The row of a 表四 that is not filled in: below the header, as many blank cells as there are values, and nothing else. */
function emptyRemedies(section: SectionSyntax, full: number): RowSyntax | undefined {
  const rows = rowsOf(section);
  const header = rows.findLastIndex(({ cells }) => cells.some(({ text }) => /尚未|总计/.test(text)));
  return rows.slice(header + 1).find(({ cells, open }) => header >= 0 && !open && cells.length >= full && cells.every(({ text }) => text === ''));
}

/** The 15 values, or whatever stands in their place. */
function remedyValues(records: readonly Record[], full: number, width: number): readonly CellSyntax[] {
  for (const record of records) {
    const values = valuesOf(record, full, 0);
    if (values.length === full) return values;
  }
  const parts = records.map((record) => valuesOf(record, width, 0)).filter((values) => values.length === width);
  if (parts.length * width === full) return parts.flat();
  return records.map((record) => valuesOf(record, full, undefined)).sort((a, b) => b.length - a.length)[0] ?? [];
}

function table(section: SectionSyntax, spec: TableSpec, told: readonly BoundRow[], unknown: readonly UnknownRow[], unreadable: UnreadableReason | undefined): BoundTable {
  const rows = unreadable ? told.map((row) => ({ ...row, cells: [] })) : told;
  const byId = new Map(rows.map((row) => [row.spec.id, row]));
  const spans = [...rows.flatMap(({ label, valuesSpan }) => (label ? [label.span, valuesSpan] : [valuesSpan])), ...unknown.map(({ span: own }) => own)];
  const gaps = unreadable || spec.id === 'reviewAndLitigation' ? [] : gapsIn(spec, rows);
  const inGap = ({ at, end: next }: Gap, { repeats, span: own }: UnknownRow): boolean => repeats === undefined && own.start >= at && own.start < next;
  return {
    spec,
    section,
    span: spans.length > 0 ? covering(spans) : span(0, 0),
    rows,
    // Numbers that nobody can name stand where rows are not told: those may be there.
    missing: gaps.filter((gap) => !unknown.some((own) => inGap(gap, own))),
    unknown: unreadable ? [] : unknown.map((own) => ({ ...own, instead: gaps.find((gap) => inGap(gap, own))?.rows ?? [] })),
    unreadable,
    deduced: false,
    layout: rows[0]?.layout ?? 'flow',
    row: (id) => byId.get(id),
    cell: (rowId, columnId) => byId.get(rowId)?.cells.find(({ column }) => column.id === columnId),
  };
}

interface Gap extends MissingRows {
  /** Where the next row begins. */
  readonly end: number;
}

/** Rows that are not told, those of one gap together. */
function gapsIn(spec: TableSpec, rows: readonly BoundRow[]): Gap[] {
  const byId = new Map(rows.map((row) => [row.spec.id, row]));
  const startOf = ({ label, valuesSpan }: BoundRow): number => Math.min(label?.span.start ?? Infinity, valuesSpan.start);
  const gaps: { rows: RowSpec[]; at: number; end: number }[] = [];
  let open: { rows: RowSpec[]; at: number; end: number } | undefined;
  let at = rows.length > 0 ? startOf(rows[0]!) : 0;
  for (const row of spec.rows) {
    const there = byId.get(row.id);
    if (there) {
      if (open) open.end = startOf(there);
      at = there.valuesSpan.end;
      open = undefined;
    } else if (open) open.rows.push(row);
    else gaps.push((open = { rows: [row], at, end: Infinity }));
  }
  return gaps;
}

