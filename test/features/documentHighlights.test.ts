import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { at, placed } from '../support/placed';
import { reportText } from '../support/reports';

/** Numbers that tell which cell they are of, and add up to nothing. */
const cells = new Map<string, string>();
const CELL = (row: { readonly id: string }, column: { readonly id: string }): string => {
  const key = `${row.id}/${column.id}`;
  if (!cells.has(key)) cells.set(key, String(1000 + cells.size));
  return cells.get(key)!;
};
const NAMES = (): ReadonlyMap<string, string> => new Map([...cells].map(([key, number]) => [number, key]));

/** What is lit up where the caret is in `key`: totals with a star. */
function lit(key: string, text: string): string[] {
  const { analysis, offset } = placed(text.replace(cells.get(key)!, `$0${cells.get(key)!}`));
  return documentHighlights(analysis, offset).map(({ span, kind }) => NAMES().get(at(analysis, span))! + (kind === 'total' ? '*' : ''));
}

describe('highlights', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    const text = reportText({ layout, cell: CELL });

    test(`${layout}: a total with its addends`, () => {
      const applicants = ['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
      assert.deepEqual(lit('denied.stateSecret/total', text), [...applicants.map((id) => `denied.stateSecret/${id}`), 'denied.stateSecret/total*', 'processedTotal/total*']);
      assert.deepEqual(lit('directLitigation/total', text), ['upheld', 'corrected', 'otherResult', 'pending'].map((id) => `directLitigation/${id}`).concat('directLitigation/total*'));
    });

    test(`${layout}: an addend with the totals that it is in`, () => {
      assert.deepEqual(lit('granted/business', text), ['granted/business', 'granted/total*', 'processedTotal/business*']);
    });
  }

  const text = reportText({ cell: CELL });

  test('the four cells of 一 + 二 =（七）+ 四, none of which is the total of it', () => {
    assert.deepEqual(lit('received/business', text), ['received/business', 'received/total*', 'carriedIn/business', 'processedTotal/business', 'carriedOut/business']);
  });

  test('a total down the column, with all the results', () => {
    const found = lit('processedTotal/business', text);
    assert.equal(found.filter((name) => name.endsWith('*')).join(), 'processedTotal/business*,processedTotal/total*');
    assert.equal(found.length, 2 + 21 + 3);
  });

  test('nothing in 表二, in a label, in a row that can’t be told', () => {
    assert.deepEqual(lit('rules/issued', text), []);
    const none = (source: string): void => {
      const { analysis, offset } = placed(source);
      assert.deepEqual(documentHighlights(analysis, offset), []);
    };
    none(text.replace('一、本年新收', '$0一、本年新收'));
    none(text.replace(cells.get('granted/business')!, `$0${cells.get('granted/business')!} | 0`));
    none('$0');
  });

  test('a row that can’t be told is left out of the others', () => {
    const found = lit('processedTotal/business', text.replace(cells.get('granted/business')!, `${cells.get('granted/business')!} | 0`));
    assert.ok(!found.some((name) => name.startsWith('granted/')));
    assert.equal(found.length, 2 + 20 + 3);
  });
});
