/**
 * What a person is offered for a place: the fixes of the findings there, the fix of one rule or of all rules for the whole
 * document, the way out of a wrong encoding, ways to be told no more, and other layouts for what stands there.
 *
 * The findings are the analysis' own; what an editor says it shows is never asked.
 */
import { findMojibake } from '../text/mojibake';
import type { Analysis, Diagnostic } from '../analysis/analyse';
import { certainFix, editsBetween, fixAll } from '../analysis/fixAll';
import { TARGET_LAYOUTS, type TargetLayout } from '../model/writing/convert';
import { writtenLayout } from '../model/writing/writtenLayout';
import { type Edit, inLocale, type Span, type Text } from '../text/span';
import { type CODE_ACTION_KINDS, FIX_ALL, QUICK_FIX, REWRITE } from './announced';
import { type Converted, convertLayout, LAYOUT_NAMES, placedTables, proven, reachOf } from './convertLayout';
import { joinLines, sectionsAt } from './joinLines';
import { moveTitle } from './moveTitle';

export interface CodeAction {
  readonly kind: (typeof CODE_ACTION_KINDS)[number];
  readonly title: string;
  /** The one to take if the person doesn't choose. */
  readonly preferred: boolean;
  /** The findings it is for, as indexes into the analysis' diagnostics. */
  readonly findings: readonly number[];
  readonly effect: Effect;
  /** Why it can't be taken. */
  readonly disabled?: string;
}

/** Those whose edits take an analysis of their own are told apart: `editsOf` computes them when they are wanted. */
export type Effect = { readonly kind: 'edits'; readonly edits: readonly Edit[] } | LaterEffect | Decision | { readonly kind: 'reopen'; readonly encoding: 'UTF-8' | 'GB18030' };

/** What is to be told no more: one finding, by its index, with a reason that is asked for; or a rule, in the folder or in the editor. */
export type Decision = { readonly kind: 'ignore'; readonly finding: number } | { readonly kind: 'turnOff'; readonly rule: string; readonly where: 'folder' | 'editor' };

export type LaterEffect =
  | { readonly kind: 'fixAll'; readonly rule?: string }
  /** `table`: its index among the tables of the document. */
  | { readonly kind: 'convert'; readonly table: number; readonly layout: TargetLayout };

export interface CodeActionRequest {
  readonly span: Span;
  /** Kinds asked for, each with those below it, all of which are below the empty one; undefined: the editor shows a menu of everything. */
  readonly only?: readonly string[];
  /** Asked by the editor by itself, as when the caret moves. */
  readonly automatic?: boolean;
}

/** The actions for `request`, in the order to show them. */
export function codeActions(analysis: Analysis, { span, only, automatic }: CodeActionRequest): CodeAction[] {
  const wants = (kind: string): boolean => !only || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(QUICK_FIX) ? quickFixes(analysis, span) : []),
    // Editors drop source actions that they did not ask for by name; a person may still pick one from a menu.
    ...(wants(FIX_ALL) && (only || !automatic) ? sourceFixAll(analysis) : []),
    // Nothing is wrong with what they change: that is for people who ask.
    ...(wants(REWRITE) && (only || !automatic) ? [...conversions(analysis, span), ...joins(analysis, span), ...titleMoves(analysis, span)] : []),
  ];
}

/** What taking an action would change, or why it can't be taken. */
export function editsOf(analysis: Analysis, effect: LaterEffect): Converted {
  if (effect.kind === 'fixAll') return { kind: 'edits', edits: fixAllEdits(analysis, effect.rule) };
  const table = placedTables(analysis)[effect.table];
  return table ? proven(analysis, convertLayout(table, effect.layout)) : { kind: 'edits', edits: [] };
}

/** The edits that apply the safe fixes of all rules, or what is certain of one, until none is left. */
export function fixAllEdits(analysis: Analysis, rule?: string): Edit[] {
  const fixed = rule === undefined ? fixAll(analysis) : fixAll(analysis, (diagnostic) => diagnostic.rule === rule, certainFix);
  return editsBetween(analysis.text, fixed);
}

function quickFixes(analysis: Analysis, place: Span): CodeAction[] {
  const { diagnostics } = analysis;
  const here = diagnostics.flatMap((diagnostic, index) => (isAt(diagnostic, place) ? [index] : []));
  const single = here.flatMap((index) => fixesOf(analysis, index));
  const rules = [...new Set(here.map((index) => diagnostics[index]!.rule))];
  const ofRules = rules.flatMap((rule) => fixRule(analysis, rule, here));
  return [...single, ...ofRules, ...fixEverything(analysis, here), ...here.map((index) => ignore(analysis, index)), ...rules.flatMap((rule) => turnOff(analysis, rule, here))];
}

function fixesOf(analysis: Analysis, index: number): CodeAction[] {
  const diagnostic = analysis.diagnostics[index]!;
  const fixes = diagnostic.fixes.map(({ title, safety, preferred, edits }): CodeAction => ({
    kind: QUICK_FIX,
    title: safety === 'suggested' ? words(analysis, suggested({ zh: title, en: title })) : title,
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

/** One rule everywhere, where it has more than one finding to fix; what is suggested only if it is certain at each of them. */
function fixRule(analysis: Analysis, rule: string, here: readonly number[]): CodeAction[] {
  const fixable = analysis.diagnostics.filter((diagnostic) => diagnostic.rule === rule && certainFix(diagnostic, analysis.text));
  const count = fixable.length;
  if (count < 2) return [];
  const all: Text = { zh: `修复本文档中所有此类问题（${rule}，${count} 处）`, en: `Fix all ${count} problems of ${rule} in this document` };
  const title = words(analysis, fixable.every(isSafe) ? all : suggested(all));
  const findings = here.filter((index) => analysis.diagnostics[index]!.rule === rule);
  return [{ kind: QUICK_FIX, title, preferred: false, findings, effect: { kind: 'fixAll', rule } }];
}

/** Everything at once, offered at any finding that it would fix, where it is more than one rule's fix. */
function fixEverything(analysis: Analysis, here: readonly number[]): CodeAction[] {
  const rules = new Set(analysis.diagnostics.filter(isSafe).map(({ rule }) => rule));
  const findings = here.filter((index) => isSafe(analysis.diagnostics[index]!));
  return findings.length > 0 && rules.size > 1 ? [{ kind: QUICK_FIX, title: everything(analysis), preferred: false, findings, effect: { kind: 'fixAll' } }] : [];
}

/** A public document can't carry remarks: what is left is written beside it. */
function ignore(analysis: Analysis, index: number): CodeAction {
  const { rule } = analysis.diagnostics[index]!;
  const title = words(analysis, { zh: `保留此处并说明理由…（${rule}，写入文件夹的设置）`, en: `Leave this one, with a reason… (${rule}, in the folder’s settings)` });
  return { kind: QUICK_FIX, title, preferred: false, findings: [index], effect: { kind: 'ignore', finding: index } };
}

function turnOff(analysis: Analysis, rule: string, here: readonly number[]): CodeAction[] {
  const findings = here.filter((index) => analysis.diagnostics[index]!.rule === rule);
  const action = (where: 'folder' | 'editor', title: Text): CodeAction => ({ kind: QUICK_FIX, title: words(analysis, title), preferred: false, findings, effect: { kind: 'turnOff', rule, where } });
  return [
    action('folder', { zh: `在此文件夹中关闭规则 ${rule}`, en: `Turn ${rule} off for this folder` }),
    action('editor', { zh: `关闭规则 ${rule}（编辑器设置）`, en: `Turn ${rule} off (settings of the editor)` }),
  ];
}

function sourceFixAll(analysis: Analysis): CodeAction[] {
  // A finding beyond the limit may have a fix too.
  const mayFix = analysis.found > analysis.diagnostics.length || analysis.diagnostics.some(isSafe);
  return mayFix ? [{ kind: FIX_ALL, title: everything(analysis), preferred: false, findings: [], effect: { kind: 'fixAll' } }] : [];
}

/** Every layout that the table at `place` is not written in. */
function conversions(analysis: Analysis, place: Span): CodeAction[] {
  return placedTables(analysis).flatMap((placed, index) => {
    if (!touches(reachOf(placed), place)) return [];
    const own = writtenLayout(placed.table);
    return TARGET_LAYOUTS.filter((layout) => layout !== own).map((layout): CodeAction => {
      const converted = convertLayout(placed, layout);
      const { name } = placed.table.spec;
      const title = { zh: `将${name.zh.replace(/（.*/, '')}转换为：${LAYOUT_NAMES[layout].zh}`, en: `Convert ${name.en} to ${LAYOUT_NAMES[layout].en}` };
      return {
        kind: REWRITE,
        title: words(analysis, title),
        preferred: false,
        findings: [],
        effect: { kind: 'convert', table: index, layout },
        ...(converted.kind === 'refused' ? { disabled: words(analysis, converted.why) } : {}),
      };
    });
  });
}

/** The paragraph at `place`, and all of its section if there are others in it. */
function joins(analysis: Analysis, place: Span): CodeAction[] {
  const editsIn = (own: Span): readonly Edit[] => {
    const joined = joinLines(analysis, own);
    return joined.kind === 'edits' ? joined.edits : [];
  };
  const paragraph = editsIn(place);
  const section = editsIn(sectionsAt(analysis, place));
  const action = (title: Text, edits: readonly Edit[]): CodeAction => ({ kind: REWRITE, title: words(analysis, title), preferred: false, findings: [], effect: { kind: 'edits', edits } });
  return [
    ...(paragraph.length > 0 ? [action({ zh: '合并本段的换行', en: 'Join the wrapped lines of this paragraph' }, paragraph)] : []),
    ...(section.length > paragraph.length ? [action({ zh: '合并本部分各段的换行', en: 'Join the wrapped lines of this section' }, section)] : []),
  ];
}

/** The title out of the first section, for a person who is at it. */
function titleMoves(analysis: Analysis, place: Span): CodeAction[] {
  const edits = moveTitle(analysis, place);
  const title = { zh: '将标题移到报告开头', en: 'Move the title to the top of the report' };
  return edits.length === 0 ? [] : [{ kind: REWRITE, title: words(analysis, title), preferred: false, findings: [], effect: { kind: 'edits', edits } }];
}

const everything = (analysis: Analysis): string => words(analysis, { zh: '修复本文档中所有可安全修复的问题', en: 'Fix all safely fixable problems in this document' });

/** For a person to confirm. */
const suggested = ({ zh, en }: Text): Text => ({ zh: `建议：${zh}`, en: `Suggestion: ${en}` });

const words = ({ settings }: Analysis, text: Text): string => inLocale(text, settings.locale);

const isSafe = ({ fixes }: Diagnostic): boolean => fixes.some(({ safety }) => safety === 'safe');

/** At its place, or at a further one. */
const isAt = ({ span, repeats }: Diagnostic, place: Span): boolean => touches(span, place) || repeats.some((repeat) => touches(repeat.span, place));

/** A caret at either end of a finding is at the finding. */
const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
