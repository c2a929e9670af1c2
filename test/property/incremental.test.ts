/** An analysis that starts from the one before equals a fresh one, whatever was edited. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { OpenDocument } from '../../server/src/lsp/documents';
import { WRITABLE_LAYOUTS } from '../../server/src/model/render';
import { digestOf } from '../support/digest';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { SEEDS } from '../support/seeds';

const EDITS = Number(process.env['OGI_EDITS'] ?? 2100);

const random = new Random();
const number = (): string => String(random.oneIn(3) ? random.below(40) : 0);
const made = WRITABLE_LAYOUTS.flatMap((layout) =>
  (['\n', '\r\n'] as const).flatMap((eol) => [
    { name: `2021 ${layout} ${JSON.stringify(eol)}`, text: reportText({ layout, eol, cell: number }) },
    { name: `2019 ${layout} ${JSON.stringify(eol)}`, text: reportText({ layout, eol, edition: '2019', year: 2020, cell: number, title: false }) },
  ]),
);
const volume = { name: 'volume', text: reportText({ layout: 'tab' }) + reportText({ agency: '云溪县林业局', cell: number }) + reportText({ year: 2022, layout: 'flow' }) };
const earlier = { name: 'before 2019', text: '云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n全年公开12条。\n二、收费及减免情况\n无。\n' };
const texts = [...made, volume, earlier, { name: 'empty', text: '' }, ...SEEDS];

/** Bits that make and unmake headings, titles, rows, cells and glyph anomalies, and halves of what belongs together. */
const BITS = [
  ...['一', '⼀', '、', '三、', '（一）', '1.', '0', '12', ' ', '　', '\t', ' | ', '|', '\n', '\r', '\r\n', '\n\n', '。', '报告', '⽂', '⻔', '\u00a0', '\u200b', '\ufffd', '\ud83d', '\ude00', '\ufeff'],
  ...['一、总体情况\n', '\n五、存在的主要问题及改进情况\n', '\n六、其他需要报告的事项\n', '云溪县水利局\n2023年政府信息公开工作年度报告\n', '四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n'],
];

const seen = { edits: 0, textChanged: 0, slicesKept: 0, slices: 0, reportsKept: 0, sectionsMade: 0, sectionsLost: 0, findings: 0, layouts: new Set<string>(), severalReports: 0, failedRules: new Set<string>() };

describe(`incremental ≡ full (OGI_SEED=${random.seed})`, () => {
  for (const { name, text } of texts) {
    test(name, () => {
      const document = new OpenDocument('untitled:1', 'ogi-report', 1, text);
      const history = [text];
      let previous = analyse(document.text, DEFAULT_SETTINGS);
      for (let i = 0; i < EDITS / texts.length; i++) {
        // Several notifications may come before anybody asks.
        for (let n = random.oneIn(4) ? 3 : 1; n > 0; n--) edit(document, history);
        const change = document.takeChange()!;
        const now = analyse(document.text, DEFAULT_SETTINGS, { analysis: previous, change });
        const [incremental, full] = [digestOf(now), digestOf(analyse(document.text, DEFAULT_SETTINGS))];
        // As text first: that is the faster comparison, and nearly always all there is to do.
        if (JSON.stringify(incremental) !== JSON.stringify(full)) assert.deepEqual(incremental, full, `edit ${i} of ${name}, OGI_SEED=${random.seed}`);
        observe(previous, now);
        previous = now;
        history.push(document.text);
      }
    });
  }

  test('the edits were worth it', (t) => {
    t.diagnostic(JSON.stringify(seen, (_, value: unknown) => (value instanceof Set ? [...value] : value)));
    assert.ok(seen.textChanged > seen.edits * 0.9, 'edits change the text');
    assert.ok(seen.slicesKept > seen.slices * 0.5, 'slices are reused');
    assert.ok(seen.reportsKept > 0, 'untouched reports are reused');
    assert.ok(seen.sectionsMade > 20 && seen.sectionsLost > 20, 'headings are made and unmade');
    assert.ok(seen.severalReports > 20, 'documents with several reports occur');
    assert.ok(seen.findings > seen.edits, 'there are findings');
    for (const layout of WRITABLE_LAYOUTS) assert.ok(seen.layouts.has(layout), `${layout} occurs`);
    assert.deepEqual([...seen.failedRules], [], 'no rule throws');
  });
});

/** One random edit, as an editor would send it. */
function edit(document: OpenDocument, history: readonly string[]): void {
  const { text, lines, version } = document;
  const at = place(text);
  const position = (offset: number) => lines.positionAt(offset);
  const replace = (start: number, end: number, by: string): void => document.update([{ range: { start: position(start), end: position(end) }, text: by }], version + 1);
  switch (random.below(10)) {
    case 0: // a character or a few
    case 1:
      return replace(at, Math.min(text.length, at + 1 + random.below(4)), '');
    case 2: { // a line, or many
      const line = position(at).line;
      const count = random.oneIn(8) ? random.below(40) : 1;
      return document.update([{ range: { start: { line, character: 0 }, end: { line: line + count, character: 0 } }, text: '' }], version + 1);
    }
    case 3: { // a piece of the document somewhere else
      const from = place(text);
      return replace(at, at, text.slice(from, from + random.below(400)));
    }
    case 4: // over what is there
      return replace(at, Math.min(text.length, at + random.below(3)), random.pick(BITS));
    case 5:
      // Undo, or the whole text anew.
      return random.oneIn(4) ? document.update([{ text: random.pick(history) }], version + 1) : document.update([{ text: history.at(-1)! }], version + 1);
    default:
      return replace(at, at, random.pick(BITS));
  }
}

/** Anywhere, but often where a line begins: that is where headings and rows are told. */
function place(text: string): number {
  const at = random.below(text.length + 1);
  if (random.oneIn(2)) return at;
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return Math.min(text.length, lineStart + (random.oneIn(2) ? 0 : random.below(3)));
}

function observe(before: Analysis, now: Analysis): void {
  const slicesBefore = new Set(before.syntax.sections.map(({ syntax }) => syntax));
  const modelsBefore = new Set(before.reports.map(({ model }) => model));
  const headings = ({ syntax }: Analysis): number => syntax.sections.filter((section) => section.syntax.heading).length;
  seen.edits++;
  if (before.text !== now.text) seen.textChanged++;
  seen.slices += now.syntax.sections.length;
  seen.slicesKept += now.syntax.sections.filter(({ syntax }) => slicesBefore.has(syntax)).length;
  if (before.text !== now.text) seen.reportsKept += now.reports.filter(({ model }) => modelsBefore.has(model)).length;
  if (headings(now) > headings(before)) seen.sectionsMade++;
  if (headings(now) < headings(before)) seen.sectionsLost++;
  if (now.reports.length > 1) seen.severalReports++;
  seen.findings += now.found;
  for (const { rule } of now.failedRules) seen.failedRules.add(rule);
  for (const { model } of now.reports) for (const { table } of model.tables) seen.layouts.add(table.layout);
}
