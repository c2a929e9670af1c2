/** One report with tables in one layout, damaged or not, and what is read from it against what was written. */
import fc from 'fast-check';
import { type EditionId, EDITIONS } from '../../../server/src/editions';
import type { CellText } from '../../../server/src/model/writing/render';
import { Random } from '../random';
import { reportText } from '../reports';
import { crossFooting, key, tablesOf } from '../tables';
import { damagedForm, damagedLines, someDamage, type Damage } from './damage';
import { formOf, type TableLayout } from './form';

export interface Trial {
  readonly layout: TableLayout;
  readonly edition: EditionId;
  readonly seed: number;
  /** Whether cells may be blank, and whether numbers may contradict each other. */
  readonly blanks: boolean;
  readonly unbalanced: boolean;
  readonly damaged: boolean;
}

export interface Outcome {
  readonly text: string;
  readonly damages: readonly Damage[];
  readonly cells: number;
  readonly read: number;
  /** Cells with another value than was written. */
  readonly wrong: readonly string[];
  readonly unread: readonly string[];
}

const YEARS: Readonly<{ [id in EditionId]: number }> = { '2019': 2020, '2021': 2024 };

/** What was written: null is a blank cell. */
type Truth = ReadonlyMap<string, number | null>;

export function attempt(trial: Trial): Outcome {
  const { layout, edition } = trial;
  const random = new Random(trial.seed);
  const truth = numbersFor(trial, random);
  const written = new Map([...truth].map(([cell, value]) => [cell, layout.cells === 'deduced' ? plain(value) : inSomeWay(value, cell, random)]));
  const cell: CellText = (row, column) => written.get(key(row.id, column.id))!;
  const damages = trial.damaged ? someDamage(layout, trial.blanks, random) : [];
  const hit = random.below(3);
  const text = reportText({
    year: YEARS[edition],
    edition,
    eol: random.pick(['\n', '\r\n']),
    table: (spec) => {
      const form = formOf(spec, cell);
      if (EDITIONS.find(({ id }) => id === edition)!.tables.indexOf(spec) !== hit) return layout.render(form, random);
      const damaged = damages.reduce((own, kind) => damagedForm(own, kind, random), form);
      return damages.reduce((own, kind) => damagedLines(own, kind, random), layout.render(damaged, random));
    },
  });
  const cells = readIn(text);
  return {
    text,
    damages,
    cells: truth.size,
    read: cells.size,
    // What is lost where cells have their places is a blank cell.
    wrong: [...cells].filter(([name, value]) => value !== truth.get(name) && !(value === null && damages.some((kind) => kind === 'value lost' || kind === 'line lost'))).map(([name, value]) => `${name}: ${value}, not ${truth.get(name)}`),
    unread: [...truth.keys()].filter((name) => !cells.has(name)),
  };
}

/** Cells that are read: a number, or null for a blank. Words are told as such and are no reading. */
function readIn(text: string): Truth {
  const cells = [...tablesOf(text).values()].flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return new Map(cells.filter(({ syntax }) => syntax.quantity.kind !== 'text').map(({ row, column, value }) => [key(row.id, column.id), value]));
}

function numbersFor({ layout, edition, seed, blanks, unbalanced }: Trial, random: Random): Truth {
  const truth = new Map<string, number | null>(fc.sample(crossFooting(edition), { seed, numRuns: 1 })[0]!);
  const names = [...truth.keys()];
  if (unbalanced) for (let n = 1 + random.below(20); n > 0; n--) truth.set(random.pick(names), random.below(2000));
  if (blanks && layout.cells === 'deduced') {
    // Who leaves cells blank writes no zeros: of some here and some there nothing would be left to see.
    for (const [name, value] of truth) if (value === 0) truth.set(name, null);
  } else if (blanks) {
    // One cell in some, or all cells of some columns, as where nobody but persons applied.
    const every = 2 + random.below(20);
    const columns = random.oneIn(3) ? ['business', 'research', 'socialOrganization', 'legalService', 'otherOrganization'].slice(random.below(5)) : [];
    for (const name of names) if (columns.some((column) => name.endsWith(` ${column}`)) || random.oneIn(every)) truth.set(name, null);
  }
  return truth;
}

const plain = (value: number | null): string => (value === null ? '' : String(value));

/** A number mostly in plain digits, now and then as people write it. */
function inSomeWay(value: number | null, cell: string, random: Random): string {
  if (value === null || !random.oneIn(30)) return plain(value);
  if (value < 0) return `减${-value}`;
  if (cell.endsWith(' amount')) return `${value}万元`;
  if (value === 0) return '〇';
  if (value >= 1000) return value.toLocaleString('en-US');
  return random.pick([`${value}件`, `${value}（其中修订 ${random.below(9)} 件）`, [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')]);
}
