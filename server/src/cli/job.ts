/**
 * Work on one task after another, on whatever thread. A task is plain data, and so is what comes of it. A job is made from a
 * request, plain data too, once for each thread.
 */
export interface Job<Task, Result> {
  /** Waits for nothing but the disk, and for what has to be loaded first. */
  run(task: Task): Result | Promise<Result>;
  /** What comes of a task whose run threw, or took its thread with it. */
  lost(task: Task, error: unknown): Result;
}

/** A run that always comes to something: no task can stop those after it. */
export async function attempt<Task, Result>(job: Job<Task, Result>, task: Task): Promise<Result> {
  try {
    return await job.run(task);
  } catch (error) {
    return job.lost(task, error);
  }
}
