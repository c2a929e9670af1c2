/** Fixes of the table rules, in every layout that shows where cells are and with both line ends: the rest stays as it was. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { tableSpec } from '../../server/src/editions';
import { renderRow, renderTable } from '../../server/src/model/writing/render';
import type { TableSpec } from '../../server/src/editions';
import { wholeTable } from '../../server/src/rules/tableExamples';
import { knownReports } from '../support/knownReports';
import { cellPerLine, cellPerLineOnly } from '../support/layouts/cellPerLine';
import { formOf, type TableLayout } from '../support/layouts/form';
import { pandocGrid, pandocSimple } from '../support/layouts/pandoc';
import { pdfLayout } from '../support/layouts/pdfLayout';
import { pdfRaw } from '../support/layouts/pdfRaw';
import { pipeGrid, pipeGridBetween } from '../support/layouts/pipe';
import { tsvGrid } from '../support/layouts/tsv';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { cellsOf, key } from '../support/tables';

const ROWS = tableSpec('requests', '2021').rows;
/** The first row, the first of a group, one in the middle of a group, one without a group, the last. */
const LOST = [['received'], ['denied.stateSecret'], ['denied.deliberative', 'denied.enforcementFile'], ['processedTotal'], ['carriedOut']];

function findings(text: string, rule: string): Diagnostic[] {
  return analyse(text, DEFAULT_SETTINGS).diagnostics.filter((own) => own.rule === rule);
}

/** The text after the first fix of the only finding of `rule`. */
function mended(text: string, rule: string): string {
  const found = findings(text, rule);
  assert.equal(found.length, 1, `${rule}: ${found.map(({ message }) => message).join('\n')}`);
  const after = applyEdits(text, found[0]!.fixes[0]!.edits);
  assert.deepEqual(findings(after, rule), []);
  return after;
}

for (const layout of ['pipe', 'tab', 'cell-per-line'] as const) {
  for (const eol of ['\n', '\r\n']) {
    const name = `2021.${layout}.ogi`;
    const known = knownReports().find((own) => own.name === name)!;
    const text = known.text.replaceAll('\n', eol);
    const truth = cellsOf(text);
    const rowOf = (id: string): string => {
      const spec = ROWS.find((own) => own.id === id)!;
      return renderRow(spec, layout, (_, column) => String(truth.get(key(id, column.id))), eol);
    };

    describe(`${layout} ${JSON.stringify(eol)}`, () => {
      for (const lost of LOST) {
        test(`${lost.join(', ')}: inserted where it was lost`, () => {
          const without = lost.reduce((left, id) => left.replace(rowOf(id), ''), text);
          const after = mended(without, 'table/missing-row');
          const cells = cellsOf(after);
          assert.deepEqual([...cells.keys()].sort(), [...truth.keys()].sort());
          const changed = [...cells].filter(([cell, value]) => value !== truth.get(cell)).map(([cell]) => cell);
          assert.ok(changed.every((cell) => lost.some((id) => cell.startsWith(`${id} `)) && cells.get(cell) === null), changed.join());
          assert.equal(after.split(eol).length, after.split('\n').length, 'line ends of one kind');
        });
      }

      test('a surplus blank cell is removed, and nothing else', () => {
        const blank = { pipe: ' |  |', tab: '\t\t', 'cell-per-line': `${eol}\t${eol}` }[layout];
        const border = { pipe: ' |', tab: '\t', 'cell-per-line': eol }[layout];
        const row = rowOf('granted');
        const surplus = text.replace(row, row.replace(`17${border}`, `17${blank}`));
        assert.notEqual(surplus, text);
        assert.equal(mended(surplus, 'table/column-count'), text);
      });

      test('a wrong total becomes its sum', () => {
        const row = rowOf('processedTotal');
        assert.equal(mended(text.replace(row, row.replace('47', '74')), 'table/result-total'), text);
      });

      test('blank cells become 0', () => {
        const row = rowOf('notProcessed.reissue');
        const blank = row.replace(/0/g, '');
        assert.deepEqual(cellsOf(mended(text.replace(row, blank), 'table/blank-cell')), truth);
      });

      test('a lost table comes back to be filled in', () => {
        const [before, after] = [text.indexOf('四、政府'), text.indexOf('五、存在')];
        const without = `${text.slice(0, before)}四、政府信息公开行政复议、行政诉讼情况${eol}${eol}本年情况见附件。${eol}${eol}${text.slice(after)}`;
        const cells = cellsOf(mended(without, 'table/missing'));
        assert.deepEqual([...cells.keys()].sort(), [...truth.keys()].sort());
        assert.ok([...cells].every(([cell, value]) => value === truth.get(cell) || (value === null && /^(?:reconsideration|directLitigation|litigationAfter)/.test(cell))));
      });
    });
  }
}

test('no row is inserted in a line that holds much of the report: its headings would be others', () => {
  const text = knownReports().find(({ name }) => name === '2021.tab.ogi')!.text;
  const lost = ROWS.at(-1)!.title;
  const without = text.replace(new RegExp(`^${lost}.*\\n`, 'm'), '');
  assert.equal(findings(without, 'table/missing-row')[0]!.fixes.length, 1);
  const from = without.indexOf('（三）不予公开');
  const to = without.indexOf('四、政府信息公开行政复议');
  const joined = without.slice(0, from) + without.slice(from, to).replaceAll('\n', '\t') + without.slice(to);
  assert.deepEqual(findings(joined, 'table/missing-row').map(({ fixes }) => fixes), [[]]);
});

test('no table is inserted in a report that stands on one line', () => {
  const report = reportText().replace(/(?<=四、政府信息公开行政复议、行政诉讼情况\n)[^]*?(?=五、)/, '本年度情况见附件。\n');
  const offered = (text: string): number[] => findings(text, 'table/missing').map(({ fixes }) => fixes.length);
  assert.deepEqual([offered(report), offered(report.replace(/\n+/g, ' '))], [[1], [0]]);
});

test('rows inserted at the end of a section leave the heading that stands behind it in the same line', () => {
  const table = renderTable(tableSpec('requests', '2021'), 'tab', () => '0', '\n').replace(/四、结转下年度继续办理.*\n$/, '');
  const text = `云溪县水利局2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n${table.trimEnd()}  四、政府信息公开行政复议、行政诉讼情况\n\n${renderTable(tableSpec('reviewAndLitigation', '2021'), 'tab', () => '0', '\n')}`;
  const sections = (own: string): string[] => analyse(own, DEFAULT_SETTINGS).reports[0]!.model.sections.map(({ id }) => id);
  const fix = analyse(text, DEFAULT_SETTINGS).diagnostics.find(({ rule }) => rule === 'table/missing-row')!.fixes[0]!;
  const fixed = applyEdits(text, fix.edits);
  assert.deepEqual(sections(text), ['requests', 'reviewAndLitigation']);
  assert.deepEqual(sections(fixed), sections(text));
  assert.match(fixed, /^四、结转下年度继续办理(?:\t\/){7}$/m);
});

/** A report in `layout` whose requests are `values`, by row and column; all others are 0. */
const reportIn = (layout: TableLayout, values: Readonly<Record<string, string>>, eol: '\n' | '\r\n' = '\n'): string =>
  reportText({ eol, table: (spec: TableSpec) => layout.render(formOf(spec, (row, column) => values[key(row.id, column.id)] ?? '0'), new Random(1)) });

const TWELVE = { 'received naturalPerson': '12', 'received total': '12', 'granted naturalPerson': '12', 'granted total': '12', 'processedTotal naturalPerson': '12', 'processedTotal total': '12' };

for (const layout of [pandocSimple, pandocGrid]) {
  test(`${layout.id}: a number that is changed leaves the others where they stand`, () => {
    const right = reportIn(layout, TWELVE);
    for (const [wrong, rule] of [['1234', 'table/result-total'], ['2', 'table/result-total']] as const) {
      const text = reportIn(layout, { ...TWELVE, 'processedTotal naturalPerson': wrong });
      const after = mended(text, rule);
      assert.deepEqual(cellsOf(after), cellsOf(right));
      assert.equal(after.length, text.length);
    }
  });
}

test('a label that is cut is only written anew in a column that it fits in', () => {
  const whole = reportIn(pandocSimple, TWELVE);
  const fits = whole.replace('3.补正后申请内容仍不明确  ', '3.补正后申请内容仍不明    ');
  assert.equal(mended(fits, 'table/row-label'), whole);
  // With all labels cut their column is as wide as what is left of them.
  const cut: TableLayout = { ...pandocSimple, render: (form, random) => pandocSimple.render({ ...form, rows: form.rows.map((row) => (row.kind === 'data' && row.label ? { ...row, label: row.label.slice(0, 12) } : row)) }, random) };
  const narrow = reportIn(cut, TWELVE);
  const told = findings(narrow, 'table/row-label');
  assert.ok(told.some(({ fixes }) => fixes.length === 0));
  for (const { fixes } of told) for (const { edits } of fixes) assert.deepEqual(cellsOf(applyEdits(narrow, edits)), cellsOf(narrow));
});

test('a number too wide for the column that its place tells is not written there', () => {
  const text = reportIn(pandocSimple, { 'received naturalPerson': '1234567890123456', 'received total': '1234567890123456' }).replace(/1234567890123456(?=[ ]*\n)/, (own) => own.slice(0, 15).padEnd(16));
  for (const { fixes } of findings(text, 'table/row-total')) for (const { edits } of fixes) assert.deepEqual(cellsOf(applyEdits(text, edits)).size, cellsOf(text).size);
});

test('a label that a number runs into is not written anew: the number would go with it', () => {
  const text = reportIn(pdfRaw, TWELVE);
  const told = (own: string): Diagnostic[] => findings(own, 'table/row-label').filter(({ message }) => message.includes('要求行政机关确认'));
  const cut = text.replace('5.要求行政机关确认或重新出具已获取信息', '5.要求行政机关确认或重新出具');
  assert.deepEqual(told(cut).map(({ fixes }) => fixes.length), [1]);
  assert.deepEqual(told(cut.replace('重新出具 ', '重新出具12 ')).flatMap(({ fixes }) => fixes), []);
});

test('nor a label without its ordinal that the first number of its row runs into, whether or not the row has a cell in its place', () => {
  const table = wholeTable('requests');
  const told = (label: string, rest: string): string[] => findings(table.replace(/1\.属于国家秘密.*\n/, `${label} |${rest}\n`), 'table/row-label').map(({ message }) => message);
  const six = ' 0 |'.repeat(6);
  assert.equal(told('属于国家机密', `${six} 0 |`).length, 1);
  for (const label of ['属于国家秘密1', '国家秘密1', '属于国家秘密１']) for (const rest of [six, `${six}  |`, `${six} 0 |`]) assert.deepEqual(told(label, rest), [], label + rest);
});

test('of a bracket that a number runs into nothing is told where the row lacks that number', () => {
  const told = (rest: string): number[] => findings(wholeTable('requests').replace(/（一）予以公开 .*\n/, `（一）予以公开（含部分12 |${rest}\n`), 'table/row-label').map(({ fixes }) => fixes.length);
  assert.deepEqual([told(' 0 |'.repeat(6)), told(' 0 |'.repeat(7))], [[], [0]]);
});

test('a label that is broken in its cell is not held against the form', () => {
  const told = (label: string): number => findings(wholeTable('requests').replace('2.其他法律行政法规禁止公开', label), 'table/row-label').length;
  assert.deepEqual([told('2.其他法律法规禁止公开'), told('2.其他法律<br>法规禁止公开'), told('2.其他法律&nbsp;法规禁止公开')], [1, 0, 0]);
});

test('no row is inserted where numbers stand that belong to none', () => {
  const text = reportIn(cellPerLine, TWELVE);
  const label = /\t[\u00a0\u3000]*5\.属于三类内部事务信息\n/;
  const offered = (own: string): number => findings(own, 'table/missing-row').flatMap(({ fixes }) => fixes).length;
  assert.match(text, label);
  assert.equal(offered(text.replace(new RegExp(`${label.source}(?:\\t[\\u00a0\\u3000]*0\\n){7}`), '')), 1);
  assert.equal(offered(text.replace(new RegExp(`${label.source}(?:\\t[\\u00a0\\u3000]*0\\n){2}`), '')), 0);
});

test('nor where one stands alone behind a row that is out of order', () => {
  const { text } = knownReports().find(({ name }) => name === '2021.pipe.ogi')!;
  const [received, carriedIn, granted] = ['一、本年新收', '二、上年结转', '（一）予以公开'].map((label) => text.split('\n').find((line) => line.includes(label) && line.includes('|'))!);
  const offered = (between: string): number[] =>
    findings(text.replace(`${carriedIn}\n`, '').replace(`${granted}\n`, '').replace(`${received}\n`, `${granted}\n${received}\n${between}`), 'table/missing-row').map(({ fixes }) => fixes.length);
  assert.deepEqual([offered(''), offered('7\n')], [[1], [0]]);
});

test('a row that is inserted where all values begin in one column has its values there, too', () => {
  const blank = Object.fromEntries(ROWS.flatMap(({ id, columns }) => columns.slice(1, -1).map((column) => [key(id, column.id), ''])));
  for (const layout of [pipeGrid, pipeGridBetween, tsvGrid]) {
    const text = reportIn(layout, { ...blank, ...TWELVE });
    const without = text.split('\n').filter((line) => !line.includes('7.属于行政执法案卷')).join('\n');
    const cells = cellsOf(mended(without, 'table/missing-row'));
    assert.deepEqual([...cells].filter(([name]) => !name.startsWith('denied.enforcementFile')), [...cellsOf(text)].filter(([name]) => !name.startsWith('denied.enforcementFile')), layout.id);
    assert.equal(cells.get('denied.enforcementFile total'), null);
  }
});

test('a row inserted where a blank line stands below every cell has one below its own', () => {
  const text = reportIn(cellPerLine, TWELVE).replaceAll('\n', '\n\n');
  const without = text.replace(/\t[\u00a0\u3000]*7\.属于行政执法案卷\n+(?:\t[\u00a0\u3000]*0\n+){7}/, '');
  assert.notEqual(without, text);
  assert.deepEqual([...cellsOf(mended(without, 'table/missing-row')).keys()].sort(), [...cellsOf(text).keys()].sort());
});

test('in text set in columns a number with words beside it is left: how wide they were taken to be is not told', () => {
  const plain = reportIn(pdfLayout, TWELVE);
  const text = plain.replace(/(公开申请数量 +)12 {2}/, '$112件');
  assert.equal(findings(text, 'table/unit-in-cell').length, 1);
  assert.deepEqual(findings(text, 'table/unit-in-cell')[0]!.fixes, []);
  const wrong = reportIn(pdfLayout, { ...TWELVE, 'processedTotal naturalPerson': '1234' });
  assert.deepEqual(cellsOf(mended(wrong, 'table/result-total')), cellsOf(plain));
});

test('the last number of a line set in columns stays below its head when it becomes shorter', () => {
  const plain = reportIn(pdfLayout, TWELVE);
  const wrong = reportIn(pdfLayout, { ...TWELVE, 'received total': '1200003' });
  /** Where on its line the total begins. */
  const last = (text: string): number => {
    const line = text.split('\n').find((own) => own.includes('公开申请数量'))!.trimEnd();
    return line.lastIndexOf(' ');
  };
  const after = mended(wrong, 'table/row-total');
  assert.deepEqual(cellsOf(after), cellsOf(plain));
  assert.ok(last(after) > last(wrong));
});

test('the same where its head stands to the left of its middle', () => {
  const titles = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const at = (words: readonly string[], places: readonly number[]): string => words.reduce((line, word, i) => line.padEnd(places[i]!) + word, '');
  const words = [42, 51, 60, 69, 79];
  const numbers = (last: string): string => at(['0', '0', '25', '906', '931', '40', '0', '24', '0', '0', '0', '0', last], [44, 54, 62, 70, 79, 88, 98, 106, 135, 144, 153, 161, 170]);
  const text = (last: string): string => `四、政府信息公开行政复议、行政诉讼情况\n\n${at(['行政复议', '行政诉讼'], [60, 127])}\n\n${at([...titles, '未经复议直接起诉', '复议后起诉'], [...words, 103, 150])}\n\n${at([...titles, ...titles], [87, 96, 105, 114, 124, 132, 141, 150, 159, 169])}\n\n${numbers(last)}\n`;
  const read = cellsOf(text('125'));
  assert.equal(read.get(key('directLitigation', 'upheld')), 40);
  assert.deepEqual([...cellsOf(mended(text('125'), 'table/remedy-total'))].filter(([cell, value]) => value !== read.get(cell)), [[key('litigationAfterReconsideration', 'total'), 0]]);
});

describe('bars that pad rows', () => {
  const table = wholeTable('proactiveDisclosure');
  const padded = table.replace('规章 | 0 | 0 | 0 |', '规章 | 0 | 0 | 0 | | |');

  test('are cleared', () => assert.equal(mended(padded, 'table/padding-bars'), table));

  test('before a heading that lost its line end the blank stays, which it is told by', () => {
    const joined = (row: string): string => `${row.trimEnd()} 三、收到和处理政府信息公开申请情况\n略。\n`;
    const text = joined(`${padded.trimEnd()} | |`);
    const after = mended(text, 'table/padding-bars');
    assert.equal(after, joined(table));
    const missing = (own: string): string[] => findings(own, 'section/missing').map(({ message }) => message);
    assert.deepEqual(missing(after), missing(text));
  });

  const even = table.split('\n').map((line) => (line.includes('|') ? line + ' |'.repeat(5 - line.split('|').length) : line)).join('\n');

  test('stay where they make all rows equally long', () => {
    assert.notEqual(even, table);
    assert.deepEqual(findings(even, 'table/padding-bars'), []);
  });

  test('stay where a cell is blank: how long rows are tells where it stands', () => {
    const odd = even.replace('行政许可 | 0 |', '行政许可 | 0 | |');
    assert.equal(findings(odd, 'table/padding-bars').length, 1);
    assert.deepEqual(findings(odd.replace('规章 | 0 |', '规章 | |'), 'table/padding-bars'), []);
  });
});

for (const eol of ['\n', '\r\n'] as const) {
  test(`a row inserted where no blank lines stand between rows has none either ${JSON.stringify(eol)}`, () => {
    const text = reportIn(cellPerLineOnly, {}, eol);
    for (const title of ['规章', '行政处罚', '2.重复申请', '四、结转下年度继续办理']) {
      const without = text.replace(new RegExp(`\\t[\u00a0\u3000]*${title.replace('.', '\\.')}${eol}(?:\\t[\u00a0\u3000]*0${eol})+`), '');
      assert.notEqual(without, text);
      const after = mended(without, 'table/missing-row');
      assert.deepEqual([...cellsOf(after).keys()].sort(), [...cellsOf(text).keys()].sort());
      assert.equal(after.split(eol).length, text.split(eol).length);
    }
  });
}

describe('Markdown of chat programs', () => {
  const TEXT = readFileSync(join(__dirname, '../fixtures/layouts/2021.markdown-of-chat-programs.ogi'), 'utf8');

  test('what is bold stays so, and is quoted without its marks', () => {
    const [wrong, right] = ['| **58** |', '| **57** |'].map((cell) => TEXT.replace('| 48 | 7 | 0 | 1 | 2 | 0 | **58** |', `| 48 | 7 | 0 | 1 | 2 | 0 ${cell}`)).reverse() as [string, string];
    assert.match(findings(wrong, 'table/row-total')[0]!.message, /填 57，应为 58/);
    assert.equal(mended(wrong, 'table/row-total'), right);
  });

  test('the unit beside a bold number', () => {
    const yuan = TEXT.replace('| 182.6045 |', '| **1826045元** |');
    assert.equal(mended(yuan, 'table/unit-in-cell'), TEXT.replace('| 182.6045 |', '| **182.6045** |'));
  });

  test('the rule between two sections is no cell', () => {
    for (const rest of ['\n---\n', '\n注：无。\n\n---\n']) assert.deepEqual(cellsOf(TEXT.replaceAll('\n---\n', rest)), cellsOf(TEXT.replaceAll('\n---\n', '\n')));
  });
});
