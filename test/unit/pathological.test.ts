/**
 * Texts that once took minutes, or would: a few characters over and over, a quarter of a million of them. Nothing here is timed;
 * what looks at the same place again and again does not come back within the test's patience.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { fixAll } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { detect } from '../../server/src/model/report/detect';

const LENGTH = 250_000;
const REQUESTS = '三、收到和处理政府信息公开申请情况\n';

/** What stands before, what is repeated, what stands after. */
const TEXTS: Readonly<Record<string, readonly [before: string, unit: string, after: string]>> = {
  'tabs before a word': [REQUESTS, '\t', 'x\ty'],
  'letters after a tab': [`${REQUESTS}\t`, 'x', ''],
  'dashes after a bar': [`${REQUESTS}|`, '-', 'x'],
  'dashes and bars on lines': [REQUESTS, '--|\n', 'x'],
  'dashes that are no rule': ['二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n', '-', 'x'],
  'comments that never end': [`${REQUESTS}<table><tr><td>`, '<!--', ''],
  'comments that do': [`${REQUESTS}<table><tr><td>`, '<!---->', '</table>'],
  'tags that never end': [`${REQUESTS}<table>`, '<td', ''],
  'rows of one tag': [`${REQUESTS}<table>`, '<tr><td>0', ''],
  'blank lines before a word': ['云溪县水利局2024年政府信息公开工作年度报告\n', '\n', 'x'],
  'blanks before a word': [REQUESTS, ' ', 'x'],
  'blanks between words': [REQUESTS, 'a ', ''],
  'digits': [REQUESTS, '1', 'x'],
  'digits with commas': [REQUESTS, '1,', 'x'],
  'digits with blanks': [`${REQUESTS}（七）总计 `, '1 ', '四'],
  'brackets': [REQUESTS, '1（', 'x'],
  'ordinals': ['', '一、', 'x'],
  'headings on one line': ['四、政府信息公开行政复议、行政诉讼情况\n\t', '一、总体情况', ''],
  'headings on lines': [REQUESTS, '一、总体情况\n', ''],
  'titles': ['', '云溪县2024年政府信息公开工作年度报告\n', ''],
  'titles without an end': ['', '政府信息公开', ''],
  'rows of the form': ['二、主动公开政府信息情况\n', '规章 0 0 0\n', ''],
  'first items': ['一、总体情况\n', '1.根据', '）'],
  'second items without a first': ['一、总体情况\n', '（二）二是甲三是乙。', ''],
  'numbers that repeat': ['一、总体情况\n', '7.甲。8.乙。8.丙。9.丁。', ''],
  'lists in lists': ['一、总体情况\n', '1.甲。2.乙。', '5.丙。5.丁。'],
  'sums behind nothing': ['一、总体情况\n', '，合计1件', ''],
  'numbers of one sentence': ['一、总体情况\n', '1件，', ''],
  'tabs on lines': [REQUESTS, '\t\n', ''],
  'cells and tabs on lines': [REQUESTS, '3\n\t\n', 'x\ty'],
  'labels without numbers': [REQUESTS, '（一）予以公开\n', ''],
  'numbers below one label': [`${REQUESTS}（一）予以公开\n`, '1 2 3 4 5 6 21\n', ''],
  'more numbers than labels': [REQUESTS, '（一）予以公开\n1 2 3 4 5 6 21\n0 0 0 0 0 0 0\n', ''],
  'numbers before their labels': [REQUESTS, '1 2 3 4 5 6 21\n（一）予以公开\n', ''],
  'invisible characters on one line': ['\n', '"\ufeff', ''],
  'invisible characters on lines': ['二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n', '0\n\u200b三、', ''],
  'radicals': ['', '⽂', ''],
  'lost characters': ['', '\ufffd', ''],
  'halves of characters': ['', '\ud800', ''],
  'garbled text': ['', '锛鍏', ''],
  'carriage returns': ['', '\r', ''],
};

describe('a few characters over and over', () => {
  for (const [name, [before, unit, after]] of Object.entries(TEXTS)) {
    test(name, { timeout: 60_000 }, () => {
      const text = before + unit.repeat(LENGTH / unit.length) + after;
      const analysis = analyse(text, DEFAULT_SETTINGS);
      assert.deepEqual(analysis.failedRules, []);
      assert.equal(analysis.syntax.sections.reduce((sum, { syntax }) => sum + syntax.text.length, 0), text.length);
      foldingRanges(analysis);
      documentSymbols(analysis);
      fixAll(analysis);
      detect(text);
    });
  }
});
