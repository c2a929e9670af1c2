import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Analysis } from '../../server/src/analysis/analyse';
import { cellAt, type PieceMeaning, pieceAt, piecesOf, reportAt, reportsIn, sliceAt, tablesIn } from '../../server/src/features/cellAt';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { COLLECTED, noCollected } from '../support/collected';
import { LAYOUTS } from '../support/layouts';
import { formOf } from '../support/layouts/form';
import { analysisOf } from '../support/outline';
import { at, placed, whole } from '../support/placed';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

/** `cell received/total`, `row granted`, `column total`, `group （三）不予公开`. */
function named(meaning: PieceMeaning | undefined): string {
  if (!meaning) return 'nothing';
  switch (meaning.kind) {
    case 'cell':
      return `cell ${meaning.row.spec.id}/${meaning.cell.column.id}`;
    case 'column':
      return `column ${meaning.column.id}`;
    case 'group':
      return `group ${meaning.group}`;
    default:
      return `${meaning.kind} ${meaning.row.spec.id}`;
  }
}

const meant = (source: string): string => {
  const { analysis, offset } = placed(source);
  return named(pieceAt(analysis, offset)?.meaning);
};

/** Every piece of every table is found at its own place; pieces are in order and don't overlap; no cell is lost. */
function assertFound(analysis: Analysis): void {
  for (const { start, table } of tablesIn(analysis, whole(analysis))) {
    let end = 0;
    const cells = new Set(table.rows.flatMap((row) => row.cells));
    for (const { span, meaning } of piecesOf(table)) {
      assert.ok(span.start >= end, 'pieces are in order');
      end = span.end;
      assert.equal(pieceAt(analysis, start + span.start)?.meaning, meaning);
      if (meaning.kind === 'cell') cells.delete(meaning.cell);
    }
    if (!table.unreadable) assert.equal(cells.size, 0, 'every cell has a piece');
  }
}

describe('what stands where', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: cells, labels, titles and groups, each by its own words`, () => {
      const values = new Map([['received naturalPerson', '41'], ['received total', '42'], ['carriedIn business', '43'], ['licensing decisions', '44'], ['directLitigation pending', '45']]);
      const text = reportText({ layout, cell: (row, column) => values.get(`${row.id} ${column.id}`) ?? '0' });
      const analysis = analysisOf(text);
      assertFound(analysis);
      const of = (words: string): string => named(pieceAt(analysis, text.indexOf(words))?.meaning);
      assert.deepEqual(['41', '42', '43', '44', '45'].map(of), ['cell received/naturalPerson', 'cell received/total', 'cell carriedIn/business', 'cell licensing/decisions', 'cell directLitigation/pending']);
      assert.deepEqual(['一、本年新收', '规章', '自然人', '社会公益组织', '本年废止件数', '（三）不予公开', '第二十条第（五）项', '复议后起诉'].map(of), [
        ...['row received', 'row rules', 'column naturalPerson', 'column socialOrganization', 'column repealed'],
        ...['group （三）不予公开', 'group 第二十条第（五）项', 'row litigationAfterReconsideration'],
      ]);
      assert.deepEqual(['全年', '开展工作', '二、主动公开政府信息情况', '本年度未收取'].map(of), ['nothing', 'nothing', 'nothing', 'nothing']);
    });
  }

  const random = new Random();
  for (const layout of LAYOUTS) {
    test(`${layout.id}: each piece at its own place (OGI_SEED=${random.seed})`, () => {
      assertFound(analysisOf(reportText({ table: (spec) => layout.render(formOf(spec, () => '0'), random) })));
    });
  }

  test('a caret at either end of a cell is in it; beside its padding it is not', () => {
    const row = (values: string): string => `三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量 | ${values} |\n（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n`;
    assert.equal(meant(row('$012 | 0 | 0 | 0 | 0 | 0 | 12')), 'cell received/naturalPerson');
    assert.equal(meant(row('12$0 | 0 | 0 | 0 | 0 | 0 | 12')), 'cell received/naturalPerson');
    assert.equal(meant(row('12 $0| 0 | 0 | 0 | 0 | 0 | 12')), 'nothing');
  });

  test('a blank cell is all that stands between its separators', () => {
    const row = (values: string): string => `三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量${values}\n（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n`;
    for (const values of [' | 12 |$0   | 0 | 0 | 0 | 0 | 12 |', ' | 12 |   $0| 0 | 0 | 0 | 0 | 12 |', '\t12\t$0\t0\t0\t0\t0\t12']) assert.equal(meant(row(values)), 'cell received/business');
    const lines = '三、收到和处理政府信息公开申请情况\n\n\t一、本年新收政府信息公开申请数量\n\t12\n\t$0\n\t0\n\t0\n\t0\n\t0\n\t12\n\n\t二、上年结转政府信息公开申请数量\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n';
    assert.equal(meant(lines), 'cell received/business');
  });

  test('a row with a wrong number of values has no cells, a table that can’t be read has nothing', () => {
    const text = reportText().replace('一、本年新收政府信息公开申请数量 | 0 |', '一、本年新收政府信息公开申请数量 | 77 | 0 |');
    const analysis = analysisOf(text);
    assert.equal(named(pieceAt(analysis, text.indexOf('77'))?.meaning), 'value received');
    assert.equal(cellAt(analysis, text.indexOf('77')), undefined);
    const glued = analysisOf('四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n结果维持结果纠正其他结果尚未审结总计\n');
    assert.deepEqual(tablesIn(glued, whole(glued)).map(({ table }) => [table.unreadable, piecesOf(table)]), [['blank', []]]);
  });

  test('in a volume each report has its own', () => {
    const one = reportText({ agency: '云溪县水利局' });
    const text = one + reportText({ agency: '云溪县林业局', year: 2023, layout: 'tab' });
    const analysis = analysisOf(text);
    assertFound(analysis);
    const second = text.indexOf('本年新收', one.length);
    assert.equal(reportAt(analysis, second)?.model.agency, '云溪县林业局');
    assert.equal(reportAt(analysis, one.length - 1)?.model.agency, '云溪县水利局');
    assert.equal(sliceAt(analysis, second)?.syntax.heading?.id, 'requests');
    assert.deepEqual(reportsIn(analysis, { start: second, end: second }).map(({ model }) => model.agency), ['云溪县林业局']);
    assert.equal(reportsIn(analysis, whole(analysis)).length, 2);
    assert.equal(tablesIn(analysis, whole(analysis)).length, 6);
    assert.deepEqual(tablesIn(analysis, { start: second, end: second + 1 }).map(({ table }) => table.spec.id), ['requests']);
  });

  test('an empty document has nothing', () => {
    const analysis = analysisOf('');
    assert.deepEqual([reportAt(analysis, 0), sliceAt(analysis, 0), pieceAt(analysis, 0), tablesIn(analysis, whole(analysis))], [undefined, undefined, undefined, []]);
  });
});

describe('what stands where in real reports', { skip: noCollected }, () => {
  test('each piece is found at its own place', () => {
    for (const { text } of COLLECTED) assertFound(analysisOf(text));
  });

  test('a piece that is a cell holds what the cell was read from', () => {
    let cells = 0;
    for (const { text } of COLLECTED) {
      const analysis = analysisOf(text);
      for (const { start, table } of tablesIn(analysis, whole(analysis))) {
        for (const { span, meaning } of piecesOf(table)) {
          if (meaning.kind !== 'cell' || meaning.cell.value === null || meaning.cell.syntax.pieces) continue;
          cells++;
          assert.match(at(analysis, { start: start + span.start, end: start + span.end }), /[\d０-９〇零○]/);
        }
      }
    }
    assert.ok(cells > 500, `${cells} cells`);
  });
});
