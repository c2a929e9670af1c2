import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitions } from '../../server/src/features/definitions';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { writeMarked } from '../support/marked';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

/** The definitions of what `$0` is at are those marked in `source`. */
function assertDefined(source: string): void {
  const { analysis, offset, text, marked } = placed(source);
  const found = definitions(analysis, offset);
  assert.ok(found, 'it is a total');
  assert.equal(writeMarked(text, found.targets), marked);
  assert.ok(found.origin.start <= offset && offset <= found.origin.end);
}

describe('the definition of a total', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: its addends along the row`, () => {
      const cell = (row: { readonly id: string }, column: { readonly id: string }): string => (row.id === 'granted' ? (column.id === 'total' ? '$090' : '⟦5⟧') : '0');
      // What stands in columns is as wide as its marks: the marks are put in afterwards.
      const text = reportText({ layout, cell: (row, column) => (row.id === 'granted' ? (column.id === 'total' ? '90' : '5') : '0') });
      const start = text.indexOf('（一）予以公开');
      const end = text.indexOf('（二）部分公开');
      assertDefined(layout === 'aligned' ? text.slice(0, start) + text.slice(start, end).replace(/ 5 /g, ' ⟦5⟧ ').replace('90', '$090') + text.slice(end) : reportText({ layout, cell }));
    });
  }

  test('down the column too, where it is the total of both', () => {
    const results = new Set(['granted', 'partiallyGranted']);
    const cell = (row: { readonly id: string }, column: { readonly id: string }): string => {
      if (row.id === 'processedTotal') return column.id === 'total' ? '$018' : '⟦3⟧';
      return column.id === 'total' && (results.has(row.id) || /\./.test(row.id)) ? '⟦1⟧' : '0';
    };
    assertDefined(reportText({ cell }));
  });

  test('there is none of an addend, a row without equations, a label', () => {
    const none = (words: string): void => {
      const { analysis, offset } = placed(reportText().replace(words, `$0${words}`));
      assert.equal(definitions(analysis, offset), undefined);
    };
    none('0 | 0 | 0 | 0 | 0 | 0 | 0 |\n（二）部分公开');
    none('0 |\n第二十条第（六）项');
    none('（七）总计');
  });
});
