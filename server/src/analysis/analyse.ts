/**
 * Text → reports → findings: the one entry of the pure service.
 *
 * An analysis of an edited document starts from the analysis before it: slices, bound tables, report models and findings
 * that an edit did not touch are the same objects and are not computed again.
 */
import { reportsOf } from '../model/report/reports';
import type { PlacedReport } from '../model/types';
import { type Change, resegment, segment } from '../syntax/segment';
import type { DocumentSyntax } from '../syntax/types';
import { type Checked, checkReport, type FailedRule } from './check';
import type { Diagnostic } from './diagnostic';
import { fingerprintsOf, type Ignore, type Ignored, sift } from './ignore';
import type { Settings } from './settings';
import { besidesOf, sameBesides, type Vicinity, type View, viewOf } from './vicinity';

export type { Checked, FailedRule } from './check';
export { type Diagnostic, type DiagnosticFix, type DiagnosticRelated, type DiagnosticRepeat, docsFile } from './diagnostic';

/** Everything that is known of one version of a document. Immutable. */
export interface Analysis {
  readonly text: string;
  readonly settings: Settings;
  /** What its reports were held against. */
  readonly view: View | undefined;
  readonly syntax: DocumentSyntax;
  readonly reports: readonly PlacedReport[];
  /** What the rules say of each report, without what the settings leave. */
  readonly checked: readonly Checked[];
  /** The same in the order of the text, at most `settings.maxProblems`. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are without the limit. */
  readonly found: number;
  /** What the settings leave, and what of them matches nothing. */
  readonly ignored: readonly Ignored[];
  readonly unused: readonly Ignore[];
  readonly failedRules: readonly FailedRule[];
  /** Rules of which fixes were asked for that could not be put together. */
  readonly failedFixes: readonly FailedRule[];
  /** What `ignores` name one of `diagnostics` or `ignored` by. */
  fingerprintOf(diagnostic: Diagnostic): string;
}

export interface Previous {
  readonly analysis: Analysis;
  /** From the text of `analysis` to the new one. */
  readonly change: Change;
}

/**
 * The analysis of `text`. Never throws for any text: a rule that throws is left out and named in `failedRules`. Without
 * `vicinity` the rules that hold a report against others say nothing.
 */
export function analyse(text: string, settings: Settings, previous?: Previous, vicinity?: Vicinity): Analysis {
  const before = previous?.analysis;
  const syntax = previous ? resegment(text, previous.analysis.syntax, previous.change) : segment(text);
  const reports = reportsOf(syntax, settings.edition, before?.settings.edition === settings.edition ? before : undefined);
  const view = viewOf(vicinity, before?.view);
  return new Outcome(text, settings, view, syntax, reports, checkAll(reports, settings, view, before));
}

/** What the rules say of each report. A volume has hundreds: those before and behind the ones that changed are taken from `before` as they are. */
function checkAll(reports: readonly PlacedReport[], settings: Settings, view: View | undefined, before: Analysis | undefined): Checked[] {
  const comparable = before?.settings === settings && before.view === view && before.ignored.length === 0 ? before : undefined;
  const { reports: old, checked } = comparable ?? NOTHING_CHECKED;
  const more = reports.length - old.length;
  let head = 0;
  while (head < reports.length && old[head]?.model === reports[head]!.model) head++;
  let tail = reports.length;
  while (tail > Math.max(head, head + more) && old[tail - 1 - more]!.model === reports[tail - 1]!.model) tail--;
  return [...checked.slice(0, head), ...reports.slice(head, tail).map(({ model }) => checkReport(model, settings, besidesOf(model, settings, view))), ...checked.slice(tail - more)];
}

const NOTHING_CHECKED: Pick<Analysis, 'reports' | 'checked'> = { reports: [], checked: [] };

/** Whether the same text would still be analysed the same, for all that its reports are held against. */
export function isUpToDate({ reports, settings, checked, view }: Analysis, vicinity: Vicinity | undefined): boolean {
  return viewOf(vicinity, view) === view || reports.every(({ model }, i) => sameBesides(checked[i]!.besides, besidesOf(model, settings, vicinity)));
}

class Outcome implements Analysis {
  readonly checked: readonly Checked[];
  readonly ignored: readonly Ignored[];
  readonly unused: readonly Ignore[];
  /** With what the settings leave. */
  readonly #all: readonly Checked[];
  #placed: readonly (readonly Diagnostic[])[] | undefined;
  #diagnostics: readonly Diagnostic[] | undefined;
  #found: number | undefined;
  #failedRules: readonly FailedRule[] | undefined;
  #fingerprints: ReadonlyMap<Diagnostic, string> | undefined;

  constructor(
    readonly text: string,
    readonly settings: Settings,
    readonly view: View | undefined,
    readonly syntax: DocumentSyntax,
    readonly reports: readonly PlacedReport[],
    all: readonly Checked[],
  ) {
    this.#all = all;
    // Most documents have none, and nothing is placed for them before it is asked for.
    const { ignored, unused } = settings.ignores.length > 0 ? sift(text, this.#places().flat(), settings.ignores) : NOTHING_LEFT;
    this.ignored = ignored;
    this.unused = unused;
    const left = this.#left();
    this.checked = left.size === 0 ? all : all.map((own, i) => ({ ...own, diagnostics: own.diagnostics.filter((_, j) => !left.has(this.#places()[i]![j]!)) }));
  }

  /** Made when asked for: on a keystroke those of most reports are where they were, and nobody asks for them again. */
  get diagnostics(): readonly Diagnostic[] {
    return (this.#diagnostics ??= this.#told());
  }

  get found(): number {
    return (this.#found ??= this.checked.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0));
  }

  get failedRules(): readonly FailedRule[] {
    return (this.#failedRules ??= onceEach(this.#all.flatMap(({ failedRules }) => failedRules)));
  }

  get failedFixes(): readonly FailedRule[] {
    return onceEach(this.diagnostics.flatMap(({ rule, fixFailure }) => (fixFailure ? [{ rule, error: fixFailure }] : [])));
  }

  fingerprintOf(diagnostic: Diagnostic): string {
    return (this.#fingerprints ??= fingerprintsOf(this.text, this.#places().flat())).get(diagnostic)!;
  }

  #told(): Diagnostic[] {
    const left = this.#left();
    return this.#places().flat().filter((diagnostic) => !left.has(diagnostic)).slice(0, this.settings.maxProblems);
  }

  #left(): ReadonlySet<Diagnostic> {
    return new Set(this.ignored.map(({ diagnostic }) => diagnostic));
  }

  /** Of each report, in the coordinates of the document. */
  #places(): readonly (readonly Diagnostic[])[] {
    return (this.#placed ??= this.#all.map(({ diagnostics }, i) => diagnostics.map((diagnostic) => diagnostic.moved(this.reports[i]!.start))));
  }
}

const NOTHING_LEFT: Pick<Analysis, 'ignored' | 'unused'> = { ignored: [], unused: [] };

/** Each rule with the first of its failures. */
function onceEach(failures: readonly FailedRule[]): FailedRule[] {
  const failed = new Map<string, FailedRule>();
  for (const own of failures) if (!failed.has(own.rule)) failed.set(own.rule, own);
  return [...failed.values()];
}
