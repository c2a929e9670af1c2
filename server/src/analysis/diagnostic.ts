/** A finding in words, wherever its coordinates begin. */
import { fill, type Finding, type FixSafety, type Place, type Related, type Rule, type Severity } from '../rules/rule';
import { printable } from '../text/printable';
import { type Edit, shift, type Span } from '../text/span';
import type { Settings } from './settings';

export interface DiagnosticFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  readonly certain: boolean;
}

/** A place in the document, or in another file, that explains a finding. */
export type DiagnosticRelated = { readonly span: Span; readonly message: string } | { readonly place: Place; readonly message: string };

/** A further place of the same mistake. */
export interface DiagnosticRepeat {
  readonly span: Span;
  readonly message: string;
}

/** A finding in words, with offsets of the document. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly DiagnosticRelated[];
  readonly repeats: readonly DiagnosticRepeat[];
  readonly unnecessary: boolean;
  readonly fixes: readonly DiagnosticFix[];
  /** Address of the rule's docs page; empty where no base is set. */
  readonly docsUrl: string;
  /** What was put into words, in the rule's own coordinates: the same in every language. */
  readonly finding: Finding;
}

/** `finding` of `rule` in the language of `settings`, moved by `start`. */
export function inWords(rule: Rule, severity: Severity, finding: Finding, start: number, settings: Settings): Diagnostic {
  const language = settings.locale === 'zh-CN' ? 'zh' : 'en';
  return {
    rule: rule.id,
    severity,
    message: shown(fill(rule.messages[finding.message ?? 'default'] ?? rule.messages.default, finding.args, language)),
    span: shift(finding.span, start),
    related: (finding.related ?? []).map((other) => relatedAt(other, start, shown(other.message[language]))),
    repeats: (finding.repeats ?? []).map((other) => ({ span: shift(other.span, start), message: shown(other.message[language]) })),
    unnecessary: finding.unnecessary ?? false,
    fixes: (finding.fixes ?? []).map(({ title, safety, edits, preferred, certain }) => ({
      title: shown(title[language]),
      safety,
      edits: edits.map((edit) => ({ span: shift(edit.span, start), newText: edit.newText })),
      preferred: preferred ?? false,
      certain: certain ?? false,
    })),
    docsUrl: settings.docsBase && `${settings.docsBase}${docsFile(rule.id)}`,
    finding,
  };
}

/** What is quoted of a report may be anything: it must not break what it is quoted in. */
const shown = (words: string): string => printable(words.replaceAll('\t', ' '));

/** What is in another file stays where it is. */
function relatedAt(other: Related | DiagnosticRelated, by: number, message: string): DiagnosticRelated {
  return 'place' in other ? { place: other.place, message } : { span: shift(other.span, by), message };
}

/** `table/row-total` → `table-row-total.md`. */
export function docsFile(ruleId: string): string {
  return `${ruleId.replace('/', '-')}.md`;
}

/** The same, `by` units further on. */
export function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  return {
    ...diagnostic,
    span: shift(diagnostic.span, by),
    related: diagnostic.related.map((other) => relatedAt(other, by, other.message)),
    repeats: diagnostic.repeats.map(({ span, message }) => ({ span: shift(span, by), message })),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ span: shift(edit.span, by), newText: edit.newText })) })),
  };
}
