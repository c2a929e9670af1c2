/** Work over threads: nothing lost, nothing twice, in order, within bounds, whatever the threads do. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { alone, type Crew, Threads, threadsFor } from '../../server/src/cli/crew';
import { Random } from '../support/random';

/** A task: a number to double; `slow` waits, `held` until the gate is opened, `dies` takes the thread along, `leaks` runs out of memory. */
type Task = number | 'slow' | 'held' | 'dies' | 'leaks';

const folder = mkdtempSync(join(tmpdir(), 'ogi-report-crew-'));
const program = join(folder, 'thread.js');
writeFileSync(
  program,
  `const { parentPort, workerData: gate } = require('node:worker_threads');
  parentPort.on('message', (tasks) => {
    for (const task of tasks) {
      if (task === 'dies') process.exit(7);
      if (task === 'leaks') for (const all = []; ; ) all.push(new Array(10_000).fill(all.length));
      if (task === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      if (task === 'held') Atomics.wait(gate, 0, 0);
      parentPort.postMessage([typeof task === 'number' ? 2 * task : task]);
    }
  });`,
);
after(() => rmSync(folder, { recursive: true, force: true }));

/** 1: open. */
const gate = new Int32Array(new SharedArrayBuffer(4));

let started = 0;
const start = (): Worker => {
  started++;
  return new Worker(program, { workerData: gate, resourceLimits: { maxOldGenerationSizeMb: 16 } });
};
const crewOf = (threads: number): Crew<Task, unknown> => new Threads(threads, start, (task, error) => ({ task, code: (error as NodeJS.ErrnoException).code }));

async function resultsOf(threads: number, batches: Iterable<readonly Task[]> | AsyncIterable<readonly Task[]>, order: 'asked' | 'done' = 'asked'): Promise<unknown[]> {
  const crew = crewOf(threads);
  const results: unknown[] = [];
  try {
    for await (const result of crew.results(batches, order)) results.push(result);
  } finally {
    await crew.close(); // A thread that is left over keeps the process alive.
  }
  return results;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('results', () => {
  test('come in the order of the tasks, from any number of threads and batches of any size', async (t) => {
    const random = new Random();
    t.diagnostic(`OGI_SEED=${random.seed}`);
    for (const threads of [1, 2, 5]) {
      const batches: number[][] = [];
      for (let left = numbers(500); left.length > 0; ) batches.push(left.splice(0, 1 + random.below(20)));
      assert.deepEqual(await resultsOf(threads, batches), numbers(500).map((n) => 2 * n));
    }
  });

  test('come as they are done where that is asked for', async () => {
    const crew = crewOf(2);
    const results: unknown[] = [];
    for await (const result of crew.results([['held'], [1], [2], [3]], 'done')) {
      results.push(result);
      if (results.length < 3) continue;
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
    }
    await crew.close();
    assert.deepEqual(results, [2, 4, 6, 'held']);
  });

  test('of no tasks are none', async () => assert.deepEqual(await resultsOf(3, []), []));

  test('of one run after another come from the same threads', async () => {
    const crew = crewOf(2);
    const before = started;
    for (let run = 0; run < 3; run++) {
      let sum = 0;
      for await (const result of crew.results([[1, 2], [3]], 'asked')) sum += result as number;
      assert.equal(sum, 12);
    }
    assert.ok(started - before <= 2);
    await crew.close();
  });

  test('are there before the last task is, for whoever asks one by one', async () => {
    const crew = crewOf(2);
    let answer: (value: unknown) => void = () => undefined;
    async function* asking(): AsyncGenerator<readonly Task[]> {
      for (const n of numbers(5)) {
        const answered = new Promise((resolve) => (answer = resolve));
        yield [n];
        assert.equal(await answered, 2 * n);
      }
    }
    for await (const result of crew.results(asking(), 'done')) answer(result);
    await crew.close();
  });

  test('fail with the source of the tasks', async () => {
    async function* broken(): AsyncGenerator<readonly Task[]> {
      yield [1];
      throw new Error('no more names');
    }
    await assert.rejects(resultsOf(2, broken()), /no more names/);
  });
});

describe('a thread that dies', () => {
  test('costs one task, wherever in a batch it stands', async () => {
    const tasks: Task[] = [...numbers(20), 'dies', ...numbers(20)];
    for (const threads of [1, 3]) {
      for (const batches of [[tasks], tasks.map((task) => [task])]) {
        assert.deepEqual(await resultsOf(threads, batches), tasks.map((task) => (task === 'dies' ? { task, code: undefined } : 2 * (task as number))));
      }
    }
  });

  test('for want of memory costs one task, and says so', async () => {
    assert.deepEqual(await resultsOf(2, [[1, 'leaks', 2], [3]]), [2, { task: 'leaks', code: 'ERR_WORKER_OUT_OF_MEMORY' }, 4, 6]);
  });

  test('again and again stops nothing', async () => {
    const tasks: Task[] = numbers(30).map((n) => (n % 3 === 0 ? 'dies' : n));
    const results = await resultsOf(2, [tasks.slice(0, 16), tasks.slice(16)]);
    assert.equal(results.filter((result) => typeof result === 'number').length, 20);
  });
});

test('tasks are not fetched far ahead of a slow reader', async () => {
  const crew = crewOf(2);
  let given = 0;
  function* endless(): Generator<readonly Task[]> {
    for (;;) {
      given += 16;
      yield numbers(16);
    }
  }
  const results = crew.results(endless(), 'asked');
  await results.next();
  // What may be ahead is given out within a moment; without a bound it would go on and on.
  await sleep(500);
  assert.ok(given >= 16 && given < 2000, String(given));
  await results.return(undefined);
  await crew.close();
});

describe('without threads', () => {
  test('a task that throws costs itself', async () => {
    const crew = alone<number, string>({
      run: (n) => (n === 1 ? assert.fail('one') : String(n)),
      lost: (n, error) => `${n}: ${(error as Error).message}`,
    });
    const results: string[] = [];
    for await (const result of crew.results([[0, 1], [2]], 'asked')) results.push(result);
    assert.deepEqual(results, ['0', '1: one', '2']);
  });

  test('is how few tasks are done; many take as many threads as there are processors, or as are asked for', () => {
    assert.equal(threadsFor(10, undefined), 1);
    assert.ok(threadsFor(100_000, undefined) >= 1);
    assert.deepEqual([threadsFor(10, 4), threadsFor(2, 4), threadsFor(undefined, 4)], [4, 2, 4]);
  });
});
