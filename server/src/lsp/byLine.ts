/**
 * What an editor is told of a report, as often as it asks: while the report is the same object and on the same line, the same object
 * too; moved where only the line is another.
 */
import type { Position } from 'vscode-languageserver';

export class ByLine<Owner extends object, Value> {
  readonly #known = new WeakMap<Owner, { readonly line: number; readonly value: Value }>();

  /** `moved`: the same so many lines further down. */
  constructor(private readonly moved: (value: Value, lines: number) => Value) {}

  /** What is told of `owner`, which begins at `at`: as it is known, where `holds` for what is known, or as `make` makes it. */
  of(owner: Owner, { line, character }: Position, holds: (value: Value) => boolean, make: () => Value): Value {
    // In mid-line, where reports run on in one line, characters move too.
    if (character !== 0) return make();
    const before = this.#known.get(owner);
    const usable = before && holds(before.value) ? before : undefined;
    if (usable?.line === line) return usable.value;
    const value = usable ? this.moved(usable.value, line - usable.line) : make();
    this.#known.set(owner, { line, value });
    return value;
  }
}
