/** A table of a report as it is sent out: drawn as the form has it where every cell is known, else as it stands. */
import { frameOf, type FrameTitle, type FrameValue } from '../../features/formFrame';
import type { Refusal } from '../../model/writing/convert';
import { refusalOf } from '../../model/writing/convert';
import type { WrittenRow } from '../../model/writing/render';
import { tableText } from '../../model/writing/tableText';
import type { BoundTable } from '../../model/types';
import type { CellSyntax } from '../../syntax/types';
import { withoutMarks } from '../../text/markdown';
import type { Text } from '../../text/span';
import type { PrintedCell, PrintedTable } from './printed';

export interface Drawn {
  /** Undefined where no cell can be told: its lines are sent out as lines. */
  readonly table: PrintedTable | undefined;
  /** Lines between its rows, which follow it. */
  readonly notes: readonly string[];
  /** Why it is not as the form has it. */
  readonly loss?: Text;
}

const WHY: Readonly<Record<Refusal | 'missing', Text>> = {
  unreadable: { zh: '读不准', en: 'it can’t be read' },
  deduced: { zh: '数字连在一起', en: 'its digits run together' },
  rows: { zh: '有读不准的行', en: 'some rows can’t be read' },
  missing: { zh: '缺少表式规定的行', en: 'rows of the form are missing' },
  stray: { zh: '有不属于任何一行的数', en: 'a number in it belongs to no row' },
  separator: { zh: '单元格中有分隔符', en: 'a cell holds a separator' },
  outside: { zh: '有不属于任何单元格的文字', en: 'some words stand in no cell' },
  changed: { zh: '会被读成别的内容', en: 'it would be read otherwise' },
};

export function drawn(table: BoundTable): Drawn {
  const refusal = refusalOf(table);
  if (refusal === 'unreadable' || refusal === 'deduced') return { table: undefined, notes: [], loss: asItStands(table, refusal) };
  const { parts, stray } = tableText(table);
  const notes = parts.flatMap((part) => (part.kind === 'line' ? [table.section.text.slice(part.span.start, part.span.end).trim()] : []));
  const why = refusal ?? (table.missing.length > 0 ? 'missing' : stray ? 'stray' : undefined);
  if (why === undefined) return { table: official(table), notes };
  return { table: standing(parts.flatMap((part) => (part.kind === 'row' ? [part.row] : []))), notes, loss: asItStands(table, why) };
}

function asItStands({ spec: { name } }: BoundTable, why: keyof typeof WHY): Text {
  return { zh: `${name.zh}${WHY[why].zh}，按原样导出`, en: `${name.en} is sent out as it stands: ${WHY[why].en}` };
}

/** With the labels of the form, and what the text says in each cell. */
function official(table: BoundTable): PrintedTable {
  const { head, body, labelColumns, valueColumns } = frameOf(table.spec);
  const cell = (frame: FrameTitle | FrameValue, isHead: boolean): PrintedCell => {
    if (frame.kind === 'value') return { kind: 'value', text: written(table, table.cell(frame.row.id, frame.column.id)?.syntax), across: frame.across, down: 1 };
    return { kind: !isHead && (frame.kind === 'row' || frame.kind === 'group') ? 'label' : 'head', text: frame.text, across: frame.across, down: frame.down };
  };
  return { kind: 'table', labels: labelColumns, columns: labelColumns + valueColumns, head: head.length, rows: [...head, ...body].map((row, i) => row.map((own) => cell(own, i < head.length))) };
}

/** As in the text, on one line, without the marks of Markdown. */
function written({ section: { text } }: BoundTable, cell: CellSyntax | undefined): string {
  if (!cell || cell.text === '') return '';
  const raw = cell.pieces ? cell.pieces.map(({ start, end }) => text.slice(start, end)).join(/ /.test(cell.text) ? ' ' : '') : text.slice(cell.span.start, cell.span.end);
  return withoutMarks(raw.split(/[\r\n]+/).map((line) => line.trim()).join(' ').trim());
}

/** Row by row, as many cells as each has. */
function standing(rows: readonly WrittenRow[]): PrintedTable {
  const labels = Math.max(...rows.map(({ words, values }) => (values.length > 0 ? words.length : 0)));
  const columns = Math.max(...rows.map(({ words, values }) => words.length + values.length));
  return {
    kind: 'table',
    labels,
    columns,
    head: 0,
    rows: rows.map(({ words, values }) => {
      const cells = [...words.map((text): PrintedCell => ({ kind: values.length > 0 ? 'label' : 'head', text, across: 1, down: 1 })), ...values.map((text): PrintedCell => ({ kind: 'value', text, across: 1, down: 1 }))];
      const last = cells.at(-1)!;
      return [...cells.slice(0, -1), { ...last, across: columns - cells.length + 1 }];
    }),
  };
}
