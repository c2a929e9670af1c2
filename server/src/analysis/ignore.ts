/**
 * Findings that somebody looked at and left, with a reason. They are kept beside the report, because a public document can't
 * carry remarks, and are found again by a fingerprint: the rule, what it says, and the words around the place. A finding that
 * moves with its line is still the same one; a finding of other numbers is news.
 */
import { ruleById } from '../rules';
import { matchKey } from '../text/fold';
import { contentHash } from '../text/hash';
import { lineEnd, lineStart } from '../text/lines';
import type { Diagnostic } from './diagnostic';
import type { Settings } from './settings';

export interface Ignore {
  /** Relative to the folder of the settings, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** Why the finding is left as it is; never blank. */
  readonly reason: string;
}

/** A finding that is left, and why. */
export interface Ignored {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

export interface Sifted {
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly Ignored[];
  /** What matches nothing any more. */
  readonly unused: readonly Ignore[];
}

/** `diagnostics` of `text` without those that `ignores`, which are of this file, name. */
export function sift(text: string, diagnostics: readonly Diagnostic[], ignores: readonly Ignore[]): Sifted {
  if (ignores.length === 0) return { diagnostics, ignored: [], unused: [] };
  const byFingerprint = new Map(ignores.map((ignore) => [keyOf(ignore.rule, ignore.fingerprint), ignore]));
  const used = new Set<Ignore>();
  const kept: Diagnostic[] = [];
  const ignored: Ignored[] = [];
  for (const [diagnostic, fingerprint] of fingerprintsOf(text, diagnostics)) {
    const ignore = byFingerprint.get(keyOf(diagnostic.rule, fingerprint));
    if (ignore) {
      used.add(ignore);
      ignored.push({ diagnostic, reason: ignore.reason });
    } else kept.push(diagnostic);
  }
  return { diagnostics: kept, ignored, unused: ignores.filter((ignore) => !used.has(ignore)) };
}

const keyOf = (rule: string, fingerprint: string): string => `${rule} ${fingerprint}`;

/** How much of a line is looked at before and after a finding, in UTF-16 units: a report may be one line. */
const AROUND = 60;

/**
 * The entries that match nothing though their rule was asked: the report was mended, or has changed. What one file says beside
 * others is not to be expected of it alone.
 */
export function idle(unused: readonly Ignore[], levels: Settings['rules']): Ignore[] {
  return unused.filter(({ rule: id }) => {
    const rule = ruleById(id)!;
    return rule.scope !== 'workspace' && (levels[id] ?? rule.severity) !== 'off';
  });
}

/** A fingerprint for each of `diagnostics`, in their order: 16 hexadecimal digits. Those that say the same of the same words are counted. */
export function fingerprintsOf(text: string, diagnostics: readonly Diagnostic[]): ReadonlyMap<Diagnostic, string> {
  const counts = new Map<string, number>();
  const fingerprints = new Map<Diagnostic, string>();
  for (const diagnostic of diagnostics) {
    const { rule, span, finding } = diagnostic;
    const before = text.slice(Math.max(0, span.start - AROUND), span.start);
    const after = text.slice(span.end, span.end + AROUND);
    const words = before.slice(lineStart(before, before.length)) + text.slice(span.start, span.end) + after.slice(0, lineEnd(after, 0));
    const content = JSON.stringify([rule, finding.message ?? 'default', finding.args ?? {}, matchKey(words)]);
    const count = counts.get(content) ?? 0;
    counts.set(content, count + 1);
    fingerprints.set(diagnostic, contentHash(`${count} ${content}`));
  }
  return fingerprints;
}
