/** Where another table begins or ends in the slice of a table, because its own heading is lost. */
import { EDITIONS, type TableSpec } from '../../editions';
import { matchKey } from '../../text/fold';
import { remembered } from '../remembered';
import { type LabelMatcher, matcherOf } from './labels';
import type { Item } from './item';

/** What the columns of 表四 are called, and no row of another table. */
const REMEDIES = /^(?:结果维持|结果纠正|尚未审结)/;

/** The matchers of the other tables whose labels end a table, in all editions. */
const othersOf = remembered(({ id }: TableSpec): readonly LabelMatcher[] =>
  EDITIONS.flatMap(({ tables }) => tables)
    .filter((other) => other.id !== id && other.id !== 'reviewAndLitigation')
    .map(matcherOf),
);

/** Items of a table whose heading is lost stand in the slice of another; they end this one. */
export function withoutOtherTables(items: readonly Item[], spec: TableSpec): readonly Item[] {
  const own = matcherOf(spec);
  const others = othersOf(spec);
  let from = 0;
  let started = false;
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const words = item.kind === 'fragment' ? item.cell.text : item.own.at(-1)?.text;
    if (words === undefined) continue;
    const key = matchKey(words);
    if (own.exactKey(key) !== undefined) started = true;
    else if (started && REMEDIES.test(key)) return items.slice(from, i);
    else if (others.some((other) => other.exactKey(key) !== undefined) && !own.isHeaderKey(key)) {
      if (started) return items.slice(from, i);
      from = i + 1;
    }
  }
  return items.slice(from);
}
