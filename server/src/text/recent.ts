/** What was computed lately, by its input: a map that forgets everything when it is full, and so never outgrows its limit. */
export class Recent<K, V extends object | string | number> {
  readonly #values = new Map<K, V>();

  constructor(private readonly limit: number) {}

  get(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** Returns `value`. */
  set(key: K, value: V): V {
    if (this.#values.size >= this.limit) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}
