/** Files of one call that are held against each other: asked whose they are, then checked, those with others beside them together; all by threads. */
import type { Text } from '../text/span';
import type { Checked, CheckTask } from './checkJob';
import { groupsOf } from './circles';
import type { Crew } from './crew';
import type { Entry, Listing } from './inputs';
import type { Kept, Parts } from './parts';
import type { Terminal } from './terminal';

export type CheckCrew = Crew<CheckTask, readonly Checked[]>;

/** What came of each file, in order; known only when all are read. */
export async function* checkedTogether({ entries, size }: Listing, crew: CheckCrew, terminal: Terminal, parts: Parts): AsyncGenerator<Checked> {
  const all: Entry[] = [];
  const asked: Checked[] = [];
  for await (const results of crew.results(byThemselves(remembered(entries, all), 'ask'), 'asked')) {
    asked.push(...results);
    terminal.progress(() => terminal.words({ zh: `已读取 ${countOf(asked.length, size)} 个文件`, en: `${countOf(asked.length, size)} files read` }));
  }
  const checked = new Array<Put>(all.length);
  let count = 0;
  async function check(what: CheckTask['what'], groups: readonly (readonly number[])[], put: (index: number, result: Checked) => void): Promise<void> {
    const tasks = groups.map((group) => ({ entries: group.map((index) => all[index]!), what }));
    let next = 0;
    for await (const results of crew.results(inBatches(tasks, what === 'compare' ? 1 : BATCH), 'asked')) {
      const group = groups[next++]!;
      results.forEach((result, i) => put(group[i]!, result));
      count += results.length;
      terminal.progress(() => progress(terminal, Math.min(count, all.length), all.length));
    }
  }
  const put = (index: number, result: Checked): void => void (checked[index] = { ...result, part: parts.keep(result.part) });
  const groups = groupsOf(asked);
  const compared = new Set(groups.flat());
  const failed = new Map<number, Text>();
  await check('compare', groups, (index, result) => (result.error && !result.counts ? failed.set(index, result.error) : put(index, result)));
  await check('check', all.flatMap((_, index) => (compared.has(index) ? [] : [[index]])), put);
  // Where a file can't be looked at beside the others, what is found in it alone is told, and why that is all.
  await check('check', [...failed.keys()].map((index) => [index]), (index, result) => put(index, { error: failed.get(index)!, ...result }));
  for (const own of checked) yield { ...own, part: parts.part(own.part) };
}

/** Files that a thread gets at once. */
const BATCH = 16;

function* inBatches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** A file whose part waits until all are read. */
type Put = Omit<Checked, 'part'> & { readonly part: Kept };

export async function* byThemselves(batches: Listing['entries'], what: 'ask' | 'check'): AsyncGenerator<readonly CheckTask[]> {
  for await (const entries of batches) yield entries.map((entry) => ({ entries: [entry], what }));
}

async function* remembered(batches: Listing['entries'], all: Entry[]): AsyncGenerator<readonly Entry[]> {
  for await (const entries of batches) {
    all.push(...entries);
    yield entries;
  }
}

export function progress(terminal: Terminal, count: number, size: number | undefined): string {
  return terminal.words({ zh: `已检查 ${countOf(count, size)} 个文件`, en: `${countOf(count, size)} files checked` });
}

const countOf = (count: number, size: number | undefined): string => `${count}${size === undefined ? '' : `/${size}`}`;
