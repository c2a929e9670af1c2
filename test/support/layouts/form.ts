/**
 * A table of the form as it is printed, with its data: head rows, and data rows under the labels of their groups. Layouts
 * render it to text; damage is done to it before that, so that every layout has the same.
 */
import type { CellText } from '../../../server/src/model/writing/render';
import type { RowSpec, TableSpec } from '../../../server/src/editions';
import type { Random } from '../random';

export interface HeadCell {
  readonly text: string;
  /** Columns and rows it spans. */
  readonly across: number;
  readonly down: number;
}

export interface HeadRow {
  readonly kind: 'head';
  readonly cells: readonly HeadCell[];
}

export interface DataRow {
  readonly kind: 'data';
  /** The labels of its groups, outermost first. */
  readonly groups: readonly string[];
  /** Undefined: 表四, whose three rows stand beside each other without labels. */
  readonly label: string | undefined;
  /** Undefined: lost with its separator, if it had one; where cells have their places it leaves a blank. */
  readonly values: readonly (string | undefined)[];
}

export interface Form {
  readonly spec: TableSpec;
  /** Columns of labels, groups included. */
  readonly labelColumns: number;
  readonly valueColumns: number;
  readonly rows: readonly (HeadRow | DataRow)[];
}

/** A way in which tables are found as text. */
export interface TableLayout {
  /** As people would call it, in test names and figures. */
  readonly id: string;
  /**
   * What is seen of cells: all of them; only those that are written, so that a row with blanks can only be refused; or digits
   * that run together, which tell something only where the table is whole and right.
   */
  readonly cells: 'all' | 'written' | 'deduced';
  /**
   * What shows which values are a row, and which row. Where it is their number, a value lost and one doubled are no damage that
   * can be seen; where it is the order of rows, two that change places are none either.
   */
  readonly rowsBy: 'separators' | 'number' | 'order';
  /** Ends in a line end (`\n`). `random` chooses what varies within the layout. */
  render(form: Form, random: Random): string;
}

const YEAR_RESULTS = '三、本年度办理结果';

/** The table of `spec` with what `cell` prints. */
export function formOf(spec: TableSpec, cell: CellText): Form {
  const values = (row: RowSpec): string[] => row.columns.map((column) => cell(row, column));
  if (spec.id === 'reviewAndLitigation') {
    return { spec, labelColumns: 0, valueColumns: 15, rows: [...remedyHead(spec), { kind: 'data', groups: [], label: undefined, values: spec.rows.flatMap(values) }] };
  }
  if (spec.id === 'requests') {
    const rows = spec.rows.map((row): DataRow => ({ kind: 'data', groups: groupsOf(row), label: row.title, values: values(row) }));
    return { spec, labelColumns: 3, valueColumns: 7, rows: [...requestHead(spec), ...rows] };
  }
  const rows = spec.skeleton.map(({ cells, row: id }): HeadRow | DataRow => {
    const row = spec.rows.find((own) => own.id === id);
    if (row) return { kind: 'data', groups: [], label: cells.at(-1)!, values: values(row) };
    return { kind: 'head', cells: cells.map((text, i) => headCell(text, i === cells.length - 1 ? 5 - cells.length : 1)) };
  });
  return { spec, labelColumns: 1, valueColumns: 3, rows };
}

const headCell = (text: string, across = 1, down = 1): HeadCell => ({ text, across, down });

function groupsOf({ id, group }: RowSpec): string[] {
  if (id === 'received' || id === 'carriedIn' || id === 'carriedOut') return [];
  return group ? [YEAR_RESULTS, group] : [YEAR_RESULTS];
}

function requestHead({ skeleton }: TableSpec): HeadRow[] {
  const [corner, applicants, kinds] = skeleton.map(({ cells }) => cells);
  return [
    { kind: 'head', cells: [headCell(corner![0]!, 3, 3), headCell(corner![1]!, 7)] },
    { kind: 'head', cells: [headCell(applicants![0]!, 1, 2), headCell(applicants![1]!, 5), headCell(applicants![2]!, 1, 2)] },
    { kind: 'head', cells: kinds!.map((title) => headCell(title)) },
  ];
}

function remedyHead({ skeleton }: TableSpec): HeadRow[] {
  const [sides, results, nested] = skeleton.map(({ cells }) => cells);
  return [
    { kind: 'head', cells: [headCell(sides![0]!, 5), headCell(sides![1]!, 10)] },
    { kind: 'head', cells: results!.map((title, i) => (i < 5 ? headCell(title, 1, 2) : headCell(title, 5))) },
    { kind: 'head', cells: nested!.map((title) => headCell(title)) },
  ];
}

/** A cell of a printed row: where it begins, and how far it goes. */
export interface PrintedCell extends HeadCell {
  readonly kind: 'head' | 'label' | 'value';
}

export interface PrintedRow {
  readonly cells: readonly PrintedCell[];
  /** Undefined in head rows. */
  readonly data: DataRow | undefined;
}

/** The rows as HTML lists them: each cell once, where it begins. What is lost is left out, or `lost` stands in its place. */
export function printedRows({ rows, labelColumns, valueColumns }: Form, lost?: string): PrintedRow[] {
  return rows.map((row, index) => {
    if (row.kind === 'head') return { data: undefined, cells: row.cells.map((cell) => ({ ...cell, kind: 'head' })) };
    const opening = row.groups.flatMap((text, depth): PrintedCell[] => {
      const same = (other: HeadRow | DataRow | undefined): boolean => other?.kind === 'data' && row.groups.slice(0, depth + 1).every((group, i) => other.groups[i] === group);
      if (same(rows[index - 1])) return [];
      const end = rows.findIndex((other, i) => i > index && !same(other));
      return [{ kind: 'label', text, across: 1, down: (end < 0 ? rows.length : end) - index }];
    });
    const label: PrintedCell[] = row.label === undefined ? [] : [{ kind: 'label', text: row.label, across: labelColumns - row.groups.length, down: 1 }];
    const last = row.values.length - 1;
    const values = row.values.flatMap((written, i): PrintedCell[] => {
      const text = written ?? lost;
      return text === undefined ? [] : [{ kind: 'value', text, across: i === last ? Math.max(1, valueColumns - last) : 1, down: 1 }];
    });
    return { data: row, cells: [...opening, ...label, ...values] };
  });
}

/** The table as a grid: every row has all columns; where a cell goes on from its left or from above there is undefined. */
export function gridOf(form: Form): { readonly data: DataRow | undefined; readonly cells: readonly (PrintedCell | undefined)[] }[] {
  const width = form.labelColumns + form.valueColumns;
  const taken = new Set<string>();
  return printedRows(form, '').map(({ data, cells }, r) => {
    const line = new Array<PrintedCell | undefined>(width).fill(undefined);
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${r} ${column}`)) column++;
      line[column] = cell;
      for (let down = 0; down < cell.down; down++) for (let across = 0; across < cell.across; across++) taken.add(`${r + down} ${column + across}`);
      column += cell.across;
    }
    return { data, cells: line };
  });
}

/** Columns of the row that has most. */
export const widest = (rows: readonly (readonly unknown[])[]): number => Math.max(...rows.map(({ length }) => length));

/** `text` on lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length; from += width) lines.push(text.slice(from, from + width));
  return lines.length > 0 ? lines : [''];
}
