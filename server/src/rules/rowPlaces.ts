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
  const lines = rowsOf(table.section).map(({ span: own, cells }): Line => ({ span: own, key: matchKey(cells.map(({ text }) => text).join('')) }));
  const inGap = lines.filter(({ span: own }) => own.start >= within.start && own.end <= within.end);
  const first = table.rows[0]!;
  const leads = at <= startOf(first);
  const headed = blocks.filter(({ head }) => head.length > 0);
  const areHeaded = headed.length > 1 && headed.some((block) => headIn(lines, block) !== undefined);
  // What stands over the first row is its own.
  const above = leads ? headIn(inGap, blocks.find((block) => block.rows.includes(first.spec.id))!) : undefined;
  let place: Pick<RowPlace, 'at' | 'before'> = { at: above?.start ?? at, before: leads };
  return blocks.flatMap((block): RowPlace[] => {
    const own = rows.filter(({ id }) => block.rows.includes(id));
    if (own.length === 0) return [];
    const goesOn = own[0]!.id !== block.rows[0];
    const head = goesOn ? undefined : headIn(inGap, block);
    if (head) place = { at: head.end, before: false };
    return [{ rows: own, ...place, head: areHeaded && !goesOn && !head ? block.head : [] }];
  });
}

/** A row of the text with its words, folded. */
interface Line {
  readonly span: Span;
  readonly key: string;
}

/** Where the words over a block stand among `lines`, in rows of their own; undefined where the first of them do not. */
function headIn(lines: readonly Line[], { words }: Block): Span | undefined {
  const all = words.join('');
  const from = lines.findIndex(({ key }) => key.startsWith(words[0]!) && all.startsWith(key));
  if (from < 0) return undefined;
  let end = from;
  while (lines[end + 1]?.key && all.includes(lines[end + 1]!.key)) end++;
  return span(lines[from]!.span.start, lines[end]!.span.end);
}
