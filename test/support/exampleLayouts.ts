/**
 * The examples of rules, whose tables stand between bars, in every layout that tables are found in. Marks move with the cells
 * they stand in. Where a layout does not show what is wrong, that follows from the two tables and from what the layout shows.
 */
import { EDITIONS, type TableSpec } from '../../server/src/editions';
import { matchKey } from '../../server/src/text/fold';
import { type DataRow, type Form, formOf, type HeadRow, type TableLayout } from './layouts/form';
import { displayWidth } from './layouts/canvas';
import { Random } from './random';

type Row = readonly string[];
/** An example: lines as they are, and tables. */
type Part = string | readonly Row[];

/** `14 |`, `⟦行政许可⟧ | 15 |`: a row with a bar behind each cell. */
const ROW = /^[^\n]*\|[ \t]*⟧?$/;

function partsOf(source: string): Part[] {
  const parts: (string | Row[])[] = [];
  for (const line of source.split('\n')) {
    const before = parts.at(-1);
    if (!ROW.test(line)) parts.push(line);
    else if (Array.isArray(before)) before.push(cellsOf(line));
    else parts.push([cellsOf(line)]);
  }
  return parts;
}

/** Cells with marks of their own: a mark that goes over several cells is one in each of them. */
function cellsOf(line: string): Row {
  let open = '';
  return line.replace(/\|[ \t]*$/, '').split('|').map((own) => {
    const cell = open + own.trim();
    open = cell.lastIndexOf('⟦') > cell.lastIndexOf('⟧') ? '⟦' : '';
    return open === '' ? cell : `${cell}⟧`;
  });
}

const plain = (cell: string): string => cell.replace(/[⟦⟧]/g, '');

/** Bars, or blanks beside them: what stands between cells is another thing in each layout. */
const BETWEEN_CELLS = /⟦[\s|]+⟧/;

const tablesOf = (source: string): (readonly Row[])[] => partsOf(source).filter((part): part is readonly Row[] => typeof part !== 'string');

const isLabelOf = (spec: TableSpec, cell: string): boolean => spec.rows.some(({ title }) => matchKey(title) === matchKey(plain(cell)));

/** The form whose labels the table has, or whose head. */
function specOf(rows: readonly Row[]): TableSpec {
  const specs = EDITIONS.flatMap(({ tables }) => tables);
  const heads = (spec: TableSpec): Set<string> => new Set(spec.skeleton.flatMap(({ cells, row }) => (row === undefined ? cells.map(matchKey) : [])));
  const score = (spec: TableSpec): number => {
    const head = heads(spec);
    return rows.flat().reduce((sum, cell) => sum + (spec.id !== 'reviewAndLitigation' && isLabelOf(spec, cell) ? 2 : head.has(matchKey(plain(cell))) ? 1 : 0), 0);
  };
  return specs.reduce((best, spec) => (score(spec) > score(best) ? spec : best));
}

/** A number, a blank, or what is written in place of one; not `1.属于国家秘密`. */
const isValue = (cell: string): boolean => /^(?:|[-—/无〇]|[减＋+-]?[\d０-９](?![.．、]\s*\p{Script=Han}).*)$/u.test(plain(cell).trim());

function dataRow(spec: TableSpec, cells: Row, groups: readonly string[]): DataRow | undefined {
  const label = cells.findLastIndex((cell) => isLabelOf(spec, cell) && spec.id !== 'reviewAndLitigation');
  const from = label >= 0 ? label + 1 : cells.findIndex(isValue);
  return from < 0 || from >= cells.length ? undefined : { kind: 'data', groups, label: cells[from - 1], values: cells.slice(from) };
}

/** The table of an example with the spans of the printed form; its cells keep their marks. */
function formFrom(rows: readonly Row[]): Form {
  const spec = specOf(rows);
  const printed = formOf(spec, () => '0');
  const groupsBy = new Map(printed.rows.flatMap((row) => (row.kind === 'data' ? [[row.label === undefined ? '' : matchKey(row.label), row.groups] as const] : [])));
  const grouped = rows.some((row) => row.some((cell) => [...groupsBy.values()].flat().includes(plain(cell))));
  let groups: readonly string[] = [];
  const own = rows.map((cells): HeadRow | DataRow => {
    const row = dataRow(spec, cells, groups);
    if (!row) return headRow(cells, printed);
    groups = (grouped && groupsBy.get(matchKey(plain(row.label ?? '')))) || groups;
    return { ...row, groups };
  });
  return { ...printed, rows: own };
}

/** A row of the head, with the spans of the row of the form that is most like it; else the last cell takes what is left. */
function headRow(cells: Row, { rows, labelColumns, valueColumns }: Form): HeadRow {
  const alike = rows.flatMap((row) => (row.kind === 'head' && row.cells.length === cells.length ? [row.cells] : []));
  const common = (printed: HeadRow['cells']): number => printed.filter(({ text }, i) => text.startsWith(plain(cells[i]!))).length;
  const printed = alike.reduce<HeadRow['cells'] | undefined>((best, own) => (best && common(best) >= common(own) ? best : own), undefined);
  const rest = Math.max(1, labelColumns + valueColumns - cells.length + 1);
  return { kind: 'head', cells: cells.map((text, i) => ({ text, across: printed?.[i]!.across ?? (i === cells.length - 1 ? rest : 1), down: printed?.[i]!.down ?? 1 })) };
}

/** `form` with `write` over each of its texts. */
function rewritten(form: Form, write: (text: string) => string): Form {
  const rows = form.rows.map((row): HeadRow | DataRow =>
    row.kind === 'head'
      ? { ...row, cells: row.cells.map((cell) => ({ ...cell, text: write(cell.text) })) }
      : { ...row, groups: row.groups.map(write), label: row.label === undefined ? undefined : write(row.label), values: row.values.map((value) => write(value ?? '')) },
  );
  return { ...form, rows };
}

/** Characters that no report has, as wide as others are: they tell where the marked ones of a cell come to stand. */
const NARROW = '\ue000';
const WIDE = '\uac00';

/** The first characters of longer words stay: some layouts look at how a cell begins. */
const keptOf = (marked: string): string => (marked.length > 3 ? marked.slice(0, 2) : '');

function standIn(cell: string): string {
  const [before, marked, after] = cell.split(/[⟦⟧]/) as [string, string?, string?];
  if (marked === undefined) return cell;
  const hidden = (text: string): string => [...text].map((character) => (displayWidth(character) === 2 ? WIDE : NARROW)).join('');
  // An empty mark stands behind the character before it.
  if (marked === '') return before.slice(0, -1) + hidden(before.slice(-1)) + after!;
  return before + keptOf(marked) + hidden(marked.slice(keptOf(marked).length)) + after!;
}

/** The text of a table, marked from the first to the last of what is marked in its cells. */
function renderMarked(form: Form, layout: TableLayout): ExampleInLayout {
  const render = (write: (cell: string) => string): string => layout.render(rewritten(form, write), new Random(LOTS));
  const source = render(plain);
  const own = render(standIn);
  if (own.length !== source.length) throw new Error(`${layout.id} prints what is marked in another way`);
  const at = [...own].flatMap((character, i) => (character === NARROW || character === WIDE ? [i] : []));
  if (at.length === 0) return { source, inPieces: false };
  const [marked, ...others] = marksIn(form);
  const end = at.at(-1)! + 1;
  if (marked === '') return { source: `${source.slice(0, end)}⟦⟧${source.slice(end)}`, inPieces: false };
  const kept = new RegExp(`${[...keptOf(marked!)].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}\\s*`).join('')}$`, 'u');
  const start = source.slice(0, at[0]).search(kept);
  const inPieces = others.length === 0 && end - start !== marked!.length;
  // A bold cell is told with its stars.
  const stars = source.slice(0, start).endsWith('**') && source.startsWith('**', end) ? 2 : 0;
  return { source: `${source.slice(0, start - stars)}⟦${source.slice(start - stars, end + stars)}⟧${source.slice(end + stars)}`, inPieces };
}

/** What is marked in the cells of a table. */
function marksIn({ rows }: Form): string[] {
  const cells = rows.flatMap((row) => (row.kind === 'head' ? row.cells.map(({ text }) => text) : [row.label ?? '', ...row.values.map((value) => value ?? '')]));
  return cells.flatMap((cell) => cell.split(/[⟦⟧]/)[1] ?? []);
}

/** With this number the renderers that draw lots print tables that a careful person can read. */
const LOTS = 1;

export interface ExampleInLayout {
  /** With its marks. */
  readonly source: string;
  /** What is marked does not stand in one piece. */
  readonly inPieces: boolean;
}

/** `source` with its tables in `layout`; undefined where it has none. */
export function inLayout(source: string, layout: TableLayout): ExampleInLayout | undefined {
  if (tablesOf(source).length === 0) return undefined;
  let inPieces = false;
  const parts = partsOf(source).map((part) => {
    if (typeof part === 'string') return `${part}\n`;
    const table = renderMarked(formFrom(part), layout);
    inPieces ||= table.inPieces;
    return table.source;
  });
  return { source: parts.join('').slice(0, -1), inPieces };
}

/** Whether an example is about what stands between cells in the layout that it is written in. */
export const isOfItsLayout = ({ bad }: { readonly bad: string }): boolean => tablesOf(bad).length > 0 && BETWEEN_CELLS.test(bad);

/** Why `layout` does not show what is wrong in `bad`, which stands right in `good`; undefined where it does. */
export function unseen(bad: string, good: string, layout: TableLayout): string | undefined {
  const wrong = tablesOf(bad).map((rows) => rewritten(formFrom(rows), plain));
  const right = tablesOf(good).map((rows) => rewritten(formFrom(rows), plain));
  for (const [i, table] of wrong.entries()) {
    const why = right[i] && lostIn(table, right[i], layout);
    if (why) return why;
  }
  return undefined;
}

function lostIn(wrong: Form, right: Form, layout: TableLayout): string | undefined {
  if (layout.cells === 'deduced') return 'digits that run together are read only where every sum is right';
  const separated = layout.rowsBy === 'separators';
  const print = (form: Form): string => layout.render(form, new Random(LOTS));
  if (JSON.stringify(wrong.rows) === JSON.stringify(right.rows)) return undefined;
  if (headOf(wrong) !== headOf(right) && !separated) return 'words of the head are no cells';
  if (labelsOf(wrong) !== labelsOf(right) && !separated) return 'labels stand apart from their numbers, or tell where a row ends';
  for (const row of dataOf(wrong)) {
    const twin = dataOf(right).find(({ label }) => label === row.label);
    if (!twin) continue;
    const full = twin.values.length;
    if (row.values.length !== full) {
      const filled = { ...row, values: Array.from({ length: full }, (_, i) => row.values[i] ?? '') };
      const words = print({ ...wrong, rows: wrong.rows.map((own) => (own === row ? filled : own)) });
      if (!separated || squeezed(words) === squeezed(print(wrong)) || words.includes('colspan')) return 'where a row ends is told by its numbers, or it is filled up with blanks';
    }
    const [blank, words] = [(value?: string): boolean => value === '', (value?: string): boolean => /^\p{Script=Han}/u.test(value ?? '')];
    if (row.values.some(blank) && layout.cells !== 'all') return 'a blank cell leaves nothing';
    if (row.values.some(words) && !separated) return 'words between numbers are no cell';
  }
  return undefined;
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

const dataOf = ({ rows }: Form): DataRow[] => rows.flatMap((row) => (row.kind === 'data' ? [row] : []));
const headOf = ({ rows }: Form): string => JSON.stringify(rows.flatMap((row) => (row.kind === 'head' ? [row.cells.map(({ text }) => text)] : [])));
const labelsOf = (form: Form): string => JSON.stringify(dataOf(form).map(({ label }) => label));
