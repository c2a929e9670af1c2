/** Damaged reports beside damaged reports: nothing throws, and what is said is said of places that are there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { rangesIn } from '../../server/src/cli/positions';
import { Neighbourhood } from '../../server/src/model/report/neighbours';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { reportsOf } from '../../server/src/model/report/reports';
import { summariesOf } from '../../server/src/model/report/summary';
import { segment } from '../../server/src/syntax/segment';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const RUNS = Number(process.env['OGI_RUNS'] ?? 40);
const FILES = 6;
const SETTINGS = { ...DEFAULT_SETTINGS, rules: { 'workspace/sum-of-units': 'warning' } } as const;

/** A report of one of few agencies and years, with random numbers, some of its lines lost, doubled or changed. */
function damaged(random: Random): string {
  const year = 2020 + random.below(4);
  const text = reportText({
    year,
    edition: year < 2021 ? '2019' : '2021',
    layout: random.pick(WRITABLE_LAYOUTS),
    agency: random.pick(['云溪县人民政府', '云溪县水利局', '云溪县太平镇人民政府']),
    cell: ({ id }) => (random.oneIn(40) ? random.pick(['', '/', '约3', '-2', '1.5', '99999999999999999999', '３']) : random.oneIn(/^carried|rules|Documents/.test(id) ? 2 : 60) ? '1' : '0'),
  });
  const lines = text.split('\n');
  for (let i = random.below(4); i > 0; i--) lines.splice(random.below(lines.length), random.below(3), ...(random.oneIn(2) ? [random.pick(lines)] : []));
  return lines.join(random.oneIn(5) ? '\r\n' : '\n');
}

test('damaged reports beside each other', (t) => {
  const random = new Random();
  t.diagnostic(`OGI_SEED=${random.seed}, ${RUNS} folders of ${FILES}`);
  let said = 0;
  for (let run = 0; run < RUNS; run++) {
    const texts = new Map(Array.from({ length: FILES }, (_, i) => [`${i}.txt`, damaged(random)]));
    const neighbourhood = new Neighbourhood();
    for (const [file, text] of texts) neighbourhood.set(file, summariesOf(reportsOf(segment(text), 'auto'), file, rangesIn(text)));
    for (const [file, text] of texts) {
      const { diagnostics, failedRules } = analyse(text, SETTINGS, undefined, { file, neighbourhood });
      const where = `OGI_SEED=${random.seed}, run ${run}, ${file}`;
      assert.deepEqual(failedRules.map(({ rule, error }) => `${rule}: ${error.stack}`), [], where);
      for (const { rule, span, message, related } of diagnostics) {
        if (!rule.startsWith('workspace/')) continue;
        said++;
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, `${rule}, ${where}`);
        assert.doesNotMatch(message, /\{\w+\}|undefined|NaN/, where);
        for (const other of related) {
          assert.ok('place' in other, where);
          const lines = texts.get(other.place.file)!.split(/\r?\n/);
          const { start, end } = other.place.range;
          assert.ok(start.character <= lines[start.line]!.length && end.character <= lines[end.line]!.length, `${rule}, ${where}`);
        }
      }
    }
  }
  assert.ok(said > RUNS, 'the damage leaves something to compare');
});
