/** What equations are off by, kept up to date while numbers are tried out. */
import type { CellChange, EquationInstance } from './crossfoot';
import type { BoundCell } from '../types';

interface Part {
  /** Index of the equation. */
  readonly equation: number;
  readonly sign: 1 | -1;
}

const NOWHERE: readonly Part[] = [];

export class Residuals {
  /** The equations that can be assessed. */
  readonly equations: readonly EquationInstance[];
  readonly #off: number[];
  readonly #of = new Map<BoundCell, Part[]>();
  /** How many are off. */
  #broken: number;

  constructor(equations: readonly EquationInstance[]) {
    this.equations = equations.filter(({ state }) => state !== 'not-assessable');
    this.#off = this.equations.map(({ difference }) => difference);
    this.#broken = this.#off.filter((off) => off !== 0).length;
    this.equations.forEach(({ terms }, equation) => {
      for (const { cell, sign } of terms) {
        const own = this.#of.get(cell);
        if (own) own.push({ equation, sign });
        else this.#of.set(cell, [{ equation, sign }]);
      }
    });
  }

  get allHold(): boolean {
    return this.#broken === 0;
  }

  /** The equations that are off now, with the rows and the columns they are in. */
  broken(): { readonly equations: readonly EquationInstance[]; readonly rows: number; readonly columns: number } {
    const equations = this.equations.filter((_, i) => this.#off[i] !== 0);
    const places = (along: 'row' | 'column'): number => new Set(equations.flatMap(({ equation, at }) => (equation.along === along ? [at] : []))).size;
    return { equations, rows: places('row'), columns: places('column') };
  }

  /** What would have to be added to `cell` for each of its equations that is off to hold; each once. */
  changesOf(cell: BoundCell): ReadonlySet<number> {
    return new Set((this.#of.get(cell) ?? NOWHERE).flatMap(({ equation, sign }) => (this.#off[equation] === 0 ? [] : [-sign * this.#off[equation]!])));
  }

  add(cell: BoundCell, by: number): void {
    for (const { equation, sign } of this.#of.get(cell) ?? NOWHERE) {
      const before = this.#off[equation]!;
      const after = before + sign * by;
      this.#off[equation] = after;
      this.#broken += Number(after !== 0) - Number(before !== 0);
    }
  }

  /** Whether every equation would hold with `changes`. */
  holdWith(changes: readonly CellChange[]): boolean {
    for (const { cell, expected } of changes) this.add(cell, expected - (cell.value ?? 0));
    const hold = this.allHold;
    for (const { cell, expected } of changes) this.add(cell, (cell.value ?? 0) - expected);
    return hold;
  }
}
