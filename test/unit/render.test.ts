/** Tables as text. That they are read back as they were written: test/property/tables.test.ts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableSpec } from '../../server/src/editions';
import { renderRow, renderTable } from '../../server/src/model/writing/render';

const DISCLOSURE = tableSpec('proactiveDisclosure', '2021');
const row = (id: string) => DISCLOSURE.rows.find((own) => own.id === id)!;

test('a row in each layout', () => {
  const cell = (): string => '0';
  assert.deepEqual(
    (['pipe', 'tab', 'cell-per-line', 'flow'] as const).map((layout) => renderRow(row('rules'), layout, cell, '\n')),
    ['规章 | 0 | 0 | 0 |\n', '规章\t0\t0\t0\n', '\t规章\n\t0\n\t0\n\t0\n\n', '规章 0 0 0\n'],
  );
});

test('a row with the label of its group', () => {
  assert.equal(renderRow(row('licensing'), 'pipe', () => '3', '\r\n', ['第二十条第（五）项']), '第二十条第（五）项 | 行政许可 | 3 |\r\n');
});

test('layouts that are only read are written with tabs', () => {
  assert.equal(renderRow(row('licensing'), 'html', () => '3', '\n'), '行政许可\t3\n');
});

test('表四 is one row; a blank first cell does not pass for the frame', () => {
  const lines = renderTable(tableSpec('reviewAndLitigation', '2021'), 'pipe', (_, column) => (column.id === 'upheld' ? '' : '0'), '\n').split('\n');
  assert.equal(lines.at(-2), '|  | 0 | 0 | 0 | 0 |  | 0 | 0 | 0 | 0 |  | 0 | 0 | 0 | 0 |');
});

test('every line ends as asked', () => {
  const text = renderTable(tableSpec('requests', '2019'), 'tab', () => '1', '\r\n');
  assert.equal(text.split('\r\n').length - 1, text.split('\n').length - 1);
  assert.ok(text.endsWith('四、结转下年度继续办理\t1\t1\t1\t1\t1\t1\t1\r\n'));
});
