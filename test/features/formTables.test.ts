/** Tables as the form draws them, held against a second description of the printed form that the layouts of the tests are made from. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EDITIONS, tableSpec, type TableId } from '../../server/src/editions';
import type { Settings } from '../../server/src/analysis/settings';
import { type FormCell, formTable, type FormTable, type FormValue } from '../../server/src/features/formTables';
import { type CellText, WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { formOf, printedRows } from '../support/layouts/form';
import { at, type Placed, placed } from '../support/placed';
import { reportText } from '../support/reports';
import { TABLE_IDS } from '../support/tables';

/** A table of the first report of `text`. */
function drawn({ analysis }: Placed, id: TableId): FormTable {
  const { start, model } = analysis.reports[0]!;
  const own = model.tables.find((table) => table.id === id);
  const edition = model.edition.id === 'pre2019' ? '2021' : model.edition.id;
  return formTable(own?.table.spec ?? tableSpec(id, edition), own?.table, start + (own?.start ?? 0), analysis);
}

const read = (text: string, id: TableId, settings: Partial<Settings> = {}): FormTable => drawn(placed(text, settings), id);
const valuesOf = ({ body }: FormTable): FormValue[] => body.flat().filter((cell): cell is FormValue => cell.kind === 'value');
const valueAt = (table: FormTable, key: string): FormValue => valuesOf(table).find((own) => own.key === key)!;

/** Numbers that tell cells apart; they need not add up. */
const numbered: CellText = (row, column) => String((row.id.length * 7 + column.id.length * 3) % 90);
const wrong: CellText = (row, column) => (row.id === 'granted' && column.id === 'total' ? '4' : '0');

describe('a table as the form draws it', () => {
  for (const { id: edition, tables } of EDITIONS) {
    for (const spec of tables) {
      test(`${edition} form, ${spec.id}: titles and numbers are where the form has them`, () => {
        const table = read(reportText({ edition, year: edition === '2019' ? 2020 : 2024, cell: numbered }), spec.id);
        const printed = printedRows(formOf(spec, numbered)).map(({ cells }) => cells.map(({ text, across, down }) => ({ text, across, down })));
        assert.deepEqual([...table.head, ...table.body].map((row) => row.map(({ text, across, down }: FormCell) => ({ text, across, down }))), printed);
      });

      test(`${edition} form, ${spec.id}: every row is as wide as the table, and every value stands under titles that are there`, () => {
        const table = read(reportText({ edition, year: edition === '2019' ? 2020 : 2024 }), spec.id);
        const rows = [...table.head, ...table.body];
        const area = rows.flat().reduce((sum, { across, down }) => sum + across * down, 0);
        assert.equal(area, rows.length * (table.labelColumns + table.valueColumns));
        const titles = new Set(rows.flat().flatMap((cell) => (cell.kind === 'value' ? [] : [cell.key])));
        const values = valuesOf(table);
        assert.equal(values.length, spec.rows.reduce((sum, { columns }) => sum + columns.length, 0));
        assert.equal(new Set(rows.flat().map(({ key }) => key)).size, rows.flat().length);
        for (const { key, headers } of values) assert.ok(headers.length >= 2 && headers.every((header) => titles.has(header)), key);
      });
    }
  }

  for (const layout of WRITABLE_LAYOUTS) {
    for (const eol of ['\n', '\r\n'] as const) {
      test(`${layout}${eol === '\n' ? '' : ', CRLF'}: a cell knows its place in the document`, () => {
        const source = placed(`附件\n\n${reportText({ layout, eol, cell: numbered })}`);
        for (const id of TABLE_IDS) {
          for (const { key, span, text, value, state } of valuesOf(drawn(source, id))) {
            assert.equal(state, 'number', key);
            assert.equal(at(source.analysis, span!), text, key);
            assert.equal(String(value), text, key);
          }
        }
      });
    }

    test(`${layout}: a number that must be wrong is shown with the right one`, () => {
      const table = read(reportText({ layout, cell: wrong }), 'requests');
      const { expected, problems, text } = valueAt(table, 'granted/total');
      assert.equal(text, '4');
      assert.deepEqual(expected.map(({ kind, value, label }) => ({ kind, value, label })), [{ kind: 'certain', value: 0, label: '应为 0' }]);
      assert.match(expected[0]!.reckoned, /4 ≠ 0/);
      assert.equal(problems.length, 1);
      assert.equal(table.state, 'unbalanced');
      assert.equal(valuesOf(table).filter((own) => own.expected.length > 0).length, 1);
    });
  }

  test('a total that is not its sum is shown with the sum; ways that are open, with each', () => {
    const remedies = read(reportText({ cell: (row, column) => (row.id === 'reconsideration' && column.id === 'upheld' ? '2' : '0') }), 'reviewAndLitigation');
    assert.deepEqual(valueAt(remedies, 'reconsideration/total').expected.map(({ kind, value }) => [kind, value]), [['sum', 2]]);
  });

  test('in the language of the settings, and without what is switched off', () => {
    assert.equal(valueAt(read(reportText({ cell: wrong }), 'requests', { locale: 'en' }), 'granted/total').expected[0]!.label, 'should be 0');
    const off = valueAt(read(reportText({ cell: wrong }), 'requests', { rules: { 'table/row-total': 'off' } }), 'granted/total');
    assert.deepEqual([off.expected, off.problems], [[], []]);
  });

  test('blanks, words and numbers that were lost are told apart', () => {
    const text = reportText().replace('规章 | 0 | 0 | 0 |', '规章 |  | / | 若干 |').replace('行政许可 | 0 |', '行政许可 |');
    const table = read(text, 'proactiveDisclosure');
    const states = ['issued', 'repealed', 'inForce'].map((column) => valueAt(table, `rules/${column}`)).map(({ state, value }) => [state, value]);
    assert.deepEqual(states, [['blank', null], ['blank', null], ['words', null]]);
    assert.equal(valueAt(table, 'rules/inForce').text, '若干');
    assert.deepEqual([valueAt(table, 'normativeDocuments/issued').state, valueAt(table, 'normativeDocuments/issued').value], ['number', 0]);
  });

  test('a row with another number of values shows none of them, and leads to the row', () => {
    const source = placed(reportText().replace('（一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |', '（一）予以公开 | 1 | 2 | 3 |'));
    const own = valuesOf(drawn(source, 'requests')).filter(({ row }) => row === 'granted');
    assert.deepEqual(new Set(own.map(({ state, text }) => `${state}${text}`)), new Set(['unread']));
    assert.equal(at(source.analysis, own[0]!.span!), '1 | 2 | 3');
  });

  test('a table that can’t be read shows no number; one that is not there has no place', () => {
    const titles = '行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n结果维持结果纠正其他结果尚未审结总计\n';
    const unreadable = read(`四、政府信息公开行政复议、行政诉讼情况\n${titles}`, 'reviewAndLitigation');
    assert.equal(unreadable.state, 'unreadable');
    assert.deepEqual(new Set(valuesOf(unreadable).map(({ state, value }) => `${state} ${value}`)), new Set(['unread null']));
    const missing = read('一、总体情况\n公开12条。\n', 'requests');
    assert.deepEqual([missing.state, missing.span, valuesOf(missing).length], ['missing', undefined, 175]);
  });
});
