import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { moveTitle } from '../../server/src/features/moveTitle';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告';

/** The text after the title is moved; undefined where it is not offered at `$0`. */
function moved(source: string): string | undefined {
  const { analysis, text, offset } = placed(source);
  const edits = moveTitle(analysis, { start: offset, end: offset });
  return edits.length === 0 ? undefined : applyEdits(text, edits);
}

for (const layout of WRITABLE_LAYOUTS) {
  for (const eol of ['\n', '\r\n', '\r'] as const) {
    test(`${layout}, ${JSON.stringify(eol)}: a title behind the first heading goes to the top, and everything is read as before`, () => {
      const rest = reportText({ layout, eol, title: false });
      const [heading] = rest.split(eol) as [string];
      assert.equal(moved(rest.replace(heading, `${heading}${eol}${TITLE.slice(0, 3)}$0${TITLE.slice(3)}`)), `${TITLE}${eol}${eol}${rest}`);
    });
  }
}

test('on two lines it keeps them', () => {
  assert.equal(moved('一、总体情况\n云溪县水利局\n2024年政府信息公$0开工作年度报告\n略。\n'), '云溪县水利局\n2024年政府信息公开工作年度报告\n\n一、总体情况\n略。\n');
});

test('not offered where it is in its place, shares its line, or the caret is elsewhere', () => {
  for (const source of [`$0${reportText()}`, `一、总体情况\n${TITLE} $0 本报告根据条例编制。\n`, `一、总体$0情况\n${TITLE}\n略。\n`, '$0', '一、总体情况\n略。$0\n']) assert.equal(moved(source), undefined, source);
});
