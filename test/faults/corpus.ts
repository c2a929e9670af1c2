/** Clean reports to put faults into: the project's fixtures, random ones, and the real ones beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { EDITIONS, type EditionId, type TableId } from '../../server/src/editions';
import type { PlacedReport } from '../../server/src/model/types';
import type { Random } from '../support/random';
import { key } from '../support/tables';
import { plausibleCells } from './numbers';
import { writtenReport } from './prose';
import type { Report } from './report';

const FIXTURES = join(__dirname, '../fixtures');
const REAL = resolve(__dirname, '../../../shared/reports');

/** Real reports with mistakes of their own, which nothing may be concluded from. */
export const NOT_CLEAN: Readonly<Record<string, string>> = {
  '002': 'radicals throughout, and a law misquoted',
  '003': 'rows with eight numbers for seven columns',
  '004': 'names the notice of 2019 as its basis',
  '007': 'section 五 is missing from the copy',
  '011': 'a total and a sum in its text are wrong',
  '022': 'a sum in its text is wrong',
};

export function fixtures(): Report[] {
  return ['clean-2021.ogi', 'known/2019.pipe.ogi', 'known/2021.pipe.ogi'].map((name) => reportIn(readFileSync(join(FIXTURES, name), 'utf8'), name)!);
}

/** `count` reports; the editions take turns. */
export function randomReports(count: number, random: Random): Report[] {
  return Array.from({ length: count }, (_, i) => {
    const { id, years } = EDITIONS[i % EDITIONS.length]!;
    const year = id === '2019' ? years[0] + random.below(2) : years[0] + random.below(4);
    return writtenReport(`random ${i + 1}`, id, year, plausibleCells(id, random), random);
  });
}

/** One copy of each real report that holds three whole tables and no mistake of its own; none where the folder is not there. */
export function realReports(): Report[] {
  if (!existsSync(REAL)) return [];
  const found = new Map<string, Report>();
  for (const folder of ['seeds', 'real']) {
    for (const file of readdirSync(join(REAL, folder)).sort()) {
      const number = file.slice(0, 3);
      if (found.has(number) || number in NOT_CLEAN) continue;
      const report = reportIn(readFileSync(join(REAL, folder, file), 'utf8'), number);
      if (report) found.set(number, report);
    }
  }
  return [...found.values()];
}

/** The one report of `text` with its tables as cells; undefined where a cell of the form is not read. */
function reportIn(text: string, name: string): Report | undefined {
  const placed = analyse(text, DEFAULT_SETTINGS).reports.find(({ model }) => model.tables.length === 3);
  const edition = placed?.model.edition.id;
  if (!placed || edition === undefined || edition === 'pre2019') return undefined;
  const cells = cellsIn(placed, edition);
  return cells && { name, edition, year: placed.model.fiscalYear?.year ?? EDITIONS.find(({ id }) => id === edition)!.years[0], parts: partsOf(placed), cells };
}

/** Blanks are filled with the 0 that they count as. */
function cellsIn({ model }: PlacedReport, edition: EditionId): ReadonlyMap<string, string> | undefined {
  const cells = new Map<string, string>();
  for (const { table } of model.tables) {
    if (table.unreadable || table.deduced || table.spec.edition !== edition) return undefined;
    for (const row of table.spec.rows) {
      for (const column of row.columns) {
        const cell = table.cell(row.id, column.id);
        if (!cell) return undefined;
        cells.set(key(row.id, column.id), String(cell.value ?? 0));
      }
    }
  }
  return cells;
}

/** A slice with a table is its heading, in the form's words, and the table; of all others the heading has a line of its own. */
function partsOf({ model }: PlacedReport): (string | TableId)[] {
  return model.slices.flatMap(({ start, syntax }) => {
    const table = model.tables.find((own) => own.start === start);
    if (table) return [`${HEADINGS[table.id]}\n`, table.id];
    const heading = syntax.heading ? `${syntax.text.slice(0, syntax.heading.span.end).trim()}\n` : '';
    return [`${heading}${syntax.text.slice(syntax.heading?.span.end ?? 0).replace(/\r\n?/g, '\n').trim()}\n`];
  });
}

const HEADINGS: Readonly<{ [id in TableId]: string }> = {
  proactiveDisclosure: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  reviewAndLitigation: '四、政府信息公开行政复议、行政诉讼情况',
};
