/** The figures of a run: by mechanism, all together, and what was missed. */
import type { Measured, Trial } from './measure';

/** What the product promises. */
export const TARGETS = { found: 0.995, named: 0.95, findings: 1.2 } as const;

export interface Figures {
  readonly faults: number;
  /** Exchanges that leave every equation true: nobody can see them. */
  readonly traceless: number;
  readonly found: number;
  readonly decided: number;
  readonly named: number;
  /** Findings for those that were found. */
  readonly findings: number;
}

export function figuresOf(trials: readonly Trial[]): Figures {
  const seen = trials.filter(({ judgement }) => !judgement.traceless);
  const found = seen.filter(({ judgement }) => judgement.found);
  const decided = seen.filter(({ judgement }) => judgement.decided);
  return {
    faults: seen.length,
    traceless: trials.length - seen.length,
    found: found.length,
    decided: decided.length,
    named: decided.filter(({ judgement }) => judgement.named).length,
    findings: found.reduce((sum, { judgement }) => sum + judgement.findings.length, 0),
  };
}

/** The targets that were missed, in words; none where all are met. */
export function missedTargets({ trials, alarms }: Measured): string[] {
  const { faults, found, decided, named, findings } = figuresOf(trials);
  return [
    ...(found < TARGETS.found * faults ? [`faults found: ${percent(found, faults)}, less than ${TARGETS.found * 100} %`] : []),
    ...(named < TARGETS.named * decided ? [`places named: ${percent(named, decided)}, less than ${TARGETS.named * 100} %`] : []),
    ...(findings > TARGETS.findings * found ? [`findings per fault: ${ratio(findings, found)}, more than ${TARGETS.findings}`] : []),
    ...(alarms.length > 0 ? [`false alarms: ${alarms.length}, more than 0`] : []),
  ];
}

export function tableOf({ trials, prints, unreadable, alarms }: Measured): string {
  const head = line(['', 'faults', 'no trace', 'found', '', 'decided', 'named', '', 'findings per fault']);
  const families = [...new Set(trials.map(({ fault }) => fault.family))];
  const rows = families.flatMap((family) => {
    const own = trials.filter(({ fault }) => fault.family === family);
    const mechanisms = [...new Set(own.map(({ fault }) => fault.mechanism))];
    return [family, ...mechanisms.map((mechanism) => row(`  ${mechanism}`, own.filter(({ fault }) => fault.mechanism === mechanism)))];
  });
  return [head, ...rows, row('all', trials), '', `clean reports: ${prints} prints, ${alarms.length} false alarms (errors and warnings), ${unreadable} prints that their layout makes unreadable and are said to be so`].join('\n');
}

function row(name: string, trials: readonly Trial[]): string {
  const { faults, traceless, found, decided, named, findings } = figuresOf(trials);
  return line([name, String(faults), String(traceless), String(found), percent(found, faults), String(decided), String(named), percent(named, decided), ratio(findings, found)]);
}

const line = ([name, ...figures]: readonly string[]): string => `${name!.padEnd(44)}${figures.map((figure) => figure.padStart(10)).join('')}`;
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`);
const ratio = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2));

/** What was not found, or not where it is, or told too often; each in a line. */
export function missesOf({ trials, alarms }: Measured, most: number): string[] {
  const lines = [...alarms.map(({ report, layout, rule, message }) => `false alarm  ${report}, ${layout}: ${rule} ${message}`)];
  for (const trial of trials) {
    const { judgement, fault, report, layout } = trial;
    if (judgement.traceless) continue;
    const what = !judgement.found ? 'not found' : judgement.decided && !judgement.named ? 'not named' : judgement.findings.length > 3 ? `${judgement.findings.length} findings` : undefined;
    if (what) lines.push(`${what.padEnd(12)} ${fault.family}: ${fault.mechanism}; ${report}, ${layout}${judgement.findings.slice(0, 3).map(({ rule, message }) => `\n             ${rule} ${message.slice(0, 160)}`).join('')}`);
  }
  return lines.length > most ? [...lines.slice(0, most), `… ${lines.length - most} more (--misses ${lines.length} shows all)`] : lines;
}
