/** The findings that an editor is told after an edit equal those of a server that opens the text anew, place by place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { Analyses } from '../../server/src/lsp/analyses';
import { readClient } from '../../server/src/lsp/client';
import { OpenDocument } from '../../server/src/lsp/documents';
import { itemsOf } from '../../server/src/lsp/items';
import { randomStep } from '../support/edits';
import { PULLING } from '../support/languageClient';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const EDITS = Number(process.env['OGI_EDITS'] ?? 200);
const random = new Random();
const client = readClient({ processId: null, rootUri: null, capabilities: PULLING });
const faulty = (agency: string): string => reportText({ agency, cell: (row, column) => (row.id === 'granted' && column.id === 'total' ? '7' : '0') }).replace('运行平稳', '运⾏平稳');
const volume = ['云溪县水利局', '云溪县林业局', '云溪县民政局', '云溪县教育局'].map(faulty).join('\n');

function opened(text: string): { readonly document: OpenDocument; readonly items: () => Diagnostic[] } {
  const document = new OpenDocument('file:///volume.ogi', 'ogi-report', 1, text);
  const analyses = new Analyses(() => undefined, () => undefined);
  return { document, items: () => itemsOf(analyses.of(document, DEFAULT_SETTINGS), client) };
}

test(`items after edits (OGI_SEED=${random.seed})`, (t) => {
  let { document, items } = opened(volume);
  let kept = 0;
  let told = 0;
  let before = items();
  for (let i = 0; i < EDITS; i++) {
    if (i % 25 === 0) {
      ({ document, items } = opened(volume));
      before = items();
    }
    const { text } = randomStep(document.text, [volume], [reportText({ title: false })], random);
    document.update([{ text }], i + 2);
    const now = items();
    assert.deepEqual(now, opened(text).items(), `edit ${i}, OGI_SEED=${random.seed}`);
    kept += now.filter((item) => before.includes(item)).length;
    told += now.length;
    before = now;
  }
  t.diagnostic(`${kept} of ${told} items kept`);
  assert.ok(kept > told / 5 && told > EDITS, 'most reports stay where they are, and have findings');
});
