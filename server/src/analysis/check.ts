/**
 * The rules over one report.
 *
 * A rule is run again only for what is a new object: its slice, its table, its report, or the reports around it. What it said
 * of everything else is kept, for every rule in one place by subject.
 */
import { REACHES } from '../model/report/neighbours';
import type { ReportModel } from '../model/types';
import { RULES } from '../rules';
import type { Finding, Rule, Severity } from '../rules/rule';
import { tableFailure } from '../model/binding/bind';
import { errorOf } from '../text/thrown';
import { work } from '../text/work';
import { type Diagnostic, inWords } from './diagnostic';
import type { Settings } from './settings';
import { type Besides, sameBesides } from './vicinity';

export interface FailedRule {
  readonly rule: string;
  readonly error: Error;
}

/** What the rules say of a report. */
export interface Checked {
  readonly settings: Settings;
  readonly besides: Besides;
  /** In the coordinates of the report, in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** These say nothing of the report at all; `layout`: tables of it can't be read. */
  readonly failedRules: readonly FailedRule[];
}

const checkedReports = new WeakMap<ReportModel, Checked>();

/** The findings of the rules in force. A rule that throws is left out and named. */
export function checkReport(report: ReportModel, settings: Settings, besides: Besides): Checked {
  const known = checkedReports.get(report);
  if (known?.settings === settings && sameBesides(known.besides, besides)) return known;
  if (settings.refusal) return { settings, besides, diagnostics: [], failedRules: [] };
  const run = new Run(settings);
  const earlier = report.edition.id === 'pre2019';
  if (!earlier) {
    for (const { start, syntax } of report.slices) run.over(syntax, start, BY_SCOPE.text, (rule) => rule.check(syntax));
    for (const { start, table } of report.tables) run.over(table, start, BY_SCOPE.table, (rule) => rule.check(table));
  }
  run.over(report, 0, earlier ? OF_EARLIER_REPORTS : BY_SCOPE.report, (rule) => rule.check(report));
  for (const reach of REACHES) {
    const beside = besides[reach];
    if (beside) run.over(beside, 0, OF_REACH[reach], (rule) => rule.check(report, beside));
  }
  const checked = { settings, besides, diagnostics: run.diagnostics(), failedRules: [...run.failedRules(), ...tableFailures(report)] };
  checkedReports.set(report, checked);
  return checked;
}

/** A slice whose rows can't be read is named like a rule: as `layout`. */
function tableFailures({ slices }: ReportModel): FailedRule[] {
  const error = slices.map(({ syntax }) => tableFailure(syntax)).find((own) => own !== undefined);
  return error ? [{ rule: 'layout', error }] : [];
}

/** A rule with its place in `RULES`, and among those of its scope. */
interface Numbered<R extends Rule> {
  readonly rule: R;
  readonly index: number;
  readonly place: number;
}

type OfScope<S extends Rule['scope']> = Extract<Rule, { readonly scope: S }>;

const isOf = <S extends Rule['scope']>(rule: Rule, scope: S): rule is OfScope<S> => rule.scope === scope;
const ofScope = <S extends Rule['scope']>(scope: S): readonly Numbered<OfScope<S>>[] => {
  const own = RULES.filter((rule) => isOf(rule, scope));
  return own.map((rule, place) => ({ rule, index: RULES.indexOf(rule), place }));
};

const BY_SCOPE = { text: ofScope('text'), table: ofScope('table'), report: ofScope('report') };
const OF_EARLIER_REPORTS = BY_SCOPE.report.filter(({ rule }) => rule.earlier);
const OF_REACH = { agency: ofScope('workspace').filter(({ rule }) => rule.reach === 'agency'), folder: ofScope('workspace').filter(({ rule }) => rule.reach === 'folder') };

type Result = readonly Finding[] | { readonly error: Error };

/** Most rules say nothing of most subjects. */
const NOTHING: readonly Finding[] = [];

/** By subject: what each rule said of it, at the rule's place among those of its scope. */
const results = new WeakMap<object, (Result | undefined)[]>();

function resultsOf(subject: object): (Result | undefined)[] {
  let own = results.get(subject);
  if (!own) results.set(subject, (own = []));
  return own;
}

function attempt(check: () => Iterable<Finding>): Result {
  work.checks++;
  try {
    let found: Finding[] | undefined;
    for (const finding of check()) (found ??= []).push(finding);
    return found ?? NOTHING;
  } catch (error) {
    return { error: errorOf(error) };
  }
}

/** One run of the rules; findings are gathered, and put into words at its end. */
class Run {
  readonly #levels: readonly (Severity | 'off')[];
  readonly #found: { readonly rule: Rule; readonly severity: Severity; readonly finding: Finding; readonly start: number }[] = [];
  readonly #failed = new Map<Rule, Error>();

  constructor(private readonly settings: Settings) {
    this.#levels = levelsOf(settings);
  }

  /** Runs `rules` on `subject`, whose findings are `start` units further on in the report. */
  over<R extends Rule>(subject: object, start: number, rules: readonly Numbered<R>[], check: (rule: R) => Iterable<Finding>): void {
    const known = resultsOf(subject);
    for (const { rule, index, place } of rules) {
      const severity = this.#levels[index]!;
      if (severity === 'off') continue;
      const result = (known[place] ??= attempt(() => check(rule)));
      if ('error' in result) this.#failed.set(rule, result.error);
      else for (const finding of result) this.#found.push({ rule, severity, finding, start });
    }
  }

  diagnostics(): Diagnostic[] {
    const { settings } = this;
    const told = this.#failed.size === 0 ? this.#found : this.#found.filter(({ rule }) => !this.#failed.has(rule));
    return told.map(({ rule, severity, finding, start }) => worded(rule, severity, finding, start, settings)).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  }

  failedRules(): FailedRule[] {
    return [...this.#failed].map(([{ id }, error]) => ({ rule: id, error }));
  }
}

interface Worded {
  readonly settings: Settings;
  readonly start: number;
  readonly diagnostic: Diagnostic;
}

const words = new WeakMap<Finding, Worded>();

/** `inWords`, kept: of the findings of slices and tables most are where they were. */
function worded(rule: Rule, severity: Severity, finding: Finding, start: number, settings: Settings): Diagnostic {
  const known = words.get(finding);
  if (known?.settings !== settings) {
    const diagnostic = inWords(rule, severity, finding, start, settings);
    words.set(finding, { settings, start, diagnostic });
    return diagnostic;
  }
  return known.diagnostic.moved(start - known.start);
}

const levels = new WeakMap<Settings, readonly (Severity | 'off')[]>();

/** The level of each rule, at its place in `RULES`. */
function levelsOf(settings: Settings): readonly (Severity | 'off')[] {
  let own = levels.get(settings);
  if (!own) levels.set(settings, (own = RULES.map(({ id, severity }) => settings.rules[id] ?? severity)));
  return own;
}
