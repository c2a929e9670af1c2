/**
 * The contract of every rule, run on its own examples: *bad* reports exactly the marked spans, *good* nothing, the fix turns
 * one into the other; with LF and with CRLF, and with its tables in every layout that tables are found in. Where a layout does not
 * show what is wrong, nothing else may be reported instead.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import type { Diagnostic } from '../server/src/analysis/analyse';
import { applyEdits } from '../server/src/analysis/fixAll';
import { analyseExample } from '../server/src/cli/ruleExample';
import { RULES } from '../server/src/rules';
import type { Example, FixSafety, Rule } from '../server/src/rules/rule';
import { fold } from '../server/src/text/fold';
import type { Locale, Text } from '../server/src/text/span';
import { inLayout, isOfItsLayout, unseen } from './support/exampleLayouts';
import { LAYOUTS } from './support/layouts';
import { readMarked, writeMarked } from './support/marked';

const FOLDER = join(__dirname, '../server/src/rules');
const LINE_ENDS = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
] as const;

function ruleFiles(): string[] {
  const topics = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return topics.flatMap(({ name }) => readdirSync(join(FOLDER, name)).map((file) => `${name}/${basename(file, '.ts')}`));
}

describe('the list of rules', () => {
  test('is the list of files', () => {
    assert.ok(RULES.length > 0);
    assert.deepEqual(RULES.map(({ id }) => id).sort(), ruleFiles().sort());
  });

  test('names each rule after the file that exports it', async () => {
    for (const file of ruleFiles()) {
      const exported = Object.values((await import(join(FOLDER, `${file}.ts`))) as Record<string, unknown>);
      const ids = RULES.filter((rule) => exported.includes(rule)).map(({ id }) => id);
      assert.deepEqual(ids, [file], `${file}.ts exports its rule and no other`);
    }
  });
});

for (const rule of RULES) {
  describe(rule.id, () => {
    test('speaks both languages', () => {
      const texts = textsIn([rule.messages, rule.docs]);
      assert.ok(texts.length >= 4, 'a message, and what docs must say');
      for (const { zh, en } of texts) {
        assert.notEqual(zh.trim(), '', `Chinese missing for: ${en}`);
        assert.notEqual(en.trim(), '', `English missing for: ${zh}`);
        // A text of nothing but values needs no words.
        const words = zh.replace(/\{\w+\}/g, '');
        if (/\p{L}/u.test(words)) assert.match(words, /\p{Script=Han}/u, `not Chinese: ${zh}`);
        assert.deepEqual(placeholders(en), placeholders(zh), `placeholders differ: ${zh}`);
      }
    });

    test('has an example', () => assert.ok(rule.docs.examples.length > 0));

    rule.docs.examples.forEach((example, index) => {
      for (const [name, lineEnd] of LINE_ENDS) {
        const inLines = (text: string): string => text.replace(/\r?\n/g, lineEnd);
        const bad = { source: inLines(example.bad), ...readMarked(inLines(example.bad)) };
        const good = inLines(example.good);

        test(`example ${index + 1} (${name}): bad reports the marked places`, () => {
          assert.ok(bad.marks.length > 0, 'nothing is marked');
          const found = findings(rule, bad.text, example);
          assert.equal(writeMarked(bad.text, found.map(({ span }) => span)), writeMarked(bad.text, bad.marks));
          for (const { message } of [...found, ...findings(rule, bad.text, example, 'en')]) assert.doesNotMatch(message, /\{\w+\}/, 'a placeholder without a value');
        });

        test(`example ${index + 1} (${name}): good reports nothing`, () => {
          assert.deepEqual(findings(rule, good, example).map(({ span, message }) => ({ at: good.slice(span.start, span.end), message })), []);
        });

        for (const layout of name === 'LF' && !isOfItsLayout(example) ? LAYOUTS : []) {
          const wrong = inLayout(bad.source, layout);
          const right = inLayout(good, layout);
          if (!wrong || !right) continue;
          const why = unseen(bad.source, good, layout) ?? (wrong.inPieces ? 'what is marked stands in pieces' : undefined);
          const { text, marks } = readMarked(wrong.source);
          if (why === undefined) {
            test(`example ${index + 1} (${layout.id}): bad reports the marked places`, () => {
              assert.equal(writeMarked(text, findings(rule, text, example).map(({ span }) => span)), writeMarked(text, marks));
            });
          } else {
            test(`example ${index + 1} (${layout.id}): bad reports no other place; ${why}`, () => {
              const others = findings(rule, text, example).filter(({ span }) => !marks.some(({ start, end }) => span.start <= end && span.end >= start));
              assert.deepEqual(others.map(({ span, message }) => ({ at: text.slice(span.start, span.end), message })), []);
            });
          }
          test(`example ${index + 1} (${layout.id}): good reports nothing`, () => assert.deepEqual(findings(rule, right.source, example).map(({ message }) => message), []));
        }

        const { fix } = example;
        if (fix) {
          test(`example ${index + 1} (${name}): the ${fix} fix turns bad into good`, () => {
            assert.equal(fixed(rule, bad.text, example, fix), good);
            if (fix === 'safe') assert.deepEqual(numbers(good), numbers(bad.text), 'a safe fix changes no number');
          });
        }
      }
    });
  });
}

/** What `rule` reports in `text`; whatever other rules say is theirs. */
function findings(rule: Rule, text: string, { beside }: Example, locale: Locale = 'zh-CN'): readonly Diagnostic[] {
  const { diagnostics, failedRules } = analyseExample(rule, text, beside, locale);
  assert.deepEqual(failedRules, []);
  return diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
}

const MAX_ROUNDS = 20;

/** `text` after the rule's first fix of the kind, again and again until there is none. */
function fixed(rule: Rule, text: string, example: Example, safety: FixSafety): string {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fix = findings(rule, text, example)
      .flatMap(({ fixes }) => fixes)
      .find((candidate) => candidate.safety === safety);
    if (!fix) return text;
    text = applyEdits(text, fix.edits);
  }
  return assert.fail(`fixing goes on after ${MAX_ROUNDS} rounds: ${text}`);
}

/** Every `{ zh, en }` anywhere in `value`. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Text];
  return Object.values(value).flatMap(textsIn);
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+/g))].sort();

const numbers = (text: string): string[] => fold(text).match(/\d+(?:\.\d+)?/g) ?? [];
