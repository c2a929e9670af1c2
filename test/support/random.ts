/** Random numbers that can be had again: `OGI_SEED=… npm test`. */
export class Random {
  readonly seed: number;
  #state: number;

  constructor(seed = Number(process.env['OGI_SEED'] ?? Date.now() % 1_000_000_007)) {
    this.seed = seed;
    this.#state = seed | 0;
  }

  /** 0 ≤ n < `end`, an integer (mulberry32). */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * end);
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}
