/**
 * Text → reports → findings: the one entry of the pure service.
 *
 * An analysis of an edited document starts from the analysis before it: slices, bound tables, report models and findings
 * that an edit did not touch are the same objects and are not computed again.
 */
import type { PlacedReport, ReportModel } from '../model/types';
import { reportsOf } from '../model/report';
import { RULES } from '../rules';
import { fill, type Finding, type FixSafety, type Rule, type Severity } from '../rules/rule';
import { type Change, resegment, segment } from '../syntax/segment';
import type { DocumentSyntax } from '../syntax/types';
import { type Edit, shift, type Span } from '../text/span';
import type { Settings } from './settings';

export interface DiagnosticFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
}

/** A finding in words, with offsets of the document. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly unnecessary: boolean;
  readonly fixes: readonly DiagnosticFix[];
  /** Address of the rule's docs page; empty where no base is set. */
  readonly docsUrl: string;
}

export interface FailedRule {
  readonly rule: string;
  readonly error: Error;
}

/** Everything that is known of one version of a document. Immutable. */
export interface Analysis {
  readonly text: string;
  readonly settings: Settings;
  readonly syntax: DocumentSyntax;
  readonly reports: readonly PlacedReport[];
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

/** The analysis of `text`. Never throws for any text: a rule that throws is left out and named in `failedRules`. */
export function analyse(text: string, settings: Settings, previous?: Previous): Analysis {
  const syntax = previous ? resegment(text, previous.analysis.syntax, previous.change) : segment(text);
  const reports = reportsOf(syntax, settings.edition);
  const diagnostics: Diagnostic[] = [];
  const failedRules: FailedRule[] = [];
  let found = 0;
  for (const { start, model } of reports) {
    const checked = checkReport(model, settings);
    found += checked.diagnostics.length;
    for (const failed of checked.failedRules) if (!failedRules.some(({ rule }) => rule === failed.rule)) failedRules.push(failed);
    for (const diagnostic of checked.diagnostics) {
      if (diagnostics.length >= settings.maxProblems) break;
      diagnostics.push(moved(diagnostic, start));
    }
  }
  return { text, settings, syntax, reports, diagnostics, found, failedRules };
}

interface Checked {
  readonly settings: Settings;
  /** In the coordinates of the report. */
  readonly diagnostics: readonly Diagnostic[];
  readonly failedRules: readonly FailedRule[];
}

const checkedReports = new WeakMap<ReportModel, Checked>();

function checkReport(report: ReportModel, settings: Settings): Checked {
  const known = checkedReports.get(report);
  if (known?.settings === settings) return known;
  const diagnostics: Diagnostic[] = [];
  const failedRules: FailedRule[] = [];
  for (const rule of RULES) {
    const severity = settings.rules[rule.id] ?? rule.severity;
    if (severity === 'off') continue;
    try {
      for (const { finding, start } of findingsOf(rule, report)) diagnostics.push(inWords(rule, severity, finding, start, settings));
    } catch (error) {
      failedRules.push({ rule: rule.id, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  diagnostics.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  const checked = { settings, diagnostics, failedRules };
  checkedReports.set(report, checked);
  return checked;
}

interface PlacedFinding {
  readonly finding: Finding;
  /** Offset of the finding's coordinates in the report. */
  readonly start: number;
}

function findingsOf(rule: Rule, report: ReportModel): PlacedFinding[] {
  const earlier = report.edition.id === 'pre2019';
  switch (rule.scope) {
    case 'text':
      return earlier ? [] : report.slices.flatMap(({ start, syntax }) => remembered(rule, syntax, () => rule.check(syntax)).map((finding) => ({ finding, start })));
    case 'table':
      return report.tables.flatMap(({ start, table }) => remembered(rule, table, () => rule.check(table)).map((finding) => ({ finding, start })));
    case 'report':
      return earlier && !rule.earlier ? [] : remembered(rule, report, () => rule.check(report)).map((finding) => ({ finding, start: 0 }));
  }
}

const memos = new WeakMap<Rule, WeakMap<object, readonly Finding[]>>();

/** The findings of `rule` on `subject`, computed once: subjects are immutable and keep their identity. */
function remembered(rule: Rule, subject: object, check: () => Iterable<Finding>): readonly Finding[] {
  let memo = memos.get(rule);
  if (!memo) memos.set(rule, (memo = new WeakMap()));
  let findings = memo.get(subject);
  if (!findings) memo.set(subject, (findings = [...check()]));
  return findings;
}

function inWords(rule: Rule, severity: Severity, finding: Finding, start: number, settings: Settings): Diagnostic {
  const language = settings.locale === 'zh-CN' ? 'zh' : 'en';
  return {
    rule: rule.id,
    severity,
    message: fill(rule.messages[finding.message ?? 'default'] ?? rule.messages.default, finding.args, language),
    span: shift(finding.span, start),
    related: (finding.related ?? []).map(({ span, message }) => ({ span: shift(span, start), message: message[language] })),
    unnecessary: finding.unnecessary ?? false,
    fixes: (finding.fixes ?? []).map(({ title, safety, edits, preferred }) => ({
      title: title[language],
      safety,
      edits: edits.map((edit) => ({ span: shift(edit.span, start), newText: edit.newText })),
      preferred: preferred ?? false,
    })),
    docsUrl: settings.docsBase && `${settings.docsBase}${docsFile(rule.id)}`,
  };
}

/** `table/row-total` → `table-row-total.md`. */
export function docsFile(ruleId: string): string {
  return `${ruleId.replace('/', '-')}.md`;
}

function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  return {
    ...diagnostic,
    span: shift(diagnostic.span, by),
    related: diagnostic.related.map(({ span, message }) => ({ span: shift(span, by), message })),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ span: shift(edit.span, by), newText: edit.newText })) })),
  };
}
