/**
 * What a rule is: data and one function, in one file.
 *
 * The scope says what a rule looks at, and so when it runs again: a `text` rule when its slice changed, a `table` rule when
 * its table was bound anew, a `report` rule when its report changed, a `workspace` rule also when a report beside it did.
 * Findings are in the coordinates of the subject: of the slice for `text` and `table`, of the report for the others.
 */
import type { LawRef } from '../editions';
import type { Beside, Reach } from '../model/report/neighbours';
import type { BoundTable, ReportModel } from '../model/types';
import type { SectionSyntax } from '../syntax/types';
import type { Edit, Range, Span, Text } from '../text/span';

/** `topic/what-is-wrong`; never renamed, never used again for something else. */
export type RuleId = `${'section' | 'table' | 'glyph' | 'report' | 'workspace'}/${string}`;

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * - `safe`: the meaning can't change; the only kind that fix-all applies. Never touches a number.
 * - `suggested`: one click by a person.
 */
export type FixSafety = 'safe' | 'suggested';

export interface Fix {
  readonly title: Text;
  readonly safety: FixSafety;
  /** Not overlapping, in the finding's coordinates. */
  readonly edits: readonly Edit[];
  /** Of a suggestion: right by itself wherever it is offered, so that a person may take all of the rule's at once. Changes no number. */
  readonly certain?: boolean;
  /** The fix a single keystroke applies; at most one a finding. */
  readonly preferred?: boolean;
}

/** A place that explains a finding: in the finding's own coordinates, or in another file. */
export type Related = { readonly span: Span; readonly message: Text } | { readonly place: Place; readonly message: Text };

/** A place in a file that may not be open; `file` as `ReportSummary` has it. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** A further place of the same mistake, in the finding's coordinates. */
export interface Repeat {
  readonly span: Span;
  readonly message: Text;
}

export interface Finding {
  /** What is absent is reported where it would be inserted; of a mistake that is made many times, the first place. */
  readonly span: Span;
  /** Key into the rule's messages; `default` where absent. */
  readonly message?: string;
  /** Values for the `{placeholders}` of the message. */
  readonly args?: Readonly<Record<string, string | number | Text>>;
  readonly related?: readonly Related[];
  /** The other places, in order: no findings of their own, but marked in the text, and the fixes are offered there too. */
  readonly repeats?: readonly Repeat[];
  /** Shown faded: may be removed. */
  readonly unnecessary?: boolean;
  readonly fixes?: readonly Fix[];
}

/** A small text with the places a rule reports as `⟦…⟧`, and the same text as it should be. Both are tests. */
export interface Example {
  readonly bad: string;
  /** Reports nothing by this rule. */
  readonly good: string;
  /** Applying this rule's first fix of the kind to `bad` gives `good`. */
  readonly fix?: FixSafety;
  /** Other files in the same folder, by name. */
  readonly beside?: Readonly<Record<string, string>>;
}

interface RuleBase {
  readonly id: RuleId;
  /** Its level unless settings say otherwise. */
  readonly severity: Severity | 'off';
  /** Version of the first release with the rule. */
  readonly since: string;
  readonly messages: { readonly default: Text } & Readonly<Record<string, Text>>;
  readonly docs: {
    readonly title: Text;
    readonly what: Text;
    readonly why: Text;
    /** When to leave a finding as it is. */
    readonly ignore: Text;
    /** What asks for it: the form, or the regulation behind it. */
    readonly law: readonly [LawRef, ...LawRef[]];
    readonly examples: readonly [Example, ...Example[]];
  };
}

export interface TextRule extends RuleBase {
  readonly scope: 'text';
  check(section: SectionSyntax): Iterable<Finding>;
}

export interface TableRule extends RuleBase {
  readonly scope: 'table';
  check(table: BoundTable): Iterable<Finding>;
}

export interface ReportRule extends RuleBase {
  readonly scope: 'report';
  /** Whether reports of before 2019 are checked too; by default they are left alone. */
  readonly earlier?: boolean;
  check(report: ReportModel): Iterable<Finding>;
}

/** Holds a report against others; runs only where other reports are known, and never guesses at those that are not. */
export interface WorkspaceRule extends RuleBase {
  readonly scope: 'workspace';
  readonly reach: Reach;
  check(report: ReportModel, beside: Beside): Iterable<Finding>;
}

export type Rule = TextRule | TableRule | ReportRule | WorkspaceRule;

/** `finding` with fixes that are put together when they are first asked for: it is told at every keystroke, and fixed once or never. */
export function withFixes(finding: Omit<Finding, 'fixes'>, putTogether: () => readonly Fix[]): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    ...finding,
    get fixes() {
      return (fixes ??= putTogether());
    },
  };
}

/** `template` with its `{placeholders}` filled, in one language; `{count:row/rows}` is `1 row`, `2 rows`. */
export function fill(template: Text, args: Finding['args'], language: keyof Text): string {
  return template[language].replace(/\{(\w+)(?::(\w+)\/(\w+))?\}/g, (placeholder, name: string, one?: string, many?: string) => {
    const value = args?.[name];
    if (value === undefined) return placeholder;
    const told = typeof value === 'object' ? value[language] : String(value);
    return one && many ? `${told} ${value === 1 ? one : many}` : told;
  });
}
