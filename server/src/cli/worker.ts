/** A thread of the command line: the job that it is started for, and one list of tasks after another. */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { checkJob, type CheckRequest } from './checkJob';
import { alone, type Crew, Threads } from './crew';
import { extractJob, type ExtractRequest } from './extractJob';
import { importJob, type ImportRequest } from './importJob';
import { attempt, type Job } from './job';

/** What a thread can be started for. */
const JOBS = { check: checkJob, extract: extractJob, import: importJob };

interface Requests {
  readonly check: CheckRequest;
  readonly extract: ExtractRequest;
  readonly import: ImportRequest;
}

/** What is held against files that may take a thread's time or memory. */
export interface Limits {
  /** Milliseconds for a task. */
  readonly patience: number;
  /** For each thread, in megabytes. */
  readonly memory: number;
}

type JobOf<Name extends keyof Requests> = ReturnType<(typeof JOBS)[Name]>;
type Task<Name extends keyof Requests> = JobOf<Name> extends Job<infer T, unknown> ? T : never;
type Result<Name extends keyof Requests> = JobOf<Name> extends Job<never, infer R> ? R : never;

/**
 * The job in `threads` threads; in this one where that is one and nothing limits it, or where there is no bundle that a thread
 * could start from.
 */
export function crewFor<Name extends keyof Requests>(name: Name, request: Requests[Name], threads: number, limits?: Limits): Crew<Task<Name>, Result<Name>> {
  const job = (JOBS[name] as unknown as (request: Requests[Name]) => Job<Task<Name>, Result<Name>>)(request);
  const program = require.main?.filename ?? '';
  if ((threads <= 1 && !limits) || !program.endsWith('.js')) return alone(job);
  const options = { workerData: { name, request }, ...(limits && { resourceLimits: { maxOldGenerationSizeMb: limits.memory } }) };
  return new Threads(Math.max(1, threads), () => new Worker(program, options), (task, error) => job.lost(task, error), limits?.patience);
}

/** Results that wait to be told, in milliseconds: a message costs more than a small file. */
const TELL_EVERY = 20;

/** What the thread does: `cli.ts` calls it where it is not the main one. */
export function work(): void {
  const { name, request } = workerData as { readonly name: keyof Requests; readonly request: never };
  const job = JOBS[name](request) as Job<unknown, unknown>;
  // The next tasks are sent when these are told.
  parentPort!.on('message', async (tasks: readonly unknown[]) => {
    let results: unknown[] = [];
    let told = performance.now();
    for (const task of tasks) {
      results.push(await attempt(job, task));
      if (performance.now() - told < TELL_EVERY) continue;
      parentPort!.postMessage(results);
      results = [];
      told = performance.now();
    }
    if (results.length > 0) parentPort!.postMessage(results);
  });
}
