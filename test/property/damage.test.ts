/**
 * Reports damaged at random, as texts are in the wild: nothing throws, every span lies in the text, every message is filled,
 * and fix-all changes no number and leaves nothing that it would change again. `OGI_RUNS` makes the run longer.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { fixAll } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import type { Span } from '../../server/src/text/span';
import { Random } from '../support/random';
import { SEEDS } from '../support/seeds';

const RUNS = Number(process.env['OGI_RUNS'] ?? 400);
const FIXTURES = join(__dirname, '../fixtures');
const known = readdirSync(join(FIXTURES, 'known')).map((name) => readFileSync(join(FIXTURES, 'known', name), 'utf8'));
const texts = [readFileSync(join(FIXTURES, 'sample.ogi'), 'utf8'), ...known, ...SEEDS.map(({ text }) => text)];

/** Pieces that make and unmake headings, tables, layouts and glyph anomalies. */
const PIECES = [
  ...['\r', '\n', '\t', '|', '0', '减3', '一、', '三、收到和处理政府信息公开申请情况\n', '<table>', '</td>', '\f', '\u200b', '⼯', '\ud800', '（', '１２', '无', '/'],
  ...['- 4 -\n', '+---+---+\n', '|---|---|\n', '└', '│', '2019年', '概述', '\u00a0', '251000元', '22（其中修订 16 件）'],
];

test('damaged reports', (t) => {
  const random = new Random();
  t.diagnostic(`OGI_SEED=${random.seed}, ${RUNS} reports`);
  let findings = 0;
  let fixed = 0;
  for (let run = 0; run < RUNS; run++) {
    const text = damaged(random.pick(texts), random);
    const where = `run ${run}, OGI_SEED=${random.seed}`;
    const analysis = analyse(text, DEFAULT_SETTINGS);
    assert.deepEqual(analysis.failedRules, [], where);
    documentSymbols(analysis);
    foldingRanges(analysis);
    assertSound(analysis, where);
    findings += analysis.found;
    const mended = fixAll(analysis);
    if (mended !== text) fixed++;
    assert.deepEqual(mended.match(/\d+/g), text.match(/\d+/g), where);
    assert.equal(fixAll(analyse(mended, DEFAULT_SETTINGS)), mended, where);
  }
  assert.ok(findings > RUNS && fixed > RUNS / 4, 'the damage must be worth telling and fixing');
});

/** `text` with up to thirty pieces put in, cut out, copied from elsewhere, and lines changing places. */
function damaged(text: string, random: Random): string {
  for (let n = 1 + random.below(30); n > 0; n--) {
    const at = random.below(text.length + 1);
    switch (random.below(5)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + random.below(200));
        break;
      case 1: {
        const other = random.pick(texts);
        const from = random.below(other.length);
        text = text.slice(0, at) + other.slice(from, from + random.below(800)) + text.slice(at);
        break;
      }
      case 2: {
        const lines = text.split('\n');
        const [one, two] = [random.below(lines.length), random.below(lines.length)];
        [lines[one], lines[two]] = [lines[two]!, lines[one]!];
        text = lines.join('\n');
        break;
      }
      default:
        text = text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.below(2));
    }
  }
  return random.oneIn(4) ? text.replaceAll('\n', '\r\n') : text;
}

function assertSound({ text, diagnostics }: Analysis, where: string): void {
  const lies = ({ start, end }: Span): boolean => start >= 0 && start <= end && end <= text.length;
  for (const { rule, message, span, related, fixes } of diagnostics) {
    const spans = [span, ...related.map((own) => own.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
    assert.ok(spans.every(lies), `${rule}: a span outside the text, ${where}`);
    assert.doesNotMatch(message, /\{\w+\}|undefined|NaN/, `${rule}, ${where}`);
  }
}
