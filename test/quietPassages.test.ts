/**
 * What clerks write around their tables, and nothing is wrong with: plans, last year's figures, other agencies' numbers,
 * channels, shares, honours, document numbers. No error and no warning may come of it, however the text was broken on its way.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { reportText } from './support/reports';
import { MANNERS } from './support/ruleCases';

/** Blocks of a line `agency|section` and the text; 前 is what stands before section 一. */
const PASSAGES = readFileSync(join(__dirname, 'fixtures/quiet-passages.txt'), 'utf8').split('----\n').map((block) => {
  const [head = '', ...rest] = block.trimEnd().split('\n');
  const [agency = '', section = ''] = head.split('|');
  return { agency, section, text: rest.join('\n') };
});

/** What the passages tell; every other number is 0. */
const NUMBERS: Readonly<Record<string, string>> = {
  normativeDocuments: '2 1 6',
  licensing: '14',
  penalties: '3',
  fees: '12.5',
  received: '17 5 1 0 2 0 25',
  carriedIn: '2 1 0 0 0 0 3',
  granted: '8 3 1 0 1 0 13',
  partiallyGranted: '2 1 0 0 0 0 3',
  'denied.otherLaw': '1 0 0 0 0 0 1',
  'denied.thirdPartyRights': '0 1 0 0 0 0 1',
  'denied.internalAffairs': '1 0 0 0 0 0 1',
  'denied.deliberative': '0 0 0 0 1 0 1',
  'unavailable.notHeld': '3 0 0 0 0 0 3',
  'unavailable.needsCreation': '1 0 0 0 0 0 1',
  'notProcessed.repeated': '1 0 0 0 0 0 1',
  'other.correctionOverdue': '1 0 0 0 0 0 1',
  processedTotal: '18 5 1 0 2 0 26',
  carriedOut: '1 1 0 0 0 0 2',
  reconsideration: '3 1 0 1 5',
  directLitigation: '1 0 0 0 1',
  litigationAfterReconsideration: '2 0 0 1 3',
};

const VOICES: readonly (readonly [RegExp, string])[] = [[/局$/, '我局'], [/镇人民政府$/, '我镇'], [/县人民政府$/, '我县'], [/委员会$/, '我委']];
const BOUNDS: Readonly<Record<string, RegExp>> = { 一: /(?<=一、总体情况\n)[^]*?(?=二、)/, 五: /(?<=五、存在的主要问题及改进情况\n)[^]*?(?=六、)/, 六: /(?<=六、其他需要报告的事项\n)[^]*$/, 前: /(?=一、总体情况\n)/ };

function report({ agency, section, text }: (typeof PASSAGES)[number]): string {
  const whole = reportText({ agency, cell: (row, column) => NUMBERS[row.id]?.split(' ')[row.columns.indexOf(column)] ?? '0' });
  const voice = VOICES.find(([kind]) => kind.test(agency))![1];
  return whole.replaceAll('我局', voice).replace(BOUNDS[section]!, `\n${text}\n\n`);
}

test('there are passages', () => assert.ok(PASSAGES.length > 40));

for (const passage of PASSAGES) {
  describe(`${passage.agency} ${passage.section}: ${passage.text.replaceAll('\n', ' ').slice(0, 40)}`, () => {
    const written = report(passage);
    const texts = { 'as written': written, ...Object.fromEntries((['CRLF', 'blanks', 'broken lines', 'full-width digits'] as const).map((manner) => [manner, MANNERS[manner](written)])) };
    for (const [manner, text] of Object.entries(texts)) {
      test(manner, () => {
        const loud = analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
        assert.deepEqual(loud.map(({ rule, message }) => `${rule} ${message}`), []);
      });
    }
  });
}
