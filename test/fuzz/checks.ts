/** What holds of every text, whatever it is. Each check throws an error that says what does not. */
import assert from 'node:assert/strict';
import { type Analysis, analyse, type Diagnostic, type FailedRule } from '../../server/src/analysis/analyse';
import { applyEdits, fixAll } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/documentSymbols';
import { crossFoot } from '../../server/src/model/crossfoot/crossfoot';
import type { BoundTable } from '../../server/src/model/types';
import { sectionOrdinal } from '../../server/src/syntax/sections';
import { fold } from '../../server/src/text/fold';
import type { Edit, Span } from '../../server/src/text/span';
import { ANSWERS, assertSame, digestOf, dearAnswersOf } from '../support/digest';
import { randomStep } from '../support/edits';
import { freshService } from '../support/fresh';
import type { Random } from '../support/random';

const SETTINGS = { ...DEFAULT_SETTINGS, maxProblems: Number.MAX_SAFE_INTEGER };
const fresh = freshService();

/** Spans lie in the text, messages are filled, no rule or fix throws, and features keep to what editors insist on. */
export function checkSound(analysis: Analysis): void {
  const { text, diagnostics } = analysis;
  const assertNone = (failed: readonly FailedRule[]): void => assert.deepEqual(failed.map(({ rule, error }) => `${rule}: ${error.stack}`), []);
  assertNone(analysis.failedRules);
  const lies = ({ start, end }: Span): boolean => start >= 0 && start <= end && end <= text.length;
  for (const { rule, message, span, related, fixes } of diagnostics) {
    assert.ok([span, ...related.flatMap((other) => ('span' in other ? [other.span] : []))].every(lies), `${rule}: a span outside the text`);
    for (const words of [message, ...related.map((other) => other.message), ...fixes.map(({ title }) => title)]) {
      assert.doesNotMatch(words, /\{\w+\}|undefined|NaN|\[object/, rule);
      assert.doesNotMatch(words, UNSHOWABLE, `${rule}: characters that can't be shown, or that change how the rest is shown`);
    }
    for (const { title, edits } of fixes) assertApplicable(`${rule}: ${title}`, text, edits);
  }
  assertNone(analysis.failedFixes);
}

/** Control characters, direction marks, line ends, halves of characters. */
const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function assertApplicable(what: string, text: string, edits: readonly Edit[]): void {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  for (const { span } of sorted) {
    assert.ok(span.start >= end && span.start <= span.end && span.end <= text.length, `${what}: edits overlap or lie outside the text`);
    assert.ok(![span.start, span.end].some((offset) => isInsideCharacter(text, offset)), `${what}: cuts a character in halves`);
    end = span.end;
  }
}

const isInsideCharacter = (text: string, offset: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));

/** A symbol has a name, its selection lies within its span, and its children do. */
export function checkOutline(analysis: Analysis): void {
  const visit = ({ name, span, selection, children }: DocumentSymbol): void => {
    assert.ok(name !== '', 'a symbol without a name');
    for (const inner of [selection, ...children.map((child) => child.span)]) {
      assert.ok(inner.start >= span.start && inner.end <= span.end, `symbol ${name}: ${JSON.stringify(inner)} is not within ${JSON.stringify(span)}`);
    }
    children.forEach(visit);
  };
  documentSymbols(analysis).forEach(visit);
}

const numbersIn = (text: string): string[] => fold(text).match(/\d+/g) ?? [];

/** Fixing everything that is safe changes no number, leaves nothing that it would change again, and finds no more. */
export function checkFixAll(analysis: Analysis): void {
  const fixed = fixAll(analysis);
  assert.deepEqual(numbersIn(fixed), numbersIn(analysis.text), 'a safe fix changed a number');
  const after = analyse(fixed, SETTINGS);
  assert.equal(fixAll(after), fixed, 'fixing again changes more');
  assertNoWorse('fix-all', analysis, after);
}

/** At most so many of the fixes of one text are tried. */
const FIXES_TRIED = 12;

/** A fix that a person takes rids the text of its finding, adds no error, and is analysed by itself as it is from nothing. */
export function checkSuggestions(analysis: Analysis, random: Random): void {
  const all = analysis.diagnostics.flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
  for (let i = 0; i < Math.min(FIXES_TRIED, all.length); i++) {
    const { diagnostic, fix } = all.length <= FIXES_TRIED ? all[i]! : random.pick(all);
    const text = applyEdits(analysis.text, fix.edits);
    const what = `${diagnostic.rule}: ${fix.title}`;
    assert.notEqual(text, analysis.text, `${what}: changes nothing`);
    const start = Math.min(...fix.edits.map(({ span }) => span.start));
    const oldEnd = Math.max(...fix.edits.map(({ span }) => span.end));
    const after = analyse(text, SETTINGS, { analysis, change: { start, oldEnd, newEnd: oldEnd + text.length - analysis.text.length } });
    // One finding may leave two where the text falls apart, or stay for what no fix is sure of; but then without this fix.
    const ofRule = ({ diagnostics }: Analysis): Diagnostic[] => diagnostics.filter(({ rule }) => rule === diagnostic.rule);
    const withFix = (own: Analysis): Diagnostic[] => ofRule(own).filter(({ fixes }) => fixes.some(({ title, safety }) => title === fix.title && safety === fix.safety));
    if (fix.safety === 'safe') assert.deepEqual(numbersIn(text), numbersIn(analysis.text), `${what}: is called safe and changes a number`);
    if (!isWhole(analysis)) continue;
    const fewer = (own: Analysis): boolean => [ofRule, withFix].some((findings) => findings(own).length < findings(analysis).length);
    assert.ok(fewer(after) || fewer(applied(fix.title, after)), `${what}: its finding is still there`);
    assertNoNewErrors(what, analysis, after);
  }
}

/** One report with most of its sections, in order: of what is left of torn ones nobody can say what would help. */
function isWhole({ reports, diagnostics }: Analysis): boolean {
  const [report, ...others] = reports;
  if (!report || others.length > 0 || diagnostics.some(({ rule }) => rule === 'report/mojibake')) return false;
  const ordinals = report.model.sections.map(({ id }) => sectionOrdinal(id));
  return ordinals.length >= 4 && ordinals.every((ordinal, i) => i === 0 || ordinal > ordinals[i - 1]!);
}

/** A word that stands there many times goes away one by one. */
function applied(title: string, analysis: Analysis): Analysis {
  for (let more = 5; more > 0; more--) {
    const again = analysis.diagnostics.flatMap(({ fixes }) => fixes).find((fix) => fix.title === title);
    if (!again) break;
    analysis = analyse(applyEdits(analysis.text, again.edits), SETTINGS);
  }
  return analysis;
}

function assertNoWorse(what: string, before: Analysis, after: Analysis): void {
  const count = ({ diagnostics }: Analysis): number => diagnostics.filter(comparable(before, after)).length;
  assert.ok(count(after) <= count(before), `${what}: ${before.found} findings became ${after.found}: ${added(before, after).join(' · ')}`);
  assertNoNewErrors(what, before, after);
}

/** More errors of a kind that there was may be the same ones in other pieces; one of another kind is new. */
function assertNoNewErrors(what: string, before: Analysis, after: Analysis): void {
  const errors = ({ diagnostics }: Analysis): Diagnostic[] => diagnostics.filter(({ severity }) => severity === 'error').filter(comparable(before, after));
  const known = new Set(errors(before).map(({ rule }) => rule));
  assert.deepEqual(errors(after).filter(({ rule }) => !known.has(rule)).map(({ rule, message }) => `${rule} ${message}`), [], `${what}: new errors`);
}

/**
 * A cell, a sum or a table that could not be read before, and now turns out wrong or to be none, was so before: a fix may bring it to light;
 * so with a row that was missing where numbers stood which nobody could name.
 */
function comparable(before: Analysis, after: Analysis): (diagnostic: Diagnostic) => boolean {
  const tables = ({ reports }: Analysis): BoundTable[] => reports.flatMap(({ model }) => model.tables.map(({ table }) => table));
  const unnamed = (own: Analysis): number => tables(own).reduce((sum, { unknown }) => sum + unknown.length, 0);
  const cells = (own: Analysis): number => tables(own).reduce((sum, { rows }) => sum + rows.reduce((inRows, row) => inRows + row.cells.length, 0), 0);
  const sums = (own: Analysis): number => tables(own).reduce((sum, table) => sum + crossFoot(table).equations.filter(({ state }) => state !== 'not-assessable').length, 0);
  const told = (own: Analysis): number => tables(own).filter(({ unreadable, deduced }) => !unreadable && !deduced).length;
  const unreadable = (own: Analysis): number => tables(own).filter((table) => table.unreadable).length;
  // Where columns are told by where words stand on the page, a character less in one line may move it out of its column.
  const byPlace = tables(before).some(({ rows }) => rows.some(({ layout }) => layout === 'flow' || layout === 'ruled'));
  if (byPlace || cells(after) > cells(before) || sums(after) > sums(before) || told(after) > told(before) || unreadable(after) < unreadable(before)) return ({ rule }) => !rule.startsWith('table/');
  return unnamed(after) < unnamed(before) ? ({ rule }) => rule !== 'table/missing-row' : () => true;
}

/** Findings whose words were not told before. */
function added(before: Analysis, after: Analysis): string[] {
  const words = ({ diagnostics }: Analysis): string[] => diagnostics.map(({ rule, message }) => `${rule} ${message}`);
  const known = new Set(words(before));
  return words(after).filter((finding) => !known.has(finding));
}

/** After each of some edits the analysis equals that of a service that never saw an edit. */
export function checkIncremental(start: string, clipboard: readonly string[], random: Random, steps: number): void {
  let previous = analyse(start, DEFAULT_SETTINGS);
  const history = [start];
  for (let i = 0; i < steps; i++) {
    const { text, change, kinds } = randomStep(previous.text, history, clipboard, random);
    const now = analyse(text, DEFAULT_SETTINGS, { analysis: previous, change });
    assertSame(digestOf(now), fresh.digestOfText(text), `incremental ≠ full after step ${i} (${kinds.join(', ')})`);
    if (i === steps - 1) assertSame(dearAnswersOf(now), fresh.dearAnswersOfText(text), 'fixes: incremental ≠ full');
    previous = now;
    history.push(text);
  }
}

const MS_PER_MB = 1000;
/** On a machine that does other things too, what takes longer may still be in proportion to the text; what grows faster is not. */
const GROWTH = 3.4;
const FAR_TOO_LONG = 5;
/** Of one odd character only so many are mended in a round of fixing: half a text of nothing else takes half the rounds too. */
const GROWTH_IN_ROUNDS = 5;

/** Nothing takes much longer than a second, or a second a megabyte, and longer texts take longer in proportion. */
export function checkTime(text: string): void {
  const limit = Math.max(1, Buffer.byteLength(text) / 1e6) * MS_PER_MB;
  const half = text.slice(0, text.length / 2);
  for (const [what, work, growth] of WORKS) {
    const time = leastTime(text, work, limit);
    if (time <= limit) continue;
    const timeOfHalf = leastTime(half, work, 0);
    assert.ok(time <= growth * timeOfHalf && time <= FAR_TOO_LONG * limit, `${what} takes ${Math.round(time)} ms, and half of the text ${Math.round(timeOfHalf)} ms`);
  }
}

const WORKS: readonly (readonly [what: string, work: (analysis: Analysis) => unknown, growth: number])[] = [
  ['analyse', ({ text }) => analyse(text, SETTINGS), GROWTH],
  ...Object.entries(ANSWERS).map(([what, answer]) => [what, answer, GROWTH] as const),
  ['fixAll', fixAll, GROWTH_IN_ROUNDS],
];

/** Milliseconds on the processor, the least of three times or the first within `enough`: other programs run too. */
function leastTime(text: string, work: (analysis: Analysis) => unknown, enough: number): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least > enough; attempt++) {
    const analysis = analyse(text, SETTINGS); // anew: what is remembered costs nothing
    const start = process.cpuUsage();
    work(analysis);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** Everything that holds of one text. */
export function checkText(text: string, random: Random): Analysis {
  const analysis = analyse(text, SETTINGS);
  checkSound(analysis);
  checkOutline(analysis);
  for (const answer of Object.values(ANSWERS)) answer(analysis);
  checkFixAll(analysis);
  checkSuggestions(analysis, random);
  return analysis;
}
