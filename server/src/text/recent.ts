import { detached } from './detached';

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

/**
 * `compute`, which keeps what it made lately of texts of up to `longest` units: lines, cells and labels say the same over and over, and an
 * edit leaves all but one as they were.
 */
export function byText<V extends object | string | number>(limit: number, longest: number, compute: (text: string) => V): (text: string) => V {
  const known = new Recent<string, V>(limit);
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = detached(text);
    return known.set(own, compute(own));
  };
}
