/** Every fault in every report in every layout, and what became of it. */
import { LAYOUTS } from '../support/layouts';
import type { TableLayout } from '../support/layouts/form';
import { Random } from '../support/random';
import type { Fault } from './fault';
import { cellFaults } from './families/cells';
import { contentFaults } from './families/contents';
import { glyphFaults } from './families/glyphs';
import { labelFaults } from './families/labels';
import { proseFaults } from './families/prose';
import { columnFaults, rowFaults } from './families/rows';
import { sectionFaults } from './families/sections';
import { swapFaults } from './families/swaps';
import { findingsIn, type Judgement, judged } from './judge';
import { type Report, textOf } from './report';

export const FAULTS: readonly Fault[] = [...cellFaults, ...swapFaults, ...rowFaults, ...columnFaults, ...contentFaults, ...labelFaults, ...sectionFaults, ...proseFaults, ...glyphFaults];

/** One fault in one report in one layout. */
export interface Trial {
  readonly report: string;
  readonly layout: string;
  readonly fault: Fault;
  readonly judgement: Judgement;
  readonly text: string;
}

/** An error or a warning where there is no mistake. */
export interface FalseAlarm {
  readonly report: string;
  readonly layout: string;
  readonly rule: string;
  readonly message: string;
}

export interface Measured {
  readonly trials: readonly Trial[];
  /** Clean prints that were looked at. */
  readonly prints: number;
  /** Clean prints of which a layout left too little to read: tables in them are not damaged. */
  readonly unreadable: number;
  readonly alarms: readonly FalseAlarm[];
}

export interface Plan {
  readonly reports: readonly Report[];
  readonly seed: number;
  /** How many trials of each mechanism, in each report and layout. */
  readonly rounds: number;
  readonly faults?: readonly Fault[];
  readonly layouts?: readonly TableLayout[];
  /** Which of the combinations of report and layout are tried; all by default. */
  readonly every?: number;
}

/** True of a table that its layout left too little of; said of a clean report it is no false alarm, and no praise either. */
const UNREADABLE: ReadonlySet<string> = new Set(['table/unreadable', 'table/column-count', 'table/unknown-row']);

export function measured({ reports, seed, rounds, faults = FAULTS, layouts = LAYOUTS, every = 1 }: Plan): Measured {
  const trials: Trial[] = [];
  const alarms: FalseAlarm[] = [];
  let prints = 0;
  let unreadable = 0;
  let combination = 0;
  for (const [r, report] of reports.entries()) {
    for (const [l, layout] of layouts.entries()) {
      if ((combination++ + seed) % every !== 0) continue;
      const printSeed = seed + r * 1000 + l;
      const clean = findingsIn(textOf(report, layout, () => new Random(printSeed)));
      prints++;
      const loud = clean.filter(({ severity }) => severity === 'error' || severity === 'warning');
      const lost = layout.cells !== 'all' && loud.some(({ rule }) => UNREADABLE.has(rule));
      if (lost) unreadable++;
      for (const { rule, message } of loud) if (!lost || !UNREADABLE.has(rule)) alarms.push({ report: report.name, layout: layout.id, rule, message });
      if (loud.length > 0) continue;
      for (const [f, fault] of faults.entries()) {
        for (let round = 0; round < rounds; round++) {
          const random = new Random(printSeed + 7919 * (f + 1) + 104_729 * round);
          const faulty = fault.inject(report, random, layout);
          if (!faulty) continue;
          const text = textOf(faulty.report, layout, () => new Random(printSeed), faulty.changes);
          trials.push({ report: report.name, layout: layout.id, fault, text, judgement: judged(faulty, text, clean, layout) });
        }
      }
    }
  }
  return { trials, prints, unreadable, alarms };
}
