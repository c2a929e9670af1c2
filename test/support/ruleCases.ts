/**
 * Tables of texts that a rule reports, and of texts that tempt it and are right. Each is tried as it is written and as real
 * texts stand: CRLF, blanks beside numbers, lines broken anywhere, radicals, full-width digits.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { Rule } from '../../server/src/rules/rule';
import { allRadicals } from '../../server/src/text/radicals';
import { readMarked, writeMarked } from './marked';

export interface Cases {
  readonly rule: Rule;
  /** The report around a text. */
  readonly frame?: (text: string) => string;
  /** With `⟦…⟧` around what is reported. */
  readonly reported: readonly string[];
  readonly quiet: readonly string[];
  /** Ways of writing in which what the rule looks for is no longer there, and why. */
  readonly except?: Readonly<Partial<Record<Manner, string>>>;
}

export type Manner = 'CRLF' | 'blanks' | 'broken lines' | 'radicals' | 'full-width digits';

const RADICAL_OF = new Map([...allRadicals()].filter(([, { class: kind }]) => kind === 'same').map(([code, { target }]) => [target!, String.fromCharCode(code)]));
const LINE = 19;

/** Every change keeps the marks: they move with the text. */
export const MANNERS: Readonly<Record<Manner, (source: string) => string>> = {
  CRLF: (source) => source.replaceAll('\n', '\r\n'),
  blanks: (source) => prose(source, (line) => line.replace(/(?<=\p{Script=Han})(?=⟦?\d)|(?<=\d⟧?)(?=\p{Script=Han})/gu, ' ')),
  'broken lines': (source) => prose(source, broken),
  radicals: (source) => source.replace(/\p{Script=Han}/gu, (char) => RADICAL_OF.get(char) ?? char),
  'full-width digits': (source) => prose(source, (line) => line.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
};

/** Titles, headings, signatures and tables stay as they are. */
function prose(source: string, change: (line: string) => string): string {
  return source.split('\n').map((line) => (/[。；]/.test(line) ? change(line) : line)).join('\n');
}

/** Lines of a few words, never broken inside a mark or a number. */
function broken(line: string): string {
  let written = '';
  let length = 0;
  let inside = 0;
  for (const char of line) {
    if (inside === 0 && length >= LINE && char !== '⟧' && !/\d$/.test(written)) {
      written += '\n';
      length = 0;
    }
    if (char === '⟦') inside++;
    if (char === '⟧') inside--;
    written += char;
    length++;
  }
  return written;
}

export function checkCases(name: string, { rule, frame = (text) => text, reported, quiet, except = {} }: Cases): void {
  describe(name, () => {
    const manners = Object.entries(MANNERS).filter(([manner]) => !(manner in except));
    for (const source of reported) {
      test(`reported: ${source.slice(0, 60)}`, () => {
        assert.match(source, /⟦/, 'nothing is marked');
        check(rule, frame(source), 'as written');
        for (const [manner, change] of manners) check(rule, change(frame(source)), manner);
      });
    }
    for (const source of quiet) {
      test(`quiet: ${source.slice(0, 60)}`, () => {
        assert.doesNotMatch(source, /⟦/);
        check(rule, frame(source), 'as written');
        for (const [manner, change] of manners) check(rule, change(frame(source)), manner);
      });
    }
  });
}

function check(rule: Rule, source: string, manner: string): void {
  const { text, marks } = readMarked(source);
  const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS);
  assert.deepEqual(failedRules, []);
  const spans = diagnostics.filter((diagnostic) => diagnostic.rule === rule.id).map(({ span }) => span);
  assert.equal(writeMarked(text, spans), writeMarked(text, marks), manner);
}
