/** What is said of a report's sections: one mistake, one finding; what is inserted reads back and leaves nothing to report. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type EditionId, tableSpec } from '../../server/src/editions';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { SECTION_IDS, sectionOrdinal, sectionTitle, SECTION_TITLES } from '../../server/src/syntax/sections';
import { writeOrdinal } from '../../server/src/text/ordinals';
import { reportText } from '../support/reports';

const HEADINGS = SECTION_IDS.map((id) => `${writeOrdinal(sectionOrdinal(id))}、${sectionTitle(id)}`);

function findings(text: string): readonly Diagnostic[] {
  const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS);
  assert.deepEqual(failedRules, []);
  return diagnostics;
}

const rules = (text: string): string[] => findings(text).map(({ rule }) => rule);
const about = (text: string): string[] => rules(text).filter((rule) => /^(?:section|report)\//.test(rule));

/** 表二 as an edition prints it, a cell a line. */
const blankTable = (id: EditionId): string => tableSpec('proactiveDisclosure', id).skeleton.flatMap(({ cells }) => cells).join('\n');

/** `text` without the sections of these numbers, 1–6. */
function without(text: string, numbers: readonly number[]): string {
  const parts = text.split(/(?=[一二三四五六]、(?:总体情况|主动公开政府|收到和处理|政府信息公开行政|存在的主要|其他需要))/);
  const lead = parts.length === 7 ? 1 : 0;
  return parts.filter((_, index) => index < lead || !numbers.includes(index - lead + 1)).join('');
}

/** `text` after the first fix of each `section/missing`, one after another. */
function filled(text: string): string {
  for (let round = 0; round < 7; round++) {
    const fix = findings(text).find(({ rule }) => rule === 'section/missing')?.fixes[0];
    if (!fix) return text;
    assert.equal(fix.safety, 'suggested');
    text = applyEdits(text, fix.edits);
  }
  return assert.fail('filling in goes on and on');
}

test('the reports these tests start from have nothing wrong', () => {
  for (const layout of WRITABLE_LAYOUTS) assert.deepEqual(rules(reportText({ layout })), []);
});

describe('missing sections', () => {
  const GONE: readonly (readonly number[])[] = [[1], [2], [3], [4], [5], [6], [2, 3], [3, 4, 5], [5, 6], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6]];
  for (const layout of WRITABLE_LAYOUTS) {
    for (const edition of ['2019', '2021'] as const) {
      for (const eol of ['\n', '\r\n'] as const) {
        test(`${layout}, ${edition}, ${JSON.stringify(eol)}`, () => {
          for (const gone of GONE) {
            const whole = reportText({ layout, edition, eol, year: edition === '2019' ? 2020 : 2024 });
            const text = without(whole, gone);
            assert.deepEqual(about(text), ['section/missing'], `${gone.join()} gone: one finding`);
            const done = filled(text);
            assert.deepEqual([...new Set(rules(done))].filter((rule) => rule !== 'table/blank-cell'), [], `${gone.join()} inserted: nothing but cells to fill in`);
            assert.ok(!/(?<!\r)\n/.test(done) || eol === '\n', 'the line ends of the document');
            assert.ok(HEADINGS.every((heading, index) => done.indexOf(heading) > (index === 0 ? -1 : done.indexOf(HEADINGS[index - 1]!))), 'in order');
            for (const line of text.split(eol)) assert.ok(done.includes(line), 'what was there stays');
          }
        });
      }
    }
  }

  test('two gaps are two findings', () => assert.deepEqual(about(without(reportText(), [2, 5])), ['section/missing', 'section/missing']));

  test('a heading lost above its table comes back where it was', () => {
    for (const layout of WRITABLE_LAYOUTS) {
      for (const eol of ['\n', '\r\n'] as const) {
        const whole = reportText({ layout, eol, cell: () => '0' });
        for (const heading of HEADINGS.slice(1, 4)) {
          const text = whole.replace(heading + eol + eol, '');
          assert.deepEqual(about(text), ['section/missing'], `${layout} ${heading}`);
          assert.equal(filled(text), whole, `${layout} ${heading}`);
        }
      }
    }
  });

  test('headings numbered as if nothing were missing are renumbered, and not reported', () => {
    const text = without(reportText(), [3]).replace('四、政府', '三、政府').replace('五、存在', '四、存在').replace('六、其他', '五、其他');
    assert.deepEqual(about(text), ['section/missing']);
    assert.deepEqual(about(filled(text)), []);
  });

  test('nothing is said of blank texts, one thing of texts that are no report', () => {
    for (const text of ['', ' ', '\n\n', '\t\r\n　\r\n']) assert.deepEqual(about(text), []);
    for (const text of ['今天天气很好。', '云溪县水利局2024年政府信息公开工作年度报告\n']) assert.deepEqual(about(text), ['section/missing']);
  });

  test('sections are not inserted where a table of theirs is there without its heading', () => {
    const text = HEADINGS.reduce((left, heading) => left.replace(heading, ''), reportText());
    const [missing] = findings(text).filter(({ rule }) => rule === 'section/missing');
    assert.ok(missing);
    assert.deepEqual(missing.fixes, []);
  });

  test('what is inserted at the end stands behind a blank cell that ends the last line', () => {
    const text = '云溪县水利局2020年政府信息公开工作年度报告\n一、总体情况\n略。\n二、主动公开政府信息情况\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t31\t4\t12\n行政处罚\t31\t4\t';
    const fix = findings(text).find(({ rule }) => rule === 'section/missing')!.fixes[0]!;
    assert.ok(applyEdits(text, fix.edits).startsWith(`${text}\n`));
    const perLine = text.replace(/行政许可[^]*/, '行政许可\n\t31\n\t4\n\t12\n\n\t行政处罚\n\t31\n\t4\n\t\n');
    const [other] = findings(perLine).find(({ rule }) => rule === 'section/missing')!.fixes;
    assert.ok(applyEdits(perLine, other!.edits).startsWith(perLine));
  });

  test('no heading is inserted above a table whose head and first rows are missing: nobody knows where it began', () => {
    const whole = reportText({ layout: 'tab' });
    const lost = (text: string): number[] => findings(text.replace(`${HEADINGS[2]!}\n`, '')).flatMap(({ rule, fixes }) => (rule === 'section/missing' ? [fixes.length] : []));
    assert.deepEqual(lost(whole), [1]);
    assert.deepEqual(lost(whole.replace(/（本列数据的勾稽关系[^]*?(?=一、本年新收)/, '')), [1]);
    assert.deepEqual(lost(whole.replace(/（本列数据的勾稽关系[^]*?(?=4\.保护第三方)/, '')), [0]);
  });

  test('no heading is inserted inside a row of an HTML table', () => {
    const row = (label: string, by = ''): string => `<tr>\n<td${by}>${label}</td>\n${'<td>0</td>\n'.repeat(7)}</tr>\n`;
    const text = `二、主动公开政府信息情况\n略。\n<table>\n<tr>\n<td rowspan="9">三、本年度办理结果</td>\n${row('（一）予以公开').slice(5)}${row('（七）总计')}</table>\n四、政府信息公开行政复议、行政诉讼情况\n略。\n五、存在的主要问题及改进情况\n略。\n`;
    const lost = findings(text).filter(({ rule, message }) => rule === 'section/missing' && message.includes('三、'));
    assert.equal(lost.length, 1);
    assert.deepEqual(lost[0]!.fixes, []);
  });

  test('a report cut off anywhere has at most one finding of what is missing', () => {
    const text = reportText();
    for (let end = 40; end < text.length; end += 23) assert.ok(about(text.slice(0, end)).filter((rule) => rule === 'section/missing').length <= 1, `cut at ${end}`);
  });
});

describe('one mistake, one finding', () => {
  const cases: Readonly<Record<string, readonly [text: string, rules: readonly string[]]>> = {
    'two sections swapped, with their numbers': [swapped(reportText(), 1, 2), ['section/order']],
    'two sections swapped, numbered as they stand': [swapped(reportText(), 1, 2).replace('三、收到', '二、收到').replace('二、主动', '三、主动'), ['section/order']],
    'the last section first': [swapped(reportText(), 0, 5), ['section/order']],
    'one wrong number': [reportText().replace('五、存在', '四、存在'), ['section/ordinal']],
    'one number too high': [reportText().replace('六、其他', '七、其他'), ['section/ordinal']],
    'no number': [reportText().replace('二、主动', '主动'), ['section/ordinal']],
    'Arabic digits everywhere': [HEADINGS.reduce((text, heading, i) => text.replace(heading, `${i + 1}.${heading.slice(2)}`), reportText()), ['section/numbering']],
    'a section of its own amid the others': [
      reportText().replace('二、主动', '二、重点工作\n略。\n\n三、主动').replace('三、收到', '四、收到').replace('四、政府', '五、政府').replace('五、存在', '六、存在').replace('六、其他', '七、其他'),
      ['section/numbering'],
    ],
    'a heading in other words': [reportText().replace(HEADINGS[4]!, '五、存在的不足和下一步打算'), ['section/missing']],
    'a misspelt heading': [reportText().replace('行政复议、', '行政复义、'), ['section/title-wording']],
    'a title copied from another section': [reportText().replace('三、收到和处理政府信息公开申请情况', '三、主动公开政府信息情况'), ['section/duplicate']],
    'a section pasted twice': [reportText().replace('六、其他', '五、存在的主要问题及改进情况\n略。\n六、其他'), ['section/duplicate']],
    'a heading pasted twice': [reportText().replace('五、存在', `${HEADINGS[4]!}\n五、存在`), ['section/duplicate']],
    'an empty section': [reportText().replace('本年度未收取信息处理费。', ''), ['section/empty']],
    'an empty section with a sub-heading that names a section': [reportText().replace('2024年，我局', '1.主动公开政府信息情况\n2024年，我局'), []],
    '无 is not empty': [reportText().replace('本年度未收取信息处理费。', '无'), ['report/fee-statement']],
    '无 behind the heading': [reportText().replace('六、其他需要报告的事项\n\n本年度未收取信息处理费。', '六、其他需要报告的事项 无。'), ['report/fee-statement']],
    'the last heading behind the text of the one before': [reportText().replace('\n\n六、', ' 六、'), []],
    'the first heading behind what comes before it': [reportText().replace('一、总体情况', '现将有关情况报告如下：一、总体情况'), []],
    'the sections listed in a sentence': [reportText().replace('一、', `本报告由六个部分组成。${HEADINGS.join('。')}。\n一、`), []],
    'a section named in the one before': [reportText().replace('\n\n六、', '收费情况见 六、其他需要报告的事项。\n\n六、'), []],
    'a list of the sections on one line': [`${HEADINGS.join(' ')}\n${reportText({ title: false })}`, ['report/title']],
    'bullets in place of the numbers': [HEADINGS.reduce((text, heading) => text.replace(heading, `- ${heading.slice(2)}`), reportText()), ['section/numbering']],
    'no title': [reportText({ title: false }), ['report/title']],
    'an earlier report': ['云溪县2011年政府信息公开工作年度报告\n一、概述\n略。\n', ['report/earlier-format']],
    'a school’s report of its school year': ['临江大学\n2022-2023学年度信息公开工作报告\n按照《高等学校信息公开办法》编制。\n一、概述\n略。\n二、学校概况类信息\n略。\n', ['report/earlier-format']],
    'a school’s report with some headings of the form': [
      '临江大学2022—2023学年信息公开年度报告\n统计期限为2022年9月1日至2023年8月31日。\n一、概述\n略。\n二、主动公开信息情况\n略。\n五、存在的主要问题和改进措施\n略。\n七、其他需要报告的事项\n略。\n',
      ['report/earlier-format'],
    ],
    'a school’s report in the form': [reportText().replace('云溪县水利局2024年', '临江大学2023-2024学年度'), []],
    'no section, of a year': ['云溪县水利局2024年政府信息公开工作年度报告\n按照《条例》编制，现予公布。\n', ['section/missing']],
    'tables of the trial form': [reportText({ edition: '2019', year: 2022 }), ['report/edition-mixed']],
    'a table of the trial form that was left blank': [reportText({ year: 2022 }).replace(/(?<=二、主动公开政府信息情况\n)[^]*?(?=三、)/, `\n${blankTable('2019')}\n`), ['report/edition-mixed']],
    'tables of the trial form in their year': [reportText({ edition: '2019', year: 2020 }), []],
    'tables of the new form before their year': [reportText({ year: 2020 }), ['report/edition-mixed']],
  };
  for (const [name, [text, expected]] of Object.entries(cases)) test(name, () => assert.deepEqual(about(text), expected));
});

test('a heading in other words is told where it stands, however few they are', () => {
  for (const [own, other] of [[0, '一、概述'], [0, '一、基本情况'], [0, '一、工作开展情况'], [0, '一、年度总体情况'], [0, '一、政府信息公开情况'], [0, '一、2024年工作情况'], [1, '二、2024年主动公开情况'], [4, '五、不足'], [4, '五、问题']] as const) {
    const text = reportText().replace(HEADINGS[own]!, other);
    assert.deepEqual(findings(text).map(({ rule, span: { start, end } }) => [rule, text.slice(start, end)]), [['section/missing', other]], other);
    assert.match(findings(text)[0]!.message, new RegExp(`^“${other}”不是格式规定的标题`));
  }
});

test('digits in a title may be a number that ran into it: no single keystroke removes them', () => {
  const fixesOf = (title: string): unknown[] => findings(reportText().replace('收到和处理政府信息公开申请情况', title)).filter(({ rule }) => rule === 'section/title-wording').map(({ fixes: [fix] }) => [fix?.preferred, fix?.certain]);
  assert.deepEqual([fixesOf('收到和处理政府信公开申请情况'), fixesOf('收到和处理政府信息5公开申请情况')], [[[true, true]], [[false, false]]]);
});

test('fixes of numbers say what they write', () => {
  const titles = (text: string): string[] => findings(text).flatMap(({ fixes }) => fixes.map(({ title }) => title));
  assert.deepEqual(titles(reportText().replace('二、主动', '主动')), ['补上序号“二、”']);
  assert.deepEqual(titles(reportText().replace('六、其他', '七、其他')), ['序号改为“六、”']);
  const digits = HEADINGS.reduce((text, heading, i) => text.replace(heading, `${i + 1}.${heading.slice(2)}`), reportText());
  assert.deepEqual(titles(digits), ['序号依次写作一、二、三、四、五、六']);
});

test('of an empty section is told what it is to hold; 无 would be no more', () => {
  for (const [number, words] of [[0, /应当概述本年度政府信息公开工作的总体情况。$/], [4, /应当写明存在的主要问题和改进情况。$/], [5, /没有其他事项的，也应写明。$/]] as const) {
    const text = reportText().replace(new RegExp(`(${HEADINGS[number]!}\n)[^]*?(?=[二六]、|$)`), '$1\n');
    assert.match(findings(text).find(({ rule }) => rule === 'section/empty')!.message, words);
  }
});

test('an empty section with a table gets its table, to be filled in', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    const whole = reportText({ layout, eol: '\r\n' });
    const text = whole.slice(0, whole.indexOf(HEADINGS[3]!) + HEADINGS[3]!.length) + whole.slice(whole.indexOf(HEADINGS[4]!) - 4);
    const [finding] = findings(text);
    assert.equal(finding?.rule, 'section/empty');
    assert.deepEqual([...new Set(rules(applyEdits(text, finding.fixes[0]!.edits)))], ['table/blank-cell']);
  }
});

test('wordings that organs use are not reported', () => {
  for (const { id, title, variants } of SECTION_TITLES) {
    for (const variant of variants) assert.deepEqual(about(reportText().replace(`、${title}`, `、${variant}`)), [], `${id}: ${variant}`);
  }
});

test('long runs and many headings are no obstacle', () => {
  const texts = [`一、总体情况\n${'|'.repeat(4e6)}`, `${' '.repeat(4e6)}\n一、总体情况`, '二、主动公开政府信息情况\n'.repeat(2e4) + '三、收到和处理政府信息公开申请情况\n'.repeat(2e4), '一、总体情况'.repeat(2e4)];
  for (const text of texts) assert.ok(findings(text).length > 0);
});

/** The report with two of its sections in each other's place. */
function swapped(text: string, a: number, b: number): string {
  const at = HEADINGS.map((heading) => text.indexOf(heading)).concat(text.length);
  const parts = HEADINGS.map((_, index) => text.slice(at[index], at[index + 1]));
  [parts[a], parts[b]] = [parts[b]!, parts[a]!];
  return text.slice(0, at[0]) + parts.join('\n');
}

test('a whole title behind a character that is no ordinal is pointed at, not told as missing', () => {
  const found = findings(reportText().replace('四、政府信息公开', '口、政府信息公开').replace('五、存在', '立、存在'));
  assert.deepEqual(found.map(({ rule }) => rule).sort(), ['section/missing', 'section/ordinal']);
  assert.ok(found.some(({ message }) => message.startsWith('“立、存在的主要问题及改进情况”不是格式规定的标题')));
});

test('a title in a table of contents is no other wording of itself', () => {
  const whole = reportText();
  for (const heading of HEADINGS.slice(1)) {
    const text = `${HEADINGS.slice(1).join('\n')}\n${whole.replace(`${heading}\n`, '')}`;
    for (const { message } of findings(text)) assert.ok(!message.startsWith(`“${heading}”不是格式规定的标题`), message);
  }
});
