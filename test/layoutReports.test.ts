/** The known reports in every layout that is read: their files are what they are made from (UPDATE=1 writes them), and one that is in order gives no finding. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import { layoutReports } from './support/layoutReports';
import { cellsOf } from './support/tables';

const FOLDER = join(__dirname, 'fixtures/layouts');
const REPORTS = layoutReports();

if (process.env['UPDATE']) {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, text } of REPORTS) writeFileSync(join(FOLDER, name), text);
}

test('the files are those of the reports', () => {
  assert.deepEqual(existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [], REPORTS.map(({ name }) => name).sort());
});

/** What a layout looks like is told where it is not how a table should be written; nothing of it is a warning. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  'a cell a line behind tabs': ['glyph/padding'],
  'a cell a line behind tabs, spans blank': ['glyph/padding'],
  'a cell a line behind tabs, no line between rows': ['glyph/padding'],
  'pipes, short rows padded with bars': ['table/padding-bars'],
  'pipes, cells of spans blank': ['table/padding-bars'],
  'pipes between cells only, cells of spans blank': ['table/padding-bars'],
  'small Markdown tables under headings': ['table/header-label'],
  'one line, digits glued': ['table/glued-digits', 'table/column-count', 'table/unreadable'],
  'a row a line, digits glued': ['table/glued-digits', 'table/column-count', 'table/unreadable'],
};

/** What is in the cells of the others: annotations, full-width digits, and blanks where the layout shows them. */
const IN_CELLS = ['glyph/width', 'table/blank-cell', 'table/unit-in-cell'];

for (const { name, text, edition, layout } of REPORTS) {
  describe(name, () => {
    test('is checked in as it is made', () => assert.equal(readFileSync(join(FOLDER, name), 'utf8'), text));

    test('holds the same numbers where a heading is lost, as far as they are read', () => {
      const whole = cellsOf(text);
      for (const heading of text.match(/^[二三四]、.+情况\n/gm)!) {
        const other = [...cellsOf(text.replace(heading, ''))].filter(([cell, value]) => whole.get(cell) !== value);
        assert.deepEqual(other, [], heading);
      }
    });

    for (const eol of ['\n', '\r\n']) {
      test(`gives no finding but what it is made to have (${JSON.stringify(eol)})`, () => {
        const found = analyse(text.replaceAll('\n', eol), DEFAULT_SETTINGS).diagnostics.map(({ rule }) => rule);
        const expected = new Set([...(LOOKS[layout.id] ?? []), ...(edition === '2019' && layout.cells !== 'deduced' ? IN_CELLS : [])]);
        assert.deepEqual(found.filter((rule) => !expected.has(rule)), []);
      });
    }
  });
}
