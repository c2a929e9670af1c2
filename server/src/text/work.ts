/**
 * What was done, counted: how the tests see that an edit costs what it touches. Counts go up and mean something only as
 * differences.
 */
export const work = {
  /** Lines looked at for headings and titles. */
  lines: 0,
  /** Slices whose rows of cells were read. */
  slices: 0,
  /** Tables bound to a form. */
  tables: 0,
  /** Report models made. */
  reports: 0,
  /** Calls of a rule's check. */
  checks: 0,
};

export type Work = { readonly [count in keyof typeof work]: number };

/** What `run` does. */
export function workOf(run: () => void): Work {
  const before = { ...work };
  run();
  return { lines: work.lines - before.lines, slices: work.slices - before.slices, tables: work.tables - before.tables, reports: work.reports - before.reports, checks: work.checks - before.checks };
}
