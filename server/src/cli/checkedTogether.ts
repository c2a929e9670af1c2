/** Files of one call that are held against each other: read by threads, and those with others beside them once more. */
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
  const checked: Put[] = [];
  const put = (own: Checked): Put => ({ ...own, part: parts.keep(own.part) });
  for await (const results of crew.results(byThemselves(remembered(entries, all)), 'asked')) {
    checked.push(...results.map(put));
    terminal.progress(() => progress(terminal, checked.length, size));
  }
  const groups = groupsOf(checked);
  const tasks = groups.map((group) => [{ entries: group.map((index) => all[index]!), together: true }]);
  let count = 0;
  for await (const results of crew.results(tasks, 'asked')) {
    const group = groups[count++]!;
    results.forEach((result, i) => {
      const index = group[i]!;
      // What was found in the file alone stays, where it can't be looked at once more.
      checked[index] = result.counts ? put(result) : { ...checked[index]!, ...(result.error && { error: result.error }) };
    });
    terminal.progress(() => terminal.words({ zh: `相互对照 ${count}/${groups.length}`, en: `comparing ${count}/${groups.length}` }));
  }
  for (const own of checked) yield { ...own, part: parts.part(own.part) };
}

/** A file whose part waits until all are read. */
type Put = Omit<Checked, 'part'> & { readonly part: Kept };

export async function* byThemselves(batches: Listing['entries']): AsyncGenerator<readonly CheckTask[]> {
  for await (const entries of batches) yield entries.map((entry) => ({ entries: [entry], together: false }));
}

async function* remembered(batches: Listing['entries'], all: Entry[]): AsyncGenerator<readonly Entry[]> {
  for await (const entries of batches) {
    all.push(...entries);
    yield entries;
  }
}

export function progress(terminal: Terminal, count: number, size: number | undefined): string {
  const of = size === undefined ? '' : `/${size}`;
  return terminal.words({ zh: `已检查 ${count}${of} 个文件`, en: `${count}${of} files checked` });
}
