/**
 * Text → reports → findings: the one entry of the pure service.
 *
 * An analysis of an edited document starts from the analysis before it: slices, bound tables, report models and findings
 * that an edit did not touch are the same objects and are not computed again.
 */
import { reportsOf } from '../model/reports';
import type { PlacedReport } from '../model/types';
import { type Change, resegment, segment } from '../syntax/segment';
import type { DocumentSyntax } from '../syntax/types';
import { type Checked, checkReport, type FailedRule } from './check';
import { type Diagnostic, moved } from './diagnostic';
import type { Settings } from './settings';
import { besidesOf, sameBesides, type Vicinity } from './vicinity';

export type { Checked, FailedRule } from './check';
export { type Diagnostic, type DiagnosticFix, type DiagnosticRelated, type DiagnosticRepeat, docsFile } from './diagnostic';

/** Everything that is known of one version of a document. Immutable. */
export interface Analysis {
  readonly text: string;
  readonly settings: Settings;
  readonly syntax: DocumentSyntax;
  readonly reports: readonly PlacedReport[];
  /** What the rules say of each report. */
  readonly checked: readonly Checked[];
  /** In the order of the text, at most `settings.maxProblems`. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are without the limit. */
  readonly found: number;
  readonly failedRules: readonly FailedRule[];
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
  return new Outcome(text, settings, syntax, reports, reports.map(({ model }) => checkReport(model, settings, besidesOf(model, settings, vicinity))));
}

/** Whether the same text would still be analysed the same, for all that its reports are held against. */
export function isUpToDate({ reports, settings, checked }: Analysis, vicinity: Vicinity | undefined): boolean {
  return reports.every(({ model }, i) => sameBesides(checked[i]!.besides, besidesOf(model, settings, vicinity)));
}

class Outcome implements Analysis {
  readonly found: number;
  readonly failedRules: readonly FailedRule[];
  #diagnostics: readonly Diagnostic[] | undefined;

  constructor(
    readonly text: string,
    readonly settings: Settings,
    readonly syntax: DocumentSyntax,
    readonly reports: readonly PlacedReport[],
    readonly checked: readonly Checked[],
  ) {
    this.found = checked.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
    this.failedRules = failedIn(checked);
  }

  /** Made when asked for: on a keystroke those of most reports are where they were, and nobody asks for them again. */
  get diagnostics(): readonly Diagnostic[] {
    return (this.#diagnostics ??= this.#placed());
  }

  #placed(): Diagnostic[] {
    const all: Diagnostic[] = [];
    for (const [i, { start }] of this.reports.entries()) {
      for (const diagnostic of this.checked[i]!.diagnostics) {
        if (all.length >= this.settings.maxProblems) return all;
        all.push(moved(diagnostic, start));
      }
    }
    return all;
  }
}

/** Each rule once that failed on some report. */
function failedIn(checked: readonly Checked[]): FailedRule[] {
  const failed = new Map<string, FailedRule>();
  for (const { failedRules } of checked) for (const own of failedRules) if (!failed.has(own.rule)) failed.set(own.rule, own);
  return [...failed.values()];
}
