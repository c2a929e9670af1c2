/**
 * `npm run accuracy`: how many cells of reports with known values are read right, declared unreadable, or wrong, by file.
 *
 * The texts are the project's own fixtures, rendered in every layout, and, where the folder exists, the real reports beside
 * the project with their true values (`gold.json`). A wrong number fails the run; an unreadable table says why.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { analyse } from '../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../server/src/analysis/settings';
import type { ReportModel } from '../server/src/model/types';
import { knownReports } from './support/knownReports';

/** Values by table, row and column; null is a blank cell. Tables with other keys beside their rows are tolerated. */
type Values = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>;

interface Score {
  readonly file: string;
  readonly layouts: string;
  readonly right: number;
  readonly deduced: number;
  readonly unreadable: number;
  readonly wrong: number;
  readonly reasons: readonly string[];
}

/** The only values of the seeds that are not 0. */
const SEED_VALUES: Readonly<Record<string, number>> = { '003 normativeDocuments': 1 };

const TABLES = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'] as const;
const REPORTS = resolve(__dirname, '../../shared/reports');

const scores = [...known(), ...real()];
print(scores);
process.exitCode = scores.some(({ wrong }) => wrong > 0) ? 1 : 0;

function known(): Score[] {
  return knownReports().map(({ name, text, values }) => score(name, text, values));
}

function real(): Score[] {
  if (!existsSync(REPORTS)) {
    console.log('No folder with real reports beside the project: only its own fixtures are measured.');
    return [];
  }
  const gold = JSON.parse(readFileSync(join(REPORTS, 'gold.json'), 'utf8')) as Record<string, Values>;
  const files = (folder: string): string[] => readdirSync(join(REPORTS, folder)).sort().map((name) => join(REPORTS, folder, name));
  const withGold = files('real').filter((file) => gold[basename(file).slice(0, 3)] !== undefined);
  return [
    ...files('seeds').map((file) => score(basename(file), readFileSync(file, 'utf8'), undefined)),
    ...withGold.map((file) => score(basename(file), readFileSync(file, 'utf8'), gold[basename(file).slice(0, 3)])),
  ];
}

/** `truth` undefined: a seed. */
function score(file: string, text: string, truth: Values | undefined): Score {
  const report = analyse(text, DEFAULT_SETTINGS).reports.map(({ model }) => model).find(({ tables }) => tables.length > 0);
  let right = 0;
  let deduced = 0;
  let unreadable = 0;
  let wrong = 0;
  const reasons = new Set<string>();
  for (const id of TABLES) {
    const table = report?.tables.find((own) => own.id === id)?.table;
    for (const [row, column, want] of cellsOf(file, truth?.[id], table?.spec.rows.map((own) => [own.id, own.columns.map((c) => c.id)] as const))) {
      const cell = table?.cell(row, column);
      if (!cell) {
        unreadable++;
        reasons.add(`${id}: ${table ? (table.unreadable ?? 'row') : 'no table'}`);
      } else if (cell.value !== want && !(want === 0 && cell.value === null && truth !== undefined)) wrong++;
      else if (table!.deduced) deduced++;
      else right++;
    }
  }
  return { file, layouts: layoutsOf(report), right, deduced, unreadable, wrong, reasons: [...reasons] };
}

function cellsOf(file: string, truth: Values[string] | undefined, rows: readonly (readonly [string, readonly string[]])[] | undefined): [string, string, number | null][] {
  if (truth) return Object.entries(truth).flatMap(([row, cells]) => Object.entries(cells).map(([column, value]): [string, string, number | null] => [row, column, value]));
  return (rows ?? []).flatMap(([row, columns]) => columns.map((column): [string, string, number] => [row, column, SEED_VALUES[`${file.slice(0, 3)} ${row}`] ?? 0]));
}

function layoutsOf(report: ReportModel | undefined): string {
  return [...new Set(report?.tables.flatMap(({ table }) => table.rows.map(({ layout }) => layout)) ?? [])].join('+');
}

function print(all: readonly Score[]): void {
  const line = (cells: readonly (string | number)[]): string => `${String(cells[0]).padEnd(52)}${String(cells[1]).padEnd(24)}${cells.slice(2, 6).map((cell) => String(cell).padStart(11)).join('')}  ${cells[6] ?? ''}`;
  console.log(line(['file', 'layouts', 'right', 'deduced', 'unreadable', 'wrong']));
  for (const { file, layouts, right, deduced, unreadable, wrong, reasons } of all) console.log(line([file, layouts, right, deduced, unreadable, wrong, reasons.join('; ')]));
  const sum = (field: 'right' | 'deduced' | 'unreadable' | 'wrong'): number => all.reduce((total, own) => total + own[field], 0);
  console.log(line(['all', '', sum('right'), sum('deduced'), sum('unreadable'), sum('wrong')]));
}
