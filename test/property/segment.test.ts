/** Cutting an edited document from its old slices gives what cutting it anew gives, and reuses the slices that did not change. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Change, resegment, segment } from '../../server/src/syntax/segment';
import type { DocumentSyntax } from '../../server/src/syntax/types';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const random = new Random();
const EDITS = Number(process.env['OGI_EDITS'] ?? 4000);

const prose = '按照上级部署认真落实各项工作要求，扎实推进公开工作。'.repeat(12);
const flat = `云溪县2024年政府信息公开工作年度报告 本报告根据《条例》编制。一、总体情况 ${prose}二、主动公开政府信息情况${prose}四、政府信息公开行政法复议、行政诉讼情况${prose}六、其他需要报告的事项无。`;
const TEXTS: Readonly<Record<string, string>> = {
  'pipes, CRLF': reportText({ eol: '\r\n' }),
  'cells on lines, LF': reportText({ layout: 'cell-per-line' }),
  'flow, CR': reportText({ layout: 'flow', eol: '\r', title: false }),
  volume: reportText() + reportText({ agency: '云溪县林业局', eol: '\r\n' }) + reportText({ title: false }),
  'one line': flat,
  'lines with several headings': `云溪县水利局\n2024年政府信息公开工作年度报告\n${flat}\n${flat}\n${prose}\n`,
  'lines shared': reportText().replace(/\n\n(?=[二五六]、[主存其])/g, ' ').replace('一、总体', '- 总体'),
  contents: `目录\n一、总体情况……1\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n${reportText()}`,
  empty: '',
};

/** What makes and unmakes headings, titles and lines, and halves of what belongs together. */
const BITS = [
  ...['\n', '\r', '\r\n', '\n\n', '\n \t\n', '一、', '⼀', '三、', '、', '。', '0', ' ', '|', '报告', '年度报告', '公开', '2024年', '\ud83d', '\ude00'],
  ...['\n一、总体情况\n', '\n二、主动公开政府信息情况', '六、其他需要报告的事项\n', '\n五、存在的主要问题及改近情况\r\n', '云溪县水利局\n', '云溪县水利局\r\n\r\n2023年政府信息公开工作年度报告\r\n'],
  ...[' 六、其他需要报告的事项 无。', '五、存在的主要问题及改进情况 ', '- ', '如下：'],
  ...[prose, ` 四、政府信息公开行政复议、行政诉讼情况 ${prose}`, '云溪县2022年政府信息公开工作年度报告 根据《条例》编制。'],
];

function randomChange(text: string, history: readonly string[]): { readonly text: string; readonly change: Change } {
  // Around headings and line ends more often than in the middle of text.
  const near = (): number => {
    const at = random.below(text.length + 1);
    if (random.oneIn(2)) return at;
    const lineEnd = text.slice(at).search(/[\r\n]|[一二三四五六]、|报告/);
    return lineEnd < 0 ? at : Math.min(text.length, at + lineEnd + random.below(3));
  };
  if (random.oneIn(60)) {
    const again = random.pick(history);
    return { text: again, change: { start: 0, oldEnd: text.length, newEnd: again.length } };
  }
  const start = near();
  const oldEnd = random.oneIn(3) ? start : Math.min(text.length, start + (random.oneIn(12) ? random.below(600) : random.below(4)));
  const inserted = start < oldEnd && random.oneIn(2) ? '' : random.oneIn(8) ? text.slice(near()).slice(0, 200) : random.pick(BITS);
  return { text: text.slice(0, start) + inserted + text.slice(oldEnd), change: { start, oldEnd, newEnd: start + inserted.length } };
}

const seen = { edits: 0, changed: 0, slices: 0, reused: 0, sliceMade: 0, sliceLost: 0, headingMade: 0, headingLost: 0, carriageSplit: 0 };
const headings = ({ sections }: DocumentSyntax): number => sections.filter(({ syntax }) => syntax.heading).length;

describe(`resegment ≡ segment (OGI_SEED=${random.seed})`, () => {
  const scripts = Object.entries(TEXTS);
  for (const [name, original] of scripts) {
    test(name, () => {
      let text = original;
      let syntax = segment(text);
      const history = [original];
      for (let i = 0; i < EDITS / scripts.length; i++) {
        const { text: edited, change } = randomChange(text, history);
        const now = resegment(edited, syntax, change);
        assert.deepEqual(now, segment(edited), `edit ${i} ${JSON.stringify(change)} of ${name}, OGI_SEED=${random.seed}`);
        assert.equal(now.sections.map((section) => section.syntax.text).join(''), edited, 'slices are the text');
        assert.equal(new Set(now.sections.map((section) => section.syntax)).size, now.sections.length, 'a copy of a slice is another object');
        observe(text, edited, syntax, now);
        // Now and then back to the beginning, so that texts stay reports.
        const fresh = random.oneIn(80);
        text = fresh ? original : edited;
        syntax = fresh ? segment(original) : now;
        if (history.length < 50) history.push(edited);
      }
    });
  }

  test('the edits were worth it', (t) => {
    t.diagnostic(JSON.stringify(seen));
    assert.ok(seen.edits >= Math.min(3000, EDITS), 'enough edits');
    assert.ok(seen.changed > seen.edits * 0.9, 'edits change the text');
    assert.ok(seen.reused > seen.slices * 0.5, 'slices are reused');
    for (const count of [seen.sliceMade, seen.sliceLost, seen.headingMade, seen.headingLost]) assert.ok(count > seen.edits / 100, 'headings and slices are made and unmade');
    assert.ok(seen.carriageSplit > seen.edits / 200, 'CRLF is cut in halves');
  });
});

function observe(before: string, after: string, old: DocumentSyntax, now: DocumentSyntax): void {
  const known = new Set(old.sections.map(({ syntax }) => syntax));
  seen.edits++;
  if (before !== after) seen.changed++;
  seen.slices += now.sections.length;
  seen.reused += now.sections.filter(({ syntax }) => known.has(syntax)).length;
  if (now.sections.length > old.sections.length) seen.sliceMade++;
  if (now.sections.length < old.sections.length) seen.sliceLost++;
  if (headings(now) > headings(old)) seen.headingMade++;
  if (headings(now) < headings(old)) seen.headingLost++;
  const crlf = (text: string): number => text.split('\r\n').length;
  const lone = (text: string): number => text.split(/\r(?!\n)/).length;
  if (crlf(after) < crlf(before) && lone(after) !== lone(before)) seen.carriageSplit++;
}
