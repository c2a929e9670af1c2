/** What came of a folder of documents, for the person who has to see to it: a line for each unit, and what they add up to. */
import { printable } from '../text/printable';
import type { Text } from '../text/span';
import { displayWidth, padded } from '../text/width';
import type { Checked } from './checkJob';
import type { Style, Voice } from './voice';

/** How it went with a file. */
export type State = 'checked' | 'failed' | 'notReport';

export interface Unit {
  readonly path: string;
  readonly state: State;
  /** Why it was not brought in, or could not be checked in full. */
  readonly error?: Text;
  /** The agencies and years of its reports, as they call themselves. */
  readonly reports: readonly { readonly agency: string | null; readonly fiscalYear: number | null; readonly title: string | null }[];
  readonly counts?: Checked['counts'];
  /** How many kinds of things its text lacks. */
  readonly losses: number;
}

const STATES: Readonly<Record<State, Text>> = {
  checked: { zh: '已检查', en: 'checked' },
  failed: { zh: '未导入', en: 'failed' },
  notReport: { zh: '不是报告', en: 'no report' },
};

const STYLES: Readonly<Record<State, Style>> = { checked: 'green', failed: 'red', notReport: 'gray' };

const HEAD: readonly Text[] = [
  { zh: '状态', en: 'state' },
  { zh: '错误', en: 'errors' },
  { zh: '警告', en: 'warnings' },
  { zh: '单位', en: 'unit' },
  { zh: '文件', en: 'file' },
];

/** A table of the units in the order of their files, and a summary. */
export function unitTable(units: readonly Unit[], voice: Voice): string {
  const head = HEAD.map((own) => voice.words(own));
  const rows = units.map((unit) => cellsOf(unit, voice));
  const widths = head.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i]!))));
  const line = (cells: readonly string[]): string => cells.map((cell, i) => (i === cells.length - 1 ? cell : padded(cell, widths[i]!))).join('  ');
  const lines = rows.map((row, i) => voice.style(STYLES[units[i]!.state], line(row)));
  return `${[voice.style('bold', line(head)), ...lines].join('\n')}\n\n${voice.words(summaryOf(units))}\n`;
}

function cellsOf({ path, state, error, reports, counts }: Unit, voice: Voice): string[] {
  const names = reports.map(({ agency, fiscalYear, title }) => `${agency ?? title ?? ''}${fiscalYear === null ? '' : ` ${fiscalYear}`}`.trim()).filter((name) => name !== '');
  return [
    voice.words(STATES[state]),
    counts ? String(counts.bySeverity.error) : '-',
    counts ? String(counts.bySeverity.warning) : '-',
    names.length === 0 ? '-' : printable(names.join(voice.words({ zh: '、', en: ', ' }))),
    printable(path) + (error ? printable(voice.words({ zh: `：${error.zh}`, en: `: ${error.en}` })) : ''),
  ];
}

function summaryOf(units: readonly Unit[]): Text {
  const of = (state: State): number => units.filter((unit) => unit.state === state).length;
  const sum = (severity: 'error' | 'warning'): number => units.reduce((total, { counts }) => total + (counts?.bySeverity[severity] ?? 0), 0);
  const clean = units.filter(({ counts }) => counts && counts.bySeverity.error === 0).length;
  const lossy = units.filter(({ losses }) => losses > 0).length;
  return {
    zh: `${units.length} 个文件：已检查 ${of('checked')} 个（其中 ${clean} 个没有错误），未导入 ${of('failed')} 个，不是报告 ${of('notReport')} 个；共有错误 ${sum('error')}，警告 ${sum('warning')}${lossy > 0 ? `；${lossy} 个文件有未导入的内容` : ''}`,
    en: `${units.length} files: ${of('checked')} checked (${clean} of them without errors), ${of('failed')} failed, ${of('notReport')} no reports; ${sum('error')} errors, ${sum('warning')} warnings in all${lossy > 0 ? `; ${lossy} files with things left out` : ''}`,
  };
}
