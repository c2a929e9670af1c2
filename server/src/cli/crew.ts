/**
 * Work spread over threads: tasks go out in small batches, results come back in the order of the tasks, or as they are done.
 *
 * Memory is bounded: no more tasks are out, or done and not yet fetched, than `MOST_AHEAD` allows, however far one slow task
 * holds the others up. A thread that dies, or tells nothing for too long and is ended, is replaced; the tasks it had are tried
 * once more, one at a time, and the one that costs a thread by itself is lost and told. Few tasks are worked on right here: starting a thread costs more than they do.
 */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Text } from '../text/span';
import type { Options } from './args';
import { attempt, type Job } from './job';

/** The option that says how many. */
export const THREADS = {
  jobs: {
    type: 'string',
    value: 'N',
    says: { zh: '最多用 N 个线程；默认文件多时用全部处理器。结果与线程数无关。', en: 'Use at most N threads; by default all processors where there are many files. It changes no result.' },
  },
} as const satisfies Options;

/** Fewer tasks than that for each thread are not worth one. */
const WORTH_A_THREAD = 64;
const MOST_AHEAD = 1024;

export type Batches<Task> = AsyncIterable<readonly Task[]> | Iterable<readonly Task[]>;

export interface Crew<Task, Result> {
  /** One run at a time. A generator that is left early leaves the crew unfit for another run. */
  results(batches: Batches<Task>, order: 'asked' | 'done'): AsyncGenerator<Result>;
  close(): Promise<void>;
}

/** How many threads suit `size` tasks (undefined: nobody knows); `asked` is what the user wants. */
export function threadsFor(size: number | undefined, asked: number | undefined): number {
  if (asked !== undefined) return Math.min(asked, size ?? asked);
  return Math.min(availableParallelism(), size === undefined ? Infinity : Math.ceil(size / WORTH_A_THREAD));
}

/** Work in this thread. */
export function alone<Task, Result>(job: Job<Task, Result>): Crew<Task, Result> {
  return {
    async *results(batches) {
      for await (const tasks of batches) for (const task of tasks) yield await attempt(job, task);
    },
    close: () => Promise.resolve(),
  };
}

/** Starts a thread that answers each list of tasks with lists of their results, in order, in as many messages as it likes. */
export type Start = () => Worker;

/** Tasks that are out together. */
interface Batch<Task> {
  /** Number of the first. */
  readonly first: number;
  readonly tasks: readonly Task[];
}

export class Threads<Task, Result> implements Crew<Task, Result> {
  readonly #hands: Hand<Task, Result>[];
  /** Finished and not yet fetched, by number. */
  readonly #done = new Map<number, Result>();
  /** What threads that died left. */
  readonly #again: Batch<Task>[] = [];
  #wake: () => void = () => undefined;

  /** `patience`: how long a thread may take from one answer to the next, in milliseconds; for ever where it is not given. */
  constructor(count: number, start: Start, lost: (task: Task, error: unknown) => Result, patience?: number) {
    this.#hands = Array.from({ length: count }, () => new Hand(start, (number, result) => this.#done.set(number, result), (batch, error) => this.#died(batch, error, lost), () => this.#wake(), patience));
  }

  async *results(batches: Batches<Task>, order: 'asked' | 'done'): AsyncGenerator<Result> {
    const source = new Source(batches, () => this.#wake());
    let fetched = 0;
    for (;;) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      for (const hand of this.#hands) {
        if (hand.busy) continue;
        const batch = this.#again.pop() ?? (source.taken - fetched < MOST_AHEAD ? source.take() : undefined);
        if (!batch) break;
        hand.begin(batch);
      }
      const [number] = order === 'asked' ? [fetched] : this.#done.keys();
      if (number !== undefined && this.#done.has(number)) {
        const result = this.#done.get(number)!;
        this.#done.delete(number);
        fetched++;
        yield result;
      } else if (source.isEmpty && fetched === source.taken) return;
      else await woken;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.close()));
  }

  #died({ first, tasks }: Batch<Task>, error: unknown, lost: (task: Task, error: unknown) => Result): void {
    if (tasks.length === 1) this.#done.set(first, lost(tasks[0]!, error));
    else tasks.forEach((task, i) => this.#again.push({ first: first + i, tasks: [task] }));
  }
}

/** A task that takes too long is as good as one that never ends. */
class TookTooLong extends Error {
  readonly words: Text;

  constructor(patience: number) {
    super('took too long');
    const seconds = patience / 1000;
    this.words = { zh: `处理超过 ${seconds} 秒，已放弃`, en: `given up after ${seconds} ${seconds === 1 ? 'second' : 'seconds'}` };
  }
}

/** One thread after another, of which there is one at a time. */
class Hand<Task, Result> {
  #worker: Worker | undefined;
  #batch: Batch<Task> | undefined;
  #received = 0;
  #reason: unknown;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly start: Start,
    private readonly done: (number: number, result: Result) => void,
    private readonly died: (batch: Batch<Task>, error: unknown) => void,
    private readonly changed: () => void,
    private readonly patience: number | undefined,
  ) {}

  get busy(): boolean {
    return this.#batch !== undefined;
  }

  begin(batch: Batch<Task>): void {
    this.#batch = batch;
    this.#received = 0;
    this.#worker ??= this.#started();
    this.#worker.postMessage(batch.tasks);
    this.#wait();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const { patience } = this;
    if (patience === undefined || !this.#batch) return;
    this.#timer = setTimeout(() => {
      this.#reason = new TookTooLong(patience);
      void this.#worker?.terminate();
    }, patience);
  }

  #started(): Worker {
    const worker = this.start();
    this.#reason = new Error('the thread ended');
    worker.on('message', (results: readonly Result[]) => {
      const { first, tasks } = this.#batch!;
      for (const result of results) this.done(first + this.#received++, result);
      if (this.#received === tasks.length) this.#batch = undefined;
      this.#wait();
      this.changed();
    });
    worker.on('error', (error) => (this.#reason = error));
    worker.on('exit', () => {
      if (this.#worker !== worker) return; // closed
      clearTimeout(this.#timer);
      this.#worker = undefined;
      const batch = this.#batch;
      this.#batch = undefined;
      if (batch) this.died({ first: batch.first + this.#received, tasks: batch.tasks.slice(this.#received) }, this.#reason);
      this.changed();
    });
    return worker;
  }
}

/** Batches as they come, numbered; the next one is asked for ahead. */
class Source<Task> {
  taken = 0;
  isEmpty = false;
  #next: readonly Task[] | undefined;
  #error: unknown;
  readonly #batches: AsyncIterator<readonly Task[]> | Iterator<readonly Task[]>;

  constructor(
    batches: Batches<Task>,
    private readonly changed: () => void,
  ) {
    this.#batches = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
    void this.#ask();
  }

  /** Undefined: none has come yet, or there is none any more. Throws what the batches threw. */
  take(): Batch<Task> | undefined {
    if (this.#error !== undefined) throw this.#error;
    const tasks = this.#next;
    if (!tasks) return undefined;
    const batch = { first: this.taken, tasks };
    this.taken += tasks.length;
    this.#next = undefined;
    void this.#ask();
    return batch;
  }

  async #ask(): Promise<void> {
    try {
      const { value, done } = await this.#batches.next();
      if (done) this.isEmpty = true;
      else this.#next = value as readonly Task[];
    } catch (error) {
      this.#error = error;
    }
    this.changed();
  }
}
