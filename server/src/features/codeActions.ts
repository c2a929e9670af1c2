/**
 * What a person is offered for a place: the fixes of the findings there, the fix of one rule or of all rules for the whole
 * document, and the way out of a wrong encoding.
 *
 * The findings are the analysis' own; what an editor says it shows is never asked.
 */
import { findMojibake } from '../text/mojibake';
import type { Analysis, Diagnostic } from '../analysis/analyse';
import { editsBetween, fixAll } from '../analysis/fixAll';
import { type Edit, inLocale, type Span, type Text } from '../text/span';

/** Kinds of actions, as editors know them. */
export const QUICK_FIX = 'quickfix';
export const FIX_ALL = 'source.fixAll.ogiReport';
export const CODE_ACTION_KINDS = [QUICK_FIX, FIX_ALL] as const;

export interface CodeAction {
  readonly kind: (typeof CODE_ACTION_KINDS)[number];
  readonly title: string;
  /** The one to take if the person doesn't choose. */
  readonly preferred: boolean;
  /** The findings it is for, as indexes into the analysis' diagnostics. */
  readonly findings: readonly number[];
  readonly effect: Effect;
}

/** `fixAll` is told apart because its edits take a new analysis: they are for `fixAllEdits`, when they are wanted. */
export type Effect =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  | { readonly kind: 'fixAll'; readonly rule?: string }
  | { readonly kind: 'reopen'; readonly encoding: 'UTF-8' | 'GB18030' };

export interface CodeActionRequest {
  readonly span: Span;
  /** Kinds asked for, each with those below it; undefined: the editor shows a menu of everything. */
  readonly only?: readonly string[];
  /** Asked by the editor by itself, as when the caret moves. */
  readonly automatic?: boolean;
}

/** The actions for `request`, in the order to show them. */
export function codeActions(analysis: Analysis, { span, only, automatic }: CodeActionRequest): CodeAction[] {
  const wants = (kind: string): boolean => !only || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(QUICK_FIX) ? quickFixes(analysis, span) : []),
    // Editors drop source actions that they did not ask for by name; a person may still pick one from a menu.
    ...(wants(FIX_ALL) && (only || !automatic) ? sourceFixAll(analysis) : []),
  ];
}

/** The edits that apply the safe fixes of one rule, or of all, until none is left. */
export function fixAllEdits(analysis: Analysis, rule?: string): Edit[] {
  const fixed = fixAll(analysis, rule === undefined ? undefined : (diagnostic) => diagnostic.rule === rule);
  return editsBetween(analysis.text, fixed);
}

function quickFixes(analysis: Analysis, place: Span): CodeAction[] {
  const { diagnostics } = analysis;
  const here = diagnostics.flatMap((diagnostic, index) => (touches(diagnostic.span, place) ? [index] : []));
  const single = here.flatMap((index) => fixesOf(analysis, index));
  const rules = [...new Set(here.map((index) => diagnostics[index]!.rule))];
  const ofRules = rules.flatMap((rule) => fixRule(analysis, rule, here));
  return [...single, ...ofRules, ...fixEverything(analysis, here)];
}

function fixesOf(analysis: Analysis, index: number): CodeAction[] {
  const diagnostic = analysis.diagnostics[index]!;
  const fixes = diagnostic.fixes.map(({ title, safety, preferred, edits }): CodeAction => ({
    kind: QUICK_FIX,
    title: safety === 'suggested' ? words(analysis, { zh: `建议：${title}`, en: `Suggestion: ${title}` }) : title,
    preferred,
    findings: [index],
    effect: { kind: 'edits', edits },
  }));
  return diagnostic.rule === 'report/mojibake' ? [...reopen(analysis, index), ...fixes] : fixes;
}

/** No edit can bring back what was lost when the file was read in the wrong encoding. */
function reopen(analysis: Analysis, index: number): CodeAction[] {
  const { start, end } = analysis.diagnostics[index]!.span;
  const encoding = findMojibake(analysis.text.slice(start, end))?.encoding;
  if (!encoding) return [];
  const title = words(analysis, { zh: `以 ${encoding} 编码重新打开`, en: `Reopen in ${encoding}` });
  return [{ kind: QUICK_FIX, title, preferred: true, findings: [index], effect: { kind: 'reopen', encoding } }];
}

/** One rule everywhere, where it has more than one finding to fix. */
function fixRule(analysis: Analysis, rule: string, here: readonly number[]): CodeAction[] {
  const count = analysis.diagnostics.filter((diagnostic) => diagnostic.rule === rule && isSafe(diagnostic)).length;
  if (count < 2) return [];
  const title = words(analysis, { zh: `修复本文档中所有此类问题（${rule}，${count} 处）`, en: `Fix all ${count} problems of ${rule} in this document` });
  const findings = here.filter((index) => analysis.diagnostics[index]!.rule === rule);
  return [{ kind: QUICK_FIX, title, preferred: false, findings, effect: { kind: 'fixAll', rule } }];
}

/** Everything at once, offered at any finding that it would fix, where it is more than one rule's fix. */
function fixEverything(analysis: Analysis, here: readonly number[]): CodeAction[] {
  const rules = new Set(analysis.diagnostics.filter(isSafe).map(({ rule }) => rule));
  const findings = here.filter((index) => isSafe(analysis.diagnostics[index]!));
  return findings.length > 0 && rules.size > 1 ? [{ kind: QUICK_FIX, title: everything(analysis), preferred: false, findings, effect: { kind: 'fixAll' } }] : [];
}

function sourceFixAll(analysis: Analysis): CodeAction[] {
  // A finding beyond the limit may have a fix too.
  const mayFix = analysis.found > analysis.diagnostics.length || analysis.diagnostics.some(isSafe);
  return mayFix ? [{ kind: FIX_ALL, title: everything(analysis), preferred: false, findings: [], effect: { kind: 'fixAll' } }] : [];
}

const everything = (analysis: Analysis): string => words(analysis, { zh: '修复本文档中所有可安全修复的问题', en: 'Fix all safely fixable problems in this document' });

const words = ({ settings }: Analysis, text: Text): string => inLocale(text, settings.locale);

const isSafe = ({ fixes }: Diagnostic): boolean => fixes.some(({ safety }) => safety === 'safe');

/** A caret at either end of a finding is at the finding. */
const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
