/**
 * `npm run accuracy`: how many cells of reports with true values are read right, deduced, not read, or wrong, by file and by layout.
 *
 * It fails if a cell is wrong, or if of the cells of a layout that can be told apart fewer are read than the target says. What is
 * not read says why.
 */
import { noCollected } from './support/collected';
import { ownReports, realReports } from './support/measured';
import { measure, type Score, share, sumOf, TARGET } from './support/measure';

const scored = [...ownReports(), ...realReports()].map((report) => ({ ...report, score: measure(report) }));
const layouts = [...new Set(scored.map(({ layout }) => layout))];

const percent = (part: number, whole: number): string => `${(whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`;
const line = (cells: readonly string[]): string => `${cells[0]!.padEnd(62)}${cells.slice(1, 8).map((cell) => cell.padStart(11)).join('')}  ${cells[8] ?? ''}`;
const HEAD = ['cells', 'right', 'deduced', 'untold', 'unread', 'wrong', 'told: read'];
const row = (name: string, score: Score): string => {
  const { cells, right, deduced, untold, unread, wrong, reasons } = score;
  return line([name, ...[cells, right, deduced, untold, unread, wrong.length].map(String), percent(right + deduced, cells - untold), reasons.join('; ')]);
};

console.log(line(['file', ...HEAD]));
for (const { name, score } of scored) console.log(row(name, score));
console.log(`\n${line(['layout', ...HEAD])}`);
const failed: string[] = [];
for (const layout of layouts) {
  const reports = scored.filter((own) => own.layout === layout);
  const score = sumOf(reports.map((own) => own.score));
  console.log(row(`${layout} (${reports.length})`, score));
  if (share(score) < TARGET) failed.push(`${layout}: less than ${percent(TARGET, 1)} of the cells that can be told apart are read.`);
}
console.log(row(`all (${scored.length})`, sumOf(scored.map(({ score }) => score))));
console.log('\nuntold: nobody can tell these cells apart; deduced: split by the equations of the form; told: read: share of the cells that can be told apart.');
if (noCollected) console.log(`Only the project's own fixtures: ${noCollected}.`);
for (const { name, score } of scored) for (const cell of score.wrong) failed.push(`${name}: ${cell}.`);
for (const message of failed) console.error(message);
process.exitCode = failed.length > 0 ? 1 : 0;
