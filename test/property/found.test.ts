/** Texts that `npm run fuzz` found, shrunk, and what was wrong with each: what holds of every text holds of them. */
import { describe, test } from 'node:test';
import { checkText } from '../fuzz/checks';
import { Random } from '../support/random';

/** What was wrong, and the text. */
const FOUND: Readonly<Record<string, string>> = {
  'without its doubled word, a title with some words behind it was a heading no more':
    '一、总体情况体情体情况\n主动公开政府信息情况\n三、收到和处理政府信息公开申\n四、政府信息公开行政复议行政\n五、存在题及改进情\n六、其他需要报告',
  'a heading was to be inserted in the middle of another table, which lost its last row by it':
    '二、主动公开政府信息\n三、到和处理政府信息公开申请\n2|||||||\n不予公开|七总计|3|尚未审结\n1|||||||0\n五、问题及改进情况\n六、其他需要报告',
  'a heading was to be inserted above a row of another table that was taken for the only one of its own':
    '主动公开政府信息情况\n行政事业性收费\t\n三、收到和处信息公开申请情况\n属于行政查询事项\t0\n无法提供|尚未审结|0|||||||0\n五、在问题及改进情\n六、其他需要报告',
  'what stood behind a cell of 表四 was cleared as a bar at the end of the row, although it was the cell of the next one': '结果维持\n||||||0\n、|||||||0',
  'an invisible character beside a bar alone on its line made another layout of the lines above it': '\t\t0\t不予处理\t\t\t\n七总计\t0\n下\n0\n\t\r│\u200b\r\ue5a9',
  'a row to be inserted was to stand in the columns of rows that held no value, and the fix failed': '予以公开||||||||\r-',
};

/** Some of what is checked is drawn: which fixes are tried. */
const DRAWS = 5;

describe('texts that were found', () => {
  for (const [what, text] of Object.entries(FOUND)) {
    test(what, () => {
      for (let seed = 1; seed <= DRAWS; seed++) checkText(text, new Random(seed));
    });
  }
});
