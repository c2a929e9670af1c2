/**
 * An analysis that starts from the one before equals that of a service which never saw an edit, in everything that is known
 * of the document and in every feature's answer. `OGI_EDITS` makes the run longer; `npm run fuzz` never ends by itself.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { LayoutId } from '../../server/src/syntax/types';
import { ANSWERS, assertSame, DEAR_ANSWERS, digestOf, dearAnswersOf, SHARED_BY_FEATURES } from '../support/digest';
import { EDIT_KINDS, type EditKind, randomStep } from '../support/edits';
import { freshService } from '../support/fresh';
import { Random } from '../support/random';
import { SEEDS } from '../support/seeds';
import { startTables, startTexts } from '../support/startTexts';

const EDITS = Number(process.env['OGI_EDITS'] ?? 10_000);
/** After so many steps of an edit or three the next begin with the text as it was, so that texts stay reports. */
const SCRIPT = 30;
/** One in so many analyses is compared; the others are what it started from. */
const COMPARED = 2;

const random = new Random();
const fresh = freshService();
const texts = [...startTexts(random, 1), ...SEEDS];
const clipboard = startTables(random);

const LAYOUT_IDS: Readonly<Record<LayoutId, true>> = { pipe: true, 'pipe-cell': true, grid: true, html: true, tab: true, 'cell-per-line': true, flow: true, ruled: true, flattened: true };

const seen = {
  ...{ edits: 0, steps: 0, textChanged: 0, slices: 0, slicesKept: 0, tables: 0, tablesKept: 0, reportsKept: 0, headingsMade: 0, headingsLost: 0 },
  ...{ severalReports: 0, carriageCut: 0, surrogateCut: 0, findings: 0, compared: 0 },
  kinds: new Map<EditKind, number>(),
  layouts: new Set<LayoutId>(),
};

test('every feature is compared', () => {
  const known = [...Object.keys(ANSWERS), ...Object.keys(DEAR_ANSWERS), ...SHARED_BY_FEATURES];
  const files = readdirSync(join(__dirname, '../../server/src/features')).map((file) => parse(file).name);
  assert.deepEqual(files.filter((file) => !known.includes(file)), [], 'a new feature gets its line in test/support/digest.ts');
});

describe(`incremental ≡ full (OGI_SEED=${random.seed})`, () => {
  for (const { name, text } of texts) {
    test(name, () => {
      let history: string[] = [];
      let previous = analyse(text, DEFAULT_SETTINGS);
      for (let i = 0, edits = 0; edits < EDITS / texts.length; i++) {
        if (i % SCRIPT === 0 && i > 0) previous = analyse(text, DEFAULT_SETTINGS);
        if (i % SCRIPT === 0) history = [text];
        const { text: edited, change, kinds } = randomStep(previous.text, history, clipboard, random);
        const now = analyse(edited, DEFAULT_SETTINGS, { analysis: previous, change });
        edits += kinds.length;
        observe(previous, now, kinds);
        if (random.oneIn(COMPARED)) {
          const where = `step ${i} (${kinds.join(', ')}) of ${name}, OGI_SEED=${random.seed}`;
          assertSame(digestOf(now), fresh.digestOfText(edited), where);
          if (random.oneIn(25)) assertSame(dearAnswersOf(now), fresh.dearAnswersOfText(edited), where);
          seen.compared++;
        }
        previous = now;
        history.push(edited);
      }
    });
  }

  test('the edits were worth it', (t) => {
    t.diagnostic(JSON.stringify(seen, (_, value: unknown) => (value instanceof Set ? [...value] : value instanceof Map ? Object.fromEntries(value) : value)));
    const some = seen.steps / 200;
    assert.ok(seen.edits >= EDITS && seen.compared > seen.steps / 3);
    assert.ok(seen.textChanged > seen.steps * 0.9, 'edits change the text');
    assert.ok(seen.slicesKept > seen.slices * 0.5, 'slices are reused');
    assert.ok(seen.tablesKept > seen.tables * 0.3, 'tables are reused');
    assert.ok(seen.reportsKept > some, 'reports beside the edited one are reused');
    assert.ok(seen.headingsMade > some && seen.headingsLost > some, 'headings are made and unmade');
    assert.ok(seen.carriageCut > some && seen.surrogateCut > some, 'halves of line ends and of characters come and go');
    assert.ok(seen.severalReports > some, 'documents with several reports occur');
    assert.ok(seen.findings > seen.steps, 'there is something to find');
    for (const kind of EDIT_KINDS) assert.ok((seen.kinds.get(kind) ?? 0) > some, `${kind} occurs`);
    assert.deepEqual([...seen.layouts].sort(), Object.keys(LAYOUT_IDS).sort(), 'tables of every layout are read');
  });
});

function observe(before: Analysis, now: Analysis, kinds: readonly EditKind[]): void {
  const kept = <T>(of: (analysis: Analysis) => readonly T[]): number => {
    const known = new Set(of(before));
    return of(now).filter((each) => known.has(each)).length;
  };
  const count = (pattern: RegExp, { text }: Analysis): number => text.match(pattern)?.length ?? 0;
  const slices = ({ syntax }: Analysis) => syntax.sections.map((section) => section.syntax);
  const tables = ({ reports }: Analysis) => reports.flatMap(({ model }) => model.tables.map(({ table }) => table));
  const headings = (analysis: Analysis): number => slices(analysis).filter(({ heading }) => heading).length;
  const changed = before.text !== now.text;
  seen.steps++;
  seen.edits += kinds.length;
  if (changed) seen.textChanged++;
  seen.slices += slices(now).length;
  seen.slicesKept += kept(slices);
  seen.tables += tables(now).length;
  seen.tablesKept += kept(tables);
  if (changed) seen.reportsKept += kept(({ reports }) => reports.map(({ model }) => model));
  if (headings(now) > headings(before)) seen.headingsMade++;
  if (headings(now) < headings(before)) seen.headingsLost++;
  if (count(/\r(?!\n)/g, before) !== count(/\r(?!\n)/g, now)) seen.carriageCut++;
  if (count(/\p{Cs}/gu, before) !== count(/\p{Cs}/gu, now)) seen.surrogateCut++;
  if (now.reports.length > 1) seen.severalReports++;
  seen.findings += now.found;
  for (const kind of kinds) seen.kinds.set(kind, (seen.kinds.get(kind) ?? 0) + 1);
  for (const table of tables(now)) seen.layouts.add(table.layout);
}
