/**
 * The known reports in every layout that is read. That of 2021 is in order, so that nothing may be found in it; that of 2019 has
 * cells as people write them, and blank ones where the layout shows them. They are checked in under `test/fixtures/layouts`.
 */
import { type EditionId, EDITIONS } from '../../server/src/editions';
import { KNOWN_ROWS, type KnownReport, knownText } from './knownReports';
import { LAYOUTS } from './layouts';
import { formOf, type TableLayout } from './layouts/form';
import { Random } from './random';
import { key } from './tables';
import { type Rows, valuesOf } from './truth';

export interface LayoutReport extends KnownReport {
  readonly edition: EditionId;
  readonly layout: TableLayout;
}

export function layoutReports(): LayoutReport[] {
  return EDITIONS.flatMap(({ id: edition }) => LAYOUTS.map((layout) => reportIn(layout, edition)));
}

/** Values as people write them, by row and column. */
const IN_OTHER_WORDS: Readonly<Record<string, string>> = {
  'normativeDocuments newlyMade': '6（其中修订 2 件）',
  'normativeDocuments totalDisclosed': '４１',
  'licensing change': '减4',
  'licensing decisions': '1,905',
  'procurement amount': '418.35万元',
  'received naturalPerson': '21件',
  'carriedOut naturalPerson': '２',
};

/** With these numbers the renderers that draw lots print tables that a careful person can read. */
const LOTS = 4;

function reportIn(layout: TableLayout, edition: EditionId): LayoutReport {
  const plain = edition === '2021' || layout.cells === 'deduced';
  const rows = plain || layout.cells !== 'all' ? KNOWN_ROWS[edition] : withBlanks(edition);
  const values = valuesOf(edition, rows);
  const random = new Random(LOTS);
  const text = knownText(edition, (spec) => {
    const cell = (row: string, column: string): string => (plain ? undefined : IN_OTHER_WORDS[key(row, column)]) ?? String(values[spec.id]![row]![column] ?? '');
    return layout.render(formOf(spec, (row, column) => cell(row.id, column.id)), random).trimEnd();
  });
  return { name: `${edition}.${layout.id.toLowerCase().replace(/[^a-z]+/g, '-')}.ogi`, edition, layout, text, values };
}

/** Where nobody of a kind applied, cells of results are left blank, but for the totals. */
function withBlanks(edition: EditionId): Rows {
  const { rows } = EDITIONS.find(({ id }) => id === edition)!.tables.find(({ id }) => id === 'requests')!;
  const results = rows.slice(2, -2).map(({ id, columns }) => {
    const numbers = KNOWN_ROWS[edition][id]?.split(' ') ?? columns.map(() => '0');
    return [id, numbers.map((value, i) => (value === '0' && i < numbers.length - 1 ? '-' : value)).join(' ')] as const;
  });
  return { ...KNOWN_ROWS[edition], ...Object.fromEntries(results) };
}
