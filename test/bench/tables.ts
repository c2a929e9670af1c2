/** One section that holds nothing but 表三, over and over, in every layout: milliseconds at three sizes, and whether they grow with the text. */
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { tableSpec } from '../../server/src/editions';
import { KNOWN_ROWS } from '../support/knownReports';
import { LAYOUTS } from '../support/layouts';
import { formOf, type TableLayout } from '../support/layouts/form';
import { Random } from '../support/random';
import { valuesOf } from '../support/truth';
import { type Corpus, megabytes } from './corpus';
import { figure, printTable, ratio, Times } from './figures';

const SIZES = [250e3, 500e3, 1e6];

export async function tables(_: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Check of one section with tables alone, from cold. Target: linear, that is, no more than twice the time for twice the text.\n');
  const rows = LAYOUTS.map((layout) => {
    const times = SIZES.map((size) => measure(sectionIn(layout, size), Math.min(rounds, 3)));
    return [layout.id, ...times.map(figure), ratio(times[1]!, times[0]!), ratio(times[2]!, times[1]!)];
  });
  printTable(['layout', ...SIZES.map((size) => `${size / 1e3} kB ms`), '500 : 250', '1000 : 500'], rows);
}

/** Milliseconds that half of the rounds don't take. */
function measure(text: string, rounds: number): number {
  const times = new Times();
  for (let i = -1; i < rounds; i++) {
    const fresh = Buffer.from(text).toString();
    const start = performance.now();
    analyse(fresh, { ...DEFAULT_SETTINGS });
    if (i >= 0) times.add(performance.now() - start);
  }
  return times.percentile(0.5);
}

function sectionIn(layout: TableLayout, bytes: number): string {
  const spec = tableSpec('requests', '2021');
  const values = valuesOf('2021', KNOWN_ROWS['2021']).requests!;
  const table = layout.render(formOf(spec, (row, column) => String(values[row.id]![column.id])), new Random(1));
  return `三、收到和处理政府信息公开申请情况\n\n${table.repeat(Math.ceil(bytes / 1e6 / megabytes(table)))}`;
}
