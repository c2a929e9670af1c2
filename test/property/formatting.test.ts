/**
 * Formatting, of tables in every layout, whole and damaged, padded at random: what is extracted stays the same, nothing but white
 * space and the dashes of rules changes, and a second time nothing does.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { EDITIONS } from '../../server/src/editions';
import { formatting } from '../../server/src/features/formatting';
import { COLLECTED, noCollected } from '../support/collected';
import { extracted } from '../support/extracted';
import { LAYOUTS } from '../support/layouts';
import { attempt } from '../support/layouts/trial';
import { Random } from '../support/random';

const { seed } = new Random();
const RUNS = Number(process.env['OGI_RUNS'] ?? 3);

/** Lines with everything but white space; of a rule, its bars alone. */
const inked = (text: string): string[] => text.split(/\r\n|\r|\n/).map((line) => (/^(?=.*-)[\s|｜:-]+$/.test(line) ? line.replace(/[\s-]/g, '') : line.replace(/\s/g, '')));

function assertInOrder(name: string, text: string): number {
  const edits = formatting(analyse(text, DEFAULT_SETTINGS));
  const once = applyEdits(text, edits);
  assert.deepEqual(extracted(once), extracted(text), `${name}\n${text}`);
  assert.deepEqual(inked(once), inked(text), name);
  assert.equal(applyEdits(once, formatting(analyse(once, DEFAULT_SETTINGS))), once, `${name}: twice\n${once}`);
  return edits.length;
}

/** More white space around some cells, of any kind that is padding. */
function padded(text: string, random: Random): string {
  return text.replace(/ (?=\|)|(?<=\|) |(?<=\d)(?=\t|$)/gm, (blank) => (random.oneIn(4) ? blank + random.pick([' ', '  ', '　', '\u00a0']) : blank));
}

describe(`every layout that is read (OGI_SEED=${seed})`, () => {
  for (const layout of LAYOUTS) {
    test(layout.id, () => {
      for (const { id: edition } of EDITIONS) {
        for (let run = 0; run < RUNS; run++) {
          const damaged = run > 0;
          const { text } = attempt({ layout, edition, seed: seed + run, blanks: damaged, unbalanced: damaged, damaged });
          assertInOrder(`${layout.id} ${edition} ${run}`, padded(text, new Random(seed + run)));
        }
      }
    });
  }
});

test('real reports', { skip: noCollected }, (context) => {
  let changed = 0;
  for (const { name, text } of COLLECTED) if (assertInOrder(name, text) > 0) changed++;
  context.diagnostic(`${changed} of ${COLLECTED.length} reports had tables to set in order`);
  assert.ok(changed > 0);
});
