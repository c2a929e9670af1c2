/** The outline and the findings that an editor is told after an edit, all of them or how they differ, equal those of a server that opens the text anew, place by place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic, DocumentSymbol } from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { Analyses } from '../../server/src/lsp/analyses';
import { readClient } from '../../server/src/lsp/client';
import { OpenDocument } from '../../server/src/lsp/documents';
import { ItemRuns } from '../../server/src/lsp/diagnostics/itemRuns';
import { itemsOf, partsOf } from '../../server/src/lsp/diagnostics/items';
import { symbolsOf } from '../../server/src/lsp/requests/symbols';
import type { DiagnosticDelta } from '../../server/src/protocol';
import { randomStep } from '../support/edits';
import { followed } from '../support/followed';
import { PULLING } from '../support/languageClient';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const EDITS = Number(process.env['OGI_EDITS'] ?? 200);
const random = new Random();
const client = readClient({ processId: null, rootUri: null, capabilities: PULLING });
const faulty = (agency: string): string => reportText({ agency, cell: (row, column) => (row.id === 'granted' && column.id === 'total' ? '7' : '0') }).replace('运行平稳', '运⾏平稳');
const volume = ['云溪县水利局', '云溪县林业局', '云溪县民政局', '云溪县教育局'].map(faulty).join('\n');

const URI = 'file:///volume.ogi';

interface Opened {
  readonly document: OpenDocument;
  readonly items: () => Diagnostic[];
  readonly symbols: () => DocumentSymbol[];
  readonly delta: (previous: string | undefined) => DiagnosticDelta<Diagnostic>;
}

function opened(text: string, settings = DEFAULT_SETTINGS): Opened {
  const document = new OpenDocument(URI, 'ogi-report', 1, text);
  const analyses = new Analyses(() => undefined, () => undefined);
  const runs = new ItemRuns();
  const snapshot = (): ReturnType<Analyses['of']> => analyses.of(document, settings);
  return { document, items: () => itemsOf(snapshot(), client), symbols: () => symbolsOf(snapshot()), delta: (previous) => runs.since(previous, snapshot(), partsOf(snapshot(), client)) };
}

test(`items and symbols after edits (OGI_SEED=${random.seed})`, (t) => {
  let { document, items, symbols } = opened(volume);
  let kept = 0;
  let told = 0;
  let before = items();
  let outline = symbols();
  let keptSymbols = 0;
  for (let i = 0; i < EDITS; i++) {
    if (i % 25 === 0) {
      ({ document, items, symbols } = opened(volume));
      before = items();
      outline = symbols();
    }
    const { text } = randomStep(document.text, [volume], [reportText({ title: false })], random);
    document.update([{ text }], i + 2);
    const now = items();
    const anew = opened(text);
    assert.deepEqual(now, anew.items(), `edit ${i}, OGI_SEED=${random.seed}`);
    const symbolsNow = symbols();
    assert.deepEqual(symbolsNow, anew.symbols(), `edit ${i}, OGI_SEED=${random.seed}`);
    keptSymbols += symbolsNow.filter((symbol) => outline.includes(symbol)).length;
    outline = symbolsNow;
    kept += now.filter((item) => before.includes(item)).length;
    told += now.length;
    before = now;
  }
  t.diagnostic(`${kept} of ${told} items kept, and ${keptSymbols} symbols`);
  assert.ok(keptSymbols > EDITS / 2);
  assert.ok(kept > told / 5 && told > EDITS, 'most reports stay where they are, and have findings');
});

test(`differences between items after edits, some of them lost on the way (OGI_SEED=${random.seed})`, (t) => {
  let sent = 0;
  let told = 0;
  let lost = 0;
  for (let round = 0; round < EDITS / 20; round++) {
    // Few of many, too: then the last report is cut short, or left out.
    const settings = random.oneIn(2) ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, maxProblems: 1 + random.below(12) };
    const { document, delta } = opened(volume, settings);
    let held: { readonly id: string | undefined; readonly items: Diagnostic[] } = { id: undefined, items: [] };
    for (let i = 0; i < 20; i++) {
      const text = random.oneIn(2) ? withLine(document.text) : randomStep(document.text, [volume], [reportText({ title: false })], random).text;
      document.update([{ text }], i + 2);
      const answer = delta(held.id);
      const items = followed(held.items, answer, URI);
      assert.deepEqual(items, opened(text, settings).items(), `round ${round}, edit ${i}, OGI_SEED=${random.seed}`);
      sent += answer.runs.reduce((sum, run) => sum + ('items' in run ? run.items.length : 0), 0);
      told += items.length;
      if (random.oneIn(4)) lost++;
      else held = { id: answer.resultId, items };
    }
  }
  t.diagnostic(`${sent} of ${told} items sent; ${lost} answers lost`);
  assert.ok(lost > 0 && sent > 0 && sent < told / 2, 'most items stay with the editor');
});

test('differences after the settings changed: the same findings in other words', () => {
  const document = new OpenDocument(URI, 'ogi-report', 1, volume);
  const analyses = new Analyses(() => undefined, () => undefined);
  const runs = new ItemRuns();
  let held: { readonly id: string | undefined; readonly items: Diagnostic[] } = { id: undefined, items: [] };
  const settings = [DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, locale: 'en' as const }, { ...DEFAULT_SETTINGS, rules: { 'table/row-total': 'hint' as const } }, DEFAULT_SETTINGS];
  const messages = settings.map((own) => {
    const snapshot = analyses.of(document, own);
    const answer = runs.since(held.id, snapshot, partsOf(snapshot, client));
    held = { id: answer.resultId, items: followed(held.items, answer, URI) };
    assert.deepEqual(held.items, opened(volume, own).items());
    return JSON.stringify(held.items);
  });
  assert.equal(new Set(messages).size, 3);
});

/** The text with one more line, or one less, somewhere. */
function withLine(text: string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  if (random.oneIn(2)) lines.splice(at, 0, '');
  else if (lines[at] === '') lines.splice(at, 1);
  return lines.join('\n');
}
