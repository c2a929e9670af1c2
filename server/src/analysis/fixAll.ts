/** Applying fixes: one, or every safe one until nothing is left to fix. */
import type { Change } from '../syntax/segment';
import type { Edit } from '../text/span';
import { lines } from '../text/lines';
import { fold } from '../text/fold';
import { type Analysis, analyse, type Diagnostic, type DiagnosticFix } from './analyse';
import type { Settings } from './settings';

const MAX_ROUNDS = 10;

/** `text` with non-overlapping `edits` applied. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { span, newText } of sorted(edits)) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

/** `text` with `edits`, which are in order and at least one, and where that changed it. */
export function edited(text: string, edits: readonly Edit[]): { readonly text: string; readonly change: Change } {
  const after = applyEdits(text, edits);
  const oldEnd = edits.at(-1)!.span.end;
  return { text: after, change: { start: edits[0]!.span.start, oldEnd, newEnd: oldEnd + after.length - text.length } };
}

const sorted = (edits: readonly Edit[]): Edit[] => [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

/** Which of a finding's fixes is taken without being chosen, if any. */
export type Choice = (diagnostic: Diagnostic, text: string) => DiagnosticFix | undefined;

/** What nobody need look at. */
export const safeFix: Choice = ({ fixes }) => fixes.find(({ safety }) => safety === 'safe');

/** The same, or a suggestion that is right wherever it is made and leaves every number: what a person takes for a whole rule. */
export const certainFix: Choice = (diagnostic, text) => safeFix(diagnostic, text) ?? diagnostic.fixes.find(({ certain, edits }) => certain && edits.every(({ span, newText }) => digitsOf(newText) === digitsOf(text.slice(span.start, span.end))));

const digitsOf = (text: string): string => fold(text).replace(/\D/g, '');

/**
 * The edits of the chosen fixes of `diagnostics`, in order and not overlapping: a fix is taken whole or not at all, and one
 * that reaches into another waits for the next round.
 */
export function chosenEdits(diagnostics: readonly Diagnostic[], text: string, choose: Choice = safeFix): Edit[] {
  const fixes = diagnostics
    .flatMap((diagnostic) => choose(diagnostic, text) ?? [])
    .map(({ edits }) => sorted(edits))
    .filter((edits) => edits.length > 0)
    .sort((a, b) => a[0]!.span.start - b[0]!.span.start);
  const taken: Edit[] = [];
  let end = -1;
  for (const edits of fixes) {
    // Two insertions at one place would depend on their order.
    if (edits[0]!.span.start < end || edits[0]!.span.start === taken.at(-1)?.span.start) continue;
    for (const edit of edits) taken.push(edit);
    end = edits.at(-1)!.span.end;
  }
  return taken;
}

/**
 * `analysis.text` with every safe fix applied, or every one that `choose` takes, again and again until none is left (a fix may reveal another). Idempotent.
 * The limit on problems does not limit fixing. Costs what the fixes touch: every round starts from the one before.
 */
export function fixAll(analysis: Analysis, only: (diagnostic: Diagnostic) => boolean = () => true, choose: Choice = safeFix): string {
  const settings: Settings = { ...analysis.settings, maxProblems: Number.MAX_SAFE_INTEGER };
  let current = analysis.found > analysis.diagnostics.length ? analyse(analysis.text, settings, { analysis, change: { start: 0, oldEnd: 0, newEnd: 0 } }) : analysis;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = current;
    const edits = chosenEdits(before.diagnostics.filter(only), before.text, choose);
    if (edits.length === 0) break;
    const { text, change } = edited(current.text, edits);
    current = analyse(text, settings, { analysis: current, change });
  }
  return current.text;
}

/** The difference between two versions as edits of single lines where the lines still correspond, else as one edit. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const old = [...lines(before)];
  const now = [...lines(after)];
  if (old.length !== now.length) return [between(before, after, 0)];
  return old.flatMap(([start, end], i) => {
    const [newStart, newEnd] = now[i]!;
    const line = before.slice(start, end);
    const replaced = after.slice(newStart, newEnd);
    return line === replaced ? [] : [between(line, replaced, start)];
  });
}

/** One edit, without the characters that stay at both ends. */
function between(before: string, after: string, offset: number): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { span: { start: offset + head, end: offset + before.length - tail }, newText: after.slice(head, after.length - tail) };
}
