/**
 * Where rows that a table lacks are to stand: behind the row before them, or below the head of their block, of which 表二 has one over
 * every few rows, and the label of their group, where that has a line of its own.
 */
import type { RowSpec, SkeletonRow, TableSpec } from '../editions';
import { startOf } from '../model/binding/boundTable';
import { remembered } from '../model/remembered';
import type { BoundTable, MissingRows } from '../model/types';
import { rowsOf } from '../syntax/rows';
import { matchKey } from '../text/fold';
import { type Span, span } from '../text/span';

export interface RowPlace {
  readonly rows: readonly RowSpec[];
  /** In the slice: somewhere in the line that they follow, or that they stand before. */
  readonly at: number;
  readonly before: boolean;
  /** The rows of words over their block, where they went missing with it and others have theirs. */
  readonly head: readonly SkeletonRow[];
}

/** Rows of the form with what is printed over them. */
interface Block {
  /** Rows of words; not a label that stands beside its first row. */
  readonly head: readonly SkeletonRow[];
  /** Folded, in their order: the cells of its head, and the labels of the groups that begin with it. */
  readonly words: readonly string[];
  readonly rows: readonly string[];
}

const blocksOf = remembered(({ skeleton }: TableSpec): readonly Block[] => {
  const blocks: (Block & { readonly rows: string[] })[] = [];
  let head: SkeletonRow[] = [];
  for (const line of skeleton) {
    const { row, cells } = line;
    const last = blocks.at(-1);
    if (row === undefined) head.push(line);
    else if (last && head.length === 0 && cells.length === 1) last.rows.push(row);
    else {
      blocks.push({ head, words: [...head.flatMap((own) => own.cells), ...cells.slice(0, -1)].map(matchKey), rows: [row] });
      head = [];
    }
  }
  return blocks;
});

/** The places of the rows of `gap`, in the order of the text. Of 表二 and 表三. */
export function rowPlaces(table: BoundTable, { rows, at, within }: MissingRows): RowPlace[] {
  const blocks = blocksOf(table.spec);
  const first = table.rows[0]!;
  const leads = at <= startOf(first);
  const headed = blocks.filter(({ head }) => head.length > 0);
  const areHeaded = headed.length > 1 && headed.some((block) => headIn(table, block, span(0, table.section.text.length)) !== undefined);
  // What stands over the first row is its own.
  const above = leads ? headIn(table, blocks.find((block) => block.rows.includes(first.spec.id))!, within) : undefined;
  let place: Pick<RowPlace, 'at' | 'before'> = { at: above?.start ?? at, before: leads };
  return blocks.flatMap((block): RowPlace[] => {
    const own = rows.filter(({ id }) => block.rows.includes(id));
    if (own.length === 0) return [];
    const goesOn = own[0]!.id !== block.rows[0];
    const head = goesOn ? undefined : headIn(table, block, within);
    if (head) place = { at: head.end, before: false };
    return [{ rows: own, ...place, head: areHeaded && !goesOn && !head ? block.head : [] }];
  });
}

/** Where the words over a block stand in `within`, in rows of their own; undefined where the first of them do not. */
function headIn({ section }: BoundTable, { words }: Block, within: Span): Span | undefined {
  const key = words.join('');
  const rows = rowsOf(section).filter((row) => row.span.start >= within.start && row.span.end <= within.end);
  const keys = rows.map(({ cells }) => matchKey(cells.map(({ text }) => text).join('')));
  const from = keys.findIndex((own) => own.startsWith(words[0]!) && key.startsWith(own));
  if (from < 0) return undefined;
  let end = from;
  while (keys[end + 1] && key.includes(keys[end + 1]!)) end++;
  return span(rows[from]!.span.start, rows[end]!.span.end);
}
