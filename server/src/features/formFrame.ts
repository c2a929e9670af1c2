/**
 * The printed form of a table: which cells it has, how far they reach, and which titles a value stands under. Only the form,
 * no numbers of any report; made once for a form.
 */
import type { ColumnSpec, RowSpec, TableSpec } from '../editions';
import { remembered } from '../model/remembered';

/** Words that the form prints. */
export interface FrameTitle {
  readonly kind: 'corner' | 'caption' | 'column' | 'group' | 'row';
  /** Unique within the table. */
  readonly key: string;
  readonly text: string;
  /** Columns and rows it reaches over. */
  readonly across: number;
  readonly down: number;
  /** The row whose label it is. */
  readonly row?: RowSpec;
}

/** The place of a value. */
export interface FrameValue {
  readonly kind: 'value';
  readonly key: string;
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly across: number;
  /** Keys of the titles it stands under: columns first, then rows. */
  readonly headers: readonly string[];
}

export type FrameRow = readonly (FrameTitle | FrameValue)[];

export interface Frame {
  /** Columns of labels, and of values. */
  readonly labelColumns: number;
  readonly valueColumns: number;
  /** Rows of titles above everything; 表二 has its titles between the rows. */
  readonly head: readonly FrameRow[];
  readonly body: readonly FrameRow[];
}

export const frameOf: (spec: TableSpec) => Frame = remembered((spec) => {
  switch (spec.id) {
    case 'proactiveDisclosure':
      return disclosureFrame(spec);
    case 'requests':
      return requestFrame(spec);
    case 'reviewAndLitigation':
      return remedyFrame(spec);
  }
});

const title = (kind: FrameTitle['kind'], key: string, text: string, across = 1, down = 1, row?: RowSpec): FrameTitle => ({ kind, key, text, across, down, ...(row ? { row } : {}) });

const value = (row: RowSpec, column: ColumnSpec, headers: readonly string[], across = 1): FrameValue => ({ kind: 'value', key: `${row.id}/${column.id}`, row, column, across, headers });

/** 表二: blocks of a caption, titles and rows; the last cell of a row reaches to the edge. */
function disclosureFrame({ rows, skeleton }: TableSpec): Frame {
  const valueColumns = Math.max(...rows.map(({ columns }) => columns.length));
  const toEdge = (index: number, columns: number): number => (index === columns - 1 ? valueColumns - index : 1);
  let block = '';
  const body = skeleton.map(({ cells, row: id }, at): FrameRow => {
    const row = rows.find((own) => own.id === id);
    if (row) return [title('row', row.id, row.title, 1, 1, row), ...row.columns.map((column, i) => value(row, column, [block, `${block}/${i}`, row.id], toEdge(i, row.columns.length)))];
    if (cells.length === 1) return [title('caption', (block = `block${at}`), cells[0]!, valueColumns + 1)];
    return cells.map((text, i) => (i === 0 ? title('column', `${block}/names`, text) : title('column', `${block}/${i - 1}`, text, toEdge(i - 1, cells.length - 1))));
  });
  return { labelColumns: 1, valueColumns, head: [], body };
}

/** Rows of the form that stand before 三、本年度办理结果, and behind it. */
const OUTSIDE_RESULTS: ReadonlySet<string> = new Set(['received', 'carriedIn', 'carriedOut']);
const LABEL_COLUMNS = 3;

/** 表三: three columns of labels, and the titles of applicants in two rows. */
function requestFrame({ rows, columns, skeleton }: TableSpec): Frame {
  const [corner, applicants] = skeleton.map(({ cells }) => cells);
  const organizations = columns.slice(1, -1);
  const head: FrameRow[] = [
    [title('corner', 'corner', corner![0]!, LABEL_COLUMNS, 3), title('column', 'applicants', corner![1]!, columns.length)],
    [title('column', columns[0]!.id, applicants![0]!, 1, 2), title('column', 'organizations', applicants![1]!, organizations.length), title('column', 'total', applicants![2]!, 1, 2)],
    organizations.map(({ id, title: text }) => title('column', id, text)),
  ];
  const results = rows.filter(({ id }) => !OUTSIDE_RESULTS.has(id));
  const caption = skeleton.find(({ row }) => row === results[0]!.id)!.cells[0]!;
  const body = rows.map((row): FrameRow => {
    const { id, group } = row;
    const inside = results.includes(row);
    const mates = results.filter((own) => group !== undefined && own.group === group);
    const opening = [...(row === results[0] ? [title('group', 'results', caption, 1, results.length)] : []), ...(row === mates[0] ? [title('group', group!, group!, 1, mates.length)] : [])];
    const above = [...(inside ? ['results'] : []), ...(group === undefined ? [] : [group])];
    const headers = (column: ColumnSpec): string[] => ['applicants', ...(organizations.includes(column) ? ['organizations'] : []), column.id, ...above, id];
    return [...opening, title('row', id, row.title, LABEL_COLUMNS - above.length, 1, row), ...columns.map((column) => value(row, column, headers(column)))];
  });
  return { labelColumns: LABEL_COLUMNS, valueColumns: columns.length, head, body };
}

/** 表四: the three rows of the form stand beside each other, their labels above them. */
function remedyFrame({ rows, columns, skeleton }: TableSpec): Frame {
  const [first, ...suits] = rows as readonly [RowSpec, ...RowSpec[]];
  const [, litigation] = skeleton[0]!.cells;
  const titles = (row: RowSpec, down: number): FrameTitle[] => columns.map(({ id, title: text }) => title('column', `${row.id}/${id}/title`, text, 1, down));
  const above = (row: RowSpec): string[] => (row === first ? [] : ['litigation']);
  return {
    labelColumns: 0,
    valueColumns: rows.length * columns.length,
    head: [
      [title('row', first.id, first.title, columns.length, 1, first), title('group', 'litigation', litigation!, suits.length * columns.length)],
      [...titles(first, 2), ...suits.map((row) => title('row', row.id, row.title, columns.length, 1, row))],
      suits.flatMap((row) => titles(row, 1)),
    ],
    body: [rows.flatMap((row) => columns.map((column) => value(row, column, [...above(row), row.id, `${row.id}/${column.id}/title`])))],
  };
}
